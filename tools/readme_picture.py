"""Makes docs/pdf.png, the picture of two pages of the printed edition that the README shows.

Run it where the repository lies when the look of the book has changed:
`python tools/readme_picture.py`. With the name of a file, it makes that one.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "pdf.png"
_PAGES = (7, 8)
"""The first pages of the text."""
_TOGETHER = """#set page(width: auto, height: auto, margin: 0pt, fill: luma(80%))
#grid(columns: 2, column-gutter: 10pt, ..sys.inputs.pages.split().map(image))
"""
_DENSITY = 72
"""A dot for each point, which Typst takes a dot of a picture for: nothing is blurred."""


def picture() -> bytes:
    """Two pages side by side, of those that `variorum pdf --pages` draws of the edition here."""
    with TemporaryDirectory() as made:
        drawing = [sys.executable, "-m", "variorum", "pdf", "--pages", "--output", made]
        subprocess.run(drawing, cwd=ROOT, check=True, capture_output=True)
        (document,) = (Path(made) / "pages").iterdir()
        (document / "together.typ").write_text(_TOGETHER, encoding="utf-8")
        compiler = typst.Compiler(
            document / "together.typ",
            ignore_system_fonts=True,
            sys_inputs={"pages": " ".join(f"{page:03}.png" for page in _PAGES)},
        )
        drawn = compiler.compile(format="png", ppi=_DENSITY)
    assert isinstance(drawn, bytes)
    return drawn


if __name__ == "__main__":
    *_, file = (PICTURE, *map(Path, sys.argv[1:]))
    file.write_bytes(picture())
