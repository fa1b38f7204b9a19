"""Finds the words that an entry covers which only names a place (TEI P5 12.2.1)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category

from variorum.proof.elements import PLACES, SECTIONS, local, readings_of
from variorum.proof.items import ApparatusEntry, Item
from variorum.proof.location_names import names_of, plain_location, sections_of_list
from variorum.proof.placeholders import MARKS, SPACE
from variorum.proof.traced import Traced

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["LocatedEntry", "with_located_entries"]

_ELLIPSIS = re.compile(r"\s*(?:\[?\s*(?:…|\.\s?\.\s?\.)\s*\]?|—)\s*|\s[-–]\s")
"""The signs that words of a lemma are left out."""
_BLOCKS = ("p", "ab", "l", "lg", "div")
_LAST = 1 << 30
"""A number greater than that of any character: after the whole item."""
_Span = tuple[int, int, int]
"""A part of the items: its first item, the item after its last one, and the item before which a
lemma that begins in the part has to end.
"""
_Insertion = tuple[int, int, int, Item]
"""What is to be inserted before a character: the number of the item, the number of the character,
a rank that puts ends before beginnings, and the item to be inserted.
"""


@dataclass(frozen=True)
class LocatedEntry:
    """An entry that names a place: its lemma with the words of it, if it has one."""

    entry: ApparatusEntry
    lemma: _Element | None
    words: str

    @property
    def location(self) -> str:
        """The name of the place."""
        app = self.entry.element
        return app.get("loc") or app.get("n") or ""


@dataclass
class _Place:
    """The text of a place with single spaces, and where each of its characters stands.

    The first `length` characters are the place's own. The rest is what follows, because a lemma
    that begins in the place may end there. `searched` is where the last lemma was found.
    """

    span: _Span
    text: str
    at: list[tuple[int, int]]
    length: int
    searched: int = 0

    def begin(self, offset: int) -> tuple[int, int]:
        return self.at[offset] if offset < self.length else self._end()

    def end(self, offset: int) -> tuple[int, int]:
        if not offset:
            return self.begin(0)
        item, character = self.at[offset - 1]
        return item, character + 1

    def after(self, offset: int) -> tuple[int, int]:
        """The spot after so many characters.

        At the beginning of the place it lies before all other entries, at the end after them.
        """
        if offset >= self.length:
            return self._end()
        return self.end(offset) if offset else (self.span[0], _LAST)

    def _end(self) -> tuple[int, int]:
        """The spot after all that stands in the place, even after the ends of other entries."""
        return self.span[1] - 1, _LAST


class _Places:
    """The places of a text by the names that locations can give them."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.named: dict[str, list[_Span]] = defaultdict(list)
        self.made: dict[_Span, _Place] = {}
        self.sections: dict[_Element, _Span] = {}
        opened: dict[_Element, int] = {}
        verse: _Element | None = None
        for index, (kind, item) in enumerate(items):
            if kind == "open":
                opened[item] = index
            elif kind == "close" and local(item) in PLACES:
                verse = self._name_whole(item, verse, opened, index)
            if kind == "close" and local(item) in SECTIONS:
                self.sections[item] = (opened[item], index, index)
        for line, span in _lines(items):
            self._name(line, span)

    def _name_whole(
        self, element: _Element, verse: _Element | None, opened: Mapping[_Element, int], index: int
    ) -> _Element | None:
        """Names a place that ends; a verse goes on with its further parts (TEI P5 6.3, @part).

        `verse` is the verse that may go on, and so is what is given back.
        """
        part = element.get("part") if local(element) == "l" else verse
        same = verse is not None and element.get("n") in (None, verse.get("n"))
        if verse is not None and part in ("M", "F") and same:
            for spans in (self.named[name] for name in names_of(verse)):
                own = next(n for n, span in enumerate(spans) if span[0] == opened[verse])
                spans[own] = (opened[verse], index, index)
            return verse if part == "M" else None
        self._name(element, (opened[element], index, index))
        return element if part == "I" and element.get("n") else verse if part is verse else None

    def _name(self, element: _Element, span: _Span) -> None:
        for name in names_of(element) if element.get("n") else []:
            self.named[name].append(span)

    def find(self, location: str, wanted: str, sections: list[_Element]) -> _Place | None:
        """The place that a location names.

        Of several it is one in the smallest section that has any and whose list has the entry, and
        of these the first that has the lemma.
        """
        spans = sorted(self.named.get(plain_location(location), []))
        for first, last, _ in (self.sections[each] for each in sections if each in self.sections):
            if near := [span for span in spans if first < span[0] and span[1] < last]:
                spans = near
                break
        ends = re.split(r"\s*[-–]\s*", location)
        if not spans and len(ends) == 2:
            begin = self.find(ends[0], wanted, sections)
            start = plain_location(ends[0]).split(".")
            end = plain_location(ends[1]).split(".")
            until = self.find(
                ".".join(start[: max(0, len(start) - len(end))] + end), wanted, sections
            )
            if begin and until:
                later = max(begin, until, key=lambda found: found.span[1])
                spans = [(begin.span[0], *later.span[1:])]
        places = [self._place(span) for span in spans]
        having = (p for p in places if not wanted or _find_ends(p, wanted, None) is not None)
        return next(having, next(iter(places), None))

    def _place(self, span: _Span) -> _Place:
        if span not in self.made:
            text, at, length = [""], [], 0
            for index in range(span[0], span[2]):
                kind, item = self.items[index]
                for offset, character in enumerate(item if kind == "text" else ""):
                    if kept := _kept(character, text[-1]):
                        text.append(kept)
                        at.append((index, offset))
                if index < span[1]:
                    length = len(at) - (text[-1] == " ")
            self.made[span] = _Place(span, "".join(text), at, length)
        return self.made[span]


