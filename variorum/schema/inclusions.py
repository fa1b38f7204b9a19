"""A Schematron with what it includes, whose elements remember where they came from."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from variorum.engines.saxon import Message, StaticError, StylesheetError
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.schema.codes import SCHEMA_INCORRECT
from variorum.source import XML, Source
from variorum.source.positions import Positions

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Inlined"]

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_AT = "{urn:variorum:schematron}at"
_MOST_FILES = 100
_WRITTEN = {
    ("rule", "match"): "context",
    ("rule", "select"): "visit-each",
    ("phase", "select"): "from",
    ("phase", "test"): "when",
    ("let", "select"): "value",
    ("param", "select"): "value",
    ("name", "select"): "path",
}
"""An attribute of the compiled stylesheet by the element it was made from, and its name there."""

_PREFIX = re.compile(r"[^\W\d][\w.-]*\Z")
_NOISE = re.compile(
    r"^[A-Z]{4}\d{4}\s+|\. External function calls have been disabled$| \(see line \d+ of .*\)$"
)


class Inlined:
    """A schema with its inclusions made, whose elements remember where they came from.

    `sch:include` and `sch:extends` with `@href` (ISO 19757-3 5.4.4, 5.4.6) are replaced by what
    they name. Raises VariorumError for a file that is not there, not well-formed, or not below
    the folder of the schema.
    """

    def __init__(self, source: Source) -> None:
        self.name = source.name
        self._folder = source.path.resolve().parent
        self._sources: list[Source] = []
        self._parts: dict[int, tuple[list[_Element], Positions]] = {}
        self._root = self._marked(source)
        self._make_inclusions(self._root, ())

    @property
    def prefixes(self) -> dict[str, dict[str, str]]:
        """What prefixes stand for in the parts of included files, by the number of the file."""
        return {
            str(number): declared
            for number, source in enumerate(self._sources)
            if number and (declared := _declared(source.root))
        }

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

        lenient = etree.XMLParser(recover=True, huge_tree=True)  # namespaces need not be URIs
        elements = list(etree.fromstring(stylesheet.encode(), lenient).iter("*"))
        lines = [element.sourceline for element in elements]
        for fault in error.errors or [StaticError(0, "", str(error))]:
            element = elements[max(bisect(lines, fault.line) - 1, 0)]
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
            self._approve(node, target)
            whole = node.tag == _SCH + "include" and target.tag != _SCH + "schema"
            parent = node.getparent()
            if parent is None:
                raise self._refused(node, "an inclusion cannot be the whole schema")
            at = parent.index(node)
            parent[at : at + 1] = [target] if whole else list(target.iterchildren("*"))

    def _approve(self, node: _Element, target: _Element) -> None:
        """What an `extends` may take its parts from: a rule from a rule, a library from another."""
        parent = node.getparent()
        if node.tag != _SCH + "extends" or parent is None:
            return
        if parent.tag in (_SCH + "rule", _SCH + "library") and target.tag != parent.tag:
            own, other = (_local(element) for element in (parent, target))
            raise self._refused(node, f"a {own} extends a {own}, and this is <{other}>")

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
        if number not in self._parts:
            self._parts[number] = list(source.root.iter("*")), Positions(source.whole)
        elements, positions = self._parts[number]
        element = elements[index]
        written = _WRITTEN.get((_local(element), attribute), attribute)
        name = next((name for name in (written, attribute) if name and element.get(name)), "")
        line, column = positions.attribute(index, name) if name else positions.element(index)
        return SCHEMA_INCORRECT.at(Place(source.name, line, column), message, help_)


def _declared(root: _Element) -> dict[str, str]:
    """The prefixes that a file declares for its Schematron, as far as they are prefixes."""
    found = {str(ns.get("prefix")): str(ns.get("uri", "")) for ns in root.iter(_SCH + "ns")}
    return {
        prefix: uri
        for prefix, uri in found.items()
        if uri.strip() and prefix not in ("xml", "xmlns") and _PREFIX.match(prefix)
    }


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _cure(reason: str) -> str:
    prefix = re.search(r"prefix '([^']+)' has not been declared", reason)
    return f'declare it: <ns prefix="{prefix[1]}" uri="…"/>' if prefix else ""
