"""Writes blocks as TEI: headings open divisions, items stand in lists, paragraphs are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from variorum.transcripts.elements import TEI, XML, new, sub
from variorum.transcripts.phrases import People, Phrases
from variorum.transcripts.transcript import (
    Block,
    Cell,
    Item,
    Table,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Body"]


class Body:
    """Writes the blocks of one text into an element."""

    def __init__(self, people: People, *, is_numbered: bool = True) -> None:
        self._people = people
        self._is_numbered = is_numbered
        self._number = 0
        self._phrases = Phrases(people, self._contain)

    def write(self, parent: _Element, blocks: Iterable[Block | Table]) -> None:
        """The blocks as divisions with headings, paragraphs, lists, quotations and tables."""
        divisions: list[tuple[int, _Element]] = [(0, parent)]
        for heads, group in groupby(blocks, key=self._is_head):
            if heads:
                for block in group:
                    self._open(divisions, block)
            else:
                self.write_flat(divisions[-1][1], list(group))

    def _is_head(self, block: Block | Table) -> bool:
        return isinstance(block, Block) and bool(block.level) and self._is_numbered

    def _open(self, divisions: list[tuple[int, _Element]], block: Block | Table) -> None:
        if not isinstance(block, Block):
            return
        while divisions[-1][0] >= block.level:
            divisions.pop()
        division = sub(divisions[-1][1], "div")
        divisions.append((block.level, division))
        head = sub(division, "head", **({"n": block.number} if block.number else {}))
        self._phrases.fill(head, block.content)

    def write_flat(self, parent: _Element, blocks: Sequence[Block | Table]) -> None:
        """The blocks without divisions."""
        full = (each for each in blocks if not isinstance(each, Table) or each.rows)
        for kind, group in groupby(full, key=_kind):
            if kind == "list":
                self._lists(parent, list(group))
            elif kind == "quote":
                quote = sub(parent, "quote")
                for block in group:
                    self._paragraph(quote, block)
            else:
                for block in group:
                    self._block(parent, block)

    def _block(self, parent: _Element, block: Block | Table) -> None:
        if isinstance(block, Table):
            self._table(sub(parent, "table"), block)
        elif block.is_subtitle and len(parent) and parent[-1].tag.endswith("}head"):
            self._phrases.fill(sub(parent, "head", type="sub"), block.content)
        else:
            self._paragraph(parent, block)

    def _paragraph(self, parent: _Element, block: Block | Table) -> None:
        if isinstance(block, Table):
            self._table(sub(parent, "table"), block)
            return
        made = self._numbered(sub(parent, "p"))
        for name, value in _looks(block).items():
            made.set(name, value)
        self._phrases.fill(made, block.content)

    def _numbered(self, paragraph: _Element) -> _Element:
        """The paragraph with its number, if those of this text have any."""
        if self._is_numbered:
            self._number += 1
            paragraph.set("n", str(self._number))
        return paragraph

    def _table(self, element: _Element, table: Table) -> None:
        for row in table.rows:
            line = sub(element, "row", **({"role": "label"} if row.is_head else {}))
            for cell in row.cells:
                self._contain(sub(line, "cell", **_covers(cell)), cell.content)

    def _contain(self, element: _Element, blocks: Sequence[Block | Table]) -> None:
        """Words alone where there is one plain paragraph, otherwise the blocks."""
        if len(blocks) == 1 and isinstance(only := blocks[0], Block) and _kind(only) == "plain":
            for name, value in _looks(only).items():
                element.set(name, value)
            self._phrases.fill(element, only.content)
        elif blocks:
            Body(self._people, is_numbered=False).write_flat(element, blocks)

    # lists

    def _lists(self, parent: _Element, blocks: Sequence[Block | Table]) -> None:
        """Items as deep as they are; an item of another kind at the same depth begins a list."""
        open_: list[tuple[Item, _Element]] = []
        made: list[_Element] = []
        for block in blocks:
            item = block.item or Item()
            while open_ and open_[-1][0].depth > item.depth:
                open_.pop()
            if item.continues and open_ and open_[-1][0].depth == item.depth:
                self._continue(open_[-1][1][-1], block)
                continue
            if open_ and open_[-1][0].depth == item.depth and not _is_same(open_[-1][0], item):
                open_.pop()
            if not open_ or open_[-1][0].depth < item.depth:
                holder = open_[-1][1][-1] if open_ else parent
                open_.append((item, sub(holder, "list", **_listed(item))))
                made.append(open_[-1][1])
            written = sub(open_[-1][1], "item", **({"n": item.mark} if item.mark else {}))
            if isinstance(block, Block):
                for name, value in _looks(block).items():
                    written.set(name, value)
                self._phrases.fill(written, block.content)
            else:
                self._table(sub(written, "table"), block)

        for each in made:
            _without_usual_numbers(each)

    def _continue(self, item: _Element, block: Block | Table) -> None:
        """A paragraph that follows in an item: its first words become a paragraph, too."""
        if item.text or (len(item) and not item[0].tag.endswith(("}p", "}list", "}table"))):
            first = self._numbered(new("p", item.text))
            first.extend(item[:])
            item.text = None
            item.append(first)
            for inner in list(first):
                if inner.tag.endswith(("}list", "}table")):
                    item.append(inner)
        self._paragraph(item, block)


def _kind(block: Block | Table) -> str:
    if block.item is not None:
        return "list"
    return "quote" if isinstance(block, Block) and block.is_quoted else "plain"


def _is_same(item: Item, other: Item) -> bool:
    return (item.kind, item.numbering) == (other.kind, other.numbering)


def _listed(item: Item) -> dict[str, str]:
    return {"type": item.kind} | ({"rend": item.numbering} if item.numbering else {})


def _without_usual_numbers(made: _Element) -> None:
    """Takes away the numbers of items that are 1, 2, 3: every output writes these."""
    marks = [item.get("n", "") for item in made.iterchildren(f"{{{TEI}}}item")]
    usual = [re.fullmatch(rf"{number}[.)]?", mark) for number, mark in enumerate(marks, 1)]
    if made.get("type") == "numbered" and not made.get("rend") and all(usual):
        for item in made.iterchildren(f"{{{TEI}}}item"):
            del item.attrib["n"]


def _looks(block: Block) -> dict[str, str]:
    said = {"rend": " ".join(block.rend)} if block.rend else {}
    return said | ({f"{XML}lang": block.language} if block.language else {})


def _covers(cell: Cell) -> dict[str, str]:
    said = {"cols": cell.cols, "rows": cell.rows}
    return {name: str(number) for name, number in said.items() if number > 1}
