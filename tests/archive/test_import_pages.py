"""No word of a page of PAGE XML or ALTO goes, and every id of a zone is its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.archive.test_import_words import GRAMMAR, T, tei_words
from variorum.transcripts.tei import Import

Read = Callable[..., etree._Element]
ID = "{http://www.w3.org/XML/1998/namespace}id"
PAGE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
ALTO = "http://www.loc.gov/standards/alto/ns-v4#"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The text of the TEI of a page, which is valid."""

    def reading(source: str, **options: Any) -> etree._Element:
        (tmp_path / "a.xml").write_text(source, encoding="utf-8")
        data = Import(tmp_path / "a.xml", **options).tei("made", "made.xml")
        assert GRAMMAR.validate(data) == []
        return etree.fromstring(data).find(f"{T}text")

    return reading


def page(inner: str) -> str:
    """A page of PAGE XML."""
    return f'<PcGts xmlns="{PAGE}"><Page imageFilename="a.jpg">{inner}</Page></PcGts>'


def text(words: str) -> str:
    """The text of an element of PAGE XML."""
    return f"<TextEquiv><Unicode>{words}</Unicode></TextEquiv>"


def line(words: str, said: str = "") -> str:
    """A line of PAGE XML, without an id."""
    return f"<TextLine {said}>{text(words)}</TextLine>"


def region(name: str, inner: str, said: str = "") -> str:
    """A region of PAGE XML; what it says can be its type."""
    return f'<TextRegion id="{name}" {said}>{inner}</TextRegion>'


def alto(inner: str, order: str = "") -> str:
    """A page of ALTO."""
    space = f'<Page ID="p"><PrintSpace>{inner}</PrintSpace></Page>'
    return f'<alto xmlns="{ALTO}">{order}<Layout>{space}</Layout></alto>'


def block(words: str, said: str = "") -> str:
    """A block of ALTO."""
    return f'<TextBlock {said}><TextLine><String CONTENT="{words}"/></TextLine></TextBlock>'


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (region("a", f'<TextLine id="l"/>{text("Of the region")}'), "Of the region"),
        (f'<TableRegion id="t">{text("Of a table")}</TableRegion>', "Of a table"),
        (
            f'<TableRegion id="t">{line("Own line")}{region("a", line("cell"))}</TableRegion>',
            "Own line cell",
        ),
        (
            f'<TableRegion id="t">{region("a", line("cell") + region("b", line("in it")))}'
            f"{region('c', line('next'))}</TableRegion>",
            "cell in it next",
        ),
        (
            '<TableRegion id="t"><TableRegion id="u">'
            f"{region('a', line('inner'))}</TableRegion></TableRegion>",
            "inner",
        ),
        (region("", line("one")) + region("", line("two")), "one two"),
    ],
)
def test_no_word_of_a_region_is_lost(inner: str, words: str, read: Read) -> None:
    assert " ".join(tei_words(read(page(inner)))) == words


def test_a_running_head_keeps_its_words_whole(read: Read) -> None:
    bold = 'custom="textStyle {offset:0; length:3; bold:true;}"'
    inner = region("a", line("Heading of page", bold), 'type="header"')
    inner += region("b", line("inter-") + line("national"), 'type="footer"') + region(
        "c", line("x")
    )
    heads = read(page(inner), dehyphenate=True).iter(f"{T}fw")
    assert [each.text for each in heads] == ["Heading of page", "international"]
    heads = read(page(inner)).iter(f"{T}fw")
    assert [each.text for each in heads] == ["Heading of page", "inter- national"]


def test_every_id_of_a_zone_is_its_own(read: Read) -> None:
    body = read(
        alto(block("one") + block("two") + block("three", 'ID="a b"') + block("4", 'ID="a:b"'))
    )
    assert tei_words(body) == ["one", "two", "three", "4"]
    zones = [
        each.get(ID) for each in body.getparent().iter(f"{T}zone") if each.get("type") != "line"
    ]
    assert zones == [None, None, "f1-a-b", "f1-a-b-2"]


def test_the_order_of_reading_is_kept(read: Read) -> None:
    refs = "".join(f'<ElementRef REF="{name}"/>' for name in ("c", "a"))
    order = f"<ReadingOrder><OrderedGroup>{refs}</OrderedGroup></ReadingOrder>"
    blocks = block("second", 'ID="a"') + block("with it") + block("first", 'ID="b"')
    blocks = blocks.replace('<TextLine><String CONTENT="f', '<TextLine ID="c"><String CONTENT="f')
    assert " ".join(tei_words(read(alto(blocks, order)))) == "first second with it"
    inner = "".join(
        f'<RegionRefIndexed index="{at}" regionRef="{n}"/>' for at, n in ((1, "c"), (0, "d"))
    )
    order = f'<OrderedGroupIndexed index="1" regionRef="b">{inner}</OrderedGroupIndexed>'
    order = f'<RegionRefIndexed index="0" regionRef="a"/>{order}'
    order = f"<ReadingOrder><OrderedGroup>{order}</OrderedGroup></ReadingOrder>"
    nested = region("c", line("third")) + region("d", line("second"))
    regions = region("b", nested) + region("a", line("first"))
    assert tei_words(read(page(order + regions))) == ["first", "second", "third"]


