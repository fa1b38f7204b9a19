"""Documents made from the grammar alone: what the schema accepts, at random and from a seed.

The generator walks the patterns of RELAX NG and chooses at random, but with a goal: an element it
has not used yet, or not with all its attributes. So a few hundred documents use everything.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import count
from random import Random
from typing import Any

from lxml import etree

from tests.schema.grammar import TEI, XML, Grammar, Pattern
from tests.schema.samples import BY_PATTERN, BY_TYPE, WORDS

__all__ = ["Generator"]

_DEEP = 8
_LARGE = 120
"""Beyond this depth, or this number of elements, the shortest way to an end is taken."""
_REACH = 12
"""Deeper than this no goal is pursued."""

_TIMES = {
    "group": (1, 1),
    "oneOrMore": (1, 3),
    "optional": (0, 1),
    "zeroOrMore": (0, 4),
}


class Generator:
    """Makes documents; `elements` and `attributes` count what was used so far.

    A `bare` generator leaves out whatever can be left out.
    """

    def __init__(self, grammar: Grammar, seed: int, *, bare: bool = False) -> None:
        self._grammar = grammar
        self._bare = bare
        self._random = Random(seed)
        self._heights = _heights(grammar)
        self.elements: Counter[str] = Counter()
        self.attributes: Counter[tuple[str, str]] = Counter()
        self._ids = count(1)
        self._size = 0
        self._distance: dict[str, int] = {}

    def document(self) -> Any:
        """The root of a new document, valid by construction."""
        self._ids = count(1)
        self._size = 0
        self._distance = self._distances(self._goal())
        return self._element("TEI", 0)

    def element(self, name: str) -> Any:
        """A new element of that name, valid by construction."""
        self._size = 0
        self._distance = {}
        return self._element(name, 0)

    def _goal(self) -> str:
        def worth(name: str) -> tuple[bool, int, float]:
            used = all(self.attributes[name, key] for key in self._grammar.attribute_names(name))
            return used, self.elements[name], self._random.random()

        return min(self._grammar.content, key=worth)

    @cache  # noqa: B019 - one generator a test run
    def _distances(self, goal: str) -> dict[str, int]:
        """How many levels below each element the goal is, where it can be."""
        distances = {goal: 0}
        while True:
            level = max(distances.values()) + 1
            nearer = set(distances)
            found = {
                name: level
                for name in self._grammar.content
                if name not in distances and self._grammar.children(name) & nearer
            }
            if not found:
                return distances
            distances |= found

    def _element(self, name: str, depth: int) -> Any:
        self.elements[name] += 1
        self._size += 1
        if self._distance.get(name) == 0:
            self._distance = {}
        node = etree.Element(TEI + name, nsmap={None: TEI[1:-1]})
        for pattern in self._grammar.attributes[name]:
            self._attribute(node, name, pattern)
        for pattern in self._grammar.content[name]:
            self._fill(node, name, pattern, depth + 1)
        return node

    def _attribute(self, node: Any, name: str, pattern: Pattern) -> None:
        if pattern.kind == "attribute":
            self.attributes[name, pattern.name] += 1
            node.set(pattern.name.replace("xml:", XML), self._value(pattern.parts[0]))
        elif pattern.kind == "choice":
            self._attribute(node, name, self._random.choice(pattern.parts))
        elif pattern.kind != "optional" or self._wanted(name, pattern):
            for part in pattern.parts:
                self._attribute(node, name, part)

    def _wanted(self, name: str, optional: Pattern) -> bool:
        if self._bare:
            return False
        keys = [part.name for part in optional.all if part.kind == "attribute"]
        unused = any(not self.attributes[name, key] for key in keys)
        return self._random.random() < (0.6 if unused else 0.1)

    def _fill(self, node: Any, name: str, pattern: Pattern, depth: int) -> None:
        if pattern.kind == "text":
            _append(node, " ".join(self._random.choices(WORDS, k=self._random.randint(1, 4))))
        elif pattern.kind == "ref":
            node.append(self._element(pattern.name, depth))
        elif pattern.kind == "choice":
            self._fill(node, name, self._chosen(name, pattern.parts, depth), depth)
        elif pattern.kind not in ("empty", "any"):
            for _ in range(self._times(name, pattern, depth)):
                for part in pattern.parts:
                    self._fill(node, name, part, depth)

    def _times(self, name: str, pattern: Pattern, depth: int) -> int:
        least, most = _TIMES[pattern.kind]
        if self._leads(name, pattern, depth):
            return max(least, 1)
        return least if self._ending(depth) else self._random.randint(least, most)

    def _chosen(self, name: str, alternatives: tuple[Pattern, ...], depth: int) -> Pattern:
        leading = [choice for choice in alternatives if self._leads(name, choice, depth)]
        if leading:
            return self._random.choice(leading)
        if self._ending(depth):
            return min(alternatives, key=lambda choice: _height(choice, self._heights))
        return self._random.choice(alternatives)

    def _ending(self, depth: int) -> bool:
        return self._bare or depth >= _DEEP or self._size >= _LARGE

    def _leads(self, name: str, pattern: Pattern, depth: int) -> bool:
        """Whether the pattern holds a child one level nearer to a goal that is in reach."""
        nearer = self._distance.get(name, _REACH) - 1
        if depth + nearer >= _REACH:
            return False
        return any(
            part.kind == "ref" and self._distance.get(part.name) == nearer for part in pattern.all
        )

    def _value(self, pattern: Pattern) -> str:
        if pattern.kind == "choice":
            return self._value(self._random.choice(pattern.parts))
        if pattern.kind == "list":
            times = self._random.randint(1, 3)
            return " ".join(self._value(pattern.parts[0].parts[0]) for _ in range(times))
        if pattern.kind == "value":
            return pattern.name
        if pattern.name == "ID":
            return f"id{next(self._ids)}"
        samples = BY_PATTERN[pattern.facet] if pattern.facet else BY_TYPE[pattern.name]
        return self._random.choice(samples)


def _heights(grammar: Grammar) -> dict[str, float]:
    """How many levels the shallowest instance of each element has."""
    heights = dict.fromkeys(grammar.content, float("inf"))
    while True:
        new = {
            name: 1 + max((_height(pattern, heights) for pattern in patterns), default=0)
            for name, patterns in grammar.content.items()
        }
        if new == heights:
            return heights
        heights = new


def _height(pattern: Pattern, heights: dict[str, float]) -> float:
    if pattern.kind in ("text", "empty", "any", "optional", "zeroOrMore"):
        return 0
    if pattern.kind == "ref":
        return heights[pattern.name]
    inner = [_height(part, heights) for part in pattern.parts]
    return min(inner) if pattern.kind == "choice" else max(inner)


def _append(node: Any, text: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "") + text
    else:
        node.text = (node.text or "") + text
