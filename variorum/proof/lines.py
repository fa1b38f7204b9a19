"""Whether a book prints each entry of the TEI once: its lemma, its readings, whose they are.

Compared are, without white space and quotation marks, the words of the lemma, of a shortened one
those on both sides of the ellipsis; the words of each reading and its witnesses, but not those of
what editors do themselves, which the texts of the witnesses show. Entries with a link or
description in them are only counted, as are those in descriptions. Names of editors, hands and
remarks are not compared, nor entries that tell of a new paragraph in a source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.proof.compare import normal
from variorum.proof.elements import EDITORIAL, REPLACED, TEI, local
from variorum.proof.entry import Entry, is_attached, readings_of
from variorum.proof.placeholders import DESCRIPTION, LINK, MARKS
from variorum.proof.printed import BREAK

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.printed import Printed
    from variorum.proof.tei import Reader

__all__ = ["Line", "first_fault"]

_Reading = tuple[str, tuple[str, ...]]
"""Words and witnesses."""
_HOLDING = [f"{TEI}{name}" for name in ("app", "choice", "del", "surplus")]
"""In these an entry may stand that is part of a reading that is not printed, and is no entry."""
_UNKNOWN = (LINK, DESCRIPTION)
_APART = str.maketrans(dict.fromkeys(set(MARKS) - {*_UNKNOWN}, " "))
_IGNORED = str.maketrans(dict.fromkeys(f"{MARKS} \"'"))


@dataclass(frozen=True)
class Line:
    """An entry of the TEI, or of print (`line` 0), as words."""

    line: int
    lemma: str
    readings: tuple[_Reading, ...]

    def __str__(self) -> str:
        said = "; ".join(" ".join([words or "–", *sigla]) for words, sigla in self.readings)
        return f"{self.lemma}] {said}" if said else self.lemma

    @property
    def key(self) -> tuple[_Reading, ...]:
        """What must be the same in print."""
        return tuple(sorted((_bare(words), tuple(sorted({*s}))) for words, s in self.readings))

    @property
    def is_unknown(self) -> bool:
        """Whether an output may have words in it that are not known."""
        words = "".join([self.lemma, *(words for words, _ in self.readings)])
        return any(mark in words for mark in _UNKNOWN)

    def is_shown_by(self, lemma: str, ellipsis: str) -> bool:
        """Whether a printed lemma is this one, whole or shortened."""
        whole, shown = _bare(self.lemma), _bare(lemma)
        first, _, last = shown.partition(_bare(ellipsis))
        return whole == shown or bool(
            first and last and whole.startswith(first) and whole.endswith(last)
        )


def first_fault(reader: Reader, printed: Printed) -> tuple[Line | None, Line | None] | None:
    """The first entry that print lacks or has otherwise, and what it has like it; or one that only
    print has.
    """
    made: dict[tuple[_Reading, ...], list[Line]] = defaultdict(list)
    for line in _of_print(printed):
        made[line.key].append(line)
    ellipsis = reader.labels["lemma.ellipsis"]
    missing: Line | None = None
    uncompared = 0
    for line in _of_tei(reader):
        if line.is_unknown:
            uncompared += 1
            continue
        same = made[line.key]
        shown = (n for n, one in enumerate(same) if line.is_shown_by(one.lemma, ellipsis))
        found = next(shown, None)
        if found is not None:
            del same[found]
        missing = line if found is None and missing is None else missing
    left = [line for lines in made.values() for line in lines]
    if missing:
        like = (
            one
            for one in left
            if one.key == missing.key or missing.is_shown_by(one.lemma, ellipsis)
        )
        return missing, next(like, None)
    if len(left) > uncompared + (_in_descriptions(reader) if left else 0):
        return None, left[0]
    return None


def _of_print(printed: Printed) -> Iterator[Line]:
    editorial = printed.labels["apparatus.editorial"]
    for entry in printed.entries:
        if not any(reading.words == BREAK for reading in entry.readings):
            readings = (
                (r.words, () if entry.series == editorial else tuple(r.sigla))
                for r in entry.readings
            )
            yield _line(0, entry.lemma, readings)


def _of_tei(reader: Reader) -> Iterator[Line]:
    covered = _covered(reader)
    for entry in reader.entries:
        if entry not in covered and next(entry.element.iterancestors(*_HOLDING), None) is not None:
            continue
        element, lemma = entry.element, covered.get(entry, "")
        line = element.sourceline or 0
        if local(element) == "app":
            printed = reader.printed(element)
            if is_attached(element) and printed is not None:
                lemma = reader.reading(printed, "")
            yield _line(line, lemma, _of_app(reader, element, lemma))
        else:
            yield _line(line, lemma, _of_editors(reader, element))


def _in_descriptions(reader: Reader) -> int:
    """How many entries may stand in descriptions, which the reader does not read."""
    names = [f"{TEI}{name}" for name in ("app", *EDITORIAL)]
    holding = [f"{TEI}{name}" for name, mark in REPLACED.items() if mark == DESCRIPTION]
    return sum(next(e.iterancestors(*holding), None) is not None for e in reader.root.iter(*names))


def _covered(reader: Reader) -> dict[Entry, str]:
    """The words of the reading text that each entry covers."""
    covered: dict[Entry, str] = {}
    running: dict[Entry, None] = {}
    for kind, item in reader.items:
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
    """What stands against the lemma; of readings that hold entries what each witness has."""
    printed = reader.printed(app)
    for reading in readings_of(app):
        if reading is printed:
            continue
        texts: dict[str, list[str]] = defaultdict(list)
        for siglum in reader.names(reading) or [""]:
            texts[_shown(reader.reading(reading, siglum))].append(siglum)
        for words, sigla in texts.items():
            named = tuple(siglum for siglum in sigla if siglum)
            added = any(reading.get(name) for name in ("resp", "source", "hand"))
            if not (named and words and not added and words == _shown(lemma)):
                yield words, named


def _of_editors(reader: Reader, element: _Element) -> Iterator[_Reading]:
    """What stands against what editors have done; with entries in it, as each witness has it."""
    name = local(element)
    if name == "supplied" and element.get("source") is None:
        yield "", ()
    chosen = reader.chosen(element)
    others = [c for c in element if local(c) and c is not chosen] if name == "choice" else [element]
    for other in others if name in ("choice", "del", "surplus") else []:
        sigla = reader.sigla if other.find(f".//{TEI}app") is not None else [""]
        for words in dict.fromkeys(_shown(reader.reading(other, siglum)) for siglum in sigla):
            yield words, ()


def _line(line: int, lemma: str, readings: Iterable[_Reading]) -> Line:
    return Line(line, _shown(lemma), tuple((_shown(words), sigla) for words, sigla in readings))


def _shown(words: str) -> str:
    return normal(words.translate(_APART))


def _bare(words: str) -> str:
    return words.translate(_IGNORED)
