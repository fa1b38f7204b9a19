"""What a document without a text has to read.

That is its transcript by surfaces (TEI P5 12.2.2), its pictures, or the letters that its header
lists (2.4.6).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.proof.elements import TEI
from variorum.proof.placeholders import ITEM, LINK

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["letters", "texts"]

_LETTERS = f"{TEI}teiHeader/{TEI}profileDesc/{TEI}correspDesc"
_SHOWN = (f"{TEI}graphic", f"{TEI}gap", f"{TEI}ptr")
_DATED = ("when", "from", "notBefore", "to", "notAfter")


def texts(root: _Element) -> list[_Element]:
    """The elements whose words are those of a document; a text that has none gives way to those of
    a transcript.
    """
    found: list[_Element] = root.findall(f"{TEI}text")
    transcripts: list[_Element] = root.findall(f"{TEI}sourceDoc")
    if found and any(map(_words, transcripts)) and not any(map(_is_shown, found)):
        return transcripts
    pictures: list[_Element] = root.findall(f"{TEI}facsimile")
    return found or transcripts or pictures


def letters(root: _Element) -> Iterator[str]:
    """The letters that the header of a document lists whose text has no words."""
    text = root.find(f"{TEI}text")
    if text is None or _is_shown(text) or any(map(_words, root.findall(f"{TEI}sourceDoc"))):
        return
    described = root.findall(_LETTERS)
    if any(_words(each) for each in described):
        yield from (f" {ITEM}{_letter(each)} " for each in described)


def _is_shown(text: _Element) -> bool:
    return bool(_words(text)) or next(text.iter(*_SHOWN), None) is not None


def _letter(described: _Element) -> str:
    actions = (
        ", ".join(filter(None, map(_stated, action.iterchildren("*"))))
        for action in described.iterchildren(f"{TEI}correspAction")
    )
    return " → ".join(filter(None, actions))


def _stated(element: _Element) -> str:
    is_date = element.tag == f"{TEI}date" and any(name in element.attrib for name in _DATED)
    return _words(element) or (LINK if is_date else "")


def _words(element: _Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext("{*}*")).split())
