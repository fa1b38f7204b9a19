"""A book as it is typeset: a tree of calls, whatever the language it is written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Book", "Call", "Content", "calls"]

Content = list["str | Call"]
"""Words and calls, in their order."""


@dataclass
class Call:
    """A call: its name and its arguments."""

    name: str
    strings: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    """Strings and words (`true`) among the arguments that have a name."""
    parts: list[Content | Call] = field(default_factory=list)
    """Contents and calls among the arguments, those in arrays too."""

    @property
    def contents(self) -> list[Content]:
        return [part for part in self.parts if isinstance(part, list)]


@dataclass
class Book:
    """Its text, in which `app` and `app-end` say where entries are; the entries, each with the
    heading it stands under; the members of each group of witnesses.
    """

    text: Content
    entries: list[tuple[str, Call]] = field(default_factory=list)
    groups: dict[str, list[str]] = field(default_factory=dict)
    going_on: set[str] = field(default_factory=set)
    """The entries that have an `app-end`."""
    last_within: dict[str, str] = field(default_factory=dict)
    """For an entry that others without words stand in, the last of these."""


def calls(content: Content, *names: str) -> Iterator[Call]:
    """The calls of these names in a content, not those within others."""
    return (part for part in content if not isinstance(part, str) and part.name in names)
