"""The pages of this edition: what a scholar must find on them, and that every thread holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import build
from tests.conftest import ROOT
from tests.html.pages import Page, broken_links, built, reading, told
from variorum.source import Edition

Pages = dict[str, Page]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Edition.here(ROOT)


@pytest.fixture(scope="module")
def everything(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return built(edition, tmp_path_factory.mktemp("note"))


@pytest.fixture(scope="module")
def pages(everything: Pages) -> Pages:
    """The pages of the edition; the guidelines for editors have tests of their own."""
    return {name: page for name, page in everything.items() if "guidelines" not in name}


@pytest.fixture(scope="module")
def note(pages: Pages) -> Page:
    return pages["lukin-note.html"]


def test_the_page_weighs_little(note: Page) -> None:
    kilobyte = 1024
    page = note.path.stat().st_size
    shared = note.root.xpath("//link[@rel='stylesheet']/@href | //script/@src")
    files = [note.path.parent / str(address) for address in shared]
    assert {file.suffix for file in files} == {".css", ".js"}
    assert page < 60 * kilobyte
    assert page + sum(file.stat().st_size for file in files) < 98 * kilobyte


def test_the_site_is_its_texts_registers_and_search(pages: Pages) -> None:
    kinds = ("bibl", "event", "group", "index", "office", "org", "person", "place", "term")
    assert set(pages) == {
        "about.html",
        "index.html",
        "lukin-note.cite.html",
        "lukin-note.html",
        "lukin-note.T.html",
        "search/index.html",
        "register/timeline.html",
        *(f"register/{kind}.html" for kind in kinds),
    }


def test_no_page_needs_a_script_or_asks_for_more_than_its_style(pages: Pages) -> None:
    for name, page in pages.items():
        assert not page.scripts or name == "search/index.html"
        assert not page.root.xpath("//img | //iframe | //object | //embed | //@onclick")
        assert not page.root.xpath("//style | //link[@rel='preload']")
        assert all(style.startswith("--at:--") for style in page.root.xpath("//@style"))
        styles = page.root.xpath("//link[@rel='stylesheet']/@href")
        assert styles and all((page.path.parent / style).is_file() for style in styles)
        assert page.root.xpath("//link[@rel='icon']/@href") == ["data:,"]
        assert not re.search(r"url\(|@import|@font-face", page.text)
        (policy,) = page.root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'")


def test_every_link_leads_somewhere(everything: Pages) -> None:
    assert not list(broken_links(everything.values()))


def test_every_word_is_there_in_order(edition: Edition, pages: Pages) -> None:
    (source,) = edition.documents
    assert reading(pages["lukin-note.html"]) == told(edition, source)
    assert reading(pages["lukin-note.T.html"]) == told(edition, source, "T")
    assert told(edition, source) != told(edition, source, "T")


def test_paragraphs_are_numbered_and_lead_to_the_same_in_the_other_text(pages: Pages) -> None:
    for name, other in (
        ("lukin-note.html", "lukin-note.T.html"),
        ("lukin-note.T.html", "lukin-note.html"),
    ):
        numbers = pages[name].root.xpath("//p[@class='number']")
        assert len(numbers) == 11
        for count, number in enumerate(numbers, 1):
            own, parallel = number.xpath("a")
            assert own.text_content().split()[-1] == str(count)
            assert parallel.get("href") == other + own.get("href")


def test_notes_and_entries_have_a_way_there_and_back(note: Page) -> None:
    for kind in ("note", "entry"):
        there = note.root.xpath(f"//a[contains(@class, '{kind}-reference')]")
        back = note.root.xpath(f"//li[starts-with(@class, '{kind}')]/a[@class='back']")
        assert len(there) == len(back) > 5
        targets = {link.get("href"): link.get("id") for link in there}
        for link in back:
            assert link.get("href") == "#" + targets["#" + link.getparent().get("id")]


def test_every_mention_leads_to_the_register_and_the_register_back(pages: Pages) -> None:
    registers = [page for name, page in pages.items() if name.startswith("register/")]
    back = {
        str(href).split("#")[1] for page in registers for href in page.root.xpath("//ol//a/@href")
    }
    note = pages["lukin-note.html"]
    named = note.root.xpath("//article//*[contains(concat(' ', @class, ' '), ' name ')]/@id")
    mentions = {name for name in note.ids if name.startswith("mention-")} | set(named)
    assert len(mentions) > 60 and {"X22", "X23"} < mentions
    assert mentions == back
    names = pages["lukin-note.html"].root.xpath("//article//a[contains(@href, 'register/')]/@href")
    for page, entry in (str(href).split("#") for href in names):
        assert entry in pages[page].ids


def test_the_header_tells_what_a_scholar_asks(note: Page) -> None:
    about = note.words("//section[@class='about']")
    for told_there in (
        "fond 10026, opis 4, delo 2870, listy 75-78",
        "Not seen by the editors",
        "Sergey Radchenko",
        "State Archive of the Russian Federation",
        "Wilson Center Digital Archive, 119292",
        "CC BY 4.0",
        "not ours to license",
        "How to cite",
        "Editorial principles",
        "Version 0.",
    ):
        assert told_there in about
    title = note.words("//header[@class='title']")
    for told_there in ("Vladimir Petrovich Lukin", "22 August 1989", "Sergey Radchenko", "Version"):
        assert told_there in title


def test_the_citation_and_the_metadata_agree(note: Page) -> None:
    citation = note.words("//p[@class='citation']")
    meta = {item.get("name"): item.get("content") for item in note.root.xpath("//meta[@name]")}
    for name in ("citation_title", "citation_author", "citation_publisher", "DC.contributor"):
        assert meta[name] in citation
    assert meta["DC.date"] in citation


def test_the_start_page_says_what_this_is(pages: Pages) -> None:
    start = pages["index.html"]
    words = start.words("//main")
    for told_there in ("Note by Vladimir Lukin", "Vladimir Petrovich Lukin", "22 August 1989"):
        assert told_there in words
    links = set(start.root.xpath("//main//a/@href"))
    assert {"lukin-note.html", "lukin-note.T.html", "register/index.html"} <= links


def test_every_page_names_its_language(pages: Pages) -> None:
    for page in pages.values():
        assert page.root.get("lang") == "en"
    register = pages["register/person.html"]
    assert register.only("//dd[text()='邓小平']").get("lang") == "zh-Hans"
    assert "Владимир Петрович Лукин" in register.root.xpath("//dd[@lang='ru']/text()")


def test_other_forms_are_linked_if_they_are_built(edition: Edition, tmp_path: Path) -> None:
    build(edition, tmp_path, ("html", "text"))
    page = Page(tmp_path / "html" / "lukin-note.html")
    links = page.root.xpath("//nav[@class='forms']//a/@href")
    assert "lukin-note.txt" in links
    assert (tmp_path / "html" / "lukin-note.txt").is_file()
    assert not [href for href in links if href.endswith(".pdf")]
