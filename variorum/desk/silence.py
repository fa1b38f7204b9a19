"""Records an exception: a finding that is right as it is, with the reason to be written."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from variorum.check.levels import FIXED
from variorum.desk.pieces import last_end_tag
from variorum.desk.standing import standing_at
from variorum.desk.tags import Change
from variorum.findings import Diagnostic

__all__ = ["EMPTY", "exception", "recorded"]

EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<exceptions xmlns="urn:variorum:exceptions">\n</exceptions>\n'
)
"""A file of exceptions that has none."""
_ALONE = re.compile(r"(<exceptions\b[^<>]*?)\s*/>\s*\Z")


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


def recorded(words: str, record: str) -> Change | None:
    """How an exception is written into a file of exceptions, which may be empty or not yet there.

    None where the file has no end.
    """
    if not record.strip():
        at = EMPTY.index("</exceptions>")
        return 0, len(record), EMPTY[:at] + words + EMPTY[at:]
    if alone := _ALONE.search(record):
        return alone.start(), len(record), f"{alone[1]}>\n{words}</exceptions>\n"
    at_end = last_end_tag(record, "exceptions")
    return None if at_end is None else (at_end, at_end, words)
