"""Checks a METS file: its rules, its ids and references, and every file it names, both ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from variorum.findings import Code, Diagnostic, Place
from variorum.package.bag import digests
from variorum.package.codes import (
    PACKAGE_DIGEST,
    PACKAGE_DIGEST_UNKNOWN,
    PACKAGE_FILE_MISSING,
    PACKAGE_FILE_UNLISTED,
    PACKAGE_MEDIA_TYPE,
    PACKAGE_METS,
    PACKAGE_METS_ADVISED,
    PACKAGE_METS_MISSING,
    PACKAGE_METS_VALUE,
    PACKAGE_OUTSIDE,
    PACKAGE_SIZE,
)
from variorum.package.formats import media_types
from variorum.package.verify.mets_parts import wrong_identifiers, wrong_parts
from variorum.package.verify.mets_rules import (
    ALLOWED,
    CSIP,
    DIVISIONS,
    METS,
    REQUIRED,
    XLINK,
    wrong_dates,
)
from variorum.package.verify.parsed import parsed
from variorum.package.verify.unpack import is_inside

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["MetsFile", "check_mets"]

_NAME = "METS.xml"
_MEDIA = frozenset(
    ("application", "audio", "font", "image", "message", "model", "multipart", "text", "video")
)
_ALGORITHMS = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}
_CATEGORIES = "Textual works – Digital"


@dataclass
class MetsFile:
    """A METS file of a package: what it is about, what it names, and what is wrong with it."""

    objid: str = ""
    kind: str = ""
    software: str = ""
    representations: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    findings: list[Diagnostic] = field(default_factory=list)


def check_mets(payload: Path, base: str = "") -> MetsFile:
    """Checks `base`METS.xml, whose references are relative to the folder `base` of the payload.

    A package's METS (`base` is empty) names representations; each is checked by a further call.
    """
    result = MetsFile()
    name = f"{base}{_NAME}"
    if not (payload / name).is_file():
        message = "is missing: a package and each representation have one"
        result.findings.append(PACKAGE_FILE_MISSING.at(Place(name), message))
        return result
    root, result.findings = parsed(payload / name, name)
    if root is not None:
        check = _Check(payload, base, name, root, result)
        check.run()
    return result


class _Check:
    def __init__(
        self, payload: Path, base: str, name: str, root: _Element, result: MetsFile
    ) -> None:
        self._payload = payload
        self._base = base
        self._name = name
        self._root = root
        self._result = result

    def run(self) -> None:
        if self._root.tag != f"{METS}mets":
            self._say(self._root, PACKAGE_METS, "is not a METS file")
            return
        self._describe()
        self._attributes()
        for find in (wrong_identifiers, wrong_parts):
            for element, code, message in find(self._root):
                self._say(element, code, message)
        self._structure()
        for reference in self._root.iter(f"{METS}mdRef", f"{METS}file"):
            self._file(reference)
        for pointer in self._root.iter(f"{METS}mptr"):
            self._named(pointer)
        self._both_ways()

    def _describe(self) -> None:
        header = self._root.find(f"{METS}metsHdr")
        self._result.objid = self._root.get("OBJID", "")
        self._result.kind = "" if header is None else header.get(f"{CSIP}OAISPACKAGETYPE", "")
        for agent in self._root.iterfind(f"{METS}metsHdr/{METS}agent[@ROLE='CREATOR']"):
            name, note = agent.findtext(f"{METS}name"), agent.findtext(f"{METS}note")
            if name == "Variorum" and note:
                self._result.software = note
        if self._root.get("TYPE", "").replace(" - ", " – ") != self._root.get("TYPE", ""):
            message = f"TYPE has a hyphen where the vocabulary has a dash: {_CATEGORIES} [CSIP2]"
            self._say(self._root, PACKAGE_METS_VALUE, message)

    def _attributes(self) -> None:
        for rule in REQUIRED:
            for element in self._root.iter(METS + rule.element):
                value = element.get(rule.attribute)
                shown = f"{rule.element}/@{_short(rule.attribute)}"
                if not value:
                    message = f"{shown} is missing [{rule.rule}]"
                    self._say(element, _lacking(rule.should), message)
                elif rule.value and value not in rule.value:
                    message = f"{shown} is “{value}”, not {' or '.join(rule.value)} [{rule.rule}]"
                    self._say(element, PACKAGE_METS_VALUE, message)
        for element in self._root.iter(f"{METS}*"):
            allowed = ALLOWED.get(element.tag.removeprefix(METS))
            for name in element.keys() if allowed is not None else ():
                if not str(name).startswith("{") and name not in (allowed or ()):
                    message = f"METS has no attribute {name} here"
                    self._say(element, PACKAGE_METS_VALUE, message)
        for element, message in wrong_dates(self._root):
            self._say(element, PACKAGE_METS_VALUE, message)
        self._agents()

    def _agents(self) -> None:
        creators = self._root.findall(f"{METS}metsHdr/{METS}agent[@ROLE='CREATOR']")
        if not creators:
            message = "no agent is the CREATOR of the package [CSIP10]"
            self._say(self._root, PACKAGE_METS_MISSING, message)
        for agent in creators:
            software = agent.get("OTHERTYPE") == "SOFTWARE"
            notes = agent.findall(f"{METS}note")
            if software and not any(note.get(f"{CSIP}NOTETYPE") for note in notes):
                message = "note/@csip:NOTETYPE of the creating software is missing [CSIP16]"
                self._say(agent, PACKAGE_METS_MISSING, message)

    def _structure(self) -> None:
        if self._root.find(f"{METS}fileSec") is None:
            self._say(self._root, PACKAGE_METS_MISSING, "there is no fileSec [CSIP58]")
        top = self._root.find(f"{METS}structMap/{METS}div")
        if top is None:
            self._say(self._root, PACKAGE_METS_MISSING, "there is no structMap [CSIP80]")
        elif not self._base:
            self._divisions(top)
            self._groups()

    def _divisions(self, top: _Element) -> None:
        present = {division.get("LABEL"): division for division in top.iterfind(f"{METS}div")}
        for label, (rule, should) in DIVISIONS.items():
            if label not in present:
                message = f"the structural map has no division “{label}” [{rule}]"
                self._say(top, _lacking(should), message)
        content = present.get("Representations")
        for pointer in () if content is None else content.iter(f"{METS}mptr"):
            folder = unquote(pointer.get(f"{XLINK}href", "")).removesuffix(f"/{_NAME}")
            if is_inside(folder):
                self._result.representations.append(f"{folder}/")

    def _groups(self) -> None:
        groups = list(self._root.iterfind(f"{METS}fileSec/{METS}fileGrp"))
        uses = [group.get("USE", "") for group in groups]
        if not any(use.startswith("Representations") for use in uses):
            message = "no fileGrp/@USE begins with Representations [CSIP114]"
            self._say(self._root, PACKAGE_METS_MISSING, message)
        for group in groups:
            use = group.get("USE", "")
            if use[:1].islower():
                message = f"fileGrp/@USE “{use}” is not in the vocabulary: it begins with a capital"
                self._say(group, PACKAGE_METS_VALUE, message)
        pointed = {f"{folder}{_NAME}" for folder in self._result.representations}
        for file in sorted(self._payload.glob(f"representations/*/{_NAME}")):
            path = file.relative_to(self._payload).as_posix()
            if path not in pointed:
                message = f"no mptr of the structural map leads to {path} [CSIP105]"
                self._say(self._root, PACKAGE_METS_MISSING, message)

    def _file(self, element: _Element) -> None:
        location = element if element.tag == f"{METS}mdRef" else element.find(f"{METS}FLocat")
        if location is None:
            message = "file without FLocat [CSIP76]"
            self._say(element, PACKAGE_METS_MISSING, message)
            return
        path = self._named(location)
        self._media(element, path)
        if path is None:
            return
        size, told = (self._payload / path).stat().st_size, element.get("SIZE")
        if told and told != str(size):
            self._wrong(element, path, PACKAGE_SIZE, f"has {size} bytes", told)
        self._digest(element, path)

    def _digest(self, element: _Element, path: str) -> None:
        kind, told = element.get("CHECKSUMTYPE"), element.get("CHECKSUM")
        if kind and kind not in _ALGORITHMS:
            self._say(element, PACKAGE_DIGEST_UNKNOWN, f"CHECKSUMTYPE “{kind}” is not known")
        elif kind and told:
            name = _ALGORITHMS[kind]
            if digests(self._payload / path, (name,))[name] != told.lower():
                self._wrong(element, path, PACKAGE_DIGEST, f"has another {kind}", told)

    def _wrong(self, element: _Element, path: str, code: Code, found: str, told: str) -> None:
        message = f"{found}; {self._name}:{_line(element)} says {told}"
        self._result.findings.append(code.at(Place(path), message))

    def _media(self, element: _Element, path: str | None) -> None:
        told = element.get("MIMETYPE")
        if not told:
            return
        known = media_types(path) if path else None
        if told.partition("/")[0] not in _MEDIA or (known is not None and told not in known):
            shown = path or "the file"
            message = f"MIMETYPE “{told}” is not that of {shown}"
            self._say(element, PACKAGE_MEDIA_TYPE, message)

    def _named(self, location: _Element) -> str | None:
        """The file of the payload a reference leads to, if it leads to one."""
        href = location.get(f"{XLINK}href", "")
        path = unquote(href)
        if not href:
            return None
        if not is_inside(path):
            message = f"refers to a file outside the package: {path!a}"
            self._say(location, PACKAGE_OUTSIDE, message)
            return None
        target = f"{self._base}{path}"
        self._result.named.add(target)
        if not (self._payload / target).is_file():
            message = f"is missing; {self._name}:{_line(location)} refers to it"
            self._result.findings.append(PACKAGE_FILE_MISSING.at(Place(target), message))
            return None
        return target

    def _both_ways(self) -> None:
        inner = () if self._base else tuple(self._result.representations)
        for path in self._on_disk():
            if path in self._result.named or path == self._name or path.startswith(inner):
                continue
            message = f"is named in no METS file, though it lies beside {self._name}"
            self._result.findings.append(PACKAGE_FILE_UNLISTED.at(Place(path), message))

    def _on_disk(self) -> Iterable[str]:
        folder = self._payload / self._base
        files = (file for file in folder.rglob("*") if file.is_file())
        return sorted(file.relative_to(self._payload).as_posix() for file in files)

    def _say(self, element: _Element, code: Code, message: str) -> None:
        self._result.findings.append(code.at(Place(self._name, _line(element)), message))


def _lacking(should: bool) -> Code:
    """What is missing: something that the specification demands, or that it recommends."""
    return PACKAGE_METS_ADVISED if should else PACKAGE_METS_MISSING


def _line(element: _Element) -> int:
    return int(element.sourceline or 0)


def _short(attribute: str) -> str:
    for space, prefix in ((CSIP, "csip:"), (XLINK, "xlink:")):
        attribute = attribute.replace(space, prefix)
    return attribute
