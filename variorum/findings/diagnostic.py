"""What is wrong and where: findings as data, and the door to their renderings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["FORMS", "Diagnostic", "Level", "VariorumError", "has_error", "render", "summary"]

Level = Literal["error", "warning", "info"]

FORMS = ("terminal", "json", "sarif", "github")
"""What `--format` can name."""


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One finding. `line` and `column` are 1-based; 0 where the file as a whole is meant."""

    file: str
    line: int
    column: int
    code: str
    level: Level
    message: str
    help: str = ""


class VariorumError(Exception):
    """An error the user can cause; carries the findings to show instead of a traceback."""

    def __init__(self, *findings: Diagnostic) -> None:
        super().__init__(*findings)
        self.findings: tuple[Diagnostic, ...] = findings

    def __str__(self) -> str:
        return "; ".join(finding.message for finding in self.findings)


def has_error(findings: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(finding.level == "error" for finding in findings)


def summary(findings: Sequence[Diagnostic]) -> str:
    """The closing line: `2 errors, 1 warning`."""
    count = Counter(finding.level for finding in findings)
    parts = [
        f"{count[level]} {level}{'s' if count[level] != 1 and level != 'info' else ''}"
        for level in ("error", "warning", "info")
        if count[level]
    ]
    return ", ".join(parts) or "no findings"


def render(findings: Sequence[Diagnostic], form: str = "terminal", *, colour: bool = False) -> str:
    """The findings in one of FORMS. `colour` is for a terminal that understands ANSI colours.

    The terminal form shows the lines at fault; it reads them from the files named, relative to
    the current folder, and leaves them out where that fails.
    """
    if form == "json":
        return json.dumps([_record(finding) for finding in findings], ensure_ascii=False, indent=2)
    if form == "sarif":
        from variorum.findings.sarif import sarif

        return sarif(findings)
    if form == "github":
        from variorum.findings.github import workflow_commands

        return workflow_commands(findings)
    if not findings:
        return summary(findings)
    from variorum.findings.terminal import terminal

    return terminal(findings, colour=colour)


def _record(finding: Diagnostic) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "level": finding.level,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "help": finding.help,
    }
