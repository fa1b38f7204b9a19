"""Headers that are easily misread: each case says one thing, and what the record must say of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.building import warm_saxon
from variorum.model.modeller import Modeller
from variorum.package.crosswalk import Crosswalk
from variorum.source import Edition
from variorum.source.settings import PackageSettings

_R = {"r": "urn:variorum:record"}
_BY = "https://creativecommons.org/licenses/by/4.0/"
_ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"
_MANUSCRIPT = (
    "<msDesc><msIdentifier><repository>R</repository><idno>1</idno></msIdentifier>{}</msDesc>"
)


@dataclass(frozen=True)
class Header:
    """The parts of a header in which a case differs from an ordinary one."""

    title: str = "<title>T</title>"
    author: str = "<author>Ann Orchard</author>"
    published: str = '<publisher>P</publisher><date when="2020"/>'
    source: str = "<p>A letter.</p>"
    profile: str = ""
    changes: str = ""
    supplied: PackageSettings | None = None

    def text(self) -> str:
        return (
            '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t" xml:lang="en"><teiHeader>'
            f"<fileDesc><titleStmt>{self.title}{self.author}</titleStmt>"
            f"<publicationStmt>{self.published}</publicationStmt>"
            f"<sourceDesc>{self.source}</sourceDesc></fileDesc>"
            f"<profileDesc>{self.profile}</profileDesc>{self.changes}</teiHeader>"
            "<text><body><p>x</p></body></text></TEI>"
        )


@cache
def _crosswalk(header: Header, folder: Path) -> Crosswalk:
    file = folder / "t.xml"
    file.write_text(header.text(), encoding="utf-8")
    saxon = warm_saxon()
    edition = Edition.of([file], folder)
    modeller = Modeller(saxon, edition)
    document = modeller.document(edition.documents[0])
    return Crosswalk.of_document(saxon, document.reading, modeller.registers, "", header.supplied)


def _found(crosswalk: Crosswalk, path: str) -> list[str]:
    root = etree.fromstring(str(crosswalk.record.node).encode())
    return [str(each) for each in root.xpath(path, namespaces=_R)]


def _agents(crosswalk: Crosswalk) -> list[str]:
    """Role, kind and name of each agent; surname and forename; the numbers."""
    root = etree.fromstring(str(crosswalk.record.node).encode())
    return [
        " ".join(
            [each.get("relator"), each.get("kind")[:4], each.get("name")]
            + [f"[{each.get('family')}|{each.get('given')}]"] * ("family" in each.attrib)
            + [f"({each.get('award')})"] * ("award" in each.attrib)
            + [f"{number.get('scheme')}:{number.text}" for number in each]
        )
        for each in root.iterfind("r:agent", _R)
        if each.get("relator") != "pbl"
    ]


def _terms(prose: str) -> str:
    return f'<publisher>P</publisher><date when="2020"/><availability>{prose}</availability>'


def _pages(crosswalk: Crosswalk) -> dict[str, str]:
    return crosswalk.describe()


def _datacite(crosswalk: Crosswalk) -> Any:
    return json.loads(_pages(crosswalk)["metadata/descriptive/datacite.json"])


def test_identifiers_within_one_another_are_several(tmp_path: Path) -> None:
    numbers = (
        '<idno type="project"><idno type="DOI">10.1234/abc</idno><idno type="x">5</idno></idno>'
        '<idno type="DOI">https://www.doi.org/10.5281/zenodo.1</idno><idno>doi.org/10.5281/z.9</idno>'
    )
    crosswalk = _crosswalk(Header(published=f"<publisher>P</publisher>{numbers}"), tmp_path)
    assert _found(crosswalk, "r:identifier/@type") == [
        "DOI",
        "x",
        "DOI",
        "DOI",
    ]
    assert _found(crosswalk, "r:identifier/text()") == [
        "10.1234/abc",
        "5",
        "10.5281/zenodo.1",
        "10.5281/z.9",
    ]
    assert crosswalk.identity.derived == "derived from https://doi.org/10.1234/abc"


@pytest.mark.parametrize(
    ("prose", "statements"),
    [
        (
            f'<p>The text is under <ref target="{_BY}">CC BY</ref>; the images are not to be used'
            " without leave.</p>",
            1,
        ),
        (
            f'<p>Text: <ref target="{_BY}">CC BY</ref>. Metadata: <ref target="{_ZERO}">CC0</ref>.'
            "</p>",
            2,
        ),
        (f'<licence target="{_BY}">The translation by Eve is licensed under CC BY.</licence>', 1),
    ],
)
def test_terms_of_a_part_are_not_those_of_the_whole(
    tmp_path: Path, prose: str, statements: int
) -> None:
    crosswalk = _crosswalk(Header(published=_terms(prose)), tmp_path)
    pages = _pages(crosswalk)
    assert "license:" not in pages["metadata/other/CITATION.cff"]
    assert "license" not in json.loads(pages["metadata/descriptive/schema-org.jsonld"])
    rights = json.loads(pages["metadata/other/invenio.json"])["metadata"]["rights"]
    assert len(rights) == statements and not any("id" in each for each in rights)
    if "images" in prose:
        assert "rightsIdentifier" not in _datacite(crosswalk)["rightsList"][0]


@pytest.mark.parametrize(
    "prose",
    [
        f'<licence target="{_BY}">CC BY</licence>',
        f'<p>Published under <ref target="{_BY}">CC BY</ref>.</p>',
    ],
)
def test_terms_that_stand_alone_are_those_of_the_whole(tmp_path: Path, prose: str) -> None:
    pages = _pages(_crosswalk(Header(published=_terms(prose)), tmp_path))
    assert "license: CC-BY-4.0" in pages["metadata/other/CITATION.cff"]
    rights = json.loads(pages["metadata/other/invenio.json"])["metadata"]["rights"]
    assert rights == [{"id": "cc-by-4.0"}]


@pytest.mark.parametrize(
    ("language", "translator", "translated"),
    [
        ("en-GB", "<author>A B</author>", False),
        ("eng", "<author>A B</author>", False),
        ("la", "<author>A B</author>", False),
        ("la", '<editor role="translator">A B</editor>', True),
        ("eng", '<editor role="translator">A B</editor>', False),
    ],
)
def test_only_what_somebody_translated_is_a_translation(
    tmp_path: Path, language: str, translator: str, translated: bool
) -> None:
    contents = f'<msContents><textLang mainLang="{language}">x</textLang></msContents>'
    header = Header(author=translator, source=_MANUSCRIPT.format(contents))
    crosswalk = _crosswalk(header, tmp_path)
    related = _datacite(crosswalk).get("relatedItems", [])
    found = [each["relationType"] for each in related]
    assert found.count("IsTranslationOf") == translated
    assert _found(crosswalk, "@original-language") == ["la"] * (language == "la")


_AGENTS: dict[str, list[str]] = {
    # the number of the place where somebody works is not the person's
    '<author><persName>Ann Orchard</persName><idno type="ORCID">0000-0002-1825-0097</idno>'
    '<affiliation><orgName>Univ <idno type="ROR">https://ror.org/013tf3c58</idno></orgName>'
    "</affiliation></author>": ["aut pers Ann Orchard ORCID:0000-0002-1825-0097"],
    '<author><persName ref="https://orcid.org/0000-0002-1825-0097">Ann Orchard</persName>'
    ' (<orgName ref="https://ror.org/013tf3c58">Univ of Pears</orgName>)</author>': [
        "aut pers Ann Orchard ORCID:0000-0002-1825-0097"
    ],
    # bodies and persons by whole words and by the form of a name
    "<author>Winston Churchill</author>": ["aut pers Winston Churchill"],
    "<author>Schoolcraft, Henry</author>": ["aut pers Schoolcraft, Henry [Schoolcraft|Henry]"],
    "<author>Илья Фондаминский</author>": ["aut pers Илья Фондаминский"],
    "<author>World Health Organization</author>": ["aut corp World Health Organization"],
    "<author>United Nations</author>": ["aut corp United Nations"],
    "<author>UNESCO</author>": ["aut corp UNESCO"],
    "<author>Institut für Obstkunde</author>": ["aut corp Institut für Obstkunde"],
    "<author><name>Homer</name></author>": ["aut pers Homer"],
    # a comma parts a name only where a surname stands before it
    "<author>Ann Orchard, Bo Cellar</author>": ["aut pers Ann Orchard, Bo Cellar"],
    "<author>van der Berg, Ann</author>": ["aut pers van der Berg, Ann [van der Berg|Ann]"],
    "<author>Furrow, PhD</author>": ["aut pers Furrow, PhD"],
    "<author>Eve Furrow, PhD</author>": ["aut pers Eve Furrow, PhD"],
    "<author>Ludwig XIV., König von Frankreich</author>": [
        "aut pers Ludwig XIV., König von Frankreich"
    ],
    "<author>Ann Orchard and Bo Cellar</author>": ["aut pers Ann Orchard", "aut pers Bo Cellar"],
    "<author>Ministry of Trade and Industry</author>": ["aut corp Ministry of Trade and Industry"],
    "<author><persName>A One</persName> with <persName>B Two</persName></author>": [
        "aut pers A One",
        "aut pers B Two",
    ],
    # numbers by the pattern of their service, and none that has not its form
    '<author><persName>A</persName><idno type="GND">(DE-588)118540238</idno>'
    '<idno type="ORCID">orcid: 0000-0002-1825-0097</idno><idno type="LCCN">n 79021164</idno>'
    '<idno type="VIAF">VIAF 24602065</idno><idno type="ISNI">ISNI 0000 0001 2103 2683</idno>'
    "</author>": [
        "aut pers A GND:118540238 ORCID:0000-0002-1825-0097 LCNAF:n79021164 VIAF:24602065"
        " ISNI:0000000121032683"
    ],
    '<author><persName>A</persName><idno type="GND">unknown</idno>'
    '<idno type="ORCID">https://www.orcid.org/0000-0002-1825-0097</idno></author>': [
        "aut pers A ORCID:0000-0002-1825-0097"
    ],
    # fewer addresses than names are nobody's
    '<author ref="https://d-nb.info/gnd/118540238 https://viaf.org/viaf/2"><persName>A</persName>,'
    " <persName>B</persName> and <persName>C</persName></author>": [
        "aut pers A",
        "aut pers B",
        "aut pers C",
    ],
    '<funder><orgName>Nut Fund</orgName><idno type="grant">G-1</idno><orgName>Oak Fund</orgName>'
    "</funder>": ["fnd corp Nut Fund (G-1)", "fnd corp Oak Fund"],
    # roles
    '<editor role="consultant">A B</editor>': ["csl pers A B"],
    '<editor role="general">A B</editor>': ["edt pers A B"],
    '<editor role="http://id.loc.gov/vocabulary/relators/ill">A B</editor>': ["ill pers A B"],
    '<author role="illustrator">A B</author>': ["ill pers A B"],
}


@pytest.mark.parametrize("author", [*_AGENTS])
def test_agents(tmp_path: Path, author: str) -> None:
    assert _agents(_crosswalk(Header(author=author), tmp_path)) == _AGENTS[author]


def test_an_embargo_is_no_publication(tmp_path: Path) -> None:
    prose = '<availability><p>Closed until <date when="2050-01-01"/></p></availability>'
    header = Header(published=f'<publisher>P</publisher>{prose}<date when="2020"/>')
    assert _found(_crosswalk(header, tmp_path), "@issued | @released") == ["2020", "2020"]


def test_a_flag_is_judged_as_a_setting(capsys: pytest.CaptureFixture[str]) -> None:
    from variorum.cli import main

    with pytest.raises(SystemExit) as stopped:
        main(["package", "--year", "abcd"])
    assert stopped.value.code == 2
    assert "a year, such as 2026" in capsys.readouterr().err


_TASKS = {
    "<resp>Transcribed and edited by</resp>": ["trc", "edt"],
    "<resp>Translation checked by</resp>": ["pfr"],
    "<resp>Curator of manuscripts</resp>": ["cur"],
    "<resp>Correspondence with the archive</resp>": ["ctb"],
    '<resp key="all">did all</resp>': ["ctb"],
    '<resp ref="https://id.loc.gov/vocabulary/relators/edt.html">x</resp>': ["edt"],
    "<resp>Edition of the text and notes</resp>": ["edt"],
}


@pytest.mark.parametrize("task", [*_TASKS])
def test_tasks(tmp_path: Path, task: str) -> None:
    author = f"<respStmt>{task}<persName>A B</persName></respStmt>"
    assert _found(_crosswalk(Header(author=author), tmp_path), "r:agent/@relator") == [
        *_TASKS[task],
        "pbl",
    ]


def test_a_name_with_a_comma_in_the_settings_is_a_person(tmp_path: Path) -> None:
    header = Header(author="", supplied=PackageSettings(creator="Church, Alonzo; Pear Society"))
    assert _agents(_crosswalk(header, tmp_path)) == [
        "aut pers Church, Alonzo [Church|Alonzo]",
        "aut corp Pear Society",
    ]


_KINDS = {
    "<author>Ann Orchard</author>": "",
    "<author>UNESCO</author>": "",
    "<author><name>Pear Society</name></author>": "",
    "<author>Cellar, Bo</author>": "person",
    "<author><persName>Ann Orchard</persName></author>": "person",
    '<author><name type="person">Ann Orchard</name></author>': "person",
    '<author ref="https://orcid.org/0000-0002-1825-0097">Ann Orchard</author>': "person",
    "<author><orgName>Ann Orchard</orgName></author>": "body",
    '<author ref="https://ror.org/013tf3c58">Ann Orchard</author>': "body",
}


@pytest.mark.parametrize("author", [*_KINDS])
def test_what_kind_of_party_it_is_is_left_open(tmp_path: Path, author: str) -> None:
    """Where the header does not say whether a name is that of a person, nobody says it."""
    crosswalk = _crosswalk(Header(author=author, source=_MANUSCRIPT.format("")), tmp_path)
    pages = _pages(crosswalk)
    kind = _KINDS[author]
    (creator,) = _datacite(crosswalk)["creators"]
    told = {"person": "Personal", "body": "Organizational"}
    assert creator.get("nameType", "") == told.get(kind, "")
    (said,) = json.loads(pages["metadata/descriptive/schema-org.jsonld"])["author"]
    assert said["@type"] == {"person": "Person", "body": "Organization"}.get(kind, "Thing")
    (deposit,) = json.loads(pages["metadata/other/invenio.json"])["metadata"]["creators"]
    types = {"person": "personal", "body": "organizational"}
    assert deposit["person_or_org"].get("type", "") == types.get(kind, "")
    names = {"person": "persname", "body": "corpname"}
    for file in ("ead3.xml", "ead2002.xml"):
        root = etree.fromstring(pages[f"metadata/descriptive/{file}"].encode())
        (element,) = root.findall(".//{*}origination/*")
        assert etree.QName(element).localname == names.get(kind, "name")
    mods = etree.fromstring(pages["metadata/descriptive/mods.xml"].encode())
    names = {"person": "personal", "body": "corporate"}
    assert mods.find("{*}name").get("type", "") == names.get(kind, "")


def test_one_address_of_several_names_is_that_of_none_or_of_the_one_it_stands_in(
    tmp_path: Path,
) -> None:
    number = "https://orcid.org/0000-0002-1825-0097"
    author = (
        f'<author ref="{number}"><persName>A One</persName>, <persName>B Two</persName></author>'
    )
    assert _agents(_crosswalk(Header(author=author), tmp_path)) == [
        "aut pers A One",
        "aut pers B Two",
    ]
    author = (
        f'<author><persName>A One</persName>, <persName ref="{number}">B Two</persName></author>'
    )
    assert _agents(_crosswalk(Header(author=author), tmp_path)) == [
        "aut pers A One",
        "aut pers B Two ORCID:0000-0002-1825-0097",
    ]


@pytest.mark.parametrize(
    ("date", "created"),
    [
        ('<date notAfter="1901">before 1901</date>', []),
        ('<date from="1901" to="1899">odd</date>', []),
        ('<date when-iso="1901-09-20/1901-09-25">c</date>', ["1901-09-20/1901-09-25"]),
        ('<date when-iso="19010920">c</date>', ["1901-09-20"]),
        ('<date notBefore="1901" notAfter="1903">c</date>', ["1901/1903"]),
    ],
)
def test_when_a_text_was_made(tmp_path: Path, date: str, created: list[str]) -> None:
    header = Header(profile=f"<creation>{date}</creation>")
    assert _found(_crosswalk(header, tmp_path), "@created") == created


def test_a_study_does_not_date_the_manuscript(tmp_path: Path) -> None:
    study = (
        "<additional><listBibl><bibl>A study, <date when='1998'/></bibl></listBibl></additional>"
    )
    assert _found(_crosswalk(Header(source=_MANUSCRIPT.format(study)), tmp_path), "@created") == []


@pytest.mark.parametrize(
    ("idno", "identifier", "derived"),
    [
        ('<idno type="urn">urn:nbn:de:kobv:b4-1</idno>', "", "urn:nbn:de:kobv:b4-1"),
        ("", "urn:nbn:de:kobv:b4-1", "urn:nbn:de:kobv:b4-1"),
        ("", "orchard-letters-42", "orchard-letters-42/t"),
        ('<idno type="local">7</idno>', "10.1234/abc", "https://doi.org/10.1234/abc"),
    ],
)
def test_an_identifier_counts_whatever_it_is(
    tmp_path: Path, idno: str, identifier: str, derived: str
) -> None:
    published = f'<publisher>P</publisher><date when="2020"/>{idno}'
    header = Header(published=published, supplied=PackageSettings(identifier=identifier))
    assert _crosswalk(header, tmp_path).identity.derived == f"derived from {derived}"


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://creativecommons.org/publicdomain/mark/1.0/", []),
        ("https://creativecommons.org/licenses/by/4.0/deed.de", ["CC-BY-4.0"]),
        ("https://creativecommons.org/licenses/by-nc-sa/3.0/legalcode", ["CC-BY-NC-SA-3.0"]),
        ("https://creativecommons.org/licenses/devnations/2.0/", []),
        ("https://creativecommons.org/licenses/by/3.0/at/", ["CC-BY-3.0-AT"]),
        ("http://creativecommons.org/licenses/by-nc-sa/3.0/de/deed.de", ["CC-BY-NC-SA-3.0-DE"]),
        ("https://creativecommons.org/licenses/by/3.0/igo/legalcode", ["CC-BY-3.0-IGO"]),
        ("https://creativecommons.org/licenses/by/3.0/fr/", []),
        ("https://creativecommons.org/licenses/by/2.5/scotland/", []),
    ],
)
def test_licences_that_spdx_lists(tmp_path: Path, address: str, known: list[str]) -> None:
    header = Header(published=_terms(f'<licence target="{address}">See there</licence>'))
    (told,) = _datacite(_crosswalk(header, tmp_path))["rightsList"]
    assert [told[key] for key in told if key == "rightsIdentifier"] == known
    assert told["rightsUri"] == address


@pytest.mark.parametrize(
    ("port", "known"), [("at", "CC-BY-3.0-AT"), ("de", "CC-BY-3.0-DE"), ("fr", "")]
)
def test_a_licence_of_one_country_keeps_it_everywhere(
    tmp_path: Path, port: str, known: str
) -> None:
    address = f"https://creativecommons.org/licenses/by/3.0/{port}/"
    prose = _terms(f'<licence target="{address}">CC BY 3.0</licence>')
    pages = _pages(_crosswalk(Header(published=prose, source=_MANUSCRIPT.format("")), tmp_path))
    rights = json.loads(pages["metadata/other/invenio.json"])["metadata"]["rights"]
    assert rights == [
        {"id": known.lower()} if known else {"title": {"en": "CC BY 3.0"}, "link": address}
    ]
    citation = pages["metadata/other/CITATION.cff"]
    assert (f"license: {known}\n" if known else f'license-url: "{address}"\n') in citation
    for name in ("dc.xml", "dcterms.xml", "mods.xml", "ead3.xml", "ead2002.xml"):
        assert address in pages[f"metadata/descriptive/{name}"], name
    assert address in pages["metadata/descriptive/schema-org.jsonld"]
    assert address in pages["metadata/rights.csv"]


def test_parts_without_a_space_between_them_are_not_glued(tmp_path: Path) -> None:
    print_ = (
        "<biblStruct><monogr><author>Q R</author><title level='m'>Bo<hi>ok</hi></title><imprint>"
        "<pubPlace>L</pubPlace><publisher>Z</publisher></imprint></monogr></biblStruct>"
    )
    keeper = (
        "<msDesc><msIdentifier><repository>R</repository><collection><idno>C1</idno>"
        "<title>Coll</title></collection><idno>1</idno></msIdentifier></msDesc>"
    )
    place = (
        "<publisher>P</publisher><pubPlace><address><addrLine>1 Lane</addrLine>"
        '<addrLine>Town</addrLine></address></pubPlace><date when="2020"/>'
    )
    crosswalk = _crosswalk(Header(source=keeper + print_, published=place), tmp_path)
    assert _found(crosswalk, "r:publication/r:reference/text()") == ["Q R, Book, L, Z"]
    assert _found(crosswalk, "r:holding/@collection | @place") == ["1 Lane, Town", "C1 Coll"]


@pytest.mark.parametrize(
    ("prose", "publisher"),
    [
        ("<p>A file. Transcribed by <name>Eve Furrow</name>, printed in 2021.</p>", []),
        ("<p>Edited by <orgName>Pear Lab</orgName>.</p>", []),
        ("<p>Published by <name>Pear Press</name>, 2020.</p>", ["Pear Press"]),
        ("<p><orgName>Pear Press</orgName>, 2020.</p>", ["Pear Press"]),
    ],
)
def test_who_published_is_told_by_the_words(
    tmp_path: Path, prose: str, publisher: list[str]
) -> None:
    crosswalk = _crosswalk(Header(published=prose), tmp_path)
    assert _found(crosswalk, "r:agent[@relator = 'pbl']/@name") == publisher


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ('<change when="2025-03">c</change><change when="2024-05-01">b</change>', "2025-03"),
        ('<change when="2024">c</change><change when-iso="20240501">b</change>', "2024-05-01"),
    ],
)
def test_the_newest_change_is_the_release(tmp_path: Path, changes: str, day: str) -> None:
    header = Header(changes=f"<revisionDesc>{changes}</revisionDesc>")
    assert _found(_crosswalk(header, tmp_path), "@released") == [day]


def test_a_letter_of_a_volume_has_its_own_title(tmp_path: Path) -> None:
    title = (
        '<title level="s">Series</title><title level="m">Volume</title>'
        '<title level="a">Letter 1</title>'
    )
    crosswalk = _crosswalk(Header(title=title), tmp_path)
    assert _found(crosswalk, "r:title[@type = 'main']/text()") == ["Letter 1"]


def test_a_title_that_two_languages_share_is_told_once(tmp_path: Path) -> None:
    """DataCite 4.6 has no title twice: the items of `titles` are unique."""
    title = (
        "<title>Ἑκάβη</title><title xml:lang='la'>Hecuba</title>"
        "<title xml:lang='en'>Hecuba</title><title type='short'>Hec.</title>"
    )
    crosswalk = _crosswalk(Header(title=title), tmp_path)
    titles = json.loads(crosswalk.describe()["metadata/descriptive/datacite.json"])["titles"]
    assert [each["title"] for each in titles] == ["Ἑκάβη", "Hecuba"]


def test_the_licence_of_a_source_is_not_its_address(tmp_path: Path) -> None:
    source = (
        '<bibl><name>Repository</name><idno type="URL">http://texts.example.org/1</idno>'
        f'<availability><licence><ref target="{_BY}">CC BY</ref></licence></availability>'
        '<bibl><title>Works</title><date type="print" when="1772"/></bibl></bibl>'
    )
    crosswalk = _crosswalk(Header(source=source), tmp_path)
    assert _found(crosswalk, "r:publication/@uri") == ["http://texts.example.org/1"]
    (words,) = _found(crosswalk, "r:publication/r:reference/text()")
    assert "CC BY" not in words and words.endswith("Works")


@pytest.mark.parametrize(
    ("mark", "levels"),
    [
        ('<idno type="shelfmark">Yw 1</idno>', []),
        ('<idno type="item">7</idno>', ["item"]),
        ('<idno type="fond">1</idno><idno type="x">2</idno>', ["fonds", "item"]),
    ],
)
def test_one_part_of_a_shelfmark_is_no_fonds(tmp_path: Path, mark: str, levels: list[str]) -> None:
    source = (
        "<msDesc><msIdentifier><repository>R</repository>"
        f"<idno>{mark}</idno></msIdentifier></msDesc>"
    )
    assert _found(_crosswalk(Header(source=source), tmp_path), "r:holding/r:unit/@level") == levels


@pytest.mark.parametrize(
    ("source", "profile", "entities"),
    [
        ("", "", []),
        ('<p>By <persName ref="#ab">A. B.</persName></p>', "", ["Ann Beech"]),
        ("", '<abstract><p><persName ref="#ab">She</persName></p></abstract>', ["Ann Beech"]),
    ],
)
def test_who_made_the_edition_is_no_subject_of_it(
    tmp_path: Path, source: str, profile: str, entities: list[str]
) -> None:
    author = '<respStmt><resp>encoded by</resp><name ref="#ab">Ann B</name></respStmt>'
    people = '<listPerson><person xml:id="ab"><persName>Ann Beech</persName></person></listPerson>'
    header = Header(
        author=author,
        source=(source or "<p>A letter.</p>") + people,
        profile=profile,
        changes='<revisionDesc><change who="#ab" when="2021">x</change></revisionDesc>',
    )
    assert _found(_crosswalk(header, tmp_path), "r:entity/@name") == entities


def test_the_day_of_a_task_is_not_glued_to_it(tmp_path: Path) -> None:
    author = (
        "<respStmt><persName>A B</persName><resp><note>Transcribed.</note>"
        "<date>2014-10-01</date></resp></respStmt>"
    )
    crosswalk = _crosswalk(Header(author=author), tmp_path)
    assert _found(crosswalk, "r:agent/@task") == ["Transcribed."]
