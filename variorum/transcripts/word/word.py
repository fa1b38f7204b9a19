"""Reads a Word file: its text, notes and comments, and says what stands outside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.findings import Place, VariorumError
from variorum.transcripts.codes import IMPORT_WORD
from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.pictures import CopiedPictures
from variorum.transcripts.transcript import Block, Table, Transcript
from variorum.transcripts.word.blocks import WordBlocks
from variorum.transcripts.word.container import Container
from variorum.transcripts.word.context import Part, WordContext
from variorum.transcripts.word.names import W
from variorum.transcripts.word.numbering import Numbering
from variorum.transcripts.word.styles import WordStyles

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_word"]

_NOTES = {"footnotes": "foot", "endnotes": "end", "comments": "comment"}
_HEADS = {"header": "header of pages", "footer": "footer of pages"}


def read_word(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript in a Word file. Raises VariorumError where the file cannot be read."""
    try:
        container = Container(data)
        name = next(
            (each.target for each in container.relations("").values() if each.kind == _MAIN), ""
        )
        root = container.root(name)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise ValueError("has no text in it")
        return _read(container, name, body, options, losses)
    except ValueError as error:
        raise VariorumError(IMPORT_WORD.at(Place(losses.name), str(error))) from None


_MAIN = "officeDocument"


def _read(
    container: Container, name: str, body: _Element, options: ImportOptions, losses: Losses
) -> Transcript:
    relations = container.relations(name)
    parts = {each.kind: each.target for each in relations.values() if not each.is_external}

    def root(kind: str) -> _Element | None:
        return container.root(parts[kind]) if kind in parts else None

    def blocks_of(element: _Element, part: Part) -> list[Block | Table]:
        return WordBlocks(context, part).of(element)

    pictures = CopiedPictures(options, losses)
    styles = WordStyles(root("styles"))
    numbering = Numbering(root("numbering"), styles)
    context = WordContext(
        container, styles, numbering, losses, options.keep_deletions, pictures, blocks_of
    )
    for kind, note in _NOTES.items():
        if kind in parts:
            context.add_notes(note, Part(parts[kind], container.relations(parts[kind])))
    blocks = WordBlocks(context, Part(name, relations), is_body=True).of(body)
    losses.place = ""
    _report_heads(context, {each.target: each.kind for each in relations.values()})
    for key, (element, _part) in context.notes.items():
        why = ", for nothing refers to it"
        if key in context.removed:
            why = " with its mark, which was deleted or moved away"
        name = f"{key[0]}note" if key[0] != "comment" else key[0]
        losses.left_out(name, f"left out{why}: “{_words(element)}”")
    return Transcript(blocks, pictures.media)


def _report_heads(context: WordContext, kinds: dict[str, str]) -> None:
    for part, kind in kinds.items():
        root = context.container.root(part) if kind in _HEADS else None
        words = "" if root is None else _words(root)
        if any(char.isalpha() for char in words):
            context.losses.left_out(_HEADS[kind], f"left out: “{words}”")


def _words(element: _Element) -> str:
    paragraphs = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in element.iter(f"{W}p"))
    return " ".join(" ".join(paragraphs).split())
