"""The words of a TEI text that an output has nowhere, though no row of the table leaves them out.

The other proofs compare the running text, the notes and the entries word by word. This one asks of
every piece of text, wherever it stands and whatever the reader made of it, whether its words are in
the output at all. It asks for neither order nor place nor number, so that it finds what was
forgotten and not what was moved. Registers have a page of their own, and a proof of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING
from unicodedata import combining, is_normalized, normalize

from variorum.proof.elements import TEI
from variorum.proof.left_out import rows
from variorum.proof.registers import is_register

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["TextPiece", "lost_words", "pieces"]

_FORMATS = {"print": "pdf"}
"""The formats of the outputs whose kind has another name."""
_WORDS = re.compile(r"[^\W_]+")
_TAGS = re.compile(r"<(?:[^<>\"]|\"[^\"]*\")*>")
_SAID = re.compile(r"\b(?:alt|title|aria-label|href)=\"([^\"]*)\"")
_COMMANDS = re.compile(r"\\[A-Za-z]+\*?|#[\w-]+(?=[(\[])|\\")
_NEAR = 10_000
_TEX = re.compile(r"\\[A-Za-z]+")


@dataclass(frozen=True)
class TextPiece:
    """A piece of text between two tags, with the formats that leave it out on purpose."""

    line: int
    words: Sequence[str]
    without: frozenset[str]

    @cached_property
    def letters(self) -> str:
        return "".join(self.words)


def pieces(root: _Element) -> list[TextPiece]:
    """All pieces of the text of a document, those of registers apart."""
    left_out: dict[_Element, frozenset[str]] = {}
    for row in rows():
        for element in row.found(root):
            left_out[element] = left_out.get(element, frozenset()).union(row.outputs)
    texts = root.iterfind(f"{TEI}text")
    return [piece for text in texts for piece in _pieces(text, frozenset(), left_out)]


def _pieces(
    element: _Element, without: frozenset[str], left_out: dict[_Element, frozenset[str]]
) -> Iterator[TextPiece]:
    if not isinstance(element.tag, str) or is_register(element):
        return
    without = without | left_out.get(element, frozenset())
    line = element.sourceline or 0
    yield from _piece(line, element.text, without)
    for child in element:
        yield from _pieces(child, without, left_out)
        yield from _piece(line, child.tail, without)


def _piece(line: int, text: str | None, without: frozenset[str]) -> Iterator[TextPiece]:
    words = _words(_TEX.sub(" ", text)) if text and not text.isspace() else []
    if words:
        yield TextPiece(line, words, without)


def lost_words(
    all_pieces: Sequence[TextPiece], kind: str, output: str, read: str
) -> list[tuple[int, str]]:
    """The words that an output has nowhere, each with its line in the file.

    `read` is its running text, in which no marks of notes and entries stand within words.
    """
    running = "".join(_words(read))
    wanted = [each for each in all_pieces if _FORMATS.get(kind, kind) not in each.without]
    missing = list(_not_in(running, wanted))
    if not missing:
        return []
    anywhere = _letters_of(kind, output)
    undotted = _without_marks(running) if not running.isascii() else running
    return [
        (piece.line, word)
        for piece in _not_in(anywhere, missing)
        for word in piece.words
        if word not in anywhere and word not in running and _without_marks(word) not in undotted
    ]


def _not_in(letters: str, wanted: Iterable[TextPiece]) -> Iterator[TextPiece]:
    """The pieces that do not stand among letters: first it is looked near the one before."""
    at = 0
    for piece in wanted:
        found = letters.find(piece.letters, at, at + _NEAR)
        if found < 0:
            found = letters.find(piece.letters)
        if found < 0:
            yield piece
        else:
            at = found


def _letters_of(kind: str, output: str) -> str:
    """The words of an output of this kind without spaces; markup is none of them."""
    if kind == "html":
        said = " ".join(_SAID.findall(output))
        output = unescape(f"{_TAGS.sub('', output)} {said}")
    elif kind != "text":
        output = _COMMANDS.sub("", output)
    return "".join(_words(output))


def _without_marks(letters: str) -> str:
    """Letters without the marks that signs add to them, such as dots of letters hard to read."""
    return "".join(c for c in normalize("NFD", letters) if not combining(c))


def _words(text: str) -> list[str]:
    """Words without what is written in one way and another: case and soft hyphens."""
    text = text if is_normalized("NFC", text) else normalize("NFC", text)
    return _WORDS.findall(text.casefold())
