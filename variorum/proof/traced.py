"""Text that knows from which texts of the TEI its words come, so that a fault has a place there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.proof.comparison import length

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Spot", "Traced", "joined", "traced"]


@dataclass(frozen=True)
class Spot:
    """A place in the text of an element, or in the text after it: `before` says how many
    characters of that text stand before it, those alone that count for places.
    """

    element: _Element
    is_tail: bool = False
    before: int = 0


class Traced(str):
    """Words of one or more texts of the TEI.

    It is made of `parts`, or is the text of one `begin`.
    """

    parts: tuple[str, ...] = ()
    begin: Spot | None = None

    @cached_property
    def runs(self) -> tuple[tuple[int, Spot], ...]:
        """The places where it begins in texts, each after so many of its characters."""
        if self.begin is not None:
            return ((0, self.begin),)
        runs: list[tuple[int, Spot]] = []
        passed = 0
        for part in self.parts:
            if isinstance(part, Traced):
                runs += ((passed + at, spot) for at, spot in part.runs)
            passed += length(part)
        return tuple(runs)

    def cut(self, start: int, stop: int | None = None) -> Traced:
        """A part of it, which comes from one text."""
        own = Traced(self[start:stop])
        own.begin = self.spot(length(self[:start]))
        return own

    def like(self, words: str) -> Traced:
        """The same with other white space, or with accents."""
        own = Traced(words)
        own.parts, own.begin = self.parts, self.begin
        return own

    def spot(self, offset: int) -> Spot:
        """Where the character comes from before which so many count."""
        at, spot = next((run for run in reversed(self.runs) if run[0] <= offset), self.runs[0])
        return Spot(spot.element, spot.is_tail, spot.before + max(0, offset - at))


def traced(words: str, element: _Element, *, is_tail: bool = False) -> str:
    """Words that are the text of an element, or the text after it."""
    if not words or words.isspace():
        return words
    own = Traced(words)
    own.begin = Spot(element, is_tail)
    return own


def joined(texts: Iterable[str]) -> str:
    """All these texts as one."""
    parts = [text for text in texts if text]
    if not any(isinstance(part, Traced) for part in parts):
        return "".join(parts)
    own = Traced("".join(parts))
    own.parts = tuple(parts)
    return own
