"""The cases of the rules: folders of tests/cases/check, named after the code they prove."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from tests.conftest import ROOT
from variorum.check import check
from variorum.findings import Diagnostic
from variorum.source import Edition, Source

CASES = ROOT / "tests" / "cases" / "check"
_OTHERS = frozenset(
    (
        "app-two-lemmas",
        "choice-no-pair",
        "date-impossible",
        "filedesc-missing",
        "gap-without-reason",
        "id-invalid",
        "witness-without-id",
    )
)
"""What the edition's grammar forbids as well: these are proven on files of others."""

CODES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def edition(case: Path, name: str) -> Edition:
    """The edition `bad` or `good` of a case: one file, or a folder of files."""
    folder = case / name
    files = sorted(folder.glob("*.xml")) if folder.is_dir() else [case / f"{name}.xml"]
    sources = tuple(Source(file, file.relative_to(case).as_posix()) for file in files)
    root = case if case.name in _OTHERS else ROOT  # whose schema judges them
    return Edition(root, sources, own=root == ROOT)


def findings(case: Path, name: str, without: Collection[str] = ()) -> list[Diagnostic]:
    """What the check finds in it; a case of another rule has no more header than it needs."""
    found = check(edition(case, name), without=without)
    others = ("grammar-no-schema", *(() if case.name.startswith("header-") else ("header-",)))
    return [finding for finding in found if not finding.code.startswith(others)]


def listed(found: list[Diagnostic]) -> str:
    """Findings as the expectation beside a case has them."""
    lines = []
    for finding in found:
        place = f"{finding.file}:{finding.line}:{finding.column}"
        lines.append(f"{place}: {finding.level}[{finding.code}]: {finding.message}")
        if finding.help:
            lines.append(f"  help: {finding.help}")
    return "\n".join(lines) + "\n"
