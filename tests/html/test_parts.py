"""Long texts in several pages: each word once, each with its notes, all links to the right page."""

from __future__ import annotations

import json
import re
import shutil
from itertools import count
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from tests.building import build
from tests.conftest import shared, slow
from tests.html.pages import Page, broken_links, built, reading
from tests.html.test_browser import _checked, _node
from variorum.build.divided import pages_of_ids
from variorum.source import Edition, Source

FOLDER = Path(__file__).parent / "parts"

Pages = dict[str, Page]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return built(Edition.here(FOLDER), tmp_path_factory.mktemp("parts"))


def _parts(pages: Pages, name: str = "mill") -> list[Page]:
    numbers = range(1, 1 + sum(each.startswith(f"{name}.part-") for each in pages))
    return [pages[f"{name}.part-{number}.html"] for number in numbers]


def _own_words(page: Page) -> str:
    """What the page gives to read, without the headings of divisions that began before."""
    words = reading(page)
    for heading in page.root.xpath("//article//*[contains(@class, 'continued')]"):
        words = words.replace("".join(heading.text_content().split()), "", 1)
    return words


def _targets(page: Page, words: str) -> list[str]:
    return [str(a.get("href")) for a in page.root.xpath("//a") if words == a.text_content()]


def test_each_word_is_on_one_page_and_the_whole_on_one(pages: Pages) -> None:
    parts = [_own_words(part) for part in _parts(pages)]
    assert len(parts) == 4
    assert "".join(parts) == reading(pages["mill.html"])
    assert parts[0].startswith("Themill,atale")
    assert parts[1].endswith("Betweentwochapters.")
    assert parts[2].startswith("ThesecondbookBeforetheflood.Theflood")
    assert parts[3].endswith("Hereendsthebook.Wordsmill,weir")


def test_headings_of_a_division_that_goes_on_lead_to_its_beginning(pages: Pages) -> None:
    headings = [
        [h.text_content() for h in part.root.xpath("//article//h2")] for part in _parts(pages)
    ]
    assert headings == [
        ["The first book"],
        ["The first book"],
        ["The second book"],
        ["The second book", "Words"],
    ]
    (link,) = _parts(pages)[1].root.xpath("//article//h2/a/@href")
    page, _, place = link.partition("#")
    assert page == "mill.part-1.html" and place in pages[page].ids


def test_notes_and_entries_stand_with_their_words(pages: Pages) -> None:
    notes = [len(part.root.xpath("//*[@class='note-text']")) for part in _parts(pages)]
    entries = [len(part.root.xpath("//li[contains(@class, 'entry')]")) for part in _parts(pages)]
    assert (notes, entries) == ([1, 0, 0, 0], [0, 1, 1, 0])


def test_links_lead_to_the_page_of_their_target(pages: Pages) -> None:
    weir, wheel, flood, end = _parts(pages)
    assert _targets(weir, "the flood") == [f"mill.part-3.html#{_id(flood, 'sees')}"]
    assert _targets(wheel, "the note") == ["mill.part-1.html#note-1"]
    assert _targets(flood, "the weir") == [f"mill.part-1.html#{_id(weir, 'mends')}"]
    (link,) = _targets(end, "an end")
    assert unquote(link) == f"#{_id(end, 'The end.')}"
    assert not list(broken_links(pages.values()))


def test_links_of_other_documents_lead_to_the_page_of_their_target(pages: Pages) -> None:
    short, end = pages["short.html"], pages["mill.part-4.html"]
    assert _targets(short, "the mill") == ["mill.part-1.html"]
    assert _targets(short, "the flood") == [
        f"mill.part-3.html#{_id(pages['mill.part-3.html'], 'sees')}"
    ]
    (link,) = _targets(short, "how it ends")
    assert unquote(link) == f"mill.part-4.html#{_id(end, 'The end.')}"


def _assert_pages_are_known_before(source: Source, by: str, parts: list[Page]) -> None:
    """Each id of the source that a page has is on the page that links from elsewhere lead to."""
    told = pages_of_ids(source.root, by)
    shown = {place: n for n, part in enumerate(parts, 1) for place in part.ids if place in told}
    assert len(shown) > 2
    assert {place: told[place] for place in shown} == shown


