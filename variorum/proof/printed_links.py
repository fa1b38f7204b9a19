"""The links of an output, with their words, read from the output alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from variorum.proof.html import text_parts
from variorum.proof.lost_words import words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Page", "PrintedLink", "links_of_book"]

_ENTRY = re.compile(r"register/[^#]*#(.*)")
_IN_PRINT = re.compile(r'#(?:ent\("[^"]*", |external\()"((?:[^"\\]|\\.)*)"\)\[((?:[^][\\]|\\.)*)\]')
_IN_LATEX = re.compile(r"\\(?:hyperlink\{entry-|href\{)((?:[^{}\\]|\\.)*)\}\{((?:[^{}\\]|\\.)*)\}")
_PRINT = '\n#part(kind: "text"', "\n#part(", _IN_PRINT
_LATEX = "\n\\beginnumbering\n", "\\endnumbering\n", _IN_LATEX
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True)
class PrintedLink:
    """A link: the letters of its words, and where it leads.

    `address` is that of a page of the web or a place in the page (`#…`), `entry` the name of an
    entry of a register. One that is `further` has no words.
    """

    letters: str
    address: str = ""
    entry: str = ""
    further: bool = False


class Page:
    """A page of the reading text, with its notes."""

    def __init__(self, page: str) -> None:
        from lxml import html

        self._root = html.document_fromstring(page, parser=html.HTMLParser(huge_tree=True))

    @cached_property
    def links(self) -> list[PrintedLink]:
        """The links of its text and notes that references and names have."""
        articles = self._root.xpath("//article[starts-with(@id, 'edition-text')]")
        return [link for article in articles for link in self._links(article)]

    def letters_at(self, fragment: str) -> str | None:
        """The letters of the element that has an id; nothing where no element has it."""
        found = self._by_id.get(unquote(fragment))
        return None if found is None else _letters("".join(text_parts(found)))

    @cached_property
    def _by_id(self) -> dict[str, HtmlElement]:
        return {str(each.get("id")): each for each in self._root.iter("*") if each.get("id")}

    def _links(self, article: Any) -> Iterator[PrintedLink]:
        for link in article.iter("a"):
            further = link.getparent().get("class", "").split()[:1] == ["also"]
            classes = link.get("class", "").split()
            if further or {"ref", "name", "ptr"}.intersection(classes):
                href = link.get("href", "")
                entry = _ENTRY.search(href)
                letters = _letters("".join(text_parts(link)))
                yield PrintedLink(letters, href, unquote(entry[1]) if entry else "", further)


def links_of_book(kind: str, source: str) -> list[PrintedLink]:
    """The links in the text of a book that have plain words: in its markup, or its LaTeX."""
    begins, ends, links_of = {"print": _PRINT, "latex": _LATEX}[kind]
    text = source.partition(begins)[2].partition(ends)[0]
    found = links_of.finditer(text)
    links = []
    for link in found:
        to, words = (_ESCAPE.sub(r"\1", part) for part in link.groups())
        is_entry = link[0].startswith(("#ent", r"\hyperlink"))
        links.append(PrintedLink(_letters(words), "" if is_entry else to, to if is_entry else ""))
    return links


def _letters(text: str) -> str:
    return "".join(words_of(text))
