"""The pages in a browser and before the HTML checker: nothing is found, everything works."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.building import build
from tests.conftest import ROOT, TEST_ALL, shared, slow, tool
from tests.html.pages import built
from tests.html.test_cases import CASES
from tests.runs import CHECKER_JAVA
from variorum.source import Edition

TOOLING = ROOT / "tests" / "browser"
STRANGERS = (
    "KONDE-AT__thun-data__suchecki-an-thun-1860-01-10-a3-xxi-d547.xml",
    "SCDH__seed-tei-transformations__Bisharah.tei.xml",
    "arthur-schnitzler__schnitzler-briefe-data__L01974.xml",
    "dracor-org__yidracor__rose-engshaft.xml",
    "TEIC__TEI__torture.xml",
)
PLAY = "dracor-org__rusdracor__krylov-amerikantsy.xml"
KINDS = ("index", "about", "person", "place", "timeline", "lukin-note", "lukin-note.cite")


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    pages = built(Edition.here(ROOT), tmp_path_factory.mktemp("note"))
    return [page.path for name, page in pages.items() if "guidelines" not in name]


@pytest.fixture
def some(note: list[Path]) -> list[Path]:
    """A page of each kind; all pages of the note under `VARIORUM_TEST_ALL=1`."""
    kinds = ("index.html", "lukin-note.html", "person.html")
    return [page for page in note if TEST_ALL or page.name in kinds]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The pages of all cases; those on citing and about editions are alike, and some are enough."""
    found = []
    for number, case in enumerate(CASES):
        output = tmp_path_factory.mktemp(case.name)
        pages = built(Edition.of([case], case), output)
        found += [
            page.path
            for name, page in pages.items()
            if number % 5 == 0 or not name.endswith((".cite.html", "about.html"))
        ]
    return found


def _installed(module: str) -> Path:
    """A package of the browser tests, which `npm install` in their folder brings."""
    folder = TOOLING / "node_modules" / module
    if not folder.is_dir():
        tool(f"npm package {module}")
    return folder


