"""Reads an OpenDocument text: paragraphs, lists, tables (ISO/IEC 26300-1, 5 and 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from variorum.findings import Place, VariorumError
from variorum.transcripts.codes import IMPORT_ODT
from variorum.transcripts.losses import Losses
from variorum.transcripts.numerals import numeral
from variorum.transcripts.odf.inlines import OdtContext, OdtInlines
from variorum.transcripts.odf.names import DC, FO, OFFICE, STYLE, TABLE, TEXT
from variorum.transcripts.odf.styles import OdtStyles
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.pictures import CopiedPictures
from variorum.transcripts.safe_xml import local_name, parsed
from variorum.transcripts.transcript import (
    Anchor,
    Block,
    Cell,
    Inline,
    Item,
    PageBreak,
    Table,
    TableRow,
    Transcript,
    settled,
)
from variorum.transcripts.unpacking import Packed

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_odt"]

_IS_LOCKED = b"encryption-data"
_MOST_REPEATED = 50
"""A row or cell that is repeated more often fills a page, and says nothing."""
_ALIGNED = {"center": "center", "end": "right", "right": "right"}
_DECLARATIONS = {"tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms"}


def read_odt(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript in a file, packed or flat. Raises VariorumError for what is none."""
    try:
        return _read(data, options, losses)
    except ValueError as error:
        raise VariorumError(IMPORT_ODT.at(Place(losses.name), f"cannot be read: {error}")) from None


