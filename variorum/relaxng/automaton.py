"""Derivatives of patterns, and the automaton they make, state by state as documents need it.

A state is the pattern of what may still come in an element. A start tag leads to a state for its
own content, which does not depend on the parent, and leaves the parent's next state aside.
Only where one name may begin several elements is the parent's part kept in the pattern (`after`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from variorum.relaxng import patterns as p
from variorum.relaxng.datatypes import Context, tokens
from variorum.relaxng.name_classes import OneName
from variorum.relaxng.patterns import AttributeDecl, ElementDecl, Pattern, Patterns

__all__ = ["Automaton", "Move"]

SPACES = " \t\n\r"
# Values remembered for one pattern, and moves of the whole automaton, before they are forgotten;
# names remembered for one state, and tags for one move, before no more are; characters of a tag or
# value that is remembered at all.
MOST_VALUES = 2000
MOST_MOVES = 100_000
MOST_NAMES = 2000
MOST_TAGS = 1000
LONGEST = 1000


class Move:
    """What a start tag with these attribute names does.

    `child` is the state inside, `rest` the parent's state afterwards (notAllowed: it is part of
    `child`), `values` the patterns of the attributes' values in order (TEXT for any value),
    `spare` how many more tags are remembered with their values.
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
        # What depends on the namespaces in scope is not remembered.
        self.spare = 0 if any(value.mask & p.CONTEXT for value in values) else MOST_TAGS


