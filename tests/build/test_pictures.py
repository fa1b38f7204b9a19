"""Pictures of an edition are beside its pages and books, and no other file is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from tests.building import build, warm_saxon
from tests.conftest import ROOT, slow
from variorum.build.run import Result
from variorum.model.pictures import pictures_of
from variorum.source import Edition, Source

CASE = ROOT / "tests" / "practice" / "projects" / "pictures"
_GRAPHIC = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><graphic url="{}"/></p></body>'
    "</text></TEI>"
)


def _built(output: Path, *formats: str) -> Result:
    return build(Edition.of([CASE], CASE), output, formats, saxon=warm_saxon())


def test_pages_show_the_pictures_of_the_edition(tmp_path: Path) -> None:
    result = _built(tmp_path, "html")
    page = html.fromstring((tmp_path / "html" / "pictures.html").read_text(encoding="utf-8"))
    shown = [(image.get("src"), image.get("alt")) for image in page.iterfind(".//img[@class]")]
    assert shown[:2] == [("media/boat.png", "A boat"), ("media/boat.png", "picture")]
    assert ("media/broken.png", "The boat") in shown
    media = {name for name in result.written if "media" in name}
    assert media == {
        "html/media/boat.png",
        "html/media/broken.png",
        "html/media/img/p_20_1.png",
    }
    assert (tmp_path / "html/media/boat.png").read_bytes() == (CASE / "boat.png").read_bytes()


def test_a_page_of_the_source_leads_to_its_picture(tmp_path: Path) -> None:
    _built(tmp_path, "html")
    page = html.fromstring((tmp_path / "html" / "pictures.html").read_text(encoding="utf-8"))
    links = [link.get("href") for link in page.iterfind(".//a[@class='facsimile']")]
    assert links == ["media/img/p_20_1.png", "media/boat.png", "https://example.org/3.jpg"]


def test_latex_includes_pictures(tmp_path: Path) -> None:
    _built(tmp_path, "latex")
    source = (tmp_path / "print" / "pictures.tex").read_text(encoding="utf-8")
    assert source.count("\\editionpicture{media/boat.png}") == 3
    assert (tmp_path / "print/media/boat.png").is_file()


def test_a_book_shows_pictures_and_none_that_is_damaged(tmp_path: Path) -> None:
    slow()
    result = _built(tmp_path, "pdf")
    with pikepdf.open(tmp_path / "pdf" / "pictures.pdf") as book:
        assert sum(len(page.get_images()) for page in book.pages) == 1
    (finding,) = (f for f in result.findings if f.code == "print-picture-unreadable")
    assert "broken.png" in finding.message


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("boat.png", ""),
        ("img/p%201.png", ""),
        ("./img/../boat.png", ""),
        ("no/such.png", "picture-missing"),
        ("img", "picture-missing"),
        ("%00.png", "picture-missing"),
        ("words.jpg", "picture-unknown"),
        ("../../practice/text/fw.xml", "picture-outside"),
        ("%2e%2e/%2e%2e/text/fw.xml", "picture-outside"),
        ("/etc/hostname", "picture-outside"),
        ("file:///etc/hostname", "picture-outside"),
        ("C:\\boat.png", "picture-outside"),
        ("https://example.org/boat.png", ""),
    ],
)
def test_only_pictures_in_the_folder_of_the_edition_are_read(url: str, code: str) -> None:
    document = _GRAPHIC.format(url).encode()
    found = pictures_of(Source(CASE / "pictures.xml", "pictures.xml", document), CASE)
    assert [finding.code for finding in found.findings] == [code][: bool(code)]
    assert bool(found.files) == (not code and not url.startswith("https:"))


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "boat.png").write_bytes((CASE / "boat.png").read_bytes())
    home = tmp_path / "edition"
    home.mkdir()
    (home / "boat.png").symlink_to(tmp_path / "outside" / "boat.png")
    source = Source(home / "a.xml", "a.xml", _GRAPHIC.format("boat.png").encode())
    found = pictures_of(source, home)
    assert [finding.code for finding in found.findings] == ["picture-outside"]
    assert found.files == {}


def test_pictures_of_pages_that_are_elsewhere_are_one_finding(tmp_path: Path) -> None:
    breaks = '<pb facs="a-1"/><pb facs="b-2"/><pb facs="iiif:3"/>'
    document = _GRAPHIC.replace('<graphic url="{}"/>', breaks).encode()
    (finding,) = pictures_of(Source(tmp_path / "a.xml", "a.xml", document), tmp_path).findings
    assert finding.code == "page-pictures-missing"
    assert "not shown: 3; the first: there is no file “a-1”" in finding.message


def test_pictures_of_included_files_lie_beside_them(tmp_path: Path) -> None:
    root = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xmlns:xi='http://www.w3.org/2001/XInclude'>"
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Whole</title></titleStmt><publicationStmt><p>x</p>"
        "</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"
    )
    edition, sub = tmp_path / "edition", tmp_path / "edition" / "parts" / "one"
    sub.mkdir(parents=True)
    picture = "<figure><graphic url='boat.png'/></figure>"
    inner = root.replace("TEI ", "div ", 1) + f"<p>b {picture}</p></div>"
    outer = root.replace("TEI ", "div ", 1) + f"{picture}<xi:include href='one/in.xml'/></div>"
    whole = f"{root}{header}<text><body><p>a {picture}</p><xi:include href='parts/out.xml'/>"
    (edition / "whole.xml").write_text(f"{whole}</body></text></TEI>", encoding="utf-8")
    (edition / "parts" / "out.xml").write_text(outer, encoding="utf-8")
    (sub / "in.xml").write_text(inner, encoding="utf-8")
    for folder in (edition, edition / "parts", sub):
        shutil.copy(CASE / "boat.png", folder)
    result = build(Edition.of([edition / "whole.xml"], edition), tmp_path / "out", ("html",))
    assert [found.code for found in result.findings if found.code.startswith("picture")] == []
    page = (tmp_path / "out" / "html" / "whole.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img[^>]* src="([^"]*)"', page)
    assert shown == ["media/boat.png", "media/parts/boat.png", "media/parts/one/boat.png"]
    assert all((tmp_path / "out" / "html" / name).is_file() for name in shown)


def test_pictures_of_included_surfaces_lie_beside_them(tmp_path: Path) -> None:
    root = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xmlns:xi='http://www.w3.org/2001/XInclude'>"
    header = (
        "<teiHeader><fileDesc><titleStmt><title>Leaves</title></titleStmt><publicationStmt><p>x</p>"
        "</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"
    )
    edition, sub = tmp_path / "edition", tmp_path / "edition" / "leaves"
    sub.mkdir(parents=True)
    leaf = "<surface xmlns='http://www.tei-c.org/ns/1.0'><graphic url='boat.png'/></surface>"
    leaves = "<xi:include href='leaves/one.xml'/><surface><graphic url='boat.png'/></surface>"
    whole = f"{root}{header}<sourceDoc>{leaves}</sourceDoc></TEI>"
    (edition / "whole.xml").write_text(whole, encoding="utf-8")
    (sub / "one.xml").write_text(leaf, encoding="utf-8")
    for folder in (edition, sub):
        shutil.copy(CASE / "boat.png", folder)
    result = build(Edition.of([edition / "whole.xml"], edition), tmp_path / "out", ("html",))
    assert [found.code for found in result.findings if found.code.startswith("picture")] == []
    page = (tmp_path / "out" / "html" / "whole.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img[^>]* src="([^"]*)"', page)
    assert shown == ["media/leaves/boat.png", "media/boat.png"]
