"""One pass over a file: is it XML, and what of it do the rules need.

Nothing outside the file is ever read here: external entities and DTDs stay where they are.
What is kept is small and does not hold the file: names, pointers, dates, places.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from variorum.findings import Diagnostic, Place
from variorum.source.reader import XmlReader

__all__ = [
    "POINTING",
    "TEI",
    "Dated",
    "Identifier",
    "Index",
    "Position",
    "PrefixDef",
    "Use",
    "scan",
]

TEI = "http://www.tei-c.org/ns/1.0"
_XML_ID = "http://www.w3.org/XML/1998/namespace id"

POINTING = frozenset(
    [
        "active",
        "ana",
        "calendar",
        "change",
        "copyOf",
        "corresp",
        "datingPoint",
        "decls",
        "edRef",
        "exclude",
        "facs",
        "from",
        "hand",
        "mutual",
        "next",
        "parts",
        "passive",
        "prev",
        "ref",
        "rendition",
        "resp",
        "sameAs",
        "scheme",
        "scribeRef",
        "select",
        "source",
        "spanTo",
        "start",
        "synch",
        "target",
        "to",
        "toWhom",
        "who",
        "wit",
    ]
)
"""The attributes whose values are pointers (TEI P5, teidata.pointer)."""
_TO_ENTRIES = ("ref", "who", "resp", "hand", "corresp", "sameAs")
"""Pointers that mostly lead to what has an xml:id."""
_BARE = re.compile(r"[^\W\d][\w-]*\Z")
_DATING = frozenset(
    [
        "when",
        "notBefore",
        "notAfter",
        "from",
        "to",
        "when-iso",
        "notBefore-iso",
        "notAfter-iso",
        "from-iso",
        "to-iso",
    ]
)
_DATED = frozenset(("date", "docDate", "origDate", "birth", "death"))
_NAMES = frozenset(("persName", "placeName", "orgName"))
_SECOND_FORMS = frozenset(("note", "rdg", "reg", "corr", "expan", "witDetail"))
"""What is no part of the wording of the source: the text of a name or date leaves it out."""

_LONGEST = 400

_PSEUDO = re.compile(r"""([\w\-]+)\s*=\s*("[^"]*"|'[^']*')""")


class Position(NamedTuple):
    """Line and column, both from 1."""

    line: int
    column: int


class Identifier(NamedTuple):
    """The owner of an xml:id: its element, and whether it is an entry of a register."""

    element: str
    entry: bool
    place: Position


class Use(NamedTuple):
    """A pointer, and who uses it: an element (with its @type), by an attribute."""

    element: str
    type: str
    attribute: str
    token: str


class PrefixDef(NamedTuple):
    """A `prefixDef` (TEI P5 16.2.3)."""

    ident: str
    pattern: str
    replacement: str
    place: Position


class Dated(NamedTuple):
    """An element with a date in its text and in its attributes."""

    element: str
    text: str
    attributes: dict[str, str]
    places: dict[str, Position]


@dataclass
class Index:
    """What is kept of a file. `root` is the name of its root element, '' if it is no XML."""

    name: str
    path: Path
    root: str = ""
    namespace: str = ""
    root_id: str = ""
    register: bool = False
    ids: dict[str, Identifier] = field(default_factory=dict)
    repeated: list[tuple[str, Position]] = field(default_factory=list)
    uses: dict[Use, tuple[Position, int]] = field(default_factory=dict)
    bare: dict[tuple[str, str], Position] = field(default_factory=dict)
    """Attributes with a pointer that has neither # nor a prefix, and where it stands first."""
    prefixes: list[PrefixDef] = field(default_factory=list)
    forms: dict[tuple[str, str], dict[str, Position]] = field(default_factory=dict)
    dated: list[Dated] = field(default_factory=list)
    models: list[tuple[dict[str, str], Position]] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    located: Callable[[Diagnostic], Diagnostic] = lambda finding: finding
    """Gives a finding the place that this comes from where the file includes others."""

    @property
    def is_tei(self) -> bool:
        """Whether the root is one of the TEI's."""
        return self.namespace == TEI

    def at(self, place: Position | None = None) -> Place:
        """A place in this file, as findings name it; without one, the file as a whole."""
        return Place(self.name, *(place or ()))


def scan(name: str, path: Path, data: bytes) -> Index:
    """Reads a file that is at hand as bytes; what is no XML has a finding in the index."""
    index = Index(name, path)
    reader = _Scan(index, data)
    reader.run()
    if reader.broken:
        index.root = index.namespace = ""
    return index


