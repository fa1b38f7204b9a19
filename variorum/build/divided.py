"""Which page of a divided text has a place, known before the text is made.

The pages are those of `xslt/common/parts.xsl`, told by the elements of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.source import TEI

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["pages_of_ids"]

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DIVIDED = re.compile(r"\{.*\}(?:div[1-7]?|text)")
_AROUND = re.compile(r"\{.*\}(?:div[1-7]?|text|group|front|body|back)")
_TRANSLATION = re.compile("transl|tradu|übers|uebers|перевод|perevod", re.IGNORECASE)


def pages_of_ids(root: _Element, pages: str) -> dict[str, int]:
    """The number of its page by each id in the text, and by "" that of the first page.

    `pages` is the setting `site.pages`; without one, and in a text of one page, all numbers are 0.
    """
    text = root.find(f"{TEI}text")
    if text is None:
        return {"": 0}
    elements = list(text.iter("*"))
    order = {element: number for number, element in enumerate(elements)}
    divisions = list(_divisions(text, pages)) if pages else []
    begins = [0, *_beginnings(divisions, order)] if len(divisions) > 1 else []
    named = {each.get(_ID, ""): bisect_right(begins, order[each]) for each in elements}
    return named | {"": min(1, len(begins))}


def _divisions(element: _Element, pages: str) -> Iterator[_Element]:
    """The outermost divisions within `element` that pages are called after."""
    for child in element.iterchildren(f"{TEI}*"):
        tag = str(child.tag)
        if not _AROUND.fullmatch(tag):
            continue
        kinds = ("div", *child.get("type", "").split())
        if _DIVIDED.fullmatch(tag) and pages in kinds and not _translates(child):
            yield child
        else:
            yield from _divisions(child, pages)


def _translates(division: _Element) -> bool:
    """Whether a division is the translation of one before it, with which it shares the page."""
    before = division.itersiblings(f"{TEI}div", f"{TEI}div1", preceding=True)
    return bool(_TRANSLATION.match(division.get("type", ""))) and any(True for _ in before)


def _beginnings(divisions: list[_Element], order: dict[_Element, int]) -> Iterator[int]:
    """Where each page after the first begins: with what begins after the division before."""
    for before, division in pairwise(divisions):
        around = [order[division], *(order.get(each, 0) for each in division.iterancestors())]
        yield min(number for number in around if number > order[before])
