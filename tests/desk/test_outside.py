"""What lies outside the edition, and what never ends, is neither read nor written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.check.texts import tei
from variorum.check import check
from variorum.cli import main
from variorum.desk.desk import Desk
from variorum.source import Edition

UNTIDY = tei().replace("      ", "   ")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an edition of one text, with a folder around it."""
    (tmp_path / "edition" / "tei").mkdir(parents=True)
    (tmp_path / "edition" / "tei" / "a.xml").write_text(UNTIDY, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "edition")
    return tmp_path / "edition"


def test_no_link_leads_what_is_formatted_elsewhere(here: Path) -> None:
    victim = here.parent / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    text = here / "tei" / "a.xml"
    text.chmod(0o640)
    for name in (".a.xml.new", f".partial-{os.getpid()}"):
        (here / "tei" / name).symlink_to(victim)
    assert main(["format"]) == 0
    assert victim.read_text(encoding="utf-8") == "mine"
    assert not text.is_symlink() and text.stat().st_mode & 0o777 == 0o640
    assert text.read_text(encoding="utf-8") != UNTIDY


@pytest.mark.parametrize("named", [[], ["tei/b.xml"], ["tei"]])
def test_a_text_outside_the_edition_is_not_formatted(
    named: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = here.parent / "outside.xml"
    outside.write_text(UNTIDY, encoding="utf-8")
    (here / "tei" / "b.xml").symlink_to(outside)
    assert main(["format", *named]) == 1
    said = capsys.readouterr()
    assert "outside the edition" in said.err and "b.xml" not in said.out
    assert outside.read_text(encoding="utf-8") == UNTIDY
    assert main(["format", "../outside.xml"]) == 0
    assert outside.read_text(encoding="utf-8") != UNTIDY


def test_a_link_within_the_edition_stays_one(here: Path) -> None:
    (here / "tei" / "b.xml").symlink_to("a.xml")
    assert main(["format", "tei/b.xml"]) == 0
    assert (here / "tei" / "b.xml").is_symlink()
    assert (here / "tei" / "a.xml").read_text(encoding="utf-8") != UNTIDY


def test_what_is_no_file_is_not_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(here / "tei" / "b.xml")
    (here / "tei" / "c.xml").symlink_to("/dev/zero")
    for verb, count in (("check", 2), ("format", 1)):  # a link to elsewhere is refused before
        assert main([verb]) == 1
        assert "".join(capsys.readouterr()).count("device or a pipe") == count
    desk = Desk(here)
    found = desk.findings(patient=False)
    assert [each.code for each in found[(here / "tei" / "b.xml").resolve()]] == ["file-unreadable"]
    assert desk.text(Path("/dev/zero")) == desk.text(here / "tei" / "b.xml") == ""


def test_what_is_no_file_is_not_included(here: Path) -> None:
    os.mkfifo(here / "tei" / "part")
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part"/>'
    (here / "tei" / "a.xml").write_text(tei(f"<div>{include}</div>"), encoding="utf-8")
    (finding,) = [each for each in check(Edition.here(here)) if each.code.startswith("xinclude")]
    assert "device or a pipe" in finding.message
