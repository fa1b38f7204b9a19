"""Text as it may be printed: no character of it moves the cursor or turns the line around.

What a file holds comes into messages. A line break in it could forge a line of a log, and what
controls a terminal or the direction of writing could hide what is said.
"""

from __future__ import annotations

import re

__all__ = ["ascii_json", "json_text", "visible", "with_signs"]

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_NOT_ASCII = re.compile("[^\x00-\x7f]")


def visible(text: str) -> str:
    """The text with an escape in place of each character that controls."""
    return _HIDDEN.sub(lambda sign: f"\\u{{{ord(sign[0]):x}}}", text)


def with_signs(text: str) -> str:
    """The text with one sign in place of each such character: places in it stay where they are."""
    return _HIDDEN.sub("\ufffd", text)


def json_text(text: str) -> str:
    """The same JSON, in which such characters are escaped as JSON does it; line breaks stay."""
    return "\n".join(_HIDDEN.sub(_escape, line) for line in text.split("\n"))


def ascii_json(text: str) -> str:
    """The same JSON in ASCII, for a stream that cannot hold more."""
    return _NOT_ASCII.sub(_escape, text)


def _escape(sign: re.Match[str]) -> str:
    units = sign[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
