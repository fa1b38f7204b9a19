"""The automaton of a schema, which is made state by state as documents need it.

A state is the pattern of what may still come in an element. A start tag leads to a state for the
content of its own element. This state does not depend on the parent, whose next state waits until
the element ends. Only where one name may begin several different elements does the pattern also
hold the parent's part (a pattern of the kind `after`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.relaxng import limits
from variorum.relaxng import patterns as p
from variorum.relaxng.attribute_derivatives import AttributeDerivatives
from variorum.relaxng.datatypes import Context
from variorum.relaxng.name_classes import OneName
from variorum.relaxng.patterns import ElementDecl, Move, Pattern, Patterns
from variorum.relaxng.text_derivatives import TextDerivatives

__all__ = ["Automaton"]


class Automaton:
    """The automaton of one schema, with the derivatives by text and by attributes."""

    def __init__(self, patterns: Patterns, start: Pattern) -> None:
        self.patterns = patterns
        self.start = start
        self.texts = TextDerivatives(patterns)
        self.attributes = AttributeDerivatives(patterns, self.texts)
        self.moves = 0

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
            if found or len(state.openings) < limits.MOST_NAMES:
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
        # A choice may have many parts that are single elements, and remembering the answer for
        # each of them would cost more than asking.
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
        """The move of a start tag, which `state` then remembers.

        `attributes` holds the name and the value of each attribute in turn. The answer is None
        where the tag is not allowed, where a value is wrong, and where the values of attributes
        decide which element the tag begins.
        """
        names = attributes[::2]
        shape = (name, *names) if names else name
        move = state.shapes.get(shape)
        if move is None:
            move = self._new_move(self.opened(state, name), name, names)
            if move is None:
                return None
            self._count()
            state.shapes[shape] = move
        for pattern, value in zip(move.values, attributes[1::2], strict=True):
            if not (pattern.known.get(value) or self.texts.holds(pattern, value, context)):
                return None
        # Tags whose values never come back would fill the memory for nothing.
        if move.spare and sum(map(len, attributes)) <= limits.LONGEST:
            move.spare -= 1
            self._count()
            state.moves[(name, *attributes) if attributes else name] = move
        return move

    def _count(self) -> None:
        self.moves += 1
        if self.moves > limits.MOST_MOVES:
            for pattern in self.patterns:
                pattern.moves.clear()
                pattern.shapes.clear()
            self.moves = 0

    def _new_move(
        self, pairs: tuple[tuple[ElementDecl, Pattern], ...], name: str, attributes: list[str]
    ) -> Move | None:
        if len(pairs) == 1:
            decl, rest = pairs[0]
            entered = self.attributes.entered(decl, attributes)
            return Move(name, (decl,), entered[0], rest, entered[1]) if entered else None
        none = self.patterns.not_allowed
        child = none if attributes else self.attributes.closed(self.either(pairs))
        decls = tuple(decl for decl, _ in pairs)
        return Move(name, decls, child, none, ()) if child is not none else None

    def either(self, pairs: Iterable[tuple[ElementDecl, Pattern]]) -> Pattern:
        """The content of any of the elements, each followed by the parent's state after it."""
        return self.patterns.choice(
            [self.patterns.after(decl.content, rest) for decl, rest in pairs]
        )

    def ended(self, state: Pattern) -> Pattern:
        """The parent's state after an end tag; it is taken from `state`, which must hold it."""
        if state.ended is None:
            if state.kind == p.CHOICE:
                state.ended = self.patterns.choice([self.ended(part) for part in state.parts])
            elif state.kind == p.AFTER and state.parts[0].nullable:
                state.ended = state.parts[1]
            else:
                state.ended = self.patterns.not_allowed
        return state.ended

    def left(self, state: Pattern) -> Pattern:
        """The parent's state after an end tag, even if the element still lacks something."""
        if state.kind == p.CHOICE:
            return self.patterns.choice([self.left(part) for part in state.parts])
        return state.parts[1] if state.kind == p.AFTER else self.patterns.not_allowed


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
