"""Nothing in a Word file goes in silence: what is kept stands where it was, the rest is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.archive.imports.samples import (
    NUMBERING,
    box,
    cell,
    field,
    item,
    mark,
    note,
    table,
    tracked,
)
from tests.archive.imports.word_files import WordFile, p, r
from tests.archive.test_import_words import GRAMMAR, T, tei_words
from variorum.transcripts.tei import Import
from variorum.transcripts.word.fields import Field, target_of

Read = Callable[..., tuple[etree._Element, str]]
ID = "{http://www.w3.org/XML/1998/namespace}id"
SYMBOL = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
DELETED_END = "<w:rPr><w:del/></w:rPr>"
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The text of the TEI of a Word file with this body, which is valid, and what was said."""

    def reading(body: str, parts: dict[str, str] | None = None, **options: Any) -> Any:
        made = Import(WordFile(body, parts or {}).write(tmp_path / "a.docx"), **options)
        data = made.tei("made", "made.xml")
        assert GRAMMAR.validate(data) == []
        said = "\n".join(each.message for each in made.findings if each.code != "import-prompt")
        return etree.fromstring(data).find(f".//{T}body"), said

    return reading


@pytest.mark.parametrize(
    ("run", "words", "said"),
    [
        (r("Item \uf0b7 one of Note"), "Item • one of Note", ""),
        (r("привет “é”", '<w:rFonts w:ascii="Symbol"/>'), "привет “é”", ""),
        (r("привет – “a”", SYMBOL), "привет – “α”", ""),
        (r("H\u00e9", '<w:rFonts w:ascii="Wingdings"/>'), "\uf048é", "stands as U+F048,"),
        (r("J", '<w:rFonts w:ascii="Wingdings 3"/>'), "\uf04a", "font Wingdings 3"),
        (r("a", '<w:rFonts w:ascii="Webdings"/>'), "\uf061", "stands as U+F061,"),
        ('<w:r><w:sym w:font="Wingdings" w:char="0001"/></w:r>', "\ufffd", "stands as U+FFFD,"),
        ('<w:r><w:sym w:font="Arial" w:char="D800"/></w:r>', "\ufffd", "stands as U+FFFD,"),
        ('<w:r><w:sym w:font="Arial" w:char="FFFFFFFFF"/></w:r>', "\ufffd", "stands as U+FFFD,"),
    ],
)
def test_a_font_of_symbols_changes_its_own_codes_alone(
    run: str, words: str, said: str, read: Read
) -> None:
    body, told = read(p(run))
    assert " ".join(tei_words(body)) == words
    assert said in told and bool(said) == bool(told)


ROWS = table(cell("a"), '<w:trPr><w:del w:author="Ann"/></w:trPr>' + cell(p(tracked("del", "b"))))


def test_a_deleted_row_is_told_or_kept(read: Read) -> None:
    body, told = read(ROWS)
    assert tei_words(body) == ["a"]
    assert "deleted row of a table (1): by Ann, left out – “b”" in told
    body, told = read(ROWS, keep_deletions=True)
    assert [each.text for each in body.iter(f"{T}del")] == ["b"]
    assert len(list(body.iter(f"{T}row"))) == 2 and "by Ann, is kept" in told


@pytest.mark.parametrize(
    "properties", [DELETED_END, '<w:framePr w:dropCap="drop"/>'], ids=["deleted-end", "initial"]
)
def test_a_paragraph_that_goes_on_is_kept_where_none_follows(properties: str, read: Read) -> None:
    alpha = p(r("alpha") + box("Box"), properties)
    assert tei_words(read(p("One") + alpha)[0]) == ["One", "alpha", "Box"]
    body, _ = read(alpha + table(cell("b")) + p("c"))
    assert tei_words(body) == ["alpha", "Box", "b", "c"]
    assert [etree.QName(each).localname for each in body] == ["p", "p", "table", "p"]
    assert tei_words(read(table(cell(alpha)) + p("c"))[0]) == ["alpha", "Box", "c"]
    assert tei_words(read(alpha + p("betical"))[0]) == ["alphabetical", "Box"]


