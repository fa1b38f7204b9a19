"""What the edition was made from, in every record: who keeps it, sent it, printed it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.archive.conftest import CASES
from tests.archive.test_headers import SPACES, _crosswalk

DESCRIBED = "metadata/descriptive/"


@cache
def _records() -> dict[str, str]:
    return _crosswalk(CASES / "sources" / "letter.xml")[0].describe()


def _json(name: str) -> Any:
    return json.loads(_records()[name])


def _texts(name: str, path: str) -> list[str]:
    root = etree.fromstring(_records()[DESCRIBED + name].encode())
    found = root.xpath(path, namespaces=SPACES)
    return [str(each if isinstance(each, str) else each.text) for each in found]


def test_who_sent_a_letter_that_another_wrote_is_told_everywhere() -> None:
    """DataCite knows related persons, MARC correspondents, schema.org senders of messages."""
    told = _json(f"{DESCRIBED}datacite.json")
    assert [each["name"] for each in told["creators"]] == ["Cora Hill"]
    assert [(each["name"], each["contributorType"]) for each in told["contributors"]] == [
        ("Anna Birch", "RelatedPerson"),
        ("Carl Dorn", "RelatedPerson"),
    ]
    assert _texts("mods.xml", "//mods:name[.//mods:roleTerm = 'crp']/mods:namePart") == [
        "Anna Birch"
    ]
    assert _texts("ead3.xml", "//ead:persname[@relator='sender']/ead:part") == ["Anna Birch"]
    assert _texts("ead2002.xml", "//old:persname[@role='sender']") == ["Anna Birch"]
    linked = _json(f"{DESCRIBED}schema-org.jsonld")
    assert linked["@type"] == ["CreativeWork", "Message"]
    assert [each["name"] for each in linked["sender"]] == ["Anna Birch"]
    assert [each["name"] for each in linked["recipient"]] == ["Carl Dorn"]


def test_who_keeps_it_has_the_name_and_the_number_of_libraries() -> None:
    """An ISIL (ISO 15511) is no shelfmark, and no word of a name."""
    keeper = "City of Vienna, State Library"
    held, _ = _json(f"{DESCRIBED}datacite.json")["relatedItems"]
    assert (held["relatedItemType"], held["relationType"]) == ("PhysicalObject", "IsDerivedFrom")
    assert held["titles"] == [{"title": f"{keeper}, Autographs, Ms. 12"}]
    assert [(each["name"], each["contributorType"]) for each in held["contributors"]] == [
        (keeper, "HostingInstitution")
    ]
    original = "//mods:relatedItem[@type='original']/mods:location/"
    assert _texts("mods.xml", f"{original}mods:physicalLocation[@authority='isil']") == ["AT-OeNB"]
    assert _texts("mods.xml", f"{original}mods:physicalLocation[@valueURI]") == [
        f"{keeper}, Vienna, Austria"
    ]
    assert _texts("mods.xml", f"{original}mods:shelfLocator") == ["Autographs, Ms. 12"]
    for name, space in (("ead3.xml", "ead"), ("ead2002.xml", "old")):
        codes = _texts(name, f"//{space}:unitid/@repositorycode")
        assert set(codes) == {"AT-OeNB"}, name
    number = "https://d-nb.info/gnd/2020893-7"
    assert _texts("ead3.xml", "//ead:repository/ead:corpname/@identifier") == [number]
    assert _texts("ead2002.xml", "//old:repository/old:corpname/@authfilenumber") == [number]
    archived, _ = _json(f"{DESCRIBED}schema-org.jsonld")["isBasedOn"]
    assert archived["holdingArchive"]["identifier"] == "info:isil/AT-OeNB"
    (described,) = _json("metadata/other/invenio.json")["metadata"]["additional_descriptions"]
    assert described["description"] == f"{keeper}, Autographs, Ms. 12"


def test_where_it_was_printed_is_told_by_journal_volume_and_pages() -> None:
    reference = "Anna Birch, A letter, Journal of Letters, 1234-5679, Old Press, Linz, 1901"
    reference += ", 12, 3, pp. 45–47"
    _, article = _json(f"{DESCRIBED}datacite.json")["relatedItems"]
    assert article == {
        "relatedItemType": "JournalArticle",
        "relationType": "IsDerivedFrom",
        "relatedItemIdentifier": {
            "relatedItemIdentifier": "1234-5679",
            "relatedItemIdentifierType": "ISSN",
        },
        "creators": [{"name": "Anna Birch"}],
        "titles": [
            {"title": "A letter"},
            {"title": "Journal of Letters", "titleType": "Other"},
        ],
        "publicationYear": "1901",
        "volume": "12",
        "issue": "3",
        "firstPage": "45",
        "lastPage": "47",
        "publisher": "Old Press",
    }
    host = "//mods:relatedItem[@type='otherVersion']/mods:relatedItem[@type='host']/"
    assert _texts("mods.xml", f"{host}mods:titleInfo/mods:title") == ["Journal of Letters"]
    assert _texts("mods.xml", f"{host}mods:part/mods:detail/@type") == ["volume", "issue"]
    assert _texts("mods.xml", f"{host}mods:part//mods:number") == ["12", "3"]
    assert _texts("mods.xml", f"{host}mods:part/mods:extent[@unit='pages']/*") == ["45", "47"]
    assert _texts("mods.xml", f"{host}mods:identifier[@type='issn']") == ["1234-5679"]
    _, printed = _json(f"{DESCRIBED}schema-org.jsonld")["isBasedOn"]
    issue = printed["isPartOf"]
    volume = issue["isPartOf"]
    assert (printed["@type"], printed["name"], printed["citation"]) == (
        "Article",
        "A letter",
        reference,
    )
    assert (printed["pageStart"], printed["pageEnd"]) == ("45", "47")
    assert (issue["@type"], issue["issueNumber"]) == ("PublicationIssue", "3")
    assert (volume["@type"], volume["volumeNumber"]) == ("PublicationVolume", "12")
    assert volume["isPartOf"] == {
        "@type": "Periodical",
        "name": "Journal of Letters",
        "issn": "1234-5679",
    }
    deposit = _json("metadata/other/invenio.json")["metadata"]
    assert deposit["references"] == [{"reference": reference}]
    assert reference in _texts("dc.xml", "//dc:source")
    assert _texts("ead3.xml", "//ead:altformavail/ead:p") == [reference]


@pytest.mark.parametrize(
    "bibl",
    [
        '<bibl>Anna Birch, <title level="a">A letter</title>, in: <title level="j">Journal of '
        'Letters</title> <biblScope type="vol">vol. 12</biblScope>, <biblScope type="nr">3'
        '</biblScope> (<date>1901</date>), <biblScope type="pp">pp. 45-47</biblScope>.</bibl>',
        '<listBibl><bibl><title level="j">Journal of Letters</title>, <title level="a">A letter'
        '</title>, <biblScope unit="volume">Bd. 12</biblScope>, <biblScope unit="number">3'
        '</biblScope>, <date when="1901-04"/>, <biblScope unit="pages">S. 45–47</biblScope></bibl>'
        "</listBibl>",
    ],
)
def test_older_and_looser_references_are_read_alike(bibl: str, tmp_path: Path) -> None:
    """`@type` told the unit before P5 2.3; numbers may have the word for their unit before them."""
    text = (CASES / "sources" / "letter.xml").read_text(encoding="utf-8")
    file = tmp_path / "letter.xml"
    file.write_text(re.sub("<biblStruct>.*</biblStruct>", bibl, text), encoding="utf-8")
    made = _crosswalk(file)[0].describe()
    _, article = json.loads(made[f"{DESCRIBED}datacite.json"])["relatedItems"]
    assert [each["title"] for each in article["titles"]] == ["A letter", "Journal of Letters"]
    told = ("relatedItemType", "publicationYear", "volume", "issue", "firstPage", "lastPage")
    assert [article.get(each) for each in told] == [
        "JournalArticle",
        "1901",
        "12",
        "3",
        "45",
        "47",
    ]


def test_a_party_that_has_no_more_than_an_address_has_its_first_line(tmp_path: Path) -> None:
    text = (CASES / "sources" / "letter.xml").read_text(encoding="utf-8")
    lines = "<addrLine><name>Pear Archive</name></addrLine><addrLine>1 Lane</addrLine>"
    address = f"<address>{lines}</address>"
    file = tmp_path / "letter.xml"
    file.write_text(
        text.replace("<publisher>Pear Press</publisher>", f"<distributor>{address}</distributor>"),
        encoding="utf-8",
    )
    made = _crosswalk(file)[0].describe()
    told = json.loads(made[f"{DESCRIBED}datacite.json"])["publisher"]["name"]
    assert told == "Pear Archive"
