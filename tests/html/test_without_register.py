"""A site without entries has no register: no page, no link to one, and no address of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from variorum.source import Edition

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>'
    "</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc>"
    "</fileDesc></teiHeader>{}<text><body><p>A <name>mill</name>{}.</p></body></text></TEI>"
)
_LIST = (
    "<standOff><listPerson><person xml:id='a'><persName>Ann</persName></person></listPerson>"
    "</standOff>"
)
ENTRIES = {
    "none": ("", "", False),
    "a list of the document": (_LIST, "", True),
    "a name with an address": ("", '<name ref="https://d-nb.info/gnd/1">Lee</name>', True),
}


@pytest.mark.parametrize("kind", ENTRIES)
def test_pages_lead_to_a_register_that_has_entries(kind: str, tmp_path: Path) -> None:
    lists, name, expected = ENTRIES[kind]
    (tmp_path / "a.xml").write_text(_TEI.format(lists, name), encoding="utf-8")
    settings = '[tool.variorum]\nurl = "https://example.org/"\n'
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    edition = Edition.here(tmp_path)
    made = build(edition, tmp_path / "output", ("html",), saxon=warm_saxon())
    assert [each for each in made.findings if each.level == "error"] == []
    site = tmp_path / "output" / "html"
    assert (site / "register" / "index.html").exists() is expected
    pages = [page for page in site.rglob("*") if page.suffix in (".html", ".xml", ".js")]
    leading = {page.name for page in pages if "register/index.html" in page.read_text("utf-8")}
    if expected:
        assert leading >= {"a.html", "a.cite.html", "index.html"}
    else:
        assert leading == set()
