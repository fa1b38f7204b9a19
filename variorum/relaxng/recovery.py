"""Names a mistake, and finds the way on that brings no second finding for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.relaxng import patterns as p
from variorum.relaxng import wording
from variorum.relaxng.cures import Cures
from variorum.relaxng.expect import Expected, expected
from variorum.relaxng.findings import GrammarFinding
from variorum.relaxng.name_classes import split
from variorum.relaxng.patterns import ElementDecl, Pattern

if TYPE_CHECKING:
    from variorum.relaxng.validate import Validation

__all__ = ["Recovery"]

XSI = "http://www.w3.org/2001/XMLSchema-instance"

# How an element is taken: its declarations, their content, and the parent's state after it.
Taken = tuple[tuple[ElementDecl, ...], Pattern, Pattern]


@dataclass
class _Element:
    """What was already said of an open element, so that it is not said again.

    `missed`: children that were found missing; `marred`: a child is wrong, so that what the
    element then lacks may be that child; `doubtful`: it stands in the wrong place, so that its
    name may be what is wrong; `cure`: the last help for what is in the wrong place,
    `text`: whether that is text, `following`: the offset of what follows it.
    """

    missed: set[str] = field(default_factory=set)
    marred: bool = False
    doubtful: bool = False
    cure: str = ""
    text: bool = False
    following: int = 0


class Recovery:
    """The mistakes of one document."""

    def __init__(self, validation: Validation) -> None:
        self.validation = validation
        self.automaton = validation.automaton
        self.index = validation.schema.index
        self.cures = Cures(validation)
        self._open: dict[int, _Element] = {}

    # what is known of the open element

    @property
    def here(self) -> _Element:
        return self._open.setdefault(len(self.validation.stack), _Element())

    @property
    def _new(self) -> _Element:
        """What is known of the element whose start tag is being read."""
        return self._open.get(len(self.validation.stack) + 1, _Element())

    def leave(self) -> None:
        """The innermost element ends."""
        depth = len(self.validation.stack)
        ending = self._open.pop(depth, None)
        if ending is not None and ending.doubtful and depth - 1 in self._open:
            end = self.validation.parser.CurrentByteIndex
            self._open[depth - 1].following = self.validation.source.after_end(end)

    def report(self, code: str, offset: int, message: str, help_: str) -> None:
        line, column = self.validation.source.place(offset)
        self.validation.findings.append(
            GrammarFinding("grammar-" + code, line, column, message, help_)
        )

    # elements

    def element(self, name: str) -> Taken | None:
        """Reports a start tag that is not allowed; how to take it, or None to skip it whole."""
        known = self.index.elements.get(name)
        if known is None:
            return self._unknown(name)
        here, state = self.here, self.validation.state
        if name in here.missed or here.doubtful:
            return self._taken(known, state)
        ahead = self.cures.ahead(name)
        if ahead:
            return self._early(name, ahead)
        self._misplaced(name)
        here.marred = True
        self._open[len(self.validation.stack) + 1] = _Element(doubtful=True)
        return self._taken(known, state)

    def _taken(self, decls: Iterable[ElementDecl], rest: Pattern) -> Taken:
        decls = tuple(decls)
        return decls, self.automaton.patterns.choice([decl.content for decl in decls]), rest

    def _opened(self, pairs: Sequence[tuple[ElementDecl, Pattern]]) -> Taken:
        rest = self.automaton.patterns.choice([rest for _, rest in pairs])
        return self._taken([decl for decl, _ in pairs], rest)

    def _unknown(self, name: str) -> Taken | None:
        state, event = self.validation.state, self.validation.event
        raw = self.validation.source.name(event)
        namespace, local = split(name)
        allowed = expected(state)
        if namespace not in self.index.namespaces or self.index.locals.get(local):
            self.report("element-namespace", event, *self.cures.stranger(name, raw))
            self._skipped(allowed)
            return None
        guess, help_ = self.cures.of_unknown(name)
        self.report("element-unknown", event, f"there is no element <{raw}>", help_)
        pairs = self.automaton.opened(state, guess) if guess is not None else ()
        if pairs:
            return self._opened(pairs)
        self._skipped(allowed)
        return None

    def _skipped(self, allowed: Expected) -> None:
        """Leaves the element unread; if only one may stand here, it counts as that one."""
        self.here.marred = True
        state = self.validation.state
        if len(allowed.names) == 1 and not state.nullable and not allowed.text:
            only = next(iter(allowed.names))
            self.validation.state = self.cures.past(state, only)

    def _early(self, name: str, ahead: dict[tuple[str, ...], Pattern]) -> Taken:
        first = self.cures.usage.ranked((way[0] for way in ahead), like=None)
        best = next(way for way in ahead if way[0] == first[0])
        if not self.here.marred:
            listed = wording.some([wording.element(other) for other in first], "or")
            if len(best) > 1:
                listed = wording.some([wording.element(other) for other in best], "and")
            raw = self.validation.source.name(self.validation.event)
            parent = wording.element(self.cures.parent())
            message = f"<{raw}> comes too early in {parent}: {listed} must come first"
            source = self.validation.source
            end = (
                source.end(self.validation.tags[-1], self.validation.event)
                if self.cures.parent()
                else 0
            )
            if source.has(wording.label(best[0]), self.validation.event, end):
                help_ = f"move {wording.element(best[0])} before <{raw}>"
            else:
                help_ = f"add {listed} before <{raw}>" + wording.gloss_of(self.index, first)
            self.report("element-missing", self.validation.event, message, help_)
        self.here.missed.update(other for way in ahead for other in way)
        state = self.automaton.patterns.choice(ahead.values())
        return self._opened(self.automaton.opened(state, name))

    def _misplaced(self, name: str) -> None:
        raw = self.validation.source.name(self.validation.event)
        parent = self.cures.parent()
        message = f"<{raw}> is not allowed in {wording.element(parent)}"
        if not parent:
            message = f"<{raw}> cannot be the outermost element"
        help_, depth = self.cures.cure(name, raw)
        if depth:
            # It may be what the element it belongs to lacks.
            self._open.setdefault(depth, _Element()).marred = True
        self._said(
            "element-misplaced" if parent else "root", self.validation.event, message, help_, raw
        )

    def _said(self, code: str, offset: int, message: str, help_: str, raw: str = "") -> None:
        """Reports what is in the wrong place, unless it goes on a run of such content.

        That is a sibling with the same cure next to it, or text with elements next to it.
        """
        here = self.here
        cure = help_.replace(f"<{raw}>", "")
        same = cure == here.cure or not raw or here.text
        if offset != here.following or not same:
            self.report(code, offset, message, help_)
        here.cure, here.text = cure, not raw

    def incomplete(self) -> None:
        """Reports that the innermost element ends too early."""
        if self.here.marred or self.here.doubtful:
            return
        parent = self.cures.parent()
        state = self.validation.state
        allowed = expected(state)
        if state.mask & p.TYPED and not allowed.names:
            message, help_ = wording.wrong_content(wording.element(parent), "", state)
            self.report("text-value", self.validation.tags[-1], message, help_)
            return
        first, others = self.cures.guesses(state, allowed)
        listed = wording.some([wording.element(name) for name in [*first, *others]], "or")
        message = f"{wording.element(parent)} is incomplete"
        if state is self.validation.stack[-1].child:
            message = f"{wording.element(parent)} may not be empty"
        help_ = f"add {listed}" + wording.gloss_of(self.index, first) if listed else ""
        self.report("element-incomplete", self.validation.tags[-1], message, help_)

    # attributes

    def attribute(
        self,
        decls: Sequence[ElementDecl],
        content: Pattern,
        attributes: Mapping[str, str],
        name: str,
    ) -> Pattern:
        """Reports an attribute with a wrong name or value; the content as if it were right."""
        validation = self.validation
        tag = validation.source.name(validation.event)
        offset, raw = validation.source.attribute(validation.event, list(attributes).index(name))
        raw = raw or wording.label(name)
        readings = self.automaton.readings(content, name)
        if readings:
            values = [pattern for pattern, _ in readings]
            message, help_ = wording.wrong_value(raw, tag, attributes[name], values)
            help_ += "" if help_.endswith("?") else self._gloss(content, raw, name)
            self.report("attribute-value", offset, message, help_)
            return self.automaton.patterns.choice([rest for _, rest in readings])
        allowed = {n: d for n, d in expected(content).attributes.items() if n not in attributes}
        guess = wording.nearest_attribute(name, allowed)
        code, message = "attribute-unknown", f"there is no attribute @{raw}"
        if any(name in expected(decl.content).attributes for decl in decls):
            code, message = "attribute-misplaced", f"@{raw} cannot stand beside the others here"
        elif name in self.index.attributes:
            if self._new.doubtful:
                return content
            code, message = "attribute-misplaced", f"@{raw} is not allowed on <{tag}>"
        if split(name)[0] == XSI:
            self.report(code, offset, message, "it is for W3C XML Schema only: take it out")
            return content
        self.report(
            code, offset, message, wording.instead(guess, self.cures.usage, allowed, name, tag)
        )
        if guess is None:
            return content
        rests = [rest for _, rest in self.automaton.readings(content, guess)]
        return self.automaton.patterns.choice(rests)

    def _gloss(self, content: Pattern, raw: str, name: str) -> str:
        decl = expected(content).attributes.get(name)
        return wording.gloss(f"@{raw}", decl.gloss) if decl else ""

    def missing_attributes(self, content: Pattern) -> Pattern:
        """Reports required attributes that are missing; the content without them."""
        validation, automaton = self.validation, self.automaton
        if self._new.doubtful:
            return automaton.released(content)
        tag = validation.source.name(validation.event)
        listed, help_ = self.cures.of_missing(content)
        self.report("attribute-missing", validation.event, f"<{tag}> lacks {listed}", help_)
        return automaton.released(content)

    # text

    def text(self, text: str) -> Pattern:
        """Reports text that may not stand here, or is not the value it should be."""
        validation = self.validation
        state = validation.state
        offset = validation.source.text(validation.event, validation.parser.CurrentByteIndex)
        parent = wording.element(self.cures.parent())
        self.here.marred = True
        if state.mask & p.TYPED:
            message, help_ = wording.wrong_content(parent, text, state)
            self.report("text-value", offset, message, help_)
            return state
        if self.here.doubtful:
            return state
        help_ = self.cures.cure_of_text()
        message = f"text is not allowed in {parent}: “{wording.shortened(text)}”"
        self._said("text-misplaced", offset, message, help_)
        self.here.following = validation.parser.CurrentByteIndex
        return state
