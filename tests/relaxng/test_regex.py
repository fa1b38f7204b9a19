"""Regular expressions of XML Schema that the table of datatypes does not try."""

from __future__ import annotations

import random
import re
import sys
import unicodedata

import pytest

from tests.conftest import slow
from variorum.relaxng.xsdregex import ROUNDS, Regex, RegexError

MALFORMED = [
    "[", "[]", "[^]", "a**", "a{2}{3}", "(", ")", "(a", "*", "+a", "?", "|*", "a{2,1}", "a{,2}",
    "a{", "}", "]", r"\p{Foo}", r"\p{IsFoo}", r"\pL", r"\p{", "[b-a]", r"\y", "\\", "[a", r"[\y]",
    "[a-z-[b]c]", "[a[b]]", r"\p{Lx}",
]  # fmt: skip


@pytest.mark.parametrize("source", MALFORMED)
def test_malformed(source: str) -> None:
    with pytest.raises(RegexError, match=re.escape(source)):
        Regex(source)


def test_a_hyphen_may_end_a_class() -> None:
    """The second edition allows it; jing refuses it, libxml2 does not."""
    assert Regex("[ab-]+").matches("a-b")
    assert Regex("[-ab]+").matches("a-b")
    assert not Regex("[ab-]+").matches("c")


def test_categories_reach_all_of_unicode() -> None:
    """However many characters have been met before, and none, the class is the same."""
    letters = Regex(r"\p{L}")
    for point in range(0, 0x30000, 997):
        character = chr(point)
        assert letters.matches(character) == (unicodedata.category(character)[0] == "L")
    assert letters._rounds > ROUNDS


def test_negated_categories_hold_for_characters_not_met_before() -> None:
    regex = Regex(r"[^\p{C}\p{Z}]+")
    assert regex.matches("abc")
    assert regex.matches("Ёлка")
    assert not regex.matches("\u00ad")
    assert not regex.matches("\u3000")


CATEGORIES = sorted({unicodedata.category(chr(c)) for c in range(0x250)})
ALWAYS = {"Lu", "Zs"}
"""The categories tried in any run: for each, all of Unicode is gone through."""


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_category(category: str) -> None:
    if category not in ALWAYS:
        slow()
    regex = Regex(rf"\p{{{category}}}")
    for point in range(0x250):
        assert regex.matches(chr(point)) == (unicodedata.category(chr(point)) == category)


def test_no_more_than_the_whole() -> None:
    assert not Regex("a").matches("a\n")
    assert not Regex("a").matches("ba")
    assert sys.maxunicode == 0x10FFFF and Regex(".").matches(chr(sys.maxunicode))


LINEAR = {
    "(a+)+b": ("aaaaaaaaaab", "a" * 50_000),
    "(a|a)*b": ("aaaaaaaaaab", "a" * 50_000),
    "((a*)*)*b": ("aaaaaaaaaab", "a" * 50_000),
    "(\\p{L}|\\p{N}|[а-я]+)+!": ("мореwater12!", "море" * 12_000),
    "(a?b{0,3}){2,30}c|(x|y)+": ("abbbabbbbabbac", "ab" * 20_000),
    "([^b]|.)*\\.": ("море\\..", "ж" * 50_000),
    "a*a*a*a*a*a*b": ("a" * 20_000 + "b", "a" * 20_000),
    "\\c+\\c+\\c+\\c+!": ("a-1." * 5_000 + "!", "a-1." * 5_000),
    "(ab|cd)+": ("abcdabcdab", "abcdabcdabc"),
}


@pytest.mark.parametrize("expression", LINEAR)
def test_no_expression_takes_exponential_time(expression: str) -> None:
    long, wrong = LINEAR[expression]
    regex = Regex(expression)
    assert regex.matches(long) and not regex.matches(wrong)


@pytest.mark.parametrize(
    "expression", ["(a|b|c+)*d", "((ab)+|a|[b-c]{2,3})+", "(a*b?|c)*", "(.|\n)+a"]
)
def test_long_and_short_texts_are_judged_alike(expression: str) -> None:
    from itertools import product

    from variorum.relaxng import xsdregex

    regex = Regex(expression)
    assert regex._automaton is not None
    for length in range(xsdregex.SHORT_TEXT - 1):
        for text in map("".join, product("abcd"[: 4 if length < 6 else 2], repeat=length)):
            assert regex._automaton.matches(text) == regex.matches(text), text


@pytest.mark.parametrize("expression", ["(a{1,200}b){1,200}", "(" * 2000 + "a+" + ")*" * 2000])
def test_what_stands_for_too_much_is_refused(expression: str) -> None:
    with pytest.raises(RegexError, match="too much"):
        Regex(expression)


GROUPS = {
    "(([a-z]+)(-([a-z]+))*)": ("a-b-c", {0: "a-b-c", 1: "a-b-c", 2: "a", 3: "-c", 4: "c"}),
    "(a*)(a*)b": ("aab", {0: "aab", 1: "aa", 2: ""}),
    "(a|ab)(c|bcd)(d*)": ("abcd", {0: "abcd", 1: "a", 2: "bcd", 3: ""}),
    "(a)|(b)": ("b", {0: "b", 2: "b"}),
    "([0-9]{2})([0-9]{2,})": ("12345", {0: "12345", 1: "12", 2: "345"}),
    "x(y)": ("xz", None),
}


@pytest.mark.parametrize("expression", GROUPS)
def test_groups_stand_for_their_words(expression: str) -> None:
    text, groups = GROUPS[expression]
    assert Regex(expression).groups(text) == groups


@pytest.mark.parametrize("expression", LINEAR)
def test_no_groups_take_exponential_time(expression: str) -> None:
    long, wrong = (text[:2000] for text in LINEAR[expression])
    regex = Regex(expression)
    for text in (long, wrong):
        assert (regex.groups(text) is not None) == regex.matches(text)


def test_groups_are_those_of_re() -> None:
    """Random expressions; where a repetition goes round without words, no standard says which."""
    chance = random.Random(3)

    def expression(depth: int) -> str:
        kind = chance.random() if depth else 0
        if kind < 0.3:
            return chance.choice("abc")
        if kind < 0.5:
            return expression(depth - 1) + expression(depth - 1)
        if kind < 0.7:
            return f"({expression(depth - 1)}|{expression(depth - 1)})"
        return f"({expression(depth - 1)})" + chance.choice(("*", "+", "?", ""))

    matched = 0
    for _ in range(3000):
        source = expression(4)
        text = "".join(chance.choice("abc") for _ in range(chance.randrange(1, 7)))
        found, groups = re.fullmatch(source, text), Regex(source).groups(text)
        assert (found is None) == (groups is None), (source, text)
        words = dict(enumerate((found[0], *found.groups()))) if found else {}
        if words and "" not in words.values():
            matched += 1
            assert groups == {n: word for n, word in words.items() if word is not None}
    assert matched > 200
