"""The words an output shows, read back from the output alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["of_html", "of_print", "of_text", "of_witness_text"]

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


def of_html(page: str) -> str:
    """The text of a page: of the element `edition-text`, without what the page adds."""
    from lxml import html

    start = page.index('id="edition-text"')
    start = page.rindex("<", 0, start)
    end = page.index("</article>", start)
    return "".join(_html(html.fragment_fromstring(page[start:end] + "</article>")))


def _html(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    classes = (element.get("class") or "").split()
    if not _GENERATED.isdisjoint(classes):
        return
    apart = (element.tag in _BREAKING and "within-word" not in classes) or "block" in classes
    if apart:
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _html(child)
        yield child.tail or ""
    if apart:
        yield "\n"


def of_text(text: str, labels: Mapping[str, str]) -> str:
    """The reading text of a plain-text file: what stands between its heading and the next one."""
    _, _, rest = f"\n\n{text}".partition(f"\n\n{labels['text'].upper()}\n\n")
    keys = ("notes", *(key for key in labels if key.startswith("apparatus.")))
    ends = [at for key in keys if (at := rest.find(f"\n\n{labels[key].upper()}\n\n")) >= 0]
    return rest[: min(ends, default=len(rest))]


def of_witness_text(text: str, *, fragmentary: bool) -> str:
    """The text of a witness's file: all but, of a fragment, the line that says what is missing."""
    head, _, rest = text.partition("\n\n")
    return rest if fragmentary and head.startswith("[") and head.endswith("]") else text


_TOKEN = re.compile(
    r"\\(.)|#([\w-]+)|\"((?:[^\"\\]|\\.)*)\"|([\[\](),])|([^\\#\"\[\](),]+)", re.DOTALL
)
_SKIPPED = frozenset(["address", "app-end", "blank", "note", "present", "source-page"])
_WORDS = frozenset(["abbr", "app", "deleted", "emph", "ent", "external", "hi", "lang", "strong"])
"""Calls within a line; every other call stands apart."""


def of_print(markup: str) -> str:
    """The text of a book in Typst's markup: what stands in its part `text`."""
    start = markup.index('\n#part(kind: "text")')
    start = markup.index("\n", start + 1)
    ends = (markup.find(f"\n#{call}", start) for call in ("part(", "colophon"))
    text = markup[start : min((end for end in ends if end >= 0), default=None)]
    tokens = [match.groups() for match in _TOKEN.finditer(text)]
    return "".join(_Markup(tokens).content(closing=""))


class _Markup:
    """A reader of the few shapes of Typst's markup that the stylesheets write."""

    def __init__(self, tokens: list[tuple[str | None, ...]]) -> None:
        self.tokens = tokens
        self.at = 0

    def content(self, closing: str) -> list[str]:
        """Markup up to the closing bracket."""
        parts: list[str] = []
        while self.at < len(self.tokens):
            escaped, call, quoted, sign, words = self.tokens[self.at]
            self.at += 1
            if sign == closing == "]":
                return parts
            if call is not None:
                parts += self._call(call)
            elif quoted is not None:
                parts.append(f'"{quoted}"')
            else:
                parts.append(escaped or sign or words or "")
        return parts

    def _call(self, name: str) -> list[str]:
        arguments: list[list[str]] = []
        if self._next("("):
            arguments += self._arguments()
        while self._next("["):
            arguments.append(self.content("]"))
        if name == "section":
            arguments = arguments[-1:]
        if name in _SKIPPED:
            return []
        if name in _WORDS:
            return [part for one in arguments for part in one]
        return ["\n", *(part for one in arguments for part in [*one, "\n"])]

    def _arguments(self) -> list[list[str]]:
        """The contents among the arguments of a call, up to its closing parenthesis."""
        found: list[list[str]] = []
        depth = 1
        while depth and self.at < len(self.tokens):
            sign = self.tokens[self.at][3]
            self.at += 1
            if sign == "[":
                found.append(self.content("]"))
            depth += (sign == "(") - (sign == ")")
        return found

    def _next(self, sign: str) -> bool:
        found = self.at < len(self.tokens) and self.tokens[self.at][3] == sign
        self.at += found
        return found
