"""The derivatives of patterns by attributes: what may still come after an attribute was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from variorum.relaxng import patterns as p
from variorum.relaxng.datatypes import Context
from variorum.relaxng.patterns import AttributeDecl, ElementDecl, Pattern, Patterns
from variorum.relaxng.text_derivatives import TextDerivatives

__all__ = ["AttributeDerivatives"]


class AttributeDerivatives:
    """Reads the attributes of start tags by the patterns of one schema."""

    def __init__(self, patterns: Patterns, texts: TextDerivatives) -> None:
        self.patterns = patterns
        self.texts = texts

    def entered(
        self, decl: ElementDecl, names: Iterable[str]
    ) -> tuple[Pattern, tuple[Pattern, ...]] | None:
        """The state after a start tag with these attributes, and the patterns of their values.

        The answer is None where a name is not allowed, where a required attribute is missing, and
        where only the values can decide.
        """
        rest, values = self.simplified(decl), []
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

    def simplified(self, decl: ElementDecl) -> Pattern:
        """The content of an element without its simple attributes, which go into `decl`.

        Simple are attributes of one fixed name that are required or optional whatever else is
        there. They go to `decl.attributes`, the names of the required ones to `decl.required`.
        No name can come twice in a group (7.3), so that an attribute cannot be in both parts.
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
        """The ways to read an attribute: for each the pattern of its value, and what remains."""
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

    def read(self, state: Pattern, name: str, value: str, context: Context) -> Pattern:
        """What remains after an attribute with this value."""
        return self.patterns.choice(
            [
                rest
                for pattern, rest in self.readings(state, name)
                if self.texts.holds(pattern, value, context)
            ]
        )

    def closed(self, state: Pattern) -> Pattern:
        """What remains when the start tag ends: whatever still needs an attribute is excluded."""
        if not state.mask & p.ATTRIBUTE:
            return state
        if state.closed is None:
            state.closed = self._close(state, lambda _: self.patterns.not_allowed)
        return state.closed

    def released(self, state: Pattern) -> Pattern:
        """What remains when the start tag ends, if missing attributes are forgiven."""
        return self._close(state, lambda _: self.patterns.empty)

    def without(self, state: Pattern, name: str) -> Pattern:
        """What remains when the start tag ends, if only this missing attribute is not forgiven."""
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


def _single(part: Pattern) -> Pattern | None:
    """The attribute of one fixed name that `part` requires or allows; None for anything else."""
    if part.kind == p.CHOICE and part.nullable:
        others = [other for other in part.parts if other.kind != p.EMPTY]
        part = others[0] if len(others) == 1 else part
    if part.kind != p.ATTRIBUTE or part.attribute.names.infinite:
        return None
    # An attribute with a choice of names may be used once, so that its names are not independent.
    return part if sum(1 for _ in part.attribute.names.names()) == 1 else None
