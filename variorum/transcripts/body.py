"""Writes blocks as TEI: headings open divisions, items stand in lists, paragraphs are numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from variorum.transcripts.elements import XML, add_text, new, sub
from variorum.transcripts.links import address
from variorum.transcripts.transcript import (
    Anchor,
    Block,
    Break,
    Cell,
    Formula,
    Inline,
    Item,
    Note,
    PageBreak,
    Picture,
    Running,
    Table,
    TextRun,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Body", "People"]


class People:
    """Those who have made changes and comments, each with an id in the header."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def pointer(self, name: str) -> str:
        """A pointer to the person of this name, who is made known by it."""
        return f"#{self.ids.setdefault(name, f'hand-{len(self.ids) + 1}')}"


class Body:
    """Writes the blocks of one text into an element."""

    def __init__(self, people: People, *, is_numbered: bool = True) -> None:
        self._people = people
        self._is_numbered = is_numbered
        self._number = 0
        self._writers: dict[type, Callable[[_Element, Inline], None]] = {
            TextRun: self._write_text,
            Break: self._write_break,
            PageBreak: self._write_page,
            Note: self._write_note,
            Picture: self._write_picture,
            Formula: self._write_formula,
            Anchor: self._write_anchor,
            Running: self._write_running,
        }

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
        self.fill(head, block.content)

    def write_flat(self, parent: _Element, blocks: Sequence[Block | Table]) -> None:
        """The blocks without divisions."""
        for kind, group in groupby(blocks, key=_kind):
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
            self.fill(sub(parent, "head", type="sub"), block.content)
        else:
            self._paragraph(parent, block)

    def _paragraph(self, parent: _Element, block: Block | Table, *, numbered: bool = True) -> None:
        if isinstance(block, Table):
            self._table(sub(parent, "table"), block)
            return
        said: dict[str, str] = {}
        if self._is_numbered and numbered:
            self._number += 1
            said["n"] = str(self._number)
        self.fill(sub(parent, "p", **said, **_looks(block)), block.content)

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
            self.fill(element, only.content)
        elif blocks:
            Body(self._people, is_numbered=False).write_flat(element, blocks)

    # lists

    def _lists(self, parent: _Element, blocks: Sequence[Block | Table]) -> None:
        """Items as deep as they are; an item of another kind at the same depth begins a list."""
        open_: list[tuple[Item, _Element]] = []
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
            written = sub(open_[-1][1], "item", **({"n": item.mark} if item.mark else {}))
            if isinstance(block, Block):
                for name, value in _looks(block).items():
                    written.set(name, value)
                self.fill(written, block.content)
            else:
                self._table(sub(written, "table"), block)

    def _continue(self, item: _Element, block: Block | Table) -> None:
        """A paragraph that follows in an item: its first words become a paragraph, too."""
        if item.text or (len(item) and not item[0].tag.endswith(("}p", "}list", "}table"))):
            first = new("p", item.text)
            first.extend(item[:])
            item.text = None
            item.append(first)
            for inner in list(first):
                if inner.tag.endswith(("}list", "}table")):
                    item.append(inner)
        self._paragraph(item, block, numbered=False)

    # what stands in paragraphs

    def fill(self, element: _Element, content: Iterable[Inline]) -> None:
        """Runs that share a change, link, language or style stand together in its element."""
        for (change, by), changed in groupby(content, key=lambda i: (i.span.change, i.span.by)):
            within = element
            if change:
                said = {"resp": self._people.pointer(by)} if by else {}
                within = sub(element, change, **said)
            for target, linked in groupby(changed, key=lambda i: i.span.target):
                link = sub(within, "ref", target=address(target)) if target else within
                for language, spoken in groupby(linked, key=lambda i: i.span.language):
                    voice = sub(link, "foreign", **{f"{XML}lang": language}) if language else link
                    for style, styled in groupby(spoken, key=lambda i: i.span.style):
                        holder = sub(voice, "seg", type=_name(style)) if style else voice
                        for item in styled:
                            self._writers[type(item)](holder, item)

    def _write_text(self, element: _Element, item: Inline) -> None:
        if isinstance(item, TextRun) and item.rend:
            sub(element, "hi", item.text, rend=" ".join(item.rend))
        elif isinstance(item, TextRun):
            add_text(element, item.text)

    def _write_break(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Break):
            said = {"n": item.number, "facs": item.zone and f"#{item.zone}"}
            said["break"] = "no" if item.is_within else ""
            sub(element, "lb", **{name: value for name, value in said.items() if value})

    def _write_page(self, element: _Element, item: Inline) -> None:
        if isinstance(item, PageBreak):
            said = {"n": item.number, "facs": item.zone and f"#{item.zone}"}
            name = "cb" if item.is_column else "pb"
            sub(element, name, **{key: value for key, value in said.items() if value})

    def _write_note(self, element: _Element, item: Inline) -> None:
        if not isinstance(item, Note):
            return
        if item.kind == "comment":
            said = {"type": "general", "subtype": "comment"}
            said |= {"resp": self._people.pointer(item.by)} if item.by else {}
        else:
            said = {"type": "authorial"} | ({"place": item.kind} if item.kind else {})
        self._contain(sub(element, "note", **said), item.content)

    def _write_picture(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Picture):
            figure = sub(element, "figure")
            sub(figure, "graphic", url=address(item.url))
            if item.words:
                sub(figure, "figDesc", item.words)

    def _write_formula(self, element: _Element, item: Inline) -> None:
        from lxml import etree

        if isinstance(item, Formula):
            sub(element, "formula", notation="mathml").append(etree.fromstring(item.mathml))

    def _write_anchor(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Anchor):
            sub(element, "anchor", **{f"{XML}id": item.name})

    def _write_running(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Running):
            sub(element, "fw", item.text, type=item.kind)


def _kind(block: Block | Table) -> str:
    if block.item is not None:
        return "list"
    return "quote" if isinstance(block, Block) and block.is_quoted else "plain"


def _is_same(item: Item, other: Item) -> bool:
    return (item.kind, item.numbering) == (other.kind, other.numbering)


def _listed(item: Item) -> dict[str, str]:
    return {"type": item.kind} | ({"rend": item.numbering} if item.numbering else {})


def _looks(block: Block) -> dict[str, str]:
    said = {"rend": " ".join(block.rend)} if block.rend else {}
    return said | ({f"{XML}lang": block.language} if block.language else {})


def _covers(cell: Cell) -> dict[str, str]:
    said = {"cols": cell.cols, "rows": cell.rows}
    return {name: str(number) for name, number in said.items() if number > 1}


def _name(style: str) -> str:
    """A style's name as a word of TEI."""
    return "-".join(style.split())
