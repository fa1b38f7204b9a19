"""Reads a Word transcript (.docx): paragraphs, headings, tables, looks, notes and page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.transcripts.codes import IMPORT_WORD
from variorum.transcripts.transcript import (
    Block,
    Break,
    Inline,
    Note,
    PageBreak,
    Table,
    TextRun,
    settled,
)

__all__ = ["read_word"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"[Hh]eading ?(\d)")
_LOOKS = ("bold", "italic", "underline")
_FONT = {
    "superscript": "superscript",
    "subscript": "subscript",
    "strike": "strikethrough",
    "small_caps": "smallcaps",
}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


def read_word(path: Path, name: str) -> list[Block | Table]:
    """The blocks of a document, deletions left out, insertions taken in.

    Raises VariorumError where python-docx is not installed or cannot read the file.
    """
    try:
        docx = import_module("docx")
    except ImportError:
        help_ = "pip install 'variorum[archive]'"
        raise VariorumError(_fault(name, "reading Word needs python-docx", help_)) from None
    try:
        document = docx.Document(str(path))
        return list(_Reader(document).blocks(document.element.body))
    except (OSError, KeyError, ValueError, SyntaxError) as error:
        raise VariorumError(_fault(name, f"is no Word document: {error}")) from None
    except Exception as error:
        if type(error).__module__.partition(".")[0] in ("docx", "zipfile", "lxml"):
            raise VariorumError(_fault(name, f"is no Word document: {error}")) from None
        raise


def _fault(name: str, message: str, help_: str = "") -> Diagnostic:
    return IMPORT_WORD.at(Place(name), message, help_)


class _Reader:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._notes = {kind: self._note_bodies(kind) for kind in _NOTES.values()}

    def blocks(self, body: Any) -> Iterator[Block | Table]:
        for element in body.iterchildren():
            if element.tag == f"{_W}p":
                block = Block(settled(self._inline(element)), self._level(element))
                if block.content:
                    yield block
            elif element.tag == f"{_W}tbl":
                yield Table(tuple(self._row(row) for row in element.iterchildren(f"{_W}tr")))
            elif element.tag == f"{_W}sdt":
                for content in element.iterchildren(f"{_W}sdtContent"):
                    yield from self.blocks(content)

    def _row(self, row: Any) -> tuple[tuple[Inline, ...], ...]:
        return tuple(self._cell(cell) for cell in row.iterchildren(f"{_W}tc"))

    def _cell(self, cell: Any) -> tuple[Inline, ...]:
        content: list[Inline] = []
        for paragraph in cell.iter(f"{_W}p"):
            content += [Break()] if content else []
            content += self._inline(paragraph)
        return settled(content)

    def _level(self, paragraph: Any) -> int:
        style = self._paragraph(paragraph).style
        name = style.name or "" if style is not None else ""
        heading = _HEADING.fullmatch(name)
        return int(heading[1]) if heading else int(name == "Title")

    def _paragraph(self, element: Any) -> Any:
        return import_module("docx.text.paragraph").Paragraph(element, self._document)

    def _inline(self, paragraph: Any) -> Iterator[Inline]:
        run_type = import_module("docx.text.run").Run
        owner = self._paragraph(paragraph)
        for element in paragraph.iter(f"{_W}r"):
            if any(
                ancestor.tag in (f"{_W}del", f"{_W}moveFrom")
                for ancestor in element.iterancestors()
            ):
                continue
            rend = _look(run_type(element, owner), is_heading=bool(self._level(paragraph)))
            for child in element.iterchildren():
                yield from self._part(child, rend)

    def _part(self, child: Any, rend: tuple[str, ...]) -> Iterator[Inline]:
        name = str(child.tag).rpartition("}")[2]
        if name == "t":
            yield TextRun(child.text or "", rend)
        elif name in ("tab", "ptab"):
            yield TextRun(" ", rend)
        elif name == "noBreakHyphen":
            yield TextRun("\u2011", rend)
        elif name == "lastRenderedPageBreak" or child.get(f"{_W}type") == "page":
            yield PageBreak()
        elif name in ("br", "cr"):
            yield Break()
        elif name in _NOTES:
            body = self._notes[_NOTES[name]].get(child.get(f"{_W}id"))
            if body is not None:
                yield Note(settled(self._note(body)))

    def _note(self, body: Any) -> Iterator[Inline]:
        for number, paragraph in enumerate(body.iter(f"{_W}p")):
            if number:
                yield Break()
            yield from self._inline(paragraph)

    def _note_bodies(self, kind: str) -> dict[str, Any]:
        oxml = import_module("docx.oxml")
        for relation in self._document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}"):
                root = oxml.parse_xml(relation.target_part.blob)
                return {note.get(f"{_W}id"): note for note in root.iterchildren()}
        return {}


def _look(run: Any, *, is_heading: bool) -> tuple[str, ...]:
    """Words for the look; the bold of a heading goes without saying."""
    found = [look for look in _LOOKS if getattr(run, look) and not (is_heading and look == "bold")]
    found += [word for name, word in _FONT.items() if getattr(run.font, name)]
    return tuple(found)
