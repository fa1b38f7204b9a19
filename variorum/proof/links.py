"""Where the links of an output lead: to what the TEI points to with the same words.

A reference leads to what its `@target` points to (TEI P5 3.7, 16.2): an address of the web, or an
element of the same file, by its `@xml:id`. A name leads to the entry of the register that its
`@ref` points to (TEI P5 13.1.1, att.canonical), of which there may be several. A place is right in
a page where the element that is meant begins. References whose words have markup, or that have
none, are known by no words: one of them is meant by every link whose words no other one has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING
from urllib.parse import unquote

from variorum.check.prefix_patterns import address
from variorum.proof.elements import ID, TEI, local
from variorum.proof.lost_words import words_of
from variorum.proof.printed_links import Page, PrintedLink, links_of_book

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["EncodedLinks", "LinkFault"]

_PLAIN = frozenset(("hi", "emph", "forename", "surname", "roleName", "nameLink", "addName"))
_MIXED = frozenset(("persName", "placeName", "orgName", "rs", "name"))
_BESIDE = frozenset(
    ["app", "choice", "del", "note", "fw", "index", "figDesc", "head", "witDetail", "standOff"]
    + ["q", "quote", "said"]  # which may be links to who says it
    + [f"list{name}" for name in ("Person", "Place", "Org", "Event", "Object", "Nym", "Bibl")]
)
"""Within these a link may be said otherwise, once more, or not at all."""
_POINTING = ("ref", "target", "source", "corresp", "key")
"""Attributes of what may be a link itself, in which no other one stands."""
_OTHERWISE = ("ref", "ptr", "app", "choice", "note", "gap", "del", "graphic", "figure", "g", "fw")
_ENOUGH = 12
_FILE = re.compile(r"[^#:]+#")
_WEB = re.compile(r"(?:https?://|mailto:|www\.)", re.IGNORECASE)


@dataclass(frozen=True)
class LinkFault:
    """An element whose link leads elsewhere (`printed`), or is lacking."""

    element: _Element
    printed: str

    @property
    def pointer(self) -> str:
        return _pointer(self.element)


@dataclass(frozen=True)
class _EncodedLink:
    element: _Element
    letters: str
    targets: tuple[str, ...]
    named: frozenset[str]
    """What entries that its targets mean are called, whether the proof knows these or not."""
    entries: frozenset[str]
    is_certain: bool

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Targets in other files."""
        return tuple(each for each in self.targets if _FILE.match(each))


