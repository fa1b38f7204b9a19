"""Paragraphs and tables of Word (ISO/IEC 29500-1, 17.3.1 and 17.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from variorum.transcripts.safe_xml import local_name
from variorum.transcripts.transcript import (
    Anchor,
    Block,
    Cell,
    Inline,
    Item,
    PageBreak,
    Table,
    TableRow,
    settled,
)
from variorum.transcripts.word.context import Part, WordContext
from variorum.transcripts.word.inlines import WordInlines, alternative, by
from variorum.transcripts.word.names import M, W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["WordBlocks"]

_WRAPPERS = {"sdtContent", "customXml", "smartTag", "ins", "moveTo", "txbxContent"}
_ALIGNED = {"center": "center", "right": "right", "end": "right"}


@dataclass
class WordBlocks:
    """Reads the blocks of a part, or of a cell or note in it.

    `is_body` is true for the text itself, whose paragraphs are counted for what is said of them.
    """

    context: WordContext
    part: Part
    is_body: bool = False
    _inlines: WordInlines = field(init=False)
    _before: list[Inline] = field(default_factory=list)
    _boxes: list[Block | Table] = field(default_factory=list)
    _unended: _Unended | None = None
    _count: int = 0

    def __post_init__(self) -> None:
        self._inlines = WordInlines(self.context, self.part)

    def of(self, parent: _Element) -> list[Block | Table]:
        """The blocks within, in their order."""
        self._inlines.fields.enter(parent)
        found = [*self._within(parent), *self._waiting()]
        self._inlines.fields.leave()
        return found

    def _within(self, parent: _Element) -> Iterator[Block | Table]:
        for child in parent:
            name = local_name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._waiting()
                yield Table(tuple(self._rows(child)))
            elif name in _WRAPPERS:
                yield from self._within(child)
            elif name == "sdt":
                yield from self._within_control(child)
            elif name == "AlternateContent":
                chosen = alternative(child)
                yield from self._within(chosen) if chosen is not None else ()
            elif name == "bookmarkStart":
                self._before.append(Anchor(child.get(f"{W}name", "")))
            elif name == "altChunk":
                self.context.losses.left_out("part in another format")
            elif child.tag == f"{M}oMathPara":
                yield Block(settled(self._inlines.of(child, "")))

    def _within_control(self, control: _Element) -> Iterator[Block | Table]:
        for content in control.iterchildren(f"{W}sdtContent"):
            yield from self._within(content)

    def _paragraph(self, paragraph: _Element) -> Iterator[Block | Table]:
        properties = paragraph.find(f"{W}pPr")
        styles = self.context.styles
        style = value(properties, "pStyle") or styles.usual
        self._say_where(paragraph)
        if is_on(properties, "pageBreakBefore"):
            self._before.append(PageBreak())
        content = [*self._before, *self._inlines.of(paragraph, style)]
        self._before = []
        self._boxes += self._inlines.boxes
        if _goes_on(properties):
            self._before = list(content)
            self._unended = _Unended(properties, style)
            return
        self._unended = None
        block = self._block(settled(content), properties, style)
        if _has_words(block.content):
            yield self._without_last_pages(block)
        else:
            self._before = list(block.content)
        yield from self._boxes
        self._boxes = []

    def _waiting(self) -> Iterator[Block | Table]:
        """A paragraph that goes on, where no other follows, and the boxes beside it."""
        content = settled(self._before)
        if self._unended and _has_words(content):
            self._before = []
            block = self._block(content, self._unended.properties, self._unended.style)
            yield self._without_last_pages(block)
        self._unended = None
        yield from self._boxes
        self._boxes = []

    def _without_last_pages(self, block: Block) -> Block:
        """A page that begins after the last words begins with the next paragraph."""
        content = list(block.content)
        while content and isinstance(content[-1], PageBreak):
            self._before.insert(0, content.pop())
        return replace(block, content=settled(content))

    def _block(self, content: tuple[Inline, ...], properties: _Element | None, style: str) -> Block:
        styles = self.context.styles
        level = styles.level(properties, style)
        numbered = self.context.numbering.of(properties, style)
        item = None
        if numbered and not level:
            item = Item(numbered.depth, numbered.kind, numbered.numbering, numbered.mark)
        return Block(
            content,
            level,
            () if level else self._alignment(properties, style),
            number=numbered.mark if numbered and level else "",
            item=item,
            is_quoted=not level and not item and styles.is_quoted(style),
            is_subtitle=styles.is_named(style, "subtitle"),
        )

    def _alignment(self, properties: _Element | None, style: str) -> tuple[str, ...]:
        styles = self.context.styles
        found = styles.of_paragraph(properties, style, "jc")
        kind = "" if found is None else found.get(f"{W}val", "")
        bidi = styles.of_paragraph(properties, style, "bidi")
        if bidi is not None and kind != "center":
            return ()
        if kind in ("both", "distribute") and value(properties, "jc"):
            self.context.losses.changed("justified paragraph", "is set as all others are")
        return (_ALIGNED[kind],) if kind in _ALIGNED else ()

    def _say_where(self, paragraph: _Element) -> None:
        if not self.is_body:
            return
        words = " ".join("".join(_words(paragraph)).split())
        if words:
            self._count += 1
            begin = words if len(words) <= 30 else f"{words[:30]}…"
            self.context.losses.place = f"paragraph {self._count}, “{begin}”"

    # tables

    def _rows(self, table: _Element) -> Iterator[TableRow]:
        elements = [row for row in _in_wrappers(table, "tr") if self._is_kept(row)]
        rows = [list(_cells(row)) for row in elements]
        covered: set[int] = set()
        for number, (row, cells) in enumerate(zip(elements, rows, strict=True)):
            made = []
            for cell in cells:
                if id(cell) in covered:
                    continue
                below = _covered(rows[number + 1 :], cell.column)
                covered |= {id(each) for each in below}
                content = [block for each in (cell, *below) for block in self._cell(each.element)]
                made.append(Cell(tuple(content), cell.cols, 1 + len(below)))
            is_head = is_on(row.find(f"{W}trPr"), "tblHeader")
            yield TableRow(tuple(made or [Cell(())]), bool(is_head))

    def _is_kept(self, row: _Element) -> bool:
        """Whether a row is none that was deleted, or stays with its deleted words."""
        deletion = row.find(f"{W}trPr/{W}del")
        if deletion is None:
            return True
        if self.context.keeps_deletions:
            self.context.losses.changed("deleted row of a table", by(deletion, "is kept"))
            return True
        self.context.remove_notes(row)
        words = " ".join(" ".join("".join(_words(each)) for each in row.iter(f"{W}p")).split())
        self.context.losses.left_out(
            "deleted row of a table", by(deletion, "left out"), f"“{words}”"
        )
        return False

    def _cell(self, cell: _Element | None) -> list[Block | Table]:
        if cell is None:
            return []
        inner = WordBlocks(self.context, self.part)
        return inner.of(cell)


@dataclass(frozen=True)
class _Unended:
    """What is said of a paragraph whose words the next one goes on with."""

    properties: _Element | None
    style: str


@dataclass(frozen=True)
class _Placed:
    """A cell with the column it begins in; `continues` the one above it.

    One without an element stands for columns that a row leaves out.
    """

    element: _Element | None
    column: int
    cols: int
    continues: bool = False


def _cells(row: _Element) -> Iterator[_Placed]:
    before = value(row.find(f"{W}trPr"), "gridBefore") or "0"
    column = int(before) if before.isdigit() else 0
    if column:
        yield _Placed(None, 0, column)
    for cell in _in_wrappers(row, "tc"):
        properties = cell.find(f"{W}tcPr")
        span = value(properties, "gridSpan") or "1"
        cols = max(int(span), 1) if span.isdigit() else 1
        merged = None if properties is None else properties.find(f"{W}vMerge")
        continues = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        yield _Placed(cell, column, cols, continues)
        column += cols


def _covered(below: list[list[_Placed]], column: int) -> list[_Placed]:
    """The cells under one that go on with it."""
    found = []
    for row in below:
        under = [each for each in row if each.column == column and each.continues]
        if not under:
            break
        found += under
    return found


def _in_wrappers(parent: _Element, wanted: str) -> Iterator[_Element]:
    for child in parent:
        name = local_name(child)
        if name == wanted:
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _in_wrappers(child, wanted)


def _words(element: _Element) -> Iterator[str]:
    """The words of a paragraph itself, without those of its boxes."""
    for child in element:
        name = local_name(child)
        if name in ("t", "delText"):
            yield child.text or ""
        elif name in ("tab", "ptab", "br", "cr"):
            yield " "
        elif name not in ("drawing", "pict", "object", "AlternateContent", "pPr", "rt"):
            yield from _words(child)


def _has_words(content: Iterable[Inline]) -> bool:
    """Whether there is anything that makes a paragraph."""
    return any(not isinstance(each, PageBreak | Anchor) for each in content)


def _goes_on(properties: _Element | None) -> bool:
    """Whether the next paragraph belongs to this one: its end is deleted or moved away, or it is
    an initial.
    """
    if properties is None:
        return False
    frame = properties.find(f"{W}framePr")
    is_initial = frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin")
    return is_initial or any(
        properties.find(f"{W}rPr/{W}{name}") is not None for name in ("del", "moveFrom")
    )