def _read(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    packed = Packed(data) if data.startswith(b"PK") else None

    def file(name: str) -> bytes | None:
        return packed.read(name) if packed is not None and name in packed.names else None

    if _IS_LOCKED in (file("META-INF/manifest.xml") or b""):
        raise ValueError("it is protected by a password")
    roots = [parsed(part) for name in ("styles.xml", "content.xml") if (part := file(name))]
    roots = roots if packed is not None else [parsed(data)]
    body = roots[-1].find(f"{OFFICE}body/{OFFICE}text") if roots else None
    if body is None:
        raise ValueError("it holds no text")
    pictures = CopiedPictures(options, losses)
    context = OdtContext(
        OdtStyles(roots),
        losses,
        pictures,
        options.keep_deletions,
        file,
        lambda element: OdtBlocks(context).of(element),
        _changes(body),
    )
    blocks = OdtBlocks(context, is_body=True).of(body)
    losses.place = ""
    _report_heads(roots, losses)
    return Transcript(blocks, pictures.media)


def _changes(body: _Element) -> dict[str, tuple[str, str, _Element | None]]:
    found: dict[str, tuple[str, str, _Element | None]] = {}
    for region in body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region"):
        for kind in region:
            name = {"deletion": "del", "insertion": "add"}.get(local_name(kind), "")
            by = kind.findtext(f"{OFFICE}change-info/{DC}creator", "")
            found[region.get(f"{TEXT}id", "")] = (name, by, kind if name == "del" else None)
    return found


def _report_heads(roots: list[_Element], losses: Losses) -> None:
    for root in roots:
        for page in root.iter(f"{STYLE}master-page"):
            for part in page:
                words = " ".join(" ".join(part.itertext()).split())
                name = local_name(part).partition("-")[0]
                if any(char.isalpha() for char in words) and name in ("header", "footer"):
                    losses.left_out(f"{name} of pages", f"left out: “{words}”")


@dataclass
class OdtBlocks:
    """Reads the blocks of the text, or of a cell, note or box in it."""

    context: OdtContext
    is_body: bool = False
    _before: list[Inline] = field(default_factory=list)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _number: int = 0

    def of(self, parent: _Element) -> list[Block | Table]:
        """The blocks within, in their order."""
        return list(self._within(parent))

    def _within(self, parent: _Element) -> Iterator[Block | Table]:
        for child in parent:
            name = local_name(child)
            if name in ("p", "h"):
                yield from self._paragraph(child, None)
            elif name == "list":
                yield from self._list(child, 0, "")
            elif name == "table":
                yield Table(tuple(self._rows(child)))
            elif name in ("bookmark", "bookmark-start", "reference-mark"):
                self._before.append(Anchor(child.get(f"{TEXT}name", "")))
            elif name in ("change-start", "change-end", "change", "frame", "custom-shape"):
                yield from self._loose(child)
            elif name and name not in _DECLARATIONS and not name.endswith("-source"):
                yield from self._within(child)

    def _loose(self, element: _Element) -> Iterator[Block | Table]:
        """What stands between paragraphs and is usually in them."""
        inlines = OdtInlines(self.context, "")
        content = settled(inlines.child(element))
        if content:
            yield Block(content)
        yield from inlines.boxes

    def _paragraph(self, paragraph: _Element, item: Item | None) -> Iterator[Block | Table]:
        style = paragraph.get(f"{TEXT}style-name", "")
        self._say_where(paragraph)
        if self.context.styles.of_paragraph(style, f"{FO}break-before") == "page":
            self._before.append(PageBreak())
        inlines = OdtInlines(self.context, style)
        content = settled((*self._before, *inlines.of(paragraph)))
        self._before = []
        if any(not isinstance(each, PageBreak | Anchor) for each in content):
            yield self._block(content, paragraph, style, item)
        else:
            self._before = list(content)
        yield from inlines.boxes

    def _block(
        self, content: tuple[Inline, ...], paragraph: _Element, style: str, item: Item | None
    ) -> Block:
        styles = self.context.styles
        told = paragraph.get(f"{TEXT}outline-level", "1")
        level = (int(told) if told.isdigit() else 1) if local_name(paragraph) == "h" else 0
        level = level or int(styles.is_named(style, "title"))
        level = 0 if item else level
        align = styles.of_paragraph(style, f"{FO}text-align")
        if align == "justify" and self.is_body:
            self.context.losses.changed("justified paragraph", "is set as all others are")
        return Block(
            content,
            level,
            (_ALIGNED[align],) if align in _ALIGNED and not level else (),
            item=item,
            is_quoted=not level and not item and styles.is_quoted(style),
            is_subtitle=styles.is_named(style, "subtitle"),
        )

    def _say_where(self, paragraph: _Element) -> None:
        words = " ".join("".join(_words(paragraph)).split())
        if self.is_body and words:
            self._number += 1
            begin = words if len(words) <= 30 else f"{words[:30]}…"
            self.context.losses.place = f"paragraph {self._number}, “{begin}”"

    # lists

    def _list(self, element: _Element, depth: int, outer: str) -> Iterator[Block | Table]:
        style = element.get(f"{TEXT}style-name") or outer
        kind, numbering, before, after, start = self.context.styles.list_level(style, depth)
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        if not goes_on and element.get(f"{TEXT}continue-list") is None:
            self._counts.pop((style, depth), None)
        for entry in element:
            mark = ""
            if kind == "numbered" and local_name(entry) == "list-item":
                told = entry.get(f"{TEXT}start-value", "")
                count = (
                    int(told) if told.isdigit() else self._counts.get((style, depth), start - 1) + 1
                )
                self._counts[style, depth] = count
                mark = f"{before}{numeral(count, numbering)}{after}".strip()
            yield from self._entry(entry, Item(depth, kind, numbering, mark), style)

    def _entry(self, entry: _Element, item: Item, style: str) -> Iterator[Block | Table]:
        for child in entry:
            name = local_name(child)
            if name == "list":
                yield from self._list(child, item.depth + 1, style)
                continue
            if name == "h":  # a list of headings numbers them
                yield from self._paragraph(child, None)
                continue
            for block in self._paragraph(child, item) if name == "p" else self._within_item(child):
                yield replace(block, item=block.item or replace(item, continues=True))
                item = replace(item, continues=True)

    def _within_item(self, child: _Element) -> Iterator[Block | Table]:
        if local_name(child) == "table":
            yield Table(tuple(self._rows(child)))
        elif local_name(child) not in ("number", ""):
            yield from self._within(child)

    # tables

    def _rows(self, parent: _Element, *, is_head: bool = False) -> Iterator[TableRow]:
        for child in parent:
            name = local_name(child)
            if name == "table-row":
                repeated = child.get(f"{TABLE}number-rows-repeated", "1")
                row = TableRow(tuple(self._cells(child)), is_head)
                if row.cells:
                    yield from [row] * (int(repeated) if int(repeated) <= _MOST_REPEATED else 1)
            elif name in ("table-header-rows", "table-rows", "table-row-group"):
                yield from self._rows(child, is_head=is_head or name == "table-header-rows")

    def _cells(self, row: _Element) -> Iterator[Cell]:
        for child in row:
            if local_name(child) == "table-cell":
                cols, rows, times = (
                    int(child.get(f"{TABLE}number-{name}", "1"))
                    for name in ("columns-spanned", "rows-spanned", "columns-repeated")
                )
                cell = Cell(tuple(OdtBlocks(self.context).of(child)), cols, rows)
                yield from [cell] * (times if times <= _MOST_REPEATED else 1)
            elif any(text.strip() for text in child.itertext()):
                yield Cell(tuple(OdtBlocks(self.context).of(child)))


_ASIDE = {"note", "annotation", "frame", "ruby-text", "custom-shape", "g", "event-listeners"}
_GAPS = {"s", "tab", "line-break"}


def _words(element: _Element) -> Iterator[str]:
    """The words of a paragraph itself, without those of its notes and boxes."""
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name in _GAPS:
            yield " "
        elif name not in _ASIDE:
            yield from _words(child)
        yield child.tail or ""
