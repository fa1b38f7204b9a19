"""The contents of a page, and the bookmarks of the markup that the PDF is set from."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from tests.building import build, warm_saxon
from tests.conftest import ROOT
from variorum.source import Edition

CASE = ROOT / "tests" / "practice" / "text" / "contents.xml"
CALLED = [
    *("Foreword", "Nobody knew why the boats came.", "Then they left.", "Chapter 3", "Poems"),
    *("The Gull", "The Crab"),
]


def test_divisions_without_headings_are_among_the_contents(tmp_path: Path) -> None:
    build(Edition.of([CASE], CASE.parent), tmp_path, ("html", "pdf"), saxon=warm_saxon())
    page = html.parse(tmp_path / "html" / "contents.html")
    links = page.xpath("//nav[@class='contents']//a")
    assert [link.text_content() for link in links] == CALLED
    assert all(page.xpath(f"//*[@id='{link.get('href')[1:]}']") for link in links)
    markup = (tmp_path / "print" / "contents.typ").read_text(encoding="utf-8")
    assert re.findall(r"#bookmark\(\d\)\[(.*)\]", markup) == CALLED
