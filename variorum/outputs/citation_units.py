"""The citable units of a text, as its header declares them: `refsDecl/citeStructure`.

The XPath expressions of a header are evaluated as XPath 1.0 on a copy whose elements have no
namespace, so that names in them need no prefix (TEI P5 17.2.5.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.findings import Place, VariorumError
from variorum.outputs.codes import CITE_STRUCTURE_XPATH
from variorum.source import TEI, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Citation", "Structure", "Unit"]


@dataclass(frozen=True)
class Structure:
    """A level of citation: the kind of its units, and the levels below."""

    unit: str
    match: str
    use: str
    delimiter: str
    below: tuple[Structure, ...]


@dataclass
class Unit:
    """A citable unit: its reference, its element, and the units within it."""

    reference: str
    kind: str
    level: int
    element: _Element
    parent: str | None
    below: list[Unit] = field(default_factory=list)

    def walk(self, depth: int = -1) -> Iterator[Unit]:
        """The units within, in document order, as many levels down as asked (-1: all)."""
        if depth == 0:
            return
        for unit in self.below:
            yield unit
            yield from unit.walk(depth - 1)


class Citation:
    """The first tree of citation of a document; empty where the header declares none."""

    def __init__(self, source: Source) -> None:
        self._source = source
        root = source.root
        path = f"{TEI}teiHeader/{TEI}encodingDesc/{TEI}refsDecl"
        trees = [
            tree for tree in root.iterfind(path) if tree.find(f"{TEI}citeStructure") is not None
        ]
        self._declaration = trees[0] if trees else None
        self.structures = _structures(self._declaration)
        shadow = _shadow(root)
        self._originals = dict(zip(shadow.iter("*"), root.iter("*"), strict=True))
        self._order = {element: place for place, element in enumerate(self._originals)}
        self.units = self._units(shadow, self.structures, 1, None)

    def __iter__(self) -> Iterator[Unit]:
        for unit in self.units:
            yield unit
            yield from unit.walk()

    @property
    def depth(self) -> int:
        """The number of levels there are."""
        return max((unit.level for unit in self), default=0)

    def _units(
        self, context: _Element, structures: tuple[Structure, ...], level: int, parent: Unit | None
    ) -> list[Unit]:
        found: list[tuple[_Element, Structure, int]] = [
            (element, structure, number)
            for structure in structures
            for number, element in enumerate(self._matches(context, structure), 1)
        ]
        units = []
        for element, structure, number in sorted(found, key=lambda item: self._order[item[0]]):
            own = self._used(element, structure, number)
            if own:
                start = f"{parent.reference}{structure.delimiter}" if parent else ""
                unit = Unit(
                    f"{start}{own}",
                    structure.unit,
                    level,
                    self._originals[element],
                    parent.reference if parent else None,
                )
                unit.below = self._units(element, structure.below, level + 1, unit)
                units.append(unit)
        return units

    def _matches(self, context: _Element, structure: Structure) -> list[_Element]:
        found = self._evaluate(context, structure.match)
        return (
            [element for element in found if element in self._originals]
            if isinstance(found, list)
            else []
        )

    def _used(self, element: _Element, structure: Structure, number: int) -> str:
        if structure.use.strip() == "position()":
            return str(number)
        found = self._evaluate(element, structure.use)
        value = found[0] if isinstance(found, list) and found else found
        text = value if isinstance(value, str) else getattr(value, "text", None)
        if isinstance(value, float):
            text = f"{value:g}"
        return " ".join((text or "").split())

    def _evaluate(self, context: _Element, expression: str) -> object:
        from lxml import etree

        try:
            return context.xpath(expression.replace("tei:", ""))
        except etree.XPathError as error:
            line = 0 if self._declaration is None else int(self._declaration.sourceline or 0)
            message = f"“{expression}” cannot be evaluated as XPath 1.0: {error}"
            place = Place(self._source.name, line)
            raise VariorumError(CITE_STRUCTURE_XPATH.at(place, message)) from None


def _structures(holder: _Element | None) -> tuple[Structure, ...]:
    if holder is None:
        return ()
    return tuple(
        Structure(
            element.get("unit", "unit"),
            element.get("match", "."),
            element.get("use", "@n"),
            element.get("delim", ""),
            _structures(element),
        )
        for element in holder.iterfind(f"{TEI}citeStructure")
    )


def _shadow(root: _Element) -> _Element:
    copy = deepcopy(root)
    for element in copy.iter("*"):
        element.tag = element.tag.rpartition("}")[2]
    return copy
