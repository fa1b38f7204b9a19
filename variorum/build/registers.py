"""Which entries of the registers a document depends on: those that it can mean, and their names.

A document is held to depend on an entry where any word of its file is the id of the entry, or the
end of an address that the entry states, which may be more than it means. Where patterns of prefixes
put ids together it is held to depend on all entries.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING

from variorum.outputs.digest import digest
from variorum.source import TEI, XML, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["RegisterEntries"]

_WORD = re.compile(r"[^\s#/:?=&,;()<>\"']+")
_LIST = re.compile(r"list(?!Relation|Prefix|Change)|castList|castGroup")
_ONE_GROUP = re.compile(r"\^?\([^()]*\)\$?")
_WHOLE_WORDS = re.compile(r"(?:[^$]*[#/:?=&,;])?(?:\$\d(?:[#/:?=&,;][^$]*)?)?|[^$]*")


@dataclass(frozen=True)
class _Entry:
    """An entry: its digest, the words by which it is named, and all words that it names."""

    digest: str
    names: frozenset[str]
    words: frozenset[str]


class RegisterEntries:
    """The entries of registers, and all that is in the registers beside them."""

    def __init__(self, registers: Sequence[Source]) -> None:
        self._registers = registers

    def digest_for(self, source: Source) -> str:
        """One digest of all that a document can have from the registers."""
        if self._compose_ids or _composes_ids(source):
            return self.digest
        meant = self._named(_words(source.text))
        names, words = self._about(meant)
        related = frozenset[str]().union(*(self._related.get(name, ()) for name in names))
        near = self._named(words | related)
        found = [self._entries[at].digest for at in sorted(meant | near)]
        return digest("\n".join([self._beside, *found]).encode())

    @cached_property
    def digest(self) -> str:
        """One digest of all that the registers have."""
        return digest("\n".join(digest(each.whole) for each in self._registers).encode())

    def _named(self, words: frozenset[str]) -> set[int]:
        return {at for word in words & self._by_name.keys() for at in self._by_name[word]}

    def _about(self, entries: set[int]) -> tuple[frozenset[str], frozenset[str]]:
        """The words by which entries are named, and those that they name."""
        names = frozenset[str]().union(*(self._entries[at].names for at in entries))
        words = frozenset[str]().union(*(self._entries[at].words for at in entries))
        return names, words

    @cached_property
    def _compose_ids(self) -> bool:
        return any(map(_composes_ids, self._registers))

    @cached_property
    def _entries(self) -> list[_Entry]:
        return [
            _entry(each, source.name)
            for source in self._registers
            for each in _entries_in(source.root)
        ]

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(self._entries):
            for name in entry.names:
                found[name].append(at)
        return dict(found)

    @cached_property
    def _related(self) -> dict[str, frozenset[str]]:
        """What else stands in the relations in which an id stands."""
        found: dict[str, frozenset[str]] = {}
        for source in self._registers:
            for relation in source.root.iter(f"{TEI}relation"):
                words = _words(" ".join(map(str, relation.attrib.values())))
                for word in words:
                    found[word] = found.get(word, frozenset()) | words
        return found

    @cached_property
    def _beside(self) -> str:
        """One digest of the registers without their entries."""
        from lxml import etree

        left = []
        for source in self._registers:
            root = deepcopy(source.root)
            for entry in list(_entries_in(root)):
                parent = entry.getparent()
                if parent is not None and not (entry.tail or "").strip():
                    parent.remove(entry)
            left.append(etree.tostring(root))
        return digest(b"\n".join(left))


def _entries_in(root: _Element) -> Iterator[_Element]:
    """What stands in the lists of a register and has an id; not what stands in an entry again."""
    for child in root.iterchildren("*"):
        name = str(root.tag).removeprefix(TEI)
        if child.get(f"{XML}id") is not None and _LIST.match(name):
            yield child
        else:
            yield from _entries_in(child)


def _entry(element: _Element, register: str) -> _Entry:
    """An entry; what it means depends on what it stands in, too, such as the type of its list."""
    from lxml import etree

    text = etree.tostring(element, encoding="unicode", with_tail=False)
    around = [(str(each.tag), sorted(each.items())) for each in element.iterancestors()]
    attributes = [str(value) for each in element.iter("*") for value in each.attrib.values()]
    numbers = ["".join(map(str, each.itertext())) for each in element.iter(f"{TEI}idno")]
    ids = [str(each.get(f"{XML}id", "")) for each in element.iter("*")]
    addresses = [word for value in [*attributes, *numbers] for word in value.split()]
    last = [_WORD.findall(address)[-1:] for address in addresses if "/" in address]
    alone = [number.strip() for number in numbers]
    return _Entry(
        digest=digest(repr((register, around, text)).encode()),
        names=frozenset([*ids, *alone, *(word for words in last for word in words)]) - {""},
        words=_words(" ".join([*attributes, *numbers])),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(unescape(text) if "&" in text else text))


def _composes_ids(source: Source) -> bool:
    """Whether an id may be put together of a pattern of prefixes: then no word tells it."""
    return any(
        not _ONE_GROUP.fullmatch(each.get("matchPattern", ""))
        or not _WHOLE_WORDS.fullmatch(each.get("replacementPattern", ""))
        for each in source.root.iter(f"{TEI}prefixDef")
    )
