"""Pictures of the pages: one for each page of the PDF, as large as it is, and in the README."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf

from tests.conftest import ROOT, SLOW
from tests.print.generated import document


def _size(picture: bytes) -> tuple[int, int]:
    """Width and height, of the header of a PNG (PNG Specification, 11.2.2)."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return int(width), int(height)


def _colours(picture: bytes) -> int:
    """How many different bytes the dots of a picture have: a page without words has few."""
    at, dots = 8, b""
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            dots += picture[at + 8 : at + 8 + length]
        at += length + 12
    return len(set(zlib.decompress(dots)))


def _pdf(folder: Path, *flags: str) -> None:
    command = [sys.executable, "-m", "variorum", "pdf", *flags, "--output", "out", "made.xml"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=environment, check=True, timeout=100)


def test_each_page_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "made.xml").write_bytes(document(500, 10))
    left = tmp_path / "out" / "pages" / "made" / "099.png"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"of a longer book")
    _pdf(tmp_path, "--pages")
    drawn = sorted((tmp_path / "out" / "pages" / "made").iterdir())
    with pikepdf.open(tmp_path / "out" / "pdf" / "made.pdf") as pdf:
        boxes = [[float(side) for side in page.mediabox[2:]] for page in pdf.pages]
    assert [file.name for file in drawn] == [f"{n:03}.png" for n in range(1, len(boxes) + 1)]
    for file, (width, height) in zip(drawn, boxes, strict=True):
        drawn_width, drawn_height = _size(file.read_bytes())
        assert abs(drawn_width - 2 * width) <= 1  # 144 dots to the inch, which has 72 points
        assert abs(drawn_height - 2 * height) <= 1
    assert all(_colours(file.read_bytes()) > 50 for file in drawn)


def test_no_page_is_drawn_unless_that_is_asked(tmp_path: Path) -> None:
    (tmp_path / "made.xml").write_bytes(document(50, 1))
    _pdf(tmp_path)
    assert not (tmp_path / "out" / "pages").exists()


@SLOW
def test_the_readme_shows_the_book_as_it_is(tmp_path: Path) -> None:
    """Where it does not, `python tools/readme_picture.py` makes its picture."""
    made = tmp_path / "made.png"
    command = [sys.executable, str(ROOT / "tools" / "readme_picture.py"), str(made)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, env=environment, check=True, timeout=100)
    assert made.read_bytes() == (ROOT / "docs" / "pdf.png").read_bytes()
    assert "docs/pdf.png" in (ROOT / "README.md").read_text(encoding="utf-8")
