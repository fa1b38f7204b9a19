"""Follows the signs of fields through the runs of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.transcripts.losses import Losses
from variorum.transcripts.transcript import Inline, TextRun
from variorum.transcripts.word.characters import Characters
from variorum.transcripts.word.fields import Field, Fields
from variorum.transcripts.word.names import W, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["FieldReader"]


class FieldReader(Fields):
    """The fields that are open, and what those that have no result are worth."""

    def __init__(self, losses: Losses, characters: Characters) -> None:
        super().__init__()
        self._losses = losses
        self._characters = characters
        self._endless: dict[_Element, bool] = {}

    def enter(self, parent: _Element) -> None:
        """The text within an element is read next: a field ends in it, or never."""
        self._endless = _endless(parent)

    def leave(self) -> None:
        """The text is read; what is still open is told."""
        while ended := self.end():
            where = f"{ended.place}: “{' '.join(ended.words)}”".removeprefix(": ")
            what = "its words are kept"
            self._losses.left_out(f"field {ended.kind} that does not end", what, where)

    def sign(self, sign: _Element) -> Iterator[Inline]:
        """What stands in the text where a field begins, goes on or ends."""
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            has_result = self._endless.get(sign) is False
            has_end = sign not in self._endless
            self.begin(Field("", has_result, has_end, self._losses.place))
            return self._check_box(sign)
        if kind == "separate":
            self.separate()
        elif kind == "end":
            ended = self.end()
            if ended and ended.kind == "SYMBOL" and len(ended.words) > 1:
                return self._symbol_field(ended.words)
            if ended and ended.loses:
                where = f"{self._losses.place}: “{' '.join(ended.words)}”"
                self._losses.left_out(f"field {ended.kind} without a result", place=where)
        return iter(())

    def _symbol_field(self, words: list[str]) -> Iterator[Inline]:
        font = next((words[at + 1] for at, w in enumerate(words[:-1]) if w == "\\f"), "Symbol")
        code = (
            words[1]
            if words[1].lower().startswith("0x")
            else f"{int(words[1]):X}"
            if (words[1].isdigit())
            else ""
        )
        yield TextRun(self._characters.symbol(font, code))

    def _check_box(self, sign: _Element) -> Iterator[Inline]:
        box = sign.find(f"{W}ffData/{W}checkBox")
        if box is not None:
            told = is_on(box, "checked")
            yield TextRun("☒" if (is_on(box, "default") if told is None else told) else "☐")


def _endless(parent: _Element) -> dict[_Element, bool]:
    """The signs with which fields begin that never end, and whether a result follows."""
    open_: list[_Element] = []
    found: dict[_Element, bool] = {}
    for sign in _signs(parent):
        kind = sign.get(f"{W}fldCharType")
        if kind == "begin":
            open_.append(sign)
            found[sign] = False
        elif kind == "separate" and open_:
            found[open_[-1]] = True
        elif kind == "end" and open_:
            del found[open_.pop()]
    return found


def _signs(parent: _Element) -> Iterator[_Element]:
    """The signs of fields within, but those in cells and boxes, which have their own."""
    for sign in parent.iter(f"{W}fldChar"):
        if next(sign.iterancestors(f"{W}tc", f"{W}txbxContent"), parent) is parent:
            yield sign
