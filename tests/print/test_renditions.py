"""How words look and how blocks are set: each word of the model, in the template and in the PDF."""

from __future__ import annotations

import re

from lxml import etree

from tests.conftest import ROOT
from tests.print.conftest import Printed
from tests.print.markup import calls, read, words
from tests.print.structure import Element

PLACINGS = {"centered", "right", "left", "justified", "indented", "first-line"}
"""Words that say how a block is set."""
BLOCKS = ("para", "unit", "verse", "stanza", "items", "rows", "cell", "section", "opener")
"""Calls of blocks."""
RNG = "{http://relaxng.org/ns/structure/1.0}"


def _words() -> list[str]:
    grammar = etree.parse(ROOT / "xslt" / "model" / "model.rng")
    (define,) = (each for each in grammar.iter(RNG + "define") if each.get("name") == "rendition")
    return [str(value.text) for value in define.iter(RNG + "value")]


def test_the_template_has_a_look_for_each_word_of_the_model_and_no_other() -> None:
    template = (ROOT / "xslt" / "assets" / "edition.typ").read_text(encoding="utf-8")
    start = template.index("#let looks = (")
    looks = template[start : template.index("\n)", start)]
    assert re.findall(r"^  ([\w-]+): ", looks, re.MULTILINE) == _words()


def test_one_document_has_all_of_them(cases: dict[str, Printed]) -> None:
    written = re.findall(r"#look\(([^)]*)\)", cases["renditions"].markup)
    assert {word for words in written for word in re.findall(r'"([\w-]+)"', words)} == set(_words())


def _texts(root: Element, kind: str) -> list[str]:
    return [each.text().strip() for each in root.all(kind)]


def test_listeners_are_told_what_is_stressed(cases: dict[str, Printed]) -> None:
    root = cases["renditions"].structure()
    assert {"All of a paragraph, but these words,", "and its list", "slowly"} <= {
        re.sub(r"\s*\d$", "", text) for text in _texts(root, "Em")
    }
    assert {"bold", "wheel", "three of these"} <= set(_texts(root, "Strong"))


def test_no_look_of_words_goes_across_blocks(cases: dict[str, Printed]) -> None:
    looks = list(calls(read(cases["renditions"].markup), "look"))
    assert len(looks) > 30
    for look in looks:
        if PLACINGS.isdisjoint(look.strings()):
            assert [name for name in BLOCKS if [*calls([look], name)]] == []


def test_a_table_hands_its_look_and_that_of_its_rows_to_the_cells(
    cases: dict[str, Printed],
) -> None:
    (rows,) = calls(read(cases["renditions"].markup), "rows")
    looks = [look.strings() for look in calls([rows], "look") if words([look]) in ("wheel", "3")]
    assert [each for each in looks if each != ["right"]] == [["bold", "italic"]] * 2
