"""The regular expressions of XML Schema (Part 2, appendix F), translated for `re`.

`re` does not know `\\p{..}`. To search all of Unicode for a category would take longer than most
validations. A class is therefore written out only for the characters that have occurred, and the
expression is compiled anew when others occur. After a few rounds all of Unicode is written out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property

from variorum.relaxng.blocks import BLOCKS
from variorum.relaxng.name_classes import NAME, NAME_START
from variorum.relaxng.regex_automaton import (
    RegexAutomaton,
    RegexNode,
    TooLargeError,
    is_risky,
    tree,
    variable_repetitions,
)
from variorum.relaxng.regex_groups import RegexGroups

__all__ = ["Regex", "RegexError"]

Test = Callable[[str], bool]

ASCII = frozenset(map(chr, range(128)))
ROUNDS = 24
SHORT_TEXT = 8
"""So many characters are soon tried in every way."""
MOST_WAYS = 100_000
"""In so many ways a text is tried, and no more."""
_ANY = "[^\\n\\r]"
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", **{c: c for c in "\\|.?*+(){}-[]^"}}
SHORT = frozenset("sSiIcCdDwWpP")
CATEGORIES = re.compile("L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?")
QUANTITY = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")


class RegexError(ValueError):
    """Not a regular expression of XML Schema; the message says why."""


class Regex:
    """One XSD regular expression; it is anchored at both ends, as the standard has it.

    Raises RegexError when the expression is malformed.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._alphabet = ASCII
        self._rounds = 0
        parts = _Parser(source).parse()
        self._node, self._short = self._judged(parts)
        # Where no class has to be written out, the expression is compiled only once.
        plain = [part if isinstance(part, str) else part.plain for part in parts]
        self._parts = parts if None in plain else None
        self._compiled: re.Pattern[str] | None = None
        if self._parts is None:
            self._compiled = _compile("".join(part or "" for part in plain), source)

    def matches(self, text: str) -> bool:
        """Whether the whole text matches."""
        if len(text) > self._short and self._automaton is not None:
            return self._automaton.matches(text)
        if self._parts is not None and not (text.isascii() or self._alphabet.issuperset(text)):
            self._widen(text)
        if self._compiled is None:
            spelled = (
                p if isinstance(p, str) else p.spell(self._alphabet) for p in self._parts or ()
            )
            self._compiled = _compile("".join(spelled), self.source)
        return self._compiled.fullmatch(text) is not None

    def _judged(self, parts: list[str | _Set]) -> tuple[RegexNode, int]:
        """The expression as a tree, and how long a text may be that `re` tries in every way."""
        try:
            node = tree(map(_token, parts))
            if is_risky(node):
                RegexAutomaton(node)
                return node, SHORT_TEXT
        except TooLargeError:
            raise self._unfollowed() from None
        return node, int(MOST_WAYS ** (1 / max(1, variable_repetitions(node))))

    @cached_property
    def _automaton(self) -> RegexAutomaton | None:
        """What matches long texts; none where repetitions of no risk stand for too much."""
        try:
            return RegexAutomaton(self._node)
        except TooLargeError:
            return None

    def _unfollowed(self) -> RegexError:
        reason = "its repetitions stand for too much"
        return RegexError(f"“{self.source}” is not followed: {reason}")

    def groups(self, text: str) -> dict[int, str] | None:
        """What each group that has any words stands for, 0 for the whole; None for no match.

        Raises RegexError where that is more than is followed.
        """
        try:
            return self._groups.find(text)
        except TooLargeError:
            raise self._unfollowed() from None

    def is_endless(self, text: str) -> bool:
        """Whether a text would be tried in too many ways by who remembers none of them."""
        return self._groups.is_endless(text)

    @cached_property
    def _groups(self) -> RegexGroups:
        return RegexGroups(self._node)

    def _widen(self, text: str) -> None:
        self._rounds += 1
        everything = self._rounds > ROUNDS
        self._alphabet = (
            frozenset(map(chr, range(0x110000))) if everything else self._alphabet.union(text)
        )
        self._compiled = None


