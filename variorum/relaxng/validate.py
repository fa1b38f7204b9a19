"""Validates a document, and goes on after a mistake as if it had not been made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.parsers import expat

from variorum.relaxng import patterns as p
from variorum.relaxng.cursor import Cursor
from variorum.relaxng.datatypes import SPACES, Context
from variorum.relaxng.findings import GrammarFinding
from variorum.relaxng.grammar import Grammar
from variorum.relaxng.name_classes import XML
from variorum.relaxng.patterns import Move, Pattern

if TYPE_CHECKING:
    from variorum.relaxng.recovery import Recovery

__all__ = ["Validation"]


class _Scopes:
    """The namespaces and entities that are declared at the place that the parser has reached."""

    def __init__(self) -> None:
        self.context = Context({"": "", "xml": XML})
        self._hidden: list[tuple[str, str | None]] = []

    def declare(self, prefix: str | None, uri: str | None) -> None:
        prefixes = dict(self.context.prefixes)
        self._hidden.append((prefix or "", prefixes.get(prefix or "")))
        prefixes[prefix or ""] = uri or ""
        self.context = Context(prefixes, self.context.entities)

    def undeclare(self, _prefix: str | None) -> None:
        prefix, before = self._hidden.pop()
        prefixes = dict(self.context.prefixes)
        if before is None:
            del prefixes[prefix]
        else:
            prefixes[prefix] = before
        self.context = Context(prefixes, self.context.entities)

    def declare_entity(self, name: str, *_: object) -> None:
        self.context = Context(self.context.prefixes, self.context.entities | {name})


class Validation:
    """One document against one schema: it reads the document, and moves the cursor."""

    def __init__(self, grammar: Grammar, data: bytes) -> None:
        self.automaton = grammar.automaton
        self.cursor = Cursor(grammar, data)
        self.scopes = _Scopes()
        self.buffer: list[str] = []
        self.skipped = 0  # open elements that are skipped
        self.unknown = False  # the innermost element that is read holds an unexpanded entity
        self._recovery: Recovery | None = None
        self.parser = self._parser()
        self.listen()

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("UTF-8", " ")
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartNamespaceDeclHandler = self.scopes.declare
        parser.EndNamespaceDeclHandler = self.scopes.undeclare
        return parser

    def run(self) -> list[GrammarFinding]:
        """The findings, in document order."""
        try:
            self.parse()
        finally:
            del self.parser  # it holds this object, which holds the document
        return sorted(self.cursor.findings, key=lambda finding: (finding.line, finding.column))

    def parse(self) -> None:
        try:
            self.parser.Parse(self.cursor.source.data, True)
        except expat.ExpatError as error:
            self.cursor.findings.append(_not_well_formed(error))

    @property
    def recovery(self) -> Recovery:
        """Describes mistakes, and finds the way on; it is made at the first mistake."""
        if self._recovery is None:
            # Imported here so that the check of a sound document starts without it.
            from variorum.relaxng.recovery import Recovery

            self._recovery = Recovery(self.cursor)
        return self._recovery

    def listen(self) -> None:
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: list[str]) -> None:
        if self.buffer:
            self.take_text()
        cursor = self.cursor
        cursor.event = event = self.parser.CurrentByteIndex
        # Nearly all tags of a large document are remembered.
        move = cursor.state.moves.get((name, *attributes) if attributes else name)
        if move is None:
            move = self.automaton.move(cursor.state, name, attributes, self.scopes.context)
            pairs = zip(attributes[::2], attributes[1::2], strict=True)
            move = move or self.step(name, dict(pairs))
            if move is None:
                self.skip()
                return
        cursor.stack.append(move)
        cursor.tags.append(event)
        cursor.state = move.child

    def step(self, name: str, attributes: Mapping[str, str]) -> Move | None:
        """The move of a start tag that the automaton does not know by the names in it.

        Either something in the tag is wrong, or the values of its attributes decide which element
        it begins, so that it is read attribute by attribute. None if the element is to be skipped.
        """
        automaton = self.automaton
        pairs = automaton.opened(self.cursor.state, name)
        decls = tuple(decl for decl, _ in pairs)
        none = rest = automaton.patterns.not_allowed
        if len(pairs) == 1:
            content, rest = decls[0].content, pairs[0][1]
        elif pairs:
            content = automaton.either(pairs)
        else:
            found = self.recovery.element(name)
            if found is None:
                return None
            decls, content, rest = found
        for attribute, value in attributes.items():
            after = automaton.attributes.read(content, attribute, value, self.scopes.context)
            if after is none:
                after = self.recovery.attribute(decls, content, attributes, attribute)
            content = after
        child = automaton.attributes.closed(content)
        if child is none:
            child = self.recovery.missing_attributes(content)
        return Move(name, decls, child, rest, ())

    def end(self, _name: str) -> None:
        cursor = self.cursor
        # Nearly all elements end here. A state that holds the parent's part is never nullable.
        if cursor.state.nullable and not self.buffer and self._recovery is None:
            cursor.tags.pop()
            cursor.state = cursor.stack.pop().rest
            return
        rest = self.completed()
        if self._recovery is not None:
            self._recovery.leave(self.parser.CurrentByteIndex)
        cursor.stack.pop()
        cursor.tags.pop()
        cursor.state = rest

    def completed(self) -> Pattern:
        """The parent's state after the innermost element, whether that may end or not."""
        cursor = self.cursor
        if self.buffer or cursor.state.mask & p.TYPED:
            self.take_text(last=True)
        state, rest = cursor.state, cursor.stack[-1].rest
        none = self.automaton.patterns.not_allowed
        if rest is not none:
            if not state.nullable:
                self.recovery.incomplete(self.parser.CurrentByteIndex)
            return rest
        rest = self.automaton.ended(state)
        if rest is none:
            self.recovery.incomplete(self.parser.CurrentByteIndex)
            rest = self.automaton.left(state)
        return rest

    def characters(self, text: str) -> None:
        cursor = self.cursor
        state = cursor.state
        after = state.texted
        # Nothing changes where any text may stand, and between elements, where white space may.
        if after is state or not (state.mask & p.TYPED or text.strip(SPACES)):
            return
        if after is None or after is self.automaton.patterns.not_allowed:
            self.buffer.append(text)
        else:
            cursor.state = after

    def skip(self) -> None:
        """Skips an element with all that is in it, up to its end tag."""
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
            make, cursor = self.automaton.patterns, self.cursor
            content = make.empty
            if cursor.stack[-1].rest is make.not_allowed:
                content = make.after(content, self.automaton.left(cursor.state))
            cursor.state = content
            self.end(name)

    def take_text(self, last: bool = False) -> None:
        """Reads the text that was collected before a tag; `last` if this is an end tag."""
        text = "".join(self.buffer)
        self.buffer.clear()
        state = self.cursor.state
        blank = not text.strip(SPACES)
        if blank and not (last and state.mask & p.TYPED):
            return
        after = self.automaton.texts.read(state, text, self.scopes.context)
        if blank:
            # An element without text and one with an empty value have the same content.
            after = self.automaton.patterns.choice((state, after))
        if after is self.automaton.patterns.not_allowed:
            after = self.recovery.text(text, self.parser.CurrentByteIndex)
        self.cursor.state = after

    def doctype(self, *_: object) -> None:
        # With a default handler expat leaves entities in content alone.
        self.parser.DefaultHandler = self.default
        self.parser.UnparsedEntityDeclHandler = self.scopes.declare_entity

    def default(self, text: str) -> None:
        if not text.startswith("&") or self.skipped or not self.cursor.stack:
            return
        if self.buffer:
            self.take_text()
        state = self.cursor.state
        if (
            state.mask & p.TYPED
            or self.automaton.texts.read(state, "", self.scopes.context) is not state
        ):
            # The content of the entity is not known, so that the rest of the element is skipped.
            self.unknown = True
            self.skip()


def _not_well_formed(error: expat.ExpatError) -> GrammarFinding:
    reason = expat.ErrorString(error.code)
    message = f"the document is not well-formed: {reason}"
    code = "grammar-not-well-formed"
    help_ = "mend the XML first: nothing after this place was checked"
    return GrammarFinding(code, error.lineno, error.offset + 1, message, help_)
