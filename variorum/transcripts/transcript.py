"""What a transcript holds, before it is TEI: blocks of runs, breaks, notes and pictures.

Readers give blocks in the order of the source, one after the other. That headings open divisions
and that items stand in lists is made of their levels when the TEI is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

__all__ = [
    "PLAIN",
    "Anchor",
    "Block",
    "Break",
    "Cell",
    "Formula",
    "Gap",
    "Inline",
    "Item",
    "Mark",
    "Note",
    "NoteMark",
    "PageBreak",
    "Picture",
    "Running",
    "Span",
    "Surface",
    "Table",
    "TableRow",
    "TextRun",
    "Transcript",
    "Zone",
    "plain",
    "settled",
]


@dataclass(frozen=True)
class Mark:
    """What the transcriber says that words are, as an element of TEI with attributes. `pair` is the
    element beside it in a `choice`, with its words; the `number` tells neighbours apart.
    """

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    pair: tuple[str, str] | None = None
    number: int = 0


@dataclass(frozen=True)
class Span:
    """What neighbours can share: `change` is `del`, `add` or nothing, made by the person `by`;
    `target` is where a link leads; `language` is a tag of BCP 47; `style` names a style that the
    transcriber has made; of the `tags` the outermost is the first.
    """

    change: str = ""
    by: str = ""
    target: str = ""
    language: str = ""
    style: str = ""
    tags: tuple[Mark, ...] = ()


PLAIN = Span()


@dataclass(frozen=True)
class TextRun:
    """Text that looks the same throughout; `rend` holds words such as `bold`, in order."""

    text: str
    rend: tuple[str, ...] = ()
    span: Span = PLAIN


@dataclass(frozen=True)
class Break:
    """A line ends here, on purpose; `zone` is the id of the line that begins. `is_within` tells
    that a word goes on.
    """

    span: Span = PLAIN
    zone: str = ""
    number: str = ""
    is_within: bool = False


@dataclass(frozen=True)
class PageBreak:
    """A page begins here; `zone` is the id of its surface. A column can begin instead."""

    span: Span = PLAIN
    zone: str = ""
    number: str = ""
    is_column: bool = False


@dataclass(frozen=True)
class Note:
    """A note at the place where its mark stands. Its kind is `foot` or `end`, if the source tells
    these apart, or `comment`, which is by a person; `name` is what further marks of it say.
    """

    content: tuple[Block | Table, ...]
    kind: str = ""
    by: str = ""
    span: Span = PLAIN
    name: str = ""


@dataclass(frozen=True)
class NoteMark:
    """A further mark of the note of this name."""

    name: str
    span: Span = PLAIN


@dataclass(frozen=True)
class Picture:
    """A picture by its address, with the words that describe it."""

    url: str
    words: str = ""
    span: Span = PLAIN


@dataclass(frozen=True)
class Formula:
    """A formula, as a `math` element of MathML."""

    mathml: str
    span: Span = PLAIN


@dataclass(frozen=True)
class Running:
    """What stands on every page: `kind` is `header`, `footer` or `pageNum`."""

    text: str
    kind: str
    span: Span = PLAIN


@dataclass(frozen=True)
class Gap:
    """Words that the transcriber could not read; `reason` is that of the source."""

    reason: str = ""
    span: Span = PLAIN


@dataclass(frozen=True)
class Anchor:
    """A place to which links lead."""

    name: str
    span: Span = PLAIN


Inline = TextRun | Break | PageBreak | Note | NoteMark | Picture | Formula | Gap | Anchor | Running


@dataclass(frozen=True)
class Item:
    """The place of a paragraph in a list: `depth` from 0, `kind` is `numbered`, `bulleted` or
    `simple`, `numbering` is a word such as `lower-roman`, `mark` is its number as written.

    `continues` tells that the paragraph belongs to the item before it.
    """

    depth: int = 0
    kind: str = "simple"
    numbering: str = ""
    mark: str = ""
    continues: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, or a heading of some level (0: no heading)."""

    content: tuple[Inline, ...]
    level: int = 0
    rend: tuple[str, ...] = ()
    language: str = ""
    number: str = ""
    item: Item | None = None
    is_quoted: bool = False
    is_subtitle: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell, which can cover several columns and rows."""

    content: tuple[Block | Table, ...]
    cols: int = 1
    rows: int = 1


@dataclass(frozen=True)
class TableRow:
    """A row of cells; one that heads the others is a head."""

    cells: tuple[Cell, ...]
    is_head: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells; `item` is set where it stands in an item of a list."""

    rows: tuple[TableRow, ...]
    item: Item | None = None


@dataclass(frozen=True)
class Zone:
    """A part of a page: a region with its lines, or a line; `points` are `x,y` in pixels."""

    name: str
    kind: str
    points: str
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True)
class Surface:
    """The picture of a page, its width and height in pixels, and the zones on it."""

    name: str
    url: str
    width: int
    height: int
    zones: tuple[Zone, ...] = ()


@dataclass
class Transcript:
    """All that a source holds: the blocks, the files they show by address, pictures of pages."""

    blocks: Sequence[Block | Table]
    media: dict[str, bytes] = field(default_factory=dict)
    surfaces: tuple[Surface, ...] = ()


_WHITE = re.compile(r"[ \t\r\n]+")


def plain(content: Iterable[Inline]) -> str:
    """The words alone."""
    return "".join(
        item.text
        if isinstance(item, TextRun)
        else " " * (isinstance(item, Break) and not item.is_within)
        for item in content
    )


def settled(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Runs of one look joined, white space collapsed, none at the edges, no page begun twice.

    A no-break space is no white space.
    """
    kept: list[Inline] = []
    for item in _joined(content):
        if isinstance(item, PageBreak) and kept and kept[-1] == item:
            continue
        if isinstance(item, TextRun):
            text = _WHITE.sub(" ", item.text)
            item = replace(item, text=text.lstrip(" ") if _is_open(kept) else text)
            if not item.text:
                continue
        elif isinstance(item, Break):
            _strip_end(kept)
        kept.append(item)
    while kept and isinstance(last := kept[-1], TextRun | Break):
        if isinstance(last, TextRun) and last.text != " ":
            kept[-1] = replace(last, text=last.text.rstrip(" "))
            break
        kept.pop()
    return tuple(kept)


def _strip_end(kept: list[Inline]) -> None:
    """White space before the end of a line is none of the text."""
    if kept and isinstance(last := kept[-1], TextRun):
        text = last.text.rstrip(" ")
        kept[-1:] = [replace(last, text=text)] if text else []


def _is_open(kept: list[Inline]) -> bool:
    """Whether white space that follows says nothing: at the beginning, or after other such."""
    for item in reversed(kept):
        if isinstance(item, TextRun):
            return item.text.endswith(" ")
        if not isinstance(item, PageBreak | Anchor | Running):
            return isinstance(item, Break)
    return True


def _joined(content: Iterable[Inline]) -> Iterator[Inline]:
    pending: TextRun | None = None
    for item in content:
        if not isinstance(item, TextRun):
            if pending:
                yield pending
            pending = None
            yield item
        elif pending and (item.rend, item.span) == (pending.rend, pending.span):
            pending = replace(pending, text=pending.text + item.text)
        else:
            if pending:
                yield pending
            pending = item
    if pending:
        yield pending
