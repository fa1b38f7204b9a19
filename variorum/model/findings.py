"""What the stylesheets report, as findings with a place in the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from variorum.engines.saxon import Message
from variorum.findings import Code, Diagnostic, Place
from variorum.model.codes import (
    ELEMENT_UNHANDLED,
    ENTRY_REVERSED,
    ENTRY_UNPLACED,
    ENTRY_WITHOUT_VARIATION,
    LEMMA_MISSING,
    LEMMA_NOT_FOUND,
    READINGS_ALIKE,
)
from variorum.source import Source

if TYPE_CHECKING:
    from variorum.source.positions import Places

__all__ = ["findings"]

_MESSAGES: dict[str, tuple[Code, str, str]] = {
    code.name: (code, message, where)
    for code, message, where in (
        (
            ENTRY_UNPLACED,
            "the entry on “{lemma}” names a place that is not in the text: {location}",
            "it is printed after all others",
        ),
        (
            ENTRY_REVERSED,
            "the entry on “{lemma}” ends before it begins, or never",
            "it is printed where it begins",
        ),
        (
            LEMMA_NOT_FOUND,
            "the lemma “{lemma}” does not stand in {location}",
            "the entry is printed at the end of that place",
        ),
        (
            LEMMA_MISSING,
            "the entry does not say on which words of {location} it is",
            "it is printed with its readings",
        ),
        (
            ENTRY_WITHOUT_VARIATION,
            "all readings of the entry on “{lemma}” are the same",
            "the entry is not printed",
        ),
        (
            READINGS_ALIKE,
            "another reading of the entry is “{lemma}” too",
            "both are printed",
        ),
    )
}
"""By the code that the stylesheets give: what is wrong, and where the entry is printed."""


def findings(source: Source, messages: Iterable[Message]) -> list[Diagnostic]:
    """One finding a message, at the place of the element it is about."""
    from variorum.source.positions import Places

    places = Places(source.root, source.whole)
    return [source.located(_finding(source, places, message)) for message in messages]


def _finding(source: Source, places: Places, message: Message) -> Diagnostic:
    given = message.attributes
    if message.name == "unhandled":
        text = f"no rule for element {given['name']}: its text is kept as it is"
        return ELEMENT_UNHANDLED.at(Place(source.name), text)
    code, text, where = _MESSAGES[given["code"]]
    place = Place(source.name, *places.find(given["path"]))
    return code.at(place, text.format_map(given), f"{where}; {code.help}")
