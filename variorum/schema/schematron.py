"""Checks files against ISO Schematron (ISO/IEC 19757-3), compiled to XSLT by xslt/schematron.xsl.

A Schematron is a program. One that a stranger's file names runs like any other, with no way to
read or write a file, the environment or the network: its inclusions are made here, from files
below its own folder and no others. How long it may take is the matter of `variorum.schema.sandbox`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from zlib import crc32

from variorum import resource
from variorum.engines.saxon import (
    Message,
    Saxon,
    StaticError,
    Stylesheet,
    StylesheetError,
    TransformError,
)
from variorum.findings import Code, Diagnostic, Level, Place, VariorumError
from variorum.schema.codes import SCHEMA_INCORRECT, SCHEMATRON, SCHEMATRON_FAILED
from variorum.source import XML, Source
from variorum.source.positions import Places, Positions

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Schematron", "load", "prepare"]

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_AT = "{urn:variorum:schematron}at"
_DRIVER = resource("xslt") / "schematron.xsl"
_LEVELS: dict[str, Level] = {
    "warn": "warning",
    "warning": "warning",
    "nonfatal": "warning",
    "info": "info",
    "information": "info",
}
_MOST_FILES = 100
_WRITTEN = {
    "rule": "context",
    "assert": "test",
    "report": "test",
    "let": "value",
    "value-of": "select",
    "name": "path",
}
"""The attribute of each element that becomes an expression in the compiled stylesheet."""

_NOISE = re.compile(
    r"^[A-Z]{4}\d{4}\s+|\. External function calls have been disabled$| \(see line \d+ of .*\)$"
)
_REASON = re.compile(
    r"^\s*(?:[A-Z]\w+ e|E)rror\b[^\n]*\n\s+(?:[A-Z]{4}\d{4}\s+)?(.*?)(?=\n\s+(?:In|invoked)\b|\Z)",
    re.MULTILINE | re.DOTALL,
)
_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


@dataclass(frozen=True)
class Schematron:
    """A compiled schema. `own`: the ids of its assertions are codes of findings."""

    name: str
    own: bool
    _saxon: Saxon
    _stylesheet: Stylesheet

    def validate(self, source: Source) -> list[Diagnostic]:
        """What the schema says about a well-formed file, in document order."""
        document = self._saxon.parse(source.text)
        try:
            found = self._stylesheet.maps(document, "check")
        except TransformError as error:
            reason = [*_REASON.findall(str(error)), str(error)][0]
            message = f"{self.name} cannot be applied: {' '.join(reason.split())}"
            return [SCHEMATRON_FAILED.at(Place(source.name), message)]
        if not found:
            return []
        places = Places(source.root, source.whole)
        return [self._finding(source, places, failure) for failure in found]

    def _finding(self, source: Source, places: Places, found: dict[str, str]) -> Diagnostic:
        place = Place(source.name, *places.find(found["path"], found["attribute"]))
        name, help_ = found["id"], found["help"]
        level = _LEVELS.get(found["role"].lower(), "error")
        if name == SCHEMATRON_FAILED.name:
            code = SCHEMATRON_FAILED
        elif self.own and _CODE.match(name):
            code = Code(name, level, reason="")  # the ODD has its words, see schema.constraints
        else:
            code = replace(SCHEMATRON, level=level)
            help_ = help_ or (f"rule {name} of {self.name}" if name else f"a rule of {self.name}")
        return code.at(place, found["message"], help_)


def load(schema: Path | Source, *, phase: str = "#DEFAULT", own: bool = False) -> Schematron:
    """The Schematron in a file: a schema, or a RELAX NG grammar or ODD that embeds one.

    `phase` is an id, `#ALL` or `#DEFAULT`. `own` says that the ids of assertions are codes of
    findings; else every finding has the code `schematron`. Raises VariorumError when the schema
    cannot be read or is wrong, with its own lines.
    """
    source = schema if isinstance(schema, Source) else Source(schema, schema.as_posix())
    if own and phase == "#ALL" and (prepared := _prepared(source)):
        return Schematron(source.name, own, _bare_saxon(), _stylesheet(prepared))
    inlined = _Inliner(source)
    text = _compiled(inlined, phase)
    try:
        return Schematron(source.name, own, _bare_saxon(), _stylesheet(text))
    except StylesheetError as error:
        raise VariorumError(*sorted(inlined.wrong(text, error))) from None


def prepare(schema: Path) -> bytes:
    """Our own Schematron compiled with all its rules, to stand beside it as `NAME.sch.xsl`.

    Compiling takes longer than checking a letter. `load` takes the prepared stylesheet if it was
    made from the schema as it is.
    """
    source = Source(schema, schema.as_posix())
    text = _compiled(_Inliner(source), "#ALL")
    stylesheet = text[text.index("<", text.startswith("<?xml")) :]  # no declaration after a comment
    return f"{_stamp(source)}{stylesheet}".encode()


def _prepared(source: Source) -> str:
    try:
        text = source.path.with_name(source.path.name + ".xsl").read_text(encoding="utf-8")
    except OSError:
        return ""
    return text if text.startswith(_stamp(source)) else ""


def _stamp(source: Source) -> str:
    checksum = crc32(source.data)  # to tell an old file; hashlib takes long to import
    return f"<!-- Compiled from {source.path.name}, CRC-32 {checksum:08x}. Do not edit. -->\n"


def _compiled(inlined: _Inliner, phase: str) -> str:
    """The stylesheet of a schema. Raises VariorumError when the schema is wrong."""
    saxon = _saxon()
    compiler = saxon[_DRIVER]
    try:
        text = compiler.text(saxon.parse(inlined.text), {"phase": phase}, "schematron")
    except TransformError as error:
        message = f"the schema cannot be compiled: {str(error).strip()}"
        raise VariorumError(SCHEMA_INCORRECT.at(Place(inlined.name), message)) from None
    if faults := compiler.messages():
        raise VariorumError(*(inlined.fault(fault) for fault in faults))
    return text


@cache
def _saxon() -> Saxon:
    return Saxon(_DRIVER)


@cache
def _bare_saxon() -> Saxon:
    return Saxon()


@lru_cache(maxsize=8)
def _stylesheet(text: str) -> Stylesheet:
    """Compiled once for all runs: Saxon gives no memory of a stylesheet back."""
    return _bare_saxon().compile(text)


class _Inliner:
    """A schema with its inclusions made, whose elements remember where they came from.

    `sch:include` and `sch:extends` with `@href` (ISO 19757-3 5.4.4, 5.4.6) are replaced by what
    they name. Raises VariorumError for a file that is not there, not well-formed, or not below
    the folder of the schema.
    """

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self._folder = source.path.resolve().parent
        self._sources: list[Source] = []
        self._root = self._marked(source)
        self._make_inclusions(self._root, ())

    @property
    def text(self) -> str:
        """The schema as XML without a declaration."""
        from lxml import etree

        return str(etree.tostring(self._root, encoding="unicode"))

    def fault(self, fault: Message) -> Diagnostic:
        """A fault that the compiler found, where the element stands that it is about."""
        found = fault.attributes
        return self._diagnostic(found["at"], found["message"], found["help"])

    def wrong(self, stylesheet: str, error: StylesheetError) -> Iterator[Diagnostic]:
        """The errors of the compiled stylesheet as errors of the schema."""
        from lxml import etree

        root = etree.fromstring(stylesheet.encode())
        for fault in error.errors or [StaticError(0, "", str(error))]:
            element = [root, *(e for e in root.iter("*") if e.sourceline <= fault.line)][-1]
            marks = (up.get(_AT) for up in (element, *element.iterancestors()))
            mark = next((mark for mark in marks if mark), "")
            reason = _NOISE.sub("", fault.reason)
            yield self._diagnostic(mark, reason, _cure(reason), fault.attribute)

    def _marked(self, source: Source) -> _Element:
        from lxml import etree

        etree.register_namespace("variorum-origin", _AT[1:].partition("}")[0])
        root = deepcopy(source.root)
        for index, element in enumerate(root.iter("*")):
            if element.tag.startswith((_SCH, _XSL)):
                element.set(_AT, f"{len(self._sources)} {index}")
        self._sources.append(source)
        return root

    def _make_inclusions(self, within: _Element, open_: tuple[tuple[Path, str], ...]) -> None:
        for node in list(within.iter(_SCH + "include", _SCH + "extends")):
            if node.get("href") is None:
                continue
            target, place = self._target(node, open_)
            self._make_inclusions(target, (*open_, place))
            whole = node.tag == _SCH + "include" and target.tag != _SCH + "schema"
            parent = node.getparent()
            if parent is None:
                raise self._refused(node, "an inclusion cannot be the whole schema")
            at = parent.index(node)
            parent[at : at + 1] = [target] if whole else list(target.iterchildren("*"))

    def _target(
        self, node: _Element, open_: tuple[tuple[Path, str], ...]
    ) -> tuple[_Element, tuple[Path, str]]:
        base = self._sources[int(node.get(_AT).split()[0])]
        try:
            href = urlsplit(str(node.get("href")))
            own = base.path.resolve()
            path = (own.parent / (unquote(href.path) or own.name)).resolve()
        except ValueError:
            raise self._refused(node, "this is no address of a file") from None
        place = path, href.fragment
        if href.scheme or href.netloc or not path.is_relative_to(self._folder):
            raise self._refused(node, "only files below the schema's own folder are read")
        if place in open_ or len(self._sources) >= _MOST_FILES:
            raise self._refused(node, "it includes itself, or too many files")
        if not path.is_file():
            raise self._refused(node, "there is no such file")
        name = Path(base.name).parent / (unquote(href.path) or Path(base.name).name)
        root = self._marked(Source(path, name.as_posix()))
        if not href.fragment:
            return root, place
        for element in root.iter("*"):
            if href.fragment in (element.get("id"), element.get(XML + "id")):
                return element, place
        raise self._refused(node, f"nothing in it has the id {href.fragment}")

    def _refused(self, node: _Element, reason: str) -> VariorumError:
        message = f"{node.get('href')} is not included: {reason}"
        return VariorumError(self._diagnostic(str(node.get(_AT)), message, "", "href"))

    def _diagnostic(self, mark: str, message: str, help_: str, attribute: str = "") -> Diagnostic:
        """`attribute` is the one at fault; in a compiled stylesheet it may have another name."""
        number, index = map(int, (mark or "0 0").split())
        source = self._sources[number]
        element = next(islice(source.root.iter("*"), index, None))
        names = (_WRITTEN.get(element.tag.removeprefix(_SCH), ""), attribute)
        name = next((name for name in names if attribute and name and element.get(name)), "")
        positions = Positions(source.whole)
        line, column = positions.attribute(index, name) if name else positions.element(index)
        return SCHEMA_INCORRECT.at(Place(source.name, line, column), message, help_)


def _cure(reason: str) -> str:
    prefix = re.search(r"prefix '([^']+)' has not been declared", reason)
    return f'declare it: <ns prefix="{prefix[1]}" uri="…"/>' if prefix else ""
