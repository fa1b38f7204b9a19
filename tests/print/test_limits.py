"""What Typst or PDF/UA do not allow is set another way: there is a book of any text."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.building import build, warm_saxon
from tests.conftest import slow
from variorum.source import Edition, Source

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Limits</title>'
    "</titleStmt></fileDesc></teiHeader><text><body>{}</body></text></TEI>"
)
_ROW = "<row><cell>1860</cell><cell>Volume of the year, in two parts</cell></row>"
_BODIES = {
    "a list forty deep": "<list><item>Level" * 40 + "</item></list>" * 40,
    "numbered lists forty deep": '<list rend="numbered"><item>Level' * 40 + "</item></list>" * 40,
    "a note in a table heading": '<table><row role="label"><cell>Year</cell><cell>Volume<note>See '
    f'<ref target="https://example.org/">there</ref>.</note></cell></row>{_ROW * 60}</table>',
    "a link in a table heading": '<table><row role="label"><cell>Year</cell><cell><ref '
    f'target="https://example.org/">Volume</ref></cell></row>{_ROW * 60}</table>',
}


@pytest.mark.parametrize("body", _BODIES.values(), ids=_BODIES.keys())
def test_there_is_a_book(body: str, tmp_path: Path) -> None:
    slow()
    source = Source(tmp_path / "limits.xml", "limits.xml", _TEI.format(body).encode())
    result = build(Edition(tmp_path, (source,), own=False), tmp_path, ("pdf",), saxon=warm_saxon())
    assert [finding.code for finding in result.findings] == []
    with pikepdf.open(tmp_path / "pdf" / "limits.pdf") as book:
        assert book.Root.MarkInfo.Marked


_TOO_DEEP = {
    "italics": ("<p>{}</p>", '<hi rend="italic">a ', "</hi>", 240),
    "lists": ("{}", "<list><item>a ", "</item></list>", 124),
    "tables": ("{}", "<table><row><cell>a ", "</cell></row></table>", 80),
    "quotations": ("{}", "<quote><p>a ", "</p></quote>", 120),
}


@pytest.mark.parametrize("name", _TOO_DEEP)
def test_what_is_too_deep_for_a_book_is_told_and_no_fault_of_the_program(
    name: str, tmp_path: Path
) -> None:
    around, begin, end, times = _TOO_DEEP[name]
    body = around.format(begin * times + end * times)
    source = Source(tmp_path / "deep.xml", "deep.xml", _TEI.format(body).encode())
    result = build(Edition(tmp_path, (source,), own=False), tmp_path, saxon=warm_saxon())
    (found,) = result.findings
    assert found.code == "print-too-deep" and "levels of elements" in found.message
    assert "fault of the program" not in found.help
    before = _TEI.format(body)[: found.column - 1]
    assert found.line == 1 and before.count(begin) == times - 1
    assert {"html/deep.html", "text/deep.txt", "print/deep.tex"} < set(result.written)
