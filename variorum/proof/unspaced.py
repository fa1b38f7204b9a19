"""Scripts that have no spaces between words: the end of a line in the file is none either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["has_unspaced", "is_unspaced", "without_line_ends"]

_TEI = "{http://www.tei-c.org/ns/1.0}"
_CHARACTER = (
    "[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U0003fffd]"
)
_ENDS = re.compile(rf"{_CHARACTER}\s*\Z")
_BEGINS = re.compile(rf"\s*{_CHARACTER}")
_LINES = re.compile(rf"(?<={_CHARACTER})\s*\n\s*(?={_CHARACTER})")
_BREAKS = (f"{_TEI}lb", f"{_TEI}pb", f"{_TEI}cb")


def has_unspaced(text: str) -> bool:
    """Whether such a character stands in a text."""
    return not text.isascii() and re.search(_CHARACTER, text) is not None


def without_line_ends(text: str) -> str:
    """A text without the ends of lines between two such characters."""
    return text if text.isascii() or "\n" not in text else _LINES.sub("", text)


def is_unspaced(before: str, element: _Element) -> bool:
    """Whether a break stands between two such characters of prose, after the text `before`."""
    return (
        element.tag in _BREAKS
        and "break" not in element.attrib
        and not before.isascii()
        and _ENDS.search(before) is not None
        and _BEGINS.match(element.tail or "") is not None
        and next(element.iterancestors(f"{_TEI}p", f"{_TEI}note"), None) is not None
    )
