"""Matches expressions that `re` would try in exponentially many ways, in linear time.

The expression becomes an automaton without choices, made state by state as texts need it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

__all__ = [
    "RegexAutomaton",
    "RegexNode",
    "TooLargeError",
    "is_risky",
    "tree",
    "variable_repetitions",
]

Test = Callable[[str], bool]
_MOST_STATES = 20_000
_MOST_MOVES = 50_000
_DEEPEST = 100


class TooLargeError(ValueError):
    """An expression whose repetitions stand for more than is followed."""


@dataclass
class RegexNode:
    """A part of an expression: a character, or others in a row, in a choice, or again and again."""

    kind: str
    parts: list[RegexNode] = field(default_factory=list)
    test: Test | None = None
    least: int = 1
    most: int | None = 1
    number: int = 0
    """Which of the groups a choice is, in the order in which they begin; the whole is 0."""


def tree(tokens: Iterable[str | Test]) -> RegexNode:
    """An expression from its tokens: `(`, `)`, `|`, quantities, and tests of characters."""
    choices = [RegexNode("choice", [RegexNode("row")])]
    groups = 0
    for token in tokens:
        row = choices[-1].parts[-1].parts
        if not isinstance(token, str):
            row.append(RegexNode("character", test=token))
        elif token == "(":
            if len(choices) > _DEEPEST:
                raise TooLargeError
            groups += 1
            choices.append(RegexNode("choice", [RegexNode("row")], number=groups))
        elif token == ")":
            closed = choices.pop()
            choices[-1].parts[-1].parts.append(closed)
        elif token == "|":
            choices[-1].parts.append(RegexNode("row"))
        else:
            row[-1] = RegexNode("repeat", [row[-1]], None, *_counts(token))
    return choices[0]


def _counts(quantity: str) -> tuple[int, int | None]:
    if quantity in "?*+":
        return (1 if quantity == "+" else 0), (1 if quantity == "?" else None)
    least, comma, most = quantity[1:-1].partition(",")
    return int(least), int(most) if most else (None if comma else int(least))


def is_risky(node: RegexNode, within: bool = False) -> bool:
    """Whether a repetition holds another or a choice, so that one text can match in many ways."""
    repeats = node.kind == "repeat" and node.most != 1
    if within and (repeats or (node.kind == "choice" and len(node.parts) > 1)):
        return True
    return any(is_risky(part, within or repeats) for part in node.parts)


def variable_repetitions(node: RegexNode) -> int:
    """How many repetitions may be long or short: so many places of a text are tried together."""
    own = node.kind == "repeat" and (node.most is None or node.most - node.least > 1)
    return own + sum(map(variable_repetitions, node.parts))


class RegexAutomaton:
    """The automaton of an expression. Raises TooLargeError."""

    def __init__(self, node: RegexNode) -> None:
        self._tests: list[tuple[Test, int] | None] = []
        self._free: list[list[int]] = []
        self._end = self._state()
        self._start = self._closed([self._made(node, self._end)])
        self._moves: dict[tuple[frozenset[int], str], frozenset[int]] = {}

    def matches(self, text: str) -> bool:
        """Whether the whole text matches."""
        states = self._start
        for character in text:
            key = states, character
            if key not in self._moves:
                if len(self._moves) > _MOST_MOVES:
                    self._moves.clear()
                self._moves[key] = self._after(states, character)
            states = self._moves[key]
            if not states:
                return False
        return self._end in states

    def _after(self, states: frozenset[int], character: str) -> frozenset[int]:
        edges = (edge for state in states if (edge := self._tests[state]))
        return self._closed([target for test, target in edges if test(character)])

    def _closed(self, waiting: list[int]) -> frozenset[int]:
        found = set(waiting)
        while waiting:
            more = [state for state in self._free[waiting.pop()] if state not in found]
            found.update(more)
            waiting += more
        return frozenset(found)

    def _state(self, edge: tuple[Test, int] | None = None, free: Iterable[int] = ()) -> int:
        if len(self._tests) >= _MOST_STATES:
            raise TooLargeError
        self._tests.append(edge)
        self._free.append(list(free))
        return len(self._tests) - 1

    def _made(self, node: RegexNode, then: int) -> int:
        """The state in which a part begins, after which `then` is reached."""
        if node.test is not None:
            return self._state((node.test, then))
        if node.kind == "choice":
            return self._state(free=[self._made(part, then) for part in node.parts])
        if node.kind == "row":
            for part in reversed(node.parts):
                then = self._made(part, then)
            return then
        (part,) = node.parts
        if node.most is None:
            again = self._state(free=[then])
            self._free[again].append(self._made(part, again))
            then = again
        else:
            end = then
            for _ in range(node.most - node.least):
                then = self._state(free=[self._made(part, then), end])
        for _ in range(node.least):
            then = self._made(part, then)
        return then
