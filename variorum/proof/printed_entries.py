"""Whether a book prints each entry of the TEI once: its lemma, its readings, whose they are.

What is compared are the words of the lemma, the words of each reading, and its witnesses. White
space and quotation marks are left out; of a shortened lemma the words on both sides of the ellipsis
are compared. The witnesses of what editors do themselves are not compared here, because their texts
show them. Entries that hold a link or a description, and entries in descriptions, are only counted.
The names of editors and hands and all remarks are not compared, nor are entries that say that a
source begins a new paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from variorum.proof.comparison import compared
from variorum.proof.corrections import corrections_of, is_by_edition, is_told, was_there
from variorum.proof.elements import (
    BLOCKS,
    EDITORIAL,
    REPLACED,
    STRUCTURES,
    TEI,
    has_ends,
    is_attached,
    is_transposition,
    local,
    of_reading,
    readings_of,
)
from variorum.proof.entries import ABSENT, key_of
from variorum.proof.items import ApparatusEntry
from variorum.proof.placeholders import DESCRIPTION, LINK, MARKS
from variorum.proof.printed_book import BREAK
from variorum.proof.sigla import readings_within

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.printed_book import PrintedBook
    from variorum.proof.tei import Reader

__all__ = ["ComparedEntry", "encoded_entries", "first_wrong_entry"]

_Reading = tuple[str, tuple[str, ...]]
"""Words and witnesses."""
_HOLDING = [f"{TEI}{name}" for name in ("app", "choice", "del", "surplus")]
"""An entry in one of these may be part of a reading that is not printed; it is then no entry."""
_REMARKS = (f"{TEI}note", f"{TEI}witDetail")
_BREAKS = ("lb", "pb", "cb", "gb", "milestone")
_UNITS = {*BLOCKS, *STRUCTURES}
_UNKNOWN = (LINK, DESCRIPTION)
_APART = str.maketrans(dict.fromkeys(set(MARKS) - {*_UNKNOWN}, " "))
_IGNORED = str.maketrans(dict.fromkeys(f"{MARKS} \"'"))


@dataclass(frozen=True)
class ComparedEntry:
    """An entry as words; `element` is that of the TEI, which an entry that is printed has not."""

    element: _Element | None
    lemma: str
    readings: tuple[_Reading, ...]
    is_unit: bool = False
    """It is about whole verses or paragraphs, which may be told by their place."""
    is_idle: bool = False
    """It has readings, but all of them are the lemma: it need not be printed (TEI P5 12.1)."""

    @property
    def line(self) -> int:
        """Its line in the TEI; 0 for an entry that is printed."""
        return 0 if self.element is None else self.element.sourceline or 0

    def __str__(self) -> str:
        said = "; ".join(" ".join([words or "–", *sigla]) for words, sigla in self.readings)
        return f"{self.lemma}] {said}" if said else self.lemma

    @property
    def key(self) -> tuple[_Reading, ...]:
        """The readings and their witnesses, which must be the same in the TEI and in print.

        It does not matter whether equal words of several witnesses are printed once or apart.
        """
        having: dict[str, list[str]] = defaultdict(list)
        for words, sigla in self.readings:
            having[_bare(words)] += {compared(siglum).plain for siglum in sigla} or {""}
        return tuple((words, tuple(sorted(sigla))) for words, sigla in sorted(having.items()))

    @property
    def is_unknown(self) -> bool:
        """Whether the entry holds a link or description, whose words only the output decides."""
        words = "".join([self.lemma, *(words for words, _ in self.readings)])
        return any(mark in words for mark in _UNKNOWN)

    def is_shown_by(self, lemma: str, ellipsis: str) -> bool:
        """Whether a printed lemma is that of this entry, whole or shortened."""
        whole, shown = _bare(self.lemma), _bare(lemma)
        if self.is_unit and not shown:
            return True
        first, _, last = shown.partition(_bare(ellipsis))
        return whole == shown or bool(
            first and last and whole.startswith(first) and whole.endswith(last)
        )


def first_wrong_entry(
    reader: Reader, encoded: Iterable[ComparedEntry], printed: PrintedBook
) -> tuple[ComparedEntry | None, ComparedEntry | None] | None:
    """The first of the `encoded` entries that is printed wrongly: as it should be, and as it is.

    The second is None if the entry is not printed at all, the first if only print has the entry.
    """
    made: dict[tuple[_Reading, ...], list[ComparedEntry]] = defaultdict(list)
    for entry in _of_print(printed):
        made[entry.key].append(entry)
    ellipsis = reader.labels["lemma.ellipsis"]
    missing: ComparedEntry | None = None
    uncompared = 0
    for wanted in encoded:
        if wanted.is_unknown or wanted.is_idle:
            uncompared += 1
            continue
        same = made[wanted.key]
        found = _place_among(same, wanted, ellipsis)
        if found is not None:
            del same[found]
        missing = wanted if found is None and missing is None else missing
    left = [entry for entries in made.values() for entry in entries]
    if missing:
        like = (
            entry
            for entry in left
            if entry.key == missing.key or missing.is_shown_by(entry.lemma, ellipsis)
        )
        return missing, next(like, None)
    if len(left) > uncompared + (_in_descriptions(reader) if left else 0):
        return None, left[0]
    return None


def _place_among(same: Sequence[ComparedEntry], wanted: ComparedEntry, ellipsis: str) -> int | None:
    """Which of the entries with the same readings is the one that is wanted.

    One printed without a lemma may be any of them: it is left for those that have none.
    """
    other = None
    for number, entry in enumerate(same):
        if wanted.is_shown_by(entry.lemma, ellipsis):
            if bool(entry.lemma) == bool(wanted.lemma):
                return number
            other = number if other is None else other
    return other


def _of_print(printed: PrintedBook) -> Iterator[ComparedEntry]:
    editorial = printed.labels["apparatus.editorial"]
    for entry in printed.entries:
        if not any(reading.words == BREAK for reading in entry.readings):
            readings = (
                (r.words, () if entry.series == editorial else tuple(r.sigla))
                for r in entry.readings
            )
            yield _compared(None, entry.lemma, readings)


def encoded_entries(reader: Reader) -> Iterator[ComparedEntry]:
    """The entries as the TEI has them."""
    covered = _covered(reader)
    for entry in reader.entries:
        if entry not in covered and next(entry.element.iterancestors(*_HOLDING), None) is not None:
            continue
        element, lemma = entry.element, covered.get(entry, "")
        if local(element) == "app":
            printed = reader.apparatus.printed(element)
            if is_attached(element) and printed is not None:
                own = reader.reading(printed, "")
                lemma = own if own.strip(MARKS + " \n") or not has_ends(element) else lemma
            shown = "" if _only_ends(reader, element, lemma) else lemma
            told = _compared(element, shown, _of_app(reader, element, lemma))
            yield replace(
                told,
                is_unit=printed is not None and (_is_of_units(printed) or _is_moved_unit(element)),
                is_idle=(len(readings_of(element)) > 1 and not told.readings)
                or _is_wordless(element),
            )
        else:
            yield _compared(element, lemma, _of_editors(reader, element))


def _in_descriptions(reader: Reader) -> int:
    """How many entries stand in descriptions, which the reader does not read but print may show."""
    names = [f"{TEI}{name}" for name in ("app", *EDITORIAL)]
    holding = [f"{TEI}{name}" for name, mark in REPLACED.items() if mark == DESCRIPTION]
    return sum(next(e.iterancestors(*holding), None) is not None for e in reader.root.iter(*names))


def _covered(reader: Reader) -> dict[ApparatusEntry, str]:
    """The words of the reading text that each entry covers."""
    covered: dict[ApparatusEntry, str] = {}
    running: dict[ApparatusEntry, None] = {}
    for kind, item in chain(reader.items, *(note.items for note in reader.notes)):
        if kind == "start":
            covered[item] = ""
            running[item] = None
        elif kind == "end":
            running.pop(item, None)
        elif isinstance(item, str):
            for entry in running:
                covered[entry] += item
    return covered


def _of_app(reader: Reader, app: _Element, lemma: str) -> Iterator[_Reading]:
    """What an entry prints against the lemma, each reading as the witnesses have it."""
    readings = [*_of_witnesses(reader, app, lemma)]
    printed = reader.apparatus.printed(app)
    named = {
        siglum
        for each in readings_of(app)
        if each is printed or reader.reading(each, "").strip(MARKS + " \n")
        for siglum in reader.apparatus.witnesses.named_by(each)
    }
    for mark in reader.apparatus.marks_of(app):
        # where the witnesses have words in the entry, these are said to be their last, or first
        sigla = reader.apparatus.told_of(mark)
        if sigla and not (readings and named.issuperset(sigla)):
            yield "", tuple(sigla)
    yield from readings


def _is_wordless(app: _Element) -> bool:
    """Whether nothing is said in an entry, but that notes stand, or lines and pages begin there."""
    readings = readings_of(app)
    said = (each.get(name) for each in readings for name in each.attrib if name != "wit")
    words = ((each.text or "") + "".join(child.tail or "" for child in each) for each in readings)
    names = {local(child) for each in readings for child in each}
    within = names - {"note", *_BREAKS}
    has_note = next(app.iter(f"{TEI}note"), None) is not None
    has_break = len(readings) > 1 and not names.isdisjoint(_BREAKS)
    if not (has_note or has_break) or is_attached(app):
        return False
    return bool(readings) and not (within or any(said) or "".join(words).strip())


def _only_ends(reader: Reader, app: _Element, lemma: str) -> bool:
    """Whether an entry only says after which words witnesses end."""
    if any(_of_witnesses(reader, app, lemma)):
        return False
    if any(
        _only_breaks_off(reader, each, reader.apparatus.witnesses.named_by(each))
        for each in readings_of(app)
    ):
        return False
    return any(local(mark) in ABSENT for mark in reader.apparatus.marks_of(app))


def _of_witnesses(reader: Reader, app: _Element, lemma: str) -> Iterator[_Reading]:
    """The readings against the lemma."""
    printed = reader.apparatus.printed(app)
    for reading in readings_of(app):
        sigla = reader.apparatus.witnesses.named_by(reading)
        before = _before_corrections(reader, app, reading, sigla)
        yield from before
        if reading is printed or _only_breaks_off(reader, reading, sigla):
            continue
        texts: dict[str, list[str]] = defaultdict(list)
        original = reader.apparatus.originals.of(reading)
        for siglum in sigla or [""]:
            texts[_shown(reader.reading(reading, siglum))].append(siglum)
        corrected = {siglum for _, having in before for siglum in having}
        for words, having in texts.items():
            named = [siglum for siglum in having if siglum]
            for group, state in reader.apparatus.by_state(reading, named):
                told = state or is_told(reading, original) or not corrected.isdisjoint(group)
                if told or not (group and words and words == _shown(lemma)):
                    yield words, group
        yield from _within(reader, reading)


def _within(reader: Reader, reading: _Element) -> Iterator[_Reading]:
    """What other hands and scholars have in entries within a reading, with the words around it."""
    named = reader.apparatus.witnesses.named_by
    foreign = {*reader.apparatus.witnesses.named_within(reading)}
    for inner in readings_within(reading):
        sigla, app = named(inner), next(inner.iterancestors(f"{TEI}app"))
        has_last = any(reader.apparatus.reading_of(app, siglum) is inner for siglum in sigla)
        if not has_last and not (sigla and foreign.isdisjoint(sigla)):
            yield _shown(reader.reading(reading, key_of(inner))), tuple(sigla)


def _only_breaks_off(reader: Reader, reading: _Element, sigla: list[str]) -> bool:
    """Whether a reading is only the end of its witnesses, which is told, and no omission."""
    following = reading.getnext()
    remarked = next(reading.iter(*_REMARKS), None) is not None or (
        following is not None and following.tag in _REMARKS
    )
    if remarked or of_reading(reading, "cause") or reader.reading(reading, "").strip(MARKS + " \n"):
        return False
    marks = reading.iter(*(f"{TEI}{name}" for name in ABSENT))
    return any(reader.apparatus.sigla_of_mark(mark) == sigla for mark in marks)


def _before_corrections(
    reader: Reader, app: _Element, reading: _Element, sigla: list[str]
) -> list[_Reading]:
    """What witnesses had before they were corrected, where that was something else."""
    texts: dict[str, list[str]] = defaultdict(list)
    if reading is reader.apparatus.printed(app):
        # entries within the lemma are entries of their own, which tell what was corrected in them
        marks = [m for m in corrections_of(reading) if next(m.iterancestors(app.tag)) is app]
    else:
        marks = corrections_of(reader.apparatus.originals.of(reading))
    whose = sigla or [""] * (of_reading(reading, "hand") is not None)
    for siglum in whose if marks else []:
        words = _shown(reader.first_reading(reading, siglum))
        if words not in ("", _shown(reader.reading(reading, siglum))):
            texts[words].append(siglum)
    return [
        (words, group)
        for words, having in texts.items()
        for group, _ in reader.apparatus.by_state(reading, having)
    ]


def _of_editors(reader: Reader, element: _Element) -> Iterator[_Reading]:
    """What an entry prints against the work of editors, as the witnesses have it."""
    name = local(element)
    if name == "supplied" and is_by_edition(element) and not was_there(element):
        yield "", ()
    chosen = reader.apparatus.chosen(element)
    others = [c for c in element if local(c) and c is not chosen] if name == "choice" else [element]
    for other in others if name in ("choice", "del", "surplus") else []:
        sigla = reader.sigla if other.find(f".//{TEI}app") is not None else [""]
        for words in dict.fromkeys(_shown(reader.reading(other, siglum)) for siglum in sigla):
            yield words, ()


def _is_of_units(reading: _Element) -> bool:
    """Whether a reading holds whole blocks and no words of its own."""
    own = [reading.text, *(child.tail for child in reading)]
    units = [child for child in reading if local(child) in _UNITS]
    return bool(units) and not "".join(text or "" for text in own).strip()


def _is_moved_unit(app: _Element) -> bool:
    """Whether a whole verse or paragraph stands elsewhere in a witness (TEI P5 11.3.4.5)."""
    unit = app.getparent()
    # not by the number of children of the unit, for which lxml goes through all of them
    alone = app.getprevious() is None and app.getnext() is None
    if unit is None or not alone or (unit.text or app.tail or "").strip():
        return False
    return local(unit) in _UNITS and is_transposition(app)


def _compared(element: _Element | None, lemma: str, readings: Iterable[_Reading]) -> ComparedEntry:
    return ComparedEntry(
        element, _shown(lemma), tuple((_shown(words), sigla) for words, sigla in readings)
    )


def _shown(words: str) -> str:
    return compared(words.translate(_APART)).plain


def _bare(words: str) -> str:
    return words.translate(_IGNORED)
