"""Characters that no reader sees and no output shows alike: they are left out of what is read.

The control characters of ISO 6429 (U+007F to U+009F) come of files in Windows-1252 that were read
as ISO 8859-1; the mark of the byte order (U+FEFF) comes of files that were joined. What Unicode
keeps for use within programs (U+FDD0 to U+FDEF, the last two of each plane) is no character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.findings import Diagnostic, Place
from variorum.source.bytes import DocumentBytes
from variorum.source.codes import CHARACTER_LEFT_OUT

__all__ = ["left_out", "without"]

_BOM = b"\xef\xbb\xbf"
_DECIMAL = [
    b"%d" % number
    for number in (
        *range(0xFDD0, 0xFDF0),
        *(plane + last for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
    )
]
_HIDDEN = re.compile(
    rb"\xef\xbb\xbf|\xc2[\x80-\x9f]|\x7f"
    rb"|\xef\xb7[\x90-\xaf]|[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]"
    rb"|&#x0*(?:7f|[89][0-9a-f]|feff|fd[de][0-9a-f]|(?:[1-9a-f]|10)fff[ef]);"
    rb"|&#0*(?:12[7-9]|1[34]\d|15\d|65279|" + b"|".join(_DECIMAL) + rb");",
    re.IGNORECASE,
)
_SECTION = b"<![CDATA["


def without(data: bytes) -> bytes:
    """A document, in UTF-8, without these characters; a mark at its beginning stays."""
    start = len(_BOM) if data.startswith(_BOM) else 0
    if _HIDDEN.search(data, start) is None:
        return data
    found = (each for each in _HIDDEN.finditer(data, start) if _counts(data, each))
    kept, done = [], 0
    for each in found:
        kept.append(data[done : each.start()])
        done = each.end()
    return b"".join([*kept, data[done:]])


def left_out(name: str, data: bytes) -> Iterator[Diagnostic]:
    """A finding for each of these characters that a document, in UTF-8, has: at its first place."""
    start = len(_BOM) if data.startswith(_BOM) else 0
    seen: set[str] = set()
    for found in _HIDDEN.finditer(data, start):
        character = _character(found[0])
        if _counts(data, found) and character not in seen:
            seen.add(character)
            place = Place(name, *DocumentBytes(data).place(found.start()))
            message = f"U+{ord(character):04X} is no character of a text: it is left out"
            yield CHARACTER_LEFT_OUT.at(place, message, _cure(character))


def _counts(data: bytes, found: re.Match[bytes]) -> bool:
    """Whether a reference is one: in a section of characters it is text."""
    before = data.rfind(_SECTION, 0, found.start()) if found[0][:1] == b"&" else -1
    return before < 0 or data.find(b"]]>", before) < found.start()


def _character(written: bytes) -> str:
    if not written.startswith(b"&"):
        return written.decode()
    number = written[2:-1].decode()
    return chr(int(number[1:], 16) if number.startswith("x") else int(number))


def _cure(character: str) -> str:
    meant = character.encode("latin-1", "ignore").decode("cp1252", "ignore")
    if not meant or meant == character:
        return ""
    return f"write {meant}: the file was in Windows-1252 and was read as ISO 8859-1"
