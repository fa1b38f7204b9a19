"""Where a validation stands in a document."""

from __future__ import annotations

from variorum.relaxng.findings import GrammarFinding
from variorum.relaxng.grammar import Grammar
from variorum.relaxng.patterns import Move, Pattern
from variorum.source.bytes import DocumentBytes

__all__ = ["Cursor"]


class Cursor:
    """The place in a document that a validation has reached, and what it has found so far.

    `state` is what may come next in the innermost open element. `stack` holds the moves into the
    open elements, `tags` the offsets of their start tags. `event` is the offset of the last start
    tag that was read. The validation moves the cursor; whatever describes a mistake reads it.
    """

    __slots__ = ("event", "findings", "grammar", "source", "stack", "state", "tags")

    def __init__(self, grammar: Grammar, data: bytes) -> None:
        self.grammar = grammar
        self.source = DocumentBytes(data)
        self.findings: list[GrammarFinding] = []
        self.state: Pattern = grammar.automaton.start
        self.stack: list[Move] = []
        self.tags: list[int] = []
        self.event = 0

    @property
    def parent(self) -> str:
        """The name of the innermost open element; '' outside of all elements."""
        return self.stack[-1].name if self.stack else ""

    def report(self, code: str, offset: int, message: str, help_: str) -> None:
        """Adds a finding; `code` is without its beginning `grammar-`."""
        line, column = self.source.place(offset)
        self.findings.append(GrammarFinding("grammar-" + code, line, column, message, help_))
