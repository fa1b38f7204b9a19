"""The level that an edition gives to findings of a code, `[tool.variorum.levels]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.findings import Diagnostic, Level, Place
from variorum.source.codes import SETTINGS_VALUE
from variorum.source.settings import FILE

if TYPE_CHECKING:
    from variorum.source import Edition

__all__ = ["FIXED", "levelled", "unknown_levels"]

FIXED = ("xml-", "file-", "settings-", "exception-", "check-")
"""How codes begin whose level is the same everywhere: without their cure nothing can be judged."""

_LEVELS: dict[str, Level] = {"error": "error", "warning": "warning", "info": "info"}


def levelled(findings: Iterable[Diagnostic], levels: dict[str, str]) -> Iterator[Diagnostic]:
    """The findings at the levels of the settings; those of the level `none` are left out."""
    for finding in findings:
        if finding.code not in levels or finding.code.startswith(FIXED):
            yield finding
        elif level := _LEVELS.get(levels[finding.code]):
            yield replace(finding, level=level)


def unknown_levels(edition: Edition) -> Iterator[Diagnostic]:
    """What is wrong with the codes that the settings give a level."""
    levels = edition.settings.levels
    if not levels:
        return
    from difflib import get_close_matches

    from variorum.check.known import known_codes
    from variorum.source.toml_keys import key_positions

    known = known_codes(edition.root / "tei" / "schema" / "edition.odd")
    positions = key_positions((edition.root / FILE).read_text(encoding="utf-8"))
    for code in levels:
        place = Place(FILE, *positions.get(("tool", "variorum", "levels", code), (0, 0)))
        if code not in known:
            close = get_close_matches(code, known, 1, 0.5)
            help_ = f"did you mean {close[0]}?" if close else "see variorum explain"
            yield SETTINGS_VALUE.at(place, f"the checks have no code {code}", help_)
        elif code.startswith(FIXED):
            yield SETTINGS_VALUE.at(place, f"the level of {code} cannot be changed", "remove it")
