"""The words of a TEI text that an output lacks, though no row of the table leaves them out.

The other proofs compare the running text, the notes and the entries word by word with what the
reader makes of the TEI. This one asks of every piece of text, wherever it stands and whatever the
reader made of it, whether its words are in the output: as often as in the TEI, and in the running
text in their order. Notes and apparatus stand elsewhere in an output, in an order of their own.
Registers have a page or section of their own, and a proof of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING
from unicodedata import combining, is_normalized, normalize

from variorum.proof.elements import BLOCKS, OF_SOURCE, PREFERRED, REPLACED, TEI, local, readings_of
from variorum.proof.left_out import rows
from variorum.proof.placeholders import DESCRIPTION
from variorum.proof.registers import is_register

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["LostWords", "TextPiece", "pieces", "repeated_words", "words_of"]

_FORMATS = {"print": "pdf"}
"""The formats of the outputs whose kind has another name."""
_WORDS = re.compile(r"[^\W_]+")
_TEX = re.compile(r"\\[A-Za-z]+")
_BESIDE = frozenset(("note", "witDetail", "rdg", "listApp", "del", "metamark"))
"""What stands beside the running text, or only where there is nothing else (TEI P5 3.9, 12)."""
_DIVIDED = BLOCKS | {"lem", "rdg", "note", "witDetail"} | {*PREFERRED, *OF_SOURCE} - {"ex", "am"}
"""What has no word in common with what stands beside it."""
_MOVING = ("listTranspose", "delSpan", "undo", "*[@next]", "*[@prev]", "*[@copyOf]")
"""What says that words stand elsewhere, too, or not at all (TEI P5 11.3.1.4, 11.3.4, 17.6)."""
_IS_EDITED = frozenset(PREFERRED).__contains__
_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
_DESCRIBED = tuple(
    f"{TEI}{name}" for name, mark in REPLACED.items() if mark == DESCRIPTION and name != "egXML"
)
_BREAKS = frozenset(("lb", "pb", "cb", "gb", "milestone"))
_FAR, _NEAR = 20_000, 120
_ENOUGH = 16
"""So many letters in a row are no chance."""
_PASSED = 40
"""So many pieces in a row may be missing before it is looked for the next one further on."""


@dataclass(frozen=True)
class TextPiece:
    """A piece of text between two tags, with the formats that leave it out on purpose."""

    line: int
    words: Sequence[str]
    without: frozenset[str]
    beside: bool
    described: bool = False
    """It stands in a description, which an output makes of parts."""
    cut: bool = False
    """It is a word of a piece some words of which stand in the running text."""
    parts: frozenset[int] = frozenset()
    """Which of its words, by their numbers, may be parts of longer ones, or are not counted."""

    @cached_property
    def letters(self) -> str:
        return "".join(self.words)


_Read = tuple[str, TextPiece | None]
"""A text with its words, if it has any."""


def pieces(root: _Element) -> list[TextPiece]:
    """All pieces of the text of a document, those of registers apart."""
    return [*_Pieces(root).all()]


class _Pieces:
    """Reads the pieces of one document."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self._moving = any(root.find(f".//{TEI}{name}") is not None for name in _MOVING)
        self._left_out: dict[_Element, frozenset[str]] = {}
        for row in rows():
            for element in row.found(root):
                before = self._left_out.get(element, frozenset())
                self._left_out[element] = before.union(row.outputs)

    def all(self) -> Iterator[TextPiece]:
        """The pieces in their order; words that tags alone divide may be one word."""
        for text in self.root.iterfind(f"{TEI}text"):
            found: list[_Read] = []
            self._add(found, text, frozenset(), self._moving)
            for number, (words, piece) in enumerate(found):
                if piece is None:
                    continue
                before = found[number - 1][0] if number else ""
                after = found[number + 1][0] if number + 1 < len(found) else ""
                first = {0} if _goes_on(before, words) else set()
                last = {len(piece.words) - 1} if _goes_on(words, after) else set()
                parts = frozenset(first | last) | piece.parts
                yield replace(piece, parts=parts) if parts else piece

    def _add(
        self, found: list[_Read], element: _Element, without: frozenset[str], beside: bool
    ) -> None:
        if not isinstance(element.tag, str) or is_register(element):
            return
        without = without | self._left_out.get(element, frozenset())
        beside = beside or _stands_beside(element)
        divided = local(element) in _DIVIDED
        if divided:
            found.append((" ", None))
        found += _piece(element, _between(None, element.text, element), without, beside)
        for child in element:
            before = len(found)
            self._add(found, child, without, beside)
            if local(child) == "rdg" and _is_said_before(child):
                found[before:] = [(words, _uncounted(piece)) for words, piece in found[before:]]
            found += _piece(element, _between(child, child.tail, element), without, beside)
        if divided:
            found.append((" ", None))