def _kept(character: str, before: str) -> str:
    """A character as it counts in the search: one space for any white space, nothing for marks."""
    if character == SPACE or character.isspace():
        return " " if before not in (" ", "") else ""
    return "" if character in MARKS else character


def _letters(wanted: str) -> str:
    return " ".join(wanted.replace("°", "").split())


def _plain(text: str) -> str:
    plain = [""]
    for character in text:
        if kept := _kept(character, plain[-1]):
            plain.append(kept)
    return "".join(plain)


def _lines(items: list[Item]) -> Iterator[tuple[_Element, _Span]]:
    """Each line of the text with its span.

    A line ends where the next one begins or its section ends. A lemma that begins in it may end in
    the next line.
    """
    starts = [index for index, (kind, _) in enumerate(items) if kind == "line"]
    ends: dict[int, int] = {}
    within: list[list[int]] = []
    for index, (kind, item) in enumerate(items):
        if kind == "line":
            within[-1].append(index)
        elif kind == "open" and local(item) in SECTIONS:
            within.append([])
        elif kind == "close" and local(item) in SECTIONS:
            ends.update(dict.fromkeys(within.pop(), index))
    for number, start in enumerate(starts):
        following = [*starts[number + 1 : number + 3], ends[start], ends[start]]
        own, over = (min(end, ends[start]) for end in following[:2])
        yield items[start][1], (start, own, over)


def with_located_entries(items: list[Item], located: list[LocatedEntry]) -> list[Item]:
    """The items with the beginnings and ends of the entries that name a place.

    An entry is left out if its place or its lemma is not found.
    """
    places = _Places(items)
    insertions: list[_Insertion] = []
    for named in located:
        entry = named.entry
        wanted = _plain(named.words).strip()
        wanted = wanted if _letters(wanted) else ""
        place = places.find(named.location, wanted, sections_of_list(entry.element))
        if place is None:
            continue
        if _holds_blocks(entry.element):
            index = place.span[0] - 1 if wanted else place.span[1]
            insertions.append((index, _LAST, 1, ("start", entry)))
            insertions.append((place.span[1], _LAST, 1, ("end", entry)))
        else:
            if named.lemma is None:
                # which words of the place its readings stand for is not said (TEI P5 12.2.1)
                entry.own, entry.lemma = {}, frozenset()
            insertions += _insertions(named, wanted, place)
    return _with_insertions(items, insertions)


