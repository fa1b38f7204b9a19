"""The pages of an edition of many documents: tables in every order, calendar, neighbours."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from tests.building import build, warm_saxon
from tests.conftest import slow
from tests.html.pages import Page, broken_links, built
from tests.html.test_browser import _checked, _node
from variorum.build.neighbours import neighbours
from variorum.model.modeller import Modeller
from variorum.model.summary import read_summary
from variorum.outputs.output import driver
from variorum.outputs.renderer import Renderer
from variorum.source import Edition

COUNT = 2_000
PER_PAGE = 200
COLUMNS = ("date", "title", "sender", "receiver", "place", "kind")
FIRST = date(1899, 11, 2)

Pages = dict[str, Any]


def _summary(number: int) -> str:
    """A letter of every second day; of two on one day; the last ones without a date."""
    day = FIRST + timedelta(days=number - number % 2)
    dated = f'from="{day}"' if number < COUNT - 3 else ""
    sender = ("Ärmel, Zoë", "Zech, Anna", "arnold, Bo")[number % 3]
    return (
        f'<v:document xmlns:v="urn:variorum:model" id="letter{number}" language="en"'
        f' kind="letter" {dated}><v:title>{sender} letter {number}</v:title>'
        f"<v:sender>{sender}</v:sender><v:receiver>R{number % 300}</v:receiver>"
        "<v:place>Vienna</v:place></v:document>"
    )


def _pages(summaries: list[str]) -> Pages:
    edition = Edition(Path(), ())
    renderer = Renderer(Modeller(warm_saxon(), edition), ("html",), frozenset(["html", "assets"]))
    made = renderer.pages(driver("html"), "site", [read_summary(xml) for xml in summaries])
    return {name: html.document_fromstring(page) for name, page in made.items()}


@pytest.fixture(scope="module")
def pages() -> Pages:
    return _pages([_summary(number) for number in range(COUNT)])


def _rows(pages: Pages, column: str) -> list[Any]:
    names = [f"documents/{column}.html"]
    names += [f"documents/{column}-{number}.html" for number in range(2, COUNT // PER_PAGE + 1)]
    assert all(name in pages for name in names)
    return [row for name in names for row in pages[name].iterfind(".//tbody/tr")]


@pytest.mark.parametrize("column", COLUMNS)
def test_each_table_has_every_document_once(pages: Pages, column: str) -> None:
    rows = Counter(row.get("id") for row in _rows(pages, column))
    assert rows == Counter(f"document-letter{number}" for number in range(COUNT))


def test_no_page_is_longer_than_a_reader_can_use(pages: Pages) -> None:
    assert max(len(page.findall(".//tbody/tr")) for page in pages.values()) == PER_PAGE


def test_rows_stand_in_their_order_and_those_without_a_value_last(pages: Pages) -> None:
    numbers = [int(row.get("id").removeprefix("document-letter")) for row in _rows(pages, "date")]
    assert all(left // 2 <= right // 2 for left, right in pairwise(numbers[:-3]))
    assert sorted(numbers[-3:]) == [COUNT - 3, COUNT - 2, COUNT - 1]
    senders = [row[2].text_content() for row in _rows(pages, "sender")]
    assert list(dict.fromkeys(senders)) == ["Ärmel, Zoë", "arnold, Bo", "Zech, Anna"]


def test_years_before_the_era_come_first_the_earliest_before_the_others() -> None:
    def dated(name: str, day: str) -> str:
        return re.sub(r'id="\w+"(.*?)from="[^"]*"', rf'id="{name}"\1from="{day}"', _summary(5))

    days = ("-0043", "-0044-03-15", "0009", "1899-01-01", "-0100")
    some = [dated(f"d{place}", day) for place, day in enumerate(days)]
    made = _pages([*some, *(_summary(number) for number in range(20))])
    rows = [row.get("id") for row in made["documents/date.html"].iterfind(".//tbody/tr")]
    assert rows[:5] == [f"document-d{place}" for place in (4, 1, 0, 2, 3)]


def test_numbers_in_titles_are_sorted_as_numbers(pages: Pages) -> None:
    titles = [row.find("th").text_content() for row in _rows(pages, "title")]
    of_one = [int(title.split()[-1]) for title in titles if title.startswith("arnold")]
    assert of_one == sorted(of_one) and len(of_one) > COUNT / 4


def test_the_start_page_has_the_table_where_there_is_room() -> None:
    made = _pages([_summary(number) for number in range(60)])
    start, by_date = made["index.html"], made["documents/date.html"]
    assert len(start.findall(".//tbody/tr")) == 60
    assert [row.text_content() for row in start.iterfind(".//tbody/tr")] == [
        row.text_content() for row in by_date.iterfind(".//tbody/tr")
    ]
    links = [*start.xpath("//tbody//a/@href"), *start.xpath("//thead//a/@href")]
    assert links[0] == "letter0.html" and links[-1] == "documents/kind.html"
    years = start.xpath("//nav[@class='groups']//a/@href")
    assert years and all(
        start.get_element_by_id(year.removeprefix("#")) is not None for year in years
    )


def test_every_link_leads_somewhere(pages: Pages) -> None:
    documents = {f"letter{number}.html" for number in range(COUNT)}
    for name, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), name
        for href in page.xpath("//a/@href"):
            target = urlsplit(href)
            path = (Path("/") / Path(name).parent / unquote(target.path)).resolve()
            file = path.relative_to("/").as_posix() if target.path else name
            assert file in pages or file in documents, (name, href)
            if target.fragment and file in pages:
                assert pages[file].xpath("//*[@id=$id]", id=unquote(target.fragment)), (name, href)


def test_the_calendar_has_each_day_in_its_week(pages: Pages) -> None:
    years = {f"documents/calendar-{year}.html" for year in range(1899, 1906)}
    assert years <= pages.keys()
    seen = 0
    for name in sorted(years):
        year = int(re.findall(r"\d+", name)[0])
        tables = pages[name].findall(".//table")
        assert len(tables) == 12
        for month, table in enumerate(tables, 1):
            cells = [
                (int(re.findall(r"\d+", cell.text_content())[0]), column)
                for row in table.iterfind(".//tbody/tr")
                for column, cell in enumerate(row)
                if cell.text_content().strip()
            ]
            for number, column in cells:
                assert date(year, month, number).weekday() == column
            following = date(year + month // 12, month % 12 + 1, 1)
            assert len(cells) == (following - date(year, month, 1)).days
            seen += len(table.findall(".//td/a"))
    assert seen == (COUNT - 2) // 2


def test_the_start_page_counts_and_leads_to_every_order(pages: Pages) -> None:
    start = pages["index.html"]
    words = " ".join(start.find(".//main").text_content().split())
    assert f"Documents: {COUNT}" in words and "2 November 1899" in words
    links = start.xpath("//nav[@class='orders']//a/@href")
    assert links == [f"documents/{column}.html" for column in (*COLUMNS, "calendar")]
    assert not start.xpath("//article[@class='document']")


def test_few_documents_are_told_one_by_one() -> None:
    made = _pages([_summary(number) for number in range(20)])
    assert not [name for name in made if name.startswith("documents/")]
    assert len(made["index.html"].xpath("//article[@class='document']")) == 20


_LETTER = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader><fileDesc><titleStmt>'
    "<title>Letter {id}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>"
    "</sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type='sent'>"
    "<persName>A</persName></correspAction><correspContext>{context}</correspContext>"
    "</correspDesc></profileDesc></teiHeader><text><body><p>{text}</p></body></text></TEI>"
)


_POINTERS = '<ref target="c.xml#spot">there</ref> and <ref target="c.xml#remark">noted</ref>'
_PLACES = '<hi xml:id="spot">here</hi><note xml:id="remark">A remark.</note>'


@pytest.fixture
def letters(tmp_path: Path) -> Edition:
    (tmp_path / "tei").mkdir()
    texts = {
        "a": ("", '<ref target="c.xml#p7">see C</ref>'),
        "b": ('<ref type="prev" target="../tei/a.xml">the one before</ref>', _POINTERS),
        "c": ('<ref type="next" target="nowhere.xml">lost</ref>', _PLACES),
    }
    for id_, (context, text) in texts.items():
        file = tmp_path / "tei" / f"{id_}.xml"
        file.write_text(_LETTER.format(id=id_, context=context, text=text), encoding="utf-8")
    return Edition.here(tmp_path)


def test_neighbours_are_found_by_order_and_by_pointers(letters: Edition) -> None:
    first, second, third = neighbours(letters.documents)
    assert (first.before, first.after, first.named) == ("", "b", {"c.xml": "c"})
    assert (second.before, second.after) == ("a", "c")
    assert second.named == {"../tei/a.xml": "a", "c.xml": "c"}
    assert (first.places, third.places) == ({}, {})
    assert second.places == {"c.xml#spot": "spot", "c.xml#remark": "remark"}
    assert (third.before, third.after, third.named) == ("b", "", {})


def test_pages_lead_to_their_neighbours(letters: Edition) -> None:
    build(letters, letters.root / "output", ("html",), saxon=warm_saxon())
    page = {name: Page(letters.root / "output" / "html" / f"{name}.html") for name in "abc"}
    assert page["b"].only("//a[@rel='prev']").get("href") == "a.html"
    assert page["b"].only("//a[@rel='next']").get("href") == "c.html"
    assert not page["a"].root.xpath("//a[@rel='prev']")
    assert page["a"].only("//article//a[.='see C']").get("href") == "c.html"
    assert page["b"].only("//dd/a[.='the one before']").get("href") == "a.html"
    for words, place in {"there": "spot", "noted": "remark"}.items():
        assert page["b"].only(f"//article//a[.='{words}']").get("href") == f"c.html#{place}"
        assert page["c"].root.xpath(f"//*[@id='{place}']")
    assert "lost" in page["c"].words("//header[@class='title']")
    assert not page["c"].root.xpath("//a[contains(@href, 'nowhere')]")


def test_a_name_with_an_id_of_its_own_is_found_by_it_and_by_the_register(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    named = (
        '<persName xml:id="first" ref="#lind">Ada</persName>, <persName ref="#lind">she</persName>'
        ' and <placeName xml:id="town" ref="#wien">the town of <persName xml:id="within"'
        ' ref="#lind">Lind</persName></placeName>; <ref target="#first">above</ref>'
        '<note xml:id="told" source="#lind">Told by her.</note>'
    )
    links = "".join(
        f'<ref target="a.xml#{id_}">{id_}</ref>' for id_ in ("first", "town", "within", "told")
    )
    register = (
        '<standOff><listPerson><person xml:id="lind"><persName>Ada Lind</persName></person>'
        '</listPerson><listPlace><place xml:id="wien"><placeName>Wien</placeName></place>'
        "</listPlace></standOff>"
    )
    for id_, text in (("a", named), ("b", links)):
        xml = _LETTER.format(id=id_, context="", text=text)
        if id_ == "a":
            xml = xml.replace("</TEI>", f"{register}</TEI>")
        (tmp_path / "tei" / f"{id_}.xml").write_text(xml, encoding="utf-8")
    pages = built(Edition.here(tmp_path), tmp_path / "output")
    first = pages["a.html"].only("//a[@id='first']")
    assert first.get("class") == "name"
    assert str(first.get("href")).startswith("register/person.html#")
    assert pages["a.html"].only("//a[.='above']").get("href") == "#first"
    assert pages["b.html"].root.xpath("//article//a[@class='ref']/@href") == [
        "a.html#first",
        "a.html#town",
        "a.html#within",
        "a.html#told",
    ]
    mentions = pages["register/person.html"].root.xpath("//ol//a/@href")
    assert mentions == [
        "../a.html#first",
        "../a.html#mention-2",
        "../a.html#within",
        "../a.html#mention-5",
    ]
    assert not list(broken_links(pages.values()))


def _written(folder: Path, *pages: str) -> list[Path]:
    """Some pages of an edition of 230 letters, each of which has its own style and script."""
    edition = Edition(Path(), ())
    renderer = Renderer(Modeller(warm_saxon(), edition), ("html",), frozenset(["html"]))
    summaries = [read_summary(_summary(number)) for number in range(230)]
    made = renderer.pages(driver("html"), "site", summaries)
    files = []
    for name in pages:
        files.append(folder / f"{name.replace('/', '-')}.html")
        files[-1].write_text(made[f"{name}.html"], encoding="utf-8")
    return files


def test_a_script_narrows_a_table(tmp_path: Path) -> None:
    (file,) = _written(tmp_path, "documents/sender")
    report = _node("filter.mjs", file, said="zoe letter 99")
    assert report["fields"] == 0  # without a script
    (shown,) = report["shown"]
    assert shown["label"] == "Only rows of this page with the words"
    texts = {row.get("id"): row.text_content() for row in Page(file).root.iterfind(".//tbody/tr")}
    wanted = [row for row, text in texts.items() if "Zoë" in text and "99" in text]
    assert shown["rows"] == wanted and 0 < len(wanted) < len(texts)
    assert shown["count"] == f"Documents: {len(wanted)}"


def test_tables_and_calendar_stand_in_no_ones_way(tmp_path: Path) -> None:
    slow()
    some = ("index", "documents/date", "documents/receiver-2", "documents/calendar-1900")
    files = _written(tmp_path, *some)
    # the checker knows no property of the style in these pages that is newer than itself
    assert [fault for fault in _checked(*files) if " CSS: " not in fault] == []
    assert _node("check.mjs", *files) == []
    assert _node("keys.mjs", *files) == []
