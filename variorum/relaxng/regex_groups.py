"""What the groups of an expression stand for in a text, in time that grows with the text alone.

Each state of the automaton is tried at each place of the text once: where it has failed before, it
fails again, whatever way led there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from variorum.relaxng.regex_automaton import RegexNode, TooLargeError

__all__ = ["RegexGroups"]

_MOST_STATES = 20_000
_MOST_TRIED = 2_000_000
_MOST_WAYS = 50_000
_Ends = tuple[int, int, "_Ends"] | None
"""Where groups begin and end: the number of the end, its place, and the ends before it."""


@dataclass
class _State:
    """Either a test of a character, or an end of a group, or states to be tried in their order."""

    following: list[int] = field(default_factory=list)
    test: Callable[[str], bool] | None = None
    end: int = -1


class RegexGroups:
    """The groups of an expression, numbered as they begin; the whole is 0. Raises TooLargeError."""

    def __init__(self, node: RegexNode) -> None:
        self._states = [_State()]
        self._start = self._made(node, 0)

    def find(self, text: str) -> dict[int, str] | None:
        """The last words of each group that has any; None for a text that does not match.

        Raises TooLargeError for a text that would be tried in too many ways.
        """
        tried: set[tuple[int, int]] = set()
        waiting: list[tuple[int, int, _Ends]] = [(self._start, 0, None)]
        while waiting:
            number, at, ends = waiting.pop()
            if (number, at) in tried:
                continue
            tried.add((number, at))
            if len(tried) > _MOST_TRIED:
                raise TooLargeError
            state = self._states[number]
            if number == 0:
                if at == len(text):
                    return _groups(text, ends)
            elif state.test is not None:
                if at < len(text) and state.test(text[at]):
                    waiting.append((state.following[0], at + 1, ends))
            else:
                own = ends if state.end < 0 else (state.end, at, ends)
                waiting += ((each, at, own) for each in reversed(state.following))
        return None

    def is_endless(self, text: str) -> bool:
        """Whether there are too many ways to try a text, where no place is left out."""
        waiting = [(self._start, 0)]
        for _ in range(_MOST_WAYS):
            if not waiting:
                return False
            number, at = waiting.pop()
            state = self._states[number]
            if number == 0 and at == len(text):
                return False
            if state.test is None:
                waiting += ((each, at) for each in reversed(state.following))
            elif at < len(text) and state.test(text[at]):
                waiting.append((state.following[0], at + 1))
        return True

    def _state(self, following: Sequence[int], end: int = -1) -> int:
        if len(self._states) >= _MOST_STATES:
            raise TooLargeError
        self._states.append(_State(list(following), end=end))
        return len(self._states) - 1

    def _made(self, node: RegexNode, then: int) -> int:
        """The state in which a part begins, after which `then` is reached."""
        if node.test is not None:
            made = self._state([then])
            self._states[made].test = node.test
            return made
        if node.kind == "choice":
            after = self._state([then], 2 * node.number + 1)
            return self._state(
                [self._state([self._made(part, after) for part in node.parts])], 2 * node.number
            )
        if node.kind == "row":
            for part in reversed(node.parts):
                then = self._made(part, then)
            return then
        return self._repeated(node, then)

    def _repeated(self, node: RegexNode, then: int) -> int:
        (part,) = node.parts
        if node.most is None:
            again = self._state([])
            self._states[again].following = [self._made(part, again), then]
            then = again
        else:
            end = then
            for _ in range(node.most - node.least):
                then = self._state([self._made(part, then), end])
        for _ in range(node.least):
            then = self._made(part, then)
        return then


def _groups(text: str, ends: _Ends) -> dict[int, str]:
    found: dict[int, str] = {}
    closed: dict[int, int] = {}
    while ends is not None:
        number, at, ends = ends
        group, is_end = divmod(number, 2)
        if is_end:
            closed.setdefault(group, at)
        elif group in closed and group not in found:
            found[group] = text[at : closed[group]]
    return found