def _between(before: _Element | None, text: str | None, parent: _Element) -> str | None:
    """The text after a child, or that before all; space beside a break within a word is none."""
    following = next(iter(parent), None) if before is None else before.getnext()
    if before is not None and before.get("break") == "no":
        text = text and text.lstrip()
    if following is not None and following.get("break") == "no":
        text = text and text.rstrip()
    return text


def _is_said_before(reading: _Element) -> bool:
    """Whether an entry has the same words before: it may name all their witnesses together."""
    app = next(reading.iterancestors(f"{TEI}app"), None)
    own = _words_of_reading(reading)
    for other in readings_of(app) if app is not None else []:
        if other is reading:
            break
        if own == _words_of_reading(other):
            return True
    return False


def _words_of_reading(reading: _Element) -> list[str]:
    """Its words, which the beginnings of lines and pages divide (TEI P5 3.11.3)."""
    parts = [reading.text or ""]
    for element in reading.iterdescendants():
        divides = local(element) in _BREAKS and element.get("break") != "no"
        own = element.text if isinstance(element.tag, str) else ""
        parts += [" " if divides else own or "", element.tail or ""]
    return words_of("".join(parts))


def _uncounted(piece: TextPiece | None) -> TextPiece | None:
    return None if piece is None else replace(piece, parts=frozenset(range(len(piece.words))))


def _goes_on(words: str, following: str) -> bool:
    return words[-1:].isalnum() and following[:1].isalnum()


def _stands_beside(element: _Element) -> bool:
    name = local(element)
    if local(element.getparent()) != "choice":
        return name in _BESIDE
    # of several forms of the editors the first is printed
    before = (local(other) for other in element.itersiblings(preceding=True))
    return name in {*_BESIDE, *OF_SOURCE} or (name in PREFERRED and any(map(_IS_EDITED, before)))


def _piece(
    element: _Element, text: str | None, without: frozenset[str], beside: bool
) -> Sequence[_Read]:
    if not text:
        return ()
    if text.isspace():
        return [(text, None)]
    if str(element.tag).startswith(_EXAMPLES):
        text = text.replace("&", "&amp;").replace("<", "&lt;")
    words = words_of(_TEX.sub(" ", text))
    described = next(element.iterancestors(*_DESCRIBED), None) is not None
    piece = TextPiece(element.sourceline or 0, words, without, beside, described)
    return [(text, piece if words else None)]


def repeated_words(
    all_pieces: Iterable[TextPiece], described: str, added: frozenset[str]
) -> list[tuple[int, str]]:
    """The words of descriptions that an output has more often than the TEI, with their lines.

    `described` is what the output has there; words that may be `added` to it are not counted.
    """
    pieces = [piece for piece in all_pieces if piece.described]
    lines = {word: piece.line for piece in reversed(pieces) for word in piece.words}
    counts = Counter(word for piece in pieces for word in piece.words)
    shown = Counter(words_of(described))
    return [
        (line, word)
        for word, line in lines.items()
        if shown[word] > counts[word] and word not in added and not word.isdecimal()
    ]


