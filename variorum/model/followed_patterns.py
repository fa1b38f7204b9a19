"""Patterns of `prefixDef` that Saxon would try in endless ways, and what is given to it instead.

Saxon tries an expression in every way until one fits, which for some, such as `([a-z]+-?)+`, takes
longer than anybody waits. Which pointers fit one, and what they stand for, is found out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.source import Source

__all__ = ["text_to_model"]

_TAG = re.compile(
    r"<(?P<name>(?:[\w.-]+:)?prefixDef)\b(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
)
_ATTRIBUTE = re.compile(r"(\S+?)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_PATTERN = re.compile(r"(\smatchPattern\s*=\s*)(?:\"[^\"]*\"|'[^']*')")
_QUANTITY = re.compile(r"[*+{]")
_SIGN = re.compile(r"[\\|.?*+(){}\[\]^$\-]")
_NEVER = r"[^\s\S]"
_MOST = 1000
"""So many pointers to a pattern of this kind are followed."""


def text_to_model(source: Source) -> str:
    """The text of a file for Saxon: each pattern that it could not follow to an end is replaced by
    the values that fit it, each with what it stands for.
    """
    text = source.text
    if "matchPattern" not in text:
        return text
    return _TAG.sub(lambda tag: _replaced(tag, text), text)


def _replaced(tag: re.Match[str], text: str) -> str:
    found = _ATTRIBUTE.findall(tag["attributes"])
    said = {name: unescape(double or single) for name, double, single in found}
    ident, pattern = said.get("ident", ""), said.get("matchPattern", "")
    if not ident or len(_QUANTITY.findall(pattern)) < 2:
        return tag[0]
    values = _values(ident, text)
    if not _is_endless(pattern, values):
        return tag[0]
    from xml.sax.saxutils import escape  # it loads what reads addresses of the web, too

    own = "".join(_followed(tag["name"], ident, pattern, said, values))
    return own + _PATTERN.sub(lambda found: f'{found[1]}"{escape(_NEVER)}"', tag[0], count=1)


def _values(ident: str, text: str) -> list[str]:
    """What pointers have after a prefix."""
    pointer = re.compile(rf"(?<![\w.:/#-]){re.escape(ident)}:([^\s\"'<>]+)")
    return list(dict.fromkeys(unescape(found) for found in pointer.findall(text)))


def _is_endless(pattern: str, values: list[str]) -> bool:
    from variorum.check.prefix_patterns import is_endless

    return any(is_endless(pattern, value) for value in values)


def _followed(
    name: str, ident: str, pattern: str, said: dict[str, str], values: list[str]
) -> Iterator[str]:
    """A `prefixDef` for each value that fits the pattern."""
    from xml.sax.saxutils import quoteattr

    from variorum.check.prefix_patterns import address

    for value in values[:_MOST]:
        stands_for = address(pattern, said.get("replacementPattern", ""), value)
        if stands_for is not None and not re.search(r"\$\d", stands_for):
            literal = _SIGN.sub(lambda sign: f"\\{sign[0]}", value)
            yield (
                f"<{name} ident={quoteattr(ident)} matchPattern={quoteattr(literal)}"
                f" replacementPattern={quoteattr(stands_for)}/>"
            )
