"""Checks files against ISO Schematron (ISO/IEC 19757-3), compiled to XSLT by xslt/schematron.xsl.

A Schematron is a program. One that a stranger's file names runs like any other, with no way to
read or write a file, the environment or the network: its inclusions are made here, from files
below its own folder and no others. How long it may take is the matter of `variorum.schema.sandbox`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from variorum import resource
from variorum.engines.saxon import Params, Saxon, Stylesheet, StylesheetError, TransformError
from variorum.findings import Code, Diagnostic, Level, Place, VariorumError
from variorum.schema.codes import SCHEMA_INCORRECT, SCHEMATRON, SCHEMATRON_FAILED
from variorum.source import Source
from variorum.source.positions import Positions

if TYPE_CHECKING:
    from variorum.schema.inclusions import Inlined

__all__ = ["Rules", "load", "prepare"]

_DRIVER = resource("xslt") / "schematron.xsl"
_LEVELS: dict[str, Level] = {
    "warn": "warning",
    "warning": "warning",
    "nonfatal": "warning",
    "info": "info",
    "information": "info",
}
_REASON = re.compile(
    r"^\s*(?:[A-Z]\w+ e|E)rror\b[^\n]*\n\s+(?:[A-Z]{4}\d{4}\s+)?(.*?)(?=\n\s+(?:In|invoked)\b|\Z)",
    re.MULTILINE | re.DOTALL,
)
_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


class Rules(Protocol):
    """Whatever judges a file by a Schematron."""

    def validate(self, source: Source) -> list[Diagnostic]:
        """What the schema says about a well-formed file, in document order."""


@dataclass(frozen=True)
class Schematron:
    """A compiled schema. `own`: the ids of its assertions are codes of findings."""

    name: str
    own: bool
    _saxon: Saxon
    _stylesheet: Stylesheet

    def validate(self, source: Source) -> list[Diagnostic]:
        """What the schema says about a well-formed file, in document order."""
        try:
            document = self._saxon.parse(source.text)
        except TransformError as error:  # what Saxon's parser does not accept
            message = f"the rules cannot be applied: {' '.join(str(error).split())}"
            return [SCHEMATRON_FAILED.at(Place(source.name), message)]
        try:
            found = self._stylesheet.maps(document, "start")
        except TransformError as error:
            return [_failed(self.name, source, error)]
        if not found:
            return []
        positions = Positions(source.whole)
        return [self._finding(source, positions, failure) for failure in found]

    def phase(self, source: Source) -> str:
        """The phase that suits a file, of a schema that only asks for it; empty where none does."""
        document = self._saxon.parse(source.text)
        return self._stylesheet.maps(document, "start")[0]["phase"]

    def _finding(self, source: Source, positions: Positions, found: dict[str, str]) -> Diagnostic:
        number = int(found["number"])
        if found["attribute"]:
            at = positions.attribute(number - 1, found["attribute"])
        else:
            at = positions.numbered(found["kind"], number)
        place = Place(source.name, *at)
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


@dataclass(frozen=True)
class SuitedSchematron:
    """A schema of which each file is judged in the first phase that says it suits, else in all."""

    _asks: Schematron
    _source: Source

    def validate(self, source: Source) -> list[Diagnostic]:
        """As `Schematron.validate`. Raises VariorumError when the phase is wrong."""
        try:
            suited = self._asks.phase(source) or "#ALL"
        except TransformError as error:
            return [_failed(self._asks.name, source, error)]
        return _load(self._source, suited, own=self._asks.own).validate(source)


def load(schema: Path | Source, *, phase: str = "#DEFAULT", own: bool = False) -> Rules:
    """The Schematron in a file: a schema, or a RELAX NG grammar or ODD that embeds one.

    `phase` is an id, `#ALL`, `#DEFAULT` or `#ANY`. `own` says that the ids of assertions are codes
    of findings; else every finding has the code `schematron`. Raises VariorumError when the schema
    cannot be read or is wrong, with its own lines.
    """
    source = schema if isinstance(schema, Source) else Source(schema, schema.as_posix())
    loaded = _load(source, phase, own=own)
    return SuitedSchematron(loaded, source) if phase == "#ANY" else loaded


def _load(source: Source, phase: str, *, own: bool) -> Schematron:
    if own and phase == "#ALL" and (prepared := _prepared(source)):
        return Schematron(source.name, own, _bare_saxon(), _stylesheet(prepared))
    from variorum.schema.inclusions import Inlined

    inlined = Inlined(source)
    text = _compiled(inlined, phase)
    try:
        return Schematron(source.name, own, _bare_saxon(), _stylesheet(text))
    except StylesheetError as error:
        raise VariorumError(*sorted(inlined.wrong(text, error))) from None


def _failed(name: str, source: Source, error: TransformError) -> Diagnostic:
    reason = [*_REASON.findall(str(error)), str(error)][0]
    message = f"{name} cannot be applied: {' '.join(reason.split())}"
    return SCHEMATRON_FAILED.at(Place(source.name), message)


def prepare(schema: Path) -> bytes:
    """Our own Schematron compiled with all its rules, to stand beside it as `NAME.sch.xsl`.

    Compiling takes longer than checking a letter. `load` takes the prepared stylesheet if it was
    made from the schema as it is.
    """
    from variorum.schema.inclusions import Inlined

    source = Source(schema, schema.as_posix())
    text = _compiled(Inlined(source), "#ALL")
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


def _compiled(inlined: Inlined, phase: str) -> str:
    """The stylesheet of a schema. Raises VariorumError when the schema is wrong."""
    saxon = _saxon()
    compiler = saxon[_DRIVER]
    try:
        params: Params = {"phase": phase, "prefixes": inlined.prefixes}
        text = compiler.text(saxon.parse(inlined.text), params, "schematron")
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
