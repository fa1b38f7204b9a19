"""The index of a search that needs no server: script files, for these may be loaded from a folder.

A page cannot read other files of a folder that it was opened from, but it can run scripts that lie
there. So each file of the index calls a function of the page's script with a part of the index:
the catalogue of all documents first, then of words and passages those parts that a question needs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from variorum.outputs.digest import digest
from variorum.outputs.folding import IDEOGRAPHS, LETTERS, MARKS, terms

__all__ = ["Document", "Passage", "index"]

_WORDS = 50_000
_PASSAGES = 100_000
"""So many characters of words, or of passages, make a file: compressed, some 20 to 35 KB."""

_DIGITS = 12
"""So many digits of a digest name the folder of an index: no page finds the parts of another."""

_SIGNS = [chr(code) for code in range(33, 127) if chr(code) not in '"\\']
_HALF = 45
"""Numbers are written by signs, the lowest first: those of the first half end a number."""

_Row = tuple[str, str, str]
_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Passage:
    """A stretch of words that is found as one.

    `kind` is one of text, note, reading, about and entry, that of a register; `place` its id in its
    document, after the number of a part and # where parts have pages of their own, or the address
    of an entry; `number` is what stands beside it there.
    """

    kind: str
    place: str
    number: str
    words: str


@dataclass(frozen=True)
class Document:
    """What the search knows of a document: its address from the site, and its passages.

    `years` are the first and the last year of its date, negative before the era, or none.
    `persons` are the names of those that it mentions.
    """

    address: str
    title: str
    language: str
    date: str
    years: tuple[int, ...]
    persons: frozenset[str]
    passages: Sequence[Passage]


def index(documents: Sequence[Document]) -> tuple[str, dict[str, str]]:
    """The name of the folder of an index, and its files by their names in it."""
    passages = [passage for document in documents for passage in document.passages]
    words = list(_parts(_postings(passages), _WORDS, len))
    rows = [(each.place, each.number, each.words) for each in passages]
    shown = list(_parts(rows, _PASSAGES, _length))
    files = {f"words-{n}.js": _call("words", n, "\n".join(lines)) for n, lines in enumerate(words)}
    files |= {f"passages-{n}.js": _call("passages", n, part) for n, part in enumerate(shown)}
    catalogue = {
        "documents": list(_described(documents)),
        "persons": _mentions(documents),
        "kinds": "".join(passage.kind[0] for passage in passages),
        "words": [lines[0].partition(" ")[0] for lines in words],
        "passages": [len(part) for part in shown],
        "folding": {"letters": LETTERS, "marks": MARKS, "ideographs": IDEOGRAPHS},
    }
    files["catalogue.js"] = _call("catalogue", catalogue)
    return digest("".join(files.values()).encode())[:_DIGITS], files


def _postings(passages: Iterable[Passage]) -> list[str]:
    """A line for each term: the term, and how far apart its passages are.

    They are in the order in which scripts compare strings, that of their UTF-16.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        for term in terms(passage.words):
            found[term].append(number)
    return [f"{term} {''.join(_steps(found[term]))}" for term in sorted(found, key=_in_utf_16)]


def _in_utf_16(term: str) -> bytes:
    return term.encode("utf-16-be")


def _steps(numbers: Iterable[int]) -> Iterator[str]:
    before = 0
    for number in numbers:
        step = number - before
        before = number
        while step >= _HALF:
            yield _SIGNS[_HALF + step % _HALF]
            step //= _HALF
        yield _SIGNS[step]


def _length(row: _Row) -> int:
    return sum(map(len, row))


def _parts(
    items: Iterable[_Item], size: int, length: Callable[[_Item], int]
) -> Iterator[list[_Item]]:
    """The items in their order, in parts of about that size."""
    part: list[_Item] = []
    room = size
    for item in items:
        part.append(item)
        room -= length(item)
        if room <= 0:
            yield part
            part, room = [], size
    if part:
        yield part


def _described(documents: Iterable[Document]) -> Iterator[Mapping[str, object]]:
    for document in documents:
        yield {
            "address": document.address,
            "title": document.title,
            "language": document.language,
            "date": document.date,
            "years": document.years,
            "size": len(document.passages),
        }


def _mentions(documents: Iterable[Document]) -> dict[str, list[int]]:
    """The numbers of the documents that mention each person, by alphabet of the persons."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for person in document.persons:
            found[person].append(number)
    return dict(sorted(found.items()))


def _call(function: str, *values: object) -> str:
    told = ",".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in values)
    return f"variorumSearch.{function}({told});\n"
