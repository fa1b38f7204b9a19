"""Bytes as text: in which encoding they are, and which characters XML cannot hold."""

from __future__ import annotations

import re

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.transcripts.codes import IMPORT_CHARACTER, IMPORT_ENCODING

__all__ = ["decoded"]

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")
"""What XML cannot hold, and what is no character in Unicode."""


def decoded(data: bytes, name: str, encoding: str = "") -> tuple[str, list[Diagnostic]]:
    """The text of a file; UTF-8 where neither a mark nor `encoding` says otherwise.

    Characters that XML cannot hold are left out, each a finding. Raises VariorumError for bytes
    that are no text in that encoding.
    """
    told = encoding or next((kind for mark, kind in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(told)
    except (UnicodeDecodeError, LookupError) as error:
        start = getattr(error, "start", 0)
        line = data[:start].count(b"\n") + 1
        place = Place(name, line)
        raise VariorumError(IMPORT_ENCODING.at(place, f"is not text in {told}")) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings = [
        IMPORT_CHARACTER.at(
            Place(name, text.count("\n", 0, match.start()) + 1),
            f"U+{ord(match[0]):04X} cannot stand in XML and is left out",
        )
        for match in _FORBIDDEN.finditer(text)
    ]
    return _FORBIDDEN.sub("", text), findings
