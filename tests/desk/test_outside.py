"""What lies outside the edition, and what never ends, is neither read nor written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.check.texts import tei
from variorum.cli import main

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
    assert main(["format", str(outside)]) == 0
    assert outside.read_text(encoding="utf-8") != UNTIDY


def test_a_link_within_the_edition_stays_one(here: Path) -> None:
    (here / "tei" / "b.xml").symlink_to("a.xml")
    assert main(["format", "tei/b.xml"]) == 0
    assert (here / "tei" / "b.xml").is_symlink()
    assert (here / "tei" / "a.xml").read_text(encoding="utf-8") != UNTIDY
