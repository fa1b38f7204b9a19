"""Entries whose ends point to nothing have no lemma, and the proof looks for none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import InMemory
from tests.practice.test_left_out import TEXTS
from variorum.proof import Proof
from variorum.source import Edition

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Ends</title>'
    "</titleStmt><publicationStmt><p>Invented.</p></publicationStmt><sourceDesc><listWit>"
    '<witness xml:id="A">A</witness></listWit></sourceDesc></fileDesc></teiHeader><text><body>'
    '<p><w xml:id="w1">one</w> <w xml:id="w2">two</w> three.</p><p>Four.</p>'
    '<listApp><app {0}><rdg wit="#A">twain</rdg></app></listApp></body></text></TEI>'
)


@pytest.mark.parametrize(
    "ends", ['from="#w1" to="#w2"', 'from="#w1" to="#none"', 'from="#none" to="#w2"']
)
def test_an_end_that_is_not_there_is_no_fault_of_outputs(ends: str, tmp_path: Path) -> None:
    file = tmp_path / "ends.xml"
    file.write_text(_TEI.format(ends), encoding="utf-8")
    edition = Edition.of([file], tmp_path)
    made, proof = InMemory(edition), Proof(edition.documents[0], "en", edition)
    failures = {
        str(output.proof): proof.failures(str(output.proof), made.rendered(output))
        for output in TEXTS
    }
    assert not any(failures.values()), failures
