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
