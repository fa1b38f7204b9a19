"""Drives the crosswalk of `xslt/archive/`: from a document's header to every metadata standard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from variorum import resource
from variorum.engines.saxon import Node, Saxon

__all__ = ["DRIVER", "Crosswalk", "Record"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
DRIVER = resource("xslt") / "archive.xsl"


@dataclass(frozen=True)
class Record:
    """What the header says, in neutral form. `id` names the document.

    `released` is a day: a header without a day of release is a finding that stops a package.
    """

    node: Node
    id: str
    version: str
    released: str
    publisher: str
    title: str
    holding: str

    @property
    def name(self) -> str:
        """The name of the package: `<id>-<version>`."""
        return f"{self.id}-{self.version}"

    @property
    def date(self) -> str:
        """The one time every part of the package bears: the start of the day of release, UTC."""
        return f"{self.released}T00:00:00Z"


class Crosswalk:
    """One document's metadata in every standard, from its model and the registers."""

    def __init__(
        self, saxon: Saxon, model: Node, registers: Sequence[Node], base_url: str = ""
    ) -> None:
        self._saxon = saxon
        self._sheet = saxon[DRIVER]
        self._registers = registers
        self._base_url = base_url
        # The records are in English, whatever language the edition is in.
        labels = (resource("xslt") / "locale" / "en.xml").read_text(encoding="utf-8")
        self._labels = saxon.parse(labels)
        node = self._sheet.node(model, {"registers": registers}, "record")
        self.record = _record(node)

    @property
    def uuid(self) -> str:
        """The identifier of the document, the same in all its versions."""
        home = self._base_url or f"urn:variorum:{self.record.publisher}/"
        return str(uuid5(NAMESPACE_URL, home + self.record.id))

    def describe(self) -> dict[str, str]:
        """The descriptive metadata: path in the package to content."""
        return self._pages("descriptive", "")

    def preserve(self, inventory: str) -> dict[str, str]:
        """The preservation metadata of the files in the inventory."""
        return self._pages("preservation", inventory)

    def structure(self, inventory: str) -> str:
        """The METS file of the package or of a representation, whichever is inventoried."""
        return self._pages("structure", inventory)["METS.xml"]

    def embed(self, document: Node, schemas: str) -> str:
        """The document with the register entries it uses; `schemas` leads to the schema's folder.

        `document` is the source itself, not its model.
        """
        params = {"registers": self._registers, "schemas": schemas}
        return _DECLARATION + self._sheet.text(document, params, "embed")

    def _pages(self, template: str, inventory: str) -> dict[str, str]:
        nodes = [self._saxon.parse(inventory)] if inventory else []
        params = {
            "record": [self.record.node],
            "registers": self._registers,
            "inventory": nodes,
            "uuid": self.uuid,
            "base-url": self._base_url,
            "locales": [self._labels],
        }
        pages = self._sheet.pages(template, params)
        return {path: _laid_out(path, text) for path, text in pages.items()}


def _laid_out(path: str, text: str) -> str:
    if not path.endswith((".json", ".jsonld")):
        return text
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def _record(node: Node) -> Record:
    root = next(child for child in node.children if child.node_kind_str == "element")
    elements = [child for child in root.children if child.node_kind_str == "element"]

    def first(name: str, attribute: str, value: str, wanted: str) -> str:
        for element in elements:
            if element.local_name == name and element.get_attribute_value(attribute) == value:
                return str(element.get_attribute_value(wanted))
        return ""

    holdings = [element for element in elements if element.local_name == "holding"]
    titles = [element.string_value for element in elements if element.local_name == "title"]
    return Record(
        node,
        root.get_attribute_value("id"),
        root.get_attribute_value("version"),
        root.get_attribute_value("released"),
        first("agent", "relator", "pbl", "name"),
        titles[0],
        ", ".join(
            element.get_attribute_value(part)
            for element in holdings
            for part in ("repository", "shelfmark")
        ),
    )