class LostWords:
    """What is lost of the pieces of a text in one output.

    `running` is the running text of the output without what the output adds to it. `rest` is all
    other text of the output, in parts between which no word goes on.
    """

    def __init__(
        self, all_pieces: Iterable[TextPiece], kind: str, running: str, rest: Iterable[str]
    ) -> None:
        format_ = _FORMATS.get(kind, kind)
        self._rest = rest
        self._left: list[str] = []
        self._repeated: list[tuple[int, str]] = []
        wanted = [each for each in all_pieces if format_ not in each.without]
        self._running = "".join(words_of(running))
        missing = self._missing(wanted)
        if missing and not self._running.isascii():
            # signs may add marks to letters, such as dots of those that are hard to read
            self._running = _without_marks(self._running)
            missing = self._missing([_unmarked(piece) for piece in wanted])
        self.lost = [*self._not_elsewhere(missing)] if missing else []
        """Words with their lines."""
        self.repeated: list[tuple[int, str]] = self._repeated
        """Letters that stand beside the same letters, with the lines of these."""

    def _missing(self, wanted: Sequence[TextPiece]) -> list[TextPiece]:
        """The pieces that do not stand in their order in the running text.

        What is left of it is kept.
        """
        self._left, self._repeated = [], []
        ordered = [piece for piece in wanted if not piece.beside]
        at = 0
        number = 0
        missing = [piece for piece in wanted if piece.beside]
        while number < len(ordered):
            piece = ordered[number]
            if not self._running.startswith(piece.letters, at):
                found, passed = self._following(ordered, number, at)
                if passed and len(piece.words) > 1 and piece.letters not in self._letters:
                    ordered[number : number + 1] = _by_words(piece)
                    continue
                missing += ordered[number : number + passed]
                number += passed
                self._keep(self._running[at:found], ordered[max(0, number - 1) : number + 1])
                at = found
                if passed:
                    continue
            at += len(piece.letters)
            number += 1
        self._left.append(self._running[at:])
        return missing

    @cached_property
    def _beside(self) -> list[str]:
        """The words of the output beside its running text."""
        return [_without_marks(word) for part in self._rest for word in words_of(part)]

    @cached_property
    def _letters(self) -> str:
        return "".join(self._beside)

    def _keep(self, left: str, beside: Sequence[TextPiece]) -> None:
        """Keeps what is left of the running text between two pieces."""
        self._left.append(left)
        for piece in beside if len(left) > 1 and not left.isdecimal() else ():
            if piece.letters.startswith(left) or piece.letters.endswith(left):
                self._repeated.append((piece.line, left))
                return

    def _following(self, ordered: Sequence[TextPiece], number: int, at: int) -> tuple[int, int]:
        """Where the text goes on after something else, and how many pieces are missing before."""
        last = min(len(ordered), number + _PASSED)
        by_chance = 0
        for other in range(number + 1, last):
            letters = _letters_from(ordered, other)
            if self._running.startswith(letters, at):
                if len(letters) >= _ENOUGH:
                    return at, other - number
                by_chance = by_chance or other - number
        found = self._running.find(_letters_from(ordered, number), at, at + _FAR)
        if found < 0:
            letters = ordered[number].letters
            found = self._running.find(letters, at, at + _NEAR + len(letters))
        return (at, by_chance or 1) if found < 0 else (found, 0)

    def _not_elsewhere(self, missing: Iterable[TextPiece]) -> Iterator[tuple[int, str]]:
        """The words of pieces that the rest of the output does not have, or not so often."""
        counts = Counter(self._beside)
        had = frozenset(counts)
        letters = self._letters
        left = "".join(self._left)

        @cache
        def is_anywhere(own: str, beside: bool) -> bool:
            return own in letters or (beside and own in left)

        for piece in map(_unmarked, missing):
            whole = piece.letters, piece.beside
            for number, word in enumerate(piece.words):
                if piece.cut:
                    there = False
                elif number in piece.parts:
                    there = word in had or word in letters or word in self._running
                else:
                    counts[word] -= 1
                    there = counts[word] >= 0 or (word not in had and is_anywhere(*whole))
                if not there and not (piece.beside and word in left):
                    yield piece.line, word


def _letters_from(ordered: Sequence[TextPiece], number: int) -> str:
    """The letters of a piece, and of those after it until these are no chance."""
    letters = ""
    while number < len(ordered) and len(letters) < _ENOUGH:
        letters += ordered[number].letters
        number += 1
    return letters


def _by_words(piece: TextPiece) -> list[TextPiece]:
    return [replace(piece, words=[word], cut=True) for word in piece.words]


def _unmarked(piece: TextPiece) -> TextPiece:
    words = [_without_marks(word) for word in piece.words]
    return replace(piece, words=words)


def _without_marks(letters: str) -> str:
    if letters.isascii():
        return letters
    return "".join(c for c in normalize("NFD", letters) if not combining(c))


def words_of(text: str) -> list[str]:
    """Words without what is written in one way and another: case and soft hyphens."""
    text = text if is_normalized("NFC", text) else normalize("NFC", text)
    return _WORDS.findall(text.casefold())
