"""Reads Markdown by CommonMark 0.31, with tables, footnotes and strikethrough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

from variorum.findings import Place, VariorumError
from variorum.transcripts.codes import IMPORT_LIBRARY, IMPORT_NOTE
from variorum.transcripts.decoding import decoded
from variorum.transcripts.losses import Losses
from variorum.transcripts.markdown_notes import DEEPEST, NOTE, parted
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.pictures import CopiedPictures
from variorum.transcripts.transcript import (
    Block,
    Break,
    Cell,
    Inline,
    Item,
    Note,
    NoteMark,
    PageBreak,
    Picture,
    Span,
    Table,
    TableRow,
    TextRun,
    Transcript,
    settled,
)

__all__ = ["read_markdown"]

_LOOKS = {"em": "italic", "strong": "bold", "s": "strikethrough"}
_FEED = "\ufdd0"
"""Stands for a form feed, which Markdown takes for white space; no character of Unicode."""
_FRONT = re.compile(r"---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)


def read_markdown(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript in a Markdown file. Raises VariorumError without markdown-it-py."""
    text, losses.told = decoded(data, losses.name, options.encoding)
    if front := _FRONT.match(text):
        losses.left_out("block of metadata", f"left out: “{' '.join(front[1].split())}”")
        text = text[front.end() :]
    text, notes = parted(text.replace("\f", _FEED))
    reader = _Reader(_parser(losses.name), notes, options, losses)
    blocks = list(reader.blocks(text))
    return Transcript(list(_begun(blocks)), reader.pictures.media)


def _parser(name: str) -> Any:
    try:
        markdown = import_module("markdown_it")
    except ImportError:
        help_ = 'pip install "variorum[archive]"'
        message = "reading Markdown needs markdown-it-py"
        raise VariorumError(IMPORT_LIBRARY.at(Place(name), message, help_)) from None
    return markdown.MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _begun(blocks: Sequence[Block | Table]) -> Iterator[Block | Table]:
    """Blocks with something in them; a page that begins between two begins the second."""
    pages: tuple[Inline, ...] = ()
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif all(isinstance(item, PageBreak) for item in block.content):
            pages = (*pages, *block.content)
        else:
            yield replace(block, content=settled((*pages, *block.content)))
            pages = ()


@dataclass
class _Reader:
    """Walks the tokens of markdown-it, which stand in a row and open and close."""

    parser: Any
    notes: dict[str, str]
    options: ImportOptions
    losses: Losses
    _lists: list[Item] = field(default_factory=list)
    _quotes: int = 0
    _open: list[str] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pictures = CopiedPictures(self.options, self.losses)

    def blocks(self, text: str) -> Iterator[Block | Table]:
        tokens = iter(self.parser.parse(text))
        level = 0
        for token in tokens:
            if token.type == "heading_open":
                level = int(token.tag[1])
            elif token.type == "heading_close":
                level = 0
            elif token.type == "inline":
                yield self._block(settled(self._inline(token.children or [])), level)
            elif token.type in ("fence", "code_block"):
                yield self._block(settled(_code(token.content)), 0)
            elif token.type == "table_open":
                yield Table(tuple(self._rows(tokens)), self._item())
            elif token.type == "hr":
                self.losses.left_out("rule between paragraphs")
            else:
                self._nest(token)

    def _nest(self, token: Any) -> None:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            kind = "numbered" if token.type == "ordered_list_open" else "bulleted"
            self._lists.append(Item(len(self._lists), kind))
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup}" if token.info else ""
            self._lists[-1] = replace(self._lists[-1], mark=mark, continues=False)
        elif token.type == "blockquote_open":
            self._quotes += 1
        elif token.type == "blockquote_close":
            self._quotes -= 1

    def _item(self) -> Item | None:
        """The place in a list; what follows in the same item continues it."""
        if not self._lists:
            return None
        item = self._lists[-1]
        self._lists[-1] = replace(item, continues=True)
        return item

    def _block(self, content: tuple[Inline, ...], level: int) -> Block:
        item = self._item()
        return Block(
            content, 0 if item else level, item=item, is_quoted=bool(self._quotes) and not item
        )

    def _rows(self, tokens: Iterator[Any]) -> Iterator[TableRow]:
        cells: list[Cell] = []
        is_head = False
        for token in tokens:
            if token.type == "table_close":
                return
            if token.type in ("thead_open", "tbody_open"):
                is_head = token.type == "thead_open"
            elif token.type == "inline":
                content = settled(self._inline(token.children or []))
                cells.append(Cell((Block(content),) if content else ()))
            elif token.type == "tr_close":
                yield TableRow(tuple(cells), is_head)
                cells = []

    def _inline(self, tokens: list[Any]) -> Iterator[Inline]:
        rend: list[str] = []
        span = Span()
        for token in tokens:
            kind, _, end = token.type.rpartition("_")
            if kind in _LOOKS and end == "open":
                rend.append(_LOOKS[kind])
            elif kind in _LOOKS:
                rend.remove(_LOOKS[kind])
            elif kind == "link":
                span = Span(target=str(token.attrs["href"])) if end == "open" else Span()
            else:
                yield from self._leaf(token, tuple(rend), span)

    def _leaf(self, token: Any, rend: tuple[str, ...], span: Span) -> Iterator[Inline]:
        if token.type == "image":
            words = token.content.replace(_FEED, " ")
            yield Picture(self.pictures.beside(str(token.attrs["src"])), words, span)
        elif token.type == "hardbreak":
            yield Break(span)
        elif token.type == "softbreak":
            yield Break(span) if self.options.keep_lines else TextRun(" ", rend, span)
        elif token.type == "code_inline":
            yield TextRun(token.content.replace(_FEED, " "), (*rend, "monospace"), span)
        else:
            yield from self._text(token.content, rend, span)

    def _text(self, text: str, rend: tuple[str, ...], span: Span) -> Iterator[Inline]:
        for number, page in enumerate(text.split(_FEED)):
            if number:
                yield PageBreak()
            at = 0
            for match in NOTE.finditer(page):
                yield TextRun(page[at : match.start()], rend, span)
                yield self._note(match[1]) or TextRun(match[0], rend, span)
                at = match.end()
            yield TextRun(page[at:], rend, span)

    def _note(self, name: str) -> Note | NoteMark | None:
        text = self.notes.get(name)
        if text is None:
            return None
        if name in self._open or len(self._open) >= DEEPEST:
            message = f"the note [^{name}] stands within itself, or too deep within others"
            found = IMPORT_NOTE.at(Place(self.losses.name), message)
            self.losses.told += [] if found in self.losses.told else [found]
            return None
        if name in self._names:
            return NoteMark(self._names[name])
        if not self._open:
            self._names[name] = f"note:{len(self._names)}"
        self._open.append(name)
        outer, self._lists = self._lists, []
        quotes, self._quotes = self._quotes, 0
        made = Note(tuple(self.blocks(text)), name=self._names.get(name, ""))
        self._lists, self._quotes = outer, quotes
        self._open.pop()
        return made


def _code(text: str) -> Iterator[Inline]:
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        if number:
            yield Break()
        yield TextRun(line.replace(_FEED, " "), ("monospace",))
