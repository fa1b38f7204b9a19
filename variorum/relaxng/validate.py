"""Runs a document through the automaton, and goes on after a mistake as if it had not been made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.parsers import expat

from variorum.relaxng import patterns as p
from variorum.relaxng.automaton import Move
from variorum.relaxng.datatypes import Context
from variorum.relaxng.findings import GrammarFinding
from variorum.relaxng.name_classes import XML
from variorum.relaxng.patterns import Pattern
from variorum.source.bytes import Source

if TYPE_CHECKING:
    from variorum.relaxng.recovery import Recovery
    from variorum.relaxng.schema import Schema

__all__ = ["Validation"]

SPACES = " \t\n\r"
TYPED = p.TYPED


class Validation:
    """One document against one schema.

    `state` is what may come next in the open element, `stack` and `tags` hold the moves into the
    open elements and the offsets of their start tags, `event` is the offset of the last one read.
    """

    def __init__(self, schema: Schema, data: bytes) -> None:
        self.schema = schema
        self.automaton = schema.automaton
        self.source = Source(data)
        self.findings: list[GrammarFinding] = []
        self.context = Context({"": "", "xml": XML})
        self.scopes: list[tuple[str, str | None]] = []
        self.state = self.automaton.start
        self.stack: list[Move] = []
        self.tags: list[int] = []
        self.event = 0
        self.buffer: list[str] = []
        self.skipped = 0  # open elements that are not looked at
        self.unknown = False  # the innermost element looked at holds an entity nobody expands
        self._recovery: Recovery | None = None
        self.parser = self._parser()
        self.listen()

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("UTF-8", " ")
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartNamespaceDeclHandler = self.declare
        parser.EndNamespaceDeclHandler = self.undeclare
        return parser

    def run(self) -> list[GrammarFinding]:
        """The findings, in document order."""
        try:
            self.parse()
        finally:
            del self.parser, self._recovery  # they hold this object, and this the document
        return sorted(self.findings, key=lambda finding: (finding.line, finding.column))

    def parse(self) -> None:
        try:
            self.parser.Parse(self.source.data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            message = f"the document is not well-formed: {reason}"
            code = "grammar-not-well-formed"
            help_ = "mend the XML first: nothing after this place was checked"
            self.findings.append(
                GrammarFinding(code, error.lineno, error.offset + 1, message, help_)
            )

    @property
    def recovery(self) -> Recovery:
        """Who finds the words for a mistake, and the way on; not needed by sound documents."""
        if self._recovery is None:
            from variorum.relaxng.recovery import Recovery

            self._recovery = Recovery(self)
        return self._recovery

    # events

    def listen(self) -> None:
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: list[str]) -> None:
        if self.buffer:
            self.settle()
        self.event = event = self.parser.CurrentByteIndex
        # Nearly all tags of a large document are remembered.
        move = self.state.moves.get((name, *attributes) if attributes else name)
        if move is None:
            move = self.automaton.move(self.state, name, attributes, self.context)
            move = move or self.step(
                name, dict(zip(attributes[::2], attributes[1::2], strict=True))
            )
            if move is None:
                self.skip()
                return
        self.stack.append(move)
        self.tags.append(event)
        self.state = move.child

    def step(self, name: str, attributes: Mapping[str, str]) -> Move | None:
        """The move of a start tag, attribute by attribute; None if it is to be left unread.

        Something is wrong, or the values must decide.
        """
        automaton = self.automaton
        pairs = automaton.opened(self.state, name)
        decls = tuple(decl for decl, _ in pairs)
        none = rest = automaton.patterns.not_allowed
        if len(pairs) == 1:
            content, rest = decls[0].content, pairs[0][1]
        elif pairs:
            content = automaton.both(pairs)
        else:
            found = self.recovery.element(name)
            if found is None:
                return None
            decls, content, rest = found
        for attribute, value in attributes.items():
            after = automaton.take(content, attribute, value, self.context)
            if after is none:
                after = self.recovery.attribute(decls, content, attributes, attribute)
            content = after
        child = automaton.closed(content)
        if child is none:
            child = self.recovery.missing_attributes(content)
        return Move(name, decls, child, rest, ())

    def end(self, _name: str) -> None:
        # The quick way of nearly all elements; a state with the parent's part is never nullable.
        if self.state.nullable and not self.buffer and self._recovery is None:
            self.tags.pop()
            self.state = self.stack.pop().rest
            return
        rest = self.completed()
        if self._recovery is not None:
            self._recovery.leave()
        self.stack.pop()
        self.tags.pop()
        self.state = rest

    def completed(self) -> Pattern:
        """The parent's state after the innermost element, whether that may end or not."""
        if self.buffer or self.state.mask & TYPED:
            self.settle(last=True)
        state, rest = self.state, self.stack[-1].rest
        none = self.automaton.patterns.not_allowed
        if rest is not none:
            if not state.nullable:
                self.recovery.incomplete()
            return rest
        rest = self.automaton.ended(state)
        if rest is none:
            self.recovery.incomplete()
            rest = self.automaton.left(state)
        return rest

    def characters(self, text: str) -> None:
        state = self.state
        after = state.texted
        # Where any text may stand, and between elements, it changes nothing.
        if after is state or not (state.mask & TYPED or text.strip(SPACES)):
            return
        if after is None or after is self.automaton.patterns.not_allowed:
            self.buffer.append(text)
        else:
            self.state = after

    # elements that are not looked at

    def skip(self) -> None:
        """Leaves an element unread, and all that is in it, up to its end tag."""
        self.skipped = 1
        self.parser.StartElementHandler = self.skip_start
        self.parser.EndElementHandler = self.skip_end
        self.parser.CharacterDataHandler = None

    def skip_start(self, _name: str, _attributes: list[str]) -> None:
        self.skipped += 1

    def skip_end(self, name: str) -> None:
        self.skipped -= 1
        if self.skipped:
            return
        self.listen()
        if self.unknown:
            self.unknown = False
            make = self.automaton.patterns
            content = make.empty
            if self.stack[-1].rest is make.not_allowed:
                content = make.after(content, self.automaton.left(self.state))
            self.state = content
            self.end(name)

    def settle(self, last: bool = False) -> None:
        """Takes the text before a tag; `last` if it is an end tag."""
        text = "".join(self.buffer)
        self.buffer.clear()
        state = self.state
        blank = not text.strip(SPACES)
        if blank and not (last and state.mask & TYPED):
            return
        after = self.automaton.text(state, text, self.context)
        if blank:
            # Nothing and the empty value are the same content.
            after = self.automaton.patterns.choice((state, after))
        if after is self.automaton.patterns.not_allowed:
            after = self.recovery.text(text)
        self.state = after

    # namespaces and entities

    def declare(self, prefix: str | None, uri: str | None) -> None:
        prefixes = dict(self.context.prefixes)
        self.scopes.append((prefix or "", prefixes.get(prefix or "")))
        prefixes[prefix or ""] = uri or ""
        self.context = Context(prefixes, self.context.entities)

    def undeclare(self, _prefix: str | None) -> None:
        prefix, before = self.scopes.pop()
        prefixes = dict(self.context.prefixes)
        if before is None:
            del prefixes[prefix]
        else:
            prefixes[prefix] = before
        self.context = Context(prefixes, self.context.entities)

    def doctype(self, *_: object) -> None:
        # With a default handler expat leaves entities in content alone.
        self.parser.DefaultHandler = self.default
        self.parser.UnparsedEntityDeclHandler = self.unparsed

    def unparsed(self, name: str, *_: object) -> None:
        self.context = Context(self.context.prefixes, self.context.entities | {name})

    def default(self, text: str) -> None:
        if not text.startswith("&") or self.skipped or not self.stack:
            return
        if self.buffer:
            self.settle()
        state = self.state
        if state.mask & TYPED or self.automaton.text(state, "", self.context) is not state:
            # What the entity holds cannot be known: the rest of the element is not judged.
            self.unknown = True
            self.skip()
