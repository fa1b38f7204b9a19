"""The rules that need more than one file, or more than XPath; the others are in the ODD.

A rule is a function with its words beside it. `FILE` rules see the index of one file, `EDITION`
rules all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from variorum.check.catalogue import Entry
from variorum.check.scan import Index, Place
from variorum.check.view import View
from variorum.findings import Diagnostic, Level

__all__ = ["EDITION", "FILE", "Report", "edition_rule", "file_rule", "words"]


@dataclass(frozen=True)
class Report:
    """What a rule says: where, what is wrong, and what to do if that differs from its help."""

    place: Place
    message: str
    help: str = ""
    index: Index | None = None


_FileRule = Callable[[Index], Iterator[Report]]
_EditionRule = Callable[[View], Iterator[Report]]

FILE: dict[str, Callable[[Index], Iterator[Diagnostic]]] = {}
"""Rules that see one file, by code."""

EDITION: dict[str, Callable[[View], Iterator[Diagnostic]]] = {}
"""Rules that see all files, by code."""

words: dict[str, Entry] = {}
"""What there is to say about each of these rules."""


def file_rule(
    code: str, level: Level, *, reason: str, cure: str, bad: str, good: str
) -> Callable[[_FileRule], _FileRule]:
    """Registers a rule for one file."""
    entry = words[code] = Entry(code, level, reason, cure, bad, good)

    def register(rule: _FileRule) -> _FileRule:
        FILE[code] = lambda index: (_finding(entry, index, one) for one in rule(index))
        return rule

    return register


def edition_rule(
    code: str, level: Level, *, reason: str, cure: str, bad: str, good: str
) -> Callable[[_EditionRule], _EditionRule]:
    """Registers a rule for all files; its reports name the index they are about."""
    entry = words[code] = Entry(code, level, reason, cure, bad, good)

    def register(rule: _EditionRule) -> _EditionRule:
        EDITION[code] = lambda view: (
            _finding(entry, one.index, one) for one in rule(view) if one.index
        )
        return rule

    return register


def _finding(entry: Entry, index: Index, report: Report) -> Diagnostic:
    help_ = report.help or entry.help
    return Diagnostic(index.name, *report.place, entry.code, entry.level, report.message, help_)
