"""The proof of one document: what is wrong with an output of it."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from variorum import resource
from variorum.findings import Code, Diagnostic, Place
from variorum.proof.attributes import wrong_attributes
from variorum.proof.calls import numbered as numbered_parts
from variorum.proof.codes import PROOF_FAILED, WORDS_LOST
from variorum.proof.comparison import compared
from variorum.proof.html import notes_of_page, rest_of_page, text_of_page
from variorum.proof.latex import book_of_latex
from variorum.proof.links import EncodedLinks
from variorum.proof.lost_words import LostWords, TextPiece, pieces, repeated_words, words_of
from variorum.proof.placeholders import DESCRIPTION, EDGE, LINK, MARKS
from variorum.proof.places import OutputPlaces, TeiPlaces
from variorum.proof.printed_book import PrintedBook
from variorum.proof.printed_entries import ComparedEntry, encoded_entries, first_wrong_entry
from variorum.proof.printed_registers import RegisterFault, faults_of_lines, faults_of_named
from variorum.proof.register_entries import RegisterEntry, entries_of
from variorum.proof.series import labels_of_series, own_titles
from variorum.proof.sigla import printed_sigla
from variorum.proof.signs import labels_of_signs
from variorum.proof.tei import Reader, origin
from variorum.proof.text import (
    notes_of_file,
    numbered_words,
    reading_text_of_file,
    rest_of_file,
    witness_text_of_file,
)
from variorum.proof.typst import book_of_typst
from variorum.proof.word_differences import difference, expected_pieces

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from variorum.proof.items import EncodedNote
    from variorum.proof.traced import Spot
    from variorum.source import Edition, Source

__all__ = ["Proof", "labels"]

_LOCALE = resource("xslt") / "locale"
_BLANK = string.whitespace + MARKS
_TOLD = 12
"""So many lost words are told."""
_LACKING = "not there, or not so often or not in the order of the TEI"
_REPEATED = "more often than in the TEI"

Kept = list[tuple[str, str]]
"""The parts of a text that its output did not add, as `difference` gives them."""


class Proof:
    """The proof for one document: the texts that its outputs must show."""

    def __init__(self, source: Source, language: str, edition: Edition | None = None) -> None:
        """`language` is that of the words that the outputs generate.

        `edition` has the settings and the registers.
        """
        settings = None if edition is None else edition.settings
        self.source = source
        self.language = language
        self.labels = labels_of_series(source.root, settings) | dict(labels(language))
        self.labels |= labels_of_signs(source.root, settings) | own_titles(source.root)
        if settings is not None:
            self.labels |= _apparatus_labels(settings.apparatus_language)
            titles = {f"apparatus.{name}": t for name, t in settings.series.items() if t}
            self.labels |= titles
        self._letters_of_labels = frozenset("".join(words_of(e)) for e in self.labels.values())
        self.reader = Reader(source.root, self.labels)
        self._registers = () if edition is None else edition.registers
        self._texts: dict[str, str] = {}
        self._pieces: dict[tuple[str, bool], list[str]] = {}

    def failures(
        self, kind: str, output: str, siglum: str = "", file: str = ""
    ) -> list[Diagnostic]:
        """What is wrong with an output, which is to stand in a `file`.

        An output of the kind `html` or `text` shows the text of the witness named, or the reading
        text; one of the kind `print` or `latex` shows all texts and the apparatus. Each text has at
        most one finding, on the first word that differs, and so have the notes and the apparatus.
        Where these are right, words that are nowhere are another.
        """
        places = OutputPlaces(kind, output, file)
        if siglum:
            words = _words_of(kind, output, self.reader, self.labels, siglum)
            return self._compared(kind, words, siglum, places)
        if kind not in ("print", "latex"):
            kept: Kept = []
            words = _words_of(kind, output, self.reader, self.labels)
            notes = _notes_of(kind, output, self.labels)
            found = self._compared(kind, words, "", places, kept)
            is_page = kind == "html"
            numbered = text_of_page(output, numbers=True) if is_page else numbered_words(kept)
            found += self._notes(kind, notes, places) + (
                [] if found else self._attributes(kind, output, numbered)
            )
            if kind == "text":
                own = self._own_entries.values()
                found += self._entry_faults(kind, faults_of_lines(own, output, self.labels))
            return found or self._lost(kind, kept, _rest_of(kind, output, self.labels))
        book = book_of_typst(output) if kind == "print" else book_of_latex(output, self.labels)
        printed = PrintedBook(book, self.labels, printed_sigla(self.source.root))
        kept = []
        found = self._compared(kind, printed.text(), "", places, kept)
        found += [] if found else self._attributes(kind, output, "".join(numbered_parts(book.text)))
        for siglum in self.reader.sigla:
            found += self._compared(kind, printed.text(siglum), siglum, places)
        found += self._notes(kind, printed.notes, places) + self._entries(kind, printed, places)
        entries = self._register_entries
        faults = faults_of_named(entries, self._own_entries, kind, [output], self.labels)
        found += self._entry_faults(kind, faults)
        return found or self._lost(kind, kept, printed.rest)

    def _lost(self, kind: str, kept: Kept, rest: Iterable[str]) -> list[Diagnostic]:
        """A finding of all words that the output lacks, and one of those it has too often."""
        running = "".join(words for mark, words in kept if mark in ("", DESCRIPTION, LINK))
        lost = LostWords(self._pieces_of_text, kind, running, rest)
        described = " ".join(words for mark, words in kept if mark == DESCRIPTION)
        added = self._words_of_labels
        known = self._letters_of_labels | self._values
        more = [each for each in lost.repeated if each[1] not in known]
        more += repeated_words(self._pieces_of_text, described, added)
        return [
            self._at(WORDS_LOST, words[0][0], f"{kind}: {said}: “{_told(words)}”")
            for words, said in ((lost.lost, _LACKING), (more, _REPEATED))
            if words
        ]

    def _at(self, code: Code, line: int, message: str) -> Diagnostic:
        return self.source.located(code.at(Place(self.source.name, line), message))

    @cached_property
    def _own_entries(self) -> dict[str, RegisterEntry]:
        """The entries of registers that the document keeps for itself, by their names."""
        return {f"{self.source.id}.{entry.id}": entry for entry in entries_of(self.source.root)}

    @cached_property
    def _register_entries(self) -> dict[str, RegisterEntry]:
        found = {e.id: e for register in self._registers for e in entries_of(register.root)}
        return found | self._own_entries

    def _entry_faults(self, kind: str, faults: Iterable[RegisterFault]) -> list[Diagnostic]:
        """One finding, on the first entry of a register that is wrong."""
        fault = next(iter(faults), None)
        if fault is None:
            return []
        message = f"{kind}, the entry {fault.entry.id} of the register: {fault.message}"
        return [self._at(PROOF_FAILED, fault.entry.line, message)]

    @cached_property
    def _links(self) -> EncodedLinks:
        return EncodedLinks(self.source.root, self._register_entries.keys(), f"{self.source.id}.")

    @cached_property
    def _values(self) -> frozenset[str]:
        """The letters of attributes, which an output may say beside the words of an element."""
        values = (value for each in self.source.root.iter("*") for value in each.attrib.values())
        return frozenset("".join(words_of(value)) for value in values)

    @cached_property
    def _encoded_entries(self) -> list[ComparedEntry]:
        return [*encoded_entries(self.reader)]

    @cached_property
    def _words_of_labels(self) -> frozenset[str]:
        return frozenset(word for label in self.labels.values() for word in words_of(label))

    @cached_property
    def _pieces_of_text(self) -> list[TextPiece]:
        return pieces(self.source.root)

    @cached_property
    def _tei_places(self) -> TeiPlaces:
        return TeiPlaces(self.source, self.reader.root)

    def _compared(
        self,
        kind: str,
        words: str,
        siglum: str,
        places: OutputPlaces,
        kept: Kept | None = None,
    ) -> list[Diagnostic]:
        expected = self._expected(siglum, edges=kind in ("print", "latex"))
        actual = compared(words, self.language)
        found = difference(expected, actual, kept)
        if found is None:
            return []
        origin = self.reader.found_at(found.offset, siglum)
        share = found.at / max(1, len(actual.shown))
        place = places.after(actual.until(found.at), share)
        whose = f"witness {siglum}" if siglum else "reading text"
        return [self._failed(origin, f"{kind}, {whose}", (found.expected, found.actual), place)]

    def _notes(self, kind: str, shown: list[str], places: OutputPlaces) -> list[Diagnostic]:
        """What is wrong with the first note that differs.

        An output may have more notes, of what is no text, such as descriptions of persons, and
        notes of what is copied once.
        """
        texts = [compared(note, self.language) for note in shown]
        told = {_line_and_words(note): note for note in reversed(self.reader.notes)}
        expected = [key for key in reversed(told) if key[1].strip(_BLANK)]
        more = max(0, len(texts) - len(expected))
        for key in expected:
            wanted = expected_pieces(key[1], self.language)
            faults = [difference(wanted, each) for each in (texts[: more + 1] or [compared("")])]
            if None not in faults and (fault := faults[0]):
                items = ((item, None) for _, item in told[key].items if isinstance(item, str))
                found = origin(items, fault.offset) or told[key].element
                both, place = (fault.expected, fault.actual), places.around(fault.actual)
                return [self._failed(found, f"{kind}, a note", both, place)]
            passed = faults.index(None)
            texts, more = texts[passed + 1 :], more - passed
        return []

    def _expected(self, siglum: str, *, edges: bool) -> list[str]:
        if siglum not in self._texts:
            self._texts[siglum] = self.reader.text(siglum)
        text = self._texts[siglum]
        key = siglum, edges and EDGE in text
        if key not in self._pieces:
            self._pieces[key] = expected_pieces(text, self.language, edges=key[1])
        return self._pieces[key]

    def _entries(self, kind: str, printed: PrintedBook, places: OutputPlaces) -> list[Diagnostic]:
        fault = first_wrong_entry(self.reader, self._encoded_entries, printed)
        if fault is None:
            return []
        wanted, actual = fault
        element = wanted.element if wanted else None
        where = f"{kind}, the entry in line {wanted.line}" if wanted else f"{kind}, an entry"
        place = places.around(actual.lemma if actual else "")
        return [self._failed(element, where, (str(wanted or ""), str(actual or "")), place)]

    def _failed(
        self,
        origin: Spot | _Element | None,
        where: str,
        both: tuple[str, str],
        place: Place | None,
    ) -> Diagnostic:
        message = f"{where}: the TEI has “{both[0]}”, the output “{both[1]}”"
        found = PROOF_FAILED.at(Place(self.source.name, *self._tei_places.of(origin)), message)
        return replace(self.source.located(found), output=place)

    def _attributes(self, kind: str, output: str, numbered: str) -> list[Diagnostic]:
        wrong = wrong_attributes(self.reader.items, self._links, kind, output, numbered)
        return [self._failed(*fault, None) for fault in wrong]


def _words_of(
    kind: str, output: str, reader: Reader, labels: Mapping[str, str], siglum: str = ""
) -> str:
    """The words of the reading text, or of the text of a witness, in an output that shows one."""
    if kind == "html":
        return text_of_page(output)
    if not siglum:
        return reading_text_of_file(output, labels)
    starting = (item for kind, item in reader.items if kind == "start")
    events = (entry.present | entry.absent for entry in (*reader.entries, *starting))
    return witness_text_of_file(output, fragmentary=any(siglum in sigla for sigla in events))


def _told(words: list[tuple[int, str]]) -> str:
    more = f" and {len(words) - _TOLD} more" if len(words) > _TOLD else ""
    return " ".join(word for _, word in words[:_TOLD]) + more


def _rest_of(kind: str, output: str, labels: Mapping[str, str]) -> list[str]:
    return rest_of_page(output) if kind == "html" else rest_of_file(output, labels)


def _notes_of(kind: str, output: str, labels: Mapping[str, str]) -> list[str]:
    return notes_of_page(output) if kind == "html" else notes_of_file(output, labels)


def _line_and_words(note: EncodedNote) -> tuple[int, str]:
    """What tells a note from others, but not from its copies."""
    words = "".join(item for _, item in note.items if isinstance(item, str))
    return note.element.sourceline or 0, words


@cache
def labels(language: str) -> Mapping[str, str]:
    """The words that outputs generate in a language, else in its main language, else in English.

    The language they are in stands under `xml:lang`.
    """
    names = (language, language.partition("-")[0], "en")
    file = next(f for name in names if name and (f := _LOCALE / f"{name}.xml").is_file())
    return _read(file) | {"xml:lang": file.stem}


@cache
def _apparatus_labels(language: str) -> Mapping[str, str]:
    """The short words of the apparatus in a language of their own; none where that is not said."""
    words = _read(_LOCALE / "apparatus" / "la.xml")
    if language in ("", "la"):
        return words if language else {}
    return {key: label for key, label in labels(language).items() if key in words}


def _read(file: Path) -> dict[str, str]:
    from lxml import etree

    return {str(label.get("key")): label.text or "" for label in etree.parse(file).getroot()}
