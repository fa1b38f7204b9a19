"""Every output gives the words of the model one behaviour each: the same in page, LaTeX and PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree, html

from tests.building import InMemory
from tests.conftest import ROOT
from tests.vocabulary.documents import document_of
from variorum.outputs.html import HTML
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.outputs.text import TEXT
from variorum.source import Edition

RNG = "{http://relaxng.org/ns/structure/1.0}"
BLOCKS = ("centered", "right", "left", "justified", "indented", "first-line")
LATEX_COMMANDS = {
    "italic": "textit",
    "upright": "textup",
    "bold": "textbf",
    "small-capitals": "textsc",
    "superscript": "textsuperscript",
    "subscript": "textsubscript",
    "monospace": "texttt",
}
"""Commands of LaTeX itself; those of the edition are called by the word."""


def every_word() -> list[str]:
    """The closed set of words for how things look, as the grammar of the model has it."""
    grammar = etree.parse(str(ROOT / "xslt" / "model" / "model.rng"))
    (definition,) = grammar.iterfind(f".//{RNG}define[@name='rendition']")
    return [str(value.text) for value in definition.iter(f"{RNG}value")]


WORDS = [word for word in every_word() if word not in BLOCKS]
SPELLED = {
    "italic": "i",
    "bold": "font-weight: bold",
    "small-capitals": "small caps",
    "capitals": "all-caps",
    "superscript": "sup",
    "underlined": "ul",
    "struck": "line-through",
    "spaced": "gesperrt",
    "monospace": "tt",
}
"""Another spelling of some words, which must make no difference."""


def name_of(word: str) -> str:
    return "x" + word.replace("-", "")


def rendered(folder: Path, spelled: dict[str, str]) -> dict[str, str]:
    """One document with every word for how things look, in each output."""
    phrases = (f"<hi rend='{spelled.get(word, word)}'>{name_of(word)}</hi>" for word in WORDS)
    body = f"<p>{' and '.join(phrases)}.</p>"
    body += "".join(f"<p rend='{word}'>{name_of(word)}</p>" for word in BLOCKS)
    body += (
        "<p><foreign xml:lang='ger'>Zeit</foreign>, <title level='m'>Faust</title>, "
        "<title level='a'>Essay</title>, <foreign xml:lang='ar'>kitab</foreign></p>"
    )
    made = InMemory(Edition.of([document_of(folder, body)], folder))
    texts = {output.name: made.rendered(output) for output in (HTML, TEXT, PDF, LATEX)}
    # the number in the policy of a page tells one file from another
    return texts | {HTML.name: re.sub(r"(nonce(?:-|=\"))[\w-]+", r"\1", texts[HTML.name])}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return rendered(tmp_path_factory.mktemp("words"), {})


def looks_in_page(page: str) -> dict[str, set[str]]:
    """For each word of the text alone in an element, the looks that its classes name."""
    tree = html.fromstring(page)
    return {
        str(element.text): {
            name.removeprefix("r-")
            for name in (element.get("class") or "").split()
            if name.startswith("r-")
        }
        for element in tree.iter()
        if isinstance(element.tag, str) and re.fullmatch(r"[A-Za-z]+", element.text or "")
    }


def test_the_page_has_a_class_for_each_word(outputs: dict[str, str]) -> None:
    looks = looks_in_page(outputs["html"])
    assert {word: looks[name_of(word)] for word in every_word()} == {
        word: {word} for word in every_word()
    }
    style = (ROOT / "xslt" / "assets" / "variorum.css").read_text("utf-8")
    assert [word for word in every_word() if f".r-{word}" not in style] == []


def test_print_calls_a_function_for_each_word(outputs: dict[str, str]) -> None:
    for word in WORDS:
        assert f'#look("{word}")[{name_of(word)}]' in outputs["pdf"], word
    for word in BLOCKS:
        assert re.search(rf'"{word}"[^#]*#para\([^)]*\)\[{name_of(word)}\]', outputs["pdf"]), word


def test_latex_has_a_command_for_each_word(outputs: dict[str, str]) -> None:
    for word in WORDS:
        command = LATEX_COMMANDS.get(word, "edition" + word.replace("-", ""))
        assert f"\\{command}{{{name_of(word)}}}" in outputs["latex"], word
    for word in BLOCKS:
        command = "edition" + word.replace("-", "")
        assert re.search(rf"\\{command}\b[^\n]*{name_of(word)}", outputs["latex"]), word


def test_plain_text_has_the_words(outputs: dict[str, str]) -> None:
    for word in every_word():
        assert name_of(word) in outputs["text"], word


def test_another_spelling_makes_no_difference(outputs: dict[str, str], tmp_path: Path) -> None:
    assert rendered(tmp_path, SPELLED) == outputs


def test_foreign_words_titles_and_languages_are_alike(outputs: dict[str, str]) -> None:
    looks = looks_in_page(outputs["html"])
    assert [looks[name] for name in ("Zeit", "Faust", "Essay", "kitab")] == [
        {"italic"},
        {"italic"},
        set(),
        set(),
    ]
    assert '<i class="tei-foreign r-italic" lang="de">Zeit</i>' in outputs["html"]
    assert '#lang("de")[#look("italic")[Zeit]], #look("italic")[Faust], Essay' in outputs["pdf"]
    assert r"\foreignlanguage{german}{\textit{Zeit}}, \textit{Faust}, Essay" in outputs["latex"]
