"""A text that was woven from pieces of files, and where each of its places comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from variorum.findings import Place
from variorum.source.bytes import DocumentBytes

__all__ = ["Files", "Piece", "Woven"]

Files = Mapping[str, DocumentBytes]
"""The files that a text was woven from, in UTF-8, by the names that findings give them."""


@dataclass(frozen=True)
class Piece:
    """Bytes of a text, and the offset `at` in `file` where they, or what they stand for, begin.

    What is not `verbatim` stands there in other bytes: all of it is placed where that begins.
    """

    data: bytes
    file: str
    at: int
    verbatim: bool = True

    def part(self, first: int, last: int) -> Piece:
        """Some bytes of it."""
        at = self.at + first if self.verbatim else self.at
        return Piece(self.data[first:last], self.file, at, self.verbatim)


@dataclass(frozen=True)
class Woven:
    """Pieces in their order."""

    pieces: tuple[Piece, ...]
    files: Files = field(default_factory=dict, repr=False)

    @cached_property
    def data(self) -> bytes:
        """The whole text, in UTF-8."""
        if len(self.pieces) == 1:
            return self.pieces[0].data
        return b"".join(piece.data for piece in self.pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.data)
        return starts

    def slice(self, first: int, last: int) -> Iterable[Piece]:
        """The pieces of the bytes from one offset to another."""
        number = max(bisect_right(self._starts, first) - 1, 0)
        while number < len(self.pieces) and self._starts[number] < last:
            start, piece = self._starts[number], self.pieces[number]
            if part := piece.part(max(first - start, 0), last - start):
                yield part
            number += 1

    def origin(self, offset: int) -> tuple[str, int]:
        """The file that a byte comes from, and its offset there."""
        number = max(bisect_right(self._starts, offset) - 1, 0)
        piece = self.pieces[number]
        return piece.file, piece.at + (offset - self._starts[number] if piece.verbatim else 0)

    def place(self, offset: int) -> Place:
        """The place that a byte comes from."""
        file, at = self.origin(offset)
        return Place(file, *self.files[file].place(at))

    @cached_property
    def _bytes(self) -> DocumentBytes:
        return DocumentBytes(self.data)

    def placed(self, line: int, column: int) -> Place:
        """The place that a line and column of the woven text come from."""
        return self.place(self._bytes.offset(line, column))
