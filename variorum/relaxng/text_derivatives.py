"""The derivatives of patterns by text: what may still come after a text has been read."""

from __future__ import annotations

from variorum.relaxng import limits
from variorum.relaxng import patterns as p
from variorum.relaxng.datatypes import SPACES, Context, tokens
from variorum.relaxng.patterns import Pattern, Patterns

__all__ = ["TextDerivatives"]


class TextDerivatives:
    """Reads texts and the values of attributes by the patterns of one schema."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns

    def holds(self, pattern: Pattern, value: str, context: Context) -> bool:
        """Whether the pattern of an attribute (or of whole content) allows this text."""
        if pattern.kind == p.TEXT:
            return True
        if pattern.mask & p.CONTEXT or len(value) > limits.LONGEST:
            return self._holds(pattern, value, context)
        known = pattern.known.get(value)
        if known is None:
            if len(pattern.known) >= limits.MOST_VALUES:
                pattern.known.clear()
            known = pattern.known[value] = self._holds(pattern, value, context)
        return known

    def _holds(self, pattern: Pattern, value: str, context: Context) -> bool:
        if pattern.nullable and not value.strip(SPACES):
            return True
        return self.read(pattern, value, context).nullable

    def read(self, state: Pattern, value: str, context: Context) -> Pattern:
        """What may still come after a text.

        Where `state` holds data or values, the text must be the whole content of the element.
        """
        if state.mask & p.TYPED:
            return self._read(state, value, context)
        if state.texted is None:
            state.texted = self._read(state, value, context)
        return state.texted

    def _read(self, state: Pattern, value: str, context: Context) -> Pattern:
        kind, make, parts = state.kind, self.patterns, state.parts
        if kind == p.TEXT:
            return state
        if kind in (p.DATA, p.VALUE, p.LIST):
            return make.empty if self._typed(state, value, context) else make.not_allowed
        if kind == p.CHOICE:
            return make.choice([self.read(part, value, context) for part in parts])
        if kind == p.ONE_OR_MORE:
            rest, again = self.read(parts[0], value, context), make.optional(state)
            # Where text is repeated, the pattern after a text is the pattern before it, so that
            # the state need not change.
            return again if rest is make.text else make.group((rest, again))
        if kind == p.AFTER:
            return make.after(self.read(parts[0], value, context), parts[1])
        if kind not in (p.GROUP, p.INTERLEAVE):
            return make.not_allowed
        found = []
        for i, part in enumerate(parts):
            rest = self.read(part, value, context)
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
                rest = self.read(rest, token, context)
            return rest.nullable
        assert datatype is not None
        if state.kind == p.DATA:
            allowed = datatype.allows(value, context)
            return allowed and not (state.parts and self.holds(state.parts[0], value, context))
        literal, prefixes = state.literal
        wanted = datatype.parse(literal, Context(prefixes))
        return bool(wanted == datatype.parse(value, context))