def _compile(expression: str, source: str) -> re.Pattern[str]:
    try:
        return re.compile(expression, re.DOTALL)
    except (re.error, OverflowError) as error:
        raise RegexError(f"“{source}” is not a regular expression: {error}") from None


def _token(part: str | _Set) -> str | Test:
    """A part of an expression as its automaton knows it."""
    if isinstance(part, _Set):
        return part.test
    if part == _ANY:
        return lambda c: c not in "\n\r"
    if part == "(?:":
        return "("
    if part in (")", "|") or part[0] in "?*+{":
        return part
    return part[-1].__eq__


class _Set:
    """A character class: a test, and the class in the syntax of `re` if it can be written so."""

    def __init__(self, test: Test, plain: str | None) -> None:
        self.test = test
        self.plain = plain

    def spell(self, alphabet: frozenset[str]) -> str:
        points = sorted(map(ord, filter(self.test, alphabet)))
        if not points:
            return "(?!)"
        out = []
        first = last = points[0]
        for point in [*points[1:], -1]:
            if point == last + 1:
                last = point
                continue
            out.append(_escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}")
            first = last = point
        return "[" + "".join(out) + "]"


def _escaped(point: int) -> str:
    return f"\\U{point:08x}"


def _category(name: str) -> Test:
    if len(name) == 1:
        return lambda c: unicodedata.category(c)[0] == name
    return lambda c: unicodedata.category(c) == name


def _block(name: str) -> Test:
    first, last = BLOCKS[name]
    return lambda c: first <= ord(c) <= last


def _listed(expression: str) -> Test:
    return lambda c: re.fullmatch(expression, c) is not None


def _word(c: str) -> bool:
    return unicodedata.category(c)[0] not in "PZC"


def _digit(c: str) -> bool:
    return unicodedata.category(c) == "Nd"


TESTS: dict[str, Test] = {
    "s": _listed("[ \\t\\n\\r]"),
    "i": _listed(f"[{NAME_START}]"),
    "c": _listed(f"[{NAME}]"),
    "d": _digit,
    "w": _word,
}
# What `re` can be told without an alphabet, as the content of a bracketed class.
SPELLED = {"s": " \\t\\n\\r", "i": NAME_START, "c": NAME, "d": "\\d", "D": "\\D"}


def _negated(test: Test) -> Test:
    return lambda c: not test(c)


def _either(tests: list[Test]) -> Test:
    return lambda c: any(test(c) for test in tests)


def _without(test: Test, taken: Test) -> Test:
    return lambda c: test(c) and not taken(c)


def _between(first: str, last: str) -> Test:
    return lambda c: first <= c <= last


