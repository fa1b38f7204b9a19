"""A fault has a place: line and column in the TEI, and the line of the output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from variorum.findings import Diagnostic, Place, render
from variorum.proof import Proof
from variorum.source import Source

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><sourceDesc>'
    '<listWit><witness xml:id="A"/><witness xml:id="B"/></listWit></sourceDesc></fileDesc>'
    "</teiHeader><text><body>\n{}</body></text></TEI>"
)
CASES = {
    "a word": ("<p>one ^two three</p>", "one two three", "one six three"),
    "a word that is lost": ("<p>one ^two six</p>", "one two six", "one six"),
    "a word too many": ("<p>one two ^three</p>", "one two three", "one two six three"),
    "two words joined": ("<p>one\n  two ^three</p>", "one two three", "one twothree"),
    "the end": ("<p>one two^</p>", "one two", "one two three"),
    "in an element": ("<p>one <hi>a ^b</hi> c</p>", "one a b c", "one a x c"),
    "after an element": ("<p>one <hi>a</hi> b ^c</p>", "one a b c", "one a b x"),
    "after a comment": ("<p>one <!-- a b c -->a ^b</p>", "one a b", "one a x"),
    "within a comment": ("<p>one a<!-- x --> b<?y z?> ^c</p>", "one a b c", "one a b x"),
    "after references": ("<p>&lt;a&gt; &#xE9; e\u0301 ^b</p>", "<a> é é b", "<a> é é x"),
    "in a section": ("<p>one <![CDATA[<a> &b; ^c]]></p>", "one <a> &b; c", "one <a> &b; x"),
    "after noise": ("<p>o\u00adne  \u200b\n \u2060a ^b</p>", "one a b", "one a x"),
    "after wide letters": ("<p>漢字 𝔸 ^b</p>", "漢字 𝔸 b", "漢字 𝔸 x"),
    "in another line": ("<p>a\nb\n<hi>c</hi>\n  d ^e</p>", "a b c d e", "a b c d x"),
    "a mark": ("<p>a “b^” c</p>", "a “b” c", "a “b“ c"),
    "an accent": ("<p>a caf^é c</p>", "a café c", "a cafe c"),
    "a second paragraph": ("<p>a b</p>\n<p>c ^d</p>", "a b\n\nc d", "a b\n\nc x"),
    "a lemma": ("<p>a <app><lem>b ^c</lem><rdg wit='#B'>b</rdg></app></p>", "a b c", "a b x"),
    "two notes": ("<p>a<note>n</note> b<note>m</note> ^c</p>", "a b c", "a b x"),
}


def _failures(folder: Path, body: str, output: str, siglum: str = "") -> list[Diagnostic]:
    file = folder / "a.xml"
    file.write_text(_TEI.format(body.replace("^", "")), encoding="utf-8")
    text = output if siglum else f"Title\n\nTEXT\n\n{output}\n"
    found = Proof(Source(file, "a.xml"), "en").failures("text", text, siglum, "text/a.txt")
    # there is no apparatus in these outputs, so that words of readings are lost
    return [each for each in found if each.code == "proof-failed"]


def _marked(body: str) -> tuple[int, int]:
    before = _TEI.format(body).partition("^")[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize("name", CASES)
def test_a_fault_has_its_line_and_column_in_the_tei(name: str, tmp_path: Path) -> None:
    body, right, wrong = CASES[name]
    if "<note>" in body:
        right, wrong = (f"{text}\n\nNOTES\n\n(1) n\n\n(2) m" for text in (right, wrong))
    assert _failures(tmp_path, body, right) == []
    (found,) = _failures(tmp_path, body, wrong)
    assert (found.line, found.column) == _marked(body), found.message
    place = found.output
    assert place is not None and place.file == "text/a.txt"
    assert place.line == (7 if "\n\n" in wrong.partition("NOTES")[0].rstrip() else 5)


def test_a_fault_in_a_witness_has_the_place_of_its_reading(tmp_path: Path) -> None:
    body = "<p>a <app><lem>b</lem>\n<rdg wit='#B'>d <hi>e ^f</hi></rdg></app> g</p>"
    assert _failures(tmp_path, body, "a d e f g", "B") == []
    (found,) = _failures(tmp_path, body, "a d e x g", "B")
    assert (found.line, found.column) == _marked(body)


def test_a_fault_in_a_note_has_the_place_of_its_words(tmp_path: Path) -> None:
    body = "<p>a<note>one\ntwo ^three</note> b</p>"
    assert _failures(tmp_path, body, "a b\n\nNOTES\n\n(1) one two three") == []
    (found,) = _failures(tmp_path, body, "a b\n\nNOTES\n\n(1) one two x")
    assert (found.line, found.column) == _marked(body)
    assert found.output == Place("text/a.txt", 9)


def test_a_fault_in_what_is_included_has_a_place_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_text(
        '<p xmlns="http://www.tei-c.org/ns/1.0">one\n two three</p>', encoding="utf-8"
    )
    body = '<include xmlns="http://www.w3.org/2001/XInclude" href="b.xml"/>'
    (found,) = _failures(tmp_path, body, "one two x")
    assert (Path(found.file).name, found.line, found.column) == ("b.xml", 2, 6)


def test_of_what_was_moved_the_line_is_told(tmp_path: Path) -> None:
    body = "<p>a\n<delSpan spanTo='#e'/>b<anchor xml:id='e'/>\n<hi>c d</hi></p>"
    (found,) = _failures(tmp_path, body, "a c x")
    assert (found.line, found.column) == (4, 0)


def test_every_form_has_the_place_in_the_output(tmp_path: Path) -> None:
    (found,) = _failures(tmp_path, "<p>one two</p>", "one too")
    assert "\n  output: text/a.txt:5\n" in render([found], text=lambda _: "")
    (record,) = json.loads(render([found], "json"))
    assert record["output"] == {"file": "text/a.txt", "line": 5, "column": 0}
    (result,) = json.loads(render([found], "sarif"))["runs"][0]["results"]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"] == {
        "artifactLocation": {"uri": "text/a.txt"},
        "region": {"startLine": 5},
    }
    assert render([found], "github").endswith("%0Aoutput: text/a.txt:5")
