"""Describes mistakes, and finds a way on after each that brings no second finding for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.relaxng import patterns as p
from variorum.relaxng import wording
from variorum.relaxng.attribute_recovery import AttributeRecovery
from variorum.relaxng.expected import Expected, expected
from variorum.relaxng.name_classes import split
from variorum.relaxng.patterns import ElementDecl, Pattern
from variorum.relaxng.suggestions import Suggestions

if TYPE_CHECKING:
    from variorum.relaxng.cursor import Cursor

__all__ = ["Recovery"]

Reading = tuple[tuple[ElementDecl, ...], Pattern, Pattern]
"""How an element is read: its declarations, their content, and the parent's state after it."""


@dataclass
class _OpenElement:
    """What is known of the mistakes in an open element, so that none is reported twice."""

    missing: set[str] = field(default_factory=set)
    """Children that were reported as missing."""
    has_wrong_child: bool = False
    """A child is wrong, and may be the child that the element lacks when it ends."""
    misplaced: bool = False
    """The element itself stands in the wrong place, and its name may be what is wrong."""
    help: str = ""
    """The last help for something in the wrong place, without the name of what stands there."""
    help_is_for_text: bool = False
    next_offset: int = 0
    """The offset of what follows the last thing in the wrong place."""


class Recovery:
    """The mistakes of one document; each method gives the way on after a mistake."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.automaton = cursor.grammar.automaton
        self.vocabulary = cursor.grammar.vocabulary
        self.suggestions = Suggestions(cursor)
        self.attributes = AttributeRecovery(cursor, self.suggestions.usage)
        self._open: dict[int, _OpenElement] = {}

    @property
    def here(self) -> _OpenElement:
        """What is known of the innermost open element."""
        return self._open.setdefault(len(self.cursor.stack), _OpenElement())

    @property
    def _starts_misplaced(self) -> bool:
        """Whether the element whose start tag is being read stands in the wrong place."""
        starting = self._open.get(len(self.cursor.stack) + 1)
        return starting is not None and starting.misplaced

    def leave(self, end: int) -> None:
        """Forgets the innermost element, which ends at the offset `end`."""
        depth = len(self.cursor.stack)
        ending = self._open.pop(depth, None)
        if ending is not None and ending.misplaced and depth - 1 in self._open:
            self._open[depth - 1].next_offset = self.cursor.source.after_end(end)

    def element(self, name: str) -> Reading | None:
        """Reports a start tag that is not allowed; None if its element is to be skipped."""
        known = self.vocabulary.elements.get(name)
        if known is None:
            return self._unknown(name)
        here, state = self.here, self.cursor.state
        if name in here.missing or here.misplaced:
            return self._read_as(known, state)
        ahead = self.suggestions.ahead(name)
        if ahead:
            return self._early(name, ahead)
        self._misplaced(name)
        here.has_wrong_child = True
        self._open[len(self.cursor.stack) + 1] = _OpenElement(misplaced=True)
        return self._read_as(known, state)

    def _read_as(self, decls: Iterable[ElementDecl], rest: Pattern) -> Reading:
        decls = tuple(decls)
        return decls, self.automaton.patterns.choice([decl.content for decl in decls]), rest

    def _read_as_opened(self, pairs: Sequence[tuple[ElementDecl, Pattern]]) -> Reading:
        rest = self.automaton.patterns.choice([rest for _, rest in pairs])
        return self._read_as([decl for decl, _ in pairs], rest)

    def _unknown(self, name: str) -> Reading | None:
        state, event = self.cursor.state, self.cursor.event
        raw = self.cursor.source.name(event)
        namespace, local = split(name)
        allowed = expected(state)
        if namespace not in self.vocabulary.namespaces or self.vocabulary.locals.get(local):
            self.cursor.report(
                "element-namespace", event, *self.suggestions.for_namespace(name, raw)
            )
            self._skip(allowed)
            return None
        guess, help_ = self.suggestions.for_unknown(name)
        self.cursor.report("element-unknown", event, f"there is no element <{raw}>", help_)
        pairs = self.automaton.opened(state, guess) if guess is not None else ()
        if pairs:
            return self._read_as_opened(pairs)
        self._skip(allowed)
        return None

    def _skip(self, allowed: Expected) -> None:
        """Takes the skipped element for the required one, where only one element is allowed."""
        self.here.has_wrong_child = True
        state = self.cursor.state
        if len(allowed.names) == 1 and not state.nullable and not allowed.text:
            only = next(iter(allowed.names))
            self.cursor.state = self.suggestions.state_after(state, only)

    def _early(self, name: str, ahead: dict[tuple[str, ...], Pattern]) -> Reading:
        first = self.suggestions.usage.ranked((way[0] for way in ahead), like=None)
        best = next(way for way in ahead if way[0] == first[0])
        if not self.here.has_wrong_child:
            listed = wording.some([wording.element(other) for other in first], "or")
            if len(best) > 1:
                listed = wording.some([wording.element(other) for other in best], "and")
            raw = self.cursor.source.name(self.cursor.event)
            parent = wording.element(self.cursor.parent)
            message = f"<{raw}> comes too early in {parent}: {listed} must come first"
            source = self.cursor.source
            end = source.end(self.cursor.tags[-1], self.cursor.event) if self.cursor.parent else 0
            if source.has(wording.label(best[0]), self.cursor.event, end):
                help_ = f"move {wording.element(best[0])} before <{raw}>"
            else:
                help_ = f"add {listed} before <{raw}>" + wording.gloss_of(self.vocabulary, first)
            self.cursor.report("element-missing", self.cursor.event, message, help_)
        self.here.missing.update(other for way in ahead for other in way)
        state = self.automaton.patterns.choice(ahead.values())
        return self._read_as_opened(self.automaton.opened(state, name))

    def _misplaced(self, name: str) -> None:
        raw = self.cursor.source.name(self.cursor.event)
        parent = self.cursor.parent
        message = f"<{raw}> is not allowed in {wording.element(parent)}"
        if not parent:
            message = f"<{raw}> cannot be the outermost element"
        help_, depth = self.suggestions.for_element(name, raw)
        if depth:
            # The element to which it belongs may lack it.
            self._open.setdefault(depth, _OpenElement()).has_wrong_child = True
        self._report_first(
            "element-misplaced" if parent else "root", self.cursor.event, message, help_, raw
        )

    def _report_first(
        self, code: str, offset: int, message: str, help_: str, raw: str = ""
    ) -> None:
        """Reports something in the wrong place, unless the report before it covers it.

        A report covers the siblings that follow directly and need the same help. Text is covered by
        a report on the element next to it, and an element by a report on the text next to it.
        """
        here = self.here
        nameless = help_.replace(f"<{raw}>", "")
        same = nameless == here.help or not raw or here.help_is_for_text
        if offset != here.next_offset or not same:
            self.cursor.report(code, offset, message, help_)
        here.help, here.help_is_for_text = nameless, not raw

    def incomplete(self, end: int) -> None:
        """Reports that the innermost element ends too early, at the offset `end`."""
        if self.here.has_wrong_child or self.here.misplaced:
            return
        parent = self.cursor.parent
        state = self.cursor.state
        allowed = expected(state)
        if state.mask & p.TYPED and not allowed.names:
            message, help_ = wording.wrong_content(wording.element(parent), "", state)
            self.cursor.report("text-value", self.cursor.tags[-1], message, help_)
            return
        first, others = self.suggestions.guesses(allowed, end)
        listed = wording.some([wording.element(name) for name in [*first, *others]], "or")
        message = f"{wording.element(parent)} is incomplete"
        if state is self.cursor.stack[-1].child:
            message = f"{wording.element(parent)} may not be empty"
        help_ = f"add {listed}" + wording.gloss_of(self.vocabulary, first) if listed else ""
        self.cursor.report("element-incomplete", self.cursor.tags[-1], message, help_)

    def attribute(
        self,
        decls: Sequence[ElementDecl],
        content: Pattern,
        attributes: Mapping[str, str],
        name: str,
    ) -> Pattern:
        """Reports an attribute with a wrong name or value; the content as if it were right."""
        misplaced = self._starts_misplaced
        return self.attributes.wrong(decls, content, attributes, name, misplaced=misplaced)

    def missing_attributes(self, content: Pattern) -> Pattern:
        """Reports required attributes that are missing; the content without them."""
        return self.attributes.missing(content, misplaced=self._starts_misplaced)

    def text(self, text: str, end: int) -> Pattern:
        """Reports text that may not stand here or has a wrong value; it ends at offset `end`."""
        cursor = self.cursor
        state = cursor.state
        offset = cursor.source.text(cursor.event, end)
        parent = wording.element(self.cursor.parent)
        self.here.has_wrong_child = True
        if state.mask & p.TYPED:
            message, help_ = wording.wrong_content(parent, text, state)
            self.cursor.report("text-value", offset, message, help_)
            return state
        if self.here.misplaced:
            return state
        help_ = self.suggestions.for_text()
        message = f"text is not allowed in {parent}: “{wording.shortened(text)}”"
        self._report_first("text-misplaced", offset, message, help_)
        self.here.next_offset = end
        return state