def _insertions(named: LocatedEntry, wanted: str, place: _Place) -> list[_Insertion]:
    entry, lemma = named.entry, named.lemma
    number = "" if lemma is None else lemma.get("n", "")
    nth = int(number) if number.isdigit() else None
    if not wanted:
        own = place.text[: place.length]
        if lemma is None and not readings_of(entry.element):
            # a remark is about the whole place
            whole = place.begin(0), place.end(place.length)
            return [(*whole[0], 1, ("start", entry)), (*whole[1], 0, ("end", entry))]
        words = re.match(rf"(?:\s*\S+){{{nth}}}\s?", own) if nth else None
        offset = words.end() if words else place.length if nth is None else 0
        entry.spaced = True
        spot = place.after(offset)
        return [(*spot, 1, ("start", entry)), (*spot, 1, ("end", entry))]
    entry.letters = lemma is not None and "°" in "".join(lemma.itertext())
    found = _find_ends(place, wanted, nth)
    if found is None:
        return []
    place.searched = found[0]
    start, end = found
    return [(*place.begin(start), 1, ("start", entry)), (*place.end(end), 0, ("end", entry))]


def _find_ends(place: _Place, wanted: str, nth: int | None) -> tuple[int, int] | None:
    """Where a lemma begins and ends; of a long one only the first and last words may be given."""
    start = _find(place, wanted, nth)
    if start is not None:
        return start, start + len(_letters(wanted))
    first, *others = [part for part in _ELLIPSIS.split(wanted) if _letters(part)] or [wanted]
    start = _find(place, first, nth)
    if start is None:
        return None
    after = start + len(_letters(first))
    if not others:
        return start, after
    last = (at for at in _starts(place.text, _letters(others[-1])) if at >= after)
    stop = next((at for at in last if _stands(place.text, at, others[-1])), None)
    return None if stop is None else (start, stop + len(_letters(others[-1])))


def _find(found: _Place, wanted: str, nth: int | None) -> int | None:
    """Where a lemma begins in a place.

    It is looked for as whole words, or as a part of a word where it has the sign °. If it stands
    nowhere like that, it is looked for as mere letters.
    """
    starts = [start for start in _starts(found.text, _letters(wanted)) if start < found.length]
    whole = [start for start in starts if _stands(found.text, start, wanted)]
    if nth is not None and nth <= len(whole):
        return whole[nth - 1]
    later = [start for start in whole if nth is None and start >= found.searched]
    return next(iter([*later, *whole, *starts]), None)


def _starts(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def _stands(text: str, start: int, wanted: str) -> bool:
    end = start + len(_letters(wanted))
    before, after = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return _divided(before, wanted[0] == "°") and _divided(after, wanted[-1] == "°")


def _divided(pair: str, part: bool) -> bool:
    """Whether a word ends between two characters; for a `part` of a word, whether it goes on."""
    if part:
        return len(pair) == 2 and not any(character.isspace() for character in pair)
    return not (len(pair) == 2 and all(category(character)[0] in "LMN" for character in pair))


def _with_insertions(items: list[Item], insertions: list[_Insertion]) -> list[Item]:
    by_item: dict[int, list[_Insertion]] = defaultdict(list)
    for insertion in sorted(insertions, key=lambda insertion: insertion[:3]):
        by_item[insertion[0]].append(insertion)
    made: list[Item] = []
    for index, (kind, item) in enumerate(items):
        done = 0
        after: list[Item] = []
        for _, offset, _, mark in by_item.get(index, []):
            if kind == "text" and isinstance(item, str) and offset <= len(item):
                made.append(("text", _part(item, done, offset)))
                made.append(mark)
                done = offset
            else:
                after.append(mark)
        made.append((kind, _part(item, done) if isinstance(item, str) else item))
        made += after
    return made


def _part(words: str, start: int, stop: int | None = None) -> str:
    return words.cut(start, stop) if isinstance(words, Traced) else words[start:stop]


def _holds_blocks(app: _Element) -> bool:
    return any(
        child.tag.rpartition("}")[2] in _BLOCKS
        for reading in app.iter("{*}lem", "{*}rdg")
        for child in reading.iterchildren("*")
    )
