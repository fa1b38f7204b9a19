"""Drives the crosswalk of `xslt/archive/`: from a document's header to every metadata standard."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property

from variorum import resource
from variorum.engines.saxon import Node, Saxon
from variorum.package.identity import Identity, identity, legal_name
from variorum.source.settings import PackageSettings

__all__ = ["DRIVER", "Crosswalk", "Record"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
DRIVER = resource("xslt") / "archive.xsl"


@dataclass(frozen=True)
class Record:
    """What the header says, in neutral form. `id` names the document.

    `released` is a day, a month or a year, as the header tells it; `lacking` names the facts that
    a catalogue cannot do without and that neither header nor settings have.
    """

    node: Node
    id: str
    version: str
    released: str
    publisher: str
    title: str
    holding: str
    identifiers: Mapping[str, str] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()

    @property
    def file(self) -> str:
        """The id as the name of a file, on every system."""
        return legal_name(self.id)

    @property
    def name(self) -> str:
        """The name of the package: `<id>-<version>`."""
        return legal_name(f"{self.id}-{self.version}")

    @property
    def day(self) -> str:
        """The day of release: the first of a month or a year that is told without one."""
        return self.released + "-01-01"[: 10 - len(self.released)] if self.released else ""

    @property
    def date(self) -> str:
        """The one time every part of the package bears: the start of the day of release, UTC."""
        return f"{self.day}T00:00:00Z"


class Crosswalk:
    """The metadata of what a record describes in every standard, with the registers.

    `supplied` has what the settings say where the header is silent.
    """

    def __init__(
        self,
        saxon: Saxon,
        record: Node,
        registers: Sequence[Node],
        base_url: str,
        supplied: PackageSettings,
    ) -> None:
        self._saxon = saxon
        self._sheet = saxon[DRIVER]
        self._registers = registers
        self._base_url = base_url
        # The records are in English, whatever language the edition is in.
        labels = (resource("xslt") / "locale" / "en.xml").read_text(encoding="utf-8")
        self._labels = saxon.parse(labels)
        self._supplied = supplied
        self.record = _record(record)

    @classmethod
    def of_document(
        cls,
        saxon: Saxon,
        model: Node,
        registers: Sequence[Node],
        base_url: str = "",
        supplied: PackageSettings | None = None,
    ) -> Crosswalk:
        """What the header of one document says, from its model."""
        supplied = supplied or PackageSettings()
        params = {"registers": registers, **_said(supplied)}
        record = saxon[DRIVER].node(model, params, "record")
        return cls(saxon, record, registers, base_url, supplied)

    @classmethod
    def of_collection(
        cls, documents: Sequence[Crosswalk], title: str, supplied: PackageSettings
    ) -> Crosswalk:
        """What the records of several documents say together, under the name and title of all."""
        first = documents[0]
        params = {
            "records": [each.record.node for each in documents],
            "uuids": " ".join(each.identity.uuid for each in documents),
            "collection": supplied.collection,
            "title": title or supplied.collection,
            "base-url": first._base_url,
            **_said(supplied),
        }
        record = first._sheet.node(first.record.node, params, "collection")
        return cls(first._saxon, record, first._registers, first._base_url, supplied)

    def known_by(self, identifiers: Mapping[str, str]) -> Crosswalk:
        """The same with an identity that comes of these identifiers alone."""
        other = copy(self)
        other.record = replace(self.record, identifiers=identifiers)
        return other

    @cached_property
    def identity(self) -> Identity:
        """The identifier of the document, the same in all its versions."""
        record = self.record
        return identity(
            record.identifiers,
            self._base_url,
            record.id,
            record.publisher,
            record.title,
            supplied=self._supplied.identifier,
        )

    def describe(self, document: str = "") -> dict[str, str]:
        """The descriptive metadata: path in the package to content. `document` is where the text
        lies in the package.
        """
        return self._pages("descriptive", "", document)

    def preserve(self, inventory: str) -> dict[str, str]:
        """The preservation metadata of the files in the inventory."""
        return self._pages("preservation", inventory)

    def structure(self, inventory: str) -> str:
        """The METS file of the package or of a representation, whichever is inventoried."""
        return _in_pieces(self._pages("structure", inventory)["METS.xml"])

    def embed(self, document: Node, schemas: str) -> str:
        """The document with the register entries it uses; `schemas` leads to the schema's folder.

        `document` is the source itself, not its model.
        """
        params = {"registers": self._registers, "schemas": schemas}
        return _DECLARATION + self._sheet.text(document, params, "embed")

    def _pages(self, template: str, inventory: str, document: str = "") -> dict[str, str]:
        nodes = [self._saxon.parse(inventory)] if inventory else []
        params = {
            "record": [self.record.node],
            "registers": self._registers,
            "inventory": nodes,
            "uuid": self.identity.uuid,
            "base-url": self._base_url,
            "document": document,
            "locales": [self._labels],
        }
        pages = self._sheet.pages(template, params)
        return {path: _laid_out(path, text) for path, text in pages.items()}


_PIECE = 32_768
_MARGIN = 64
_FILE = re.compile(rb"<mets:file .*?</mets:file>", re.DOTALL)


def _in_pieces(mets: str) -> str:
    """A METS file of which no `file` begins in one piece of 32 KiB and ends in the next.

    The reference validator of E-ARK reads such pieces (lxml’s `iterparse`), looks into each `file`
    when it begins, and fails where the rest of it has not been read.
    """
    data, made, at = mets.encode(), bytearray(), 0
    for found in _FILE.finditer(data):
        made += data[at : found.start()]
        if len(made) // _PIECE != (len(made) + len(found[0]) + _MARGIN) // _PIECE:
            made += b" " * (_PIECE - len(made) % _PIECE)
        made += found[0]
        at = found.end()
    return (made + data[at:]).decode()


def _laid_out(path: str, text: str) -> str:
    if not path.endswith((".json", ".jsonld")):
        return text
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def _said(supplied: PackageSettings) -> dict[str, str]:
    """The values that the stylesheets take from the settings."""
    names = ("creator", "publisher", "year", "version", "identifier")
    return {name: str(getattr(supplied, name)) for name in names}


def _record(node: Node) -> Record:
    root = next(child for child in node.children if child.node_kind_str == "element")
    facts = _Facts(root)
    year = root.get_attribute_value("issued")
    known = {
        "creator": facts.any("agent", "relator", _MAKERS),
        "publisher": facts.any("agent", "relator", ("pbl",)),
        "title": root.get_attribute_value("titled") is not None,
        "year": bool(year),
    }
    return Record(
        node,
        root.get_attribute_value("id"),
        root.get_attribute_value("version"),
        root.get_attribute_value("released"),
        next(facts.values("agent", "relator", "pbl", "name"), ""),
        next(facts.texts("title")),
        ", ".join(facts.holding()),
        dict(facts.identifiers()),
        frozenset(name for name, is_known in known.items() if not is_known),
    )


_MAKERS = ("aut", "edt", "mrk", "com", "pdr", "trl", "trc", "ann", "ctb")
"""The relators of those by whom a document can be cited, as in `xslt/archive/agents.xsl`."""


class _Facts:
    """The elements of a record."""

    def __init__(self, root: Node) -> None:
        self._elements = [child for child in root.children if child.node_kind_str == "element"]

    def any(self, name: str, attribute: str, wanted: Sequence[str]) -> bool:
        return any(
            each.local_name == name and each.get_attribute_value(attribute) in wanted
            for each in self._elements
        )

    def values(self, name: str, attribute: str, value: str, wanted: str) -> Iterator[str]:
        for each in self._elements:
            if each.local_name == name and each.get_attribute_value(attribute) == value:
                yield str(each.get_attribute_value(wanted))

    def texts(self, name: str) -> Iterator[str]:
        return (str(each.string_value) for each in self._elements if each.local_name == name)

    def holding(self) -> Iterator[str]:
        for each in self._elements:
            if each.local_name == "holding":
                for part in ("repository", "collection", "shelfmark"):
                    if value := each.get_attribute_value(part):
                        yield str(value)

    def identifiers(self) -> Iterator[tuple[str, str]]:
        """Of each kind the first, which comes last where a mapping is made of them."""
        for each in reversed(self._elements):
            if each.local_name == "identifier":
                yield str(each.get_attribute_value("type")), str(each.string_value)
