"""Words that the ends of lines have parted."""

from __future__ import annotations

import re

from variorum.transcripts.pages_of_text import HEAD

__all__ = ["WITHIN", "is_conjunction", "joined", "parted"]

WITHIN = "\ufdd0"
"""Where a word goes on in the next line; no character of Unicode, so that it stands in no text."""
_HEAD = rf"(?:{HEAD.pattern.replace('(', '(?:')})?"
_BETWEEN = rf"(?P<foot>{_HEAD})(?:[ \t]*\n[ \t]*|[ \t]*(?=\f))(?P<page>\f?{_HEAD})[ \t]*"
"""The end of a line, which can be that of a page with what stands on every page."""
_PARTED = re.compile(rf"(?<=[^\W\d_])(?:[-\u2010\u00ac]|\u00ad){_BETWEEN}(?=[^\W\d_])")
_SOFT = re.compile(rf"\u00ad{_BETWEEN}(?=\w)")
_CONJUNCTION = re.compile(r"(?:and|or|und|oder|bzw|et|ou|och|og|и|или)\b")


def parted(text: str) -> int:
    """How many lines seem to end within a word."""
    return sum(_goes_on(text, match) for match in _PARTED.finditer(text))


def joined(text: str, *, dehyphenate: bool) -> str:
    """The text in which words that a soft hyphen parts are whole; with `dehyphenate`, also those
    that a hyphen parts before a small letter. A sign says where the line ended.
    """
    text = _SOFT.sub(_whole, text)
    if not dehyphenate:
        return text
    return _PARTED.sub(lambda match: _whole(match) if _goes_on(text, match) else match[0], text)


def is_conjunction(text: str) -> bool:
    """Whether a text begins with a word such as “and”: a hyphen before it, as in “pre- and
    post-war”, stands for a part of the word that is to be understood.
    """
    return bool(_CONJUNCTION.match(text))


def _whole(match: re.Match[str]) -> str:
    return f"{WITHIN}{match['foot']}{match['page']}"


def _goes_on(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 8]
    return not following[0].isupper() and not is_conjunction(following)
