"""Checks the texts of a package: well-formed all of them, TEI valid by the packaged schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.findings import Diagnostic, Place
from variorum.package.codes import PACKAGE_JSON, PACKAGE_SCHEMA, PACKAGE_SCHEMA_BROKEN
from variorum.package.verify.parsed import parsed
from variorum.relaxng.codes import CODES
from variorum.source import TEI, Source

if TYPE_CHECKING:
    from variorum.relaxng import Schema, SchemaError

__all__ = ["check_texts"]

_XML = frozenset({".xml", ".rng", ".sch", ".odd", ".xsd", ".xsl"})
_HEAD = 4096
_MASTER = "representations/tei/data/"
_NONSENSE = f'<TEI xmlns="{TEI}"><nonsense xmlns="urn:nonsense"/></TEI>'.encode()
REPORT = "documentation/validation-report.json"
"""Where a package says what was found in its texts when it was made."""


def check_texts(payload: Path) -> list[Diagnostic]:
    """What is wrong with the XML, JSON and TEI files of a payload."""
    return list(_Texts(payload).run())


def _told(payload: Path) -> frozenset[tuple[str, str]]:
    """The errors of the texts that the package itself reports: they are no damage."""
    try:
        report = json.loads((payload / REPORT).read_bytes())
        return frozenset(
            (found["code"], found["message"])
            for found in report["findings"]
            if found["level"] == "error"
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return frozenset()


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON (RFC 8259, 6)")


class _Texts:
    def __init__(self, payload: Path) -> None:
        self._payload = payload
        self._grammars: dict[Path, Schema | SchemaError] = {}
        self._tried: set[Path] = set()
        self._told = _told(payload)

    def run(self) -> Iterator[Diagnostic]:
        for file in sorted(self._payload.rglob("*")):
            name = file.relative_to(self._payload).as_posix()
            if file.suffix in _XML and file.is_file():
                root, findings = parsed(file, name)
                yield from findings
                if root is not None and root.tag == f"{TEI}TEI" and file.suffix == ".xml":
                    yield from self._valid(file, name)
            elif file.suffix in (".json", ".jsonld") and file.is_file():
                try:
                    json.loads(file.read_bytes(), parse_constant=_no_constant)
                except (ValueError, RecursionError) as error:
                    yield PACKAGE_JSON.at(Place(name), f"not JSON: {error}")

    def _valid(self, file: Path, name: str) -> Iterator[Diagnostic]:
        from variorum.relaxng import SchemaError

        schema = self._schema(file)
        if schema is None:
            if name.startswith(_MASTER):
                message = "the package holds no RELAX NG schema for it"
                yield PACKAGE_SCHEMA.at(Place(name), message)
            return
        grammar = self._grammar(schema)
        if isinstance(grammar, SchemaError):
            place = schema.relative_to(self._payload).as_posix()
            where = Place(place, grammar.line, grammar.column)
            yield PACKAGE_SCHEMA_BROKEN.at(where, grammar.reason)
            return
        yield from self._lax(schema, grammar)
        source = Source(file, name, folder=self._payload)
        for finding in grammar.validate(source.whole):
            where = Place(name, finding.line, finding.column)
            found = source.located(CODES[finding.code].at(where, finding.message, finding.help))
            if (found.code, found.message) in self._told:
                found = replace(found, level="warning")
            yield found

    def _lax(self, schema: Path, grammar: Schema) -> Iterator[Diagnostic]:
        """A grammar that lets pass what no TEI is: it would find nothing wrong in any text."""
        if schema not in self._tried and not grammar.validate(_NONSENSE):
            place = schema.relative_to(self._payload).as_posix()
            message = "lets everything pass, even what is no TEI: it checks nothing"
            yield PACKAGE_SCHEMA_BROKEN.at(Place(place), message)
        self._tried.add(schema)

    def _grammar(self, schema: Path) -> Schema | SchemaError:
        from variorum.relaxng import SchemaError, load_schema

        if schema not in self._grammars:
            try:
                self._grammars[schema] = load_schema(schema, self._payload)
            except SchemaError as error:
                self._grammars[schema] = error
        return self._grammars[schema]

    def _schema(self, file: Path) -> Path | None:
        """The grammar a text names itself, if it lies in the package; else that in schemas/."""
        inside = self._payload.resolve()
        head = file.read_bytes()[:_HEAD].decode("utf-8", "replace")
        for instruction in re.findall(r"<\?xml-model\s(.*?)\?>", head, re.DOTALL):
            href = re.search(r'href="([^"]*\.rng)"', instruction)
            for path in self._candidates(file, href[1]) if href else ():
                target = path.resolve()
                if target.is_relative_to(inside) and target.is_file():
                    return self._payload / target.relative_to(inside)
            if href:  # what it names is not here, and no other grammar is its own
                return None
        own = self._payload / "schemas" / "edition.rng"
        grammars = sorted(own.parent.glob("*.rng"))
        return own if own in grammars else grammars[0] if len(grammars) == 1 else None

    def _candidates(self, file: Path, href: str) -> Iterator[Path]:
        """Where a schema may lie that a text names: there, or with those of the package."""
        if ":" not in href:
            yield file.parent / href
        yield self._payload / "schemas" / href.rpartition("/")[2]
