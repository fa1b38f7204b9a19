"""The entries that stand apart from the text they are about (TEI P5 12.2.1, 12.2.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from variorum.proof.elements import (
    ID,
    SECTIONS,
    TEI,
    has_ends,
    is_attached,
    local,
    pointed,
)
from variorum.proof.entries import Entries
from variorum.proof.items import ApparatusEntry, Item
from variorum.proof.locations import LocatedEntry
from variorum.proof.series import is_in_series

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["AttachedEntries"]

_PARTS = SECTIONS | {"listApp", "standOff"}


class AttachedEntries:
    """Finds them by what they point to; `located` are those that name a place."""

    def __init__(self, root: _Element, entries: Entries, labels: Mapping[str, str]) -> None:
        self.root = root
        self.labels = labels
        self.entries = entries
        self.located: list[LocatedEntry] = []
        self._boundaries: dict[str, list[tuple[str, ApparatusEntry]]] = defaultdict(list)
        self._bounding: dict[str, _Element] = {}
        self._notes: set[_Element] = set()
        self._internal: dict[_Element, tuple[str, ApparatusEntry]] = {}

    def attach(self, reading: Callable[[_Element, str], str]) -> None:
        """Finds all of them; `reading` gives the text that a reading has in a witness."""
        for element in self.root.iterfind(f"{TEI}text//*[@{ID}]"):
            self._bounding.setdefault(element.get(ID, ""), element)
        order = {element: n for n, element in enumerate(self.root.iter("{*}*"))}
        for app in self.root.iter(f"{TEI}app"):
            if not is_attached(app) or next(app.iterancestors(f"{TEI}teiHeader"), None) is not None:
                continue
            entry = self.entries.entry(app)
            if has_ends(app):
                self._attach(entry, order)
            elif app.get("loc") or app.get("n"):
                lemma = self.entries.printed(app)
                words = "" if lemma is None else reading(lemma, "")
                self.located.append(LocatedEntry(entry, lemma, words))

        for note in self.root.iterfind(f"{TEI}text//{TEI}note"):
            start = note.get("target", "").split()
            ends = [pointed(end) for end in [*start, *note.get("targetEnd", "").split()]]
            there = ends and self._bounding.keys() >= {ends[0], ends[-1]}
            if there and is_in_series(note, self.labels):
                self._notes.add(note)
                entry = self.entries.entry(note)
                if start:
                    self._boundaries[ends[0]].append(("start", entry))
                else:
                    self._internal[note] = "start", entry
                self._boundaries[ends[-1]].append(("end", entry))

    def has_note(self, note: _Element) -> bool:
        """Whether a note is about what it points to, and not about its place."""
        return note in self._notes

    def _attach(self, entry: ApparatusEntry, order: Mapping[_Element, int]) -> None:
        """Notes where an entry begins and ends: where it points to, or where it stands.

        An entry that stands in the text and has one end ends or begins where it stands. One that
        stands elsewhere is about the whole of what it points to. One that begins in a note ends
        in that note.
        """
        app = entry.element
        start, *_, end = [pointed(t) for t in app.get("target", "").split()] * 2 or ["", ""]
        start = pointed(app.get("from", "")) or start
        end = pointed(app.get("to", "")) or end
        named = self._bounding.get(start or end)
        ends = [self._bounding[each] for each in (start, end) if each in self._bounding]
        if len({*map(_note_around, ends)}) > 1:
            return
        if not (start and end) and named is not None and _section(named) is _section(app):
            if start and order[named] < order[app]:
                self._internal[app] = "end", entry
            elif end and (order[app] < order[named] or named in app.iterancestors()):
                self._internal[app] = "start", entry
        alone = app not in self._internal
        if start and end and not (start in self._bounding and end in self._bounding):
            return  # where an end points to nothing, there are no words between the two
        if start or alone:
            self._boundaries[start or end].append(("start", entry))
        if end or alone:
            self._boundaries[end or start].append(("end", entry))

    def bounds(self, element: _Element) -> list[tuple[str, ApparatusEntry]]:
        """The entries that begin or end with an element; of those with one id the first counts."""
        own = element.get(ID, "")
        return self._boundaries.get(own, []) if self._bounding.get(own) is element else []

    def internal(self, element: _Element) -> list[Item]:
        """Where an entry stands that begins or ends there."""
        return [self._internal[element]] if element in self._internal else []


def _note_around(element: _Element) -> _Element | None:
    return next(element.iterancestors(f"{TEI}note", f"{TEI}witDetail"), None)


def _section(element: _Element) -> _Element | None:
    """What an element stands in of the larger parts of a document."""
    around = (e for e in element.iterancestors() if local(e) in _PARTS)
    return next(around, None)
