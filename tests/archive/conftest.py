"""Packages made once for all tests of the archive, and what may be lacking on a machine."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

import pytest

from tests.archive.packages import make_package
from tests.conftest import ROOT, TEST_ALL
from variorum.relaxng import Schema, load_schema

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="session")
def note(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of this edition's note, as a SIP; its zip lies beside it."""
    folder = tmp_path_factory.mktemp("note")
    shutil.copytree(ROOT / "tei", folder / "tei")
    shutil.copy(ROOT / "LICENSE", folder)
    return make_package(folder)


@pytest.fixture(scope="session")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a small letter: quick to copy and to damage."""
    folder = tmp_path_factory.mktemp("letter")
    shutil.copytree(CASES / "letter", folder, dirs_exist_ok=True)
    return make_package(folder, "--type", "aip")


@cache
def _edition_schema() -> tuple[bytes, Schema]:
    path = ROOT / "tei" / "schema" / "edition.rng"
    return path.read_bytes(), load_schema(path)


@pytest.fixture
def _schema_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the edition's schema that is not damaged is not read again for each package."""

    def load(path: Path, within: Path | None = None) -> Schema:
        data, schema = _edition_schema()
        return schema if path.read_bytes() == data else load_schema(path, within)

    monkeypatch.setattr("variorum.relaxng.load_schema", load)


@pytest.fixture
def damaged(letter: Path, tmp_path: Path, _schema_read_once: None) -> Path:
    """A copy of the letter's package that a test may damage."""
    return Path(shutil.copytree(letter, tmp_path / letter.name))


@pytest.fixture(scope="session")
def validators() -> Path:
    """The Python of the environment that VARIORUM_VALIDATORS names, or of `.validators`."""
    return _python("VARIORUM_VALIDATORS", ".validators")


@pytest.fixture(scope="session")
def crate_validator() -> Path:
    """The Python of the environment of roc-validator, which VARIORUM_CRATE_VALIDATOR names."""
    return _python("VARIORUM_CRATE_VALIDATOR", ".crate-validator")


def _python(variable: str, default: str) -> Path:
    python = Path(os.environ.get(variable, ROOT / default)) / "bin" / "python"
    if not python.exists():
        reason = f"no environment of validators; {variable} can name its folder"
        if TEST_ALL:
            pytest.fail(f"{reason}, but VARIORUM_TEST_ALL=1")
        pytest.skip(reason)
    return python
