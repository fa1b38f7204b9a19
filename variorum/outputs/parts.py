"""The pages of the parts of long texts, where the settings divide texts into pages.

The stylesheet makes them as if the text were one page. Here each becomes a file, and a link that
leaves a page leads to the page that has its target: a part, or else the page of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from variorum.outputs.output import File, Text, TextOutput, driver
from variorum.outputs.shown_pictures import page_files

if TYPE_CHECKING:
    from variorum.source import Edition

__all__ = ["PARTS"]

_DRIVER = driver("html-views")
_PAGE = re.compile(r"(?=<html\b)")
_TAG = re.compile(r'<[A-Za-z](?:[^"<>]|"[^"]*")*>')
_ID = re.compile(r'\sid="([^"]*)"')
_LINK = re.compile(r'(\shref=")#([^"]*)"')
"""The processor writes every attribute in double quotes, and escapes < in text."""


def _files(text: Text, rendered: str) -> Iterator[File]:
    start, *pages = _PAGE.split(rendered)
    names = [f"{text.name}.part-{number}.html" for number in range(1, len(pages) + 1)]
    places = {
        place: name for name, page in zip(names, pages, strict=True) for place in _ids_of(page)
    }
    whole = f"{text.name}.html"
    for name, page in zip(names, pages, strict=True):
        yield from page_files(text, start + _led(page, whole, places), f"html/{name}")


def _ids_of(page: str) -> Iterator[str]:
    for tag in _TAG.finditer(page):
        if found := _ID.search(tag[0]):
            yield unescape(found[1])


def _led(page: str, whole: str, places: Mapping[str, str]) -> str:
    """The page whose links lead to the pages of their targets."""
    own = {"", *_ids_of(page)}

    def link(found: re.Match[str]) -> str:
        place = unquote(unescape(found[2]))
        if place in own:
            return found[0]
        return f'{found[1]}{quote(places.get(place, whole))}#{found[2]}"'

    return _TAG.sub(lambda tag: _LINK.sub(link, tag[0]), page)


def _is_wanted(edition: Edition) -> bool:
    return bool(edition.settings.site.pages)


def _applies(text: Text) -> bool:
    return text.document.summary.parts > 0


PARTS = TextOutput(
    name="parts",
    format="html",
    paths=("html/{name}.part-*.html", "html/media/*"),
    driver=_DRIVER,
    scope=frozenset({"document"}),
    mode="parts",
    files=_files,
    applies=_applies,
    is_wanted=_is_wanted,
)
