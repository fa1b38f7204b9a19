"""Static text services: mandatory fields, every address a file, passages as others read them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.archive.conftest import CASES
from tests.conftest import ROOT, TEST_ALL
from tests.runs import variorum
from variorum.outputs.citation_units import Citation
from variorum.outputs.dts import Resource, Services
from variorum.source import Source

DTS = "{https://w3id.org/api/dts#}"
TEXTS = {
    "note": ROOT / "tei" / "lukin-note.xml",
    "books": CASES / "books" / "tei" / "books.xml",
    "poem": CASES / "poem" / "tei" / "poem.xml",
}


def _source(name: str) -> Source:
    return Source(TEXTS[name], name)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    services = Services("Editions", "https://example.org/")
    resources = [Resource(_source(name), f"Title of {name}", "en") for name in TEXTS]
    made = dict(services.pages(resources))
    assert not services.findings
    return made


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from _objects(inner)


MANDATORY = {
    "EntryPoint": {"@id", "collection", "navigation", "document"},
    "Collection": {"@id", "title", "totalParents", "totalChildren", "collection"},
    "Resource": {
        "@id",
        "title",
        "totalParents",
        "collection",
        "navigation",
        "document",
        "citationTrees",
    },
    "Navigation": {"@id", "resource"},
    "CitationTree": {"citeStructure"},
    "CiteStructure": {"citeType"},
    "CitableUnit": {"identifier", "level", "parent"},
}


def test_every_object_has_its_mandatory_fields(pages: dict[str, str]) -> None:
    kinds = set()
    for path, text in pages.items():
        if not path.endswith(".json"):
            continue
        page = json.loads(text)
        assert page["@context"] == "https://dtsapi.org/context/v1.0.json"
        assert page["dtsVersion"] == "1.0"
        for item in _objects(page):
            if "@type" in item:
                kinds.add(item["@type"])
                assert MANDATORY[item["@type"]] <= item.keys(), path
    assert kinds == MANDATORY.keys()


def _expanded(template: str, **values: str) -> str:
    """RFC 6570, for the two kinds of expression that are used."""
    import re

    def expression(match: re.Match[str]) -> str:
        operator, names = match[1][0], match[1][1:].split(",")
        parts = [(name, values[name]) for name in names if name in values]
        if operator == ";":
            return "".join(f";{name}={value}" for name, value in parts)
        return "".join(f"/{value}" for _, value in parts)

    return re.sub(r"\{([^}]+)\}", expression, template)


def test_every_address_a_client_can_form_is_a_file(pages: dict[str, str]) -> None:
    def there(template: str, **values: str) -> None:
        address = _expanded(template, **values)
        assert address.removeprefix("https://example.org/") in pages, address

    entry = json.loads(pages["dts/index.json"])
    assert _expanded(entry["collection"]) == "https://example.org/dts/collection.json"
    there(entry["collection"])
    root = json.loads(pages["dts/collection.json"])
    assert root["totalChildren"] == len(root["member"]) == len(TEXTS)
    for nav in ("children", "parents"):
        there(entry["collection"], id=root["@id"], nav=nav)
        there(root["collection"], nav=nav)
    for member in root["member"]:
        name = member["@id"]
        there(entry["collection"], id=name)
        there(member["collection"], nav="parents")
        there(entry["document"], resource=name)
        there(member["document"])
        depth = len(_depths(member["citationTrees"][0]))
        for down in ("-1", *map(str, range(1, depth + 1))):
            there(entry["navigation"], resource=name, down=down)
            there(member["navigation"], down=down)
        every = json.loads(pages[f"dts/navigation/{name};down=-1.json"])
        for unit in every["member"]:
            ref = unit["identifier"]
            there(member["document"], ref=ref)
            there(entry["navigation"], resource=name, ref=ref)
            for down in ("0", "-1", *map(str, range(1, depth + 1))):
                there(member["navigation"], down=down, ref=ref)


def _depths(tree: dict[str, Any]) -> list[str]:
    below = tree.get("citeStructure", [])
    return [below[0]["citeType"], *_depths(below[0])] if below else []


def test_nothing_answers_what_must_be_an_error(pages: dict[str, str]) -> None:
    assert "dts/navigation/books.json" not in pages
    assert "dts/navigation/books;down=0.json" not in pages
    assert "dts/navigation/books/9.json" not in pages


def test_navigation_goes_down_as_far_as_asked(pages: dict[str, str]) -> None:
    def members(query: str) -> list[str]:
        answer = json.loads(pages[f"dts/navigation/books{query}.json"])
        return [unit["identifier"] for unit in answer["member"]]

    assert members(";down=1") == ["1", "2"]
    assert members(";down=2") == ["1", "1.1", "1.2", "2", "2.1"]
    lines = ["1.1:1", "1.1:2", "1.1:3"]
    assert members(";down=-1") == ["1", "1.1", *lines, "1.2", "2", "2.1", "2.1:1"]
    assert members(";down=1/1") == ["1", "1.1", "1.2"]
    assert members(";down=-1/1") == ["1", "1.1", *lines, "1.2"]
    assert members(";down=0/1.2") == ["1.1", "1.2"]
    alone = json.loads(pages["dts/navigation/books/1.1:2.json"])
    assert "member" not in alone
    assert alone["ref"] == {
        "identifier": "1.1:2",
        "@type": "CitableUnit",
        "level": 3,
        "parent": "1.1",
        "citeType": "line",
    }


def test_units_are_counted_where_the_header_says_so(tmp_path: Path) -> None:
    text = TEXTS["books"].read_text(encoding="utf-8")
    file = tmp_path / "books.xml"
    file.write_text(
        text.replace('match="lg/l" use="@n"', 'match=".//l" use="position()"'), encoding="utf-8"
    )
    references = [unit.reference for unit in Citation(Source(file, "books.xml"))]
    assert references == [unit.reference for unit in Citation(_source("books"))]
    assert "1.1:3" in references


def test_passages_stand_in_their_ancestors(pages: dict[str, str]) -> None:
    passage = etree.fromstring(pages["dts/document/books/1.1:2.xml"].encode())
    wrapper = next(passage.iter(f"{DTS}wrapper"))
    assert "".join(wrapper.itertext()) == "".join(passage.itertext()) == "two"
    names = [etree.QName(ancestor).localname for ancestor in wrapper.iterancestors()]
    assert names == ["lg", "div", "div", "body", "text", "TEI"]
    whole = etree.fromstring(pages["dts/document/books.xml"].encode())
    assert etree.tostring(whole, method="c14n") == etree.tostring(
        etree.parse(str(TEXTS["books"])).getroot(), method="c14n"
    )


def test_addresses_are_relative_where_the_site_has_none() -> None:
    made = dict(Services("Editions").pages([Resource(_source("poem"), "De vere", "la")]))
    assert json.loads(made["dts/index.json"])["collection"] == "dts/collection{/id,nav}.json"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('use="@n"/>', "use=\"concat(@n, '/')\"/>"), "dts-reference"),
        (('use="@n"/>', "use=\"'1'\"/>"), "dts-reference"),
        (('match="//l"', 'match="//l[["'), "cite-structure-xpath"),
        (('match="//l"', 'match="for $x in //l return $x"'), "cite-structure-xpath"),
    ],
)
def test_a_declaration_that_cannot_be_served_is_a_finding(
    tmp_path: Path, change: tuple[str, str], code: str
) -> None:
    text = TEXTS["poem"].read_text(encoding="utf-8")
    assert change[0] in text
    file = tmp_path / "poem.xml"
    file.write_text(text.replace(*change), encoding="utf-8")
    services = Services("Editions")
    made = dict(services.pages([Resource(Source(file, "poem.xml"), "De vere", "la")]))
    assert [finding.code for finding in services.findings] == [code] and services.findings[0].line
    assert not any("poem" in path for path in made)


def _reader() -> Path:
    python = Path(os.environ.get("VARIORUM_DTS_READER", ROOT / ".dts-reader")) / "bin" / "python"
    if not python.exists():
        reason = "no environment with dapytains; VARIORUM_DTS_READER can name its folder"
        if TEST_ALL:
            pytest.fail(f"{reason}, but VARIORUM_TEST_ALL=1")
        pytest.skip(reason)
    return python


@pytest.mark.parametrize("name", TEXTS)
def test_an_independent_reader_finds_the_same_units_and_passages(
    pages: dict[str, str], name: str
) -> None:
    script = Path(__file__).with_name("read_dts.py")
    run = subprocess.run(
        [str(_reader()), "-I", str(script), str(TEXTS[name])],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout)
    citation = Citation(_source(name))
    units = [[unit.reference, unit.kind, unit.level] for unit in citation]
    assert answer["units"] == units and len(units) > 1
    identifier = _source(name).id
    for unit in citation:
        passage = pages[f"dts/document/{identifier}/{unit.reference}.xml"]
        text = " ".join("".join(etree.fromstring(passage.encode()).itertext()).split())
        assert text == answer["texts"][unit.reference]


def test_the_site_of_an_edition_has_the_services_and_a_linkset(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(CASES / "letter", tmp_path, dirs_exist_ok=True)
    run = variorum(tmp_path, "html")
    assert run.returncode == 0, run.stderr
    site = tmp_path / "output" / "html"
    entry = json.loads((site / "dts" / "index.json").read_bytes())
    assert entry["@id"] == "https://letters.example.org/dts/index.json"
    manifest = json.loads((tmp_path / "output" / "manifest.json").read_bytes())
    assert "html/dts/document/letter-7/1.xml" in manifest["outputs"]
    page = (site / "letter-7.html").read_text(encoding="utf-8")
    assert '<link rel="linkset" type="application/linkset+json" href="linkset.json">' in page
    (links,) = json.loads((site / "linkset.json").read_bytes())["linkset"]
    assert links["anchor"] == "https://letters.example.org/letter-7.html"
    for relation in ("describedby", "collection", "alternate"):
        for link in links[relation]:
            address = link["href"].removeprefix("https://letters.example.org/")
            assert (site / address).exists(), address


def test_strangers_files_get_no_services(tmp_path: Path) -> None:
    run = variorum(tmp_path, "html", str(TEXTS["books"]))
    assert run.returncode == 0, run.stderr
    site = tmp_path / "output" / "html"
    assert not (site / "dts").exists()
    assert "linkset" not in (site / "books.html").read_text(encoding="utf-8")
