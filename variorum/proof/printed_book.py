"""The texts of a book: its reading text, and the text of each witness according to its apparatus.

The text of a witness is made by applying the printed entries to the printed text. Where a reading
names the witness, its words replace the words that the entry covers. A witness that an entry does
not name has the lemma there. The source of the book also says what a page cannot show: where the
words of an entry begin and end, where the text of a witness begins and ends, that a reading belongs
to all sources, and that a reading is not the last state of a witness. It says nowhere whether there
is white space at the edges of a reading, so that the division of words is not compared there; nor
whether the quotation marks around a lemma stand around the reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from variorum.proof.calls import Book, Call, Content, calls, is_apart, is_shown, siglum_in
from variorum.proof.elements import SERIES
from variorum.proof.items import ApparatusEntry, Item, measure_entries
from variorum.proof.placeholders import EDGE, ITEM, NUMBER, SPACE
from variorum.proof.witness_text import WitnessText

__all__ = ["BREAK", "PrintedBook", "PrintedEntry", "PrintedReading"]

_COMMANDS = re.compile(r"\\[A-Za-z]+\*?|#[\w-]+(?=[(\[])|\\")
BREAK = "\n"
"""The words of a reading that is a new paragraph."""
_WORDLESS = (
    *(
        "omitted",
        "omitted.blank",
        "omitted.illegible",
        "transposed",
        "presence.lacks",
        "presence.begins",
        "added",
    ),
    *("deleted", "conjecture", "operation.secluded", "operation.lacuna", "operation.crux"),
)
"""The labels that tell what a reading without words is."""


@dataclass(eq=False)
class PrintedReading:
    """A reading as it is printed, with its witnesses; `text` is what stands in their texts."""

    words: str
    sigla: list[str]
    text: str


@dataclass(eq=False)
class PrintedEntry:
    """An entry as it is printed; `series` is the heading under which it stands."""

    series: str
    lemma: str
    readings: list[PrintedReading] = field(default_factory=list)


class PrintedBook:
    """The texts and the entries of a book.

    `labels` are the words that the book generates. `printed` gives the siglum of each witness for
    which something else is printed, by what is printed.
    """

    def __init__(self, book: Book, labels: Mapping[str, str], printed: Mapping[str, str]) -> None:
        self.labels = labels
        self.book = book
        self._printed = printed
        self._groups = {
            self._siglum(name): [self._siglum(member) for member in members]
            for name, members in book.groups.items()
        }
        self._places: dict[str, ApparatusEntry] = defaultdict(lambda: ApparatusEntry())
        self._passed: set[str] = set()
        self.entries = [self._entry(call, series) for series, call in book.entries]

    def text(self, siglum: str = "") -> str:
        """The text of a witness, or the reading text (`''`)."""
        if siglum:
            text = "".join(part for part, _ in WitnessText(self, siglum).parts())
            return text.replace(SPACE, " ").replace(EDGE, "").replace(NUMBER, "").replace(ITEM, "")
        return "".join(item for _, item in self.items if isinstance(item, str))

    def reading(self, reading: PrintedReading, _siglum: str) -> str:
        """The text of a reading in its witnesses."""
        return reading.text

    @property
    def rest(self) -> Iterator[str]:
        """What the book says beside its running text: notes, entries, and all around them."""
        yield from self.notes
        yield from dict.fromkeys(series for series, _ in self.book.entries)
        for _, call in self.book.entries:
            yield from ("".join(_shown(content)) for content in call.contents)
        yield from (_COMMANDS.sub("", source) for source in self.book.rest)

    @property
    def notes(self) -> list[str]:
        """The words of each note, in the order of their places."""
        return ["".join(_shown(call.contents[-1])) for call in _notes(self.book.text)]

    @cached_property
    def items(self) -> list[Item]:
        """The printed text with the places of its entries.

        Words within a block are items of the kind `words`; `text` is only what divides words.
        """
        items = list(self._read(self.book.text))
        measure_entries(items, set())
        return items

    @cached_property
    def starting(self) -> dict[int, list[ApparatusEntry]]:
        """The entries by where they begin."""
        found: dict[int, list[ApparatusEntry]] = defaultdict(list)
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
            elif is_shown(part):
                yield from self._call(part)

    def _call(self, call: Call) -> Iterator[Item]:
        parts = call.parts[-1:] if call.name == "section" else call.parts
        apart = " " if is_apart(call) else ""
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
        """The end of an entry, unless entries without words that stand within it still follow."""
        self._passed.add(name)
        if name not in self.book.last_within:
            yield "end", self._places[name]

    def _entry(self, call: Call, series: str) -> PrintedEntry:
        """An entry as it is printed; what each witness reads there is noted at its place."""
        lemma, line = call.contents
        others = (self.labels.get(f"apparatus.{name}") for name in SERIES)
        place = self._places[call.strings[0]]
        if series in others or call.named.get("placed"):
            place = ApparatusEntry()
        printed = PrintedEntry(series, self._lemma(lemma))
        for part in calls(line, "reading"):
            reading = self._reading(part)
            printed.readings.append(reading)
            _assign(place, reading, part.named)
        place.lemma = frozenset([*self._sigla(line), *call.named.get("witnesses", "").split()])
        return printed

    def _lemma(self, content: Content) -> str:
        """The words of a lemma; none if the lemma only says beside which word the entry stands."""
        beside = self.labels["lemma.after"], self.labels["lemma.before"]
        if any(self._words(call.contents[0]) in beside for call in calls(content, "abbr")):
            return ""
        return self._words([part for part in content if _name(part) != "nth"])

    def _reading(self, call: Call) -> PrintedReading:
        """A reading; one without words has a label that says so, or is told by its place."""
        words, said = call.contents
        text, sigla = self._words(words), self._sigla(said)
        unit = next(calls(said, "told-unit"), None)
        if unit is not None:
            text = self._words(unit.contents[0])
        elif not text.strip(" \n"):
            terms = {self._words(call.contents[0]) for call in calls(said, "abbr")}
            known = {self.labels["omitted.break"]: BREAK}
            known |= dict.fromkeys((self.labels[key] for key in _WORDLESS), "")
            return PrintedReading(next((known[t] for t in terms & set(known)), "?"), sigla, "")
        return PrintedReading(
            text, sigla, text.replace("°", "") if "letters" in call.named else text
        )

    def _words(self, content: Content) -> str:
        found = ""
        for part in content:
            if isinstance(part, str):
                found += part
            elif part.name in ("beside", "blank", "separator"):
                found += " "
            elif is_shown(part):
                found += "".join(item for _, item in self._call(part) if isinstance(item, str))
        return found

    def _sigla(self, content: Content) -> list[str]:
        names = (self._siglum(siglum_in(call.contents[0])) for call in calls(content, "siglum"))
        return [siglum for name in names for siglum in self._groups.get(name, [name])]

    def _siglum(self, printed: str) -> str:
        return self._printed.get(printed.replace("’", "'"), printed)


def _notes(content: Content) -> Iterator[Call]:
    """All notes in a content; a note stands before those that stand in it."""
    for part in content:
        if not isinstance(part, str):
            if part.name == "note":
                yield part
            for inner in part.parts:
                yield from _notes(inner if isinstance(inner, list) else [inner])


def _shown(content: Content) -> Iterator[str]:
    """The words of a content in which the places of entries do not matter."""
    for part in content:
        if isinstance(part, str):
            yield part
        elif is_shown(part):
            apart = " " if is_apart(part) and part.name != "app-end" else ""
            yield apart
            for inner in part.parts[-1:] if part.name == "section" else part.parts:
                yield from _shown(inner if isinstance(inner, list) else [inner])
                yield apart


def _name(part: str | Call) -> str:
    return "" if isinstance(part, str) else part.name


def _assign(entry: ApparatusEntry, reading: PrintedReading, facts: Mapping[str, str]) -> None:
    """Gives the reading to its witnesses, except where it is said not to be their last state."""
    if "sources" in facts and entry.others is None:
        entry.others = reading
    earlier = facts.get("not-last", "").split()
    for siglum in reading.sigla:
        if siglum not in earlier:
            entry.own.setdefault(siglum, reading)


def _presence(call: Call) -> Iterator[Item]:
    """The place where the texts of witnesses begin or end, as an entry without words."""
    if "editorial" in call.named:
        yield "editorial", call.named["editorial"] == "begins"
        return
    event = ApparatusEntry()
    event.present = frozenset(call.named.get("begins", "").split())
    event.absent = frozenset(call.named.get("ends", "").split())
    yield "start", event
    yield "end", event
