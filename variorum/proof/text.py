"""The texts that plain-text files show, read from these files alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from variorum.proof.placeholders import DESCRIPTION, ITEM, LINK
from variorum.proof.unit_numbers import marked

__all__ = [
    "notes_of_file",
    "numbered_words",
    "reading_text_of_file",
    "rest_of_file",
    "witness_text_of_file",
]

_ADDRESS = re.compile(r"<https?://[^\s<>]*>")
"""The address that stands for a reference without words: it is no text."""
_IN_BRACKETS = re.compile(r"\[([^]]*)\]")


def reading_text_of_file(text: str, labels: Mapping[str, str]) -> str:
    """The reading text in a file, which stands between its own heading and the next one."""
    return _ADDRESS.sub("", _section(text, "text", labels))


def numbered_words(parts: Iterable[tuple[str, str]]) -> str:
    """The words of a text with the numbers of its units, as `marked` writes them.

    They are the brackets that the output added at the placeholders for numbers.
    """
    return "".join(_numbered(mark, words) for mark, words in parts)


def _numbered(mark: str, words: str) -> str:
    if not mark:
        return words
    if mark == ITEM:  # the number of the first paragraph in the item may follow its mark
        own, _, paragraph = words.strip().partition(" [")
        return marked(own) + (marked(paragraph.rstrip("]")) if paragraph else "")
    numbers = "".join(map(marked, _IN_BRACKETS.findall(words)))
    # numbers beside words that only the output decides cannot be told from these
    return _IN_BRACKETS.sub("", words) + numbers if mark in (LINK, DESCRIPTION) else numbers


def rest_of_file(text: str, labels: Mapping[str, str]) -> list[str]:
    """What a file says before and after its reading text."""
    words = _section(text, "text", labels)
    return [*text.partition(words)[::2]] if words else [text]


def notes_of_file(text: str, labels: Mapping[str, str]) -> list[str]:
    """The notes in a file; each begins with its number on a line of its own."""
    rest = _section(text, "notes", labels)
    numbers: list[re.Match[str]] = []
    at = 0
    while number := re.compile(rf"^\({len(numbers) + 1}\) ", re.MULTILINE).search(rest, at):
        numbers.append(number)
        at = number.end()
    bounds = [*(number.start() for number in numbers), len(rest)]
    return [
        _ADDRESS.sub("", rest[number.end() : end])
        for number, end in zip(numbers, bounds[1:], strict=True)
    ]


def _section(text: str, name: str, labels: Mapping[str, str]) -> str:
    _, _, rest = f"\n\n{text}".partition(f"\n\n{labels[name].upper()}\n\n")
    keys = ("notes", "register", "signs", *(key for key in labels if key.startswith("apparatus.")))
    ends = [at for key in keys if (at := rest.find(f"\n\n{labels[key].upper()}\n\n")) >= 0]
    return rest[: min(ends, default=len(rest))]


def witness_text_of_file(text: str, *, fragmentary: bool) -> str:
    """The text of a witness in its file.

    The file of a `fragmentary` witness begins with a line that says what is missing; it is no text.
    """
    head, _, rest = text.partition("\n\n")
    words = rest if fragmentary and head.startswith("[") and head.endswith("]") else text
    return _ADDRESS.sub("", words)