class _Parser:
    """Recursive descent over appendix F, without recursion for groups."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str | _Set] = []

    def error(self, reason: str) -> RegexError:
        return RegexError(f"“{self.source}” is not a regular expression: {reason}")

    def peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def parse(self) -> list[str | _Set]:
        depth = 0
        atom = False  # whether what stands before can be repeated
        while self.at < len(self.source):
            c = self.source[self.at]
            self.at += 1
            if c == "(":
                depth, atom = depth + 1, False
                self.out.append("(?:")
            elif c == ")":
                if not depth:
                    raise self.error("a ) has no (")
                depth, atom = depth - 1, True
                self.out.append(")")
            elif c == "|":
                atom = False
                self.out.append("|")
            elif c in "?*+{":
                if not atom:
                    raise self.error(f"nothing stands before {c}")
                self.out.append(self.quantity(c))
                atom = False
            else:
                self.atom(c)
                atom = True
        if depth:
            raise self.error("a ( is not closed")
        return self.out

    def quantity(self, c: str) -> str:
        if c != "{":
            return c
        found = QUANTITY.match(self.source, self.at - 1)
        if not found:
            raise self.error("{ begins no quantity")
        self.at = found.end()
        if found[3] and int(found[3]) < int(found[1]):
            raise self.error(f"{found[0]} ends before it begins")
        return found[0]

    def atom(self, c: str) -> None:
        if c == ".":
            self.out.append(_ANY)
        elif c == "\\":
            self.escape()
        elif c == "[":
            self.out.append(self.group())
        elif c in "]}":
            raise self.error(f"{c} must be written \\{c}")
        else:
            self.out.append(re.escape(c))

    def escape(self) -> None:
        if self.peek() in SHORT and self.peek():
            self.out.append(self.short())
        else:
            self.out.append(re.escape(self.single()))

    def single(self) -> str:
        """The character after a backslash that has been read."""
        letter = self.peek()
        if letter not in ESCAPES or not letter:
            raise self.error(f"\\{letter} means nothing")
        self.at += 1
        return ESCAPES[letter]

    def short(self) -> _Set:
        """`\\s`, `\\p{L}` and their like, after the backslash."""
        letter = self.peek()
        self.at += 1
        test = self.property() if letter in "pP" else TESTS[letter.lower()]
        plain = SPELLED.get(letter)
        if letter.isupper():
            test = _negated(test)
            if plain is None and letter.lower() in SPELLED:
                return _Set(test, f"[^{SPELLED[letter.lower()]}]")
        return _Set(test, f"[{plain}]" if plain else None)

    def property(self) -> Test:
        end = self.source.find("}", self.at)
        if self.peek() != "{" or end < 0:
            raise self.error("\\p needs {..}")
        name = self.source[self.at + 1 : end]
        self.at = end + 1
        if name.startswith("Is") and name[2:] in BLOCKS:
            return _block(name[2:])
        if CATEGORIES.fullmatch(name):
            return _category(name)
        raise self.error(f"\\p{{{name}}} is no category or block")

    def group(self) -> _Set:
        """A class in brackets, after the `[`."""
        negation = "^" if self.peek() == "^" else ""
        self.at += len(negation)
        tests: list[Test] = []
        plain: str | None = ""
        taken: _Set | None = None
        while not (self.peek() == "]" and tests):
            if not self.peek():
                raise self.error("a [ is not closed")
            if self.source.startswith("-[", self.at) and tests:
                taken = self.subtraction()
                break
            member, text = self.member(bool(tests))
            tests.append(member)
            plain = None if plain is None or text is None else plain + text
        self.at += 1
        test = _negated(_either(tests)) if negation else _either(tests)
        if plain is not None:
            plain = f"[{negation}{plain}]"
        if taken is None:
            return _Set(test, plain)
        both = f"(?:(?!{taken.plain}){plain})" if plain and taken.plain else None
        return _Set(_without(test, taken.test), both)

    def subtraction(self) -> _Set:
        self.at += 2
        taken = self.group()
        if self.peek() != "]":
            raise self.error("a subtraction must come last in its class")
        return taken

    def member(self, later: bool) -> tuple[Test, str | None]:
        """One character, range or escape of a class: its test, and its text for `re` if any."""
        c = self.peek()
        self.at += 1
        if c == "\\" and self.peek() in SHORT and self.peek():
            found = self.short()
            bare = found.plain is not None and not found.plain.startswith("[^")
            return found.test, found.plain[1:-1] if found.plain and bare else None
        if c in "[]":
            raise self.error(f"{c} in a class must be written \\{c}")
        first = self.single() if c == "\\" else c
        following = self.source[self.at + 1 : self.at + 2]
        if self.peek() != "-" or following in ("]", "[", "") or (c == "-" and not later):
            return _between(first, first), _escaped(ord(first))
        self.at += 1
        c = self.peek()
        self.at += 1
        last = self.single() if c == "\\" else c
        if last < first:
            raise self.error(f"the range {first}-{last} ends before it begins")
        return _between(first, last), f"{_escaped(ord(first))}-{_escaped(ord(last))}"
