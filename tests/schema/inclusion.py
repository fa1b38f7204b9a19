"""Whether one content model allows nothing that another forbids: a proof, not a sample.

Each model becomes its Glushkov automaton over the names of children. Then every state that ours
can reach is paired with the states that theirs can be in after the same children.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tests.schema.grammar import Pattern

__all__ = ["counterexample"]

TEXT = "#text"
_START = 0


class _Automaton:
    """Positions are numbers; `symbol` names what stands there, `after` the positions next."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.symbol: dict[int, str] = {}
        self.after: dict[int, set[int]] = defaultdict(set)
        nullable, first, last = self._group(patterns)
        self.after[_START] = first
        self.final = last | ({_START} if nullable else set())

    def next(self, states: Iterable[int], symbol: str) -> frozenset[int]:
        reached = (after for state in states for after in self.after[state])
        return frozenset(position for position in reached if self.symbol[position] == symbol)

    def _group(self, patterns: Iterable[Pattern]) -> tuple[bool, set[int], set[int]]:
        nullable, first, last = True, set[int](), set[int]()
        for pattern in patterns:
            also_nullable, also_first, also_last = self._read(pattern)
            self._link(last, also_first)
            first |= also_first if nullable else set()
            last = also_last | (last if also_nullable else set())
            nullable = nullable and also_nullable
        return nullable, first, last

    def _read(self, pattern: Pattern) -> tuple[bool, set[int], set[int]]:
        if pattern.kind in ("ref", "text"):
            position = len(self.symbol) + 1
            self.symbol[position] = pattern.name if pattern.kind == "ref" else TEXT
            return pattern.kind == "text", {position}, {position}
        if pattern.kind == "any":  # elements of others are in no model of TEI
            return True, set(), set()
        if pattern.kind == "choice":
            read = [self._read(part) for part in pattern.parts]
            nullable = any(part[0] for part in read)
            return nullable, set().union(*(r[1] for r in read)), set().union(*(r[2] for r in read))
        nullable, first, last = self._group(pattern.parts)
        if pattern.kind in ("zeroOrMore", "oneOrMore"):
            self._link(last, first)
        elif pattern.kind not in ("group", "optional", "empty"):
            raise ValueError(pattern.kind)
        return nullable or pattern.kind in ("zeroOrMore", "optional"), first, last

    def _link(self, last: set[int], first: set[int]) -> None:
        for position in last:
            self.after[position] |= first


def counterexample(ours: Sequence[Pattern], theirs: Sequence[Pattern]) -> list[str] | None:
    """Children that our model allows and theirs does not; None where there are none."""
    own, other = _Automaton(ours), _Automaton(theirs)
    start = (_START, frozenset({_START}))
    paths: dict[tuple[int, frozenset[int]], list[str]] = {start: []}
    queue = [start]
    for state, others in queue:
        if state in own.final and not others & other.final:
            return [*paths[state, others], "(end)"]
        for after in own.after[state]:
            symbol = own.symbol[after]
            pair = (after, other.next(others, symbol))
            if pair not in paths:
                paths[pair] = [*paths[state, others], symbol]
                if not pair[1]:
                    return paths[pair]
                queue.append(pair)
    return None
