"""How a document is cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import InMemory, warm_saxon
from variorum.source import Edition

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>Ferries</title></titleStmt><publicationStmt>{}<date>1901</date></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>Words.</p></body></text></TEI>"""
ADDRESS = "<address><addrLine>1 Quay Road</addrLine><addrLine>Lowmere</addrLine></address>"


@pytest.mark.parametrize(
    ("publisher", "cited"),
    [
        ("<publisher>Harbour Press</publisher>", "Harbour Press, 1901."),
        (f"<publisher>Harbour Press, {ADDRESS}</publisher>", "Harbour Press, 1901."),
        (f"<distributor><orgName>The Quay</orgName>{ADDRESS}</distributor>", "The Quay, 1901."),
        (f"<publisher>{ADDRESS}</publisher>", "1 Quay Road, 1901."),
    ],
)
def test_an_address_is_no_part_of_a_citation(publisher: str, cited: str, tmp_path: Path) -> None:
    file = tmp_path / "ferries.xml"
    file.write_text(DOCUMENT.format(publisher), encoding="utf-8")
    model = InMemory(Edition.of([file], tmp_path), saxon=warm_saxon()).model()
    header = model.find("{http://www.tei-c.org/ns/1.0}teiHeader")
    assert header is not None
    assert header.get("{urn:variorum:model}citation") == f"Ferries. {cited}"
