"""What is wrong with an edition: the checks in their order. Returns findings, prints nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import resource
from variorum.diagnostics import Diagnostic, VariorumError
from variorum.edition import TEI, XML, Edition, Source
from variorum.positions import Positions

if TYPE_CHECKING:
    from lxml.etree import RelaxNG, _Element

__all__ = ["check"]

_LOCAL = [
    "ana",
    "change",
    "copyOf",
    "corresp",
    "decls",
    "exclude",
    "facs",
    "from",
    "hand",
    "next",
    "parts",
    "prev",
    "rendition",
    "resp",
    "sameAs",
    "scheme",
    "select",
    "source",
    "spanTo",
    "synch",
    "target",
    "to",
    "who",
    "wit",
    "ref",
    "active",
    "passive",
    "mutual",
    "new",
    "scribeRef",
]
_NCNAME = re.compile(r"[^\W\d][\w.\-·]*\Z")
_PREFIX = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)\Z", re.DOTALL)
_SCHEMES = frozenset(
    ("http", "https", "mailto", "urn", "doi", "file", "ftp", "tag", "data", "tel", "info")
)


@dataclass(frozen=True)
class _Place:
    source: Source
    index: int
    element: _Element


def check(edition: Edition, schema: Path | None = None) -> list[Diagnostic]:
    """Every finding in the edition, in file order.

    `schema` is a RELAX NG grammar for all files; without it files of an edition are checked
    against that edition's grammar, strangers' files against none.
    """
    readable, findings = _readable(edition.sources)
    grammar = schema or _grammar_of(edition)
    if grammar:
        findings += _against(_load(grammar), readable)
    places = [
        _Place(source, index, element) for source in readable for index, element in _walk(source)
    ]
    findings += _ids(places)
    findings += _pointers(places)
    order = {source.name: number for number, source in enumerate(edition.sources)}
    return sorted(findings, key=lambda one: (order.get(one.file, -1), one))


def _walk(source: Source) -> Iterator[tuple[int, _Element]]:
    return enumerate(source.root.iter("*"))


def _readable(sources: Iterable[Source]) -> tuple[list[Source], list[Diagnostic]]:
    readable: list[Source] = []
    findings: list[Diagnostic] = []
    for source in sources:
        try:
            _ = source.tree
            readable.append(source)
        except VariorumError as error:
            findings += error.findings
    return readable, findings


def _grammar_of(edition: Edition) -> Path | None:
    own = edition.root / "tei" / "schema" / "edition.rng"
    if own.is_file():
        return own
    return resource("schema") / "edition.rng" if edition.own else None


def _load(path: Path) -> RelaxNG:
    from lxml import etree

    try:
        return etree.RelaxNG(etree.parse(str(path), etree.XMLParser(no_network=True)))
    except (OSError, etree.LxmlError) as error:
        raise VariorumError(
            Diagnostic(path.as_posix(), 0, 0, "schema-unreadable", "error", str(error))
        ) from None


def _against(grammar: RelaxNG, sources: Iterable[Source]) -> list[Diagnostic]:
    findings: dict[tuple[str, int], Diagnostic] = {}
    for source in sources:
        grammar.validate(source.tree)
        for entry in grammar.error_log:
            key = (source.name, entry.line)
            findings.setdefault(
                key, Diagnostic(source.name, entry.line, 0, "grammar", "error", entry.message)
            )
    return list(findings.values())


def _finding(place: _Place, attribute: str, code: str, message: str, help_: str = "") -> Diagnostic:
    line, column = Positions(place.source.data).attribute(place.index, attribute)
    return Diagnostic(place.source.name, line, column, code, "error", message, help_)


def _ids(places: Iterable[_Place]) -> list[Diagnostic]:
    first: dict[tuple[bool, str, str], _Place] = {}
    findings: list[Diagnostic] = []
    for place in places:
        name = place.element.get(XML + "id")
        if name is None:
            continue
        if not _NCNAME.match(name):
            message = f"xml:id “{name}” is not a name"
            help_ = "begin with a letter; then letters, digits, . - _"
            findings.append(_finding(place, "xml:id", "id-invalid", message, help_))
        key = (
            place.source.is_register,
            "" if place.source.is_register else place.source.name,
            name,
        )
        other = first.setdefault(key, place)
        if other is not place:
            where = f"{other.source.name}:{other.element.sourceline}"
            message = f"xml:id “{name}” is used twice; first at {where}"
            findings.append(_finding(place, "xml:id", "id-duplicate", message))
    return findings


def _pointers(places: list[_Place]) -> list[Diagnostic]:
    ids: dict[str, set[str]] = defaultdict(set)
    prefixes: dict[str, set[str]] = defaultdict(set)
    for place in places:
        if name := place.element.get(XML + "id"):
            ids[place.source.name].add(name)
        if place.element.tag == TEI + "prefixDef":
            prefixes[place.source.name].add(str(place.element.get("ident")))
    registers = {
        name for place in places if place.source.is_register for name in ids[place.source.name]
    }
    has_register = any(place.source.is_register for place in places)
    findings: list[Diagnostic] = []
    for place in places:
        own = ids[place.source.name]
        for attribute in _LOCAL:
            for token in place.element.get(attribute, "").split():
                problem = _unresolved(
                    token, own, registers if has_register else None, prefixes[place.source.name]
                )
                if problem:
                    findings.append(_finding(place, attribute, *problem))
    return findings


def _unresolved(
    token: str, own: set[str], registers: set[str] | None, prefixes: set[str]
) -> tuple[str, ...] | None:
    if token.startswith("#"):
        if token[1:] in own:
            return None
        return "pointer-unresolved", f"{token} points to nothing in this file"
    prefixed = _PREFIX.match(token)
    if not prefixed or prefixed[1].lower() in _SCHEMES:
        return None
    if prefixed[1] not in prefixes:
        help_ = f'declare it: <prefixDef ident="{prefixed[1]}" …> in listPrefixDef'
        return "prefix-undeclared", f"prefix {prefixed[1]}: is not declared", help_
    if prefixed[1] == "reg" and registers is not None and prefixed[2] not in registers:
        return "pointer-unresolved", f"{token} has no entry in the register"
    return None
