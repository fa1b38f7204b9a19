"""Where a cursor stands, and what a grammar expects there, in texts of any state."""

from __future__ import annotations

import random
import re

import pytest

from tests.check.texts import tei
from tests.conftest import ROOT
from variorum.desk.expecting import place_in, values
from variorum.desk.outline import Branch, outline
from variorum.desk.standing import standing_at
from variorum.relaxng import load_schema

SCHEMA = load_schema(ROOT / "tei" / "schema" / "edition.rng")


def at(marked: str) -> tuple[str, int]:
    """A text, and the offset of the cursor, which is written as a bar."""
    return marked.replace("|", ""), marked.index("|")


@pytest.mark.parametrize(
    ("marked", "kind", "word", "opened"),
    [
        ("<TEI><p>a|b</p>", "text", "", ["TEI", "p"]),
        ("<p>a <per|", "element", "per", ["p"]),
        ("<p>a <|</p>", "element", "", ["p"]),
        ("<p>a <date |>", "attribute", "", ["p"]),
        ("<p>a <date wh|", "attribute", "wh", ["p"]),
        ('<p>a <date when="1|989" to="x">', "value", "1", ["p"]),
        ("<p>a <date when='|", "value", "", ["p"]),
        ('<p>a <date when="1989"|', "none", "", ["p"]),
        ("<p>a </|", "end", "", ["p"]),
        ("<p>a <b>c</p> <|", "element", "", []),
        ("<p><!-- <b> --><?x <c> ?><![CDATA[<d>]]><|", "element", "", ["p"]),
        ("<p><lb/><hi rend='>'>a</hi> <|", "element", "", ["p"]),
        ("<p><!-- a <b |", "none", "", ["p"]),
        ("<p>1 < 2 > 0 and <|", "element", "", ["p"]),
        ("<p>a</q> <|", "element", "", ["p"]),
        ("<|", "element", "", []),
        ("|", "text", "", []),
    ],
)
def test_a_cursor_stands_somewhere(marked: str, kind: str, word: str, opened: list[str]) -> None:
    standing = standing_at(*at(marked))
    assert (standing.kind, standing.word) == (kind, word)
    assert [tag.name for tag in standing.open] == opened


def test_the_attributes_on_both_sides_of_the_cursor_are_known() -> None:
    standing = standing_at(*at('<p><date when="1989" | cert="low">x</date>'))
    assert standing.tag is not None and standing.tag.attributes == {"when": "1989", "cert": "low"}


def offered(body: str) -> tuple[list[str], list[str], list[str]]:
    """The elements, attributes and values that are offered at the bar in a body."""
    text, offset = at(tei(body))
    standing = standing_at(text, offset)
    place = place_in(SCHEMA, text, standing)
    listed = [each.name for each in values(SCHEMA, text, standing)]
    return [each.name for each in place.elements], [each.name for each in place.attributes], listed


def test_elements_are_those_that_may_come_next() -> None:
    assert set(offered("<p>A <app><lem>b</lem><|</app></p>")[0]) >= {"rdg", "rdgGrp", "note"}
    assert "lem" not in offered("<p>A <app><lem>b</lem><|</app></p>")[0]
    assert "persName" in offered("<p>A <|")[0] and "p" not in offered("<p>A <|")[0]
    assert "p" in offered("<div><|")[0] and "persName" not in offered("<div><|")[0]


@pytest.mark.parametrize(
    "before",
    [
        "<p>never closed",
        "<p>a < b & c <nothing> <hi rend=italic>x</hi>",
        '<p>a <hi rend="x" rend="y">b</hi> &undefined; </ab>',
        "<p><placename>wrong</placename><x:y>",
    ],
)
def test_what_is_broken_before_does_not_matter(before: str) -> None:
    assert {"persName", "date", "note"} <= set(offered(f"{before} <|")[0])


def test_attributes_are_those_that_are_not_there() -> None:
    names = offered('<p><date when="1989" |>x</date></p>')[1]
    assert "notBefore" in names and "xml:id" in names and "when" not in names
    text, offset = at(tei("<p><gap |/></p>"))
    place = place_in(SCHEMA, text, standing_at(text, offset))
    assert [each.name for each in place.attributes if each.required] == ["reason"]
    assert all(each.gloss for each in place.attributes if each.name != "xml:id")


def test_values_are_those_of_the_schema_with_their_gloss() -> None:
    text, offset = at(tei('<p><note type="|">x</note></p>'))
    listed = values(SCHEMA, text, standing_at(text, offset))
    assert {each.name for each in listed} >= {"explanatory", "textual"}
    assert all(each.gloss for each in listed)


def test_an_element_in_the_wrong_place_has_its_attributes_all_the_same() -> None:
    assert "wit" in offered("<p><rdg |>x</rdg></p>")[1]


def test_no_state_of_a_text_stops_it() -> None:
    text = (ROOT / "tei" / "lukin-note.xml").read_text(encoding="utf-8")[:30_000]
    chance = random.Random(7)
    for _ in range(60):
        start = chance.randrange(len(text))
        end = start + chance.randrange(200)
        broken = (
            text[:start] + chance.choice(["", "<", '"', "&", "</p>", "<!--", "]]>"]) + text[end:]
        )
        offset = chance.randrange(len(broken))
        standing = standing_at(broken, offset)
        place_in(SCHEMA, broken, standing)
        values(SCHEMA, broken, standing)
        outline(broken)


def _labels(parts: list[Branch]) -> list[object]:
    return [(part.label, _labels(part.parts)) if part.parts else part.label for part in parts]


def test_the_outline_has_headings_and_numbers() -> None:
    text = (
        '<TEI><text><body><div n="1"><pb/><head>The <hi>Pier</hi></head><p n="2">a</p><p>b</p>'
        "</div>"
        "<div><head>End</head><sp><speaker>Ada</speaker></sp>"
    )
    assert _labels(outline(text)) == [
        ("text", [("body", [("div 1 The Pier", ["p 2"]), ("div End", ["sp Ada"])])])
    ]
    (whole,) = outline(text)
    assert (whole.start, whole.end) == (5, len(text))
    first = whole.parts[0].parts[0]
    assert re.sub("<[^>]*>", "", text[first.start : first.end]) == "The Pierab"
