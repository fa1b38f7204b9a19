"""Ten different mistakes as an editor sees them: a page to be read, and kept readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.cases import CASES, findings
from tests.conftest import Golden
from variorum.findings import Diagnostic, render
from variorum.source.bytes import text_of

MISTAKES = (
    "app-span-not-lemma",
    "date-contradicts-text",
    "entry-missing",
    "id-duplicate",
    "language-undeclared",
    "pointer-unresolved",
    "prefix-undeclared",
    "ref-wrong-kind",
    "wit-in-two-readings",
    "wit-unaccounted",
)


def test_ten_mistakes_read_well(golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(CASES)
    first = [_first(code) for code in MISTAKES]
    golden(Path(__file__).with_name("page.golden"), render(first, text=text_of) + "\n")


def _first(code: str) -> Diagnostic:
    finding = findings(CASES / code, "bad")[0]
    return Diagnostic(
        f"{code}/{finding.file}",
        finding.line,
        finding.column,
        finding.code,
        finding.level,
        finding.message,
        finding.help,
    )