def test_the_page_of_a_place_is_known_before_it_is_made(pages: Pages) -> None:
    (source,) = [each for each in Edition.here(FOLDER).documents if each.id == "mill"]
    _assert_pages_are_known_before(source, "chapter", _parts(pages))
    whole = pages_of_ids(source.root, "")
    assert set(whole.values()) == {0} and whole.keys() > {"", "flood"}


def _step(page: Page, rel: str) -> list[str]:
    return [str(each) for each in page.root.xpath(f"//main/div/nav//a[@rel='{rel}']/@href")]


def test_from_page_to_page_and_at_the_ends_to_the_document_beside(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    shutil.copy(FOLDER / "pyproject.toml", tmp_path)
    mill = (FOLDER / "tei" / "mill.xml").read_text(encoding="utf-8")
    for name in ("a-mill", "c-mill"):
        text = mill.replace('xml:id="mill"', f'xml:id="{name}"')
        (tmp_path / "tei" / f"{name}.xml").write_text(text, encoding="utf-8")
    shutil.copy(FOLDER / "tei" / "short.xml", tmp_path / "tei" / "b.xml")
    pages = built(Edition.here(tmp_path), tmp_path / "output")
    first, second, *_, last = _parts(pages, "a-mill")
    assert (_step(first, "prev"), _step(first, "next")) == ([], ["a-mill.part-2.html"])
    assert (_step(second, "prev"), _step(second, "next")) == (
        ["a-mill.part-1.html"],
        ["a-mill.part-3.html"],
    )
    assert (_step(last, "prev"), _step(last, "next")) == (["a-mill.part-3.html"], ["short.html"])
    for page, rel, to in (
        ("short.html", "prev", "a-mill.part-4.html"),
        ("short.html", "next", "c-mill.part-1.html"),
        ("a-mill.html", "next", "short.html"),
        ("c-mill.html", "prev", "short.html"),
        ("c-mill.part-1.html", "prev", "short.html"),
    ):
        assert _step(pages[page], rel) == [to]


def test_a_page_says_what_it_is_a_part_of(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    settings = (tmp_path / "pyproject.toml").read_text()
    address = "https://mill.example.org/e/"
    (tmp_path / "pyproject.toml").write_text(
        settings.replace("[tool.variorum]", f'[tool.variorum]\nurl = "{address}"')
    )
    build(Edition.here(tmp_path), tmp_path / "output", ("html",), online=True)
    folder = tmp_path / "output" / "html"
    page = html.document_fromstring((folder / "mill.part-2.html").read_text(encoding="utf-8"))
    own = f"{address}mill.part-2.html"
    assert page.xpath("//link[@rel='canonical']/@href") == [own]
    assert page.xpath("//meta[@property='og:url']/@content") == [own]
    assert page.xpath("//meta[@name='citation_title']/@content") == ["The wheel – The mill"]
    (said,) = page.xpath("//script[@type='application/ld+json']/text()")
    work = json.loads(said)
    assert (work["name"], work["url"]) == ("The wheel", own)
    assert work["isPartOf"]["name"] == "The mill"
    assert work["isPartOf"]["url"] == f"{address}mill.html"
    assert f"<loc>{own}</loc>" in (folder / "sitemap.xml").read_text(encoding="utf-8")


def _id(page: Page, words: str) -> str:
    (found,) = page.root.xpath(f"//article//p[contains(., '{words}')]/@id")
    return str(found)


def test_the_pages_lead_to_each_other_and_to_the_whole(pages: Pages) -> None:
    found = [
        [(a.get("rel"), a.get("href")) for a in part.root.xpath("//nav[@class='neighbours']//a")]
        for part in _parts(pages)
    ]
    assert found[0] == [("next", "mill.part-2.html"), (None, "mill.html")]
    assert found[1][:2] == [("prev", "mill.part-1.html"), ("next", "mill.part-3.html")]
    assert found[3] == [
        ("prev", "mill.part-3.html"),
        ("next", "short.html"),
        (None, "mill.html"),
    ]
    contents = [part.root.xpath("//nav[@class='contents']//a/text()") for part in _parts(pages)]
    assert len(contents[0]) == 7 and contents[0] == contents[3]
    assert pages["mill.html"].root.xpath("//div[@class='neighbours']//a/@href") == [
        "mill.part-1.html"
    ]


def test_the_site_leads_to_the_parts(pages: Pages) -> None:
    assert "mill.part-1.html" in pages["index.html"].root.xpath("//h2/a/@href")
    mentions = pages["register/person.html"].root.xpath("//*[@class='occurrences']//a/@href")
    assert [each.partition("#")[0] for each in mentions] == [
        "../mill.part-1.html",
        "../mill.part-3.html",
    ]
    places = pages["mill.cite.html"].root.xpath("//ul[@class='places']//a/@href")
    assert {each.partition("#")[0] for each in places} == {
        f"mill.part-{n}.html" for n in (1, 2, 3, 4)
    }
    folder = pages["index.html"].path.parent / "search"
    catalogue = next(folder.rglob("catalogue.js")).read_text(encoding="utf-8")
    assert '"address":"mill.part-1.html"' in catalogue.replace(": ", ":")
    passages = next(folder.rglob("passages-0.js")).read_text(encoding="utf-8")
    assert re.search(r"\"3#[\w-]+\"", passages)


def test_a_text_of_one_part_is_one_page(pages: Pages) -> None:
    assert not _parts(pages, "short")
    assert not pages["short.html"].root.xpath("//*[@class='neighbours'][contains(., 'pages')]")


def test_without_the_setting_nothing_is_divided(tmp_path: Path) -> None:
    shutil.copytree(FOLDER / "tei", tmp_path / "tei")
    pages = built(Edition.here(tmp_path), tmp_path / "output")
    assert not _parts(pages)
    assert "part-" not in pages["mill.html"].text + pages["register/person.html"].text


def test_an_own_stylesheet_has_a_say_on_the_parts(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "own.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
        ' xmlns:v="urn:variorum:model"><xsl:import href="urn:variorum:html"/>'
        '<xsl:template match="*[@v:is = \'emphasis\']" mode="text" as="element()"><b>'
        '<xsl:apply-templates mode="text"/></b></xsl:template></xsl:stylesheet>'
    )
    settings = (tmp_path / "pyproject.toml").read_text() + 'stylesheet = "own.xsl"\n'
    (tmp_path / "pyproject.toml").write_text(settings)
    build(Edition.here(tmp_path), tmp_path / "output", ("html",))
    assert ">flood</b>" in (tmp_path / "output/html/mill.part-3.html").read_text()


def test_the_outermost_divisions(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "pyproject.toml").write_text('[tool.variorum.site]\npages = "div"\n')
    pages = built(Edition.here(tmp_path), tmp_path / "output")
    headings = [part.root.xpath("//article//h2/text()") for part in _parts(pages)]
    assert headings == [["The first book"], ["The second book"], ["Words"]]


def test_the_pages_of_parts_are_valid_and_accessible(pages: Pages) -> None:
    slow()
    paths = [page.path for page in [*_parts(pages), pages["mill.html"]]]
    assert not _checked(*paths)
    assert _node("check.mjs", *paths) == []
    assert _node("keys.mjs", *paths) == []


@pytest.mark.parametrize("by", ["div", "scene"])
def test_a_published_play_loses_nothing(by: str, tmp_path: Path) -> None:
    slow()
    file = shared("corpora") / "dracor-org__rusdracor__krylov-amerikantsy.xml"
    numbers = count()
    text = re.sub("<p>", lambda _: f'<p xml:id="said{next(numbers)}">', file.read_text("utf-8"))
    pointer = '<ptr target="#said20 #said90 #said190 #said300"/>'
    (tmp_path / file.name).write_text(text.replace("</stage>", pointer + "</stage>", 1), "utf-8")
    (tmp_path / "pyproject.toml").write_text(f'[tool.variorum.site]\npages = "{by}"\n')
    edition = Edition.of([tmp_path / file.name], tmp_path)
    pages = built(edition, tmp_path / "output")
    parts = _parts(pages, "rus000041")
    assert len(parts) == {"div": 3, "scene": 25}[by]
    assert "".join(map(_own_words, parts)) == reading(pages["rus000041.html"])
    _assert_pages_are_known_before(edition.documents[0], by, parts)
    assert not list(broken_links(pages.values()))
