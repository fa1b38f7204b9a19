"""What a header says, in all spellings of P5: the record that all standards come from."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.archive.conftest import CASES
from tests.building import warm_saxon
from tests.conftest import Golden, shared
from variorum.model.modeller import Modeller
from variorum.outputs.citations import of_document, ris
from variorum.package.crosswalk import Crosswalk
from variorum.source import Edition
from variorum.source.settings import PackageSettings

HEADERS = CASES / "headers"
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "mods": "http://www.loc.gov/mods/v3",
    "ead": "http://ead3.archivists.org/schema/",
    "old": "urn:isbn:1-931666-22-9",
}


def _crosswalk(file: Path, supplied: PackageSettings | None = None) -> tuple[Crosswalk, str]:
    """What the package says of a file, and its record of RIS."""
    saxon = warm_saxon()
    edition = Edition.of([file], file.parent)
    modeller = Modeller(saxon, edition)
    document = modeller.document(edition.documents[0])
    item = of_document(document.summary.citable, "")
    return Crosswalk.of_document(saxon, document.reading, modeller.registers, "", supplied), ris(
        item
    )


@cache
def _said(case: str) -> tuple[dict[str, str], str]:
    crosswalk, record = _crosswalk(shared("cases") / "archive" / case)
    return crosswalk.describe(), record


def _json(case: str, name: str) -> Any:
    return json.loads(_said(case)[0][name])


def _datacite(case: str) -> Any:
    return _json(case, "metadata/descriptive/datacite.json")


def _texts(case: str, name: str, path: str) -> list[str]:
    root = etree.fromstring(_said(case)[0][f"metadata/descriptive/{name}"].encode())
    found = root.xpath(path, namespaces=SPACES)
    return [str(each if isinstance(each, str) else each.text) for each in found]


@pytest.mark.parametrize("name", sorted(file.stem for file in HEADERS.glob("*.xml")))
def test_the_record(name: str, golden: Golden) -> None:
    crosswalk, _ = _crosswalk(HEADERS / f"{name}.xml")
    golden(HEADERS / f"{name}.golden", f"{crosswalk.record.node}\n")


PEARS = "crosswalk/tei/pears.xml"


def test_several_names_are_several_agents_each_with_its_number() -> None:
    told = _datacite(PEARS)
    editors = [each for each in told["contributors"] if each["contributorType"] == "Editor"]
    assert [each["name"] for each in editors] == ["Hill, Cora", "Dale, Dan"]
    assert editors[0]["familyName"] == "Hill" and editors[0]["givenName"] == "Cora"
    assert not any("nameIdentifiers" in each for each in editors), "one number of two is nobody’s"
    assert told["creators"][0]["nameIdentifiers"][0]["nameIdentifierScheme"] == "GND"
    mods = _texts(PEARS, "mods.xml", "//mods:name/mods:nameIdentifier")
    assert mods == ["https://d-nb.info/gnd/000000001"]
    linked = _json(PEARS, "metadata/descriptive/schema-org.jsonld")
    assert linked["author"][0]["sameAs"] == ["https://d-nb.info/gnd/000000001"]
    assert linked["publisher"][0]["sameAs"] == ["https://ror.org/000000001"]
    assert "ED  - Hill, Cora\r\nED  - Dale, Dan\r\n" in _said(PEARS)[1]


def test_the_title_is_that_of_the_document_and_the_series_is_one() -> None:
    told = _datacite(PEARS)
    assert [each["title"] for each in told["titles"]] == [
        "Ann Orchard to Bo Cellar, 23 September 1901"
    ]
    (series,) = [each for each in told["relatedItems"] if each["relationType"] == "IsPartOf"]
    assert series["titles"] == [{"title": "The Orchard Letters"}] and series["volume"] == "3"
    assert series["relatedItemIdentifier"]["relatedItemIdentifier"] == "1234-5678"
    path = "//mods:relatedItem[@type='series']/mods:titleInfo/mods:title"
    assert _texts(PEARS, "mods.xml", path) == ["The Orchard Letters"]


def test_those_responsible_have_their_roles() -> None:
    path = "//mods:name[mods:role/mods:roleTerm = 'trc']/mods:namePart"
    assert _texts(PEARS, "mods.xml", path) == ["Eve Furrow", "Fay Hedge"]
    assert _texts(PEARS, "mods.xml", "//mods:name[.//mods:roleTerm = 'rcp']/mods:namePart") == [
        "Bo Cellar"
    ]
    only = "resp-only/tei/pears.xml"
    assert [each["name"] for each in _datacite(only)["creators"]] == ["Eve Furrow", "Fay Hedge"]
    assert '  - name: "Eve Furrow"' in _said(only)[0]["metadata/other/CITATION.cff"]


def test_a_funder_has_its_number_and_its_award_and_no_address() -> None:
    assert _datacite(PEARS)["fundingReferences"] == [
        {
            "funderName": "Pear Fund",
            "funderIdentifier": "https://ror.org/013tf3c58",
            "funderIdentifierType": "ROR",
            "awardNumber": "P-123",
        }
    ]
    deposit = _json(PEARS, "metadata/other/invenio.json")["metadata"]
    assert deposit["funding"][0]["funder"] == {"id": "013tf3c58"}
    assert deposit["funding"][0]["award"]["number"] == "P-123"


def test_languages_place_collection_and_recipient_are_said() -> None:
    assert _texts(PEARS, "dc.xml", "//dc:language") == ["en", "fr"]
    assert _texts(PEARS, "mods.xml", "//mods:placeTerm") == ["Pearton"]
    assert _texts(PEARS, "mods.xml", "//mods:shelfLocator") == ["Orchard Papers, MS 1"]
    assert _texts(PEARS, "ead3.xml", "//ead:archdesc/ead:did/ead:unittitle") == ["Orchard Papers"]
    assert _texts(PEARS, "ead2002.xml", "//old:c01/old:did/old:unitid") == ["MS 1"]
    assert len(_texts(PEARS, "ead2002.xml", "//old:did[old:unittitle and old:unitdate]")) == 2
    assert _texts(PEARS, "ead3.xml", "//ead:persname[@relator='recipient']/ead:part") == [
        "Bo Cellar"
    ]
    assert "Bo Cellar" in _texts(PEARS, "dc.xml", "//dc:contributor")


def test_who_speaks_is_no_subject_and_nothing_is_said_twice() -> None:
    assert [each["subject"] for each in _datacite(PEARS)["subjects"]] == ["Pear"]
    for name in ("dc.xml", "dcterms.xml"):
        found = _texts(PEARS, name, "//dc:*[not(self::dc:format)]")
        assert sorted(found) == sorted(set(found))
    numbers = [each["alternateIdentifier"] for each in _datacite(PEARS)["alternateIdentifiers"]]
    assert "21.11115/0000-0012" in numbers and "10.5281/zenodo.1234567" not in numbers


def test_every_spelling_of_a_header_is_read() -> None:
    told = _datacite("header-forms/tei/pears.xml")
    assert told["publisher"]["name"] == "Apple Archive"
    assert told["publicationYear"] == "2025"
    assert {"date": "2025-01-01", "dateType": "Updated"} in told["dates"]
    assert told["creators"][0]["nameIdentifiers"][0]["nameIdentifierScheme"] == "Wikidata"
    assert told["rightsList"][0]["rightsIdentifier"] == "CC-BY-4.0"
    assert told["version"] == "2"
    source = "Transcribed from the letter in private hands."
    assert source in [each["description"] for each in told["descriptions"]]


def test_who_translated_is_a_translator_everywhere() -> None:
    told = _datacite("cite.xml")
    assert [each["name"] for each in told["contributors"]] == [
        "van der Berg, Ann",
        "Carl Zeh",
        "Dora Ypsilon",
    ]
    assert told["contributors"][2]["contributorType"] == "Translator"
    assert "nameType" not in told["creators"][1], "no markup tells that it is a body"
    assert "A4  - Dora Ypsilon\r\n" in _said("cite.xml")[1]


def test_terms_of_one_layer_are_not_those_of_the_whole() -> None:
    crosswalk, _ = _crosswalk(HEADERS / "rights.xml")
    pages = crosswalk.describe()
    told = json.loads(pages["metadata/descriptive/datacite.json"])["rightsList"]
    assert [each["rights"] for each in told] == [
        "The encoding.",
        "The pictures: in copyright.",
        "The notes are free.",
        "The translation: CC BY-NC.",
    ]
    assert "license:" not in pages["metadata/other/CITATION.cff"]
    assert "license" not in json.loads(pages["metadata/descriptive/schema-org.jsonld"])


def test_two_letters_of_one_name_are_two_texts() -> None:
    """By their DOIs; without these by their titles; and what tells nothing apart says so."""
    folder = shared("cases") / "archive" / "uuid-collision"
    files = [folder / name / "tei" / "letter.xml" for name in "ab"]
    pears, plums = (_crosswalk(file)[0].identity for file in files)
    assert pears.uuid != plums.uuid
    assert pears.derived.endswith("doi.org/10.5281/zenodo.1234567")


def test_the_settings_supply_what_the_header_lacks_and_no_more() -> None:
    supplied = PackageSettings(creator="Plum, Zoe; Plum Society", publisher="X", year=1999)
    crosswalk, _ = _crosswalk(HEADERS / "words.xml", supplied)
    told = json.loads(crosswalk.describe()["metadata/descriptive/datacite.json"])
    assert [each["name"] for each in told["creators"]] == ["Ann Orchard"]
    assert told["publisher"]["name"] == "Pear Press" and told["publicationYear"] == "2016"
