"""The words of each text of a TEI file, read without the stylesheets (TEI P5 12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.proof.changes import with_changes
from variorum.proof.comparison import length
from variorum.proof.element_reader import ElementReader
from variorum.proof.elements import TEI
from variorum.proof.entries import Entries
from variorum.proof.instead_of_text import letters, texts
from variorum.proof.items import (
    ApparatusEntry,
    EncodedNote,
    Item,
    measure_entries,
    with_spaces_outside,
)
from variorum.proof.locations import with_located_entries
from variorum.proof.notes_elsewhere import with_notes_elsewhere
from variorum.proof.placeholders import QUOTE
from variorum.proof.traced import Spot, Traced
from variorum.proof.transpositions import with_transpositions
from variorum.proof.witness_text import WitnessText

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Reader", "origin"]


class Reader:
    """Reads the texts of one TEI file. `labels` are the words that the outputs generate."""

    def __init__(self, root: _Element, labels: Mapping[str, str]) -> None:
        self.root = root = with_transpositions(with_changes(with_notes_elsewhere(root)))
        self.labels = labels
        self.apparatus = Entries(root)
        self._elements = ElementReader(root, labels, self.apparatus)
        self._first = ElementReader(root, labels, self.apparatus, first=True)
        self._readings: dict[tuple[_Element, str], str] = {}

    @property
    def sigla(self) -> list[str]:
        """The sigla of the witnesses, in the order of `listWit`."""
        return self.apparatus.witnesses.sigla

    @property
    def entries(self) -> list[ApparatusEntry]:
        """The entries of the apparatus, and the marks of editors that are like entries."""
        return self.apparatus.entries

    def text(self, siglum: str = "") -> str:
        """The expected text of a witness, or the reading text (`''`), with its placeholders."""
        return "".join(part for part, _ in self.parts(siglum))

    def parts(self, siglum: str = "") -> Iterator[tuple[str, ApparatusEntry | None]]:
        """The text in parts, each with the entry that begins there."""
        if siglum:
            yield from WitnessText(self, siglum).parts()
            return
        for _, item in self.items:
            if isinstance(item, str):
                yield item, None
            elif isinstance(item, ApparatusEntry):
                yield "", item

    def reading(self, reading: _Element, siglum: str) -> str:
        """The text that a reading has in a witness.

        Quotation marks that only markup asks for are the edition's own (TEI P5 3.3.3): a reading
        with the words of the lemma has those of the lemma.
        """
        # all witnesses of a reading have the same words, unless it is a copy or holds entries
        alike = reading.get("copyOf") is None and next(reading.iter(f"{TEI}app"), None) is None
        key = reading, bool(siglum) * "*" if alike else siglum
        if key not in self._readings:
            self._readings[key] = self._reading(reading, siglum)
        return self._readings[key]

    def _reading(self, reading: _Element, siglum: str) -> str:
        text = self._elements.reading(reading, siglum)
        app = next(reading.iterancestors(f"{TEI}app"), None)
        lemma = None if app is None else self.apparatus.printed(app)
        if lemma is None or lemma is reading:
            return text
        printed = self._elements.reading(lemma, "")
        if reading.get("copyOf") is not None:
            return _spaced_as(text, printed)
        is_same = QUOTE in printed and printed.replace(QUOTE, "").split() == text.split()
        return printed if is_same else text

    def first_reading(self, reading: _Element, siglum: str) -> str:
        """The text that a reading had in a witness before it was corrected."""
        return self._first.reading(reading, siglum)

    def found_at(self, offset: int, siglum: str) -> Spot | _Element | None:
        """Where the words of a text come from, after as many characters as count for a place.

        That is an entry where its words do not say it.
        """
        return origin(self.parts(siglum), offset)

    @cached_property
    def items(self) -> list[Item]:
        """The reading text, with the places of the entries, blocks and lines."""
        self._elements.attached.attach(self.reading)
        items: list[Item] = []
        for text in texts(self.root):
            items += self._elements.read(text, "", quoted=False)
        items += (("text", letter) for letter in letters(self.root))
        located = self._elements.attached.located
        if located:
            items = with_located_entries(items, located)
        items = with_spaces_outside(items)
        measure_entries(items, {named.entry for named in located})
        return items

    @property
    def notes(self) -> list[EncodedNote]:
        """The notes in the order of their places."""
        return self._elements.notes if self.items else []

    @cached_property
    def starting(self) -> dict[int, list[ApparatusEntry]]:
        """The entries by where they begin."""
        found: dict[int, list[ApparatusEntry]] = defaultdict(list)
        for kind, item in self.items:
            if kind == "start" and isinstance(item, ApparatusEntry):
                found[item.start].append(item)
        return found


def origin(
    parts: Iterable[tuple[str, ApparatusEntry | None]], offset: int
) -> Spot | _Element | None:
    """Where the text comes from, in parts with their entries, after so many characters."""
    last: Spot | _Element | None = None
    passed = 0
    for text, entry in parts:
        if entry is not None and entry.element is not None:
            last = entry.element
        counted = length(text)
        if isinstance(text, Traced):
            last = text.spot(min(offset - passed, counted))
        passed += counted
        if passed > offset:
            break
    return last


def _spaced_as(copy: str, lemma: str) -> str:
    """A copy in the place of a lemma: the white space around that is the place's own."""
    before = lemma[: len(lemma) - len(lemma.lstrip())]
    after = lemma[len(lemma.rstrip()) :]
    return copy if not copy.strip() else before + copy + after
