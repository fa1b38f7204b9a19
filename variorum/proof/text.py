"""The texts that plain-text files show, read from these files alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["reading_text_of_file", "witness_text_of_file"]

_ADDRESS = re.compile(r"<https?://[^\s<>]*>")
"""The address that stands for a reference without words: it is no text."""


def reading_text_of_file(text: str, labels: Mapping[str, str]) -> str:
    """The reading text in a file, which stands between its own heading and the next one."""
    _, _, rest = f"\n\n{text}".partition(f"\n\n{labels['text'].upper()}\n\n")
    keys = ("notes", "register", "signs", *(key for key in labels if key.startswith("apparatus.")))
    ends = [at for key in keys if (at := rest.find(f"\n\n{labels[key].upper()}\n\n")) >= 0]
    return _ADDRESS.sub("", rest[: min(ends, default=len(rest))])


def witness_text_of_file(text: str, *, fragmentary: bool) -> str:
    """The text of a witness in its file.

    The file of a `fragmentary` witness begins with a line that says what is missing; it is no text.
    """
    head, _, rest = text.partition("\n\n")
    words = rest if fragmentary and head.startswith("[") and head.endswith("]") else text
    return _ADDRESS.sub("", words)
