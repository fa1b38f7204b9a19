"""The text that a page shows, read from the page alone."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection
from functools import lru_cache
from html import unescape
from typing import Any

from variorum.proof.notations import formula
from variorum.proof.unit_numbers import marked

__all__ = ["notes_of_page", "rest_of_page", "text_of_page", "text_parts"]

_SAID = re.compile(r"\b(?:alt|title|aria-label|href)=\"([^\"]*)\"")

_GENERATED = frozenset(
    [
        "entry-reference",
        "note-reference",
        "hidden",
        "number",
        "line-number",
        "break",
        "milestone",
        "item-mark",
        "ptr",
        "graphic",
        "sources",
        "beside",
        "kind-of-text",
    ]
)
"""Classes of what a page adds to the text."""
_BREAKING = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements that divide words from those before and after."""


_LINE_NUMBER = ".//*[@class='line-number']"
_NUMBERS = frozenset(["number", "line-number", "break", "milestone", "item-mark"])
"""Classes of the numbers of units."""


def text_of_page(page: str, *, numbers: bool = False) -> str:
    """The text in the element `edition-text` of a page, without what the page adds to it.

    With `numbers` the numbers of units stand in it, as `marked` writes them.
    """
    article = _article(page)
    if numbers and article.find(_LINE_NUMBER) is not None:
        article = copy.deepcopy(article)  # others read it too
        for verse in article.iterfind(_LINE_NUMBER):
            # it stands before the verse, and where its words end in the page
            above = verse.getparent()
            number = above.makeelement("span", {"class": "milestone"})
            number.text, number.tail, above.text = verse.text, above.text, None
            above.insert(0, number)
    return "".join(text_parts(article, numbers=numbers))


def rest_of_page(page: str) -> list[str]:
    """What a page says beside the text: what lists its parts and leads to other pages is none."""
    start, end = _bounds(page)
    body = _tree(page[:start] + page[end:]).find("body")
    around = "" if body is None else "".join(text_parts(body, without=("nav", "header")))
    lists = _article(page).xpath(
        ".//*[not(self::span)][contains(concat(' ', @class, ' '), ' beside ')]"
    )
    beside = ("".join(text_parts(child)) for each in lists for child in each)
    return [around, *beside, *(unescape(words) for words in _SAID.findall(page))]


def notes_of_page(page: str) -> list[str]:
    """The notes of a page, in their order, without what the page adds to them."""
    if 'class="note-text"' not in page:
        return []
    notes = _tree(page).iterfind(".//li/div[@class='note-text']")
    return ["".join(text_parts(note)) for note in notes]


@lru_cache(maxsize=1)
def _article(page: str) -> Any:
    """The element with the text of a page, which is read several times and never changed."""
    start, end = _bounds(page)
    return _tree(f"<html><body>{page[start:end]}</article></body></html>").find("body/article")


def _bounds(page: str) -> tuple[int, int]:
    start = page.index('<article id="edition-text')
    return start, page.index("</article>", start)


def _tree(page: str) -> Any:
    """The elements of a page: nothing is left out, however deep it lies."""
    from lxml import etree

    return etree.fromstring(page, parser=etree.HTMLParser(huge_tree=True))


def text_parts(element: Any, without: Collection[str] = (), *, numbers: bool = False) -> list[str]:
    """The text of an element of a page, block by block, but not what the page adds to it."""
    parts: list[str] = []
    _add_parts(parts, element, without, numbers)
    return parts


def _add_parts(parts: list[str], element: Any, without: Collection[str], numbers: bool) -> None:
    if not isinstance(element.tag, str) or element.tag in without:
        return
    classes = (element.get("class") or "").split()
    if not _GENERATED.isdisjoint(classes):
        if numbers and not _NUMBERS.isdisjoint(classes) and "line-number" not in classes:
            said = element.xpath(".//text()[not(parent::*[@class = 'hidden'])]")
            parts.append(marked("".join(said)))
        return
    if element.tag == "math":
        parts.append(formula(element))
        return
    apart = element.tag in _BREAKING or "block" in classes
    if apart:
        parts.append("\n")
    if numbers and element.tag == "li" and element.get("value"):
        parts.append(marked(element.get("value")))
    parts.append(element.text or "")
    for child in element:
        _add_parts(parts, child, without, numbers)
        parts.append(child.tail or "")
    if apart:
        parts.append("\n")
