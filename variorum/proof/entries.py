"""The entries of a TEI file, with what each witness reads there (TEI P5 12.1)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.proof.corrections import is_later, rank
from variorum.proof.elements import (
    ID,
    LEVELS,
    OF_SOURCE,
    PREFERRED,
    SERIES,
    TEI,
    is_attached,
    is_of_scholar,
    is_transposition,
    local,
    of_reading,
    pointed,
    readings_of,
)
from variorum.proof.items import ApparatusEntry, Item
from variorum.proof.originals import Originals
from variorum.proof.sigla import Witnesses

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ABSENT", "PRESENT", "Entries", "has_no_words", "is_lacuna", "key_of"]

PRESENT = ("lacunaEnd", "witStart")
"""Marks where the text of a witness begins."""
_WORD_FOR_NONE = re.compile(r"om\.|[\[(](om|lac|lacuna|deest|deficit|desunt)\.?[\])]")
_LACUNA = re.compile(r"#?(lac\.?|lacun.*|deficit|deest|desunt|(un|in|not[ _-]?)applicable)")
_OMISSION = re.compile(r"#?om(\.|iss?(a|um|it|us|ion.*)|it.*)?")
_NO_WORDS = re.compile(r"[\W_]*((om|omis|omit|lac|def)[^\W\d_]*[\W_]*)?")
ABSENT = ("lacunaStart", "witEnd")
"""Marks where the text of a witness ends."""


class Entries:
    """Reads the entries of one file; `entries` are those that were read, in this order."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.witnesses = Witnesses(root)
        self.originals = Originals(root)
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
        readings = readings_of(app)
        if lemma is not None:
            readings = [lemma, *(reading for reading in readings if reading is not lemma)]
        for reading in readings:
            for siglum in self.witnesses.named_by(reading):
                if is_later(reading, entry.own.get(siglum)):
                    entry.own[siglum] = reading
        entry.lemma = frozenset(s for s, reading in entry.own.items() if reading is lemma)
        for siglum in entry.lemma:
            del entry.own[siglum]
        entry.present = self._marked(app, PRESENT)
        entry.absent = self._marked(app, ABSENT)

    def marks_of(self, app: _Element) -> list[_Element]:
        """The marks of witnesses that begin or end in the readings of an entry (TEI P5 12.1.5)."""
        marks = app.iter(*(f"{TEI}{name}" for name in PRESENT + ABSENT))
        return [
            mark
            for mark in marks
            if self._entry_around(mark) is app and not _is_within_reading(mark)
        ]

    def _entry_around(self, mark: _Element) -> _Element | None:
        """The entry that a mark stands in; one within a reading is part of that reading."""
        apps = mark.iterancestors(f"{TEI}app")
        entry = next(apps, None)
        for outer in apps:
            printed = self.printed(outer)
            if is_attached(outer) or printed is None or printed not in mark.iterancestors():
                entry = outer
        return entry

    def sigla_of_mark(self, mark: _Element) -> list[str]:
        """The witnesses that a mark is about: its own, else those of the reading around it."""
        reading = next(mark.iterancestors(f"{TEI}lem", f"{TEI}rdg"), None)
        around = mark if mark.get("wit") or reading is None else reading
        return self.witnesses.named_by(around)

    def _marked(self, app: _Element, names: tuple[str, ...]) -> frozenset[str]:
        marks = (mark for mark in self.marks_of(app) if local(mark) in names)
        return frozenset(siglum for mark in marks for siglum in self.sigla_of_mark(mark))

    def events(self, mark: _Element) -> Iterator[Item]:
        """A mark that stands by itself, as a place without words.

        Marks in entries take effect with the entry.
        """
        if next(mark.iterancestors(f"{TEI}app", f"{TEI}note"), None) is not None:
            return
        event = ApparatusEntry(mark)
        sigla = frozenset(self.sigla_of_mark(mark))
        if local(mark) in PRESENT:
            event.present = sigla
        else:
            event.absent = sigla
        yield "start", event
        yield "end", event

    @cached_property
    def _first_marks(self) -> dict[str, _Element]:
        """The first mark that is about each witness."""
        found: dict[str, _Element] = {}
        for mark in self.root.iter(*(f"{TEI}{name}" for name in PRESENT + ABSENT)):
            for siglum in self.sigla_of_mark(mark):
                found.setdefault(siglum, mark)
        return found

    def told_of(self, mark: _Element) -> list[str]:
        """The witnesses of which an entry says that they end at a mark, or begin only there."""
        sigla = self.sigla_of_mark(mark)
        if local(mark) in ABSENT:
            return sigla
        return [siglum for siglum in sigla if self._first_marks.get(siglum) is mark]

    def standing_for(
        self, reading: _Element, siglum: str
    ) -> dict[_Element, tuple[_Element, _Element]]:
        """By their anchors the entries of a reading that end where they stand (TEI P5 12.2.2).

        With each is given the reading that a witness has there instead of the words between.
        """
        starts = {child.get(ID): child for child in reading}
        found = {}
        for app in reading.iterchildren(f"{TEI}app"):
            start = starts.get(pointed(app.get("from", "")))
            own = self.reading_of(app, siglum)
            if start is not None and own is not None and own is not self.printed(app):
                found[start] = app, own
        return found

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

    def by_state(self, reading: _Element, sigla: list[str]) -> list[tuple[tuple[str, ...], bool]]:
        """The witnesses of a reading, those apart of which it is the first state, or the last.

        Of each group is said whether it is one of these. Readings for which editors are responsible
        are no states, nor are readings that are all told apart by hands, or of which nothing says
        which was first.
        """
        app = next(reading.iterancestors(f"{TEI}app"), None)
        if app is None or not sigla:
            return [(tuple(sigla), False)]
        groups: dict[str, list[str]] = defaultdict(list)
        for siglum in sigla:
            states = [
                other
                for other in readings_of(app)
                if not of_reading(other, "resp") and siglum in self.witnesses.named_by(other)
            ]
            hands = {of_reading(other, "hand") for other in states} - {None}
            told = len(states) > len(hands) and (bool(hands) or len({*map(rank, states)}) > 1)
            last = self.reading_of(app, siglum) is reading
            groups[str(last) if told else ""].append(siglum)
        return [(tuple(group), state != "") for state, group in groups.items()]

    def printed(self, app: _Element) -> _Element | None:
        """The reading that is printed.

        It is the lemma. An entry without a lemma that stands in the text itself prints its first
        reading, but none that scholars propose to add to the text. A single reading of some of the
        witnesses is what these alone add (TEI P5, 13.2.3: a witness has the readings that name it).
        """
        readings = readings_of(app)
        own = [r for r in readings if r.getparent() is app and local(r) == "lem"]
        lemmas = own or [r for r in readings if local(r) == "lem"]
        if lemmas or is_attached(app) or is_transposition(app):
            return next(iter(lemmas), None)
        attested = [r for r in readings if self.witnesses.named_by(r) or of_reading(r, "hand")]
        others = [r for r in readings if len(readings) > 1 and not is_of_scholar(r)]
        if len(readings) == 1 and any(map(self.witnesses.is_of_some, attested)):
            return None
        return next(iter([*attested, *others]), None)

    def chosen(self, choice: _Element) -> _Element | None:
        """The part of a `choice` that is printed."""
        ranked = [c for kind in PREFERRED for c in choice if local(c) == kind]
        levels = [c for level in LEVELS for c in choice.iterchildren(level)]
        return next(iter([*ranked, *levels, *choice.iterchildren("*")]), None)

    def of_source(self, choice: _Element) -> _Element | None:
        """The part of a `choice` that the source has."""
        ranked = [c for kind in OF_SOURCE for c in choice if local(c) == kind]
        return next(iter(ranked), None)

    def reading_of(self, app: _Element, siglum: str) -> _Element | None:
        """The reading of a witness in an entry; the printed one if the entry does not name it.

        Instead of a siglum the key of a reading asks for that one.
        """
        last: _Element | None = None
        for reading in readings_of(app) if siglum else []:
            if siglum == key_of(reading):
                return reading
            if siglum in self.witnesses.named_by(reading) and is_later(reading, last):
                last = reading
        return self.printed(app) if last is None else last


