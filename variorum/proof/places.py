"""Where a fault is: line and column in the file of the TEI, and the line in a file of an output."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from variorum.findings import Place
from variorum.proof.comparison import length
from variorum.proof.traced import Spot
from variorum.source.bytes import DocumentBytes
from variorum.source.positions import Positions

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.source import Source

__all__ = ["OutputPlaces", "TeiPlaces"]

_RAW = re.compile(
    r"<!\[CDATA\[(?P<literal>.*?)\]\]>|(?P<end><)|(?P<reference>&[^;\s]*;)|(?P<character>.)",
    re.DOTALL,
)
_WORD = re.compile(r"[^\W_]+")
_MARKUP = {
    "html": re.compile(r"<[^<>]*>"),
    "print": re.compile(r"\"(?:[^\"\\]|\\.)*\"|#[\w-]+"),
    "latex": re.compile(r"\\[A-Za-z]+"),
}
_BEGIN = {
    "html": '<article id="edition-text',
    "print": '\n#part(kind: "text"',
    "latex": "\n\\beginnumbering\n",
}
_END = {"html": "</article>", "print": "\n#part(", "latex": "\\endnumbering"}
_CONTEXT = 60
_NEAR = 12
"""So many words an output may have of its own between two of the text."""


class TeiPlaces:
    """Places in the file of a document. `root` is the tree that was read, which may be a copy."""

    def __init__(self, source: Source, root: _Element) -> None:
        self._source = source
        self._is_copy = root is not source.root

    def of(self, origin: Spot | _Element | None) -> tuple[int, int]:
        """Line and column of a place in a text, or of an element; 0 where it is not known.

        Of what was moved only the line is known in which its element begins.
        """
        if origin is None:
            return 0, 0
        return self._spot(origin) if isinstance(origin, Spot) else self._element(origin)

    def _spot(self, spot: Spot) -> tuple[int, int]:
        number = self._texts.get((spot.element, spot.is_tail))
        if self._is_copy or number is None:
            return spot.element.sourceline or 0, 0
        line, column = self._positions.numbered("text", number)
        at = self._document.offset(line, column)
        raw = self._document.data[at:].decode("utf-8", "replace")
        return self._document.place(at + len(raw[: _characters(raw, spot.before)].encode()))

    def _element(self, element: _Element) -> tuple[int, int]:
        number = None if self._is_copy else self._elements.get(element)
        if number is None:
            return element.sourceline or 0, 0
        return self._positions.element(number)

    @cached_property
    def _document(self) -> DocumentBytes:
        return DocumentBytes(self._source.whole)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self._source.whole)

    @cached_property
    def _elements(self) -> dict[_Element, int]:
        return {element: number for number, element in enumerate(self._source.root.iter("*"))}

    @cached_property
    def _texts(self) -> dict[tuple[_Element, bool], int]:
        """The texts of the file in their order, numbered from 1."""
        return {text: number for number, text in enumerate(_texts(self._source.root), 1)}


def _texts(root: _Element) -> Iterator[tuple[_Element, bool]]:
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            if node.text:
                yield node, False
        elif node.tail and node is not root:
            yield node, True


def _characters(raw: str, count: int) -> int:
    """How many characters of a file stand before the one before which so many count."""
    passed = 0
    for token in _RAW.finditer(raw):
        if token["end"]:
            return token.start()
        if token["literal"] is not None:
            for number, character in enumerate(token["literal"]):
                if length(character) and passed == count:
                    return token.start("literal") + number
                passed += length(character)
            continue
        counts = 1 if token["reference"] else length(token[0])
        if counts and passed == count:
            return token.start()
        passed += counts
    return len(raw)


class OutputPlaces:
    """Places in an output of a kind. `file` is its name; without one no place is told."""

    def __init__(self, kind: str, output: str, file: str) -> None:
        self._kind = kind
        self._output = output
        self._file = file

    def after(self, words: str, share: float) -> Place | None:
        """The line in which the last of these words of its text stands, of whose whole they are
        this share.

        It is where most of the words before it stand before it, for the output has others between
        them, of its own.
        """
        wanted = _WORD.findall(words[-_CONTEXT:])
        if not self._file or not wanted:
            return self._place(-1)
        own = [word[0] for word in self._words if word.start() < self._length]
        ends = [number for number, word in enumerate(own) if word == wanted[-1]]
        before = wanted[-2::-1]
        return self._place(
            max(ends, key=lambda n: (_met(own, n, before), -abs(n - share * len(own))), default=-1)
        )

    def around(self, words: str) -> Place | None:
        """The line in which some of these words of a note or an entry stand together.

        The first and the last may be parts of words.
        """
        own = [word[0] for word in self._words] if self._file else []
        joined, wanted = f" {' '.join(own)} ", _WORD.findall(words)
        while len(wanted) > 1:
            at = joined.find(f" {' '.join(wanted)} ")
            if at >= 0:
                return self._place(joined.count(" ", 0, at))
            wanted = wanted[1:-1] or wanted[:1]
        return self._place(-1)

    def _place(self, number: int) -> Place | None:
        if number < 0:
            return Place(self._file) if self._file else None
        line = self._output.count("\n", 0, self._begin + self._words[number].start()) + 1
        return Place(self._file, line)

    @cached_property
    def _begin(self) -> int:
        return max(0, self._output.find(_BEGIN[self._kind])) if self._kind in _BEGIN else 0

    @cached_property
    def _length(self) -> int:
        """How long the text is; what follows, such as the apparatus, is no part of it."""
        found = self._output.find(_END.get(self._kind, "\0"), self._begin + 1)
        return (found if found >= 0 else len(self._output)) - self._begin

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        shown = self._output[self._begin :]
        if self._kind in _MARKUP:
            shown = _MARKUP[self._kind].sub(lambda found: " " * len(found[0]), shown)
        return list(_WORD.finditer(shown))


def _met(own: list[str], at: int, before: list[str]) -> int:
    """How many words, from the last to the first, stand one before the other before a place."""
    met = 0
    for word in before:
        near = range(at - 1, max(-1, at - 1 - _NEAR), -1)
        found = next((number for number in near if own[number] == word), -1)
        if found >= 0:
            met, at = met + 1, found
    return met
