"""What a state expects, and what a schema knows: the material of helpful messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from variorum.relaxng import patterns as p
from variorum.relaxng.name_classes import split
from variorum.relaxng.patterns import AttributeDecl, ElementDecl, Pattern

__all__ = ["Expected", "Index", "expected"]


@dataclass
class Expected:
    """What may come next, in the order of the schema."""

    names: dict[str, ElementDecl] = field(default_factory=dict)
    attributes: dict[str, AttributeDecl] = field(default_factory=dict)
    text: bool = False
    anything: bool = False


def expected(state: Pattern) -> Expected:
    """Elements, attributes and text that may come next in `state`."""
    found = Expected()
    waiting, seen = [(state, True)], set()
    while waiting:
        pattern, now = waiting.pop()
        if (pattern, now) in seen:
            continue
        seen.add((pattern, now))
        _note(pattern, now, found)
        parts = []
        for part in () if pattern.kind in (p.DATA, p.LIST) else pattern.parts:
            parts.append((part, now))
            if pattern.kind == p.AFTER:
                break
            # Attributes come in any order, elements in theirs.
            if (
                pattern.kind == p.GROUP
                and not part.nullable
                and part.mask & ~p.ATTRIBUTE & _CONTENT
            ):
                now = False
        waiting += reversed(parts)
    return found


_CONTENT = p.ELEMENT | p.TEXT | p.DATA | p.VALUE | p.LIST


def _note(pattern: Pattern, now: bool, found: Expected) -> None:
    if pattern.kind == p.ATTRIBUTE:
        for name in pattern.attribute.names.names():
            found.attributes.setdefault(name, pattern.attribute)
    elif not now:
        return
    elif pattern.kind == p.ELEMENT:
        for name in pattern.element.names.names():
            found.names.setdefault(name, pattern.element)
        found.anything = found.anything or pattern.element.names.infinite
    elif pattern.kind == p.TEXT:
        found.text = True


_Names = tuple[frozenset[str], frozenset[str]]


class Index:
    """The names a schema declares, and how common each element is in its contents."""

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
