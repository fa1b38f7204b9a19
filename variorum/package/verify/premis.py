"""Checks a PREMIS 3 file: mandatory parts, identifiers, links, and the files it describes."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.findings import Code, Diagnostic, Place
from variorum.package.bag import digests
from variorum.package.codes import (
    PACKAGE_DIGEST,
    PACKAGE_DIGEST_UNKNOWN,
    PACKAGE_FILE_MISSING,
    PACKAGE_ID_DUPLICATE,
    PACKAGE_ID_UNRESOLVED,
    PACKAGE_OUTSIDE,
    PACKAGE_PREMIS,
    PACKAGE_SIZE,
)
from variorum.package.verify.parsed import parsed
from variorum.package.verify.unpack import is_inside

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["check_premis"]

_P = "{http://www.loc.gov/premis/v3}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_ENTITIES = ("object", "event", "agent")
_MANDATORY = {
    "object": ("objectIdentifier",),
    "event": ("eventIdentifier", "eventType", "eventDateTime"),
    "agent": ("agentIdentifier",),
}
_RIGHTS = ("rightsStatementIdentifier", "rightsBasis")
_TYPES = ("intellectualEntity", "representation", "file", "bitstream")
"""The categories of objects (PREMIS 3.0, 1.1)."""
_PRONOM = re.compile(r"(?:x-)?(?:fmt|sfw|cmp|chr)/\d+")
_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?")
_SEASONS = range(21, 42)
"""What EDTF has in the place of a month for seasons, quarters and halves of a year."""
_LINKS = {
    "relatedObjectIdentifier": "object",
    "linkingObjectIdentifier": "object",
    "linkingAgentIdentifier": "agent",
    "linkingEventIdentifier": "event",
}


def check_premis(payload: Path, name: str) -> list[Diagnostic]:
    """Everything in which the PREMIS file differs from its data model or from the files."""
    root, findings = parsed(payload / name, name)
    if root is None:
        return findings
    if root.tag != f"{_P}premis":
        return [PACKAGE_PREMIS.at(Place(name, 1), "is not a PREMIS 3 file")]
    check = _Check(payload, name, root)
    return [*check.parts(), *check.pairs(), *check.identifiers(), *check.files()]


class _Check:
    def __init__(self, payload: Path, name: str, root: _Element) -> None:
        self._payload = payload
        self._name = name
        self._root = root

    def parts(self) -> Iterator[Diagnostic]:
        """Mandatory parts of the entities (PREMIS 3.0 data dictionary)."""
        for entity in _ENTITIES:
            for element in self._root.iterfind(_P + entity):
                yield from self._has(element, _MANDATORY[entity])
        for element in self._root.iterfind(f"{_P}rights/{_P}rightsStatement"):
            yield from self._has(element, _RIGHTS)
        for element in self._files():
            name = element.findtext(f".//{_P}format/{_P}formatDesignation/{_P}formatName")
            if element.find(f".//{_P}format") is None or (name is not None and not name.strip()):
                message = "a file object without format"
                yield self._finding(element, PACKAGE_PREMIS, message)
        yield from self._whole()

    def _has(self, element: _Element, parts: Iterable[str]) -> Iterator[Diagnostic]:
        entity = element.tag.removeprefix(_P)
        for part in parts:
            found = element.find(_P + part)
            if found is None:
                yield self._finding(element, PACKAGE_PREMIS, f"{entity} without {part}")
            elif not "".join(found.itertext()).strip():
                message = f"{entity} whose {part} is empty"
                yield self._finding(found, PACKAGE_PREMIS, message)

    def pairs(self) -> Iterator[Diagnostic]:
        """Identifiers without type or value, objects of no type, and false keys of PRONOM."""
        for element in self._root.iter(f"{_P}*"):
            name = element.tag.removeprefix(_P)
            if name.endswith("Identifier"):
                yield from self._has(element, (f"{name}Type", f"{name}Value"))
        for element in self._root.iterfind(f"{_P}object"):
            told = element.get(_TYPE, "")
            if told.rpartition(":")[2] not in _TYPES:
                message = f"the type of an object is “{told}”, not {' or '.join(_TYPES)}"
                yield self._finding(element, PACKAGE_PREMIS, message)
        for registry in self._root.iter(f"{_P}formatRegistry"):
            key = registry.findtext(f"{_P}formatRegistryKey", "")
            is_pronom = "PRONOM" in registry.findtext(f"{_P}formatRegistryName", "").upper()
            if is_pronom and not _PRONOM.fullmatch(key.rpartition("info:pronom/")[2]):
                message = f"formatRegistryKey is “{key}”, which is no identifier of PRONOM"
                yield self._finding(registry, PACKAGE_PREMIS, message)

    def _whole(self) -> Iterator[Diagnostic]:
        """The version, what stands at the top, and the days of events (EDTF, which has a year)."""
        if self._root.get("version") not in ("3.0", None):
            message = f"version is “{self._root.get('version')}”, not 3.0"
            yield self._finding(self._root, PACKAGE_PREMIS, message)
        for child in self._root.iterchildren("*"):
            if child.tag not in {_P + name for name in (*_ENTITIES, "rights")}:
                message = f"“{child.tag.rpartition('}')[2]}” is no entity of PREMIS"
                yield self._finding(child, PACKAGE_PREMIS, message)
        for date in self._root.iter(f"{_P}eventDateTime"):
            if date.text and date.text.strip() and not _is_day(date.text.strip()):
                message = f"eventDateTime is “{date.text}”, which is no date"
                yield self._finding(date, PACKAGE_PREMIS, message)

    def identifiers(self) -> Iterator[Diagnostic]:
        """Identifiers used twice, and links to nothing."""
        known: dict[str, set[tuple[str, str]]] = {entity: set() for entity in _ENTITIES}
        for entity in _ENTITIES:
            for element in self._root.iterfind(f"{_P}{entity}/{_P}{entity}Identifier"):
                pair = _identifier(element)
                if pair in known[entity]:
                    message = f"the {entity} {pair[1]} is described twice"
                    yield self._finding(element, PACKAGE_ID_DUPLICATE, message)
                known[entity].add(pair)
        for link, entity in _LINKS.items():
            for element in self._root.iter(_P + link):
                if _identifier(element) not in known[entity]:
                    message = f"{link} {_identifier(element)[1]} is no {entity} of this file"
                    yield self._finding(element, PACKAGE_ID_UNRESOLVED, message)

    def files(self) -> Iterator[Diagnostic]:
        """Size and digests of the files that are described."""
        for element in self._files():
            path = element.findtext(f"{_P}objectIdentifier/{_P}objectIdentifierValue", "")
            if not is_inside(path):
                message = f"describes a file outside the package: {path!a}"
                yield self._finding(element, PACKAGE_OUTSIDE, message)
            elif not (self._payload / path).is_file():
                message = f"is missing; {self._name}:{element.sourceline} describes it"
                yield PACKAGE_FILE_MISSING.at(Place(path), message)
            else:
                yield from self._facts(element, path)

    def _facts(self, element: _Element, path: str) -> Iterator[Diagnostic]:
        file = self._payload / path
        size = element.findtext(f".//{_P}size")
        if size is not None and size != str(file.stat().st_size):
            found = f"has {file.stat().st_size} bytes"
            yield self._wrong(element, path, PACKAGE_SIZE, found, size)
        for fixity in element.iter(f"{_P}fixity"):
            told = fixity.findtext(f"{_P}messageDigestAlgorithm", "")
            name = told.lower().replace("-", "")
            if name not in ("md5", "sha1", "sha256", "sha384", "sha512"):
                message = f"messageDigestAlgorithm “{told}” is not known"
                yield self._finding(fixity, PACKAGE_DIGEST_UNKNOWN, message)
                continue
            digest = fixity.findtext(f"{_P}messageDigest", "")
            if digests(file, (name,))[name] != digest.lower():
                found = f"has another {told}"
                yield self._wrong(fixity, path, PACKAGE_DIGEST, found, digest)

    def _wrong(self, element: _Element, path: str, code: Code, found: str, told: str) -> Diagnostic:
        message = f"{found}; {self._name}:{element.sourceline} says {told}"
        return code.at(Place(path), message)

    def _files(self) -> Iterator[_Element]:
        for element in self._root.iterfind(f"{_P}object"):
            if element.get(_TYPE, "").rpartition(":")[2] == "file":
                yield element

    def _finding(self, element: _Element, code: Code, message: str) -> Diagnostic:
        return code.at(Place(self._name, int(element.sourceline or 0)), message)


def _is_day(told: str) -> bool:
    """Whether it has a year, and where it is written as ISO 8601 has it, a month and a day."""
    if not (found := _DAY.fullmatch(told)):
        return bool(re.search(r"\d{4}|\d{3}[Xu?]", told))
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
    if month in _SEASONS:
        return not found[3]
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 4, month)[1]


def _identifier(element: _Element) -> tuple[str, str]:
    parts = [(child.text or "").strip() for child in element.iterchildren("*")]
    return (parts[0], parts[1]) if len(parts) > 1 else ("", "".join(parts))
