"""Where pages break: a closing never stands alone, a title page is one page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
import typst

from tests.conftest import ROOT, SLOW, tool
from tests.print.structure import pages

WORDS = "Contacts are being developed at all levels and good words are being uttered "


def test_a_closing_takes_the_last_line_of_its_paragraph_along(tmp_path: Path) -> None:
    for template in ("edition.typ", "planner.typ", "cutting.typ"):
        shutil.copy(ROOT / "xslt" / "assets" / template, tmp_path)
    heights = range(100, 160, 2)
    trials = "".join(
        f"#pagebreak()\n#v({height}mm)\n"
        f"#para()[First{height} {WORDS * 4} last{height}.#closing[Yours,#source-line()Ada{height}]]"
        for height in heights
    )
    source = tmp_path / "trials.typ"
    source.write_text(
        f'#import "edition.typ": *\n#show: edition.with(title: [Trials])\n{trials}',
        encoding="utf-8",
    )
    with pikepdf.open(io.BytesIO(typst.compile(str(source), ignore_system_fonts=True))) as pdf:
        shown = pages(pdf)
    divided = 0
    for height in heights:
        on = [
            next(number for number, text in enumerate(shown) if f"{word}{height}" in text)
            for word in ("First", "last", "Ada")
        ]
        assert on[1] == on[2], f"{height} mm down the page"
        divided += on[0] < on[1]
    assert divided


def test_the_title_page_is_one_page_however_much_it_says(tmp_path: Path) -> None:
    for template in ("edition.typ", "planner.typ", "cutting.typ"):
        shutil.copy(ROOT / "xslt" / "assets" / template, tmp_path)
    for people in (0, 3, 6, 8):
        named = "".join(f"([Role{each}], [{WORDS * 2}]), " for each in range(people))
        source = tmp_path / "title.typ"
        source.write_text(
            f'#import "edition.typ": *\n#show: edition.with(title: [{WORDS * 2}])\n'
            f"#title-page(author: [Ada], subtitle: [{WORDS * 2}], people: ({named}), "
            f"imprint: [Vienna])\nFirst words",
            encoding="utf-8",
        )
        compiled = typst.compile(str(source), ignore_system_fonts=True)
        with pikepdf.open(io.BytesIO(compiled)) as pdf:
            shown = pages(pdf)
        assert "Ada" in shown[0] and "Vienna" in shown[0], people
        assert len(shown) == 2 and "First" in shown[1], people


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A short title", "A short title"),
        ("another word " * 9, r"(another word ){3,}(another )?\u2026"),
        pytest.param("x" * 300, r"x{40,}\u2026", marks=SLOW),
    ],
)
def test_a_running_head_ends_with_a_whole_word(title: str, expected: str, tmp_path: Path) -> None:
    """Where there are no spaces, it ends with a whole letter."""
    for template in ("edition.typ", "planner.typ", "cutting.typ"):
        shutil.copy(ROOT / "xslt" / "assets" / template, tmp_path)
    source, book = tmp_path / "head.typ", tmp_path / "head.pdf"
    source.write_text(
        '#import "edition.typ": *\n#show: edition.with(title: [Heads])\n'
        f"#section(1)[_{title}_][Part]\nFirst#pagebreak()#pagebreak()Last",
        encoding="utf-8",
    )
    book.write_bytes(typst.compile(str(source), ignore_system_fonts=True))
    reader = [tool("pdftotext"), "-f", "3", "-layout", str(book), "-"]
    shown = subprocess.run(reader, capture_output=True, text=True, check=True).stdout
    head = " ".join(shown.replace("\u200b", "").partition("Last")[0].split())
    assert re.fullmatch(f"{expected} 3", head), head