def key_of(reading: _Element) -> str:
    """What stands for a single reading where otherwise a siglum does."""
    return f"\0{id(reading)}"


def _is_within_reading(mark: _Element) -> bool:
    """Whether a gap begins and ends in one reading, of which it is a part."""
    reading = mark.getparent()
    if reading is None or local(reading) != "rdg" or mark.get("wit"):
        return False
    begins = local(mark) in ABSENT
    others = mark.itersiblings(preceding=not begins)
    wanted = PRESENT if begins else ABSENT
    return any(local(other) in wanted and not other.get("wit") for other in others)


def is_lacuna(reading: _Element) -> bool:
    """Whether a reading says that its witness has no text there, and not that it omits any."""
    if _LACUNA.fullmatch(_kind(reading)):
        return has_no_words(reading)
    if local(reading) != "rdg" or _OMISSION.fullmatch(_kind(reading)):
        return False
    written = "".join(_own_texts(reading)).strip().lower()
    if has_no_words(reading) and _LACUNA.fullmatch(written.strip("[]()")):
        return True
    if written or any(
        local(child) not in ("note", "damage", "", *PRESENT, *ABSENT) for child in reading
    ):
        return False
    damaged = any(
        local(child) == "damage" or (local(child) == "lacunaStart" and _is_within_reading(child))
        for child in reading
    )
    return damaged or any(_LACUNA.fullmatch(said) for said in _said_beside(reading))


def _said_beside(reading: _Element) -> Iterator[str]:
    """What the entry (12.1.1), the cause of a reading (12.1.3) and a note on it (12.1.5) say."""
    app = next(reading.iterancestors(f"{TEI}app"), None)
    if app is not None and not _kind(reading):
        yield app.get("type", "").strip().lower()
    yield (of_reading(reading, "cause") or "").strip().lower()
    for note in (*reading.iterchildren(f"{TEI}note"), reading.getnext()):
        if note is not None and local(note) == "note":
            yield " ".join("".join(note.itertext()).split()).lower()


def has_no_words(reading: _Element) -> bool:
    """Whether a reading is a lacuna or an omission by its type; a dash in it is no word.

    Nor is `om.`, the sign of an omission in every apparatus, a word of any text.
    """
    if local(reading) != "rdg":
        return False
    kind, words = _kind(reading), "".join(_own_texts(reading)).lower()
    if not (_OMISSION.fullmatch(kind) or _LACUNA.fullmatch(kind)):
        return _WORD_FOR_NONE.fullmatch(words.strip()) is not None
    return _NO_WORDS.fullmatch(words) is not None


def _own_texts(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _own_texts(child) if local(child) not in ("", "note") else ()
        yield child.tail or ""


def _kind(reading: _Element) -> str:
    return (of_reading(reading, "type") or "").strip().lower()
