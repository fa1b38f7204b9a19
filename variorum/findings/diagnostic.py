"""What is wrong and where: findings as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = ["Diagnostic", "Level", "Place", "VariorumError", "has_error", "summary"]

Level = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """A place in a file. `line` and `column` are 1-based; 0 where the file as a whole is meant."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One finding. `line` and `column` are 1-based; 0 where the file as a whole is meant.

    `output` is the place in a file that was made, where the finding is about one.
    """

    file: str
    line: int
    column: int
    code: str
    level: Level
    message: str
    help: str = ""
    output: Place | None = field(default=None, compare=False)


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
