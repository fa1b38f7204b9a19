"""Patterns of the simple syntax, each kept once, so that identity is equality.

`notAllowed` and `empty` are removed from a pattern when it is made (RELAX NG 4.20, 4.21). Groups
and choices are flat, so that many attributes in a row need no deep recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from variorum.relaxng import limits
from variorum.relaxng.name_classes import NameClass

if TYPE_CHECKING:
    from variorum.relaxng.datatypes import Datatype
    from variorum.relaxng.syntax import Node

__all__ = ["AttributeDecl", "ElementDecl", "Move", "Pattern", "Patterns"]

# Each kind of pattern has a bit. The mask of a pattern has the bits of all patterns in it, but not
# of those in its elements, so that it takes one step to ask what a pattern holds.
EMPTY = 1
TEXT = 2
CHOICE = 4
GROUP = 8
INTERLEAVE = 16
ONE_OR_MORE = 32
ELEMENT = 64
ATTRIBUTE = 128
DATA = 256
VALUE = 512
LIST = 1024
AFTER = 2048
NOT_ALLOWED = 4096
# Derived bits.
GROUPED_ATTRIBUTE = 8192  # an attribute below a group or interleave
BARE_INFINITE = 16384  # an attribute of an infinite name class that no oneOrMore repeats
CONTEXT = 32768  # a datatype whose values depend on the namespaces in scope

TYPED = DATA | VALUE | LIST


class AttributeDecl:
    """An attribute pattern: which names, which values; `node` is its place in the schema."""

    __slots__ = ("gloss", "names", "node", "value")

    def __init__(self, names: NameClass, value: Pattern, node: Node) -> None:
        self.names = names
        self.value = value
        self.node = node
        self.gloss = node.gloss


class ElementDecl:
    """An element pattern. `content` is set once all elements are known, as it may hold them all."""

    __slots__ = ("attributes", "content", "gloss", "names", "node", "required", "rest")

    def __init__(self, names: NameClass, content: Pattern, node: Node) -> None:
        self.names = names
        self.content = content
        self.node = node
        self.gloss = node.gloss
        self.attributes: dict[str, AttributeDecl] = {}
        self.required: frozenset[str] = frozenset()
        self.rest: Pattern | None = None


class Pattern:
    """One pattern; made by `Patterns` only.

    `kind` is one of the bits above; `parts` the members of a choice, group, interleave, oneOrMore
    or list, the exception of data, or the two of an after; `decl`, `datatype` and `literal` belong
    to elements and attributes, to data and values, and to values. The other slots remember results.
    """

    __slots__ = (
        "closed",
        "datatype",
        "decl",
        "ended",
        "index",
        "kind",
        "known",
        "literal",
        "mask",
        "moves",
        "node",
        "nullable",
        "openings",
        "parts",
        "serial",
        "shapes",
        "texted",
    )

    def __init__(self, kind: int, parts: tuple[Pattern, ...], mask: int, nullable: bool) -> None:
        self.kind = kind
        self.parts = parts
        self.mask = mask
        self.nullable = nullable
        self.serial = 0
        self.node: Node | None = None
        self.decl: ElementDecl | AttributeDecl | None = None
        self.datatype: Datatype | None = None
        self.literal: tuple[str, dict[str, str]] = ("", {})
        self.openings: dict[str, tuple[tuple[ElementDecl, Pattern], ...]] | None = None
        self.index: tuple[dict[str, list[Pattern]], list[Pattern]] | None = None
        # Moves by start tags: by the whole of them, and by their names alone.
        self.moves: dict[str | tuple[str, ...], Move] = {}
        self.shapes: dict[str | tuple[str, ...], Move] = {}
        self.known: dict[str, bool] = {}
        self.closed: Pattern | None = None
        self.ended: Pattern | None = None
        self.texted: Pattern | None = None

    @property
    def element(self) -> ElementDecl:
        """The declaration of an element pattern."""
        assert isinstance(self.decl, ElementDecl)
        return self.decl

    @property
    def attribute(self) -> AttributeDecl:
        """The declaration of an attribute pattern."""
        assert isinstance(self.decl, AttributeDecl)
        return self.decl


class Move:
    """What a start tag with certain attribute names does to a state.

    `child` is the state inside the element. `rest` is the parent's state after the element; it is
    notAllowed where `child` itself holds the parent's part. `values` are the patterns of the
    attributes' values in the order of the attributes (TEXT where any value is allowed). `spare`
    says how many more tags may be remembered together with the values of their attributes.
    """

    __slots__ = ("child", "decls", "name", "rest", "spare", "values")

    def __init__(
        self,
        name: str,
        decls: tuple[ElementDecl, ...],
        child: Pattern,
        rest: Pattern,
        values: tuple[Pattern, ...],
    ) -> None:
        self.name = name
        self.decls = decls
        self.child = child
        self.rest = rest
        self.values = values
        # A value that depends on the namespaces in scope may be right here and wrong elsewhere,
        # so that no tag with such a value is remembered.
        self.spare = 0 if any(value.mask & CONTEXT for value in values) else limits.MOST_TAGS


class Patterns:
    """Makes the patterns of one schema, and keeps them."""

    def __init__(self) -> None:
        self._table: dict[object, Pattern] = {}
        self.not_allowed = self._keep("not allowed", Pattern(NOT_ALLOWED, (), 0, False))
        self.empty = self._keep("empty", Pattern(EMPTY, (), EMPTY, True))
        self.text = self._keep("text", Pattern(TEXT, (), TEXT, True))

    def _keep(self, key: object, pattern: Pattern) -> Pattern:
        pattern.serial = len(self._table)
        self._table[key] = pattern
        return pattern

    def __iter__(self) -> Iterator[Pattern]:
        return iter(self._table.values())

    def choice(self, parts: Iterable[Pattern]) -> Pattern:
        """Any of the parts."""
        members: dict[Pattern, None] = {}
        for part in parts:
            if part.kind == CHOICE:
                members.update(dict.fromkeys(part.parts))
            elif part is not self.not_allowed:
                members[part] = None
        if len(members) < 2:
            return next(iter(members), self.not_allowed)
        key = frozenset(members)
        found = self._table.get(key)
        if found is None:
            mask, nullable = CHOICE, False
            for part in members:
                mask |= part.mask
                nullable = nullable or part.nullable
            found = self._keep(key, Pattern(CHOICE, tuple(members), mask, nullable))
        return found

    def group(self, parts: Iterable[Pattern]) -> Pattern:
        """The parts in order."""
        members: list[Pattern] = []
        for part in parts:
            if part.kind == GROUP:
                members += part.parts
            elif part is self.not_allowed:
                return part
            elif part is not self.empty:
                members.append(part)
        return self._sequence(GROUP, members)

    def interleave(self, parts: Iterable[Pattern]) -> Pattern:
        """The parts in any order, their members mixed."""
        members: list[Pattern] = []
        for part in parts:
            if part.kind == INTERLEAVE:
                members += part.parts
            elif part is self.not_allowed:
                return part
            elif part is not self.empty:
                members.append(part)
        members.sort(key=_serial)
        return self._sequence(INTERLEAVE, members)

    def _sequence(self, kind: int, members: list[Pattern]) -> Pattern:
        if len(members) < 2:
            return members[0] if members else self.empty
        key = (kind, *members)
        found = self._table.get(key)
        if found is None:
            mask, nullable = kind, True
            for part in members:
                mask |= part.mask
                nullable = nullable and part.nullable
            if mask & ATTRIBUTE:
                mask |= GROUPED_ATTRIBUTE
            found = self._keep(key, Pattern(kind, tuple(members), mask, nullable))
        return found

    def one_or_more(self, part: Pattern) -> Pattern:
        """The part, repeated."""
        if part.kind in (ONE_OR_MORE, EMPTY, NOT_ALLOWED):
            return part
        key = (ONE_OR_MORE, part)
        found = self._table.get(key)
        if found is None:
            mask = (part.mask | ONE_OR_MORE) & ~BARE_INFINITE
            found = self._keep(key, Pattern(ONE_OR_MORE, (part,), mask, part.nullable))
        return found

    def optional(self, part: Pattern) -> Pattern:
        """The part or nothing."""
        return self.choice((part, self.empty))

    def after(self, first: Pattern, then: Pattern) -> Pattern:
        """`first` until the element ends, `then` after it; used where a name is ambiguous."""
        if first is self.not_allowed or then is self.not_allowed:
            return self.not_allowed
        key = (AFTER, first, then)
        found = self._table.get(key)
        if found is None:
            found = self._keep(key, Pattern(AFTER, (first, then), first.mask | AFTER, False))
        return found

    def list(self, part: Pattern) -> Pattern:
        """Tokens divided by whitespace."""
        if part is self.not_allowed:
            return part
        key = (LIST, part)
        found = self._table.get(key)
        if found is None:
            mask = LIST | part.mask & CONTEXT
            found = self._keep(key, Pattern(LIST, (part,), mask, False))
        return found

    def data(self, datatype: Datatype, but: Pattern) -> Pattern:
        """A value of a datatype, without those that match `but`."""
        key = (DATA, datatype, but)
        found = self._table.get(key)
        if found is None:
            mask = DATA | but.mask & CONTEXT | (CONTEXT if datatype.contextual else 0)
            parts = () if but is self.not_allowed else (but,)
            found = self._keep(key, Pattern(DATA, parts, mask, False))
            found.datatype = datatype
        return found

    def value(self, datatype: Datatype, literal: str, prefixes: dict[str, str]) -> Pattern:
        """One value of a datatype; `prefixes` are those in force where the literal stands."""
        contextual = datatype.contextual
        key = (VALUE, datatype, literal, *(sorted(prefixes.items()) if contextual else ()))
        found = self._table.get(key)
        if found is None:
            found = self._keep(
                key, Pattern(VALUE, (), VALUE | (CONTEXT if contextual else 0), False)
            )
            found.datatype = datatype
            found.literal = (literal, prefixes)
        return found

    def attribute(self, decl: AttributeDecl) -> Pattern:
        """An attribute."""
        if decl.value is self.not_allowed:
            return decl.value
        mask = ATTRIBUTE | (BARE_INFINITE if decl.names.infinite else 0)
        found = self._keep(decl, Pattern(ATTRIBUTE, (), mask, False))
        found.decl = decl
        return found

    def element(self, decl: ElementDecl) -> Pattern:
        """An element."""
        found = self._keep(decl, Pattern(ELEMENT, (), ELEMENT, False))
        found.decl = decl
        return found


def _serial(pattern: Pattern) -> int:
    return pattern.serial
