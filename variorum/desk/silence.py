"""Records an exception: a finding that is right as it is, with the reason to be written."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from variorum.check.levels import FIXED
from variorum.desk.standing import standing_at
from variorum.findings import Diagnostic

__all__ = ["EMPTY", "exception", "insertion"]

EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<exceptions xmlns="urn:variorum:exceptions">\n</exceptions>\n'
)
"""A file of exceptions that has none."""
_END = "</exceptions>"


def exception(finding: Diagnostic, file: str, text: str, offset: int) -> str:
    """The exception for a finding at an offset; empty for one that cannot be excepted.

    `file` is what the text is called from the folder of the exceptions. The exception names the
    innermost element around the place that has an xml:id, else the whole file.
    """
    if finding.code.startswith(FIXED):
        return ""
    end = text.find(">", offset) + 1 or offset
    around = [tag for tag in standing_at(text, end).open if "xml:id" in tag.attributes]
    place = f" id={quoteattr(around[-1].attributes['xml:id'])}" if around else ""
    return (
        f"  <exception code={quoteattr(finding.code)} file={quoteattr(file)}{place}>\n"
        "    <reason>Why it is right as it is.</reason>\n  </exception>\n"
    )


def insertion(text: str) -> int | None:
    """Where an exception is to be written in a file of exceptions; None where it has no end."""
    at = text.rfind(_END)
    return at if at >= 0 else None
