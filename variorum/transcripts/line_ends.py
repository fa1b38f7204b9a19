"""Words that the ends of lines have parted."""

from __future__ import annotations

import re

__all__ = ["WITHIN", "joined", "parted"]

WITHIN = "\ufdd0"
"""Where a word goes on in the next line; no character of Unicode, so that it stands in no text."""
_PARTED = re.compile(r"(?<=[^\W\d_])(?:[-\u2010\u00ac]|\u00ad)[ \t]*\n[ \t]*(\f?)(?=[^\W\d_])")
_SOFT = re.compile(r"\u00ad[ \t]*\n[ \t]*(\f?)(?=\w)")


def parted(text: str) -> int:
    """How many lines seem to end within a word."""
    return sum(_goes_on(text, match) for match in _PARTED.finditer(text))


def joined(text: str, *, dehyphenate: bool) -> str:
    """The text in which words that a soft hyphen parts are whole; with `dehyphenate`, also those
    that a hyphen parts before a small letter. A sign says where the line ended.
    """
    text = _SOFT.sub(lambda match: f"{WITHIN}{match[1]}", text)
    if not dehyphenate:
        return text
    return _PARTED.sub(
        lambda match: f"{WITHIN}{match[1]}" if _goes_on(match.string, match) else match[0], text
    )


def _goes_on(text: str, match: re.Match[str]) -> bool:
    return text[match.end()].islower() or not text[match.end()].isupper()
