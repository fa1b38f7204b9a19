"""How words look: each word of the model has a command, and the preamble defines it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT
from tests.latex.conftest import document
from tests.latex.reader import body
from variorum.source import Edition

RNG = "{http://relaxng.org/ns/structure/1.0}"
STANDARD = {"textit", "textup", "textbf", "textsc", "textsuperscript", "textsubscript", "texttt"}
"""Commands that LaTeX has itself."""
OF_WORDS = {
    "italic": r"\textit{x}",
    "upright": r"\textup{x}",
    "bold": r"\textbf{x}",
    "small-capitals": r"\textsc{x}",
    "capitals": r"\editioncapitals{x}",
    "superscript": r"\textsuperscript{x}",
    "subscript": r"\textsubscript{x}",
    "underlined": r"\editionunderlined{x}",
    "double-underlined": r"\editiondoubleunderlined{x}",
    "overlined": r"\editionoverlined{x}",
    "struck": r"\editionstruck{x}",
    "spaced": r"\editionspaced{x}",
    "monospace": r"\texttt{x}",
    "large": r"\editionlarge{x}",
    "small": r"\editionsmall{x}",
}
OF_BLOCKS = {
    "centered": r"\editioncentered{}",
    "right": r"\editionright{}",
    "left": r"\editionleft{}",
    "justified": r"\editionjustified{}",
    "indented": r"\editionindented{}",
    "first-line": r"\editionfirstline{}",
}


@pytest.fixture
def written(tmp_path: Path, latex: Callable[[Edition], dict[str, str]]) -> Callable[[str], str]:
    """The LaTeX of a document whose body is given, from its first to its last line."""

    def make(tei: str) -> str:
        path = tmp_path / "made.xml"
        text = document("REPLACED").replace("<p>REPLACED</p>", tei)
        path.write_text(text, encoding="utf-8")
        return latex(Edition.of([path], tmp_path))["made"]

    return make


def test_the_model_has_no_other_word() -> None:
    grammar = etree.parse(ROOT / "xslt" / "model" / "model.rng")
    (define,) = (each for each in grammar.iter(RNG + "define") if each.get("name") == "rendition")
    words = {str(value.text) for value in define.iter(RNG + "value")}
    assert words == OF_WORDS.keys() | OF_BLOCKS.keys()


def test_each_word_has_its_command_within_a_line(written: Callable[[str], str]) -> None:
    found = body(written("".join(f'<p><hi rend="{word}">x</hi></p>' for word in OF_WORDS)))
    assert re.findall(r"\\editionparagraph\{\d+\}(.*)", found) == list(OF_WORDS.values())


def test_each_word_has_its_command_on_a_block(written: Callable[[str], str]) -> None:
    looks = OF_WORDS | {word: command + "x" for word, command in OF_BLOCKS.items()}
    found = body(written("".join(f'<ab rend="{word}">x</ab>' for word in looks)))
    lines = re.findall(r"\\pstart\n(.*)\n\\pend", found)
    assert [re.sub(r"\\editionparagraph\{\d+\}", "", line) for line in lines] == [*looks.values()]


def test_the_preamble_defines_what_is_no_command_of_latex(written: Callable[[str], str]) -> None:
    preamble, _, _ = written("<p>x</p>").partition(r"\begin{document}")
    used = {re.findall(r"[a-z]+", command)[0] for command in {**OF_WORDS, **OF_BLOCKS}.values()}
    defined = set(re.findall(r"\\newcommand\{\\(\w+)\}", preamble))
    assert used - STANDARD <= defined


def test_blocks_look_as_those_around_them(written: Callable[[str], str]) -> None:
    found = written(
        '<div rend="italic center"><p>a</p><p rend="right">b</p>'
        '<lg><l rend="indent">c</l></lg></div>'
    )
    assert r"\editioncentered{}\editionparagraph{1}\textit{a}" in found
    assert r"\editionright{}\editionparagraph{2}\textit{b}" in found
    assert r"\editionverseindent{}\textit{c}" in found


def test_capitals_are_made_of_words_alone(written: Callable[[str], str]) -> None:
    """The name of a label that a command names is no word."""
    found = written(
        '<p><hi rend="capitals">a <app><lem>b</lem><rdg resp="#x">c</rdg></app>'
        "<note>d <hi>e</hi></note></hi></p>"
    )
    for argument in re.findall(r"\\editioncapitals\{([^}]*)", found):
        assert argument.strip() in {"a", "b"}
    assert r"\editioncapitals{b}" in found
    assert r"\editionnote{1}{d \textit{e}}" in found


def test_a_language_has_one_name_however_it_is_written(written: Callable[[str], str]) -> None:
    found = written(
        '<p><foreign xml:lang="ger">a</foreign> <foreign xml:lang="de">b</foreign>'
        ' <q xml:lang="deu">c</q></p>'
    )
    assert found.count(r"\foreignlanguage{german}{") == 3
    assert found.count(r"\babelprovide[import]{german}") == 1


def test_a_block_in_a_phrase_has_lines_of_its_own(written: Callable[[str], str]) -> None:
    found = body(written("<p>a <cit><quote><l>b</l></quote></cit> c</p>"))
    assert r"a \editionbreak{}b\editionbreak{}c" in found
