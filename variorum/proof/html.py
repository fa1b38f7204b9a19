"""The text that a page shows, read from the page alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
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
        "ptr",
        "graphic",
        "sources",
        "beside",
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


_NUMBERS = frozenset(["number", "line-number", "break", "milestone"])
"""Classes of the numbers of units."""


def text_of_page(page: str, *, numbers: bool = False) -> str:
    """The text in the element `edition-text` of a page, without what the page adds to it.

    With `numbers` the numbers of units stand in it, as `marked` writes them.
    """
    from lxml import html

    start = page.index('<article id="edition-text')
    end = page.index("</article>", start)
    article = html.fragment_fromstring(f"{page[start:end]}</article>", parser=_parser())
    for verse in article.iterfind(".//*[@class='line-number']") if numbers else ():
        # it stands before the verse, and where its words end in the page
        above = verse.getparent()
        number = above.makeelement("span", {"class": "milestone"})
        number.text, number.tail, above.text = verse.text, above.text, None
        above.insert(0, number)
    return "".join(text_parts(article, numbers=numbers))


def rest_of_page(page: str) -> list[str]:
    """What a page says beside the text: what lists its parts and leads to other pages is none."""
    from lxml import html

    start = page.index('<article id="edition-text')
    end = page.index("</article>", start)
    body = html.document_fromstring(page[:start] + page[end:], parser=_parser()).find("body")
    around = "" if body is None else "".join(text_parts(body, without=("nav", "header")))
    article = html.fragment_fromstring(f"{page[start:end]}</article>", parser=_parser())
    lists = article.xpath(".//*[not(self::span)][contains(concat(' ', @class, ' '), ' beside ')]")
    beside = ("".join(text_parts(child)) for each in lists for child in each)
    return [around, *beside, *(unescape(words) for words in _SAID.findall(page))]


def notes_of_page(page: str) -> list[str]:
    """The notes of a page, in their order, without what the page adds to them."""
    from lxml import html

    if 'class="note-text"' not in page:
        return []
    notes = html.document_fromstring(page, parser=_parser()).iterfind(
        ".//li/div[@class='note-text']"
    )
    return ["".join(text_parts(note)) for note in notes]


def _parser() -> Any:
    """A parser that leaves nothing out, however deep it lies."""
    from lxml import html

    return html.HTMLParser(huge_tree=True)


def text_parts(
    element: Any, without: Collection[str] = (), *, numbers: bool = False
) -> Iterator[str]:
    """The text of an element of a page, block by block, but not what the page adds to it."""
    if not isinstance(element.tag, str) or element.tag in without:
        return
    classes = (element.get("class") or "").split()
    if not _GENERATED.isdisjoint(classes):
        if numbers and not _NUMBERS.isdisjoint(classes) and "line-number" not in classes:
            yield marked("".join(element.xpath(".//text()[not(parent::*[@class = 'hidden'])]")))
        return
    if element.tag == "math":
        yield formula(element)
        return
    apart = element.tag in _BREAKING or "block" in classes
    if apart:
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from text_parts(child, without, numbers=numbers)
        yield child.tail or ""
    if apart:
        yield "\n"
