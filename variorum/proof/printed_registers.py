"""What the registers of the outputs say, held against the entries of the TEI."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from variorum.proof.html import text_parts
from variorum.proof.lost_words import words_of
from variorum.proof.register_entries import RegisterEntry

__all__ = [
    "RegisterFault",
    "faults_of_lines",
    "faults_of_named",
    "faults_of_unnamed",
    "said_by",
]

_URL = re.compile(r"https?://\S+")
_MENTIONS = re.compile(r"(?<=[.!?…>}]) → [^→]*$")
"""The places where an entry is mentioned: after whole sentences or addresses, and at the end.
Within a sentence an arrow stands between those who are related.
"""


@dataclass(frozen=True)
class RegisterFault:
    """What is wrong with what an output says of an entry."""

    entry: RegisterEntry
    message: str


def said_by(kind: str, output: str) -> dict[str, str]:
    """What an output says of each entry, by the name that it gives to the entry.

    The kind `register` is a page of registers.
    """
    said = {"print": _in_print, "latex": _in_latex, "register": _on_page}[kind](output)
    return {name: _URL.sub("", words) for name, words in said.items()}


def _on_page(page: str) -> dict[str, str]:
    """What a page of registers says of each entry, without the places where it is mentioned."""
    from lxml import html

    sections = html.document_fromstring(page).iterfind(".//section[@class='register-entry']")
    return {str(each.get("id")): "".join(text_parts(each[0])) for each in sections if len(each)}


def _in_print(markup: str) -> dict[str, str]:
    """What the register of a book says of each entry, by its name, read from its markup."""
    _, _, rest = markup.partition('\n#part(kind: "register")')
    said = {}
    for part in rest.partition("\n#colophon")[0].split("\n#entry(")[1:]:
        name = re.match(r'"((?:[^"\\]|\\.)*)"', part)
        words = re.sub(r"\n  at: .*", "", part.partition("\n#section(")[0])
        words = re.sub(r'#external\("[^"]*"\)|arguments\([^)]*\)|\\|\n  \w+:', "", words)
        if name:
            said[name[1]] = words[name.end() :]
    return said


def _in_latex(source: str) -> dict[str, str]:
    """The same, read from the source of LaTeX; other signs than letters are replaced in names."""
    found = re.findall(r"\\hypertarget\{entry-([^}]*)\}\{\}(.*?)\\par$", source, re.MULTILINE)
    return {
        name: re.sub(r"\\href\{[^}]*\}|\\[A-Za-z]+|\\", "", _MENTIONS.sub("", words))
        for name, words in found
    }


def _in_text(text: str, labels: Mapping[str, str]) -> list[str]:
    """The lines of the register in a file of plain text."""
    _, _, rest = f"\n\n{text}".partition(f"\n\n{labels['register'].upper()}\n\n")
    lines = rest.partition("\n\n")[0].split("\n")
    entries = (line[2:] for line in lines if line.startswith("- "))
    return [re.sub(r"<[^>]*>", "", _MENTIONS.sub("", entry)) for entry in entries]


def _of_entry(said: Sequence[str], entry: RegisterEntry) -> str | None:
    """The line that tells of an entry: among those that begin with its name the first whole one."""
    names = entry.names or [[]]
    own = [line for line in said if any(_begins_with(line, name) for name in names)]
    whole = (line for line in own if not entry.lost(line))
    return next(whole, own[0] if own else None)


def _begins_with(line: str, name: Sequence[str]) -> bool:
    """Whether a line has the words of a name at its beginning, in whatever order.

    Words that the TEI divides by tags alone stand as one in the line: there the letters are held.
    """
    words, letters = words_of(line), "".join(name)
    first = "".join(words)[: len(letters)]
    return Counter(first) == Counter(letters) or not Counter(name) - Counter(words[: 2 * len(name)])


def faults_of_named(
    entries: Mapping[str, RegisterEntry],
    own: Iterable[str],
    kind: str,
    outputs: Iterable[str],
    labels: Mapping[str, str],
) -> Iterator[RegisterFault]:
    """What is wrong in outputs that name their entries; all the `own` ones must be there.

    The `labels` of the outputs have words that these may say of any entry.
    """
    said = {name: words for each in outputs for name, words in said_by(kind, each).items()}
    places = {_place(kind, name): entry for name, entry in entries.items()}
    for name in own:
        if _place(kind, name) not in said:
            yield RegisterFault(entries[name], "the output lacks the entry")
    for name, words in said.items():
        if name in places:
            yield from _faults(places[name], words, labels)


def faults_of_unnamed(
    unnamed: Sequence[RegisterEntry], pages: Iterable[str]
) -> Iterator[RegisterFault]:
    """The entries that no page of registers tells of, among those that have no id."""
    said = [words for page in pages if unnamed for words in said_by("register", page).values()]
    for entry in unnamed:
        if all(entry.lost(words) for words in said):
            yield RegisterFault(entry, f"the output lacks “{' '.join(chain(*entry.names))}”")


def faults_of_lines(
    own: Iterable[RegisterEntry], text: str, labels: Mapping[str, str]
) -> Iterator[RegisterFault]:
    """What is wrong in plain text, whose lines have no names: only what must be there is held."""
    lines = _in_text(text, labels)
    for entry in own:
        line = _of_entry(lines, entry)
        if line is None:
            yield RegisterFault(entry, "the output lacks the entry")
        else:
            yield from _faults(entry, line, labels)


def _place(kind: str, name: str) -> str:
    return re.sub(r"[^\w.]|_", "-", name) if kind == "latex" else name


def _faults(entry: RegisterEntry, said: str, labels: Mapping[str, str]) -> Iterator[RegisterFault]:
    if lost := entry.lost(said):
        yield RegisterFault(entry, f"the output lacks “{' '.join(lost)}”")
    if dates := entry.lost_dates(said, _months(labels)):
        yield RegisterFault(entry, f"the output lacks the month or day of “{' '.join(dates)}”")
    added = frozenset(word for label in labels.values() for word in words_of(label))
    if more := entry.repeated(said, added):
        yield RegisterFault(entry, f"the output has “{' '.join(more)}” more often than the TEI")


def _months(labels: Mapping[str, str]) -> list[frozenset[str]]:
    """The letters of the names of each month, beside a day and alone."""
    names = (labels[key].split() for key in ("date.months", "date.months-alone"))
    both = zip(*names, strict=True)
    return [frozenset("".join(words_of(name)) for name in month) for month in both]
