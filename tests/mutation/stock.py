"""Pieces of real documents, which are put together anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from random import Random

from lxml import etree

from variorum.relaxng import Schema

__all__ = ["Stock", "parsed", "serialized"]

TEI = "{http://www.tei-c.org/ns/1.0}"
_MOST = 40
"""So many elements a piece may have."""
_LONGEST = 4000
"""So many bytes a piece may have."""
_OF_ONE_FILE = 300
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=False,
    remove_pis=True, collect_ids=False, huge_tree=True,
)  # fmt: skip


def parsed(data: bytes) -> etree._Element:
    """The root of a document; nothing outside of it is read."""
    return etree.fromstring(data, _PARSER)


def serialized(root: etree._Element) -> bytes:
    """The document with this root."""
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return data


class Stock:
    """The pieces, by the name of the element in which they stood, and the words of a grammar."""

    def __init__(self, documents: Mapping[str, bytes], schema: Schema) -> None:
        self.grammar = schema.grammar
        self._pieces: dict[str, list[bytes]] = defaultdict(list)
        self._attributes: dict[str, list[str]] = {}
        self.elements = [_clark(name) for name in schema.grammar.vocabulary.elements]
        for name, data in documents.items():
            self._cut(name, data)
        self.parents = sorted(self._pieces)

    def _cut(self, name: str, data: bytes) -> None:
        try:
            root = parsed(data)
        except etree.XMLSyntaxError:
            return
        elements = [each for each in root.iter(f"{TEI}*") if each.getparent() is not None]
        if len(elements) > _OF_ONE_FILE:
            elements = Random(name).sample(elements, _OF_ONE_FILE)
        for element in elements:
            if _is_small(element):
                parent = element.getparent()
                assert parent is not None
                piece = etree.tostring(element, with_tail=False)
                if len(piece) <= _LONGEST:
                    self._pieces[str(parent.tag)].append(piece)

    def piece(self, parent: str, chance: Random) -> etree._Element | None:
        """A piece that stood in such an element; now and then one that stood elsewhere."""
        if parent not in self._pieces or chance.random() < 0.1:
            parent = chance.choice(self.parents)
        return parsed(chance.choice(self._pieces[parent]))

    def attributes(self, element: etree._Element) -> list[str]:
        """The attributes that the grammar knows for an element, in the notation of lxml."""
        name = str(element.tag)
        if name not in self._attributes:
            found: dict[str, None] = {}
            namespace, _, local = name.rpartition("}")
            expat = f"{namespace[1:]} {local}" if namespace else local
            for decl in self.grammar.vocabulary.elements.get(expat, ()):
                self.grammar.automaton.attributes.simplified(decl)
                found.update(dict.fromkeys(map(_clark, decl.attributes)))
            self._attributes[name] = sorted(found)
        return self._attributes[name]


def _is_small(element: etree._Element) -> bool:
    number = 0
    for number, _ in enumerate(element.iter(), 1):
        if number > _MOST:
            return False
    return number > 0


def _clark(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"{{{namespace}}}{local}" if namespace else local
