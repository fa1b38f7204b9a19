"""Describes mistakes in attributes, and finds the way on after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from variorum.relaxng import wording
from variorum.relaxng.expected import expected
from variorum.relaxng.name_classes import split
from variorum.relaxng.patterns import ElementDecl, Pattern

if TYPE_CHECKING:
    from variorum.relaxng.cursor import Cursor

__all__ = ["AttributeRecovery"]

XSI = "http://www.w3.org/2001/XMLSchema-instance"


class AttributeRecovery:
    """The mistakes in the attributes of one document.

    `misplaced` says of a start tag that its element stands in the wrong place. Its name may be
    what is wrong, so that nothing is said of the attributes that follow from this name.
    """

    def __init__(self, cursor: Cursor, usage: wording.Usage) -> None:
        self.cursor = cursor
        self.automaton = cursor.grammar.automaton
        self.usage = usage
        self._missing: dict[Pattern, tuple[str, str]] = {}

    def wrong(
        self,
        decls: Sequence[ElementDecl],
        content: Pattern,
        attributes: Mapping[str, str],
        name: str,
        *,
        misplaced: bool,
    ) -> Pattern:
        """Reports an attribute with a wrong name or value; the content as if it were right."""
        cursor = self.cursor
        tag = cursor.source.name(cursor.event)
        offset, raw = cursor.source.attribute(cursor.event, list(attributes).index(name))
        raw = raw or wording.label(name)
        readings = self.automaton.attributes.readings(content, name)
        if readings:
            values = [pattern for pattern, _ in readings]
            message, help_ = wording.wrong_value(raw, tag, attributes[name], values)
            help_ += "" if help_.endswith("?") else self._gloss(content, raw, name)
            cursor.report("attribute-value", offset, message, help_)
            return self._rests(readings)
        allowed = {n: d for n, d in expected(content).attributes.items() if n not in attributes}
        guess = wording.nearest_attribute(name, allowed)
        code, message = "attribute-unknown", f"there is no attribute @{raw}"
        if any(name in expected(decl.content).attributes for decl in decls):
            code, message = "attribute-misplaced", f"@{raw} cannot stand beside the others here"
        elif name in cursor.grammar.vocabulary.attributes:
            if misplaced:
                return content
            code, message = "attribute-misplaced", f"@{raw} is not allowed on <{tag}>"
        if split(name)[0] == XSI:
            cursor.report(code, offset, message, "it is for W3C XML Schema only: take it out")
            return content
        help_ = wording.instead(guess, self.usage, allowed, name, tag)
        if guess is not None and wording.label(guess) == wording.label(name):
            code, message, help_ = self._of_namespace(raw, name, guess)
        cursor.report(code, offset, message, help_)
        if guess is None:
            return content
        return self._rests(self.automaton.attributes.readings(content, guess))

    def _rests(self, readings: Iterable[tuple[Pattern, Pattern]]) -> Pattern:
        return self.automaton.patterns.choice([rest for _, rest in readings])

    @staticmethod
    def _of_namespace(raw: str, name: str, meant: str) -> tuple[str, str, str]:
        """What is said of an attribute that would be right in another namespace."""
        namespace, (wanted, local) = split(name)[0], split(meant)
        where = f"in the namespace {namespace}" if namespace else "in no namespace"
        help_ = f"write {local} with a prefix of the namespace {wanted}"
        if not wanted:
            help_ = f"write {local} without a prefix"
        return "attribute-unknown", f"@{raw} is {where}, where there is no such attribute", help_

    def _gloss(self, content: Pattern, raw: str, name: str) -> str:
        decl = expected(content).attributes.get(name)
        return wording.gloss(f"@{raw}", decl.gloss) if decl else ""

    def missing(self, content: Pattern, *, misplaced: bool) -> Pattern:
        """Reports required attributes that are missing; the content without them."""
        if not misplaced:
            tag = self.cursor.source.name(self.cursor.event)
            if content not in self._missing:
                self._missing[content] = self._missing_and_help(content)
            listed, help_ = self._missing[content]
            message = f"<{tag}> lacks {listed}"
            self.cursor.report("attribute-missing", self.cursor.event, message, help_)
        return self.automaton.attributes.released(content)

    def _missing_and_help(self, content: Pattern) -> tuple[str, str]:
        """Which attributes the content lacks, in words, and the help."""
        none = self.automaton.patterns.not_allowed
        candidates = expected(content).attributes
        needed = [
            name for name in candidates if self.automaton.attributes.without(content, name) is none
        ]
        either = [] if needed else [name for name in candidates if self._closes(content, name)]
        names = [f"@{wording.label(name)}" for name in needed or either or candidates]
        listed = wording.some(names, "and" if needed else "or") or "an attribute"
        help_ = f"add {listed}"
        if len(needed) == 1:
            decl = candidates[needed[0]]
            help_ += wording.values_of(decl.value) + wording.gloss(listed, decl.gloss)
        return listed, help_

    def _closes(self, content: Pattern, name: str) -> bool:
        """Whether this attribute alone would complete the start tag."""
        rests = [rest for _, rest in self.automaton.attributes.readings(content, name)]
        none = self.automaton.patterns.not_allowed
        return self.automaton.attributes.closed(self.automaton.patterns.choice(rests)) is not none
