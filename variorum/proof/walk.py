"""The text of one witness: one walk over what a file holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from variorum.proof.entry import Entry
from variorum.proof.placeholders import EDGE, SPACE

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.tei import Item

__all__ = ["Walk", "WithEntries"]


class WithEntries(Protocol):
    """A text with entries, and what each witness reads there."""

    @property
    def items(self) -> list[Item]: ...

    @property
    def starting(self) -> dict[int, list[Entry]]: ...

    def reading(self, _reading: Any, _siglum: str, /) -> str: ...


class Walk:
    """One walk over the text for one witness."""

    def __init__(self, reader: WithEntries, siglum: str) -> None:
        self.reader = reader
        self.siglum = siglum
        events = (e for kind, e in reader.items if kind == "start" and isinstance(e, Entry))
        first = next((e for e in events if siglum in e.present | e.absent), None)
        self.absent = first is not None and siglum in first.present
        self.open: dict[Entry, bool] = {}

    def parts(self) -> Iterator[tuple[str, Entry | None]]:
        for kind, item in self.reader.items:
            yield from self._step(kind, item)

    def columns(self) -> list[str]:
        columns = [""]
        for kind, item in self.reader.items:
            before = bool(self.open)
            text = "".join(part for part, _ in self._step(kind, item))
            if self.open and not before:
                columns.append("")
            columns[-1] += text
            if before and not self.open:
                columns.append("")
        return columns

    def _step(self, kind: str, item: object) -> Iterator[tuple[str, Entry | None]]:
        if isinstance(item, str):
            named = any(self.siglum in entry.lemma for entry in self.open)
            if not any(self.open.values()) and (named or not self.absent):
                yield item, None
            elif kind == "text" and item in (" ", SPACE):
                yield SPACE, None
        elif isinstance(item, Entry) and kind == "start":
            yield from self._start(item)
        elif isinstance(item, Entry):
            self.open.pop(item, None)
            if self.siglum in item.absent:
                self.absent = True

    def _start(self, entry: Entry) -> Iterator[tuple[str, Entry | None]]:
        if self.siglum in entry.present:
            self.absent = False
        own = self._own(entry)
        outer = self._surrounding(entry)
        yield "", entry
        self.open[entry] = own is not None
        if own is not None and not any(entry.lies_within(other) for other in outer):
            text = self.reader.reading(own, self.siglum)
            if entry.letters:
                text = text.replace("°", "")
            yield f"{EDGE} {text} {EDGE}" if entry.spaced else f"{EDGE}{text}{EDGE}", entry

    def _surrounding(self, entry: Entry) -> list[Entry]:
        """Entries in which the witness departs that may hold this one."""
        at_once = (e for e in self.reader.starting[entry.start] if self._own(e) is not None)
        return [*(e for e, departs in self.open.items() if departs), *at_once]

    def _own(self, entry: Entry) -> _Element | None:
        if self.siglum in entry.own:
            return entry.own[self.siglum]
        if self.siglum in entry.lemma or self.absent:
            return None
        return entry.others