def instruction(words: str) -> str:
    """A piece of the instruction of a field."""
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def test_a_field_that_never_ends_keeps_its_words(read: Read) -> None:
    body, told = read(p(BEGIN + instruction("IF x")) + p("One.") + p("Two."))
    assert tei_words(body) == ["One.", "Two."]
    assert "field IF that does not end (1): its words are kept – “IF x”" in told
    inner = p(BEGIN + instruction('HYPERLINK "https://example.org"') + field("PAGE", r("7")))
    body, told = read(inner + p("On.") + table(cell(p(BEGIN + r("in it")))))
    assert tei_words(body) == ["7", "On.", "in", "it"]
    assert not list(body.iter(f"{T}ref"))
    assert "field HYPERLINK that does not end (1)" in told


def test_an_instruction_of_several_paragraphs_is_none_of_the_text(read: Read) -> None:
    body, told = read(p(r("a") + BEGIN + instruction("SET b")) + p("c") + p(END + r("d")))
    assert (tei_words(body), told) == (["a", "d"], "")


def tracked_note(change: str, number: int) -> str:
    """The mark of a note within a tracked change."""
    return f'<w:{change} w:id="1" w:author="Ann">{mark("footnote", number)}</w:{change}>'


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_a_note_that_goes_with_its_mark_is_told_so(change: str, read: Read) -> None:
    notes = {"footnotes": note("footnote", 2, p("Gone")) + note("footnote", 3, p("Alone"))}
    told = read(p(r("a") + tracked_note(change, 2)), notes)[1]
    assert "footnote (1): left out with its mark, which was deleted or moved away: “Gone”" in told
    assert "footnote (1): left out, for nothing refers to it: “Alone”" in told
    row = "<w:trPr><w:del/></w:trPr>" + cell(p(mark("footnote", 2)))
    assert "with its mark" in read(table(cell("b"), row), notes)[1]


def test_a_note_that_moves_with_its_mark_is_kept(read: Read) -> None:
    notes = {"footnotes": note("footnote", 2, p("Kept"))}
    body, told = read(p(tracked_note("moveFrom", 2) + r("a") + tracked_note("moveTo", 2)), notes)
    assert tei_words(body) == ["a", "Kept"] and "footnote" not in told


def test_a_second_mark_of_a_note_leads_to_it(read: Read) -> None:
    notes = {"footnotes": note("footnote", 2, p("Once")) + note("footnote", 3, p("Other"))}
    marks = mark("footnote", 3) + r(" and ") + mark("footnote", 2) + r(" again ")
    body, told = read(p(marks + mark("footnote", 2)), notes)
    other, once = body.iter(f"{T}note")
    (pointer,) = body.iter(f"{T}ptr")
    assert (other.get(ID), once.get(ID)) == (None, "note")
    assert pointer.get("target") == "#note" and told == ""


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_an_item_that_is_gone_does_not_count(change: str, read: Read) -> None:
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    run = r("b").replace("w:t", "w:delText") if change == "del" else r("b")
    end = f"<w:rPr><w:{change} w:id='1'/></w:rPr>"
    gone = p(f'<w:{change} w:id="2">{run}</w:{change}>', place + end)
    body, _ = read(item("a") + gone + item("c"), {"numbering": NUMBERING})
    assert [(each.text, each.get("n")) for each in body.iter(f"{T}item")] == [
        ("a", None),
        ("c", None),
    ]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ('HYPERLINK \\o "a tip" \\l "place"', "#place"),
        ('HYPERLINK \\t "_blank" "https://example.org/a"', "https://example.org/a"),
        ('HYPERLINK "https://example.org/a" \\l "b" \\o "tip" \\n', "https://example.org/a#b"),
        ('HYPERLINK \\m "https://example.org/a" \\* MERGEFORMAT', "https://example.org/a"),
        ('HYPERLINK \\* MERGEFORMAT "a.html"', "a.html"),
        ('REF \\d "," place \\h', "#place"),
        ("PAGEREF place \\h", "#place"),
        ("REF place", ""),
    ],
)
def test_switches_of_a_field_are_no_addresses(words: str, target: str) -> None:
    assert target_of(Field(words).words) == target
