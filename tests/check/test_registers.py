"""A pointer that stays in its file finds an entry of another file: outputs lead to it."""

from __future__ import annotations

from pathlib import Path

from variorum.check import check
from variorum.source import Edition

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>'
    "</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc>"
    "</fileDesc></teiHeader>{}</TEI>"
)
_TEXT = '<text><body><p><name ref="#ann">A</name> <ref target="#{}">b</ref>.</p></body></text>'
_LIST = (
    '<standOff><listPerson><person xml:id="ann"><name>Ann</name></person></listPerson></standOff>'
)


def _said(folder: Path, target: str) -> dict[str, str]:
    (folder / "indices").mkdir()
    (folder / "a.xml").write_text(_TEI.format(_TEXT.format(target)), encoding="utf-8")
    (folder / "indices" / "b.xml").write_text(_TEI.format(_LIST), encoding="utf-8")
    found = check(Edition.of([folder], folder))
    return {each.message: each.level for each in found if each.code == "pointer-unresolved"}


def test_it_is_a_warning_that_says_where_the_entry_is(tmp_path: Path) -> None:
    assert _said(tmp_path, "none") == {
        "#ann points to nothing in this file; taken for that of indices/b.xml": "warning",
        "#none points to nothing in this file": "error",
    }
