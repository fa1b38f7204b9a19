"""Signs in an expected text for what an output may add of its own."""

from __future__ import annotations

__all__ = [
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

NUMBER, QUOTE, NOTE, SPACE, ITEM, LINK, DESCRIPTION, NOTE_APART, EDGE = MARKS = (
    "\x01\x02\x03\x04\x05\x06\x07\x08\x0e"
)
"""The number of a paragraph, a quotation mark, the number of a note, a space, the mark of an item,
the words of a link or picture without any, a description made of parts (which is not compared), a
note with white space on both sides (one space stays, before or after it), the beginning or end of
a reading a witness has instead of the lemma."""
