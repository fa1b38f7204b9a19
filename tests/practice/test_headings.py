"""What headings are called in contents and titles: no words of them are joined or lost."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.building import InMemory
from tests.practice.test_left_out import TEXTS
from variorum.outputs.html import HTML
from variorum.source import Edition

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
    "<title>Logbook<lb/>of a ferry<note>1812</note></title>"
    '<title type="sub"><title>Spring</title><title>Autumn</title></title></titleStmt>'
    "<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc>"
    "</teiHeader><text><body>{}</body></text></TEI>"
)

HEADINGS = {
    "<head>The<lb/>ferry</head>": "The ferry",
    '<head>The fer<lb break="no"/>ry<pb n="7"/>bell</head>': "The ferry bell",
    "<head><lg><l>The ferry</l><l>at night</l></lg></head>": "The ferry at night",
    "<head><label>Part Five</label><title>The keel</title></head>": "Part Five The keel",
    '<head><seg rend="left">Six</seg><seg rend="right">Oars</seg></head>': "Six Oars",
    "<head>The<note>sic</note> sea<space/>at dawn</head>": "The sea at dawn",
    "<head><hi>Wa</hi>ter</head>": "Water",
    "<head><date>1 May</date><placeName>Lowmere</placeName></head>": "1 May Lowmere",
    "<head>The <name>Old</name> <name>Mill</name></head>": "The Old Mill",
}
WITHOUT_HEADING = {
    "<opener><dateline><placeName>Lowmere</placeName><date>3 May</date></dateline></opener>"
    "<p>Dear Ann.</p>": "Lowmere 3 May Dear Ann.",
    "<p><hi>Mild</hi> <hi>air</hi><lb/>today.</p><p>Calm</p>": "Mild air today. Calm",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The outputs of a document whose divisions have these headings, by their kinds."""
    folder = tmp_path_factory.mktemp("headings")
    divisions = [f"<div>{head}<p>Words.</p></div>" for head in HEADINGS]
    divisions += [f"<div>{words}</div>" for words in WITHOUT_HEADING]
    file = folder / "a.xml"
    file.write_text(_TEI.format("".join(divisions)), encoding="utf-8")
    edition = InMemory(Edition.of([file], folder))
    return {str(each.proof): edition.rendered(each) for each in (*TEXTS, HTML)}


EXPECTED = [*HEADINGS.values(), *WITHOUT_HEADING.values()]


def test_the_contents_of_the_page_have_all_words(made: dict[str, str]) -> None:
    (contents,) = re.findall(r'<nav class="contents".*?</nav>', made["html"], re.DOTALL)
    assert [unescape(words) for words in re.findall(r"<a [^>]*>(.*?)</a>", contents)] == EXPECTED


def test_the_contents_of_the_pdf_have_all_words(made: dict[str, str]) -> None:
    called = re.findall(r"#(?:section|bookmark)\(2\)\[([^]]*)\]", made["print"])
    assert [words for words in called if words != "Source"] == EXPECTED


@pytest.mark.parametrize("kind", ["html", "print", "text", "latex"])
def test_lines_and_parts_of_titles_are_not_joined(made: dict[str, str], kind: str) -> None:
    assert not re.search(r"Logbookof|ferry1812|SpringAutumn", made[kind])