def test_what_a_hyphen_leaves_to_be_understood_is_not_joined(read: Read) -> None:
    inner = region("a", line("Vor-") + line("und Nach-") + line("teile"))
    assert tei_words(read(page(inner), dehyphenate=True)) == ["Vor-", "und", "Nach", "teile"]


def test_a_page_begins_in_a_table_that_begins_it(read: Read) -> None:
    first = f'<TableRegion id="t">{region("a", "")}{region("b", line("cell"))}</TableRegion>'
    (begun,) = read(page(first)).iter(f"{T}pb")
    assert begun.get("facs") == "#f1" and begun.getparent().tag == f"{T}cell"


TAGS = {
    "person {offset:0; length:8; wikiData:Q42;}": (
        '<persName ref="https://www.wikidata.org/entity/Q42">Ida Holm</persName> am 3. V.'
    ),
    "place {offset:0; length:3;} organization {offset:4; length:4;}": (
        "<placeName>Ida</placeName> <orgName>Holm</orgName> am 3. V."
    ),
    "date {offset:12; length:5; year:1848; month:5; day:3;}": (
        'Ida Holm am <date when="1848-05-03">3. V.</date>'
    ),
    "date {offset:12; length:5; year:1848; month:0; day:0;}": (
        'Ida Holm am <date when="1848">3. V.</date>'
    ),
    r"abbrev {offset:15; length:2; expansion:in\\u0020May;}": (
        "Ida Holm am 3. <choice><abbr>V.</abbr><expan>in May</expan></choice>"
    ),
    "abbrev {offset:15; length:2;}": "Ida Holm am 3. <abbr>V.</abbr>",
    "sic {offset:9; length:2; correction:on;}": (
        "Ida Holm <choice><sic>am</sic><corr>on</corr></choice> 3. V."
    ),
    "unclear {offset:5; length:2;} person {offset:0; length:8;}": (
        "<persName>Ida H<unclear>ol</unclear>m</persName> am 3. V."
    ),
    "person {offset:0; length:8;} textStyle {offset:4; length:4; bold:true;}": (
        '<persName>Ida <hi rend="bold">Holm</hi></persName> am 3. V.'
    ),
    "supplied {offset:0; length:3; reason:lost;}": (
        '<supplied reason="lost">Ida</supplied> Holm am 3. V.'
    ),
    "gap {offset:3; length:0;}": 'Ida<gap reason="unspecified"/> Holm am 3. V.',
    "gap {offset:3; length:0; reason:Damage;}": 'Ida<gap reason="damage"/> Holm am 3. V.',
    "gap {offset:17; length:0;}": 'Ida Holm am 3. V.<gap reason="unspecified"/>',
    "gap {offset:0; length:0;}": '<gap reason="unspecified"/>Ida Holm am 3. V.',
    "person {offset:0; length:3;} person {offset:3; length:5;}": (
        "<persName>Ida</persName><persName> Holm</persName> am 3. V."
    ),
}


@pytest.mark.parametrize("said", [*TAGS])
def test_tags_of_transkribus_are_elements_of_tei(said: str, read: Read) -> None:
    said = said.replace("\\\\", "\\")
    made = read(page(region("a", line("Ida Holm am 3. V.", f'custom="{said}"'))))
    paragraph = made.find(f".//{T}p")
    written = etree.tostring(paragraph, encoding="unicode").partition(">")[2].rpartition("</p>")[0]
    expected = TAGS.get(said) or TAGS[said.replace("\\", "\\\\")]
    assert written.partition("<pb")[2].partition("/>")[2] == expected


def _told(tmp_path: Path, words: str, said: str) -> tuple[str, str]:
    """The words of a line with tags, and what was said."""
    source = page(region("a", line(words, f'custom="{said}"')))
    (tmp_path / "a.xml").write_text(source, encoding="utf-8")
    made = Import(tmp_path / "a.xml")
    data = made.tei("made", "made.xml")
    assert GRAMMAR.validate(data) == []
    found = [each.message for each in made.findings if each.code != "import-prompt"]
    text = etree.fromstring(data).find(f"{T}text")
    return " ".join(tei_words(text)), "\n".join(found)


@pytest.mark.parametrize(
    ("said", "words", "told"),
    [
        ("speech {offset:0; length:3;}", "Ida ... Holm", "tag “speech”"),
        (
            "person {offset:0; length:7;} place {offset:4; length:8;}",
            "Ida ... Holm",
            "crosses another",
        ),
        ("person {offset:0; length:3; notice:x;}", "Ida ... Holm", "property “notice”"),
        ("gap {offset:3; length:0; reason:mice;}", "Ida ... Holm", "property “reason”"),
        ("supplied {offset:0; length:3;}", "Ida ... Holm", "tag “supplied”"),
        ("gap {offset:4; length:3;}", "Ida Holm", "in the place of its signs"),
        ("gap {offset:8; length:4;}", "Ida ... Holm", "<unclear>, since it has words"),
        ("person {offset:0; length:3; continued:true;}", "Ida ... Holm", "goes on in another line"),
        ("person {offset:90; length:3;}", "Ida ... Holm", "tag “person”"),
    ],
)
def test_what_a_tag_says_and_tei_does_not_is_told(
    said: str, words: str, told: str, tmp_path: Path
) -> None:
    found, message = _told(tmp_path, "Ida ... Holm", said)
    assert found == words and told in message
