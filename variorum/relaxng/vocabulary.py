"""The names that a schema declares, for messages that suggest some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from variorum.relaxng import patterns as p
from variorum.relaxng.name_classes import split
from variorum.relaxng.patterns import ElementDecl, Pattern

__all__ = ["Vocabulary"]

_Names = tuple[frozenset[str], frozenset[str]]


class Vocabulary:
    """The names a schema declares.

    `elements` and `locals` find an element by its name and by its local name. `places` counts in
    how many elements each element may stand, `attributes` on how many each attribute.
    """

    def __init__(self, decls: Iterable[ElementDecl]) -> None:
        self.elements: dict[str, list[ElementDecl]] = {}
        self.attributes: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self._inside: dict[str, frozenset[str]] = {}
        reached: dict[Pattern, _Names] = {}
        for decl in decls:
            for name in decl.names.names():
                self.elements.setdefault(name, []).append(decl)
            below, attributes = self._below(decl.content, reached)
            for name in decl.names.names():
                self._inside[name] = self._inside.get(name, frozenset()) | below
            self.places.update(below)
            self.attributes.update(attributes)
        self.namespaces = {split(name)[0] for name in self.elements}
        self.locals = {split(name)[1]: name for name in self.elements}

    def inside(self, name: str) -> frozenset[str]:
        """The elements that may be children of elements of this name."""
        return self._inside.get(name, frozenset())

    def _below(self, pattern: Pattern, reached: dict[Pattern, _Names]) -> _Names:
        """Names of elements and of attributes in a content."""
        known = reached.get(pattern)
        if known is None:
            elements: set[str] = set()
            attributes: set[str] = set()
            if pattern.kind == p.ELEMENT:
                elements.update(pattern.element.names.names())
            elif pattern.kind == p.ATTRIBUTE:
                attributes.update(pattern.attribute.names.names())
            for part in pattern.parts:
                below = self._below(part, reached)
                elements |= below[0]
                attributes |= below[1]
            known = reached[pattern] = (frozenset(elements), frozenset(attributes))
        return known
