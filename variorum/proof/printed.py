"""The texts of a book: its reading text, and each witness by its apparatus.

What the book prints of an entry is applied to the text it prints: where a reading names a witness,
its words stand in the place of the words the entry covers; named nowhere in an entry, the witness
has the lemma. What a page cannot show stands in the source beside it: where the words of an entry
begin and end, where the text of a witness does, that all sources have a reading, that of several
readings of a witness one is not its last state. White space at the edges of a reading is shown
nowhere: there, and only there, the division of words is not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from variorum.proof.calls import Book, Call, Content, calls
from variorum.proof.elements import SERIES
from variorum.proof.entry import Entry
from variorum.proof.placeholders import EDGE, SPACE
from variorum.proof.tei import Item, measure
from variorum.proof.walk import Walk

__all__ = ["BREAK", "Printed", "PrintedEntry", "Reading"]

_SKIPPED = frozenset(["address", "blank", "note", "present", "source-page"])
_WITHIN = frozenset(
    ["abbr", "app", "deleted", "emph", "ent", "external", "hi", "lang", "separator", "strong"]
)
"""Calls within a line; every other call stands apart."""
BREAK = "\n"
"""The words of a reading that is a new paragraph."""


@dataclass(eq=False)
class Reading:
    """A reading as it is printed: its words, its witnesses; `text`: as it stands in theirs."""

    words: str
    sigla: list[str]
    text: str


@dataclass(eq=False)
class PrintedEntry:
    """An entry as it is printed; `series`: the heading it stands under."""

    series: str
    lemma: str
    readings: list[Reading] = field(default_factory=list)


class Printed:
    """What a book holds. `labels` are those of the locale it is made with; `printed`: sigla by
    what is printed for them, where that is another."""

    def __init__(self, book: Book, labels: Mapping[str, str], printed: Mapping[str, str]) -> None:
        self.labels = labels
        self.book = book
        self._printed = printed
        self._groups = {
            self._siglum(name): [self._siglum(member) for member in members]
            for name, members in book.groups.items()
        }
        self._places: dict[str, Entry] = defaultdict(lambda: Entry(None))
        self._passed: set[str] = set()
        self.entries = [self._entry(call, series) for series, call in book.entries]

    def text(self, siglum: str = "") -> str:
        """The text of a witness, or the reading text (`''`)."""
        if siglum:
            text = "".join(part for part, _ in Walk(self, siglum).parts())
            return text.replace(SPACE, " ").replace(EDGE, "")
        return "".join(item for _, item in self.items if isinstance(item, str))

    def reading(self, reading: Reading, _siglum: str) -> str:
        """The text of a reading in its witnesses."""
        return reading.text

    @cached_property
    def items(self) -> list[Item]:
        """As those of the reader of the TEI; `text` stands only between blocks, `words` within."""
        items = list(self._read(self.book.text))
        measure(items, set())
        return items

    @cached_property
    def starting(self) -> dict[int, list[Entry]]:
        """The entries by where they begin."""
        found: dict[int, list[Entry]] = defaultdict(list)
        for kind, item in self.items:
            if kind == "start":
                found[item.start].append(item)
        return found

    def _read(self, content: Content) -> Iterator[Item]:
        for part in content:
            if isinstance(part, str):
                yield "words", part
            elif part.name == "app":
                yield from self._place(part)
            elif part.name == "app-end":
                yield from self._ending(part.strings[0])
            elif part.name == "presence":
                yield from _presence(part)
            elif part.name not in _SKIPPED:
                yield from self._call(part)

    def _call(self, call: Call) -> Iterator[Item]:
        parts = call.parts[-1:] if call.name == "section" else call.parts
        apart = "" if call.name in _WITHIN else " "
        yield "text", apart
        for part in parts:
            yield from self._read(part if isinstance(part, list) else [part])
            yield "text", apart

    def _place(self, call: Call) -> Iterator[Item]:
        name = call.strings[0]
        yield "start", self._places[name]
        yield from self._read(call.contents[0])
        if name not in self.book.going_on:
            yield from self._ending(name)
        for outer in call.named.get("within", "").split():
            if self.book.last_within[outer] == name:
                del self.book.last_within[outer]
                if outer in self._passed:
                    yield "end", self._places[outer]

    def _ending(self, name: str) -> Iterator[Item]:
        """The end of an entry: after its words, and after the entries without words within it."""
        self._passed.add(name)
        if name not in self.book.last_within:
            yield "end", self._places[name]

    def _entry(self, call: Call, series: str) -> PrintedEntry:
        """An entry, and at its place what each witness has by it."""
        lemma, line = call.contents
        others = (self.labels.get(f"apparatus.{name}") for name in SERIES)
        place = self._places[call.strings[0]]
        if series in others or call.named.get("placed"):
            place = Entry(None)
        printed = PrintedEntry(series, self._lemma(lemma))
        for part in calls(line, "reading"):
            reading = self._reading(part)
            printed.readings.append(reading)
            _assign(place, reading, part.named)
        place.lemma = frozenset([*self._sigla(line), *call.named.get("witnesses", "").split()])
        return printed

    def _lemma(self, content: Content) -> str:
        """The words of a lemma; of one without words none, though it says after which it stands."""
        after = self.labels["lemma.after"]
        if any(self._words(call.contents[0]) == after for call in calls(content, "abbr")):
            return ""
        return self._words([part for part in content if _name(part) != "nth"])

    def _reading(self, call: Call) -> Reading:
        """A reading; of one without words that must be said."""
        words, said = call.contents
        text, sigla = self._words(words), self._sigla(said)
        if not text.strip(" \n"):
            terms = {self._words(call.contents[0]) for call in calls(said, "abbr")}
            known = {self.labels["empty"]: "", self.labels["empty.break"]: BREAK}
            return Reading(next((known[t] for t in terms & set(known)), "?"), sigla, "")
        return Reading(text, sigla, text.replace("°", "") if "letters" in call.named else text)

    def _words(self, content: Content) -> str:
        found = ""
        for part in content:
            if isinstance(part, str):
                found += part
            elif part.name == "separator":
                found += " "
            elif part.name not in _SKIPPED:
                found += "".join(item for _, item in self._call(part) if isinstance(item, str))
        return found

    def _sigla(self, content: Content) -> list[str]:
        words = (self._words(call.contents[0]) for call in calls(content, "siglum"))
        names = (self._siglum(name) for name in words)
        return [siglum for name in names for siglum in self._groups.get(name, [name])]

    def _siglum(self, printed: str) -> str:
        return self._printed.get(printed.replace("’", "'"), printed)


def _name(part: str | Call) -> str:
    return "" if isinstance(part, str) else part.name


def _assign(entry: Entry, reading: Reading, facts: Mapping[str, str]) -> None:
    """To each witness its reading, of several the one that is said to be its text."""
    if "sources" in facts and entry.others is None:
        entry.others = reading
    earlier = facts.get("not-last", "").split()
    for siglum in reading.sigla:
        if siglum not in earlier:
            entry.own.setdefault(siglum, reading)


def _presence(call: Call) -> Iterator[Item]:
    """Where witnesses begin or end, as an entry without text."""
    event: Any = Entry(None)
    event.present = frozenset(call.named.get("begins", "").split())
    event.absent = frozenset(call.named.get("ends", "").split())
    yield "start", event
    yield "end", event
