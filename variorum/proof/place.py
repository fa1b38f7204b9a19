"""Where entries that only name a place cover the text (TEI P5 12.2.1)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.entry import Entry
    from variorum.proof.tei import Item, Reader

from variorum.proof.elements import PLACES, SECTIONS, local
from variorum.proof.placeholders import MARKS, SPACE

__all__ = ["place"]

_BLOCKS = ("p", "ab", "l", "lg", "div")
_Span = tuple[int, int, int]
"""From which item to before which; and before which a lemma that begins there may end."""
_Cut = tuple[int, int, int, "Item"]
"""Before which character of which item: item, offset, rank (ends first), what is set there."""


@dataclass
class _Place:
    """The text between two items, white space collapsed, and where each character stands.

    The first `length` characters are the place's own; a lemma may run over into the rest.
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
        """After so many characters; at the beginning before, at the end after all other entries."""
        if offset >= self.length:
            return self._end()
        return self.end(offset) if offset else (self.span[0], 1 << 30)

    def _end(self) -> tuple[int, int]:
        """After all that stands in the place, ends of other entries too."""
        return self.span[1] - 1, 1 << 30


class _Places:
    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.named: dict[str, list[_Span]] = defaultdict(list)
        self.made: dict[_Span, _Place] = {}
        opened: dict[_Element, int] = {}
        for index, (kind, item) in enumerate(items):
            if kind == "open":
                opened[item] = index
            elif kind == "close" and local(item) in PLACES:
                self._name(item, (opened[item], index, index))
        for line, span in _lines(items):
            self._name(line, span)

    def _name(self, element: _Element, span: _Span) -> None:
        for name in _locations(element) if element.get("n") else []:
            self.named[name].append(span)

    def find(self, location: str, wanted: str) -> _Place | None:
        """The place a location names, of several the one that has the lemma."""
        spans = sorted(self.named.get(_location(location), []))
        ends = re.split(r"\s*[-–]\s*", location)
        if not spans and len(ends) == 2:
            first = self.find(ends[0], wanted)
            start = _location(ends[0]).split(".")
            end = _location(ends[1]).split(".")
            last = self.find(".".join(start[: max(0, len(start) - len(end))] + end), wanted)
            if first and last:
                later = max(first, last, key=lambda found: found.span[1])
                spans = [(first.span[0], *later.span[1:])]
        places = [self._place(span) for span in spans]
        having = (p for p in places if not wanted or _find(p, wanted, None) is not None)
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
    """What is kept of a character: of white space, however it is marked, one space."""
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
    """Each line to the next, or to the end of its section; a lemma may run over into the next."""
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


def place(reader: Reader, items: list[Item]) -> list[Item]:
    """The items with the beginnings and ends of the entries that name a place."""
    places = _Places(items)
    cuts: list[_Cut] = []
    for entry in reader.located:
        app = entry.element
        location = app.get("loc") or app.get("n") or ""
        lemma = reader.printed(app)
        wanted = "" if lemma is None else _plain(reader.reading(lemma, "")).strip()
        wanted = wanted if _letters(wanted) else ""
        found = places.find(location, wanted)
        if found is None:
            reader.unplaced.append(entry)
        elif _of_blocks(app):
            index = found.span[1] if not wanted else found.span[0] - 1
            cuts.append((index, 1 << 30, 1, ("start", entry)))
            cuts.append((found.span[1], 1 << 30, 1, ("end", entry)))
        else:
            cuts += _cuts(reader, entry, lemma, wanted, found)
    return _cut(items, cuts)


def _cuts(
    reader: Reader, entry: Entry, lemma: _Element | None, wanted: str, found: _Place
) -> list[_Cut]:
    number = "" if lemma is None else lemma.get("n", "")
    nth = int(number) if number.isdigit() else None
    if not wanted:
        own = found.text[: found.length]
        words = re.match(rf"(?:\s*\S+){{{nth}}}\s?", own) if nth else None
        offset = words.end() if words else found.length if nth is None else 0
        entry.spaced = True
        spot = found.after(offset)
        return [(*spot, 1, ("start", entry)), (*spot, 1, ("end", entry))]
    entry.letters = lemma is not None and "°" in "".join(lemma.itertext())
    start = _find(found, wanted, nth)
    if start is None:
        reader.unplaced.append(entry)
        return []
    found.searched = start
    return [
        (*found.begin(start), 1, ("start", entry)),
        (*found.end(start + len(_letters(wanted))), 0, ("end", entry)),
    ]


def _find(found: _Place, wanted: str, nth: int | None) -> int | None:
    """Where a lemma begins: as words, or where it has ° as a part of one; else as letters."""
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
    """Whether two characters are not letters of one word; of a `part`, whether the word goes on."""
    if part:
        return len(pair) == 2 and not any(character.isspace() for character in pair)
    return not (len(pair) == 2 and all(category(character)[0] in "LMN" for character in pair))


def _cut(items: list[Item], cuts: list[_Cut]) -> list[Item]:
    by_item: dict[int, list[_Cut]] = defaultdict(list)
    for cut in sorted(cuts, key=lambda cut: cut[:3]):
        by_item[cut[0]].append(cut)
    made: list[Item] = []
    for index, (kind, item) in enumerate(items):
        done = 0
        own = by_item.get(index, [])
        for _, offset, _, mark in own:
            if kind == "text" and isinstance(item, str) and offset <= len(item):
                made.append(("text", item[done:offset]))
                done = offset
                made.append(mark)
        made.append((kind, item[done:] if isinstance(item, str) else item))
        made += [
            mark
            for _, offset, _, mark in own
            if not (kind == "text" and isinstance(item, str) and offset <= len(item))
        ]
    return made


def _of_blocks(app: _Element) -> bool:
    return any(
        child.tag.rpartition("}")[2] in _BLOCKS
        for reading in app.iter("{*}lem", "{*}rdg")
        for child in reading.iterchildren("*")
    )


def _locations(element: _Element) -> list[str]:
    """What can name a block: its number alone and with those of what it stands in."""
    chain = [e for e in [element, *element.iterancestors()] if e.get("n")]
    numbers = [_location(e.get("n", "")) for e in chain]
    bare = [_location(e.get("n", "")) for e in chain if e is element or not e.tag.endswith("}lg")]
    names = [".".join(reversed(numbers[:count])) for count in range(1, len(numbers) + 1)]
    parts = element.get("n", "").split("=") if "=" in element.get("n", "") else []
    return list(dict.fromkeys([*names, ".".join(reversed(bare)), *map(_location, parts)]))


def _location(text: str) -> str:
    parts = [part for part in re.split(r"[\s.,:;/\-–#]+", text) if part]
    numbers = [part for part in parts if re.search(r"\d", part)]
    return ".".join(numbers or parts)
