"""Calls in a process of their own: what they return, raise and leave behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from variorum import beside
from variorum.beside import Beside
from variorum.check import check
from variorum.diagnostics import VariorumError
from variorum.edition import Edition

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(params=["fork", "spawn"])
def _both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The two ways in which a process begins: the first is that of Linux, the second of others."""
    monkeypatch.setattr(beside, "_start", lambda: request.param)


@pytest.mark.usefixtures("_both")
def test_a_check_beside_finds_what_a_check_finds(tmp_path: Path) -> None:
    letter = tmp_path / "letter.xml"
    letter.write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'><p></TEI>", encoding="utf-8")
    edition = Edition.of([letter], tmp_path)
    found = Beside(check, edition).result()
    assert found == check(edition)
    assert "xml-not-well-formed" in {one.code for one in found}


@pytest.mark.usefixtures("_both")
def test_its_error_is_raised_here_each_time(tmp_path: Path) -> None:
    asked = Beside(check, Edition.here(ROOT), tmp_path / "nothing.rng")
    for _ in range(2):
        with pytest.raises(VariorumError, match=r"nothing\.rng|cannot be read"):
            asked.result()


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(RuntimeError, match="ended with 7"):
        Beside(os._exit, 7).result()
