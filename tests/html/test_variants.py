"""The page that shows where witnesses differ: what it counts, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, slow
from tests.html.pages import Page, broken_links, built
from tests.html.test_browser import _checked, _node
from variorum.source import Edition

HEADER = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
    "<title>Of rivers</title></titleStmt><publicationStmt><p>none</p></publicationStmt>"
    "<sourceDesc><listWit>"
    '<witness xml:id="A">one</witness><witness xml:id="B">two</witness>'
    '<witness xml:id="C">three</witness></listWit></sourceDesc></fileDesc></teiHeader>'
)
TEXT = """
<div><head>The first</head>
  <p>A <app><lem wit="#A #C">river</lem><rdg wit="#B">brook</rdg></app> runs
     <app><lem wit="#A">down</lem><rdg wit="#B">up</rdg><rdg wit="#C"/></app>.</p>
  <p>Nothing differs here.</p></div>
<div><head>The second <app><lem wit="#A #B">one</lem><rdg wit="#C">two</rdg></app></head>
  <p>It <app><lem wit="#A #B">ends</lem><rdg wit="#C">stops</rdg></app>.</p></div>
"""


def _edition(folder: Path, text: str) -> Edition:
    file = folder / "rivers.xml"
    file.write_text(f'{HEADER}<text xml:lang="en"><body>{text}</body></text></TEI>')
    return Edition.of([file], folder)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    folder = tmp_path_factory.mktemp("variants")
    return built(_edition(folder, TEXT), folder / "output")


def test_each_cell_counts_the_entries_in_which_a_witness_departs(pages: dict[str, Page]) -> None:
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in pages["rivers.variants.html"].root.xpath("//table//tr")
    ]
    assert rows == [
        ["Place", "all", "A", "B", "C"],
        ["The first"],
        ["§ 1", "2", "·", "2", "1"],
        ["§ 2", "0", "·", "·", "·"],
        ["The second one"],
        ["§ 3", "2", "·", "·", "2"],
    ]


def test_more_entries_have_a_stronger_colour(pages: dict[str, Page]) -> None:
    shades = pages["rivers.variants.html"].root.xpath("//td/@class[. != 'all']")
    assert shades == ["shade-5", "shade-3", "shade-5"]


def test_rows_and_columns_lead_to_the_texts(pages: dict[str, Page]) -> None:
    links = pages["rivers.variants.html"].root.xpath("//table//a/@href")
    assert links[:3] == ["rivers.A.html", "rivers.B.html", "rivers.C.html"]
    assert links[3:] == ["rivers.html#p-1", "rivers.html#p-2", "rivers.html#p-3"]
    assert "rivers.variants.html" in pages["rivers.html"].root.xpath(
        "//nav[@class='forms']//a/@href"
    )
    assert not list(broken_links(pages.values()))


def test_a_text_in_one_stretch_has_no_such_page(tmp_path: Path) -> None:
    text = '<p>A <app><lem wit="#A">river</lem><rdg wit="#B">brook</rdg></app>.</p>'
    pages = built(_edition(tmp_path, text), tmp_path / "output")
    assert "rivers.variants.html" not in pages
    assert not list(broken_links(pages.values()))


def test_the_page_is_valid_and_accessible(tmp_path: Path) -> None:
    slow()
    case = ROOT / "tests" / "cases" / "apparatus" / "parallel.xml"
    path = built(Edition.of([case], case.parent), tmp_path)["ferry.variants.html"].path
    assert not _checked(path)
    assert _node("check.mjs", path) == []
    assert _node("keys.mjs", path) == []
