"""The pages of the registers: kinds and letters, relations, company, dates, places, addresses."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import slow
from tests.html.pages import Page, broken_links, built
from tests.html.test_browser import _checked, _node
from variorum.source import Edition

ATLAS = Path(__file__).parent / "atlas"
Pages = dict[str, Page]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return built(Edition.of([ATLAS], ATLAS), tmp_path_factory.mktemp("atlas"))


def _rows(page: Page) -> list[list[str]]:
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.root.xpath("//tbody/tr")
    ]


def test_each_kind_has_a_page(pages: Pages) -> None:
    assert {name for name in pages if name.startswith("register/")} == {
        f"register/{name}.html" for name in ("event", "index", "map", "person", "place", "timeline")
    }
    assert not list(broken_links(pages.values()))


def test_an_address_has_an_entry_of_its_own(pages: Pages) -> None:
    links = pages["letter.html"].root.xpath("//article//a[text()='Goethe' or text()='he']/@href")
    assert links == ["register/person.html#https://d-nb.info/gnd/118540238"] * 2
    entry = pages["register/person.html"].only("//section[h2 or .//h2][contains(@id, 'd-nb')]")
    assert entry.xpath(".//p[@class='records']/a/text()") == ["GND 118540238", "VIAF 24602065"]
    assert entry.xpath(".//ol//a/@href") == ["../letter.html#p1", "../letter.html#p2"]
    assert pages["register/place.html"].root.xpath("//h2//span[text()='Weimar']")


def test_several_references_are_several_links_and_no_word(pages: Pages) -> None:
    page = pages["letter.html"]
    links = page.root.xpath("//p[@id='p2']//a/@href")
    assert links[:2] == ["register/person.html#caesar", "register/person.html#brutus"]
    assert page.words("//p[@id='p2']") == "The two met again, and so did he."


def test_a_mutual_relation_names_the_others_alone(tmp_path: Path) -> None:
    """Those in a mutual relation are alike (TEI P5 13.3.2.3); other relations have two ends."""
    people = "".join(
        f'<person xml:id="{name.lower()}"><persName>{name}</persName></person>'
        for name in ("Ada", "Bo", "Cy")
    )
    relations = (
        '<relation name="sibling" mutual="#ada #bo #cy"/>'
        '<relation name="teaches" active="#ada" passive="#bo #cy"/>'
    )
    (tmp_path / "one.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one" xml:lang="en"><teiHeader><fileDesc>'
        "<titleStmt><title>One</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>"
        "<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>"
        f"{people}<listRelation>{relations}</listRelation></listPerson></standOff><text><body><p>"
        '<persName ref="#ada">A</persName> <persName ref="#bo">B</persName> '
        '<persName ref="#cy">C</persName></p></body></text></TEI>',
        encoding="utf-8",
    )
    page = built(Edition.of([tmp_path / "one.xml"], tmp_path), tmp_path / "out")[
        "register/person.html"
    ]
    told = {
        entry.get("id").rpartition(".")[2]: [
            each.text_content()
            for each in entry.xpath(".//dt[text()='Relations']/following-sibling::dd")
        ]
        for entry in page.root.xpath("//section[contains(@id, 'one.')]")
    }
    assert told == {
        "ada": ["sibling: Bo; Cy", "teaches: Ada → Bo; Cy"],
        "bo": ["sibling: Ada; Cy", "teaches: Ada → Bo; Cy"],
        "cy": ["sibling: Ada; Bo", "teaches: Ada → Bo; Cy"],
    }


def test_names_are_set_with_typographic_marks_wherever_a_page_has_them(tmp_path: Path) -> None:
    people = "".join(
        f'<person xml:id="{name}"><persName>{name.title()} d\'Este</persName></person>'
        for name in ("ada", "bo")
    )
    action = "<correspAction type='{}'><name>Cy d'Este</name></correspAction>"
    (tmp_path / "one.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one" xml:lang="en"><teiHeader><fileDesc>'
        "<titleStmt><title>One</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>"
        "<sourceDesc><p>None.</p></sourceDesc></fileDesc><profileDesc><correspDesc>"
        f"{action.format('sent')}{action.format('received')}</correspDesc></profileDesc>"
        f"</teiHeader><standOff><listPerson>{people}<listRelation><relation name='sibling' "
        "mutual='#ada #bo'/></listRelation></listPerson></standOff><text><body><p>"
        "<persName ref='#ada'>Ada d'Este</persName> and <persName ref='#bo'>Bo d'Este</persName>"
        "</p></body></text></TEI>",
        encoding="utf-8",
    )
    pages = built(Edition.of([tmp_path], tmp_path), tmp_path / "output")
    for name in ("index.html", "register/index.html", "register/person.html"):
        words = pages[name].words("//main")
        assert "d’Este" in words and "d'Este" not in words, name


def test_what_many_documents_mention_does_not_push_the_other_entries_away(tmp_path: Path) -> None:
    header = (
        "<teiHeader><fileDesc><titleStmt><title>One</title></titleStmt><publicationStmt><p>None.</p>"
        "</publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>"
    )
    for n in range(31):
        words = "<name ref='register.xml#ada'>A</name>"
        words += "<name ref='register.xml#bo'>B</name>" if n in (0, 30) else ""
        (tmp_path / f"d{n:02}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}<text><body><p>So '
            f"{words}.</p></body></text></TEI>",
            encoding="utf-8",
        )
    people = "".join(
        f'<person xml:id="{name.lower()}"><persName>{name}</persName></person>'
        for name in ("Ada", "Bo")
    )
    (tmp_path / "register.xml").write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}<standOff><listPerson>'
        f"{people}</listPerson></standOff></TEI>",
        encoding="utf-8",
    )
    pages = built(Edition.of([tmp_path], tmp_path), tmp_path / "output")
    many, few = (
        pages["register/person.html"].only(f"//section[@id='{name}']") for name in ("ada", "bo")
    )
    assert len(many.xpath("div[@class='occurrences']")) == 20
    (further,) = many.xpath("details[@class='further']")
    assert len(further.xpath("div[@class='occurrences']")) == 11
    assert further.xpath("string(summary)") == "all 31"
    assert len(few.xpath("div[@class='occurrences']")) == 2
    assert not few.xpath("details[@class='further']")


def test_relations_and_company_are_linked(pages: Pages) -> None:
    entry = pages["register/person.html"].only("//section[@id='brutus']")
    (relation,) = entry.xpath(".//dt[text()='Relations']/following-sibling::dd")
    assert relation.text_content() == "betrays: Brutus → Iulius, Gaius"
    assert relation.xpath(".//a/@href") == ["person.html#caesar"]
    company = [" ".join(each.text_content().split()) for each in entry.xpath(".//li[..//span]")]
    assert company[:2] == ["Goethe 2", "Iulius, Gaius 2"]


def test_dates_are_as_people_read_them(pages: Pages) -> None:
    assert _rows(pages["register/timeline.html"]) == [
        ["49 BC – 45 BC", "Civil War"],
        ["15 March 44 BC", "Ides of March"],
        ["not before 27 BC (?)", "Principate"],
    ]


def test_what_is_drawn_is_in_the_table(pages: Pages) -> None:
    for name, drawn in (("timeline", 3), ("map", 5)):
        page = pages[f"register/{name}.html"]
        things = page.root.xpath("//*[local-name()='g'][@class='thing']/*[local-name()='text']")
        names = {thing.text_content() for thing in things}
        assert len(things) == drawn and names == {
            row[-1 if name == "timeline" else 0] for row in _rows(page)
        }
        assert page.root.xpath("//*[local-name()='svg']/*[local-name()='title']/text()")


@pytest.mark.parametrize(("events", "scales"), [(12, 1), (13, 2)])
def test_a_drawing_taller_than_a_screen_has_its_scale_above_and_below(
    events: int, scales: int, tmp_path: Path
) -> None:
    told = "".join(
        f'<event xml:id="e{n}" when="18{n:02}"><label>Event {n}</label></event>'
        for n in range(events)
    )
    (tmp_path / "one.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        "<title>One</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc>"
        "<p>None.</p></sourceDesc></fileDesc></teiHeader><standOff><listEvent>"
        f"{told}</listEvent></standOff><text><body><p><name ref='#e1'>It</name> was.</p></body>"
        "</text></TEI>",
        encoding="utf-8",
    )
    page = built(Edition.of([tmp_path], tmp_path), tmp_path / "output")["register/timeline.html"]
    years = page.root.xpath("//*[@class='scale']/*[local-name()='text']/text()")
    assert years.count("1806") == scales
    things = page.root.xpath("//*[@class='thing']/*[local-name()='rect']/@y")
    assert float(things[0]) > 30 * (scales - 1)


def test_places_have_their_coordinates(pages: Pages) -> None:
    rows = _rows(pages["register/map.html"])
    assert ["Paris", "48.85° N", "2.35° E"] in rows and len(rows) == 5


def _many(folder: Path, number: int) -> Path:
    """A register of so many persons, of four letters and two scripts, and a text that names one."""
    names = [f"{'ABÉЖ'[count % 4]}nna {count:03}" for count in range(number)]
    persons = "".join(
        f'<person xml:id="p{count}"><persName>{name}</persName></person>'
        for count, name in enumerate(names)
    )
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Many</title></titleStmt><publicationStmt>"
        "<p>Invented.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>"
    )
    tei = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{}">' + header + "{}</TEI>"
    text = '<text><body><p><name ref="register.xml#p2">Anna</name></p></body></text>'
    listed = f"<standOff><listPerson>{persons}</listPerson></standOff>"
    (folder / "register.xml").write_text(tei.format("register", listed), encoding="utf-8")
    (folder / "text.xml").write_text(tei.format("text", text), encoding="utf-8")
    return folder


def test_above_a_size_each_letter_has_a_page(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    folder = _many(tmp_path / "tei", 1_000)
    pages = built(Edition.of([folder], folder), tmp_path / "output")
    letters = {name.removeprefix("register/person-") for name in pages if "person-" in name}
    assert letters == {
        f"{name}.html" for letter in ("a", "b", "e", "1046") for name in (letter, f"{letter}-2")
    }
    assert pages["text.html"].root.xpath("//article//a/@href")[1:] == ["register/person.html#p2"]
    row = pages["register/person.html"].only("//li[@id='p2']")
    assert row.xpath("a/@href") == ["person-e.html#p2"]
    assert pages["register/person-e.html"].root.xpath("//section[@id='p2']")
    assert not list(broken_links(pages.values()))


def test_the_pages_stand_in_no_ones_way(pages: Pages) -> None:
    files = [page.path for name, page in pages.items() if name.startswith("register/")]
    assert not _checked(*files, warnings=False)
    slow()
    assert _node("check.mjs", *files) == []
    assert _node("keys.mjs", *files) == []


def test_no_name_on_the_map_stands_over_another_or_over_a_point(tmp_path: Path) -> None:
    folder = tmp_path / "tei"
    shutil.copytree(ATLAS, folder)
    crowd = "".join(
        f'<place xml:id="near{n}"><placeName>Suburb {n}</placeName>'
        f"<location><geo>48.{20 + n} 16.{30 + 2 * n}</geo></location></place>"
        for n in range(30)
    )
    register = folder / "register.xml"
    told = register.read_text(encoding="utf-8")
    register.write_text(told.replace('<place xml:id="wien">', f'{crowd}<place xml:id="wien">'))
    drawing = built(Edition.of([folder], folder), tmp_path / "output")["register/map.html"]
    points = [
        (float(each.get("cx")), float(each.get("cy")))
        for each in drawing.root.xpath("//*[local-name()='circle']")
    ]
    names = drawing.root.xpath("//*[@class='thing']/*[local-name()='text']")
    assert len(points) == 35
    assert 5 <= len(names) < 20
    assert len(drawing.root.xpath("//*[@class='thing']/*[local-name()='title']")) == 35 - len(names)
    boxes = [_box(each) for each in names]
    for n, (left, right, y) in enumerate(boxes):
        assert not any(at < right and left < to and abs(v - y) < 16 for at, to, v in boxes[:n])
        assert not any(left < at < right and abs(v - y) < 3 for at, v in points)


def test_a_name_stands_at_the_left_where_there_is_no_room_at_the_right(tmp_path: Path) -> None:
    folder = tmp_path / "tei"
    shutil.copytree(ATLAS, folder)
    register = folder / "register.xml"
    told = register.read_text(encoding="utf-8")
    beside = "".join(
        f'<place xml:id="b{n}"><placeName>{name}</placeName><location><geo>48.2 {east}</geo>'
        "</location></place>"
        for n, (name, east) in enumerate((("Aaaaaaaaaaaaaaaaaaaaaa", 13.1), ("Next", 13.9)))
    )
    register.write_text(told.replace('<place xml:id="wien">', f'{beside}<place xml:id="wien">'))
    drawing = built(Edition.of([folder], folder), tmp_path / "output")["register/map.html"]
    (long,) = drawing.root.xpath("//*[local-name()='text'][starts-with(., 'Aaaa')]")
    assert long.get("text-anchor") == "end"


def _box(name: Any) -> tuple[float, float, float]:
    """Where a name stands, from left to right, and the height of its middle."""
    at, width = float(name.get("x")), 8 * len(name.text)
    left = at - width if name.get("text-anchor") == "end" else at
    return left, left + width, float(name.get("y")) - 5


def test_references_lead_to_entries_that_another_file_holds(tmp_path: Path) -> None:
    project = Path(__file__).parents[1] / "practice" / "projects" / "named-by-pointers"
    made = built(Edition.of([project], project), tmp_path)
    links = made["letter.html"].root.xpath("//article//p//a[starts-with(@href, 'register/')]")
    assert [(link.text_content(), link.get("href")) for link in links] == [
        ("Ann Lee", "register/person.html#ann"),
        ("Ulm", "register/place.html#ulm"),
        ("her friend", "register/person.html#bo"),
        ("Ann", "register/person.html#ann"),
    ]
    note = made["register/person.html"].only("//section[@id='ann']//*[@class='prose']")
    assert note.text_content() == "Lived in Ulm, near Bo."


def test_names_lead_to_entries_that_another_document_keeps(tmp_path: Path) -> None:
    project = Path(__file__).parents[1] / "practice" / "registers" / "of-another-document"
    made = built(Edition.of([project], project), tmp_path)
    links = made["letter.1.html"].root.xpath("//article//p//a[starts-with(@href, 'register/')]")
    assert [(link.text_content(), link.get("href")) for link in links] == [
        ("her", "register/person.html#history.of.all.ann"),
        ("my Ann", "register/person.html#letter.1.ann"),
        ("him", "register/person.html#history.of.all.tom"),
    ]
    entry = made["register/person.html"].only("//*[@id='history.of.all.ann']")
    mentions = entry.xpath(".//a[contains(@href, '#mention-')]/@href")
    assert {link.partition("#")[0] for link in mentions} == {
        "../letter.1.html",
        "../history.of.all.html",
    }
    assert list(broken_links(made.values())) == []
