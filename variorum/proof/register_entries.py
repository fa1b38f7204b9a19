"""What the register of a document must say of each entry, and what an output says of it.

An entry describes a person, place or other entity (TEI P5 14.2 to 14.4): by names, by dates and
states, by words, and by numbers in authority files (`idno`, 14.1.1). A register says all its words
once, each element's in their order, and its dates in the words of the edition's language where
only attributes give them (att.datable, 14.4), with month and day. Names that are alike are said
once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from variorum.proof.elements import ID, PREFERRED, TEI, local, pointed
from variorum.proof.lost_words import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["RegisterEntry", "entries_of", "unnamed_entries_of"]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LISTS = tuple(f"{TEI}list{name}" for name in ("Person", "Place", "Org", "Event", "Object", "Nym"))
_ENTRIES = _names("person personGrp place org event object nym")
_NAMES = _names(
    "persName placeName orgName objectName eventName geogName name form settlement region country "
    "label head title"
)
_UNTOLD = _names("linkGrp listRelation relation ptr ref sex gender geo")
"""What says how entries belong together or leads elsewhere, and what is told in other words."""
_DATED = ("when", "from", "to", "notBefore", "notAfter")
_NUMBER = re.compile(r"\d+")
_DATE = re.compile(r"(?:-?\d{4,}|-)-(\d\d)(?:-(\d\d))?(?:T.*|Z|[+-]\d\d:\d\d)?$")
"""A date by the calendar with its month (XML Schema, Part 2, 3.2.9 and 3.2.10)."""
_URL = re.compile(r"https?://\S+")
"""An address, which an output may show as a link with words of its own."""


@dataclass(frozen=True)
class RegisterEntry:
    """An entry of a register in the TEI.

    `related` are the words by which relations name it and others (TEI P5 14.3.2.4): what is said
    of a relation is said of all that it names.
    """

    element: _Element
    related: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return str(self.element.get(ID))

    @property
    def line(self) -> int:
        return self.element.sourceline or 0

    @cached_property
    def parts(self) -> list[tuple[list[str], bool]]:
        """The words of each piece of it, but not those of entries within it.

        With each it is said whether they belong to a name that is like one before.
        """
        names: set[str] = set()
        found = [(words, False) for words in _words(self.element.text)]
        for child in self.element.iterchildren("*"):
            pieces = [*_pieces(child)]
            name = " ".join(sorted(word for piece in pieces for word in piece))
            again = local(child) in _NAMES and name in names
            names.add(name)
            found += ((piece, again) for piece in pieces)
        return [*found, *((words, False) for words in _dates(self.element))]

    @property
    def names(self) -> list[list[str]]:
        """The words of each of its names, which of them is first depends on the language, and
        those with which it begins, if it is running text.
        """
        names = [[word for piece in _pieces(name) for word in piece] for name in self._named]
        return [*names, *(words for words, _ in self.parts[:1])]

    @property
    def _named(self) -> list[_Element]:
        """The elements that name it; an entry without one is called by its id."""
        return [child for child in self.element.iterchildren("*") if local(child) in _NAMES]

    @property
    def _called(self) -> list[str]:
        """The words by which an output may call an entry that has no name: its first ones, or its
        id.
        """
        first = next((child for child in self.element.iterchildren("*")), self.element)
        words = [word for piece in _pieces(first) for word in piece]
        return [] if self._named else [*words, *words_of(self.id)]

    def lost(self, said: str) -> list[str]:
        """The words that what an output says of it lacks, or has not so often."""
        words = words_of(said)
        counts, letters = Counter(words), "".join(words)
        lost = []
        for piece in (piece for piece, again in self.parts if not again):
            missing = [word for word in piece if counts[word] < piece.count(word)]
            if missing and "".join(piece) not in letters:
                lost += missing
            counts.subtract(piece)
        return lost

    def lost_dates(self, said: str, months: Sequence[frozenset[str]]) -> list[str]:
        """The dates that only attributes give, and of which the month or day is not said.

        `months` has for each month the letters of its names in the language of the output.
        """
        letters = "".join(words_of(said))
        return [
            value
            for value, month, day in _days(self.element)
            if not any(name in letters for name in months[month - 1])
            or (day and not re.search(rf"(?<!\d){day}(?!\d)", said))
        ]

    def repeated(self, said: str, added: frozenset[str]) -> list[str]:
        """The words of it that an output has more often, unless its labels or links have them."""
        counts = Counter(word for piece, _ in self.parts for word in piece)
        records = " ".join(idno.get("type", "") for idno in self.element.iterfind(f"{TEI}idno"))
        added = added.union(self.related, words_of(records), self._called)
        return [
            word
            for word, number in Counter(words_of(said)).items()
            if 0 < counts[word] < number and word not in added and not word.isdecimal()
        ]


def entries_of(root: _Element) -> list[RegisterEntry]:
    """The entries that a document or register holds, by which others can be known."""
    found: dict[str, RegisterEntry] = {}
    for listed in root.iter(*_LISTS):
        for element in listed.iter(*(f"{TEI}{name}" for name in _ENTRIES)):
            if element.get(ID) and next(element.iterancestors(f"{TEI}note"), None) is None:
                found.setdefault(str(element.get(ID)), RegisterEntry(element))
    said = {each: {*chain(*entry.names), *words_of(each)} for each, entry in found.items()}
    together = _related(root)
    return [
        replace(
            entry,
            related=frozenset(
                chain(*(said.get(other, ()) for other in together[each] | _pointed_at(entry)))
            ),
        )
        for each, entry in found.items()
    ]


def unnamed_entries_of(root: _Element) -> list[RegisterEntry]:
    """The entries of a register that have no id, and stand in no other entry: `@xml:id` may lack
    (TEI P5 att.global).
    """
    return [
        RegisterEntry(element)
        for listed in root.iter(*_LISTS)
        for element in listed.iterchildren(*(f"{TEI}{name}" for name in _ENTRIES))
        if not element.get(ID)
        and next(element.iterancestors(*(f"{TEI}{name}" for name in (*_ENTRIES, "note"))), None)
        is None
        and words_of("".join(map(str, element.itertext("{*}*"))))
    ]


def _pointed_at(entry: RegisterEntry) -> set[str]:
    """The ids of what pointers in an entry lead to, which they have no words for (TEI P5 3.7)."""
    targets = (pointer.get("target", "") for pointer in entry.element.iter(f"{TEI}ptr"))
    return {pointed(target) for each in targets for target in each.split()}


def _related(root: _Element) -> dict[str, set[str]]:
    """The ids that relations name together with each id, itself among them."""
    together: defaultdict[str, set[str]] = defaultdict(set)
    for relation in root.iter(f"{TEI}relation"):
        named = " ".join(relation.get(name, "") for name in ("mutual", "active", "passive"))
        ids = {re.sub(r"^.*[#:]", "", address) for address in named.split()}
        for each in ids:
            together[each] |= ids
    return together


def _pieces(element: _Element) -> Iterator[list[str]]:
    """The words of an element of an entry, those between two tags together."""
    name = local(element)
    within = local(element.getparent())
    if not name or (name in _UNTOLD and not (name == "ref" and within not in _ENTRIES)):
        return
    if name in _ENTRIES and element.get(ID):
        return
    if name == "idno" and within not in _ENTRIES:
        return
    if name == "idno":
        yield from _words(element.text)
        return
    yield from _words(element.text)
    chosen = _chosen(element)
    for child in element.iterchildren():
        if isinstance(child.tag, str) and child in chosen:
            yield from _pieces(child)
        yield from _words(child.tail)
    yield from _dates(element)


def _chosen(element: _Element) -> list[_Element]:
    """The children that are read: of alternatives (`choice`, TEI P5 3.5) those of the editors."""
    children = [*element.iterchildren("*")]
    if local(element) != "choice":
        return [child for child in children if not _is_siglum(child)]
    edited = [child for child in children if local(child) in PREFERRED]
    return edited[:1] or children[:1]


def _is_siglum(element: _Element) -> bool:
    """Whether an element is a siglum before a name, by which texts mention who bears it."""
    return local(element) == "abbr" and element.get("type") == "siglum"


def _words(text: str | None) -> Iterator[list[str]]:
    words = words_of(_URL.sub("", text or ""))
    if words:
        yield words


def _dates(element: _Element) -> Iterator[list[str]]:
    """The years that only attributes of an element give."""
    for value in _values(element):
        year = _NUMBER.search(value)
        if year and int(year[0]) and not value.startswith("--"):
            yield [str(int(year[0]))]


def _days(entry: _Element) -> Iterator[tuple[str, int, int]]:
    """The dates of an entry that only attributes give, with their months, and days or 0.

    Those of entries within it are told there, and those of references beside other words.
    """
    for element in (entry, *_told(entry)):
        for value in _values(element):
            date = _DATE.match(value)
            if date and 1 <= int(date[1]) <= 12:
                yield value, int(date[1]), int(date[2] or 0)


def _told(element: _Element) -> Iterator[_Element]:
    for child in element.iterchildren("*"):
        is_entry = local(child) in _ENTRIES and child.get(ID)
        if not is_entry and local(child) not in (*_UNTOLD, "idno", "choice"):
            yield child
            yield from _told(child)


def _values(element: _Element) -> Iterator[str]:
    words = "".join(str(text) for text in element.itertext("{*}*"))
    if local(element) in _ENTRIES or not _NUMBER.search(words):
        yield from (element.get(name, "") for name in _DATED)
