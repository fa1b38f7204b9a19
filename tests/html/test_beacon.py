"""The list of entries with numbers of the GND, by the format that BEACON is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.html.pages import Page
from variorum.outputs.beacon import beacon
from variorum.source import Edition

BASE = "https://lind.example.org/"
REGISTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Register</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
<person xml:id="bo"><persName>Bo</persName><idno type="GND">118540238</idno></person>
<person xml:id="cy"><persName>Cy</persName><idno>https://d-nb.info/gnd/4021477-1</idno></person>
<person xml:id="di"><persName>Di</persName><idno type="VIAF">12345</idno></person>
</listPerson></standOff></TEI>"""
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>A letter</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><text xml:lang="en"><body>
<p><persName ref="reg.xml#bo">Bo</persName> and <persName ref="reg.xml#bo">he</persName> know
<persName ref="https://d-nb.info/gnd/118507206">Eva</persName>.</p></body></text></TEI>"""


def _site(folder: Path, settings: str) -> Path:
    (folder / "reg.xml").write_text(REGISTER, encoding="utf-8")
    (folder / "letter.xml").write_text(LETTER, encoding="utf-8")
    (folder / "pyproject.toml").write_text(f"[tool.variorum]\n{settings}", encoding="utf-8")
    edition = Edition.of([folder], folder)
    build(edition, folder / "out", ("html",), online=True, saxon=warm_saxon())
    return folder / "out" / "html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of a letter and a register."""
    return _site(tmp_path_factory.mktemp("beacon"), f'title = "Letters"\nurl = "{BASE}"')


def _parts(file: Path) -> tuple[dict[str, str], list[list[str]]]:
    """The fields and the links of a file (BEACON, 3: fields begin with #, bars divide a link)."""
    lines = file.read_text(encoding="utf-8").splitlines()
    fields = dict(line[1:].split(": ", 1) for line in lines if line.startswith("#"))
    return fields, [line.split("|") for line in lines if line and not line.startswith("#")]


def test_each_number_leads_to_its_entry(site: Path) -> None:
    fields, links = _parts(site / "beacon.txt")
    assert fields["FORMAT"] == "BEACON" and fields["PREFIX"] == "https://d-nb.info/gnd/"
    assert fields["FEED"] == f"{BASE}beacon.txt" and fields["NAME"] == "Letters"
    found = {number: mentions for number, mentions, _ in links}
    assert found == {"118540238": "2", "4021477-1": "", "118507206": "1"}
    for _, _, address in links:
        page, _, id_ = address.removeprefix(BASE).partition("#")
        assert id_ in Page(site / page).ids


def test_the_register_leads_to_the_file(site: Path) -> None:
    page = Page(site / "register" / "index.html")
    assert page.root.xpath("//main//a[@href='../beacon.txt']")


def test_without_an_address_there_is_none(tmp_path: Path) -> None:
    site = _site(tmp_path, 'title = "Letters"')
    assert not (site / "beacon.txt").exists()
    assert not Page(site / "register" / "index.html").root.xpath("//a[contains(@href, 'beacon')]")


def test_fields_stand_on_one_line_and_empty_ones_are_left_out() -> None:
    made = beacon(BASE, {"NAME": "A\n|B", "CONTACT": ""}, [("2", 1, "b"), ("1", 0, "a")])
    assert "#NAME: A |B\n" in made and "CONTACT" not in made
    assert made.endswith(f"\n\n1||{BASE}a\n2|1|{BASE}b\n")
