"""The numbers by which a text is cited: where an output prints one, it is that of the TEI.

A page, column, leaf, line or other unit begins where TEI P5 has `pb`, `cb`, `gb`, `lb` or
`milestone` (3.11.3), and has the number that its `@n` gives (1.3.1.1.1), as a division (4.1.1), a
stanza and a verse have (6.2). The number of a beginning must stand there. That of a verse, a
paragraph or a division need not be printed: editions print every fifth, and headings say it. What
is printed there must be the number of one of the units that begin there, unless one has no `@n`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.proof.elements import UnitMark, local
from variorum.proof.lost_words import words_of
from variorum.proof.placeholders import BREAK, DESCRIPTION, LINK, NOTE

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.items import Item

__all__ = ["NumberFault", "first_wrong_number", "marked"]

_BEGIN, _END = "\x11", "\x12"
_MARKED = re.compile(f"{_BEGIN}([^{_END}]*){_END}")
_UNKNOWN = re.compile(f"[{LINK}{DESCRIPTION}]")
_WORDLESS = f"{BREAK}{NOTE}"
_WORD_GOES_ON = re.compile(f"[{_WORDLESS}]*(\\S*)")
_NEAR = 40
_OPTIONAL = frozenset(("l", "p", "ab", "lg", "div", *(f"div{level}" for level in range(1, 8))))
"""Units whose numbers need not be printed: headings may say those of divisions."""


def marked(value: str) -> str:
    """A number that an output prints, as it stands among the words of its text."""
    return f"{_BEGIN}{value}{_END}"


@dataclass(frozen=True)
class NumberFault:
    """A unit whose number is not printed, or is another one in print (`printed`)."""

    element: _Element
    printed: str

    @property
    def number(self) -> str:
        return str(self.element.get("n"))


@dataclass
class _Run:
    """Letters of the TEI between words that only the output decides, with the units in them.

    A place is that of a unit within a word, or none: then the unit stands between two words. With
    it the units have the number of letters that the word still has.
    """

    text: str = ""
    units: list[tuple[int, _Element]] = field(default_factory=list)

    @property
    def letters(self) -> str:
        return _letters(self.text)

    def places(self) -> Iterator[tuple[int, int, list[_Element]]]:
        """The units by the number of letters before them; with these, those up to a word's end."""
        begun = at = 0
        together: dict[tuple[int, int], list[_Element]] = defaultdict(list)
        for offset, unit in self.units:
            at += len(_letters(self.text[begun:offset]))
            begun = offset
            before = self.text[max(0, offset - _NEAR) : offset].rstrip(_WORDLESS)
            after = _WORD_GOES_ON.match(self.text, offset) if before[-1:].strip() else None
            together[at, len(_letters(after[1])) if after else 0].append(unit)
        return ((at, rest, units) for (at, rest), units in sorted(together.items(), key=_first))


def first_wrong_number(items: Iterable[Item], text: str) -> NumberFault | None:
    """The first unit of a text whose number is wrong in an output.

    `text` has the words of the output with its numbers, as `marked` writes them.
    """
    letters, numbers = _printed(text)
    places = sorted(numbers)
    groups = [
        (places[bisect_left(places, first) : bisect_left(places, last + 1)], units)
        for first, last, units in _placed(_runs(items), letters)
    ]
    known: dict[int, list[str]] = defaultdict(list)
    for near, units in groups:
        for place in near:
            known[place] += map(_number, units)
    for near, units in groups:
        printed = [
            _Printed(value, known[place])
            for place in near
            for value in numbers[place]
            if words_of(value)
        ]
        faults = (_fault(unit, printed) for unit in units)
        if fault := next((fault for fault in faults if fault is not None), None):
            return fault
    return None


@dataclass(frozen=True)
class _Printed:
    """A number that an output prints, and those of all units that begin where it stands."""

    value: str
    known: list[str]

    @property
    def is_strange(self) -> bool:
        """Whether it is no unit's; where one of them has no `@n` it may be that one's."""
        return all(self.known) and not any(_is_in(number, self.value) for number in self.known)


def _fault(unit: _Element, printed: list[_Printed]) -> NumberFault | None:
    number = _number(unit)
    if not words_of(number) or any(_is_in(number, each.value) for each in printed):
        return None
    strange = [each.value for each in printed if each.is_strange]
    if local(unit) in _OPTIONAL and not strange:
        return None
    return NumberFault(unit, next(iter(strange), ""))


def _number(unit: _Element) -> str:
    """The number of a unit; that of a reading tells readings of one entry apart (12.1)."""
    return "" if local(unit) in ("lem", "rdg") else unit.get("n", "")


def _is_in(number: str, printed: str) -> bool:
    """Whether what is printed has the number, with or without the name of the unit."""
    wanted, shown = "".join(words_of(number)), "".join(words_of(printed))
    return re.search(rf"(?<![0-9]){re.escape(wanted)}(?![0-9])", shown) is not None


def _printed(text: str) -> tuple[str, Mapping[int, list[str]]]:
    """The letters of an output, and the numbers by how many letters stand before them."""
    numbers: dict[int, list[str]] = defaultdict(list)
    at = 0
    parts: list[str] = []
    for index, part in enumerate(_MARKED.split(text)):
        if index % 2:
            numbers[at].append(part)
        else:
            parts.append(_letters(part))
            at += len(parts[-1])
    return "".join(parts), numbers


def _runs(items: Iterable[Item]) -> Iterator[_Run]:
    parts: list[str] = []
    units: list[tuple[int, _Element]] = []
    at = 0
    for _, item in items:
        if isinstance(item, UnitMark):
            units.append((at, item.element))
        for index, part in enumerate(_UNKNOWN.split(item) if isinstance(item, str) else ()):
            if index:
                yield _Run("".join(parts), units)
                parts, units, at = [], [], 0
            parts.append(part)
            at += len(part)
    yield _Run("".join(parts), units)


def _placed(runs: Iterable[_Run], letters: str) -> Iterator[tuple[int, int, list[_Element]]]:
    """The units that begin at one place, with the bounds of that place in an output.

    Words that only the output decides may stand there too. The number of a unit that begins within
    a word may stand after the word. Nothing is said of units beside letters that stand otherwise in
    the output.
    """
    passed = 0
    waiting: list[_Element] = []
    for run in runs:
        own = run.letters
        found = letters.find(own, passed)
        if found < 0:
            waiting = []
            continue
        ending: list[_Element] = []
        for at, rest, units in run.places():
            if not at:
                waiting += units
            elif at < len(own):
                yield found + at, found + at + rest, units
            else:
                ending += units
        if own:
            yield passed, found, waiting
            waiting, passed = ending, found + len(own)
    yield passed, len(letters), waiting


def _letters(text: str) -> str:
    return "".join(words_of(text))


def _first(place: tuple[tuple[int, int], list[_Element]]) -> tuple[int, int]:
    return place[0]
