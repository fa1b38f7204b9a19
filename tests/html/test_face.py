"""The face of an edition's own: the example of the guide is built as it stands there."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from tests.building import build
from tests.conftest import ROOT
from tests.html.pages import Page
from variorum.build.run import Result
from variorum.findings import VariorumError
from variorum.source import Edition

GUIDE = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
FILES = dict(
    re.findall(r"```\w+\n(?:# |/\* |<!-- )([\w./]+)[^\n]*\n(.*?)```", GUIDE, flags=re.DOTALL)
)
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>A letter</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader>
<text xml:lang="en"><body><p>All is <emph>well</emph>.</p></body></text></TEI>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition with all files of the guide."""
    files = FILES | {
        "tei/letter.xml": LETTER,
        "face/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        "face/ada.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
        "face/Lind-Regular.woff2": "font",
        "face/Lind-Italic.woff2": "font, italic",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def _built(folder: Path) -> Result:
    return build(Edition.here(folder), folder / "output", ("html",))


def _page(folder: Path) -> Page:
    return Page(folder / "output" / "html" / "letter.html")


def test_the_guide_has_a_file_of_each_kind() -> None:
    assert set(FILES) == {"pyproject.toml", "face/site.css", "face/site.xsl"}


def test_the_example_of_the_guide_is_built(folder: Path) -> None:
    result = _built(folder)
    assert not [finding for finding in result.findings if finding.level == "error"]
    page = _page(folder)
    assert page.words("//article//strong") == "well"
    links = page.root.xpath("//header[@class='bar']//li/a")
    assert [link.get("href") for link in links][-2:] == ["https://lind.example.org/", "words.html"]
    assert (page.path.parent / page.only("//img[@class='logo']").get("src")).is_file()
    footer = page.words("//footer")
    assert "An edition of the Lind Society.Licence: CC BY 4.0" in footer
    assert page.root.xpath("//footer//a/@href") == [
        "https://creativecommons.org/licenses/by/4.0/",
        "mailto:editors@example.org",
    ]


def test_the_start_page_tells_and_shows_what_the_edition_is(folder: Path) -> None:
    settings = folder / "pyproject.toml"
    said = 'introduction = """One.\\n\\nTwo\\nlines."""'
    told = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub("introduction = .*", said, told), encoding="utf-8")
    _built(folder)
    page = Page(folder / "output" / "html" / "index.html")
    paragraphs = page.root.xpath("//div[@class='introduction']/p/text()")
    assert paragraphs == ["One.", "Two lines."]
    picture = page.only("//figure/img")
    assert (page.path.parent / picture.get("src")).is_file()
    assert (picture.get("width"), picture.get("height")) == ("9", "9")
    assert page.words("//figcaption") == "Ada Lind at her desk."
    assert not page.root.xpath("//*[@class='subtitle']")
    assert "img-src" in page.only("//meta[@http-equiv]").get("content")


def test_style_sheets_stand_after_ours_and_fonts_are_copied(folder: Path) -> None:
    _built(folder)
    page = _page(folder)
    ours, face, own = (page.path.parent / href for href in page.root.xpath("//link[@nonce]/@href"))
    assert ours.name.startswith("variorum-")
    assert own.read_text(encoding="utf-8").strip() == FILES["face/site.css"].strip()
    made = face.read_text(encoding="utf-8")
    assert "--note: light-dark(#0b5394, #9fc5e8);" in made
    fonts = [face.parent / name for name in re.findall(r'url\("([^"]+)"\)', made)]
    assert [font.read_text(encoding="utf-8") for font in fonts] == ["font", "font, italic"]
    assert "font-style: italic" in made
    assert "font-src 'self'" in page.only("//meta[@http-equiv]").get("content")


def test_the_manifest_lists_the_files_of_the_face(folder: Path) -> None:
    _built(folder)
    inputs = json.loads((folder / "output" / "manifest.json").read_text("utf-8"))["inputs"]
    named = {"face/mark.svg", "face/ada.svg", "face/Lind-Regular.woff2", "face/Lind-Italic.woff2"}
    named |= {"face/site.css", "face/site.xsl"}
    assert set(inputs) == {"tei/letter.xml", *named}
    for name in named:
        assert inputs[name] == sha256((folder / name).read_bytes()).hexdigest()


