"""A text as a row of items: its words, and the places where entries of the apparatus stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from variorum.proof.placeholders import MARKS, SPACE
from variorum.proof.traced import Traced

__all__ = [
    "BLOCK_EDGE",
    "ApparatusEntry",
    "EncodedNote",
    "Item",
    "measure_entries",
    "with_spaces_outside",
]

Item = tuple[str, Any]
"""What an item is, and the item itself.

`text` and `words` come with a string; `start` and `end` of an entry with the entry; `open` and
`close` of a block or section, and `line` for the beginning of a line, with the element.
"""


class _BlockEdge(str):
    """White space that divides a block from what stands beside it."""


BLOCK_EDGE = _BlockEdge(" ")
"""It belongs to the reading that has the block: a reading without blocks does not have it."""


@dataclass(eq=False)
class ApparatusEntry:
    """An entry of an apparatus: where it stands in the text, and what each witness reads there.

    The readings are elements of the TEI where the text is read from the TEI, and readings in print
    where it is read from a book.
    """

    element: Any = None
    """The element of the TEI, if the text is read from the TEI."""
    start: int = -1
    end: int = -1
    order: int = -1
    """A number that puts the entries in order; those that name their place come first."""
    within: frozenset[ApparatusEntry] = frozenset()
    """The entries that have begun and not ended where this entry begins."""
    present: frozenset[str] = frozenset()
    """The witnesses whose text begins here."""
    absent: frozenset[str] = frozenset()
    """The witnesses whose text ends here."""
    own: dict[str, Any] = field(default_factory=dict)
    """The reading of each witness that departs from the lemma."""
    lemma: frozenset[str] = frozenset()
    """The witnesses that are named for the lemma."""
    others: Any = None
    """The reading of all witnesses that the entry does not name, if they do not have the lemma."""
    spaced: bool = False
    """The readings are words of their own, whatever stands beside them."""
    letters: bool = False
    """The readings are parts of words, which the sign ° says."""

    def lies_within(self, outer: ApparatusEntry) -> bool:
        """Whether this entry lies within another one, or covers the same words and comes later."""
        if self.start == self.end:
            return outer in self.within
        if outer.start == outer.end:
            return False
        inside = outer.start <= self.start and self.end <= outer.end
        same = outer.start == self.start and self.end == outer.end
        return inside and (not same or outer.order < self.order)


@dataclass(eq=False)
class EncodedNote:
    """A note of the TEI, with its words and its own entries."""

    element: Any
    items: list[Item] = field(default_factory=list)


def with_spaces_outside(items: list[Item]) -> list[Item]:
    """The items with the white space at the edges of what an entry covers moved out of it.

    White space divides the words of the text; a witness that has another word there has it too.
    An entry that covers nothing but white space has readings that are words of their own.
    """
    items = [item for item in items if item[1] != ""]
    for (kind, entry), (_, text), (_, ended) in zip(items, items[1:], items[2:], strict=False):
        if kind == "start" and entry is ended and isinstance(text, str) and text.isspace():
            entry.spaced = True
    ends = _moved(items, "end", str.rstrip)
    return _moved(ends[::-1], "start", str.lstrip)[::-1]


def _moved(items: list[Item], kind: str, stripped: Callable[[str], str]) -> list[Item]:
    """The items with white space before a `kind` of events moved to the place after them.

    With entries without words in between, the space stays, and there may be another one.
    """
    made: list[Item] = []
    for item in items:
        made.append(item)
        at = len(made) - 2
        if item[0] != kind or at < 0 or made[at][1] is item[1]:
            continue
        while at > 0 and isinstance(made[at][1], ApparatusEntry):
            at -= 1
        words = made[at][1]
        if not isinstance(words, str) or stripped(words) == words:
            continue
        if words is BLOCK_EDGE or (words.isspace() and made[at - 1][1] is BLOCK_EDGE):
            continue
        moves = at == len(made) - 2
        if moves:
            left = stripped(words)
            made[at] = made[at][0], words.like(left) if isinstance(words, Traced) else left
        made.append(("text", " " if moves else SPACE))
    return made


def measure_entries(items: list[Item], located: set[ApparatusEntry]) -> None:
    """Sets where each entry begins and ends, as the number of characters before these places.

    A run of white space counts as one character. An entry that ends before it begins, or never
    ends, changes the text of no witness.
    """
    offset = 0
    after_space = True
    running: dict[ApparatusEntry, None] = {}
    for number, (kind, item) in enumerate(items):
        if isinstance(item, str):
            if text := item.strip(MARKS):
                words = text.split()
                edges = text[0].isspace() and not after_space, text[-1].isspace() and words != []
                offset += len("".join(words)) + max(0, len(words) - 1) + sum(edges)
                after_space = text[-1].isspace()
        elif kind == "start" and isinstance(item, ApparatusEntry):
            item.start = offset
            item.order = number - (len(items) if item in located else 0)
            item.within = frozenset(running)
            running[item] = None
        elif kind == "end" and item in running and isinstance(item, ApparatusEntry):
            item.end = offset
            del running[item]
    for entry in running:
        entry.own, entry.lemma, entry.others = {}, frozenset(), None
