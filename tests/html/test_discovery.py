"""What programs find on a page and beside it: written from the standards, not from the program."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import etree, html

from tests.building import InMemory, build
from tests.conftest import ROOT, shared
from tests.html.pages import Page, built
from variorum.model.summary import Summary
from variorum.outputs.discovery import feed, sitemaps
from variorum.outputs.html import HTML
from variorum.outputs.letters import cmif
from variorum.relaxng import load_schema
from variorum.source import Edition

BASE = "https://letters.example.org/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
TEI = {"t": "http://www.tei-c.org/ns/1.0"}


def _embedded(page: Page) -> dict[str, list[str]]:
    """Metadata by the rules of reference managers.

    The name of a `meta` element is a prefix, a separator and a term, in any case. `citation_` are
    the terms of Highwire Press; other prefixes are those that a `link` declares as `schema.PREFIX`
    (RFC 2731), and Dublin Core is known without that.
    """
    declared = {
        link.get("rel").lower().removeprefix("schema."): link.get("href")
        for link in page.root.xpath("//link[starts-with(@rel, 'schema.')]")
    }
    found: dict[str, list[str]] = {}
    for meta in page.root.xpath("//head/meta[@name]"):
        prefix, _, term = re.split(r"([._:])", meta.get("name").lower(), maxsplit=1) + [""] * (
            0 if re.search(r"[._:]", meta.get("name")) else 2
        )
        if prefix in ("citation", "dc", *declared):
            found.setdefault(f"{prefix}:{term}", []).append(meta.get("content"))
    return found


def _json_ld(page: Page) -> dict[str, Any]:
    """The JSON-LD of a page (JSON-LD 1.1, 7.3): the text of its script elements of that type."""
    (script,) = page.root.xpath("//script[@type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text)
    assert found["@context"] == "https://schema.org"
    return found


def _open_graph(page: Page) -> dict[str, str]:
    metas = page.root.xpath("//head/meta[@property]")
    return {meta.get("property"): meta.get("content") for meta in metas}


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> Page:
    output = tmp_path_factory.mktemp("note")
    build(Edition.here(ROOT), output, ("html",))
    return Page(output / "html" / "lukin-note.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("letters")
    shutil.copytree(ROOT / "tests" / "archive" / "cases" / "letter", folder, dirs_exist_ok=True)
    build(Edition.here(folder), folder / "output", ("html",), online=True)
    return folder / "output" / "html"


def test_reference_managers_find_what_they_cite(note: Page) -> None:
    found = _embedded(note)
    for prefix in ("citation", "dc"):
        assert found[f"{prefix}:title"][0].startswith("Note by Vladimir Lukin")
        assert found[f"{prefix}:language"] == ["en"]
    assert found["citation:author"] == found["dc:creator"] == ["Vladimir Petrovich Lukin"]
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", found["dc:date"][0])
    assert found["citation:publication_date"] == found["dc:date"]
    (source,) = found["dc:source"]
    assert "State Archive of the Russian Federation" in source and "delo 2870" in source
    assert found["dc:rights"] == ["https://creativecommons.org/licenses/by/4.0/"]


def test_search_engines_find_the_work_and_its_archive(note: Page) -> None:
    work = _json_ld(note)
    assert work["@type"] == "CreativeWork"
    assert work["name"].startswith("Note by Vladimir Lukin")
    assert work["author"] == [{"@type": "Person", "name": "Vladimir Petrovich Lukin"}]
    assert work["inLanguage"] == "en" and work["dateCreated"] == "1989-08-22"
    assert work["license"] == "https://creativecommons.org/licenses/by/4.0/"
    archived = work["isBasedOn"]
    assert archived["@type"] == "ArchiveComponent" and "delo 2870" in archived["name"]
    archive = archived["holdingArchive"]
    assert archive["@type"] == "ArchiveOrganization"
    assert archive["name"].startswith("State Archive of the Russian Federation")


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        ("<author>Ann Lee</author>", "Thing"),
        ("<author>The Lee Society</author>", "Thing"),
        ("<author><name>Lee</name></author>", "Thing"),
        ("<author><persName>Ann Lee</persName></author>", "Person"),
        ("<author><orgName>The Lee Society</orgName></author>", "Organization"),
        ('<author><name type="org">The Lee Society</name></author>', "Organization"),
        ('<author ref="#ann">A. Lee</author>', "Person"),
        ('<author ref="#society">the Society</author>', "Organization"),
        ('<author><persName ref="#society">the Society</persName></author>', "Organization"),
        ('<author ref="https://orcid.org/0000-0002-1825-0097">Lee</author>', "Person"),
        ('<author>Lee<idno type="ORCID">0000-0002-1825-0097</idno></author>', "Person"),
    ],
)
def test_an_author_is_of_no_type_that_nothing_tells(party: str, kind: str, tmp_path: Path) -> None:
    """`author` is a Person or an Organization, and every item of schema.org is a Thing."""
    assert _party_of("author", party, tmp_path) == kind


@pytest.mark.parametrize(
    ("key", "party", "kind"),
    [
        ("editor", "<editor><orgName>The Lee Society</orgName></editor>", "Organization"),
        ("contributor", "<respStmt><resp>x</resp><orgName>S</orgName></respStmt>", "Organization"),
        ("contributor", "<respStmt><resp>x</resp><persName>S</persName></respStmt>", "Person"),
        ("publisher", "<publisher>The Press</publisher>", "Organization"),
        ("publisher", "<publisher><persName>Ann Lee</persName></publisher>", "Person"),
    ],
)
def test_other_parties_are_what_their_markup_says(
    key: str, party: str, kind: str, tmp_path: Path
) -> None:
    assert _party_of(key, party, tmp_path) == kind


def _party_of(key: str, party: str, folder: Path) -> str:
    """The type of the only party of a kind in the JSON-LD of a document whose header names it."""
    stated, published = ("", party) if key == "publisher" else (party, "<p>Invented.</p>")
    file = folder / "one.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one" xml:lang="en"><teiHeader><fileDesc>'
        f"<titleStmt><title>One</title>{stated}</titleStmt><publicationStmt>{published}"
        "</publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><standOff>"
        '<listPerson><person xml:id="ann"><persName>Ann Lee</persName></person></listPerson>'
        '<listOrg><org xml:id="society"><orgName>The Lee Society</orgName></org></listOrg>'
        "</standOff><text><body><p>Words.</p></body></text></TEI>",
        encoding="utf-8",
    )
    edition = Edition.of([file], folder)
    page = html.document_fromstring(InMemory(edition, ("html",)).rendered(HTML))
    (said,) = page.xpath("//script[@type='application/ld+json']/text()")
    (only,) = json.loads(said)[key]
    return str(only["@type"])


def test_previews_of_links_find_the_title(note: Page, site: Path) -> None:
    found = _open_graph(note)
    assert found["og:type"] == "article"
    assert found["og:title"].startswith("Note by Vladimir Lukin")
    assert "og:url" not in found  # it must be canonical, and the edition says no address
    assert _open_graph(Page(site / "letter-7.html"))["og:url"] == f"{BASE}letter-7.html"


def test_a_published_page_tells_its_address(site: Path) -> None:
    page = Page(site / "letter-7.html")
    assert page.only("//link[@rel='canonical']").get("href") == f"{BASE}letter-7.html"
    assert _json_ld(page)["@id"] == f"{BASE}letter-7.html"
    assert _embedded(page)["citation:public_url"] == [f"{BASE}letter-7.html"]


def test_words_of_the_header_cannot_end_the_script(tmp_path: Path) -> None:
    text = (ROOT / "tests" / "html" / "cases" / "letter" / "in.xml").read_text(encoding="utf-8")
    evil = "&lt;/script>&lt;script>alert(1)&lt;/script>"
    assert "A letter about" in text
    text = text.replace("A letter about", f"{evil}A letter about")
    (tmp_path / "in.xml").write_text(text, encoding="utf-8")
    build(Edition.of([tmp_path], tmp_path), tmp_path / "out", ("html",))
    pages = map(Page, (tmp_path / "out" / "html").glob("*.html"))
    (page,) = (page for page in pages if "edition-text" in page.ids)
    assert "</script><script>alert(1)" in _json_ld(page)["name"]
    assert not page.root.xpath("//script[contains(., 'alert')][not(@type)]")


def test_the_sitemap_names_each_page_that_is_there(site: Path) -> None:
    sitemap = etree.parse(site / "sitemap.xml")
    addresses = sitemap.xpath("//s:url/s:loc/text()", namespaces=SITEMAP)
    assert {f"{BASE}index.html", f"{BASE}letter-7.html"} <= set(addresses)
    for address in addresses:
        assert (site / address.removeprefix(BASE)).is_file()
    assert f"Sitemap: {BASE}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_a_sitemap_has_no_more_addresses_than_it_may() -> None:
    pages = [(f"letter{number}.html", "2026-01-31") for number in range(100_001)]
    made = dict(sitemaps(BASE, pages))
    assert len(made) == 4
    named = etree.fromstring(made["sitemap.xml"]).xpath(
        "//s:sitemap/s:loc/text()", namespaces=SITEMAP
    )
    assert [f"{BASE}{name}" for name in made if name != "sitemap.xml"] == named
    parts = [etree.fromstring(made[name.removeprefix(BASE)]) for name in named]
    assert sum(map(len, parts)) == 100_001 and max(map(len, parts)) == 50_000


def test_the_feed_has_what_atom_demands(site: Path) -> None:
    root = etree.parse(site / "feed.xml").getroot()
    for element in (root, *root.iterfind("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", ATOM)) == 1
        updated = element.findtext("a:updated", "", ATOM)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", updated)
    assert root.findtext("a:author/a:name", "", ATOM)
    links = root.xpath("a:entry/a:link/@href", namespaces=ATOM)
    assert links and all((site / link.removeprefix(BASE)).is_file() for link in links)
    (link,) = Page(site / "index.html").root.xpath("//link[@type='application/atom+xml']/@href")
    assert (site / link).is_file()


def test_the_feed_begins_with_what_changed_last() -> None:
    days = ("2025-05-01", "2026-02", "2026-01-31", "")
    some = [
        Summary(f"d{day}", "en", f"T{day}", (), {}, "", released=day, change="More.")
        for day in days
    ]
    root = etree.fromstring(feed("Letters", BASE, some))
    titles = root.xpath("a:entry/a:title/text()", namespaces=ATOM)
    assert titles == ["T2026-01-31", "T2025-05-01"]  # what has no whole day has no time for Atom
    assert root.findtext("a:updated", "", ATOM) == "2026-01-31T00:00:00Z"


def test_without_a_dated_change_there_is_no_feed() -> None:
    assert feed("Letters", BASE, [Summary("d", "en", "T", (), {}, "", released="2026-02")]) == b""


def test_each_of_several_names_in_one_statement_is_told_by_itself(tmp_path: Path) -> None:
    case = ROOT / "tests" / "html" / "cases" / "manuscript" / "in.xml"
    text = case.read_text(encoding="utf-8")
    two = "<editor><name>Ried, Ina</name> <name>Berg, Bo</name></editor>"
    forms = "<editor><persName>Reed, Ina</persName><persName xml:lang='de'>Ried</persName></editor>"
    for name, editors in (("two", two), ("forms", forms)):
        title = "<title>A psalter</title>"
        named = text.replace("manuscript", name, 1).replace(title, title + editors)
        (tmp_path / f"{name}.xml").write_text(named, encoding="utf-8")
    pages = built(Edition.of([tmp_path], tmp_path), tmp_path / "out")
    told = {name: _embedded(pages[f"{name}.html"])["dc:contributor"] for name in ("two", "forms")}
    assert told == {"two": ["Ried, Ina", "Berg, Bo"], "forms": ["Reed, Ina"]}


def _letter(id_: str, inner: str) -> Summary:
    xml = (
        f'<v:document xmlns:v="urn:variorum:model" id="{id_}"><v:publisher>Press</v:publisher>'
        f"<v:editor>Eva Ed</v:editor><v:letter>{inner}</v:letter></v:document>"
    )
    licence = "https://creativecommons.org/licenses/by/4.0/"
    return Summary(id_, "en", id_, (), {}, xml, released="2026-01-31", licence=licence)


_SENT = (
    '<v:action type="sent"><v:date when="1901-02-03"/><v:placeName ref="https://www.geonames.org/'
    '2761369">Vienna</v:placeName><v:persName ref="https://d-nb.info/gnd/118540238">A</v:persName>'
    '</v:action><v:action type="received"><v:date when="soon"/><v:orgName>B</v:orgName></v:action>'
)


def test_letters_are_told_as_correspsearch_reads_them() -> None:
    data = cmif("Letters", BASE, [_letter("a", _SENT), _letter("b", ""), _letter("ö", _SENT)])
    assert data is not None
    root = etree.fromstring(data)
    published = root.find(".//t:publicationStmt", TEI)
    assert published is not None
    assert [etree.QName(child).localname for child in published] == [
        "publisher",
        "idno",
        "date",
        "availability",
    ]
    assert published.findtext("t:idno[@type='url']", "", TEI) == f"{BASE}letters.xml"
    assert root.findtext(".//t:titleStmt/t:editor", "", TEI) == "Eva Ed"
    letters = root.findall(".//t:profileDesc/t:correspDesc", TEI)
    assert [letter.get("ref") for letter in letters] == [f"{BASE}a.html", f"{BASE}%C3%B6.html"]
    source = root.find(".//t:sourceDesc/t:bibl[@type='online']", TEI)
    assert source is not None
    name = source.get("{http://www.w3.org/XML/1998/namespace}id")
    assert all(letter.get("source") == f"#{name}" for letter in letters)
    sent, received = letters[0]
    assert [etree.QName(child).localname for child in sent] == ["persName", "placeName", "date"]
    assert sent[0].get("ref") == "https://d-nb.info/gnd/118540238"
    assert [etree.QName(child).localname for child in received] == ["orgName"]
    grammar = load_schema(shared("schema") / "tei_all.rng")
    assert not list(grammar.validate(data))


def test_an_edition_without_letters_or_address_has_no_such_file(tmp_path: Path) -> None:
    assert cmif("Letters", BASE, [_letter("a", "")]) is None
    case = ROOT / "tests" / "html" / "cases" / "letter"
    made = build(Edition.of([case], case), tmp_path, ("html",), online=True)
    names = {name.removeprefix("html/") for name in made.written}
    assert not names & {"letters.xml", "sitemap.xml", "feed.xml", "robots.txt"}


def test_every_address_of_a_page_is_below_the_site(site: Path) -> None:
    page = Page(site / "letter-7.html")
    for link in page.root.xpath("//link[@rel != 'license']/@href"):
        assert link == "data:," or urljoin(f"{BASE}letter-7.html", link).startswith(BASE)
