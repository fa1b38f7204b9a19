"""Where pages break: a closing never stands alone."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import typst

from tests.conftest import ROOT
from tests.print.structure import pages

WORDS = "Contacts are being developed at all levels and good words are being uttered "


def test_a_closing_takes_the_last_line_of_its_paragraph_along(tmp_path: Path) -> None:
    shutil.copy(ROOT / "xslt" / "assets" / "edition.typ", tmp_path)
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
