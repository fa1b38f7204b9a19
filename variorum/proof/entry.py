"""One entry of an apparatus, for the proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.proof.elements import TEI, local

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Entry", "is_attached", "readings_of"]


@dataclass(eq=False)
class Entry:
    """One entry: its element, where it begins and ends in the text, what each witness reads."""

    element: _Element
    start: int = -1
    end: int = -1
    order: int = -1
    within: frozenset[Entry] = frozenset()
    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    own: dict[str, _Element | None] = field(default_factory=dict)
    lemma: frozenset[str] = frozenset()
    others: _Element | None = None
    spaced: bool = False
    letters: bool = False

    def lies_within(self, outer: Entry) -> bool:
        """Whether its extent lies within the other's; of equal ones the later in the earlier."""
        if self.start == self.end:
            return outer in self.within
        if outer.start == outer.end:
            return False
        inside = outer.start <= self.start and self.end <= outer.end
        same = outer.start == self.start and self.end == outer.end
        return inside and (not same or outer.order < self.order)


def is_attached(app: _Element) -> bool:
    """Whether an entry stands apart from the text it is about."""
    parent = app.getparent()
    if app.get("from") or app.get("to") or (parent is not None and local(parent) == "listApp"):
        return True
    blocks = (f"{TEI}{name}" for name in ("p", "l", "ab", "head"))
    return app.get("loc") is not None and next(app.iterancestors(*blocks), None) is None


def readings_of(app: _Element) -> list[_Element]:
    """`lem` and `rdg` of an entry, those in groups too, not those of entries within."""
    found = []
    for child in app:
        if local(child) in ("lem", "rdg"):
            found.append(child)
        elif local(child) == "rdgGrp":
            found += readings_of(child)
    return found