def test_parts_that_are_not_listed_are_not_shown(folder: Path) -> None:
    settings = folder / "pyproject.toml"
    listed = re.sub(r"parts = .*", 'parts = ["contents"]', settings.read_text(encoding="utf-8"))
    settings.write_text(listed, encoding="utf-8")
    _built(folder)
    page = _page(folder)
    assert not page.root.xpath("//section[@class='about'] | //details[@class='settings']")
    assert not page.root.xpath("//a[contains(@href, 'register')] | //nav[@class='forms']//a")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("face/mark.svg", "../mark.svg", "lies outside the folder"),
        ("face/Lind-Italic.woff2", "face/none.woff2", "there is no file"),
        ("face/Lind-Italic.woff2", "face/site.css", "is no font"),
    ],
)
def test_files_that_cannot_be_had_are_told(folder: Path, old: str, new: str, said: str) -> None:
    settings = folder / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(VariorumError, match=said):
        _built(folder)
    assert not (folder / "output").exists()


@pytest.mark.parametrize(
    "unsafe",
    [
        "<xsl:include href='../../secret.xsl'/>",
        "<xsl:include href='/etc/passwd'/>",
        "<xsl:variable name='v' static='yes' select=\"doc('file:///etc/passwd')\"/>",
        "<xsl:variable name='v' use-when=\"doc-available('file:///etc/passwd')\"/>",
        "<xsl:include _href='{1}'/>",
    ],
)
def test_a_stylesheet_that_reads_early_or_elsewhere_is_refused(folder: Path, unsafe: str) -> None:
    sheet = folder / "face" / "site.xsl"
    text = sheet.read_text(encoding="utf-8").replace("<xsl:template", f"{unsafe}<xsl:template", 1)
    sheet.write_text(text, encoding="utf-8")
    with pytest.raises(VariorumError) as met:
        _built(folder)
    assert [finding.code for finding in met.value.findings] == ["site-stylesheet"]


def test_a_stylesheet_reads_no_file_when_it_runs(folder: Path) -> None:
    sheet = folder / "face" / "site.xsl"
    reading = "<xsl:value-of select=\"unparsed-text('file:///etc/hostname')\"/></strong>"
    text = sheet.read_text(encoding="utf-8").replace("</strong>", reading)
    sheet.write_text(text, encoding="utf-8")
    with pytest.raises(VariorumError, match="has been prohibited"):
        _built(folder)
    assert not _page(folder).path.exists()


def test_a_stylesheet_that_does_not_compile_is_told(folder: Path) -> None:
    sheet = folder / "face" / "site.xsl"
    text = sheet.read_text(encoding="utf-8").replace("apply-templates", "apply-template")
    sheet.write_text(text, encoding="utf-8")
    with pytest.raises(VariorumError) as met:
        _built(folder)
    (finding,) = {finding for finding in met.value.findings if finding.code == "site-stylesheet"}
    line = next(n for n, text in enumerate(text.splitlines(), 1) if "apply-template " in text)
    assert (finding.file, finding.line) == ("face/site.xsl", line)
    assert "apply-template" in finding.message and "\n" not in finding.message


def test_where_an_included_stylesheet_does_not_compile_is_told(folder: Path) -> None:
    sheet = folder / "face" / "site.xsl"
    text = sheet.read_text(encoding="utf-8")
    included = "<xsl:include href='more.xsl'/><xsl:template"
    sheet.write_text(text.replace("<xsl:template", included, 1), encoding="utf-8")
    (folder / "face" / "more.xsl").write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">\n'
        '<xsl:template name="x"><xsl:value-of select="$nothing"/></xsl:template></xsl:stylesheet>',
        encoding="utf-8",
    )
    with pytest.raises(VariorumError, match=r"\$nothing has not been declared") as met:
        _built(folder)
    places = {(finding.file, finding.line) for finding in met.value.findings if finding.line}
    assert places == {("face/more.xsl", 2)}


def test_a_stylesheet_may_include_what_lies_beside_it(folder: Path) -> None:
    sheet = folder / "face" / "site.xsl"
    before, template, after = re.split(
        r"(<xsl:template.*</xsl:template>)", sheet.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    sheet.write_text(f"{before}<xsl:include href='more.xsl'/>{after}", encoding="utf-8")
    root = before.partition("<xsl:import")[0]
    (folder / "face" / "more.xsl").write_text(f"{root}{template}</xsl:stylesheet>", "utf-8")
    _built(folder)
    assert _page(folder).words("//article//strong") == "well"
    inputs = json.loads((folder / "output" / "manifest.json").read_text("utf-8"))["inputs"]
    included = (folder / "face" / "more.xsl").read_bytes()
    assert inputs["face/more.xsl"] == sha256(included).hexdigest()
