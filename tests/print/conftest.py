"""The cases and the note, printed once for all tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from tests.building import build
from tests.conftest import ROOT
from tests.print.structure import Element, structure
from variorum.findings import Diagnostic
from variorum.source import Edition

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Printed:
    """The print output of one document."""

    source: Path
    markup: str
    path: Path
    findings: list[Diagnostic]

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()

    def open(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    def structure(self) -> Element:
        return structure(self.open())


def print_edition(edition: Edition, output: Path) -> dict[str, Printed]:
    """Prints an edition: the output of each document by its id."""
    findings = build(edition, output, ("pdf",)).findings
    return {
        source.id: Printed(
            source.path,
            (output / "print" / f"{source.id}.typ").read_text(encoding="utf-8"),
            output / "pdf" / f"{source.id}.pdf",
            [finding for finding in findings if finding.file == source.name],
        )
        for source in edition.documents
    }


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """The cases, printed as files by strangers are."""
    return print_edition(Edition.of([CASES], CASES), tmp_path_factory.mktemp("cases"))


@pytest.fixture(scope="session")
def note(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The edition in this repository: its first document."""
    printed = print_edition(Edition.here(ROOT), tmp_path_factory.mktemp("note"))
    return next(iter(printed.values()))
