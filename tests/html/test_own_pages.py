"""The edition's own pages: in the navigation by their order, and no documents of the edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.html.pages import Page, broken_links
from tests.html.test_browser import _checked
from variorum.source import Edition

OWN = Path(__file__).parent / "own"
Pages = dict[str, Page]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    build(Edition.here(OWN), folder, ("html", "text", "latex"), saxon=warm_saxon())
    return folder


@pytest.fixture(scope="module")
def pages(output: Path) -> Pages:
    folder = output / "html"
    return {file.relative_to(folder).as_posix(): Page(file) for file in folder.rglob("*.html")}


def test_every_page_leads_to_them_in_their_order(pages: Pages) -> None:
    for page in pages.values():
        up = "../" if page.path.parent.name != "html" else ""
        links = page.root.xpath("//header[@class='bar']//li/a")
        assert links[1].get("href") == f"{up}about.html"
        assert [(link.get("href"), link.text) for link in links][2:4] == [
            (f"{up}1-introduction.html", "The edition and its aims"),
            (f"{up}2-team.html", "Who made it"),
        ]
    assert not list(broken_links(pages.values()))


def test_they_have_their_text_and_notes_and_nothing_of_an_edition(pages: Pages) -> None:
    page = pages["2-team.html"]
    assert page.words("//h1") == "Who made it"
    assert "Two ferrymen, one of them here" in page.words("//article")
    assert "The other left." in page.words("//article")
    assert not page.root.xpath("//section[@class='about'] | //nav[@class='forms']")
    assert not _checked(page.path, warnings=False)


def test_they_are_no_documents(output: Path, pages: Pages) -> None:
    documents = pages["index.html"].root.xpath("//article[@class='document']//h2/a/@href")
    assert documents == ["letter.html"]
    assert {file.name for file in (output / "text").iterdir()} == {"letter.txt"}
    assert not list(output.rglob("*team.t*"))
