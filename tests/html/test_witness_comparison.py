"""Pages of several witnesses: differences marked, any two compared, with a script and without."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.building import InMemory
from tests.conftest import ROOT, SLOW, sample, shared, slow
from tests.html.many import ENTRIES, WITNESSES, many
from tests.html.pages import Page, broken_links, built, reading
from tests.html.test_browser import _checked, _node
from variorum.outputs.assets import lean, style
from variorum.outputs.html import HTML
from variorum.source import Edition

CASES = ROOT / "tests" / "cases" / "apparatus"
METHODS = ("internal", "external", "located")
CALPURNIUS = "sjhuskey__Calpurnius_Siculus__editio.xml"

Pages = dict[str, Page]


def _built(source: Path, output: Path) -> Pages:
    return built(Edition.of([source], source.parent), output)


def _of_documents(pages: Pages) -> Pages:
    """The pages but that of the search, which has a script and a form of its own."""
    return {name: page for name, page in pages.items() if name != "search/index.html"}


def _with_witnesses(number: int, folder: Path) -> Path:
    """Our own text with copies of its witnesses, so many in all."""
    text = (CASES / "parallel.xml").read_text(encoding="utf-8")
    copies = [f"{siglum}{copy}" for copy in range(1, 9) for siglum in "ABCDEF"][: number - 6]

    def more(match: re.Match[str]) -> str:
        named = re.findall(r"\b([A-F]|g)\b", match[0])
        return (
            'wit="'
            + " ".join(
                f"#{witness}"
                for siglum in named
                for witness in (siglum, *(copy for copy in copies if copy[0] == siglum))
            )
            + '"'
        )

    added = "".join(f'<witness xml:id="{copy}">A copy of {copy[0]}</witness>' for copy in copies)
    text = re.sub(r'wit="[^"]*"', more, text)
    text = text.replace("</listWit>\n        <listBibl>", f"{added}</listWit><listBibl>")
    file = folder / f"ferry{number}.xml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return _built(CASES / "parallel.xml", tmp_path_factory.mktemp("ferry"))


@pytest.fixture(scope="module")
def report(pages: Pages) -> dict[str, Any]:
    found: dict[str, Any] = _node("choose-texts.mjs", pages["ferry.html"].path)
    return found


def _words(text: str) -> str:
    """Without white space and the mark between blocks of a reading."""
    return re.sub(r"\s|\|", "", text)


def _spaced(text: str) -> list[str]:
    """The words, however they are divided into lines and blocks."""
    return re.sub(r"[\s|]+", " ", text).split()


def test_a_witness_page_marks_where_it_differs(pages: Pages) -> None:
    page = pages["ferry.F.html"]
    marked = page.root.xpath("//article//*[contains(@class, 'differs')]")
    assert "Hal the smith" in [mark.text_content() for mark in marked]
    assert "Orrin" not in [mark.text_content() for mark in marked]
    omissions = [mark for mark in marked if "omission" in mark.get("class")]
    assert omissions and all(mark.text_content() == "om." for mark in omissions)
    (link,) = page.root.xpath("//p[@class='differences']/a")
    assert link.text_content().endswith(f": {len(marked)}")
    assert link.get("href") == "#app-1-reference"
    assert "text-decoration: underline double" in style()


def test_every_link_leads_somewhere(pages: Pages) -> None:
    assert not list(broken_links(pages.values()))


def test_two_frames_show_any_two_texts(pages: Pages) -> None:
    page = pages["ferry.compare.html"]
    frames = {frame.get("name"): frame for frame in page.root.xpath("//iframe")}
    assert set(frames) == {"left", "right"}
    for name, frame in frames.items():
        assert frame.get("title")
        targets = page.root.xpath(f"//a[@target='{name}']/@href")
        texts = ["ferry.html", *(f"ferry.{siglum}.html" for siglum in "ABCDEF")]
        assert targets == [f"{text}#edition-text" for text in texts]
        assert frame.get("src") in texts
    assert not page.scripts


def test_the_frames_load_under_the_policy_of_their_page(pages: Pages) -> None:
    slow()
    page = pages["ferry.compare.html"]
    report = _node("frames.mjs", page.path)
    names = [report[when][side]["name"] for when in report for side in ("left", "right")]
    assert names == ["Reading text", *(f"Text of {siglum}, unedited" for siglum in "ABC")]
    assert all(frame["words"] > 800 for frames in report.values() for frame in frames.values())


def test_two_texts_in_frames_are_scrolled_together(pages: Pages) -> None:
    slow()
    first, then = _node("together.mjs", pages["ferry.compare.html"].path)
    assert first["places"][0] == first["places"][1] == "p-2"
    assert then["places"][0] == then["places"][1] == "p-1"
    assert min(first["scrolled"]) > 500 > max(then["scrolled"])
    assert first["bars"] == [0, 0]


def test_only_the_reading_page_has_the_script_and_allows_no_other(pages: Pages) -> None:
    assert [name for name, page in _of_documents(pages).items() if page.scripts] == ["ferry.html"]
    page = pages["ferry.html"]
    (element,) = page.scripts
    script = page.path.parent / element.get("src")
    assert script.read_bytes() == lean(ROOT / "xslt" / "assets" / "variorum.js")
    policy = page.only("//meta[@http-equiv]").get("content")
    assert f"script-src 'nonce-{element.get('nonce')}'" in policy
    assert page.only("//form").get("hidden") is not None


def test_the_conspectus_has_groups_texts_entries_and_sections(pages: Pages) -> None:
    page = pages["ferry.html"]
    members = page.root.xpath("//div[@id='witness-g']//div/@id")
    assert members == ["witness-C", "witness-D"]
    entries = page.only("//div[@id='witness-E']//a[@data-witness='E']")
    assert page.only(f"//li[@id='{entries.get('href')[1:]}']") is not None
    assert page.root.xpath("//li//a[@class='siglum'][.='g']/@href")[0] == "#witness-g"
    assert pages["ferry.C.html"].root.xpath("//a[@href='ferry.html#witness-C']")
    present = page.root.xpath("//dl[@class='presence']/div[2]/dd/a/text()")
    assert present == list("ABCDF")


def test_one_witness_is_not_compared(tmp_path: Path) -> None:
    case = Path(__file__).parent / "cases" / "letter"
    pages = _of_documents(_built(case, tmp_path))
    assert not [page for page in pages.values() if page.scripts or page.root.xpath("//form")]
    assert not [name for name in pages if "compare" in name]


def test_each_text_in_place_is_that_of_its_own_page(pages: Pages, report: dict[str, Any]) -> None:
    _assert_same_texts(pages, report)


@SLOW
@pytest.mark.parametrize("method", METHODS)
def test_so_it_is_in_another_method(method: str, tmp_path: Path) -> None:
    pages = _built(CASES / f"{method}.xml", tmp_path)
    _assert_same_texts(pages, _node("choose-texts.mjs", pages["ferry.html"].path))


def _assert_same_texts(pages: Pages, report: dict[str, Any]) -> None:
    assert set(report["shown"]) == {"", *"ABCDEF"}
    for siglum, shown in report["shown"].items():
        static = pages[f"ferry.{siglum}.html" if siglum else "ferry.html"]
        assert _words(shown["text"]).translate(_STRAIGHT) == _words(reading(static))
        assert _spaced(shown["seen"]) == _spaced(shown["own"])


@pytest.mark.parametrize(
    "case",
    sample(
        [
            CASES / "overlapping.xml",
            ROOT / "tests" / "model" / "cases" / "located.xml",
            ROOT / "tests" / "model" / "cases" / "lines-of-an-inscription.xml",
        ]
    ),
    ids=lambda case: case.stem,
)
def test_entries_that_overlap_or_hold_letters_are_set_in_place(case: Path, tmp_path: Path) -> None:
    pages = _of_documents(_built(case, tmp_path))
    (page,) = [page for page in pages.values() if page.scripts]
    report = _node("choose-texts.mjs", page.path)
    assert len(report["shown"]) > 2
    for shown in report["shown"].values():
        assert _spaced(shown["seen"]) == _spaced(shown["own"])


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def test_texts_come_and_go_without_a_trace(report: dict[str, Any]) -> None:
    first, again = report["shown"][""], report["again"]
    assert report["requests"] == []
    assert again["text"] == first["text"] and again["ids"] == first["ids"]
    assert first["differences"] == first["marked"] == again["differences"] == 0
    assert report["shown"]["B"]["differences"] > 30


def test_the_choice_is_kept_in_the_address(report: dict[str, Any]) -> None:
    states = report["address"]
    assert states["loaded"]["differences"] > 30
    assert states["turned"]["hash"] == "#text=B&with=A"
    assert states["back"]["hash"] == "#text=A&with=B"
    assert states["back"]["text"] == states["loaded"]["text"] != states["turned"]["text"]
    assert states["turned"]["differences"] == states["loaded"]["differences"]
    filtered = states["filtered"]
    assert states["first"] not in filtered["entries"]
    assert f"{len(filtered['entries'])} of " in filtered["status"]
    assert states["first"] in states["revealed"]["entries"]


def test_all_of_a_witness_is_reached_by_keyboard(pages: Pages) -> None:
    slow()
    assert _node("keys.mjs", pages["ferry.C.html"].path) == []


def test_all_is_reached_by_keyboard_where_texts_are_compared(pages: Pages) -> None:
    slow()
    some = ("ferry.html", "ferry.compare.html")
    assert _node("keys.mjs", *(pages[name].path for name in some)) == []


def test_all_is_done_by_keyboard(report: dict[str, Any]) -> None:
    keyboard = report["keyboard"]
    assert keyboard["chosen"]["hash"] == "#with=B"
    assert keyboard["stops"] == ["witness", "kind", "previous", "next"]
    assert keyboard["at"]["seen"] and "other" in keyboard["at"]["className"]


@pytest.mark.parametrize("number", [6, 14, 40])
def test_pages_of_many_witnesses_are_valid_and_accessible(number: int, tmp_path: Path) -> None:
    slow()
    pages = _built(_with_witnesses(number, tmp_path), tmp_path / "output")
    some = [pages[name].path for name in ("ferry.html", "ferry.C.html", "ferry.compare.html")]
    assert not [found for found in _checked(*some) if not _FRAME_OF_A_FILE.search(found)]
    assert _node("check.mjs", *some) == []


# The checker knows no source but http and https for a frame: it says so of any page opened from a
# folder. test_the_frames_load_under_the_policy_of_their_page shows that they load.
_FRAME_OF_A_FILE = re.compile(r"compare\.html .*: frame “[\w.]+” blocked by “frame-src”")


def _large(file: Path, folder: Path) -> Path:
    """The page of the reading text of a document of many witnesses, without their own pages."""
    edition = Edition.of([file], file.parent)
    page = folder / "large.html"
    page.write_text(
        InMemory(edition, ("html",), self_contained=True).rendered(HTML), encoding="utf-8"
    )
    return page


def _switched(page: Path) -> dict[str, Any]:
    """What switches show, once those of each field take less time than laying out the page once.

    A machine of any speed can be held to that, and a page that lays out on each switch what is out
    of sight cannot keep it.
    """
    rounds = []
    for _ in range(3):  # another process can hold up a frame, but not half of those of a field
        report: dict[str, Any] = _node("switch.mjs", page)
        switches: dict[str, Any] = report["switches"]
        slowest = max(median(switch["time"] for switch in made) for made in switches.values())
        if slowest < report["layout"]:
            return switches
        rounds.append((slowest, report["layout"]))
    pytest.fail(f"the slowest switch and the layout of the page took, in ms: {rounds}")


@SLOW
@pytest.mark.alone
def test_a_switch_among_many_witnesses_is_shown_in_a_moment(tmp_path: Path) -> None:
    page = _large(many(tmp_path), tmp_path)
    text = page.read_text(encoding="utf-8")
    assert text.count("data-kind=") == ENTRIES
    assert text.count(' id="witness-W') == WITNESSES
    report = _switched(page)
    for switches in report.values():
        assert len({switch["chosen"] for switch in switches}) == len(switches) > 1
    assert all(switch["differences"] > 900 for switch in report["first"] + report["second"])
    assert all(switch["entries"] < ENTRIES / 2 for switch in report["filtered"] + report["witness"])


@SLOW
@pytest.mark.alone
def test_a_switch_in_verse_is_shown_in_a_moment(tmp_path: Path) -> None:
    page = _large(shared("corpora") / CALPURNIUS, tmp_path)
    assert max(switch["differences"] for switch in _switched(page)["text"]) > 500


def test_a_paragraph_leads_to_the_texts_that_have_it(tmp_path: Path) -> None:
    body = (
        '<div><p>Gallia <app><lem wit="#A">est</lem><rdg wit="#B">erat</rdg></app>.</p>'
        '<app><lem wit="#A"><p>Omitted.</p></lem><rdg wit="#B"/></app>'
        '<app><lem wit="#A"><p>One.</p></lem><rdg wit="#B"><p>Two.</p><p>Three.</p></rdg></app>'
        "</div>"
        '<div type="translation" xml:lang="en"><p>Gaul is.</p></div>'
    )
    file = tmp_path / "gaul.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Gaul</title>'
        "</titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><listWit>"
        '<witness xml:id="A">one</witness><witness xml:id="B">two</witness></listWit></sourceDesc>'
        f'</fileDesc></teiHeader><text xml:lang="la"><body>{body}</body></text></TEI>'
    )
    pages = _built(file, tmp_path / "output")
    numbers = pages["gaul.html"].root.xpath("//p[@class='number']")
    texts = [[link.text for link in number.xpath("a[@class='parallel']")] for number in numbers]
    assert texts == [["A", "B"], ["A"], ["A"], []]
    assert not list(broken_links(pages.values()))
