"""The edition's grammar as the tests see it: its elements, their attributes and children."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from lxml import etree

__all__ = ["RNG", "TEI", "XML", "Grammar", "Pattern", "fragment_schema"]

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, eq=False)
class Pattern:
    """A RELAX NG pattern. References are followed, except those to elements.

    `kind` is the name of the pattern in RELAX NG, or `any` for all elements of another namespace;
    `name` that of the element or attribute, the type of data, or the text of a value; `facet` the
    regular expression that data must match.
    """

    kind: str
    name: str
    parts: tuple[Pattern, ...]
    facet: str = ""

    @cached_property
    def all(self) -> tuple[Pattern, ...]:
        """The pattern and all within it."""
        return (self, *(pattern for part in self.parts for pattern in part.all))


class Grammar:
    """A grammar in which each element has a define of its own, named as the element is.

    `only` limits what is read to the elements named.
    """

    def __init__(self, path: Path, only: Container[str] | None = None) -> None:
        root = etree.parse(str(path)).getroot()
        self._defines = {define.get("name"): define for define in root.iterfind(RNG + "define")}
        self._names = {
            name
            for name, define in self._defines.items()
            if define.find(f"{RNG}element[@name]") is not None
        }
        self.content: dict[str, tuple[Pattern, ...]] = {}
        """The patterns of each element that concern its content."""
        self.attributes: dict[str, tuple[Pattern, ...]] = {}
        """The patterns of each element that concern its attributes."""
        for name in sorted(self._names):
            if only is not None and name not in only:
                continue
            parts = self._parts(self._defines[name].find(RNG + "element"))
            self.content[name] = tuple(part for part in parts if not _has_attribute(part))
            self.attributes[name] = tuple(part for part in parts if _has_attribute(part))

    @cache  # noqa: B019 - one grammar a test run
    def children(self, element: str) -> set[str]:
        """The names of the elements that may stand in an element."""
        patterns = (pattern for part in self.content[element] for pattern in part.all)
        return {pattern.name for pattern in patterns if pattern.kind == "ref"}

    @cache  # noqa: B019
    def attribute_names(self, element: str) -> set[str]:
        """The names of all attributes of an element."""
        return set(self.attribute_patterns(element))

    def required(self, element: str) -> set[str]:
        """The names of the attributes an element cannot do without."""
        return {pattern.name for pattern in self.attributes[element] if pattern.kind == "attribute"}

    def attribute_patterns(self, element: str) -> dict[str, Pattern]:
        """The `attribute` patterns of an element by name."""
        patterns = (pattern for part in self.attributes[element] for pattern in part.all)
        return {pattern.name: pattern for pattern in patterns if pattern.kind == "attribute"}

    def _parts(self, node: Any) -> tuple[Pattern, ...]:
        children = (child for child in node if str(child.tag).startswith(RNG))
        return tuple(
            part for child in children if child.tag != RNG + "param" for part in self._read(child)
        )

    def _read(self, node: Any) -> tuple[Pattern, ...]:
        kind = etree.QName(node).localname
        name = node.get("name") or node.get("type") or node.text or ""
        if kind == "ref" and name.startswith("any."):
            return (Pattern("any", name, ()),)
        if kind == "ref" and name not in self._names:
            return self._parts(self._defines[name])
        facet = node.findtext(f"{RNG}param[@name='pattern']") or ""
        return (Pattern(kind, name.strip(), self._parts(node), facet),)


def fragment_schema(path: Path) -> etree.RelaxNG:
    """The grammar, loosened so that a document may begin with any of its elements."""
    tree = etree.parse(str(path))
    start = tree.find(RNG + "start")
    names = [
        element.getparent().get("name") for element in tree.iterfind(f"{RNG}define/{RNG}element")
    ]
    start[:] = [etree.Element(RNG + "choice")]
    for name in names:
        etree.SubElement(start[0], RNG + "ref", name=name)
    return etree.RelaxNG(tree)


def _has_attribute(pattern: Pattern) -> bool:
    return any(part.kind == "attribute" for part in pattern.all)
