"""The codes of what is found while a model is made."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "ELEMENT_UNHANDLED",
    "ENTRY_REVERSED",
    "ENTRY_UNPLACED",
    "ENTRY_WITHOUT_VARIATION",
    "LEMMA_MISSING",
    "LEMMA_NOT_FOUND",
    "PAGE_PICTURES_MISSING",
    "PICTURE_MISSING",
    "PICTURE_OUTSIDE",
    "PICTURE_UNKNOWN",
    "READINGS_ALIKE",
]


ELEMENT_UNHANDLED = Code(
    "element-unhandled",
    "info",
    "No stylesheet has a rule for the element: its text is kept.",
    "nothing, if its text needs no look of its own; else use an element that has one, such as hi",
)

ENTRY_UNPLACED = Code(
    "entry-unplaced",
    "warning",
    "An entry of the apparatus names a place the text does not have.",
    "correct @from, @to or @loc",
)

ENTRY_REVERSED = Code(
    "entry-reversed",
    "warning",
    "An entry of the apparatus ends before it begins, or never.",
    "correct @from and @to",
)

LEMMA_NOT_FOUND = Code(
    "lemma-not-found",
    "warning",
    "The lemma does not stand where the entry says.",
    "write the lemma as the text has it",
)

LEMMA_MISSING = Code(
    "lemma-missing",
    "warning",
    "An entry of the apparatus does not say which words of its place its readings are about.",
    "write the words as its lem; until then no text of a witness has the readings",
)

PAGE_PICTURES_MISSING = Code(
    "page-pictures-missing",
    "info",
    "The document names pictures of its pages that are not in the folder of the edition.",
    "nothing, if they are meant to be elsewhere; else put the files there, or name their addresses",
)

ENTRY_WITHOUT_VARIATION = Code(
    "entry-without-variation",
    "info",
    "All readings of an entry of the apparatus are the same.",
    "nothing, if a program compared the witnesses; else correct the readings",
)

READINGS_ALIKE = Code(
    "readings-alike",
    "info",
    "Two readings of an entry of the apparatus are the same.",
    "put the witnesses of both into one reading, or correct the one that differs",
)

PICTURE_MISSING = Code(
    "picture-missing",
    "warning",
    "A picture that the document names is not there, and nothing is shown in its place.",
    "correct the name, or put the file there",
)

PICTURE_OUTSIDE = Code(
    "picture-outside",
    "warning",
    "A picture lies outside the folder of the edition, of which nothing is read.",
    "move the file into the folder of the edition",
)

PICTURE_UNKNOWN = Code(
    "picture-unknown",
    "warning",
    "A file is no picture that pages and books can show.",
    "use a file of the kind PNG, JPEG, GIF, WebP or SVG",
)
