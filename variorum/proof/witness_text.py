"""The text of one witness, made of the items of a text with entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from variorum.proof.items import ApparatusEntry, Item
from variorum.proof.placeholders import EDGE, ITEM, NUMBER, SPACE

__all__ = ["TextWithEntries", "WitnessText"]

LACUNA = SPACE + NUMBER
"""The place of a sign that says that a witness has no text."""


class TextWithEntries(Protocol):
    """A text with entries, which are found by the place where they begin, and with readings."""

    @property
    def items(self) -> list[Item]: ...

    @property
    def starting(self) -> dict[int, list[ApparatusEntry]]: ...

    def reading(self, _reading: Any, _siglum: str, /) -> str: ...


class WitnessText:
    """The text of one witness; it can be read once, because the reading keeps its place."""

    def __init__(self, source: TextWithEntries, siglum: str) -> None:
        self.source = source
        self.siglum = siglum
        events = (
            e for kind, e in source.items if kind == "start" and isinstance(e, ApparatusEntry)
        )
        first = next((e for e in events if siglum in e.present | e.absent), None)
        self.absent = first is not None and siglum in first.present
        self.late = self.absent
        self.editorial = 0
        self.open: dict[ApparatusEntry, bool] = {}

    def parts(self) -> Iterator[tuple[str, ApparatusEntry | None]]:
        """The text in parts, each with the entry that begins there."""
        for kind, item in self.source.items:
            yield from self._step(kind, item)

    def _step(self, kind: str, item: object) -> Iterator[tuple[str, ApparatusEntry | None]]:
        if kind == "editorial":
            self.editorial += 1 if item else -1
        elif isinstance(item, str) and self.editorial:
            yield SPACE, None
        elif isinstance(item, str):
            named = any(self.siglum in entry.lemma for entry in self.open)
            departs = any(self.open.values())
            if not departs and (named or not self.absent):
                yield item, None
            elif kind == "text" and not item.strip(f" {SPACE}{ITEM}{NUMBER}"):
                # the block in which the text of the witness begins again has its mark
                yield item.replace(" ", SPACE), None
            elif not departs and (item[:1].isspace() or item[-1:].isspace()):
                # what stands before and after words that it lacks are words apart
                yield " ", None
        elif isinstance(item, ApparatusEntry) and kind == "start":
            yield from self._start(item)
        elif isinstance(item, ApparatusEntry):
            self.open.pop(item, None)
            if self.siglum in item.absent:
                self.absent = True
                yield LACUNA, None

    def _start(self, entry: ApparatusEntry) -> Iterator[tuple[str, ApparatusEntry | None]]:
        if self.siglum in entry.present:
            if self.late:
                yield LACUNA, None
            self.absent = self.late = False
        own = self._own(entry)
        outer = self._surrounding(entry)
        yield "", entry
        self.open[entry] = own is not None
        printed = own is not None and not self.editorial
        if printed and not any(entry.lies_within(other) for other in outer):
            text = self.source.reading(own, self.siglum)
            if entry.letters:
                text = text.replace("°", "")
            apart = " " if entry.spaced else ""
            yield from ((EDGE + apart, entry), (text, entry), (apart + EDGE, entry))

    def _surrounding(self, entry: ApparatusEntry) -> list[ApparatusEntry]:
        """The entries that may hold this one and in which the witness departs from the lemma."""
        at_once = (e for e in self.source.starting[entry.start] if self._own(e) is not None)
        return [*(e for e, departs in self.open.items() if departs), *at_once]

    def _own(self, entry: ApparatusEntry) -> Any:
        if self.siglum in entry.own:
            return entry.own[self.siglum]
        if self.siglum in entry.lemma or self.absent:
            return None
        return entry.others
