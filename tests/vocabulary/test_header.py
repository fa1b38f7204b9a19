"""Title, subtitles, authors and citation are the same words in every output and in the package."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.building import InMemory, warm_saxon
from tests.conftest import SLOW, shared
from tests.vocabulary.documents import MODEL
from tests.vocabulary.headers import Said, outputs, stated
from tests.vocabulary.test_model import CASES
from variorum.package.crosswalk import Crosswalk
from variorum.source import Edition


def disagreements(path: Path) -> list[str]:
    """Where an output says other words than the TEI file, or than the page."""
    edition = Edition.of([path], path.parent)
    if not edition.documents:
        return []
    made = InMemory(edition)
    found = outputs(made, warm_saxon())
    expected = stated(made.source.root, path.stem) or found["html"]
    expected.citation = found["html"].citation
    expected.authors = found["html"].authors if expected.authors is None else expected.authors
    return [
        f"{name}: {fact} {' '.join(words)!r}, not {' '.join(wanted)!r}"
        for name, said in found.items()
        for fact, words, wanted in differences(said, expected)
    ]


def differences(said: Said, expected: Said) -> list[tuple[str, list[str], list[str]]]:
    pairs = {name: (value, getattr(expected, name)) for name, value in vars(said).items()}
    return [
        (name, value, wanted)
        for name, (value, wanted) in pairs.items()
        if value is not None and value != wanted
    ]


@SLOW
def test_published_documents() -> None:
    files = sorted(shared("corpora").glob("*.xml"))
    found = {path.name: disagreements(path) for path in files}
    assert {name: each for name, each in found.items() if each} == {}


@SLOW
def test_every_case() -> None:
    found = {str(path): disagreements(path) for path in CASES}
    assert {name: each for name, each in found.items() if each} == {}


STATEMENT = (
    "<titleStmt><title level='s'>A series</title><title type='main'>Letter <idno>7</idno>"
    "<note>A note.</note></title><title type='sub'>One</title><title type='subtitle'>Two</title>"
    "<title type='short'>L. 7</title><author><persName>Ada <email>a@b.example</email> Mill"
    "</persName><idno>Q7</idno></author><author>Bo</author><author><persName><forename>Cy</forename>"
    "<surname>Roe</surname></persName><affiliation>A mill</affiliation></author></titleStmt>"
)
"""Titles of every kind, and authors with a number, an address and an affiliation."""


def document_with(folder: Path, publication: str, source: str, rest: str) -> Path:
    """A document whose header says how it is published, what its source is, and the rest."""
    path = folder / "made.xml"
    path.write_text(
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc>{STATEMENT}"
        f"<publicationStmt>{publication}</publicationStmt><sourceDesc>{source}</sourceDesc>"
        f"</fileDesc>{rest}</teiHeader><text><body><p>A text.</p></body></text></TEI>",
        encoding="utf-8",
    )
    return path


def test_titles_of_every_kind(tmp_path: Path) -> None:
    path = document_with(tmp_path, "<p>None.</p>", "<p>None.</p>", "")
    assert disagreements(path) == []
    page = outputs(InMemory(Edition.of([path], tmp_path)), warm_saxon())["html"]
    facts = (page.title, page.subtitles, page.authors, page.series)
    assert [" ".join(fact or ()) for fact in facts] == [
        "Letter 7",
        "One Two",
        "Ada Mill, Bo, Cy Roe, A mill",
        "A series",
    ]


def test_names_in_several_forms_and_the_way_of_a_letter(tmp_path: Path) -> None:
    path = document_with(tmp_path, "<p>None.</p>", "<p>None.</p>", SENT)
    forms = "".join(
        f"<persName xml:lang='{language}'>{name}</persName>"
        for language, name in (("ru", "Ада"), ("en", "Ada"), ("la", "Ada"))
    )
    source = path.read_text("utf-8").replace("<author>Bo<", f"<author>{forms}<")
    path.write_text(source.replace("'1690-05-06'/>", "'1690-05-06'>May</date>"), "utf-8")
    assert disagreements(path) == []
    page = outputs(InMemory(Edition.of([path], tmp_path)), warm_saxon())["html"]
    assert " ".join(page.authors or ()) == "Ada Mill, Ada (Ада), Cy Roe, A mill"


MANUSCRIPT = (
    "<msDesc><msIdentifier><idno>MS 1</idno></msIdentifier><msContents><summary>Mills.</summary>"
    "</msContents><history><origin><origDate when='1700'>1700</origDate></origin></history>"
    "</msDesc>"
)
PRINT = "<bibl><date when='1801'>1801</date></bibl>"
CREATED = "<profileDesc><creation><date>about 1690</date></creation></profileDesc>"
SENT = (
    "<profileDesc><creation><date>about 1690</date></creation><correspDesc>"
    "<correspAction type='sent'><date when='1690-05-06'/></correspAction>"
    "</correspDesc></profileDesc>"
)
ABSTRACT = "<profileDesc><abstract><p>On mills.</p><p>More.</p></abstract></profileDesc>"
CHANGED = (
    "<revisionDesc><change when='2025'/><change when='2023-01-01'/><change when='2024-05-01'/>"
    "</revisionDesc>"
)
IN_A_YEAR = "<revisionDesc><change when='2022'/></revisionDesc>"
PUBLISHED = "<distributor>D</distributor><authority>A</authority><date when='2021-02-03'/>"
CHOICES: dict[str, tuple[str, str, str, dict[str, str]]] = {
    "the manuscript": (
        "",
        MANUSCRIPT,
        "",
        {"created": "1700", "cataloged": "1700", "about": "Mills."},
    ),
    "a print": ("", PRINT, "", {"cataloged": "1801"}),
    "words before a print": ("", PRINT, CREATED, {"created": "about 1690", "cataloged": "1801"}),
    "words before a date for machines alone": (
        "",
        "<p>None.</p>",
        SENT,
        {"created": "about 1690", "cataloged": "1690-05-06"},
    ),
    "an abstract before a summary": (
        "",
        MANUSCRIPT,
        ABSTRACT,
        {"created": "1700", "cataloged": "1700", "about": "On mills. More."},
    ),
    "a publication": (PUBLISHED, "", "", {"publisher": "A", "released": "2021-02-03"}),
    "the newest change, of a year alone": (
        PUBLISHED,
        "",
        CHANGED,
        {"publisher": "A", "released": "2025"},
    ),
    "the year of a change": (PUBLISHED, "", IN_A_YEAR, {"publisher": "A", "released": "2022"}),
    "a distributor alone": ("<distributor>D</distributor>", "", "", {"publisher": "D"}),
}
"""How a document is published, its source and the rest of its header, with what follows.

`created` is for readers, in words; `cataloged` is what a package has as the date of creation.
"""


@pytest.mark.parametrize("name", CHOICES)
def test_choices_are_made_in_the_model(name: str, tmp_path: Path) -> None:
    *parts, expected = CHOICES[name]
    path = document_with(tmp_path, *parts)
    made = InMemory(Edition.of([path], tmp_path))
    header = made.model().find("{*}teiHeader")
    assert header is not None
    facts = {each.get(f"{MODEL}fact"): "".join(each.itertext()) for each in header.iter()}
    record = etree.fromstring(
        Crosswalk.of_document(warm_saxon(), made.node(), []).record.node.to_string("UTF-8")
    )
    found = {
        "created": facts.get("created"),
        "cataloged": record.get("created"),
        "about": header.get(f"{MODEL}about"),
        "publisher": facts.get("publisher"),
        "released": header.get(f"{MODEL}released"),
    }
    assert {fact: value for fact, value in found.items() if value} == expected
