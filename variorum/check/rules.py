"""How rules are registered that need more than one file, or more than XPath.

All other rules are in the ODD. The rules themselves are in the modules that `every_rule` imports.

A rule is a function with its code beside it. `FILE` rules see the index of one file, `EDITION`
rules all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from variorum.check.scan import Index, Position
from variorum.check.view import View
from variorum.findings import Code, Diagnostic

__all__ = ["CODES", "EDITION", "FILE", "Report", "edition_rule", "file_rule"]


@dataclass(frozen=True)
class Report:
    """What a rule says: where, what is wrong, and what to do if that differs from its help."""

    place: Position
    message: str
    help: str = ""
    index: Index | None = None


_FileRule = Callable[[Index], Iterator[Report]]
_EditionRule = Callable[[View], Iterator[Report]]

FILE: dict[str, Callable[[Index], Iterator[Diagnostic]]] = {}
"""Rules that see one file, by code."""

EDITION: dict[str, Callable[[View], Iterator[Diagnostic]]] = {}
"""Rules that see all files, by code."""

CODES: dict[str, Code] = {}
"""The codes of these rules, by name."""


def file_rule(code: Code) -> Callable[[_FileRule], _FileRule]:
    """Registers a rule for one file."""
    CODES[code.name] = code

    def register(rule: _FileRule) -> _FileRule:
        FILE[code.name] = lambda index: (_finding(code, index, report) for report in rule(index))
        return rule

    return register


def edition_rule(code: Code) -> Callable[[_EditionRule], _EditionRule]:
    """Registers a rule for all files; its reports name the index they are about."""
    CODES[code.name] = code

    def register(rule: _EditionRule) -> _EditionRule:
        EDITION[code.name] = lambda view: (
            report.index.located(_finding(code, report.index, report))
            for report in rule(view)
            if report.index
        )
        return rule

    return register


def _finding(code: Code, index: Index, report: Report) -> Diagnostic:
    return code.at(index.at(report.place), report.message, report.help)
