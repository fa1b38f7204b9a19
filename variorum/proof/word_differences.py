"""Compares the text that an output shows with the text that it must show, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.proof.comparison import Compared, compared, first_other_mark, length, straight
from variorum.proof.placeholders import (
    BREAK,
    BREAK_BY_NOTE,
    DESCRIPTION,
    EDGE,
    ITEM,
    LINK,
    MARKS,
    NOTE,
    NOTE_APART,
    NUMBER,
    QUOTE,
    SPACE,
)

__all__ = ["Difference", "difference", "expected_pieces"]

_SPACES = re.compile(f" *{SPACE}[ {SPACE}]*|  +")
_AT_BLOCKS = re.compile(f"([{NUMBER}{ITEM}])[ {SPACE}]*")
_LONGEST_LINK = 300
_NOTES = re.compile(
    f"(?: |(?<=[{NUMBER}{ITEM}{QUOTE}]))(?:{NOTE} ?)*{NOTE}(?: |$|(?=[\\w{QUOTE}]))"
)
_APART = f"\\s{SPACE}{NUMBER}{ITEM}{LINK}{DESCRIPTION}{NOTE_APART}{BREAK}"
_WITHIN_WORD = re.compile(f"(?<=[^{_APART}\u4e00-\u9fff])({BREAK}+)([^{_APART}]+)")
_ANY_SPACES = f"[ {SPACE}]*"
_BREAKS_BY_NOTES = re.compile(
    f"{_ANY_SPACES}(?:(?:{BREAK}{_ANY_SPACES})+{NOTE}|(?:{NOTE}{_ANY_SPACES})+{BREAK})"
    f"[ {SPACE}{BREAK}{NOTE}]*"
)
_LOOSE = re.compile(f" *([{QUOTE}{LINK}{DESCRIPTION}])(?: +|(?<= .))")
_MARK = re.compile(f"([{MARKS}])")
_BESIDE = f" {SPACE}{NUMBER}{ITEM}{NOTE}{BREAK}"
_EDGES = re.compile(f"[{_BESIDE}]*{EDGE}[{_BESIDE}{EDGE}]*")
_IN_BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
_ADDED = {
    NUMBER: re.compile(rf"{_IN_BRACKETS} ?"),
    BREAK: re.compile(rf" ?{_IN_BRACKETS} ?"),
    QUOTE: re.compile("[\"']"),
    NOTE: re.compile(r"\(\d+\)"),
    SPACE: re.compile(" "),
    ITEM: re.compile("- "),
}
_REPEATED = {
    BREAK_BY_NOTE: re.compile(rf" |\(\d+\)|{_IN_BRACKETS}"),
    NOTE_APART: re.compile(r" |\(\d+\)"),
}
"""What may be added there several times."""
_MARKS_OF_ITEMS = (re.compile(r"\S{1,20} "), re.compile(r"\S{1,20} \S{1,20} "))


def expected_pieces(text: str, language: str = "", *, edges: bool = False) -> list[str]:
    """A text as `difference` needs it: by turns words and placeholders.

    With `edges` it is to be compared with a text that does not say whether there is white space at
    the edges of readings, or whether the marks around a quoted lemma belong to a reading too.
    """
    words = compared(text if edges else text.replace(EDGE, ""), language).shown
    words = _EDGES.sub(lambda run: SPACE + f"{QUOTE}{SPACE}" * run[0].count(EDGE), words)
    while _WITHIN_WORD.search(words):
        words = _WITHIN_WORD.sub(r"\2\1", words)
    words = _collapsed(_AT_BLOCKS.sub(r" \1", words))
    if BREAK in words and NOTE in words:
        words = _BREAKS_BY_NOTES.sub(BREAK_BY_NOTE, words)
    words = _NOTES.sub(NOTE_APART, words)
    words = _LOOSE.sub(f"{SPACE}\\1{SPACE}", words)
    return _MARK.split(_collapsed(words).strip())


def _collapsed(words: str) -> str:
    return _SPACES.sub(lambda run: " " if " " in run[0] else SPACE, words)


@dataclass(frozen=True)
class Difference:
    """The first place at which two texts differ, with a few words of each.

    `offset` is the length of the expected text before it, and `at` is where it is in the other.
    """

    expected: str
    actual: str
    offset: int
    at: int


def difference(
    pieces: list[str], text: Compared, kept: list[tuple[str, str]] | None = None
) -> Difference | None:
    """Where a text first differs from the pieces of the expected one, if anywhere.

    `kept` is given the text in parts: each with the placeholder at which the output added it, or
    with none.
    """
    actual = text.plain
    kept = [] if kept is None else kept
    at = coming = 0
    bare = [straight(piece, text.language) for piece in pieces]
    for number, piece in enumerate(bare):
        if number % 2:
            coming = max(coming, number + 1)
            while coming < len(bare) - 1 and not bare[coming].strip():
                coming += 2
            last = coming == len(bare) - 1
            after = _after_mark(piece, bare[coming], actual, at, last=last)
            kept.append((piece, actual[at:after]))
            at = after
            continue
        words = piece.lstrip() if at == 0 or actual[at - 1] == " " else piece
        start = len(piece) - len(words)
        if len(actual) - at < len(words):
            words = words.rstrip()
        shown = pieces[number][start : start + len(words)]
        if not actual.startswith(words, at):
            same = _same(words, actual, at)
            return _difference_at("".join(pieces[:number]), shown, same, text.shown, at)
        other = first_other_mark(shown, words, text.shown[at : at + len(words)])
        if other >= 0:
            return _difference_at("".join(pieces[:number]), shown, other, text.shown, at)
        kept.append(("", words))
        at += len(words)
    rest = actual[at:].strip()
    return _difference_at("".join(pieces), "", 0, text.shown, at) if rest else None


def _same(words: str, actual: str, at: int) -> int:
    """How many characters are the same."""
    same = 0
    while same < len(words) and words[same] == actual[at + same : at + same + 1]:
        same += 1
    return same


def _after_mark(mark: str, coming: str, actual: str, at: int, *, last: bool) -> int:
    """The offset after what the output added at a placeholder.

    Where the words that come next stand here already, the output added nothing. The `last` words
    stand at the end.
    """
    following = coming.lstrip() if at == 0 or actual[at - 1] == " " else coming
    if coming and actual.startswith(following.rstrip(), at):
        return at + 1 if mark == QUOTE and _is_doubled(following.strip(), actual, at) else at
    if mark == BREAK and coming and actual.startswith(f" {coming.strip()}", at):
        return at
    if mark in (DESCRIPTION, LINK):
        limit = len(actual) if mark == DESCRIPTION else at + _LONGEST_LINK
        found = actual.find(coming, at, limit + len(coming)) if coming else len(actual)
        at_end = len(actual) - len(coming.rstrip())
        if (last or found < 0) and actual[at_end:] == coming.rstrip() and at <= at_end <= limit:
            return at_end
        return at if found < 0 else found
    if mark in _REPEATED:
        return _after_repeated(_REPEATED[mark], coming.strip(), actual, at)
    if mark == ITEM and coming:
        added = next((each for each in _marks_of_items(coming.strip(), actual, at)), None)
        if added is not None:
            return added.end()
    added = _ADDED[mark].match(actual, at)
    return added.end() if added else at


def _marks_of_items(coming: str, actual: str, at: int) -> Iterator[re.Match[str]]:
    """The marks of an item, of one or two words, after which stand the words that come."""
    for pattern in _MARKS_OF_ITEMS:
        found = pattern.match(actual, at)
        if found and actual.startswith(coming, found.end()):
            yield found


def _is_doubled(coming: str, actual: str, at: int) -> bool:
    """Whether the output added a mark before one that the TEI has."""
    return coming in ('"', "'") and actual.startswith(coming * 2, at)


def _after_repeated(added: re.Pattern[str], coming: str, actual: str, at: int) -> int:
    """The offset after all that was added, but before words that look like it, such as `[d'or]`."""
    while part := added.match(actual, at):
        at = part.end()
        if coming and actual.startswith(coming, at):
            break
    return at


def _difference_at(before: str, words: str, same: int, actual: str, at: int) -> Difference:
    passed = _MARK.sub("", before.replace(SPACE, " ")) + words[:same]
    return Difference(
        passed[-30:] + words[same : same + 40],
        actual[max(0, at + same - 30) : at + same + 40],
        length(passed),
        at + same,
    )
