"""Finds the help for what is in the wrong place: where it may stand, or what may stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.relaxng import patterns as p
from variorum.relaxng import wording
from variorum.relaxng.expect import Expected, expected
from variorum.relaxng.name_classes import split
from variorum.relaxng.patterns import Pattern

if TYPE_CHECKING:
    from variorum.relaxng.validate import Validation

__all__ = ["Cures"]

XINCLUDE = "http://www.w3.org/2001/XInclude"


class Cures:
    """Looks around the place where a validation stands."""

    def __init__(self, validation: Validation) -> None:
        self.validation = validation
        self.automaton = validation.automaton
        self.index = validation.schema.index
        self.usage = wording.Usage(validation.source.data, self.index)
        # The same mistake is often made a thousand times.
        self._ways: dict[tuple[Pattern, str], dict[tuple[str, ...], Pattern]] = {}
        self._unknown: dict[tuple[Pattern, str, str], tuple[str | None, str]] = {}
        self._missing: dict[Pattern, tuple[str, str]] = {}

    def parent(self) -> str:
        """The name of the innermost open element; '' outside of all."""
        stack = self.validation.stack
        return stack[-1].name if stack else ""

    def past(self, state: Pattern, name: str) -> Pattern:
        """The state after an element, whatever is in it."""
        return self.automaton.patterns.choice([r for _, r in self.automaton.opened(state, name)])

    def ahead(self, name: str) -> dict[tuple[str, ...], Pattern]:
        """Elements that must come first, with the state in which `name` then is allowed.

        The shortest ways only, of at most three elements.
        """
        state = self.validation.state
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
                    longer[(*way, other)] = self.past(state, other)
            found = {
                way: state for way, state in longer.items() if self.automaton.opened(state, name)
            }
            if found:
                return {way: state for way, state in found.items() if name not in way}
            # Each state once, or the ways would be without number.
            ways = {}
            for way, state in longer.items():
                if state not in seen:
                    seen.add(state)
                    ways[way] = state
        return {}

    def cure(self, name: str, raw: str) -> tuple[str, int]:
        """Help for an element in the wrong place, and the depth of the open element it belongs to.

        The depth is 0 where that is none of those around it.
        """
        above = self._above(name, raw, strict=True)
        if above:
            return above
        stack, state = self.validation.stack, self.validation.state
        if stack and state.nullable and self.automaton.opened(stack[-1].child, name):
            parent = wording.element(stack[-1].name)
            if self.validation.source.has(raw, self.validation.tags[-1], self.validation.event):
                return f"<{raw}> comes too late in {parent}, or once too often", 0
            return f"<{raw}> must come earlier in {parent}: move it up", 0
        allowed = expected(state)
        holders = [other for other in allowed.names if name in self.index.inside(other)]
        if holders:
            return self._holders(holders), 0
        return self._above(name, raw, strict=False) or (self.listed(allowed, name), 0)

    def cure_of_text(self) -> str:
        """Help for text in the wrong place."""
        allowed = expected(self.validation.state)
        holders = [name for name, decl in allowed.names.items() if decl.content.mask & p.TEXT]
        return self._holders(holders) if holders else self.listed(allowed, None)

    def _holders(self, names: list[str]) -> str:
        best = [wording.element(name) for name in self.usage.ranked(names, like=None)[:3]]
        return f"put it in {wording.some(best, 'or')}"

    def _above(self, name: str, raw: str, strict: bool) -> tuple[str, int] | None:
        """After which end tags the element is allowed; `strict`: which may stand here."""
        state, closed = self.validation.state, ""
        for depth in range(len(self.validation.stack) - 1, 0, -1):
            move = self.validation.stack[depth]
            rest = move.rest
            if rest is self.automaton.patterns.not_allowed:
                rest = self.automaton.left(state)
            if strict and not self._may_end(state):
                return None
            closed += f"</{wording.label(move.name)}>"
            if self.automaton.opened(rest, name):
                holder = wording.element(self.validation.stack[depth - 1].name)
                return f"<{raw}> is allowed after {closed}, in {holder}", depth
            state = rest
        return None

    def _may_end(self, state: Pattern) -> bool:
        ended = self.automaton.ended(state)
        return state.nullable or ended is not self.automaton.patterns.not_allowed

    def listed(self, allowed: Expected, like: str | None) -> str:
        """What may stand here, best guess first."""
        ranked = [wording.element(name) for name in self.usage.ranked(allowed.names, like)]
        if allowed.text:
            ranked.insert(0, "text")
        if allowed.anything:
            ranked.append("elements of other names")
        stack = self.validation.stack
        if not ranked and stack and self.validation.state is stack[-1].child:
            return f"{wording.element(self.parent())} must stay empty"
        if not ranked:
            return f"nothing more may stand in {wording.element(self.parent())}"
        return f"allowed here: {wording.some(ranked, 'and')}"

    def guesses(self, state: Pattern, allowed: Expected) -> tuple[list[str], list[str]]:
        """The elements that would complete the innermost one, and the others that may come.

        What is there already comes last: it has not done.
        """
        source, tag = self.validation.source, self.validation.tags[-1]
        end = self.validation.parser.CurrentByteIndex
        ranked = self.usage.ranked(allowed.names, like=None)
        ranked.sort(key=lambda name: source.has(wording.label(name), tag, end))
        first = [name for name in ranked if self._completes(state, name)]
        return (first, [name for name in ranked if name not in first]) if first else (ranked, [])

    def _completes(self, state: Pattern, name: str) -> bool:
        return any(self._may_end(rest) for _, rest in self.automaton.opened(state, name))

    def stranger(self, name: str, raw: str) -> tuple[str, str]:
        """Message and help for an element whose namespace is wrong."""
        namespace, local = split(name)
        known = self.index.locals.get(local, "")
        wanted = split(known)[0]
        message = (
            f"<{raw}> is in the namespace {namespace}"
            if namespace
            else f"<{raw}> is in no namespace"
        )
        if expected(self.validation.state).anything:
            message = f"<{raw}> is not allowed in {wording.element(self.parent())}"
            return message, self.listed(expected(self.validation.state), None)
        if namespace == XINCLUDE:
            return f"<{raw}> is not followed here", "check the file that the inclusion makes"
        if not known:
            homes = {split(other)[0] for other in expected(self.validation.state).names}
            listed = wording.some([home or "no namespace" for home in sorted(homes)], "or")
            parent = wording.element(self.parent())
            help_ = (
                f"in {parent} stand elements of {listed}" if homes else f"take it out of {parent}"
            )
            return f"{message}, of which the schema knows nothing", help_
        if not self.parent():
            return message, f'write xmlns="{wanted}" on the outermost element'
        if namespace:
            return message, f"the schema knows it in {wanted or 'no namespace'}"
        return message, f'take away xmlns="", or write xmlns="{wanted}"'

    def of_unknown(self, name: str) -> tuple[str | None, str]:
        """For a name the schema has not: the element that may be meant here, and the help."""
        state = self.validation.state
        key = (state, self.parent(), name)
        if key not in self._unknown:
            self._unknown[key] = self._of_unknown(expected(state), name)
        return self._unknown[key]

    def _of_unknown(self, allowed: Expected, name: str) -> tuple[str | None, str]:
        namespace = split(name)[0]
        siblings = [other for other in self.index.elements if split(other)[0] == namespace]
        guess = wording.nearest(name, [other for other in allowed.names if other in siblings])
        if guess is not None:
            return guess, f"did you mean {wording.element(guess)}?"
        far = wording.nearest(name, siblings, most=1)
        if far is None:
            return None, self.listed(allowed, name)
        parent = wording.element(self.parent())
        return None, f"did you mean {wording.element(far)}? It is not allowed in {parent}"

    def of_missing(self, content: Pattern) -> tuple[str, str]:
        """For content that lacks attributes: which, and the help."""
        if content not in self._missing:
            self._missing[content] = self._of_missing(content)
        return self._missing[content]

    def _of_missing(self, content: Pattern) -> tuple[str, str]:
        none = self.automaton.patterns.not_allowed
        candidates = expected(content).attributes
        needed = [name for name in candidates if self.automaton.without(content, name) is none]
        either = [] if needed else [name for name in candidates if self._closes(content, name)]
        names = [f"@{wording.label(name)}" for name in needed or either or candidates]
        listed = wording.some(names, "and" if needed else "or") or "an attribute"
        help_ = f"add {listed}"
        if len(needed) == 1:
            decl = candidates[needed[0]]
            help_ += wording.values_of(decl.value) + wording.gloss(listed, decl.gloss)
        return listed, help_

    def _closes(self, content: Pattern, name: str) -> bool:
        """Whether the attribute alone would do."""
        rests = [rest for _, rest in self.automaton.readings(content, name)]
        none = self.automaton.patterns.not_allowed
        return self.automaton.closed(self.automaton.patterns.choice(rests)) is not none
