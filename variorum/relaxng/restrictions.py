"""The restrictions on a simplified schema (RELAX NG 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.relaxng import patterns as p
from variorum.relaxng.name_classes import NameClass, OneName, overlap, split
from variorum.relaxng.patterns import ElementDecl, Pattern
from variorum.relaxng.syntax import Node

__all__ = ["check_restrictions"]

WORDS = {
    p.EMPTY: "empty",
    p.TEXT: "text",
    p.GROUP: "group",
    p.INTERLEAVE: "interleave",
    p.ONE_OR_MORE: "oneOrMore",
    p.ELEMENT: "element",
    p.ATTRIBUTE: "attribute",
    p.DATA: "data",
    p.VALUE: "value",
    p.LIST: "list",
}
# 7.1.5, 7.1.1, 7.1.3 and 7.1.4: what may not be found below these.
NOT_IN_START = (
    p.ATTRIBUTE
    | p.DATA
    | p.VALUE
    | p.LIST
    | p.TEXT
    | p.GROUP
    | p.INTERLEAVE
    | p.ONE_OR_MORE
    | p.EMPTY
)
NOT_IN_ATTRIBUTE = p.ATTRIBUTE | p.ELEMENT
NOT_IN_LIST = p.LIST | p.ELEMENT | p.ATTRIBUTE | p.TEXT | p.INTERLEAVE
NOT_IN_EXCEPT = (
    p.ATTRIBUTE | p.ELEMENT | p.LIST | p.TEXT | p.GROUP | p.INTERLEAVE | p.ONE_OR_MORE | p.EMPTY
)
# Content types (7.2), in the order in which a choice takes the greater.
NO_CONTENT, COMPLEX, SIMPLE = 0, 1, 2


def check_restrictions(start: Pattern, start_node: Node, elements: Iterable[ElementDecl]) -> None:
    """Raises SchemaError for the first restriction the schema breaks."""
    elements = list(elements)
    _forbid(start, NOT_IN_START, start_node, "<start>")
    for decl in elements:
        if decl.content.mask & p.BARE_INFINITE:
            bare = _find(decl.content, p.BARE_INFINITE, decl.node)
            raise bare.error("an attribute of any name needs a <oneOrMore> around it")
    content: dict[Pattern, int] = {}
    attributes: dict[Pattern, list[NameClass]] = {}
    roots = [start, *(decl.content for decl in elements)]
    for pattern in _below(roots, p.ATTRIBUTE | p.LIST | p.DATA):
        _check_paths(pattern)
    for pattern in _below(roots, p.ATTRIBUTE):
        content[pattern] = _content_type(pattern, content)
        if pattern.mask & p.ATTRIBUTE:
            attributes[pattern] = _attributes(pattern, attributes)
        if pattern.kind == p.INTERLEAVE:
            _check_interleave(pattern)


def _below(roots: Iterable[Pattern], enter: int = 0) -> list[Pattern]:
    """All patterns outside of elements below the roots; a part comes before the pattern it is in.

    What is in attributes, in lists and in the exceptions of data is left out unless `enter` has
    their bits.
    """
    waiting = list(roots)
    seen = set(waiting)
    while waiting:
        pattern = waiting.pop()
        if pattern.kind & ~enter & (p.ATTRIBUTE | p.LIST | p.DATA):
            continue
        below = (pattern.attribute.value,) if pattern.kind == p.ATTRIBUTE else pattern.parts
        for part in below:
            if part not in seen:
                seen.add(part)
                waiting.append(part)
    return sorted(seen, key=lambda pattern: pattern.serial)


def _check_paths(pattern: Pattern) -> None:
    """Refuses the forbidden paths (7.1)."""
    kind = pattern.kind
    if kind == p.ATTRIBUTE:
        decl = pattern.attribute
        _forbid(decl.value, NOT_IN_ATTRIBUTE, decl.node, "<attribute>")
    elif kind == p.LIST:
        _forbid(pattern.parts[0], NOT_IN_LIST, _node(pattern), "<list>")
    elif kind == p.DATA and pattern.parts:
        _forbid(pattern.parts[0], NOT_IN_EXCEPT, _node(pattern), "the <except> of <data>")
    elif kind == p.ONE_OR_MORE and pattern.mask & p.GROUPED_ATTRIBUTE:
        where = _find(pattern.parts[0], p.ATTRIBUTE, _node(pattern))
        raise where.error("an attribute cannot be repeated together with other patterns")


def _forbid(pattern: Pattern, bits: int, node: Node, holder: str) -> None:
    bad = pattern.mask & bits
    if bad:
        kind = WORDS[bad & -bad]
        raise _find(pattern, bad & -bad, node).error(f"<{kind}> is not allowed in {holder}")


def _find(pattern: Pattern, bit: int, fallback: Node) -> Node:
    """The place in the schema of the pattern that sets `bit`, or `fallback` if it has none."""
    while True:
        part = next((part for part in pattern.parts if part.mask & bit), None)
        if part is None or pattern.kind == bit:
            node = pattern.decl.node if pattern.decl else pattern.node
            return fallback if node is None or pattern.kind in (p.EMPTY, p.TEXT) else node
        pattern = part


def _node(pattern: Pattern) -> Node:
    assert pattern.node is not None
    return pattern.node


def _content_type(pattern: Pattern, known: dict[Pattern, int]) -> int:
    """The content type of a pattern: empty, complex or simple (7.2)."""
    kind = pattern.kind
    if kind in (p.TEXT, p.ELEMENT):
        return COMPLEX
    if kind in (p.DATA, p.VALUE, p.LIST):
        return SIMPLE
    if kind == p.CHOICE:
        return max(known[part] for part in pattern.parts)
    if kind == p.ONE_OR_MORE:
        inner = known[pattern.parts[0]]
        if inner == SIMPLE:
            raise _node(pattern).error("data or a value cannot be repeated, except in a <list>")
        return inner
    if kind in (p.GROUP, p.INTERLEAVE):
        return _joined(pattern, known)
    return NO_CONTENT


def _joined(pattern: Pattern, known: dict[Pattern, int]) -> int:
    types = [(known[part], part) for part in pattern.parts if known[part] != NO_CONTENT]
    simple = [part for ctype, part in types if ctype == SIMPLE]
    if simple and len(types) > 1:
        reason = "data or a value cannot stand beside other content, except in a <list>"
        raise (simple[-1].node or _node(pattern)).error(reason)
    return max((ctype for ctype, _ in types), default=NO_CONTENT)


def _attributes(pattern: Pattern, known: dict[Pattern, list[NameClass]]) -> list[NameClass]:
    """The name classes of the attributes; in a group no name may come twice (7.3)."""
    if pattern.kind == p.ATTRIBUTE:
        return [pattern.attribute.names]
    found: list[NameClass] = []
    listed: set[str] = set()
    apart = pattern.kind in (p.GROUP, p.INTERLEAVE)
    for part in pattern.parts:
        classes = known.get(part)
        if classes is None:
            continue
        if apart:
            twice = _twice(classes, found, listed)
            if twice is not None:
                raise _attribute_node(part, twice, pattern).error(
                    f"{_called(twice)} is allowed twice here"
                )
        found += classes
        listed.update(c.name for c in classes if isinstance(c, OneName))
    return found


def _twice(classes: list[NameClass], found: list[NameClass], listed: set[str]) -> NameClass | None:
    """The first of `classes` that shares a name with `found`, whose single names are `listed`."""
    wide = [other for other in found if not isinstance(other, OneName)]
    for names in classes:
        if isinstance(names, OneName):
            if names.name in listed or any(overlap(names, other) for other in wide):
                return names
        elif any(overlap(names, other) for other in found):
            return names
    return None


def _called(names: NameClass) -> str:
    if isinstance(names, OneName):
        return f"the attribute “{split(names.name)[1]}”"
    return "an attribute of any name, beside one of those names,"


def _attribute_node(pattern: Pattern, names: NameClass, whole: Pattern) -> Node:
    waiting = [pattern]
    while waiting:
        part = waiting.pop()
        if part.kind == p.ATTRIBUTE and part.attribute.names is names:
            return part.attribute.node
        waiting += part.parts
    return _node(whole)


def _check_interleave(pattern: Pattern) -> None:
    """Refuses text, or elements of the same name, in two parts of an interleave (7.4)."""
    with_text = [part for part in pattern.parts if part.mask & p.TEXT]
    if len(with_text) > 1:
        raise _node(pattern).error("<text> is in two parts of an <interleave>")
    found: list[NameClass] = []
    listed: set[str] = set()
    for part in pattern.parts:
        decls = {decl.names: decl for decl in _elements(part)}
        twice = _twice(list(decls), found, listed)
        if twice is not None:
            reason = "an element of this name is in two parts of an <interleave>"
            raise decls[twice].node.error(reason)
        found += decls
        listed.update(names.name for names in decls if isinstance(names, OneName))


def _elements(pattern: Pattern) -> Iterator[ElementDecl]:
    for part in _below([pattern]):
        if part.kind == p.ELEMENT:
            yield part.element
