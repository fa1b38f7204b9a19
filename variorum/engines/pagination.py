"""The pages of a book with the apparatus at their feet, keyed by lines: planned, set and verified.

The text is first set on one page without end, the galley, of which `planner.typ` makes a plan:
which lines each page has, and which entries with which labels. The book is set with the plan. Then
it is asked where its lines, lemmas and entries stand, and the labels are found again from that.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Any

__all__ = [
    "OBSERVE",
    "Observed",
    "galley_of",
    "has_apparatus",
    "is_in_place",
    "kept_ends",
    "wrong_labels",
]

OBSERVE = """{
  let at(found) = {
    let place = found.location().position()
    (place.page, place.y.pt())
  }
  (
    lines: query(<line>).map(found => found.value + at(found)),
    places: query(<place>).map(found => found.value + at(found)),
    printed: query(<printed>).map(found => found.value + at(found)),
  )
}"""
"""The code of Typst that tells where lines, lemmas and entries of a book stand."""

_APPARATUS, _FRONT, _TEXT = "\n#apparatus(", "\n#title-page(", '\n#part(kind: "text"'
_AFTER = ("\n#part(", "\n#imprint(", "\n#colophon")
_EXACT = 0.2
_DASH = "\u2013"


def has_apparatus(markup: str) -> bool:
    """Whether a book has entries that can stand at the feet of its pages."""
    return _APPARATUS in markup


def galley_of(markup: str) -> str:
    """The markup of the text and its apparatus, without what stands before and after them."""
    text = markup.index(_TEXT)
    front = markup.find(_FRONT, 0, text)
    front = front if front > 0 else text
    apparatus = markup.index(_APPARATUS, text)
    ends = (markup.find(call, apparatus) for call in _AFTER)
    return markup[:front] + markup[text : min((end for end in ends if end > 0), default=None)]


@dataclass(frozen=True)
class _Line:
    """A line of the text: its number among all, whether it is counted, page, and y in points.

    `section` is the name of the section that counts its lines.
    """

    n: int
    is_counted: bool
    section: str | None
    page: int
    y: float


@dataclass(frozen=True)
class _Entry:
    """An entry as it is printed."""

    label: str
    page: int


class Observed:
    """Where the lines, lemmas, notes and entries of a book stand, as `OBSERVE` tells it.

    `raised` is how many points above its line a mark in raised words stands; one higher up ends a
    paragraph.
    """

    def __init__(self, told: str, raised: float) -> None:
        self._raised = raised
        found: Mapping[str, list[list[Any]]] = json.loads(told)
        lines = [
            _Line(n, kind == "line", section, page, y)
            for n, kind, section, _, _, page, y in found["lines"]
        ]
        self.lines = sorted(lines, key=lambda line: (line.page, line.y))
        self._places = [(kind, id_, page, y) for kind, id_, page, y in found["places"]]
        self.printed = [(id_, _Entry(label, page)) for id_, label, page, _ in found["printed"]]

    @cached_property
    def _pages(self) -> dict[int, list[_Line]]:
        pages = defaultdict(list)
        for line in self.lines:
            pages[line.page].append(line)
        return pages

    @property
    def last_lines(self) -> list[int]:
        """The number of the last line of each page that has lines of the text."""
        return [max(line.n for line in lines) for _, lines in sorted(self._pages.items())]

    def line(self, page: int, y: float) -> _Line | None:
        """The line that a mark stands in."""
        lines = self._pages.get(page, [])
        below = bisect_left(lines, y - _EXACT, key=lambda line: line.y)
        if below < len(lines) and abs(lines[below].y - y) <= self._raised:
            return lines[below]
        if below == 0:  # it ends a paragraph that ends the last page with text
            before = max((each for each in self._pages if each < page), default=0)
            lines = self._pages.get(before, [])
        return lines[below - 1] if lines else None

    @cached_property
    def places(self) -> dict[str, tuple[_Line | None, _Line | None]]:
        """The first and last line of each entry and note, by its id."""
        found: dict[str, tuple[_Line | None, _Line | None]] = {}
        for _, id_, page, y in self._places:
            line = self.line(page, y)
            found[id_] = (found[id_][0] if id_ in found else line, line)
        return found

    def numbers(self, numbering: str) -> dict[int, int]:
        """The numbers of the counted lines: on their page, in their section, or throughout."""
        counts: Counter[int | str | None] = Counter()
        numbers = {}
        for line in self.lines:
            if line.is_counted:
                scope = {"page": line.page, "section": line.section}.get(numbering)
                counts[scope] += 1
                numbers[line.n] = counts[scope]
        return numbers

    def last_counted(self, first: _Line, last: _Line) -> _Line:
        """The last counted line from `first` to `last`."""
        within = (line for line in reversed(self.lines) if first.n <= line.n <= last.n)
        return next((line for line in within if line.is_counted), first)


def kept_ends(plan: Mapping[str, Any], observed: Observed) -> list[int] | None:
    """The last lines of the pages up to the first that does not end as planned; none if all do."""
    found = observed.last_lines
    for number, pair in enumerate(zip_longest(found, plan["ends"])):
        if pair[0] != pair[1]:
            return found[: number + 1]
    return None


def is_in_place(plan: Mapping[str, Any], observed: Observed) -> bool:
    """Whether each entry is printed once, on the page of its lemma or of the note that holds it.

    Where the foot of a page is too tall, it is as many pages further on as is planned.
    """
    planned = Counter(id_ for _, id_ in _planned(plan))
    if (
        Counter(id_ for id_, _ in observed.printed) != planned
        or max(planned.values(), default=1) > 1
    ):
        return False
    inside: Mapping[str, str] = plan["inside"]
    firsts = {id_: observed.places.get(inside.get(id_, id_), (None, None))[0] for id_ in planned}
    back: Mapping[str, int] = plan["back"]
    return all(
        first is not None and first.page + back.get(id_, 0) == entry.page
        for id_, entry in observed.printed
        for first in [firsts[id_]]
    )


def wrong_labels(plan: Mapping[str, Any], observed: Observed) -> Iterator[str]:
    """What is wrong with entries that are in place: those with the label of another line."""
    names = {id_: label for label, id_ in _planned(plan)}
    numbers = observed.numbers(plan["numbering"])
    for id_, entry in observed.printed:
        first, last = observed.places.get(id_, (None, None))
        if first and last and first.is_counted and id_ not in plan["inside"]:
            end = observed.last_counted(first, last)
            label = _label(numbers, first, end, entry.page, plan["numbering"])
        else:
            label = str(names.get(id_, ""))
        if label != entry.label:
            yield f"{id_} is printed as {entry.label}, and stands in {label}"


def _label(numbers: Mapping[int, int], first: _Line, last: _Line, page: int, numbering: str) -> str:
    """The label, on a page, of an entry from one line to another."""
    begin, end = str(numbers[first.n]), str(numbers[last.n])
    if numbering == "page" and first.page != last.page:
        return f"{first.page}.{begin}{_DASH}{last.page}.{end}"
    if numbering == "section" and first.section is not None:
        begin = f"{first.section}.{begin}"
    if numbering == "section" and last.section not in (None, first.section):
        end = f"{last.section}.{end}"
    label = begin if first.n == last.n else begin + _DASH + end
    return f"{first.page}.{label}" if numbering == "page" and first.page != page else label


def _planned(plan: Mapping[str, Any]) -> Iterator[tuple[object, str]]:
    """The label and the id of each entry at a foot; one that is cut is told once."""
    feet = (
        foot for feet in (*plan["feet"].values(), *plan["after-notes"].values()) for foot in feet
    )
    for foot in feet:
        for _, runs in foot["layers"]:
            for label, shown in runs:
                for entry in shown:
                    id_, start = (entry, 0) if isinstance(entry, str) else entry[:2]
                    if start == 0:
                        yield label, id_