@dataclass
class _Capture:
    element: str
    attributes: dict[str, str]
    tag: int
    depth: int
    muted: int = 0
    parts: list[str] = field(default_factory=list)


class _Scan(XmlReader):
    def __init__(self, index: Index, data: bytes) -> None:
        super().__init__(index.name, data)
        self.index = index
        index.findings = self.findings
        self.captures: list[_Capture] = []
        self.seen: set[str] = set()
        self.parser.CharacterDataHandler = self.text
        self.parser.ProcessingInstructionHandler = self.instruction

    def place(self, offset: int) -> Position:
        return Position(*self.source.place(offset))

    def at(self, tag: int, attributes: dict[str, str], name: str) -> Position:
        """The place of an attribute of the start tag at `tag`."""
        offset, _ = self.source.attribute(tag, list(attributes).index(name))
        return self.place(offset)

    # elements

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        tag = self.parser.CurrentByteIndex
        if not self.path:
            self.root(namespace, local, attributes)
        super().start(name, attributes)
        if attributes:
            if _XML_ID in attributes:
                self.identify(local, tag, attributes)
            self.point(local, tag, attributes)
        if local in _SECOND_FORMS:
            for capture in self.captures:
                capture.muted = capture.muted or len(self.path)
        elif local == "lb" and attributes.get("break") != "no":
            self.text(" ")
        if namespace == TEI:
            self.tei(local, tag, attributes)

    def root(self, namespace: str, local: str, attributes: dict[str, str]) -> None:
        self.index.root, self.index.namespace = local, namespace
        self.index.root_id = attributes.get(_XML_ID, "")

    def identify(self, local: str, tag: int, attributes: dict[str, str]) -> None:
        value, place = attributes[_XML_ID], self.at(tag, attributes, _XML_ID)
        if value in self.index.ids:
            self.index.repeated.append((value, place))
        else:
            self.index.ids[value] = Identifier(local, "standOff" in self.path, place)

    def point(self, local: str, tag: int, attributes: dict[str, str]) -> None:
        uses = self.index.uses
        for name in attributes.keys() & POINTING:
            value = attributes[name]
            if "#" not in value and ":" not in value:
                key = name, value
                if name in _TO_ENTRIES and key not in self.index.bare and _BARE.match(value):
                    self.index.bare[key] = self.at(tag, attributes, name)
                continue
            for token in value.split():
                use = Use(local, attributes.get("type", ""), name, token)
                known = uses.get(use)
                if known:
                    uses[use] = known[0], known[1] + 1
                else:
                    uses[use] = self.at(tag, attributes, name), 1

    def tei(self, local: str, tag: int, attributes: dict[str, str]) -> None:
        if len(self.path) == 2 and local in ("standOff", "text"):
            self.seen.add(local)
            self.index.register = "text" not in self.seen
        elif local == "prefixDef":
            ident, matches, address = (attributes.get(key, "") for key in _PREFIX_ATTRIBUTES)
            self.index.prefixes.append(PrefixDef(ident, matches, address, self.place(tag)))
        elif (local in _DATED and not attributes.keys().isdisjoint(_DATING)) or (
            local in _NAMES and "ref" in attributes and "text" in self.path
        ):
            self.captures.append(_Capture(local, attributes, tag, len(self.path)))

    def end(self, name: str) -> None:
        depth = len(self.path)
        for capture in self.captures:
            if capture.muted == depth:
                capture.muted = 0
        if self.captures and self.captures[-1].depth == depth:
            self.captured(self.captures.pop())
        super().end(name)

    def captured(self, capture: _Capture) -> None:
        text = " ".join("".join(capture.parts).split())
        attributes = capture.attributes
        if not text or len(text) > _LONGEST:
            return
        if capture.element in _NAMES:
            refs = self.index.forms.setdefault((capture.element, text), {})
            refs.setdefault(attributes["ref"], self.at(capture.tag, attributes, "ref"))
            return
        places = {
            name: self.at(capture.tag, attributes, name) for name in attributes if name in _DATING
        }
        self.index.dated.append(Dated(capture.element, text, attributes, places))

    def text(self, text: str) -> None:
        for capture in self.captures:
            if not capture.muted:
                capture.parts.append(text)

    def instruction(self, target: str, data: str) -> None:
        if target == "xml-model" and not self.path:
            pairs = {name: value[1:-1] for name, value in _PSEUDO.findall(data)}
            self.index.models.append((pairs, self.place(self.parser.CurrentByteIndex)))


_PREFIX_ATTRIBUTES = ("ident", "matchPattern", "replacementPattern")