def _node(script: str, *pages: Path, said: str = "", option: str = "") -> Any:
    node, browser = tool("node"), tool("chromium")
    _installed("puppeteer-core")
    run = subprocess.run(
        [node, str(TOOLING / script), *filter(None, (option, *map(str, pages), said))],
        capture_output=True,
        check=False,
        env={"CHROMIUM": browser, "PATH": str(Path(node).parent), "HOME": str(pages[0].parent)},
        text=True,
        timeout=600,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def _checked(*pages: Path, warnings: bool = True) -> list[str]:
    jar = _installed("vnu-jar") / "build" / "dist" / "vnu.jar"
    options = ["--format", "json", *([] if warnings else ["--errors-only"])]
    run = subprocess.run(
        [tool("java"), *CHECKER_JAVA, "-jar", str(jar), *options, *map(str, pages)],
        capture_output=True,
        check=False,
        text=True,
        timeout=300,
    )
    return [
        f"{Path(found['url']).name} {found.get('lastLine')}: {found['message']}"
        for found in json.loads(run.stderr)["messages"]
    ]


def test_the_checker_finds_nothing(note: list[Path]) -> None:
    assert not _checked(*note)


def test_the_checker_finds_no_fault_in_the_cases(cases: list[Path]) -> None:
    assert not _checked(*cases, warnings=False)


def test_the_checker_would_find_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>t</title><p><div></div></p>")
    assert _checked(page)


def test_nothing_stands_in_anyones_way(some: list[Path]) -> None:
    assert _node("check.mjs", *some) == []


def test_every_size_and_scheme_with_scripts_and_without(note: list[Path], tmp_path: Path) -> None:
    """A play of many names that several persons share adds what the note does not have."""
    slow()
    play = shared("corpora") / PLAY
    pages = built(Edition.of([play], play.parent), tmp_path)
    (text,) = [page.path for name, page in pages.items() if name == "rus000041.html"]
    some = [page for page in note if page.stem in KINDS]
    assert len(some) >= len(KINDS)
    assert _node("check.mjs", *some, text, option="--all") == []


def test_nothing_stands_in_anyones_way_in_the_cases(cases: list[Path]) -> None:
    slow()
    assert _node("check.mjs", *cases) == []


def test_obstacles_and_requests_would_be_found(tmp_path: Path) -> None:
    slow()
    page = tmp_path / "page.html"
    page.write_text(
        "<!DOCTYPE html><html><title>t</title><link rel=stylesheet href=other.css>"
        "<p style='width:2000px;color:#ccc'>text</p><script>setTimeout(() => {"
        "document.body.prepend(document.createElement('hr'), document.createElement('hr'))}, 50)"
        "</script></html>"
    )
    rules = {found["rule"] for found in _node("check.mjs", page)}
    assert {"html-has-lang", "color-contrast", "request", "overflow", "layout-shift"} <= rules


def test_reading_with_keyboard_phone_and_desk(note: list[Path]) -> None:
    slow()
    (page,) = [path for path in note if path.name == "lukin-note.html"]
    report = _node("walk.mjs", page)
    keyboard = report["keyboard"]
    assert keyboard["first"]["className"] == "skip" and keyboard["first"]["onScreen"]
    assert keyboard["after"] == "edition-text" and keyboard["next"]
    assert keyboard["unreachable"] == 0
    assert all(step["there"]["moved"] < 100 for step in report["desk"])
    assert all(step["there"]["moved"] == 0 for step in report["scripted"])
    for step in report["phone"] + report["desk"] + report["scripted"]:
        assert step["there"]["seen"]
        assert step["back"]["seen"] and step["back"]["target"] == step["from"]
        assert abs(step["back"]["moved"] - step["there"]["moved"]) < 100


def test_cards_are_shown_where_they_are_wanted(note: list[Path]) -> None:
    """A card that comes late, or below a mouse that rests, would cover what is read."""
    slow()
    (page,) = [path for path in note if path.name == "lukin-note.html"]
    report = _node("cards.mjs", page)
    assert [move for move, shown in report.items() if shown] == ["focused", "hovered"]


def test_all_is_reached_and_seen_by_keyboard(some: list[Path]) -> None:
    """The page of the note has hundreds of places to reach, and so is walked among the slow."""
    pages = [page for page in some if TEST_ALL or page.name != "lukin-note.html"]
    assert _node("keys.mjs", *pages) == []


def test_guidelines_stand_in_no_ones_way(tmp_path: Path) -> None:
    slow()
    build(Edition.here(ROOT), tmp_path, ("html",), online=True)
    folder = tmp_path / "html" / "guidelines"
    pages = sorted(folder.glob("*.html"), key=lambda page: page.stat().st_size)
    some = [folder / "index.html", folder / "app.html", *pages[-3:]]
    shared_style = {"rule": "request", "detail": (folder / "g.css").as_uri()}
    found = [
        report for report in _node("check.mjs", *some) if not report.items() >= shared_style.items()
    ]
    assert found == []
    assert _node("keys.mjs", *some[:3]) == []


def test_what_a_keyboard_misses_would_be_found(tmp_path: Path) -> None:
    slow()
    page = tmp_path / "page.html"
    page.write_text(
        "<!DOCTYPE html><html lang=en><title>t</title><style>.plain:focus { outline: none }</style>"
        "<a href=#a class=plain>a</a><a href=#b tabindex=-1>b</a>"
        "<a href=#c style='position:absolute;left:-9999px'>c</a>"
        "<p style='position:relative'><a href=#d>d</a>"
        "<span style='position:absolute;inset:0;background:#fff'>over</span></p></html>"
    )
    faults = {found["fault"].split(" (")[0].split(" by ")[0] for found in _node("keys.mjs", page)}
    assert faults == {"no outline", "not reached", "out of sight", "covered"}


@pytest.mark.parametrize("name", STRANGERS)
def test_texts_by_others_are_valid_and_accessible(name: str, tmp_path: Path) -> None:
    slow()
    file = shared("corpora") / name
    pages = [page.path for page in built(Edition.of([file], file.parent), tmp_path).values()]
    assert not _checked(*pages, warnings=False)
    assert _node("check.mjs", *pages) == []