class EncodedLinks:
    """The references and names of a text; `entries` are the names of the entries of registers.

    `own` is what stands before the id in the name of an entry that the document keeps for itself.
    """

    def __init__(self, root: _Element, entries: Collection[str], own: str) -> None:
        self.root = root
        self._entries = entries
        self._own = own

    def first_wrong_in(self, kind: str, output: str) -> LinkFault | None:
        """The first wrong link of an output; plain text has none that have words."""
        if kind == "text" or not self._all:
            return None
        page = Page(output) if kind == "html" else None
        return self._first_wrong(page.links if page else links_of_book(kind, output), page)

    def _first_wrong(self, links: Iterable[PrintedLink], page: Page | None) -> LinkFault | None:
        """The first link that leads elsewhere; a book has links to entries and to the web only."""
        printed: dict[str, int] = defaultdict(int)
        for link in links:
            printed[link.letters] += 1
            meant = self._meant(link)
            if meant and not any(self._leads(link, each, page) for each in meant):
                return LinkFault(meant[0].element, link.entry or link.address)
        for letters, encoded in self._by_letters.items():
            wanted = [each for each in encoded if each.is_certain and self._is_shown(each, page)]
            if len(wanted) > printed[letters]:
                return LinkFault(wanted[0].element, "")
        return None

    def _is_shown(self, link: _EncodedLink, page: Page | None) -> bool:
        if page is None and len(link.element):
            return False
        if local(link.element) != "ref":
            return bool(link.entries)
        if page is not None and any(name.startswith(self._own) for name in link.entries):
            return True
        if any(_WEB.match(target) for target in link.targets):
            return True
        return page is not None and any(self._begins(target, page) for target in link.targets)

    def _begins(self, target: str, page: Page) -> bool:
        """Whether a place in the page is surely that of an element: it keeps its id and words."""
        letters = page.letters_at(unquote(target[1:])) if target.startswith("#") else None
        return letters is not None and self._is_place(letters, target)

    def _meant(self, link: PrintedLink) -> list[_EncodedLink]:
        if link.further:
            return [each for each in self._all if len(each.targets) > 1]
        return self._by_letters.get(link.letters) or ([] if link.entry else self._unknown)

    def _leads(self, link: PrintedLink, to: _EncodedLink, page: Page | None) -> bool:
        if link.entry:
            names = to.entries or (to.named if local(to.element) == "ref" else frozenset())
            said = names | {re.sub(r"[^\w.]|_", "-", name) for name in names}
            return link.entry in said or not said or _is_of(link.entry, to.elsewhere)
        for target in to.targets:
            if not target.startswith("#"):
                if not _WEB.match(target) or _same(target, link.address):
                    return True  # what another file holds is not known here
                continue
            if page is None or not link.address.startswith("#"):
                return not to.is_certain or not link.address
            letters = page.letters_at(link.address.removeprefix("#"))
            if letters is not None and self._is_place(letters, target):
                return True
        return False

    def _is_place(self, letters: str, target: str) -> bool:
        element = self._by_id.get(unquote(target.removeprefix("#")))
        if element is None or _beginning_of(element) in letters:
            return True
        # the heading of a list may stand before what has its id
        return letters != "" and letters[:_ENOUGH] in _letters_of(element)

    @cached_property
    def _by_id(self) -> dict[str, _Element]:
        return {str(each.get(ID)): each for each in self.root.iter("*") if each.get(ID)}

    @cached_property
    def _all(self) -> list[_EncodedLink]:
        return [*self._read()]

    @cached_property
    def _unknown(self) -> list[_EncodedLink]:
        return [each for each in self._all if not each.is_certain]

    @cached_property
    def _by_letters(self) -> dict[str, list[_EncodedLink]]:
        found: dict[str, list[_EncodedLink]] = defaultdict(list)
        for each in self._all:
            if each.letters:
                found[each.letters].append(each)
        return found

    def _read(self) -> Iterator[_EncodedLink]:
        for text in self.root.iter(f"{TEI}text"):
            if next(text.iterancestors(f"{TEI}text"), None) is not None:
                continue
            for element in text.iter(f"{TEI}*"):
                if pointers := _pointer(element).split():
                    yield self._encoded(element, tuple(map(self._resolved, pointers)))

    def _resolved(self, pointer: str) -> str:
        """What a pointer with a prefix of the edition stands for (TEI P5 16.2.3)."""
        prefix, _, rest = pointer.partition(":")
        for pattern, replacement in self._prefixes.get(prefix, ()):
            if (found := address(pattern, replacement, rest)) is not None:
                return found
        return pointer

    @cached_property
    def _prefixes(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for each in self.root.iter(f"{TEI}prefixDef"):
            both = each.get("matchPattern", ""), each.get("replacementPattern", "")
            found[each.get("ident", "")].append(both)
        return found

    def _names(self, target: str) -> tuple[str, ...]:
        """What the entry that a target means may be called: of another file, none of this one."""
        id_ = re.sub(r"^.*[#:]", "", target)
        return (id_,) if _FILE.match(target) else (f"{self._own}{id_}", id_)

    def _encoded(self, element: _Element, targets: tuple[str, ...]) -> _EncodedLink:
        known = frozenset(name for target in targets for name in self._names(target))
        entries = known.intersection(self._entries)
        within = {local(each) for each in element.iterdescendants("*")}
        around = {local(each) for each in element.iterancestors("*")}
        outer = (each.get(name) for each in element.iterancestors("*") for name in _POINTING)
        is_alone = not around & _BESIDE and within <= _PLAIN and not any(outer)
        is_said = local(element) in ("ref", *_MIXED) and len(targets) == 1
        letters = _letters_of(element)
        return _EncodedLink(
            element, letters, targets, known, entries, is_alone and is_said and bool(letters)
        )


def _is_of(name: str, files: Collection[str]) -> bool:
    """Whether a name is that of an entry which another document keeps, and a target leads to."""
    return any(name.endswith(f".{file.partition('#')[2]}") for file in files)


def _pointer(element: _Element) -> str:
    return next((value for name in ("target", "ref", "who") if (value := element.get(name))), "")


def _same(target: str, address: str) -> bool:
    """Whether two addresses are one, whatever is written in percent signs."""
    return unquote(target).rstrip("/") == unquote(address).rstrip("/")


def _beginning_of(element: _Element) -> str:
    """The first letters of an element, up to what an output may say in other words."""
    letters = ""
    for text in takewhile(lambda text: text is not None, _texts(element)):
        letters += "".join(words_of(text or ""))
        if len(letters) >= _ENOUGH:
            break
    return letters[:_ENOUGH]


def _texts(element: _Element) -> Iterator[str | None]:
    """The texts of an element in their order; None where an output may say other words."""
    yield element.text or ""
    for child in element:
        yield from (None,) if local(child) in _OTHERWISE else _texts(child) if local(child) else ()
        yield child.tail or ""


def _letters_of(element: _Element) -> str:
    """The letters of an element, without notes and what stands in the place of others."""
    skipped = ("note", "rdg", "sic", "orig", "abbr", "del", "fw", "index")
    parts = [element.text or ""]
    for child in element:
        if local(child) not in ("", *skipped):
            parts.append(_letters_of(child))
        parts.append(child.tail or "")
    return "".join(words_of("".join(parts)))
