"""What the stylesheets report, as findings with a place in the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from variorum.engines.saxon import Message
from variorum.findings import Diagnostic, Level
from variorum.source.edition import Source

if TYPE_CHECKING:
    from variorum.source.positions import Places

__all__ = ["findings"]

_MESSAGES: dict[str, tuple[Level, str, str]] = {
    "entry-unplaced": (
        "warning",
        "the entry on “{lemma}” names a place that is not in the text: {location}",
        "it is printed after all others; correct @from, @to or @loc",
    ),
    "entry-reversed": (
        "warning",
        "the entry on “{lemma}” ends before it begins, or never",
        "it is printed where it begins; correct @from and @to",
    ),
    "lemma-not-found": (
        "warning",
        "the lemma “{lemma}” does not stand in {location}",
        "the entry is printed at the end of that place; write the lemma as the text has it",
    ),
}


def findings(source: Source, messages: Iterable[Message]) -> list[Diagnostic]:
    """One finding a message, at the place of the element it is about."""
    from variorum.source.positions import Places

    places = Places(source.root, source.data)
    return [_finding(source, places, message) for message in messages]


def _finding(source: Source, places: Places, message: Message) -> Diagnostic:
    given = message.attributes
    if message.name == "unhandled":
        text = f"no rule for element {given['name']}: its text is kept as it is"
        return Diagnostic(source.name, 0, 0, "element-unhandled", "info", text)
    level, text, help_ = _MESSAGES[given["code"]]
    line, column = places.find(given["path"])
    return Diagnostic(
        source.name, line, column, given["code"], level, text.format_map(given), help_
    )
