"""A book before it is typeset, as a tree of calls: the same for Typst and for LaTeX."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from variorum.proof.sigla import raised
from variorum.proof.unit_numbers import marked

__all__ = ["Book", "Call", "Content", "calls", "is_apart", "is_shown", "numbered", "siglum_in"]

Content = list["str | Call"]
"""Words and calls, in their order."""

_SKIPPED = frozenset(
    ["address", "bookmark", "note", "present", "shown", "unit-number"]
    + [f"source-{number}" for number in ("line-number", "page", "section")]
)
_NUMBERS = ("source-line-number", "source-page", "source-section", "unit-number")
_WITHIN = frozenset(
    [
        *("abbr", "app", "emph", "ent", "external", "first", "lang"),
        *("look", "separator", "strong", "super"),
    ]
)


@dataclass
class Call:
    """A call: its name and its arguments."""

    name: str
    strings: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    """Strings and words (`true`) among the arguments that have a name."""
    parts: list[Content | Call] = field(default_factory=list)
    """Contents and calls among the arguments, also those in arrays."""

    @property
    def contents(self) -> list[Content]:
        return [part for part in self.parts if isinstance(part, list)]


@dataclass
class Book:
    """The text of a book, and its apparatus."""

    text: Content
    """In the text the calls `app` and `app-end` say where entries stand."""
    rest: list[str] = field(default_factory=list)
    """The source of what stands before and after the text and its apparatus."""
    entries: list[tuple[str, Call]] = field(default_factory=list)
    """The entries, each with the heading under which it stands."""
    groups: dict[str, list[str]] = field(default_factory=dict)
    """The members of each group of witnesses."""
    going_on: set[str] = field(default_factory=set)
    """The names of the entries that have an `app-end`."""
    last_within: dict[str, str] = field(default_factory=dict)
    """For each entry that holds entries without words, the name of the last of these."""


def calls(content: Content, *names: str) -> Iterator[Call]:
    """The calls of these names in a content, but not the calls within other calls."""
    return (part for part in content if not isinstance(part, str) and part.name in names)


def is_shown(call: Call) -> bool:
    """Whether a call has words of the text around it."""
    return call.name not in _SKIPPED


def is_apart(call: Call) -> bool:
    """Whether a call stands apart from the words beside it, and not within their line."""
    return call.name not in _WITHIN


def numbered(content: Content) -> Iterator[str]:
    """The words of a text, among them, as `marked` writes them, the numbers of its units."""
    for part in content:
        if isinstance(part, str):
            yield part
        elif part.name in _NUMBERS:
            yield marked("".join(part.strings) or "".join(_words(part.contents)))
        elif is_shown(part):
            apart = " " if is_apart(part) else ""
            yield apart + (marked(part.named["n"]) if "n" in part.named else "")
            parts = part.parts[-1:] if part.name == "section" else part.parts
            marks = part.strings if part.name == "items" else []
            for inner, mark in zip_longest(parts, marks):
                yield marked(mark) if mark else ""
                yield from numbered(inner if isinstance(inner, list) else [inner] if inner else [])
                yield apart


def _words(contents: list[Content]) -> Iterator[str]:
    return (part for content in contents for part in content if isinstance(part, str))


def siglum_in(content: Content) -> str:
    """The siglum that a content shows; what stands above the line there is raised."""
    return "".join(
        part if isinstance(part, str) else _siglum_of_call(part) for part in content
    ).replace("’", "'")


def _siglum_of_call(call: Call) -> str:
    words = "".join(siglum_in(part) for part in call.contents)
    return raised(words) if call.name == "super" else words
