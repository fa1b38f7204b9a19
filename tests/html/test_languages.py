"""A site in several languages: a folder for each, and a switch on every page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import etree

from tests.building import build, warm_saxon
from tests.conftest import ROOT, slow
from tests.html.pages import Page, broken_links, reading
from tests.html.test_browser import _checked, _node
from variorum.source import Edition
from variorum.source.settings import read_settings

CASE = ROOT / "tests" / "html" / "cases" / "letter"
OTHERS = ("de", "ar")
BASE = "https://letter.example.org/"
NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
Pages = dict[str, Page]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a letter in three languages, of which the first is not that of the settings."""
    folder = tmp_path_factory.mktemp("languages")
    shutil.copytree(CASE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.golden"))
    settings = f'''[tool.variorum]\nurl = "{BASE}"\nlanguage = "fr"
languages = ["en", "de", "ar"]\n'''
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
    edition = Edition.of([folder], folder)
    build(edition, folder / "out", ("html", "text"), online=True, saxon=warm_saxon())
    return folder / "out" / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    return {file.relative_to(site).as_posix(): Page(file) for file in site.rglob("*.html")}


def _own(pages: Pages) -> list[str]:
    return [name for name in pages if name.partition("/")[0] not in OTHERS]


def test_each_language_has_every_page(pages: Pages) -> None:
    own = _own(pages)
    assert "letter.html" in own and "register/person.html" in own
    for language in OTHERS:
        assert {f"{language}/{name}" for name in own} <= set(pages)
    assert len(pages) == len(own) * (1 + len(OTHERS))


def test_every_page_leads_to_itself_in_each_language(pages: Pages, site: Path) -> None:
    for name in _own(pages):
        same = [site / name, *(site / language / name for language in OTHERS)]
        for place, file in enumerate(same):
            links = Page(file).root.xpath("//nav[@class='languages']//a")
            assert [link.text for link in links] == ["English", "Deutsch", "العربية"]
            assert [link.get("lang") for link in links] == ["en", *OTHERS]
            found = [(file.parent / link.get("href")).resolve() for link in links]
            assert found == [each.resolve() for each in same]
            assert [link.get("aria-current") for link in links].index("true") == place
    assert not list(broken_links(pages.values()))


def test_search_engines_find_each_page_in_each_language(pages: Pages) -> None:
    """As RFC 6596 and the HTML standard have it: one address of its own, and one by language."""
    for name in _own(pages):
        addresses = {"en": f"{BASE}{name}", **{each: f"{BASE}{each}/{name}" for each in OTHERS}}
        for language, address in addresses.items():
            page = pages[address.removeprefix(BASE)]
            assert page.only("//link[@rel='canonical']").get("href") == address, language
            links = page.root.xpath("//link[@hreflang]")
            assert all(link.get("rel") == "alternate" for link in links)
            assert {link.get("hreflang"): link.get("href") for link in links} == addresses


def test_the_sitemap_has_each_page_in_each_language(pages: Pages, site: Path) -> None:
    entries = etree.parse(site / "sitemap.xml").findall("s:url", NAMESPACES)
    addresses = [entry.findtext("s:loc", "", NAMESPACES) for entry in entries]
    assert {address.removeprefix(BASE) for address in addresses} <= set(pages)
    assert {f"{BASE}letter.html", f"{BASE}ar/letter.html"} <= set(addresses)
    for entry in entries:
        links = entry.findall("x:link[@rel='alternate']", NAMESPACES)
        assert [link.get("hreflang") for link in links] == ["en", *OTHERS]
        assert entry.findtext("s:loc", "", NAMESPACES) in [link.get("href") for link in links]


def test_labels_change_and_the_text_does_not(pages: Pages) -> None:
    text = reading(pages["letter.html"])
    assert all(reading(pages[f"{language}/letter.html"]) == text for language in OTHERS)
    titles = {name: pages[name].words("//h1") for name in pages if name.endswith("cite.html")}
    assert titles["letter.cite.html"] == "Cite and download"
    assert titles["de/letter.cite.html"] == "Zitieren und herunterladen"
    assert pages["ar/about.html"].root.get("dir") == "rtl"
    assert pages["ar/about.html"].root.get("lang") == "ar"


def test_downloads_are_those_of_the_site(pages: Pages, site: Path) -> None:
    for name in ("letter.cite.html", "de/letter.cite.html"):
        table = pages[name].root.xpath("//section[@aria-labelledby='downloads']//a/@href")
        files = [(pages[name].path.parent / href).resolve() for href in table]
        assert files == [(site / "letter.xml").resolve(), (site / "letter.txt").resolve()]


def test_one_language_has_no_switch(tmp_path: Path) -> None:
    build(Edition.of([CASE], CASE), tmp_path, ("html",), saxon=warm_saxon())
    assert not Page(tmp_path / "html" / "index.html").root.xpath("//nav[@class='languages']")


@pytest.mark.parametrize("value", ['["en", "it"]', '["en", "en"]', '"en"', '["../en"]'])
def test_other_values_are_told(value: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.variorum]\nlanguages = {value}\n", "utf-8")
    settings = read_settings(tmp_path)
    assert [finding.code for finding in settings.findings] == ["settings-value"]
    assert not settings.languages


def test_nothing_stands_in_anyones_way(site: Path) -> None:
    pages = [site / "index.html", site / "de" / "letter.html", site / "ar" / "about.html"]
    assert not _checked(*pages)
    slow()
    assert _node("check.mjs", *pages) == []


def test_what_stands_below_a_text_of_another_direction_begins_where_it_does(pages: Pages) -> None:
    slow()
    for name in ("letter.html", "ar/letter.html"):
        edges = _node("edges.mjs", pages[name].path)
        assert edges[".about"][0] == edges[".tei-text"][0], name
