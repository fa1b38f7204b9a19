"""The text of one witness, made of the items of a text with entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from variorum.proof.elements import local
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
        self.blocks = 0
        self.marks: list[tuple[int, str]] = []
        self.open: dict[ApparatusEntry, bool] = {}

    def parts(self) -> Iterator[tuple[str, ApparatusEntry | None]]:
        """The text in parts, each with the entry that begins there."""
        shown, departs = self._is_shown(), False
        for kind, item in self.source.items:
            if shown and isinstance(item, str):
                if item and self.marks:
                    yield from self._waiting()
                yield item, None
                continue
            for text, entry in self._step(kind, item, departs=departs):
                if text and self.marks:
                    yield from self._waiting()
                yield text, entry
            if kind in ("start", "end", "editorial"):
                shown, departs = self._is_shown(), any(self.open.values())

    def _waiting(self) -> Iterator[tuple[str, None]]:
        """The marks that had to wait for the text to go on."""
        yield from ((mark, None) for _, mark in self.marks)
        self.marks = []

    def _step(
        self, kind: str, item: object, *, departs: bool
    ) -> Iterator[tuple[str, ApparatusEntry | None]]:
        if not isinstance(item, str):
            yield from self._event(kind, item)
        elif self.editorial:
            yield SPACE, None
        elif kind == "text" and not item.strip(f" {SPACE}{ITEM}{NUMBER}"):
            # the block in which the text of the witness begins again has its mark, and no block
            # that ends before; a space may stand wherever it begins again
            within = self.blocks if item.strip(f" {SPACE}") else 0
            self.marks.append((within, item.replace(" ", SPACE)))
        elif not departs and (item[:1].isspace() or item[-1:].isspace()):
            # what stands before and after words that it lacks are words apart
            yield " ", None

    def _is_shown(self) -> bool:
        """Whether the witness has the words of the reading text where the reading has come to."""
        if self.editorial or any(self.open.values()):
            return False
        return not self.absent or any(self.siglum in entry.lemma for entry in self.open)

    def _event(self, kind: str, item: object) -> Iterator[tuple[str, ApparatusEntry | None]]:
        if kind == "editorial":
            self.editorial += 1 if item else -1
        elif kind in ("open", "close"):
            self.blocks += 1 if kind == "open" else -1
            self.marks = [mark for mark in self.marks if mark[0] <= self.blocks]
        elif isinstance(item, ApparatusEntry) and kind == "start":
            yield from self._start(item)
        elif isinstance(item, ApparatusEntry):
            self.open.pop(item, None)
            if self.siglum in item.absent:
                self.absent = True
                yield _lacuna(item), None

    def _start(self, entry: ApparatusEntry) -> Iterator[tuple[str, ApparatusEntry | None]]:
        if self.siglum in entry.present:
            if self.late:
                yield _lacuna(entry), None
            self.absent = self.late = False
        own = self._own(entry)
        yield "", entry
        printed = own is not None and not self.editorial and not self._lies_within(entry)
        self.open[entry] = own is not None
        if printed:
            text = self.source.reading(own, self.siglum)
            if entry.letters:
                text = text.replace("°", "")
            apart = " " if entry.spaced else ""
            yield from ((EDGE + apart, entry), (text, entry), (apart + EDGE, entry))

    def _lies_within(self, entry: ApparatusEntry) -> bool:
        """Whether an entry lies within one in which the witness departs from the lemma."""
        if any(departs and entry.lies_within(other) for other, departs in self.open.items()):
            return True
        at_once = self.source.starting[entry.start]
        return any(self._own(each) is not None and entry.lies_within(each) for each in at_once)

    def _own(self, entry: ApparatusEntry) -> Any:
        if self.siglum in entry.own:
            return entry.own[self.siglum]
        if self.siglum in entry.lemma or self.absent:
            return None
        return entry.others


def _lacuna(entry: ApparatusEntry) -> str:
    """The sign where a witness has no text, which between items of a list is one of them."""
    parent = None if entry.element is None else entry.element.getparent()
    return f"{SPACE}{ITEM}{NUMBER}" if local(parent) == "list" else LACUNA
