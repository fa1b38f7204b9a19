"""The size of a picture is told by its first bytes, in the order in which each format has them."""

from __future__ import annotations

import pytest

from variorum.outputs.picture_sizes import size_of

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
GIF = b"GIF89a" + (640).to_bytes(2, "little") + (480).to_bytes(2, "little")
JPEG = (
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
    b"\xff\xc2\0\x11\x08" + (480).to_bytes(2, "big") + (640).to_bytes(2, "big") + b"\x03"
)
EXTENDED = (
    b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0"
    + (639).to_bytes(3, "little")
    + (479).to_bytes(3, "little")
)
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (639 | 479 << 14).to_bytes(4, "little")
LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + GIF[6:]
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"/>'


@pytest.mark.parametrize("data", [PNG, GIF, JPEG, EXTENDED, LOSSLESS, LOSSY, SVG])
def test_every_format_tells_its_size(data: bytes) -> None:
    assert size_of(data) == (640, 480)


@pytest.mark.parametrize(
    "data", [b"", PNG[:20], JPEG[:24], GIF[:8], b"<svg/>", b"\xff\xd8\xff\xe0\0\0"]
)
def test_a_file_that_does_not_tell_has_none(data: bytes) -> None:
    assert size_of(data) is None
