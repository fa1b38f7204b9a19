"""The words an output shows, read back from the output alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["of_html", "of_text", "of_witness_text"]

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
