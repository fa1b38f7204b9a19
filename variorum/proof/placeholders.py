"""Placeholders: characters that stand in an expected text for what an output may add to it."""

from __future__ import annotations

__all__ = [
    "BREAK",
    "BREAK_BY_NOTE",
    "DESCRIPTION",
    "EDGE",
    "ITEM",
    "LINK",
    "MARKS",
    "NOTE",
    "NOTE_APART",
    "NUMBER",
    "QUOTE",
    "SPACE",
]

NUMBER = "\x01"
"""The number of a paragraph."""
QUOTE = "\x02"
"""A quotation mark."""
NOTE = "\x03"
"""The number of a note."""
SPACE = "\x04"
"""A space."""
ITEM = "\x05"
"""The mark of an item in a list."""
LINK = "\x06"
"""The words of a link or picture that has none in the TEI."""
DESCRIPTION = "\x07"
"""A description that is made of parts; its words are not compared."""
NOTE_APART = "\x08"
"""A note with white space on both sides, of which one space stays, before the note or after it."""
EDGE = "\x0e"
"""The beginning or end of a reading that a witness has instead of the lemma."""
BREAK = "\x0f"
"""The number of a page, a line or another unit, where it begins."""
BREAK_BY_NOTE = "\x10"
"""Such numbers and numbers of notes beside each other, in any order."""
MARKS = (
    f"{NUMBER}{QUOTE}{NOTE}{SPACE}{ITEM}{LINK}{DESCRIPTION}{NOTE_APART}{EDGE}{BREAK}{BREAK_BY_NOTE}"
)
"""All of these."""
