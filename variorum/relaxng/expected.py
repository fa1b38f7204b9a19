"""What a state expects, for messages that say what may stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from variorum.relaxng import patterns as p
from variorum.relaxng.patterns import AttributeDecl, ElementDecl, Pattern

__all__ = ["Expected", "expected"]


@dataclass
class Expected:
    """What may come next, in the order of the schema; `anything`: elements of any name."""

    names: dict[str, ElementDecl] = field(default_factory=dict)
    attributes: dict[str, AttributeDecl] = field(default_factory=dict)
    text: bool = False
    anything: bool = False


@lru_cache(maxsize=256)
def expected(state: Pattern) -> Expected:
    """Elements, attributes and text that may come next in `state`; a mistake often recurs."""
    found = Expected()
    waiting, seen = [(state, True)], set()
    while waiting:
        pattern, now = waiting.pop()
        if (pattern, now) in seen:
            continue
        seen.add((pattern, now))
        _add(pattern, now, found)
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


def _add(pattern: Pattern, now: bool, found: Expected) -> None:
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
