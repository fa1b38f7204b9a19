"""What a header says in places that few use is on the page and in the book."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.building import InMemory
from tests.conftest import ROOT
from tests.practice.test_left_out import TEXTS
from variorum.source import Edition

FILE = ROOT / "tests" / "practice" / "projects" / "statements-of-headers.xml"
SAID = ("Die Enge", "Plays of the Fen", "Ferries for machines", "Ben Oar", "trial of a header")


@pytest.mark.parametrize("kind", ["html", "print"])
def test_nothing_that_a_reader_asks_for_is_lost(kind: str) -> None:
    made = InMemory(Edition.of([FILE], FILE.parent))
    output = made.rendered(next(each for each in TEXTS if each.proof == kind))
    assert [words for words in (*SAID, "Encoded at night") if words not in output] == []
    assert "1910" not in output


def test_statements_of_a_kind_stand_below_a_name_that_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><teiHeader><fileDesc><titleStmt>'
        "<title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>"
        "</sourceDesc></fileDesc><encodingDesc><projectDesc><p>Why.</p></projectDesc>"
        "<p>First.</p><p>Second.</p></encodingDesc></teiHeader>"
        "<text><body><p>x</p></body></text></TEI>",
        encoding="utf-8",
    )
    made = InMemory(Edition.of([file], tmp_path))
    page = html.document_fromstring(made.rendered(next(e for e in TEXTS if e.proof == "html")))
    told = [
        [" ".join(part.text_content().split()) for part in row]
        for row in page.xpath("//dl[@class='principles']/div")
        if "Why." in row.text_content() or "First." in row.text_content()
    ]
    assert told == [["Purpose", "Why."], ["Further", "First.", "Second."]]
