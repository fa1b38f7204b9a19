"""What all parts of a Word file share while it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.transcripts.losses import Losses
from variorum.transcripts.pictures import CopiedPictures
from variorum.transcripts.transcript import Block, Table
from variorum.transcripts.word.container import Container, Relation
from variorum.transcripts.word.names import W
from variorum.transcripts.word.numbering import Numbering
from variorum.transcripts.word.styles import WordStyles

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NOTE_MARKS", "Part", "WordContext"]

NOTE_MARKS = {
    "footnoteReference": "foot",
    "endnoteReference": "end",
    "commentReference": "comment",
}
"""The kinds of notes, by the names of their marks."""
BlocksOf = Callable[["_Element", "Part"], list[Block | Table]]


@dataclass(frozen=True)
class Part:
    """A part that has text of its own, and what it refers to by ids."""

    name: str
    relations: dict[str, Relation]


@dataclass
class WordContext:
    """The file, its styles and lists, its notes by kind and id, and what was met."""

    container: Container
    styles: WordStyles
    numbering: Numbering
    losses: Losses
    keeps_deletions: bool
    pictures: CopiedPictures
    blocks_of: BlocksOf
    notes: dict[tuple[str, str], tuple[_Element, Part]] = field(default_factory=dict)
    shown: set[tuple[str, str]] = field(default_factory=set)
    """The notes that stand in the text."""
    removed: set[tuple[str, str]] = field(default_factory=set)
    """The notes whose marks were deleted or moved away."""

    def add_notes(self, kind: str, part: Part) -> None:
        """Makes the notes of a part known, such as those of `word/footnotes.xml`."""
        root = self.container.root(part.name)
        for note in (
            root.iterchildren("{*}footnote", "{*}endnote", "{*}comment")
            if (root is not None)
            else ()
        ):
            if note.get(f"{W}type", "normal") == "normal":
                self.notes[kind, note.get(f"{W}id", "")] = (note, part)

    def remove_notes(self, change: _Element) -> None:
        """Remembers the notes whose marks stand in what is left out."""
        for each in change.iter(*(f"{W}{name}" for name in NOTE_MARKS)):
            self.removed.add((NOTE_MARKS[each.tag.removeprefix(W)], each.get(f"{W}id", "")))

    def picture(self, part: Part, relation: str) -> str:
        """The address of a picture that is copied; empty where the file does not hold it."""
        found = part.relations.get(relation)
        if found is None:
            return ""
        if found.is_external:
            self.losses.changed("linked picture", "stays where it is, outside the file")
            return found.target
        data = self.container.bytes(found.target)
        if data is None:
            return ""
        return self.pictures.add(data, found.target)
