"""The guidelines as pages: all of them, small, valid, linked, and true of the edition."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from tests.building import build
from tests.conftest import ROOT, SLOW, Golden, tool
from tests.runs import CHECKER_JAVA
from tests.schema.grammar import TEI
from tests.schema.test_examples import ODD
from variorum.catalogue import for_editors
from variorum.outputs.assets import style
from variorum.outputs.guidelines import guidelines, state
from variorum.schema.constraints import codes_of_rules
from variorum.source import Edition

CSS = style()
PATH = ROOT / "tei" / "schema" / "edition.odd"
EDITION = Edition.here(ROOT)
CASES = Path(__file__).parent / "cases" / "guidelines"
ELEMENTS = [str(spec.get("ident")) for spec in ODD.iter(TEI + "elementSpec")]
DECLARED = for_editors()
CODES = DECLARED | codes_of_rules(PATH)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return guidelines(PATH, EDITION.sources, CSS, DECLARED)


@pytest.fixture(scope="module")
def parsed(pages: dict[str, str]) -> dict[str, html.HtmlElement]:
    return {
        name: html.document_fromstring(text)
        for name, text in pages.items()
        if name.endswith(".html")
    }


def test_every_element_rule_and_chapter_has_a_page(pages: dict[str, str]) -> None:
    chapters = [chapter.get("{http://www.w3.org/XML/1998/namespace}id") for chapter in _chapters()]
    shared = {"att", "data", "macro", "model"}
    assert set(pages) == {
        "g.css",
        "index.html",
        *(f"{name}.html" for name in ELEMENTS),
        *(f"{name}.html" for name in shared),
        *(entry.page.partition("#")[0] for entry in CODES.values()),
        *(f"on-{chapter}.html" for chapter in chapters),
    }
    assert len({name.lower() for name in pages}) == len(pages), "not on every file system"


def _chapters() -> list[etree._Element]:
    return list(ODD.find(f".//{TEI}body").iterchildren(TEI + "div"))


def test_all_of_them_together_are_small(pages: dict[str, str]) -> None:
    # about one kilobyte for a page, whose number grows with the elements and the codes
    assert sum(len(text.encode()) for text in pages.values()) < 950 * len(pages)


def test_every_link_leads_somewhere(parsed: dict[str, html.HtmlElement]) -> None:
    places = {name: set(map(str, page.xpath("//@id"))) for name, page in parsed.items()}
    lost = []
    for name, page in parsed.items():
        assert len(places[name]) == len(page.xpath("//@id"))
        for href in map(str, page.xpath("//a/@href")):
            target = urlsplit(href)
            known = places.get(target.path)
            if known is None or (target.fragment and target.fragment not in known):
                lost.append(f"{name}: {href}")
    assert lost == ["index.html: ../index.html"]


def test_every_page_is_reached_from_the_first(parsed: dict[str, html.HtmlElement]) -> None:
    reached, found = set(), {"index.html"}
    while found:
        reached |= found
        hrefs = {str(href) for name in found for href in parsed[name].xpath("//a/@href")}
        found = {urlsplit(href).path for href in hrefs} & set(parsed) - reached
    assert reached == set(parsed)


def test_the_counts_are_those_of_the_edition(parsed: dict[str, html.HtmlElement]) -> None:
    for name in ELEMENTS:
        uses = sum(1 for source in EDITION.sources for _ in source.root.iter(TEI + name))
        said = [h.text for h in parsed[f"{name}.html"].iter("h2") if "In use" in (h.text or "")]
        assert said == ([f"In use: {uses}"] if uses else []), name


def test_what_is_shown_from_the_edition_is_in_it(parsed: dict[str, html.HtmlElement]) -> None:
    shown = 0
    for name in ELEMENTS:
        for example in parsed[f"{name}.html"].xpath("//pre/text()"):
            whole = not example.endswith("…")
            node = etree.fromstring(str(example) if whole else f"{example[:-1]}</{name}>")
            uses = [
                element for source in EDITION.sources for element in source.root.iter(TEI + name)
            ]
            assert any(
                [str(value) for value in use.attrib.values()] == list(node.attrib.values())
                and (not whole or _text(use) == _text(node))
                for use in uses
            ), name
            shown += 1
    assert shown > 100


def _text(node: etree._Element) -> str:
    return " ".join("".join(node.itertext()).split())


@pytest.mark.parametrize("code", CODES)
def test_a_rule_page_says_what_explain_says(code: str, parsed: dict[str, html.HtmlElement]) -> None:
    entry = CODES[code]
    name, _, place = entry.page.partition("#")
    page = parsed[name]
    words = next(page.iter("main")).text_content()
    assert all(part in words for part in (code, entry.reason, entry.help))
    assert not place or page.get_element_by_id(place).text == code
    examples = [example for example in (entry.bad, entry.good) if example]
    assert [pre.text_content() for pre in page.iter("pre")] == examples


@pytest.mark.parametrize("name", ["app", "div", "gap", "rule-wit-undeclared"])
def test_the_words_of_a_page(
    name: str, parsed: dict[str, html.HtmlElement], golden: Golden
) -> None:
    blocks = parsed[f"{name}.html"].iter("h1", "h2", "p", "dt", "dd", "pre")
    lines = [f"{block.tag}: {block.text_content().strip()}\n" for block in blocks]
    golden(CASES / f"{name}.txt", "".join(lines))


def test_the_style_is_that_of_the_site(pages: dict[str, str]) -> None:
    style = pages["g.css"]
    assert "--paper: light-dark(#" in style, "by day and by night"
    assert style.count("{") == style.count("}")


def test_the_checker_finds_nothing(pages: dict[str, str], tmp_path: Path) -> None:
    jar = ROOT / "tests" / "browser" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = tool("java")
    if not jar.is_file():
        tool("npm package vnu-jar")
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = sorted(map(str, tmp_path.glob("*.html")))
    run = subprocess.run(
        [java, *CHECKER_JAVA, "-jar", str(jar), "--format", "json", *files],
        capture_output=True,
        check=False,
        text=True,
        timeout=300,
    )
    assert json.loads(run.stderr)["messages"] == []


def test_their_state_follows_all_they_are_made_of(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    odd, register = tmp_path / "tei/schema/edition.odd", tmp_path / "tei/register.xml"
    states = [state(odd, Edition.here(tmp_path).sources, DECLARED)]
    assert states == [state(odd, Edition.here(tmp_path).sources, DECLARED)]
    for path in (odd, register):
        path.write_bytes(path.read_bytes() + b"\n")
        states.append(state(odd, Edition.here(tmp_path).sources, DECLARED))
    less = {name: code for name, code in DECLARED.items() if name != min(DECLARED)}
    states.append(state(odd, Edition.here(tmp_path).sources, less))
    assert len(set(states)) == 4


def _built(root: Path) -> tuple[set[str], set[str]]:
    """The guidelines that are there after a build, and those that it made."""
    result = build(Edition.here(root), root / "output", ("html",), online=True)
    made = {Path(name).name for name in result.written if name.startswith("html/guidelines/")}
    return {file.name for file in (root / "output/html/guidelines").iterdir()}, made


@SLOW
def test_a_build_makes_them_anew_only_where_it_must(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    pages, made = _built(tmp_path)
    assert "p.html" in pages and made == pages
    manifest = (tmp_path / "output" / "manifest.json").read_bytes()
    assert _built(tmp_path) == (pages, set())
    assert (tmp_path / "output" / "manifest.json").read_bytes() == manifest
    (tmp_path / "output" / "html" / "guidelines" / "app.html").unlink()
    assert _built(tmp_path) == (pages, pages)
    register = tmp_path / "tei" / "register.xml"
    register.write_bytes(register.read_bytes() + b"\n")
    assert _built(tmp_path) == (pages, pages)


@SLOW
def test_the_start_page_leads_to_them(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    _built(tmp_path)
    start = (tmp_path / "output" / "html" / "index.html").read_text(encoding="utf-8")
    assert 'href="guidelines/index.html"' in start
    build(Edition.here(tmp_path), tmp_path / "output", ("html",))
    start = (tmp_path / "output" / "html" / "index.html").read_text(encoding="utf-8")
    assert "guidelines" not in start
    assert not list((tmp_path / "output" / "html").glob("guidelines/*"))
