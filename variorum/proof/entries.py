"""The entries of a TEI file, with what each witness reads there (TEI P5 12.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.proof.elements import (
    OF_SOURCE,
    PREFERRED,
    SERIES,
    is_attached,
    is_of_scholar,
    local,
    of_reading,
    readings_of,
)
from variorum.proof.items import ApparatusEntry
from variorum.proof.sigla import Witnesses

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Entries"]


class Entries:
    """Reads the entries of one file; `entries` are those that were read, in this order."""

    def __init__(self, root: _Element) -> None:
        self.witnesses = Witnesses(root)
        self.entries: list[ApparatusEntry] = []

    def entry(self, element: _Element) -> ApparatusEntry:
        """The entry of an `app` or an editorial mark, with what each witness reads there."""
        entry = ApparatusEntry(element)
        self.entries.append(entry)
        name = local(element)
        if name == "app":
            self._read_app(entry)
        elif name == "choice":
            self._depart(entry, [c for c in element if local(c) in OF_SOURCE])
        elif name == "surplus" or (name == "supplied" and element.get("source") is None):
            self._depart(entry, [element])
        return entry

    def _read_app(self, entry: ApparatusEntry) -> None:
        app = entry.element
        parent = app.getparent()
        types = [app.get("type", ""), parent.get("type", "") if local(parent) == "listApp" else ""]
        lemma = self.printed(app)
        if any(kind.removeprefix("#") in SERIES for kind in types):
            return
        states: dict[str, int] = {}
        readings = readings_of(app)
        if lemma is not None:
            readings = [lemma, *(reading for reading in readings if reading is not lemma)]
        for reading in readings:
            rank = _rank(reading)
            for siglum in self.witnesses.named_by(reading):
                if siglum not in states or rank > states[siglum]:
                    states[siglum] = rank
                    entry.own[siglum] = reading
        entry.lemma = frozenset(s for s, reading in entry.own.items() if reading is lemma)
        for siglum in entry.lemma:
            del entry.own[siglum]
        marks = [
            (mark, self.witnesses.named_by(r))
            for r in readings
            for mark in r
            if isinstance(mark.tag, str)
        ]
        entry.present = _marked(marks, ("lacunaEnd", "witStart"))
        entry.absent = _marked(marks, ("lacunaStart", "witEnd"))

    def _depart(self, entry: ApparatusEntry, readings: list[_Element]) -> None:
        """Gives the first reading to the sources, because it is not the edition's own.

        It goes to the witness that it names, else to the only witness, else to all witnesses.
        """
        for reading in readings[:1]:
            named = [
                t.removeprefix("#") for a in ("ed", "source") for t in reading.get(a, "").split()
            ]
            source = next((s for s in self.witnesses.sigla if s in named), None)
            if source is None and len(self.witnesses.sigla) == 1:
                source = self.witnesses.sigla[0]
            if source is None:
                entry.others = reading
            else:
                entry.own[source] = reading

    def printed(self, app: _Element) -> _Element | None:
        """The reading that is printed.

        It is the lemma. An entry without a lemma that stands in the text itself prints its first
        reading, but none that scholars propose to add to the text.
        """
        readings = readings_of(app)
        own = [r for r in readings if r.getparent() is app and local(r) == "lem"]
        lemmas = own or [r for r in readings if local(r) == "lem"]
        if lemmas or is_attached(app):
            return next(iter(lemmas), None)
        attested = [r for r in readings if self.witnesses.named_by(r) or of_reading(r, "hand")]
        others = [r for r in readings if len(readings) > 1 and not is_of_scholar(r)]
        return next(iter([*attested, *others]), None)

    def chosen(self, choice: _Element) -> _Element | None:
        """The part of a `choice` that is printed."""
        children = [child for child in choice if local(child)]
        ranked = [c for kind in PREFERRED for c in children if local(c) == kind]
        return next(iter([*ranked, *children]), None)

    def reading_of(self, app: _Element, siglum: str) -> _Element | None:
        """The reading of a witness in an entry; the printed one if the entry does not name it."""
        best: tuple[int, _Element] | None = None
        for reading in readings_of(app):
            rank = _rank(reading)
            if (
                siglum
                and siglum in self.witnesses.named_by(reading)
                and (best is None or rank > best[0])
            ):
                best = rank, reading
        return best[1] if best else self.printed(app)


def _rank(reading: _Element) -> int:
    """The place of a reading among the states of its witness."""
    state = of_reading(reading, "varSeq") or ""
    return int(state) if state.isdigit() else -1


def _marked(marks: list[tuple[_Element, list[str]]], names: tuple[str, str]) -> frozenset[str]:
    return frozenset(s for mark, sigla in marks if local(mark) in names for s in sigla)