class Automaton:
    """The lazy automaton of one schema."""

    def __init__(self, patterns: Patterns, start: Pattern) -> None:
        self.patterns = patterns
        self.start = start
        self.moves = 0

    # elements

    def opened(self, state: Pattern, name: str) -> tuple[tuple[ElementDecl, Pattern], ...]:
        """The elements a start tag may begin in `state`, each with the state after its end."""
        if not state.mask & p.ELEMENT:
            return ()
        if state.openings is None:
            state.openings = {}
        found = state.openings.get(name)
        if found is None:
            after: dict[ElementDecl, list[Pattern]] = {}
            for decl, rest in self._open(state, name):
                after.setdefault(decl, []).append(rest)
            found = tuple((decl, self.patterns.choice(rests)) for decl, rests in after.items())
            if found or len(state.openings) < MOST_NAMES:
                state.openings[name] = found
        return found

    def _open(self, state: Pattern, name: str) -> list[tuple[ElementDecl, Pattern]]:
        kind, make = state.kind, self.patterns
        parts = state.parts
        if kind == p.ELEMENT:
            return [(state.element, make.empty)] if state.element.names.contains(name) else []
        if kind == p.CHOICE:
            return [
                pair for part in _candidates(state, name) for pair in self._open_part(part, name)
            ]
        if kind == p.GROUP:
            return self._open_group(parts, name)
        if kind == p.INTERLEAVE:
            return [
                (decl, make.interleave((*parts[:i], rest, *parts[i + 1 :])))
                for i, part in enumerate(parts)
                for decl, rest in self._open_part(part, name)
            ]
        if kind == p.ONE_OR_MORE:
            again = make.optional(state)
            return [
                (decl, make.group((rest, again))) for decl, rest in self._open_part(parts[0], name)
            ]
        if kind == p.AFTER:
            return [
                (decl, make.after(rest, parts[1])) for decl, rest in self._open_part(parts[0], name)
            ]
        return []

    def _open_part(self, part: Pattern, name: str) -> Iterable[tuple[ElementDecl, Pattern]]:
        # A choice has many single elements: not worth a memory each.
        if part.kind == p.ELEMENT:
            decl = part.element
            return ((decl, self.patterns.empty),) if decl.names.contains(name) else ()
        return self.opened(part, name)

    def _open_group(
        self, parts: tuple[Pattern, ...], name: str
    ) -> list[tuple[ElementDecl, Pattern]]:
        pairs: list[tuple[ElementDecl, Pattern]] = []
        for i, part in enumerate(parts):
            following = parts[i + 1 :]
            for decl, rest in self._open_part(part, name):
                pairs.append((decl, self.patterns.group((rest, *following))))
            if not part.nullable:
                break
        return pairs

    def move(
        self, state: Pattern, name: str, attributes: list[str], context: Context
    ) -> Move | None:
        """The move of a start tag, remembered in `state`.

        `attributes` are names and values in turn. None where the tag is not allowed, where a value
        is wrong, or where values must decide.
        """
        names = attributes[::2]
        shape = (name, *names) if names else name
        move = state.shapes.get(shape)
        if move is None:
            move = self._made(self.opened(state, name), name, names)
            if move is None:
                return None
            self._count()
            state.shapes[shape] = move
        for pattern, value in zip(move.values, attributes[1::2], strict=True):
            if not (pattern.known.get(value) or self.holds(pattern, value, context)):
                return None
        # Tags with values that never come back would fill the memory for nothing.
        if move.spare and sum(map(len, attributes)) <= LONGEST:
            move.spare -= 1
            self._count()
            state.moves[(name, *attributes) if attributes else name] = move
        return move

    def _count(self) -> None:
        self.moves += 1
        if self.moves > MOST_MOVES:
            for pattern in self.patterns:
                pattern.moves.clear()
                pattern.shapes.clear()
            self.moves = 0

    def _made(
        self, pairs: tuple[tuple[ElementDecl, Pattern], ...], name: str, attributes: list[str]
    ) -> Move | None:
        if len(pairs) == 1:
            decl, rest = pairs[0]
            entered = self._enter(decl, attributes)
            return Move(name, (decl,), entered[0], rest, entered[1]) if entered else None
        none = self.patterns.not_allowed
        child = none if attributes else self.closed(self.both(pairs))
        decls = tuple(decl for decl, _ in pairs)
        return Move(name, decls, child, none, ()) if child is not none else None

    def both(self, pairs: Iterable[tuple[ElementDecl, Pattern]]) -> Pattern:
        """The content of all the elements a start tag may begin, each before its parent's rest."""
        return self.patterns.choice(
            [self.patterns.after(decl.content, rest) for decl, rest in pairs]
        )

    # attributes

    def _enter(
        self, decl: ElementDecl, names: Iterable[str]
    ) -> tuple[Pattern, tuple[Pattern, ...]] | None:
        """State after the start tag, and value patterns, if the attributes are decided by name."""
        rest, values = self.attributes_of(decl), []
        direct, missing = decl.attributes, set(decl.required)
        for name in names:
            own = direct.get(name)
            if own is not None:
                values.append(own.value)
                missing.discard(name)
                continue
            readings = self.readings(rest, name)
            if len(readings) != 1:
                return None
            values.append(readings[0][0])
            rest = readings[0][1]
        child = self.closed(rest)
        return None if missing or child is self.patterns.not_allowed else (child, tuple(values))

    def attributes_of(self, decl: ElementDecl) -> Pattern:
        """Splits content: attributes that are simply there or optional, and the rest (returned).

        The former go to `decl.attributes` and `decl.required`. No name can come twice in a group
        (7.3), so that the two do not meet.
        """
        if decl.rest is not None:
            return decl.rest
        content = decl.content
        required: set[str] = set()
        sequence = content.kind in (p.GROUP, p.INTERLEAVE)
        kept: list[Pattern] = []
        for part in content.parts if sequence else (content,):
            attribute = _single(part)
            if attribute is None:
                kept.append(part)
                continue
            for name in attribute.attribute.names.names():
                decl.attributes[name] = attribute.attribute
            if not part.nullable:
                required.update(attribute.attribute.names.names())
        join = self.patterns.interleave if content.kind == p.INTERLEAVE else self.patterns.group
        decl.required = frozenset(required)
        decl.rest = join(kept)
        return decl.rest

    def readings(self, state: Pattern, name: str) -> list[tuple[Pattern, Pattern]]:
        """The ways to take an attribute: the pattern of its value, and what then remains."""
        if not state.mask & p.ATTRIBUTE:
            return []
        kind, make, parts = state.kind, self.patterns, state.parts
        if kind == p.ATTRIBUTE:
            return (
                [(state.attribute.value, make.empty)]
                if state.attribute.names.contains(name)
                else []
            )
        found: list[tuple[Pattern, Pattern]] = []
        for i, part in enumerate(parts):
            for value, rest in self.readings(part, name):
                if kind == p.CHOICE:
                    found.append((value, rest))
                elif kind == p.AFTER:
                    found.append((value, make.after(rest, parts[1])))
                elif kind == p.ONE_OR_MORE:
                    found.append((value, make.group((rest, make.optional(state)))))
                else:
                    join = make.group if kind == p.GROUP else make.interleave
                    found.append((value, join((*parts[:i], rest, *parts[i + 1 :]))))
            if kind == p.AFTER:
                break
        return found

    def take(self, state: Pattern, name: str, value: str, context: Context) -> Pattern:
        """What remains after an attribute with this value."""
        return self.patterns.choice(
            [
                rest
                for pattern, rest in self.readings(state, name)
                if self.holds(pattern, value, context)
            ]
        )

    def closed(self, state: Pattern) -> Pattern:
        """What remains when the start tag ends: nothing that still needs an attribute."""
        if not state.mask & p.ATTRIBUTE:
            return state
        if state.closed is None:
            state.closed = self._close(state, lambda _: self.patterns.not_allowed)
        return state.closed

    def released(self, state: Pattern) -> Pattern:
        """The same without asking for the attributes that are missing."""
        return self._close(state, lambda _: self.patterns.empty)

    def without(self, state: Pattern, name: str) -> Pattern:
        """The same, asking for one attribute only."""
        make = self.patterns
        return self._close(
            state, lambda a: make.not_allowed if a.names.contains(name) else make.empty
        )

    def _close(self, state: Pattern, instead: Callable[[AttributeDecl], Pattern]) -> Pattern:
        if not state.mask & p.ATTRIBUTE:
            return state
        kind, make = state.kind, self.patterns
        if kind == p.ATTRIBUTE:
            return instead(state.attribute)
        if kind == p.AFTER:
            return make.after(self._close(state.parts[0], instead), state.parts[1])
        parts = [self._close(part, instead) for part in state.parts]
        if kind == p.CHOICE:
            return make.choice(parts)
        if kind == p.GROUP:
            return make.group(parts)
        return make.interleave(parts) if kind == p.INTERLEAVE else make.one_or_more(parts[0])

    # text

    def holds(self, pattern: Pattern, value: str, context: Context) -> bool:
        """Whether the pattern of an attribute (or of whole content) allows this text."""
        if pattern.kind == p.TEXT:
            return True
        if pattern.mask & p.CONTEXT or len(value) > LONGEST:
            return self._holds(pattern, value, context)
        known = pattern.known.get(value)
        if known is None:
            if len(pattern.known) >= MOST_VALUES:
                pattern.known.clear()
            known = pattern.known[value] = self._holds(pattern, value, context)
        return known

    def _holds(self, pattern: Pattern, value: str, context: Context) -> bool:
        if pattern.nullable and not value.strip(SPACES):
            return True
        return self.text(pattern, value, context).nullable

    def text(self, state: Pattern, value: str, context: Context) -> Pattern:
        """What remains after a text; for data it must be the whole of the content."""
        if state.mask & p.TYPED:
            return self._text(state, value, context)
        if state.texted is None:
            state.texted = self._text(state, value, context)
        return state.texted

    def _text(self, state: Pattern, value: str, context: Context) -> Pattern:
        kind, make, parts = state.kind, self.patterns, state.parts
        if kind == p.TEXT:
            return state
        if kind in (p.DATA, p.VALUE, p.LIST):
            return make.empty if self._typed(state, value, context) else make.not_allowed
        if kind == p.CHOICE:
            return make.choice([self.text(part, value, context) for part in parts])
        if kind == p.ONE_OR_MORE:
            rest, again = self.text(parts[0], value, context), make.optional(state)
            # Text before what may be text again is that itself, so that the state can stay.
            return again if rest is make.text else make.group((rest, again))
        if kind == p.AFTER:
            return make.after(self.text(parts[0], value, context), parts[1])
        if kind not in (p.GROUP, p.INTERLEAVE):
            return make.not_allowed
        found = []
        for i, part in enumerate(parts):
            rest = self.text(part, value, context)
            if kind == p.INTERLEAVE:
                found.append(make.interleave((*parts[:i], rest, *parts[i + 1 :])))
                continue
            found.append(make.group((rest, *parts[i + 1 :])))
            if not part.nullable:
                break
        return make.choice(found)

    def _typed(self, state: Pattern, value: str, context: Context) -> bool:
        datatype = state.datatype
        if state.kind == p.LIST:
            rest = state.parts[0]
            for token in tokens(value):
                rest = self.text(rest, token, context)
            return rest.nullable
        assert datatype is not None
        if state.kind == p.DATA:
            allowed = datatype.allows(value, context)
            return allowed and not (state.parts and self.holds(state.parts[0], value, context))
        literal, prefixes = state.literal
        wanted = datatype.parse(literal, Context(prefixes))
        return bool(wanted == datatype.parse(value, context))

    # ends

    def ended(self, state: Pattern) -> Pattern:
        """The parent's state after an end tag, where `state` holds the parent's part."""
        if state.ended is None:
            if state.kind == p.CHOICE:
                state.ended = self.patterns.choice([self.ended(part) for part in state.parts])
            elif state.kind == p.AFTER and state.parts[0].nullable:
                state.ended = state.parts[1]
            else:
                state.ended = self.patterns.not_allowed
        return state.ended

    def left(self, state: Pattern) -> Pattern:
        """The same, whatever the element still lacks."""
        if state.kind == p.CHOICE:
            return self.patterns.choice([self.left(part) for part in state.parts])
        return state.parts[1] if state.kind == p.AFTER else self.patterns.not_allowed


def _single(part: Pattern) -> Pattern | None:
    """The attribute of fixed names that `part` is or makes optional; None for anything else."""
    if part.kind == p.CHOICE and part.nullable:
        others = [one for one in part.parts if one.kind != p.EMPTY]
        part = others[0] if len(others) == 1 else part
    if part.kind != p.ATTRIBUTE or part.attribute.names.infinite:
        return None
    # An attribute of a choice of names is used once, whichever name it takes.
    return part if sum(1 for _ in part.attribute.names.names()) == 1 else None


def _candidates(choice: Pattern, name: str) -> Iterator[Pattern]:
    """The parts of a choice that may begin with an element of this name."""
    if choice.index is None:
        single: dict[str, list[Pattern]] = {}
        others = []
        for part in choice.parts:
            names = part.element.names if part.kind == p.ELEMENT else None
            if isinstance(names, OneName):
                single.setdefault(names.name, []).append(part)
            else:
                others.append(part)
        choice.index = (single, others)
    yield from choice.index[0].get(name, ())
    yield from choice.index[1]
