"""The style sheet and scripts of a site: shared files, or held by a page that stands alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import InMemory, build, warm_saxon
from tests.conftest import ROOT
from tests.html.pages import Page
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.outputs.assets import lean
from variorum.outputs.digest import digest
from variorum.outputs.html import HTML
from variorum.outputs.registry import outputs_of
from variorum.proof import Proof
from variorum.source import Edition

FERRY = ROOT / "tests" / "cases" / "apparatus" / "parallel.xml"
STYLE = lean(ROOT / "xslt" / "assets" / "variorum.css").decode()
PICTURES = ROOT / "tests" / "practice" / "projects" / "pictures"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("ferry")
    build(Edition.of([FERRY], FERRY.parent), output, ("html",))
    return output / "html"


def test_their_names_tell_what_they_hold(site: Path) -> None:
    files = sorted((site / "assets").iterdir())
    assert {file.suffix for file in files} == {".css", ".js"}
    for file in files:
        (digits,) = re.findall(r"-([0-9a-f]+)\.", file.name)
        assert digest(file.read_bytes()).startswith(digits)


def test_pages_of_every_depth_link_to_them(site: Path) -> None:
    pages = [Page(file) for file in site.rglob("*.html")]
    for page in pages:
        for address in page.root.xpath("//link[@rel='stylesheet']/@href | //script/@src"):
            assert (page.path.parent / address).is_file()
    assert any("search" in page.path.parts for page in pages)


def test_a_text_cannot_have_the_number_of_its_page_in_itself(tmp_path: Path) -> None:
    numbers = set()
    for words in ("one", "two"):
        text = FERRY.read_text(encoding="utf-8").replace("</title>", f" {words}</title>", 1)
        file = tmp_path / "ferry.xml"
        file.write_text(text, encoding="utf-8")
        page = InMemory(Edition.of([file], tmp_path), ("html",)).rendered(HTML)
        numbers.update(re.findall(r"'nonce-([\w-]{22})'", page))
    assert len(numbers) == 2


def test_a_page_that_stands_alone_needs_no_other_file(tmp_path: Path) -> None:
    outputs = outputs_of(("html",), self_contained=True)
    for case, name in ((FERRY, "ferry"), (PICTURES, "pictures")):
        edition = Edition.of([case], case if case.is_dir() else case.parent)
        made = run(plan(edition, outputs), tmp_path, Proof, saxon=warm_saxon())
        assert not [file for file in made.written if "assets" in file]
        page = Page(tmp_path / "html" / f"{name}.html")
        assert page.only("//style").text == STYLE
        assert not page.root.xpath("//link[@rel='stylesheet'] | //script[@src]")
        addresses = page.root.xpath("//img/@src")
        assert all(address.startswith("data:image/png;base64,") for address in addresses)
    assert addresses


def test_a_style_sheet_loses_only_comments_and_white_space() -> None:
    file = ROOT / "xslt" / "assets" / "variorum.css"
    written = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    unended = re.sub(r";\s*}", "}", written)
    assert "".join(STYLE.split()) == "".join(unended.split())
    words = re.compile(r"[^\s{};:,]+(?: [^\s{};:,]+)*")
    assert words.findall(STYLE) == words.findall(re.sub(r"\s+", " ", written))
    # before a colon white space says that one element is within another
    assert STYLE.count(" :") == len(re.findall(r"[^\s{};,]\s+:", written))


def test_strings_of_a_style_sheet_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "own.css"
    file.write_text("""a { content: "/* no: comment;  { }"; /* one */ }\n\nb,\n  c { top: 0 }\n""")
    assert lean(file) == b"""a{content:"/* no: comment;  { }"}b,c{top:0}"""


def test_a_script_loses_only_indents_and_comments_of_whole_lines() -> None:
    for file in (ROOT / "xslt" / "assets").glob("*.js"):
        written = file.read_text(encoding="utf-8").splitlines()
        # a string of several lines would lose what begins its lines
        assert not [line for line in written if line.count("`") % 2 or line.endswith("\\")]
        kept = lean(file).decode().splitlines()
        stripped = iter([line.strip() for line in written])
        assert all(line in stripped for line in kept), file.name
        lost = {line.strip() for line in written} - {line.strip() for line in kept}
        comments = "\n".join(line for line in map(str.strip, written) if line in lost and line)
        assert not re.sub(r"/\*.*?\*/|//[^\n]*", "", comments, flags=re.DOTALL).strip(), file.name


def test_the_columns_of_a_page_name_the_one_of_the_text() -> None:
    """What stands in a column that no rule names goes to the right of all that are named."""
    assert re.search(r"\.reader>\*\{grid-column:text", STYLE.replace(" ", ""))
    rules = re.findall(r"([^{}]*\.(?:reader|with-con|with-com)[^{}]*)\{([^{}]*)\}", STYLE)
    columns = [body for _, body in rules if "grid-template-columns" in body]
    assert len(columns) >= 4
    assert all("[text]" in body for body in columns)
