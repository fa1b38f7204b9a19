"""Reads a document with expat, and says what keeps it from being read as it stands.

This decides, for all rooms alike, what is XML: the encoding, how deep elements may be nested, and
that DTDs and what they declare stay where they are. What the document declares itself, and what it
includes, has been put in its place before, see `inclusions`.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from variorum.findings import Code, Diagnostic, Place
from variorum.source.bytes import DocumentBytes
from variorum.source.codes import (
    DOCTYPE_NOT_READ,
    XML_ENTITY,
    XML_TOO_DEEP,
)
from variorum.source.wellformed import (
    not_followed,
    not_well_formed,
    refused,
    wrong_encoding,
)

__all__ = ["DEEPEST", "XmlReader", "faults"]

DEEPEST = 256
"""Levels of elements that are followed; a parser without a limit would run out of stack."""


def faults(name: str, data: bytes) -> list[Diagnostic]:
    """What makes a file unfit to be parsed; `name` is how findings call it."""
    reader = XmlReader(name, data)
    reader.run()
    return [finding for finding in reader.findings if finding.level == "error"]


class XmlReader:
    """One pass over a document. A subclass extends `start`, `end` and the like.

    `path` holds the local names of the elements that are open. `findings` are in the order in
    which they are met; where the document is no XML, `broken` is true.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.source = DocumentBytes(data)
        self.findings: list[Diagnostic] = []
        self.broken = False
        self.path: list[str] = []
        self._raw = data
        self._noted: set[tuple[Code, str]] = set()
        self.parser = expat.ParserCreate("UTF-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.SkippedEntityHandler = self.entity

    def run(self) -> None:
        """Reads the document, once."""
        try:
            self._parse()
        finally:
            del self.parser  # it holds this object, and this the file

    def _parse(self) -> None:
        if wrong := wrong_encoding(self.name, self._raw):
            self._break(wrong)
            return
        try:
            self.parser.Parse(self.source.data, True)
        except expat.ExpatError as error:
            offset = self.parser.ErrorByteIndex
            self._break(not_well_formed(self.name, self._raw, self.source, error, offset))

    def _break(self, finding: Diagnostic) -> None:
        self.broken = True
        self.findings.append(finding)

    def _declaration(self, version: str, _encoding: str | None, _standalone: int) -> None:
        if not re.fullmatch("1[.][0-9]+", version):  # XML 1.0 2.8
            self._break(refused(Place(self.name, 1, 1), f"there is no XML {version}"))

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """At a start tag; `name` is the namespace, a space and the local name."""
        self.path.append(name.rpartition(" ")[2])
        if len(self.path) == DEEPEST + 1:
            self.note(XML_TOO_DEEP, str(DEEPEST))

    def end(self, _name: str) -> None:
        """At an end tag."""
        self.path.pop()

    def doctype(self, _name: str, system: str | None, _public: str | None, _internal: int) -> None:
        """At a document type declaration."""
        # With a default handler expat leaves the entities of a DTD alone.
        self.parser.DefaultHandler = self._default
        if self.parser.CharacterDataHandler is None:  # else text comes to the default handler
            self.parser.CharacterDataHandler = lambda _text: None
        if system:
            self.note(DOCTYPE_NOT_READ, system)

    def _default(self, text: str) -> None:
        if text.startswith("&") and text.endswith(";") and not _is_character(text[1:-1]):
            self.entity(text[1:-1], False)

    def entity(self, name: str, _parameter: bool) -> None:
        """At a reference to an entity that XML itself does not know."""
        if self.path:
            self.note(XML_ENTITY, name)

    def note(self, code: Code, what: str) -> None:
        """A finding here about something that is not followed, once for each name."""
        if (code, what) in self._noted:
            return
        self._noted.add((code, what))
        place = Place(self.name, *self.source.place(self.parser.CurrentByteIndex))
        self.findings.append(not_followed(code, place, what))


def _is_character(reference: str) -> bool:
    """Whether a reference needs no declaration (XML 1.0 4.1 and 4.6)."""
    return reference.startswith("#") or reference in ("amp", "lt", "gt", "apos", "quot")
