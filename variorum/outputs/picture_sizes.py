"""The size of a picture in pixels, from the first bytes of its file: a page that knows it keeps the
place free, and nothing moves when the picture comes.
"""

from __future__ import annotations

import re
from struct import unpack

__all__ = ["size_of"]

_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers of JPEG that tell the size (ITU-T T.81, table B.1)."""
_VIEW_BOX = re.compile(
    rb"<svg\b[^>]*?\bviewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"
)


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, JPEG, WebP or SVG; nothing where the file does not tell."""
    try:
        found = _size(data)
    except (IndexError, ValueError, OverflowError):
        return None
    return found if found and min(found) > 0 else None


def _size(data: bytes) -> tuple[int, int] | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _pair(">II", data[16:24])
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _pair("<HH", data[6:10])
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    if view := _VIEW_BOX.search(data[:4096]):
        return round(float(view[1])), round(float(view[2]))
    return None


def _pair(form: str, data: bytes) -> tuple[int, int] | None:
    if len(data) != {">II": 8, "<HH": 4, ">HH": 4}[form]:
        return None
    width, height = unpack(form, data)
    return int(width), int(height)


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _JPEG_FRAMES:
            size = _pair(">HH", data[at + 5 : at + 9])
            return size and (size[1], size[0])
        at += 2 + length
    return None


def _webp(data: bytes) -> tuple[int, int] | None:
    """The three forms of WebP (RFC 9649, 2.4 to 2.7)."""
    kind = data[12:16]
    if kind == b"VP8X":
        return (
            1 + int.from_bytes(data[24:27], "little"),
            1 + int.from_bytes(data[27:30], "little"),
        )
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    size = _pair("<HH", data[26:30]) if kind == b"VP8 " else None
    return size and (size[0] & 0x3FFF, size[1] & 0x3FFF)
