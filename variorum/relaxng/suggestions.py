"""Suggests how to mend a mistake: where something may stand, or what may stand in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.relaxng import patterns as p
from variorum.relaxng import wording
from variorum.relaxng.expected import Expected, expected
from variorum.relaxng.name_classes import split
from variorum.relaxng.patterns import Pattern

if TYPE_CHECKING:
    from variorum.relaxng.cursor import Cursor

__all__ = ["Suggestions"]

XINCLUDE = "http://www.w3.org/2001/XInclude"


class Suggestions:
    """Suggestions for mistakes at the place of a cursor."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.automaton = cursor.grammar.automaton
        self.vocabulary = cursor.grammar.vocabulary
        self.usage = wording.Usage(cursor.source.data, self.vocabulary)
        # The same mistake is often made a thousand times in one document.
        self._ways: dict[tuple[Pattern, str], dict[tuple[str, ...], Pattern]] = {}
        self._unknown: dict[tuple[Pattern, str, str], tuple[str | None, str]] = {}

    def state_after(self, state: Pattern, name: str) -> Pattern:
        """The state after an element, whatever is in it."""
        return self.automaton.patterns.choice([r for _, r in self.automaton.opened(state, name)])

    def ahead(self, name: str) -> dict[tuple[str, ...], Pattern]:
        """Elements that must come first, with the state in which `name` then is allowed.

        Only the shortest sequences are given, of at most three elements.
        """
        state = self.cursor.state
        if (state, name) not in self._ways:
            self._ways[state, name] = self._ahead(state, name)
        return self._ways[state, name]

    def _ahead(self, start: Pattern, name: str) -> dict[tuple[str, ...], Pattern]:
        ways: dict[tuple[str, ...], Pattern] = {(): start}
        seen = {start}
        for _ in range(3):
            longer: dict[tuple[str, ...], Pattern] = {}
            for way, state in ways.items():
                for other in expected(state).names:
                    longer[(*way, other)] = self.state_after(state, other)
            found = {
                way: state for way, state in longer.items() if self.automaton.opened(state, name)
            }
            if found:
                return {way: state for way, state in found.items() if name not in way}
            # A state that was reached before is left out, or the number of ways would explode.
            ways = {}
            for way, state in longer.items():
                if state not in seen:
                    seen.add(state)
                    ways[way] = state
        return {}

    def for_element(self, name: str, raw: str) -> tuple[str, int]:
        """Help for an element in the wrong place, and the depth of the open element it belongs to.

        The depth is 0 where the element belongs to none of the open elements.
        """
        above = self._above(name, raw, strict=True)
        if above:
            return above
        stack, state = self.cursor.stack, self.cursor.state
        if stack and state.nullable and self.automaton.opened(stack[-1].child, name):
            parent = wording.element(stack[-1].name)
            if self.cursor.source.has(raw, self.cursor.tags[-1], self.cursor.event):
                return f"<{raw}> comes too late in {parent}, or once too often", 0
            return f"<{raw}> must come earlier in {parent}: move it up", 0
        allowed = expected(state)
        holders = [other for other in allowed.names if name in self.vocabulary.inside(other)]
        if holders:
            return self._holders(holders), 0
        return self._above(name, raw, strict=False) or (self.listed(allowed, name), 0)

    def for_text(self) -> str:
        """Help for text in the wrong place."""
        allowed = expected(self.cursor.state)
        holders = [name for name, decl in allowed.names.items() if decl.content.mask & p.TEXT]
        return self._holders(holders) if holders else self.listed(allowed, None)

    def _holders(self, names: list[str]) -> str:
        best = [wording.element(name) for name in self.usage.ranked(names, like=None)[:3]]
        return f"put it in {wording.some(best, 'or')}"

    def _above(self, name: str, raw: str, strict: bool) -> tuple[str, int] | None:
        """Help that says after which end tags the element is allowed, and the depth of its parent.

        With `strict` only end tags count that may stand here.
        """
        state, closed = self.cursor.state, ""
        for depth in range(len(self.cursor.stack) - 1, 0, -1):
            move = self.cursor.stack[depth]
            rest = move.rest
            if rest is self.automaton.patterns.not_allowed:
                rest = self.automaton.left(state)
            if strict and not self._may_end(state):
                return None
            closed += f"</{wording.label(move.name)}>"
            if self.automaton.opened(rest, name):
                holder = wording.element(self.cursor.stack[depth - 1].name)
                return f"<{raw}> is allowed after {closed}, in {holder}", depth
            state = rest
        return None

    def _may_end(self, state: Pattern) -> bool:
        ended = self.automaton.ended(state)
        return state.nullable or ended is not self.automaton.patterns.not_allowed

    def listed(self, allowed: Expected, like: str | None) -> str:
        """Help that lists what may stand here, the best guess first."""
        ranked = [wording.element(name) for name in self.usage.ranked(allowed.names, like)]
        if allowed.text:
            ranked.insert(0, "text")
        if allowed.anything:
            ranked.append("elements of other names")
        stack = self.cursor.stack
        if not ranked and stack and self.cursor.state is stack[-1].child:
            return f"{wording.element(self.cursor.parent)} must stay empty"
        if not ranked:
            return f"nothing more may stand in {wording.element(self.cursor.parent)}"
        return f"allowed here: {wording.some(ranked, 'and')}"

    def guesses(self, allowed: Expected, end: int) -> tuple[list[str], list[str]]:
        """The elements that would complete the innermost one, and the others that may come.

        `end` is the offset at which the innermost element ends. Elements that it holds already
        come last, because they have not completed it.
        """
        state, source, tag = self.cursor.state, self.cursor.source, self.cursor.tags[-1]
        ranked = self.usage.ranked(allowed.names, like=None)
        ranked.sort(key=lambda name: source.has(wording.label(name), tag, end))
        first = [name for name in ranked if self._completes(state, name)]
        return (first, [name for name in ranked if name not in first]) if first else (ranked, [])

    def _completes(self, state: Pattern, name: str) -> bool:
        return any(self._may_end(rest) for _, rest in self.automaton.opened(state, name))

    def for_namespace(self, name: str, raw: str) -> tuple[str, str]:
        """Message and help for an element whose namespace is wrong."""
        namespace, local = split(name)
        known = self.vocabulary.locals.get(local, "")
        wanted = split(known)[0]
        message = (
            f"<{raw}> is in the namespace {namespace}"
            if namespace
            else f"<{raw}> is in no namespace"
        )
        if expected(self.cursor.state).anything:
            message = f"<{raw}> is not allowed in {wording.element(self.cursor.parent)}"
            return message, self.listed(expected(self.cursor.state), None)
        if namespace == XINCLUDE:
            return f"<{raw}> is not followed here", "check the file that the inclusion makes"
        if not known:
            homes = {split(other)[0] for other in expected(self.cursor.state).names}
            listed = wording.some([home or "no namespace" for home in sorted(homes)], "or")
            parent = wording.element(self.cursor.parent)
            help_ = (
                f"in {parent} stand elements of {listed}" if homes else f"take it out of {parent}"
            )
            return f"{message}, of which the schema knows nothing", help_
        if not self.cursor.parent:
            return message, f'write xmlns="{wanted}" on the outermost element'
        if namespace:
            return message, f"the schema knows it in {wanted or 'no namespace'}"
        return message, f'take away xmlns="", or write xmlns="{wanted}"'

    def for_unknown(self, name: str) -> tuple[str | None, str]:
        """For a name the schema lacks: the element that is probably meant here, and the help."""
        state = self.cursor.state
        key = (state, self.cursor.parent, name)
        if key not in self._unknown:
            self._unknown[key] = self._for_unknown(expected(state), name)
        return self._unknown[key]

    def _for_unknown(self, allowed: Expected, name: str) -> tuple[str | None, str]:
        namespace = split(name)[0]
        siblings = [other for other in self.vocabulary.elements if split(other)[0] == namespace]
        guess = wording.nearest(name, [other for other in allowed.names if other in siblings])
        if guess is not None:
            return guess, f"did you mean {wording.element(guess)}?"
        far = wording.nearest(name, siblings, most=1)
        if far is None:
            return None, self.listed(allowed, name)
        parent = wording.element(self.cursor.parent)
        return None, f"did you mean {wording.element(far)}? It is not allowed in {parent}"
