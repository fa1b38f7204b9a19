"""Reads a page of HTML: its text, without what belongs to the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from variorum.findings import Place, VariorumError
from variorum.transcripts.codes import IMPORT_SOURCE
from variorum.transcripts.html_notes import PageNotes, notes_in
from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.pictures import CopiedPictures
from variorum.transcripts.transcript import (
    PLAIN,
    Anchor,
    Block,
    Break,
    Cell,
    Inline,
    Item,
    Note,
    NoteMark,
    Picture,
    Span,
    Table,
    TableRow,
    TextRun,
    Transcript,
    settled,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_html"]

_LOOKS = {
    **dict.fromkeys(("b", "strong", "th"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("s", "strike"), "strikethrough"),
    **dict.fromkeys(("code", "kbd", "samp", "tt", "pre"), "monospace"),
    "u": "underline",
    "sup": "superscript",
    "sub": "subscript",
}
_BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "footer", "aside", "body", "figure"),
    *(
        "figcaption",
        "address",
        "center",
        "dl",
        "dt",
        "dd",
        "fieldset",
        "form",
        "details",
        "summary",
    ),
    *(
        "summary",
        "blockquote",
        "ul",
        "ol",
        "li",
        "table",
        "pre",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ),
}
_SILENT = {"script", "style", "template", "head", "noscript", "wbr", "col", "colgroup", "track"}
_UNREAD = {
    *("iframe", "object", "embed", "video", "audio", "canvas", "svg", "input", "select", "nav"),
    *("textarea", "button", "map"),
}
_NUMBERS = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


def read_html(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript in a page. Its encoding is the one that it states, if no other is told."""
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding=options.encoding or _encoding(data), no_network=True, remove_comments=True
    )
    try:
        root = html.document_fromstring(data, parser)
        body = root.find("body")
    except (etree.ParserError, ValueError, LookupError) as error:
        raise VariorumError(IMPORT_SOURCE.at(Place(losses.name), f"is no HTML: {error}")) from None
    pictures = CopiedPictures(options, losses)
    text = root if body is None else body
    reader = _Reader(options, losses, pictures, notes_in(text))
    return Transcript(reader.blocks(text), pictures.media)


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the page states nothing and it is UTF-8."""
    if re.search(rb"<meta[^>]+charset|<\?xml[^>]+encoding", data[:4096], re.IGNORECASE):
        return None
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


@dataclass
class _Reader:
    options: ImportOptions
    losses: Losses
    pictures: CopiedPictures
    notes: PageNotes
    _shown: set[str] = field(default_factory=set)
    _found: list[Block | Table] = field(default_factory=list)
    _open: list[Inline] = field(default_factory=list)
    _block: Block = Block(())  # noqa: RUF009 - it is frozen
    _lists: list[Item] = field(default_factory=list)

    def blocks(self, element: _Element) -> list[Block | Table]:
        """The blocks within an element."""
        outer = self._found, self._open, self._block, self._lists
        self._found, self._open, self._block, self._lists = [], [], Block(()), []
        self._within(element, (), PLAIN)
        self._close()
        found = self._found
        self._found, self._open, self._block, self._lists = outer
        return found

    def _close(self) -> None:
        """A block ends, if it has begun."""
        content = settled(self._open)
        if any(not isinstance(item, Anchor) for item in content):
            item = self._item()
            self._found.append(replace(self._block, content=content, item=item))
            self._open = []
        else:
            self._open = list(content)

    def _item(self) -> Item | None:
        if not self._lists:
            return None
        item = self._lists[-1]
        self._lists[-1] = replace(item, continues=True)
        return item

    def _within(self, element: _Element, rend: tuple[str, ...], span: Span) -> None:
        self._text(element.text, rend, span)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, child.tag, rend, span)
            self._text(child.tail, rend, span)

    def _text(self, text: str | None, rend: tuple[str, ...], span: Span) -> None:
        if text and "monospace" in rend and self._block.rend == ("pre",):
            for number, line in enumerate(text.strip("\n").split("\n")):
                self._open += [Break(span)] if number else []
                self._open.append(TextRun(line, rend, span))
        elif text:
            self._open.append(TextRun(text, rend, span))

    def _child(self, child: _Element, name: str, rend: tuple[str, ...], span: Span) -> None:
        if name in _SILENT or self._is_of_note(child):
            return
        if child in self.notes.by_mark:
            self._open.append(self._note(*self.notes.by_mark[child], span))
            return
        if identifier := child.get("id") or (child.get("name") if name == "a" else None):
            self._open.append(Anchor(identifier, span))
        if language := child.get("lang"):
            span = replace(span, language=language)
        if name in _LOOKS:
            rend = (*rend, *({_LOOKS[name]} - set(rend)))
        if name in _UNREAD:
            words = " ".join("".join(child.itertext()).split())
            self.losses.left_out(f"<{name}>", f"left out{f': “{words}”' if words else ''}")
        elif name in _BLOCKS:
            self._close()
            self._of_block(child, name, rend, span)
            self._close()
        else:
            self._of_line(child, name, rend, span)

    def _is_of_note(self, element: _Element) -> bool:
        """Whether an element is read where the mark of its note stands, or leads back to it."""
        words = element.get("class", "").lower()
        return (
            element in self.notes.back
            or element in self.notes.holders
            or ("backlink" in words and any(each in self.notes.back for each in element.iter("a")))
        )

    def _note(self, name: str, holder: _Element, span: Span) -> Inline:
        if name in self._shown:
            return NoteMark(name, span)
        self._shown.add(name)
        return Note(tuple(self.blocks(holder)), "", "", span, name)

    def _ruby(self, ruby: _Element, rend: tuple[str, ...], span: Span) -> None:
        """Base and gloss; most pages have brackets around the gloss, for those who see no ruby."""
        self.losses.changed("ruby", "stands in brackets after its word")
        has_brackets = ruby.find("rp") is not None
        self._text(ruby.text, rend, span)
        for child in ruby.iterchildren("*"):
            is_bare = child.tag == "rt" and not has_brackets
            self._text("(" if is_bare else None, rend, span)
            self._child(child, str(child.tag), rend, span)
            self._text(")" if is_bare else None, rend, span)
            self._text(child.tail, rend, span)

    def _of_line(self, child: _Element, name: str, rend: tuple[str, ...], span: Span) -> None:
        if name == "br":
            self._open.append(Break(span))
        elif name == "img":
            address = self.pictures.beside(child.get("src", ""))
            self._open.append(Picture(address, child.get("alt", ""), span))
        elif name in ("del", "ins"):
            change = "del" if name == "del" else "add"
            self._within(child, rend, replace(span, change=change))
        elif name == "a" and child.get("href"):
            self._within(child, rend, replace(span, target=child.get("href", "")))
        elif name == "ruby":
            self._ruby(child, rend, span)
        elif name == "q":
            self._open.append(TextRun("“", rend, span))
            self._within(child, rend, span)
            self._open.append(TextRun("”", rend, span))
        else:
            self._within(child, rend, span)

    def _of_block(self, child: _Element, name: str, rend: tuple[str, ...], span: Span) -> None:
        outer = self._block
        if re.fullmatch("h[1-6]", name):
            self._block = Block((), int(name[1]))
            self._within(child, rend, span)
        elif name in ("ul", "ol"):
            self._list(child, name, rend, span)
        elif name == "table":
            self._found.append(Table(tuple(self._rows(child)), self._item()))
        elif name == "hr":
            self.losses.left_out("rule between paragraphs")
        else:
            is_quoted = outer.is_quoted or (name == "blockquote" and not self._lists)
            self._block = replace(outer, is_quoted=is_quoted, rend=_aligned(child, name, outer))
            self._within(child, rend, span)
        self._close()
        self._block = outer

    def _list(self, child: _Element, name: str, rend: tuple[str, ...], span: Span) -> None:
        kind = "numbered" if name == "ol" else "bulleted"
        start = child.get("start", "1")
        number = int(start) if re.fullmatch(r"-?\d+", start) else 1
        numbering = _NUMBERS.get(child.get("type", ""), "") if name == "ol" else ""
        self._lists.append(Item(len(self._lists), kind, numbering))
        for entry in child:
            mark = f"{number}." if name == "ol" and not numbering else ""
            self._lists[-1] = replace(self._lists[-1], mark=mark, continues=False)
            if isinstance(entry.tag, str):
                self._child(entry, entry.tag, rend, span)
                number += entry.tag == "li"
        self._close()
        self._lists.pop()

    def _rows(self, table: _Element) -> Iterator[TableRow]:
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is not table:
                continue
            cells = [each for each in row if each.tag in ("td", "th")]
            made = (
                Cell(tuple(self.blocks(cell)), _covered(cell, "colspan"), _covered(cell, "rowspan"))
                for cell in cells
            )
            is_head = bool(cells) and all(each.tag == "th" for each in cells)
            if cells:
                yield TableRow(tuple(made), is_head)


def _aligned(child: _Element, name: str, outer: Block) -> tuple[str, ...]:
    if name == "pre":
        return ("pre",)
    style = re.search(r"text-align:\s*(center|right)", child.get("style", ""))
    told = style[1] if style else child.get("align", "center" if name == "center" else "")
    return (told,) if told in ("center", "right") else outer.rend


def _covered(cell: _Element, name: str) -> int:
    told = cell.get(name, "1")
    return max(1, min(int(told), 1000)) if told.isdigit() else 1
