"""Names a mistake, and finds the way on that brings no second finding for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.relaxng import patterns as p
from variorum.relaxng import words
from variorum.relaxng.expect import Expected, expected
from variorum.relaxng.findings import GrammarFinding
from variorum.relaxng.names import split
from variorum.relaxng.patterns import ElementDecl, Pattern

if TYPE_CHECKING:
    from variorum.relaxng.validate import Validation

__all__ = ["Recovery"]

XINCLUDE = "http://www.w3.org/2001/XInclude"
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
        self.usage = words.Usage(validation.source.data, self.index)
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

    def parent(self) -> str:
        """The name of the innermost open element; '' outside of all."""
        stack = self.validation.stack
        return stack[-1].name if stack else ""

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
        ahead = self._ahead(name)
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
            self.report("element-namespace", event, *self._stranger(name, raw))
            self._skipped(allowed)
            return None
        siblings = [other for other in self.index.elements if split(other)[0] == namespace]
        guess = words.nearest(name, [other for other in allowed.names if other in siblings])
        far = words.nearest(name, siblings, most=1)
        help_ = self._list(allowed, name)
        if guess is not None:
            help_ = f"did you mean {words.element(guess)}?"
        elif far is not None:
            parent = words.element(self.parent())
            help_ = f"did you mean {words.element(far)}? It is not allowed in {parent}"
        self.report("element-unknown", event, f"there is no element <{raw}>", help_)
        pairs = self.automaton.opened(state, guess) if guess is not None else ()
        if pairs:
            return self._opened(pairs)
        self._skipped(allowed)
        return None

    def _stranger(self, name: str, raw: str) -> tuple[str, str]:
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
            message = f"<{raw}> is not allowed in {words.element(self.parent())}"
            return message, self._list(expected(self.validation.state), None)
        if namespace == XINCLUDE:
            return f"<{raw}> is not followed here", "check the file that the inclusion makes"
        if not known:
            homes = {split(other)[0] for other in expected(self.validation.state).names}
            listed = words.some([home or "no namespace" for home in sorted(homes)], "or")
            parent = words.element(self.parent())
            help_ = (
                f"in {parent} stand elements of {listed}" if homes else f"take it out of {parent}"
            )
            return f"{message}, of which the schema knows nothing", help_
        if not self.parent():
            return message, f'write xmlns="{wanted}" on the outermost element'
        if namespace:
            return message, f"the schema knows it in {wanted or 'no namespace'}"
        return message, f'take away xmlns="", or write xmlns="{wanted}"'

    def _skipped(self, allowed: Expected) -> None:
        """Leaves the element unread; if only one may stand here, it counts as that one."""
        self.here.marred = True
        state = self.validation.state
        if len(allowed.names) == 1 and not state.nullable and not allowed.text:
            only = next(iter(allowed.names))
            self.validation.state = self._past(state, only)

    def _ahead(self, name: str) -> dict[tuple[str, ...], Pattern]:
        """Elements that must come first, with the state in which `name` then is allowed.

        The shortest ways only, of at most three elements.
        """
        ways: dict[tuple[str, ...], Pattern] = {(): self.validation.state}
        seen = {self.validation.state}
        for _ in range(3):
            longer: dict[tuple[str, ...], Pattern] = {}
            for way, state in ways.items():
                for other in expected(state).names:
                    longer[(*way, other)] = self._past(state, other)
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

    def _past(self, state: Pattern, name: str) -> Pattern:
        """The state after an element, whatever is in it."""
        return self.automaton.patterns.choice([r for _, r in self.automaton.opened(state, name)])

    def _early(self, name: str, ahead: dict[tuple[str, ...], Pattern]) -> Taken:
        first = self.usage.ranked((way[0] for way in ahead), like=None)
        best = next(way for way in ahead if way[0] == first[0])
        if not self.here.marred:
            listed = words.some([words.element(other) for other in first], "or")
            if len(best) > 1:
                listed = words.some([words.element(other) for other in best], "and")
            raw = self.validation.source.name(self.validation.event)
            parent = words.element(self.parent())
            message = f"<{raw}> comes too early in {parent}: {listed} must come first"
            source = self.validation.source
            end = (
                source.end(self.validation.tags[-1], self.validation.event) if self.parent() else 0
            )
            if source.has(words.label(best[0]), self.validation.event, end):
                help_ = f"move {words.element(best[0])} before <{raw}>"
            else:
                help_ = f"add {listed} before <{raw}>" + words.gloss_of(self.index, first)
            self.report("element-missing", self.validation.event, message, help_)
        self.here.missed.update(other for way in ahead for other in way)
        state = self.automaton.patterns.choice(ahead.values())
        return self._opened(self.automaton.opened(state, name))

    def _misplaced(self, name: str) -> None:
        raw = self.validation.source.name(self.validation.event)
        parent = self.parent()
        message = f"<{raw}> is not allowed in {words.element(parent)}"
        if not parent:
            message = f"<{raw}> cannot be the outermost element"
        help_ = self._cure(name, raw)
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

    def _cure(self, name: str, raw: str) -> str:
        """Where the element may stand, or else what may stand here."""
        above = self._above(name, strict=True)
        if above:
            return f"<{raw}> is allowed {above}"
        stack, state = self.validation.stack, self.validation.state
        if stack and state.nullable and self.automaton.opened(stack[-1].child, name):
            parent = words.element(stack[-1].name)
            if self.validation.source.has(raw, self.validation.tags[-1], self.validation.event):
                return f"<{raw}> comes too late in {parent}, or once too often"
            return f"<{raw}> must come earlier in {parent}: move it up"
        allowed = expected(state)
        holders = [other for other in allowed.names if name in self.index.inside(other)]
        if holders:
            best = self.usage.ranked(holders, like=None)
            return f"put it in {words.some([words.element(other) for other in best[:3]], 'or')}"
        above = self._above(name, strict=False)
        return f"<{raw}> is allowed {above}" if above else self._list(allowed, name)

    def _above(self, name: str, strict: bool) -> str:
        """After which end tags `name` is allowed, and in what; `strict`: which may stand here."""
        state, closed = self.validation.state, ""
        for depth in range(len(self.validation.stack) - 1, 0, -1):
            move = self.validation.stack[depth]
            rest = move.rest if move.rest is not None else self.automaton.left(state)
            if strict and not self._may_end(state):
                return ""
            closed += f"</{words.label(move.name)}>"
            if self.automaton.opened(rest, name):
                # It may be what that element lacks.
                self._open.setdefault(depth, _Element()).marred = True
                holder = self.validation.stack[depth - 1].name
                return f"after {closed}, in {words.element(holder)}"
            state = rest
        return ""

    def _may_end(self, state: Pattern) -> bool:
        ended = self.automaton.ended(state)
        return state.nullable or ended is not self.automaton.patterns.not_allowed

    def _list(self, allowed: Expected, like: str | None) -> str:
        ranked = [words.element(name) for name in self.usage.ranked(allowed.names, like)]
        if allowed.text:
            ranked.insert(0, "text")
        if allowed.anything:
            ranked.append("elements of other names")
        stack = self.validation.stack
        if not ranked and stack and self.validation.state is stack[-1].child:
            return f"{words.element(self.parent())} must stay empty"
        if not ranked:
            return f"nothing more may stand in {words.element(self.parent())}"
        return f"allowed here: {words.some(ranked, 'and')}"

    def incomplete(self) -> None:
        """Reports that the innermost element ends too early."""
        if self.here.marred or self.here.doubtful:
            return
        parent = self.parent()
        state = self.validation.state
        allowed = expected(state)
        if state.mask & p.TYPED and not allowed.names:
            message, help_ = words.wrong_content(words.element(parent), "", state)
            self.report("text-value", self.validation.tags[-1], message, help_)
            return
        first, others = self._guesses(state, allowed)
        listed = words.some([words.element(name) for name in [*first, *others]], "or")
        message = f"{words.element(parent)} is incomplete"
        if state is self.validation.stack[-1].child:
            message = f"{words.element(parent)} may not be empty"
        help_ = f"add {listed}" + words.gloss_of(self.index, first) if listed else ""
        self.report("element-incomplete", self.validation.tags[-1], message, help_)

    def _guesses(self, state: Pattern, allowed: Expected) -> tuple[list[str], list[str]]:
        """The elements that would complete the innermost one, and the others that may come.

        What is there already comes last: it has not done.
        """
        source, tag, event = self.validation.source, self.validation.tags[-1], self.validation.event
        ranked = self.usage.ranked(allowed.names, like=None)
        ranked.sort(key=lambda name: source.has(words.label(name), tag, event))
        first = [name for name in ranked if self._completes(state, name)]
        return (first, [name for name in ranked if name not in first]) if first else (ranked, [])

    def _completes(self, state: Pattern, name: str) -> bool:
        return any(self._may_end(rest) for _, rest in self.automaton.opened(state, name))

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
        raw = raw or words.label(name)
        readings = self.automaton.readings(content, name)
        if readings:
            values = [pattern for pattern, _ in readings]
            message, help_ = words.wrong_value(raw, tag, attributes[name], values)
            help_ += "" if help_.endswith("?") else self._gloss(content, raw, name)
            self.report("attribute-value", offset, message, help_)
            return self.automaton.patterns.choice([rest for _, rest in readings])
        allowed = {n: d for n, d in expected(content).attributes.items() if n not in attributes}
        guess = words.nearest_attribute(name, allowed)
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
        self.report(code, offset, message, words.instead(guess, self.usage, allowed, name, tag))
        if guess is None:
            return content
        rests = [rest for _, rest in self.automaton.readings(content, guess)]
        return self.automaton.patterns.choice(rests)

    def _gloss(self, content: Pattern, raw: str, name: str) -> str:
        decl = expected(content).attributes.get(name)
        return words.gloss(f"@{raw}", decl.gloss) if decl else ""

    def missing_attributes(self, content: Pattern) -> Pattern:
        """Reports required attributes that are missing; the content without them."""
        validation, automaton = self.validation, self.automaton
        if self._new.doubtful:
            return automaton.released(content)
        none = automaton.patterns.not_allowed
        candidates = expected(content).attributes
        needed = [name for name in candidates if automaton.without(content, name) is none]
        either = [name for name in candidates if self._closes(content, name)]
        tag = validation.source.name(validation.event)
        names = [f"@{words.label(name)}" for name in needed or either or candidates]
        listed = words.some(names, "and" if needed else "or") or "an attribute"
        help_ = f"add {listed}"
        if len(needed) == 1:
            decl = candidates[needed[0]]
            help_ += words.values_of(decl.value) + words.gloss(listed, decl.gloss)
        self.report("attribute-missing", validation.event, f"<{tag}> lacks {listed}", help_)
        return automaton.released(content)

    def _closes(self, content: Pattern, name: str) -> bool:
        """Whether the attribute alone would do."""
        rests = [rest for _, rest in self.automaton.readings(content, name)]
        none = self.automaton.patterns.not_allowed
        return self.automaton.closed(self.automaton.patterns.choice(rests)) is not none

    # text

    def text(self, text: str) -> Pattern:
        """Reports text that may not stand here, or is not the value it should be."""
        validation = self.validation
        state = validation.state
        offset = validation.source.text(validation.event)
        parent = words.element(self.parent())
        self.here.marred = True
        if state.mask & p.TYPED:
            message, help_ = words.wrong_content(parent, text, state)
            self.report("text-value", offset, message, help_)
            return state
        if self.here.doubtful:
            return state
        allowed = expected(state)
        shown = words.shortened(text)
        holders = [name for name, decl in allowed.names.items() if decl.content.mask & p.TEXT]
        if holders:
            best = self.usage.ranked(holders, like=None)
            help_ = f"put it in {words.some([words.element(name) for name in best[:3]], 'or')}"
        else:
            help_ = self._list(allowed, None)
        message = f"text is not allowed in {parent}: “{shown}”"
        self._said("text-misplaced", offset, message, help_)
        self.here.following = validation.parser.CurrentByteIndex
        return state
