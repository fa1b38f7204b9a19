"""How to cite, what can be downloaded, what has changed, and what the edition says of itself."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.building import build, warm_saxon
from tests.conftest import slow
from tests.html.pages import Page, broken_links
from tests.html.test_browser import _checked, _node
from variorum.outputs.citations import bibtex, of_document, of_edition, ris
from variorum.source import Edition

BASE = "https://lind.example.org/letters/"
SETTINGS = f"""[tool.variorum]
title = "Letters of Ada Lind"
url = "{BASE}"
"""
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>{title}</title>{people}</titleStmt>
<editionStmt><edition n="2.0">Version 2</edition></editionStmt>
<publicationStmt><publisher>Lind Press</publisher><date when="2025-03">March 2025</date>{more}
<availability><p>All rights with the heirs.</p></availability></publicationStmt>
<sourceDesc><msDesc><msIdentifier><settlement>Oslo</settlement><repository>Town Archive</repository>
<idno>MS 7</idno></msIdentifier></msDesc></sourceDesc></fileDesc>
<encodingDesc><projectDesc><p>To print what she wrote.</p></projectDesc>
<editorialDecl><correction><p>Slips are mended.</p></correction></editorialDecl></encodingDesc>
<revisionDesc><change when="2024-01-02">Begun.</change><change when="2025-03-04">Mended.</change>
<change when="2024-11-30">Notes.</change></revisionDesc></teiHeader>
<text><body><p xml:id="first">All is <app><lem>well</lem><rdg type="conjecture">good</rdg></app>.
<note>She says so.</note></p><p>So is Bo.</p></body></text></TEI>"""
LIND = (
    "<author><persName><forename>Ada Maria</forename> <surname>Lind</surname></persName></author>"
)
BERG = "<author><persName><forename>Bo</forename> <surname>Berg</surname></persName></author>"
DAHL = "<author><persName><forename>Cy</forename> <surname>Dahl</surname></persName></author>"
EK = "<editor><persName><forename>Eva</forename> <surname>Ek</surname></persName></editor>"
GRAN = "<editor role='translator'><forename>Li</forename> <surname>Gran</surname></editor>"
FOX = "<editor><persName><forename>Fay</forename> <surname>Fox</surname></persName></editor>"
CITED = {
    "one": (
        LIND + GRAN + EK,
        "Lind, Ada Maria. T one. Translated by Li Gran. Edited by Eva Ek. Version 2.0. Lind Press,"
        " 2025. ADDRESS",
        "Lind, Ada Maria. T one. Translated by Li Gran, edited by Eva Ek, version 2.0, Lind Press,"
        " 2025, ADDRESS",
        "Lind, A. M. (2025). T one (Version 2.0; L. Gran, Trans.; E. Ek, Ed.). Lind Press. ADDRESS",
    ),
    "two": (
        LIND + BERG,
        "Lind, Ada Maria, and Bo Berg. T two. Version 2.0. Lind Press, 2025. ADDRESS",
        "Lind, Ada Maria, and Bo Berg. T two. Version 2.0, Lind Press, 2025, ADDRESS",
        "Lind, A. M., & Berg, B. (2025). T two (Version 2.0). Lind Press. ADDRESS",
    ),
    "three": (
        LIND + BERG + DAHL,
        "Lind, Ada Maria, Bo Berg, and Cy Dahl. T three. Version 2.0. Lind Press, 2025. ADDRESS",
        "Lind, Ada Maria, et al. T three. Version 2.0, Lind Press, 2025, ADDRESS",
        "Lind, A. M., Berg, B., & Dahl, C. (2025). T three (Version 2.0). Lind Press. ADDRESS",
    ),
    "none": (
        EK + FOX,
        "T none. Edited by Eva Ek and Fay Fox. Version 2.0. Lind Press, 2025. ADDRESS",
        "T none. Edited by Eva Ek and Fay Fox, version 2.0, Lind Press, 2025, ADDRESS",
        "Ek, E., & Fox, F. (Eds.). (2025). T none (Version 2.0). Lind Press. ADDRESS",
    ),
    "nobody": (
        "",
        "T nobody. Version 2.0. Lind Press, 2025. ADDRESS",
        "T nobody. Version 2.0, Lind Press, 2025, ADDRESS",
        "T nobody (Version 2.0). (2025). Lind Press. ADDRESS",
    ),
}
"""By the names of letters: who had a part in them, then Chicago, MLA, APA, as the manuals show."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an edition of some letters."""
    folder = tmp_path_factory.mktemp("letters")
    (folder / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    for name, (people, *_) in CITED.items():
        letter = LETTER.format(id=name, title=f"T {name}", people=people, more="")
        (folder / f"{name}.xml").write_text(letter, encoding="utf-8")
    edition = Edition.of([folder], folder)
    build(edition, folder / "out", ("html", "text"), saxon=warm_saxon())
    return folder / "out" / "html"


@pytest.mark.parametrize("name", CITED)
def test_citations_are_as_the_manuals_have_them(site: Path, name: str) -> None:
    page = Page(site / f"{name}.cite.html")
    rows = page.root.xpath("//section[@aria-labelledby='citation']/dl/div")
    found = {row[0].text: " ".join(row[1].text_content().split()) for row in rows}
    _, chicago, mla, apa = (words.replace("ADDRESS", f"{BASE}{name}.html") for words in CITED[name])
    assert found == {"Chicago": chicago, "MLA": mla, "APA": apa}


def test_reference_managers_get_files_that_they_read(site: Path) -> None:
    (item,) = json.loads((site / "one.csl.json").read_text(encoding="utf-8"))
    assert item["author"] == [{"family": "Lind", "given": "Ada Maria"}]
    assert item["issued"] == {"date-parts": [[2025, 3]]}
    assert item["archive"] == "Town Archive" and item["archive_location"] == "MS 7"
    lines = (site / "one.ris").read_bytes().decode().split("\r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert lines[0] == "TY  - UNPB" and lines[-2:] == ["ER  - ", ""]
    assert {"AU  - Lind, Ada Maria", "A4  - Gran, Li", "ED  - Ek, Eva", "PY  - 2025"} <= set(lines)
    entry = (site / "one.bib").read_text(encoding="utf-8")
    assert entry.startswith("@misc{one,\n") and "  author = {Lind, Ada Maria},\n" in entry


def _item(**more: Any) -> str:
    return json.dumps({"id": "a b", "title": "T", "issued": [], **more})


def test_what_tex_reads_as_a_command_is_escaped() -> None:
    entry = bibtex(of_document(_item(title=r"50 % of {A_1} & B\C ~ #^$"), ""))
    title = r"50 \% of \{A\_1\} \& B\textbackslash{}C \textasciitilde{} \#\textasciicircum{}\$"
    assert f"  title = {{{{{title}}}}}\n" in entry
    assert entry.startswith("@misc{a-b,\n")  # a key has no space


def test_what_is_not_known_is_left_out() -> None:
    assert of_document(_item(DOI="", editor=[]), "") == {
        "type": "document",
        "id": "a b",
        "title": "T",
    }
    assert ris(of_document(_item(), "")) == "TY  - GEN\r\nID  - a b\r\nTI  - T\r\nER  - \r\n"


def test_an_edition_has_the_editors_of_its_documents_once() -> None:
    names = [{"literal": "A"}, {"literal": "B"}]
    some = [of_document(_item(editor=names[:1], issued=[[2019]], publisher="P"), "")]
    some += [of_document(_item(editor=names, issued=[[2024, 5]], publisher="P"), "")]
    found = of_edition("Letters", BASE, some)
    assert found["editor"] == names and found["publisher"] == "P"
    assert found["issued"] == {"date-parts": [[2024]]}


def test_downloads_have_their_size_and_digest(site: Path) -> None:
    page = Page(site / "one.cite.html")
    rows = page.root.xpath("//section[@aria-labelledby='downloads']//tbody/tr")
    assert [row[0].text_content() for row in rows] == ["TEI", "Plain text"]
    for row in rows:
        data = (site / row.xpath(".//a/@href")[0]).read_bytes()
        assert row[2].text_content() == sha256(data).hexdigest()
        assert row[1].text_content() == f"{round(len(data) / 1000) or 1} kB"


def test_every_place_can_be_entered(site: Path) -> None:
    page = Page(site / "one.cite.html")
    rows = page.root.xpath("//section[@aria-labelledby='places']/dl/div")
    links = {row[0].text: row.xpath(".//a") for row in rows}
    assert {kind: [link.text for link in some] for kind, some in links.items()} == {
        "Text": ["1", "2"],
        "Notes": ["1"],
        "Apparatus": ["1 a"],
    }
    assert f"{BASE}one.html#first" in page.words("//section[@aria-labelledby='places']/p")
    assert not list(broken_links(map(Page, site.rglob("*.html"))))


def test_what_changed_last_stands_first(site: Path) -> None:
    changes = Page(site / "one.cite.html").root.xpath("//ul[@class='changes']/li/div")
    assert [change.text_content() for change in changes] == ["Mended.", "Notes.", "Begun."]


def test_the_page_of_a_document_leads_there(site: Path) -> None:
    links = Page(site / "one.html").root.xpath("//main//a/@href")
    assert {"one.cite.html", "one.cite.html#changes"} <= set(links)


def test_the_edition_says_what_its_documents_have_in_common(site: Path) -> None:
    page = Page(site / "about.html")
    about = page.words("//section[@class='about']")
    for told in ("To print what she wrote.", "Slips are mended.", "All rights with the heirs."):
        assert about.count(told) == 1
    assert "Eva Ek" in about and "Town Archive, MS 7" in about
    assert "Letters of Ada Lind. Edited by Eva Ek and Fay Fox. Lind Press, 2025." in page.words(
        "//main"
    )
    assert (site / "edition.bib").is_file()
    for other in site.rglob("*.html"):
        (link,) = Page(other).root.xpath(
            "//header[@class='bar']//a[contains(@href, 'about.html')]/@href"
        )
        assert (other.parent / link).resolve() == page.path.resolve()


def test_nothing_stands_in_anyones_way(site: Path) -> None:
    pages = [site / "about.html", site / "one.cite.html"]
    assert not _checked(*pages)
    slow()
    assert _node("check.mjs", *pages) == []


def test_verses_and_entries_of_registers_lead_to_themselves(tmp_path: Path) -> None:
    pages = {}
    for name, path in (("verse", "verse.html"), ("registers", "register/person.html")):
        case = Path(__file__).parent / "cases" / name
        build(Edition.of([case], case), tmp_path / name, ("html",), saxon=warm_saxon())
        pages[name] = Page(tmp_path / name / "html" / path)
    numbers = pages["verse"].root.xpath("//a[@class='line-number']")
    assert numbers and all(number.getparent().get("id") == _target(number) for number in numbers)
    entries = pages["registers"].root.xpath("//section[@class='register-entry']")
    links = [entry.xpath(".//h2/a")[0] for entry in entries]
    assert links and [_target(link) for link in links] == [entry.get("id") for entry in entries]


def _target(link: Any) -> str:
    return str(link.get("href")).removeprefix("#")


def test_of_many_places_some_are_listed(tmp_path: Path) -> None:
    verses = "".join(f"<l>Verse {number}.</l>" for number in range(1, 1002))
    text = LETTER.format(id="long", title="Long", people="", more="")
    text = re.sub(r"<body>.*</body>", f"<body><lg>{verses}</lg></body>", text, flags=re.DOTALL)
    (tmp_path / "long.xml").write_text(text, encoding="utf-8")
    build(Edition.of([tmp_path], tmp_path), tmp_path / "out", ("html",), saxon=warm_saxon())
    page = Page(tmp_path / "out" / "html" / "long.cite.html")
    links = page.root.xpath("//section[@aria-labelledby='places']//ul//a")
    assert [link.text for link in links] == [str(number) for number in range(1, 1002, 10)]
    entered = Page(page.path.with_name("long.html")).ids
    assert {_target(link).partition("#")[2] for link in links} <= set(entered)
