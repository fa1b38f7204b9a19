"""Where entries that only name a place cover the text (TEI P5 12.2.1)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.entry import Entry
    from variorum.proof.tei import Item, Reader

from variorum.proof.marks import MARKS

__all__ = ["place"]

_LETTER = r"[^\W_]"
_BLOCKS = ("p", "ab", "l", "lg", "div")
_Cut = tuple[int, int, int, "Item"]
"""Before which character of which item: item, offset, rank (ends first), what is set there."""


@dataclass
class _Place:
    """The text between two items, white space collapsed, and where each character stands."""

    first: int
    last: int
    text: str
    at: list[tuple[int, int]]
    searched: int = 0

    def begin(self, offset: int) -> tuple[int, int]:
        return self.at[offset] if offset < len(self.at) else self._end()

    def end(self, offset: int) -> tuple[int, int]:
        if not offset:
            return self.begin(0)
        item, character = self.at[offset - 1]
        return item, character + 1

    def after(self, offset: int) -> tuple[int, int]:
        """After so many characters; at the beginning before, at the end after all other entries."""
        if offset >= len(self.at):
            return self._end()
        return self.end(offset) if offset else (self.first, 1 << 30)

    def _end(self) -> tuple[int, int]:
        """After all that stands in the place, ends of other entries too."""
        return self.last - 1, 1 << 30


class _Places:
    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.named: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.made: dict[tuple[int, int], _Place] = {}
        opened: dict[_Element, int] = {}
        lines: list[tuple[int, list[str]]] = []
        for index, (kind, item) in enumerate(items):
            if kind == "open":
                opened[item] = index
            elif kind == "close" and item.get("n"):
                self._name(item, (opened[item], index))
            elif kind == "line" and item.get("n"):
                lines.append((index, _locations(item)))
        for (start, names), (end, _) in zip(lines, [*lines[1:], (len(items), [])], strict=False):
            for name in names:
                self.named[name].append((start, end))

    def _name(self, element: _Element, span: tuple[int, int]) -> None:
        for name in _locations(element):
            self.named[name].append(span)

    def find(self, location: str, wanted: str) -> _Place | None:
        """The place a location names, of several the one that has the lemma."""
        spans = sorted(self.named.get(_location(location), []))
        ends = re.split(r"\s*[-–]\s*", location)
        if not spans and len(ends) == 2:
            first = self.find(ends[0], "")
            start = _location(ends[0]).split(".")
            end = _location(ends[1]).split(".")
            last = self.find(".".join(start[: max(0, len(start) - len(end))] + end), "")
            spans = [(first.first, last.last)] if first and last else []
        places = [self._place(span) for span in spans]
        return next((p for p in places if wanted in p.text), next(iter(places), None))

    def _place(self, span: tuple[int, int]) -> _Place:
        if span not in self.made:
            text, at, space = [], [], True
            for index in range(span[0], span[1]):
                kind, item = self.items[index]
                for offset, character in enumerate(item if kind == "text" else ""):
                    if character in MARKS or (character.isspace() and space):
                        continue
                    space = character.isspace()
                    text.append(" " if space else character)
                    at.append((index, offset))
            while text and text[-1] == " ":
                text.pop()
                at.pop()
            self.made[span] = _Place(*span, "".join(text), at)
        return self.made[span]


def place(reader: Reader, items: list[Item]) -> list[Item]:
    """The items with the beginnings and ends of the entries that name a place."""
    places = _Places(items)
    cuts: list[_Cut] = []
    for entry in reader.located:
        app = entry.element
        location = app.get("loc") or app.get("n") or ""
        lemma = reader.printed(app)
        wanted = "" if lemma is None else " ".join(reader.reading(lemma, "").split())
        found = places.find(location, wanted.replace("°", ""))
        if found is None:
            reader.unplaced.append(entry)
        elif _of_blocks(app):
            index = found.last if not wanted else found.first - 1
            cuts.append((index, 1 << 30, 1, ("start", entry)))
            cuts.append((found.last, 1 << 30, 1, ("end", entry)))
        else:
            cuts += _cuts(reader, entry, lemma, wanted.replace("°", ""), found)
    return _cut(items, cuts)


def _cuts(
    reader: Reader, entry: Entry, lemma: _Element | None, wanted: str, found: _Place
) -> list[_Cut]:
    number = "" if lemma is None else lemma.get("n", "")
    nth = int(number) if number.isdigit() else None
    if not wanted:
        words = re.match(rf"(?:\s*\S+){{{nth}}}\s?", found.text) if nth else None
        offset = words.end() if words else len(found.text) if nth is None else 0
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
        (*found.end(start + len(wanted)), 0, ("end", entry)),
    ]


def _find(found: _Place, wanted: str, nth: int | None) -> int | None:
    opens = rf"(?<!{_LETTER})" if re.match(_LETTER, wanted) else ""
    closes = rf"(?!{_LETTER})" if re.match(_LETTER, wanted[-1]) else ""
    whole = [m.start() for m in re.finditer(rf"(?={opens}{re.escape(wanted)}{closes})", found.text)]
    if nth is not None and nth <= len(whole):
        return whole[nth - 1]
    later = [start for start in whole if nth is None and start >= found.searched]
    if later or whole:
        return (later or whole)[0]
    letters = found.text.find(wanted)
    return letters if letters >= 0 else None


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
