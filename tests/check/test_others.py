"""The files of others: published TEI, and the fifteen mistakes of an editor."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOW, shared, without_large
from variorum.check import check
from variorum.findings import Diagnostic
from variorum.source import Edition

TRUE_BUT_MANY = ("pointer-unresolved", "rdg-without-witness", "wit-in-two-readings")
"""Codes with many findings in the corpora, each looked at and found to be right."""


def corpora() -> list[Path]:
    return sorted(shared("corpora").glob("*.xml"))


def test_every_mistake_has_one_finding_at_its_place() -> None:
    folder = shared("mistakes")
    schema = shared("schema") / "trial-customization.rng"
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as lines:
        expected = {
            row["file"]: (int(row["line"]), int(row["col"])) for row in csv.DictReader(lines)
        }
    files = sorted(folder.glob("m*.xml"))
    found = check(Edition.of(files, folder), schema)
    assert [(finding.file, (finding.line, finding.column)) for finding in found] == sorted(
        expected.items()
    )
    assert all(finding.help for finding in found)
    assert check(Edition.of([folder / "good.xml"], folder), schema) == []


@cache
def found_in_corpora(grammar: str) -> list[Diagnostic]:
    """The findings in published TEI; by a grammar, not in the large texts unless all are wanted."""
    files = without_large(corpora()) if grammar else corpora()
    schema = shared("schema") / grammar if grammar else None
    return check(Edition.of(files, shared("corpora")), schema)


@SLOW
@pytest.mark.parametrize("grammar", ["", "tei_all.rng"])
def test_published_tei_ends_with_findings_or_none(grammar: str) -> None:
    found = found_in_corpora(grammar)
    assert {finding.file for finding in found} <= {path.name for path in corpora()}
    assert not [
        finding for finding in found if finding.code.startswith(("xml-", "file-", "schematron"))
    ]
    assert all(finding.help for finding in found)


def test_no_mistake_of_published_tei_is_told_twice() -> None:
    found = found_in_corpora("tei_all.rng")
    places = Counter(
        (finding.file, finding.line, finding.column) for finding in found if finding.line
    )
    twice = {place for place, number in places.items() if number > 1}
    told = [finding for finding in found if (finding.file, finding.line, finding.column) in twice]
    assert {finding.code for finding in told} <= {"date-contradicts-text", *GRAMMAR_AT_ONE_TAG}


GRAMMAR_AT_ONE_TAG = ("grammar-attribute-missing", "grammar-element-misplaced")
"""Two mistakes can stand at one start tag."""


def test_rules_are_quiet_on_published_tei() -> None:
    """False alarms are cured in the rules: the number of findings is known, and small."""
    rules = Counter(finding.code for finding in _of_rules(found_in_corpora("")))
    assert sum(rules.values()) < 260
    assert all(number <= 21 for code, number in rules.items() if code not in TRUE_BUT_MANY)
    assert rules["date-contradicts-text"] == 8


def _of_rules(found: list[Diagnostic]) -> list[Diagnostic]:
    return [
        finding for finding in found if (ROOT / "tests" / "cases" / "check" / finding.code).is_dir()
    ]
