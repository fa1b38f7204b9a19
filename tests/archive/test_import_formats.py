"""Every format that is read: what becomes of a file stands in a golden; what is none is refused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.archive.imports.samples import SAMPLES
from tests.archive.test_import_words import (
    FOLDER,
    GRAMMAR,
    imported,
    pandoc,
    pandoc_words,
    tei_words,
    written,
)
from tests.conftest import SLOW, Golden, shared
from variorum.findings import VariorumError
from variorum.transcripts.formats import FORMATS
from variorum.transcripts.line_ends import joined, parted
from variorum.transcripts.links import address
from variorum.transcripts.pages_of_text import without_running_heads
from variorum.transcripts.plain_text import read_text
from variorum.transcripts.tei import Import
from variorum.transcripts.transcript import plain

FILES = FOLDER / "imports" / "files"
T = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES = (
    *("transkribus.xml", "escriptorium-page.xml", "escriptorium-alto.xml", "library-alto.xml"),
    *("pages.txt", "typescript.txt", "notes.md", "page.html"),
)


def test_the_tei_of_every_format(golden: Golden) -> None:
    made = "".join(written(FILES / name) for name in NAMES)
    made += "".join(written(FILES / name, dehyphenate=True) for name in NAMES[:6])
    golden(FOLDER / "imports" / "files.golden", made)


def test_the_tei_of_every_case_that_is_no_word_file(golden: Golden) -> None:
    names = ("asterisks.txt", "glued.md", "page.xml", "pandoc.odt")
    made = "".join(written(shared(f"cases/import/{name}")) for name in names)
    golden(FOLDER / "imports" / "cases-of-others.golden", made)


def test_every_line_of_a_page_leads_to_its_zone() -> None:
    for name in NAMES[:4]:
        root = etree.fromstring(Import(FILES / name).tei("x", "x.xml"))
        zones = {
            each.get("{http://www.w3.org/XML/1998/namespace}id") for each in root.iter(f"{T}zone")
        }
        lines = [each.get("facs") for each in root.iter(f"{T}lb")]
        assert lines and {line[1:] for line in lines} <= zones


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("    One\ntwo.\n    Three\nfour.", ["One two.", "Three four."]),
        ("One\ntwo.\n    Three\nfour.", ["One two.", "Three four."]),
        ("    One\n    two", ["One two"]),
        (
            "An entry, long,\n    hanging\nAnother\n    hanging",
            ["An entry, long, hanging Another hanging"],
        ),
        ("\tOne.\n\tTwo\nand on.", ["One.", "Two and on."]),
        ("One\n\n  \n\nTwo", ["One", "Two"]),
        ("    One\ngoes on\n    Two\nends", ["One goes on", "Two ends"]),
        ("\n \n\tNo\n\n    One\nand\n    two\nend", ["No", "One and", "two end"]),
        ("  # One\n\nTwo", ["One", "Two"]),
    ],
)
def test_indents_part_paragraphs_where_they_are_those_of_first_lines(
    text: str, paragraphs: list[str]
) -> None:
    assert [plain(block.content) for block in read_text(text)] == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        *("2*3*4", "a*b*c d**e**f", "5 * 6 * 7", "x*", "*", "**", "# \n# a\nb"),
        *("(*) are rare, unlike (*)", "[*] and [**], then [*]", "see *, or (**) and *) or (*"),
    ],
)
def test_what_is_no_mark_stays_as_it_is(text: str) -> None:
    assert " ".join(plain(each.content) for each in read_text(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        ("har-\nbour", 1, "harbour"),
        ("har-\n  \fbour", 1, "har\fbour"),
        ("mail-\nBoat", 0, "mail-\nBoat"),
        ("1870-\n1871", 0, "1870-\n1871"),
        ("har¬\nbour", 1, "harbour"),
        ("well - \nnot", 0, "well - \nnot"),
        ("Vor- \nund Nachteile", 0, "Vor- \nund Nachteile"),
        ("pre-\nor post-war", 0, "pre-\nor post-war"),
        ("аудио-\nи видео", 0, "аудио-\nи видео"),
        ("manda-\ntor, or-\nder, un-\nder", 3, "mandator, order, under"),
    ],
)
def test_words_that_lines_part_are_joined_if_asked(text: str, number: int, whole: str) -> None:
    assert parted(text) == number
    assert joined(text, dehyphenate=True).replace("\ufdd0", "") == whole
    assert joined(text, dehyphenate=False) == text


def test_a_word_goes_on_over_a_running_head(tmp_path: Path) -> None:
    pages = ("First inter-", "national words.", "Some more har-", "bour.")
    for form in ("{words}\n\n{number}", "THE BOOK\n\n{words}\n\n{number}", "THE BOOK\n{words}"):
        text = "\n\f".join(form.format(words=words, number=at) for at, words in enumerate(pages))
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        words = re.sub("<(fw).*?</\\1>|<.*?>", "", written(tmp_path / "a.txt", dehyphenate=True))
        assert "First international words." in words and "Some more harbour." in words, form
        assert "2 lines seem to end within a word" in written(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_second_mark_of_a_note_leads_to_it(name: str, tmp_path: Path) -> None:
    text = "One[^1] and two[^2] and again[^1].\n\n[^1]: First.\n\n[^2]: Second.\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    body = imported(tmp_path / name)
    assert tei_words(body) == ["One", "First.", "and", "two", "Second.", "and", "again."]
    assert [each.get(f"{XML}id") for each in body.iter(f"{T}note")] == ["note", None]
    assert [each.get("target") for each in body.iter(f"{T}ptr")] == ["#note"]


def test_a_line_that_is_on_one_page_is_no_running_head() -> None:
    pages = "Chapter one\nText.\fMore.\nWords.\fOther.\nEnd."
    assert without_running_heads(pages) == (pages, 0)
    heads = pages.replace("\f", "\fHEAD 2\n")
    assert without_running_heads(heads)[1] == 2


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"%PDF-1.4", "import-format"),
        ("a.txt", b"%PDF-1.4", "import-format"),
        ("a.txt", b"PK\x03\x04", "import-format"),
        ("a.xml", b"<?xml version='1.0'?><office/>", "import-format"),
        ("a.txt", b"<?xml version='1.0'?><!-- <PcGts> --><x:TEI xmlns:x='y'/>", "import-format"),
        ("a.wpd", b"\xffWPC", "import-format"),
        ("a.doc", "EncryptedPackage".encode("utf-16-le"), "import-word"),
        ("a.zip", b"PK\x03\x04 no", "import-source"),
        ("a.odt", b"PK\x03\x04 no", "import-odt"),
        ("a.xml", b"<?xml version='1.0'?><PcGts", "import-format"),
        ("a.xml", b"<?xml version='1.0'?><PcGts><Page>", "import-source"),
        ("a.xml", b'<!DOCTYPE PcGts [<!ENTITY a "b">]><PcGts>&a;</PcGts>', "import-source"),
        ("a.xml", b"<?xml version='1.0'?><PcGts/>", "import-source"),
        ("a.html", b"<!doctype html><html><script>x</script></html>", "import-source"),
        ("a.html", b"<!doctype html><table><tr></table>", "import-source"),
    ],
)
def test_a_format_that_is_not_known_is_refused(
    name: str, data: bytes, code: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(VariorumError) as caught:
        Import(tmp_path / name).tei("x", "x.xml")
    (found,) = caught.value.findings
    assert (found.code, bool(found.help)) == (code, True)


@pytest.mark.parametrize(
    ("name", "data", "message", "cure"),
    [
        ("a.xml", b"<?xml version='1.0'?><TEI xmlns='x'/>", "is TEI already", "variorum new"),
        ("a.xml", b"<TEI xmlns='x'/>", "is TEI already", "--from FOLDER"),
        ("a.tei", b"<!-- x --><tei:TEI xmlns:tei='x'/>", "is TEI already", "variorum new"),
        ("a.xml", b"<teiCorpus xmlns='x'/>", "is TEI already", "variorum new"),
        ("a.xml", b"<?xml version='1.0'?><TEI.2/>", "is TEI P4", "convert it to TEI P5"),
    ],
)
def test_tei_is_refused_as_what_it_is(
    name: str, data: bytes, message: str, cure: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(VariorumError, match=message) as caught:
        Import(tmp_path / name).tei("x", "x.xml")
    assert cure in (caught.value.findings[0].help or "")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<div>" * 3000 + "x"),
        ("a.md", ">" * 3000 + " x"),
        ("a.txt", "**a *b " * 900 + "c* d** " * 900),
        (
            "a.xml",
            "<PcGts><Page>" + "<TextRegion>" * 3000 + "</TextRegion>" * 3000 + "</Page></PcGts>",
        ),
    ],
)
def test_what_is_deeper_than_any_text_is_told(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    try:
        assert Import(tmp_path / name).tei("x", "x.xml")
    except VariorumError as error:
        assert error.findings[0].code.startswith("import-")


ADDRESSES = {
    "https://example.org/a b?c=d#e": "https://example.org/a%20b?c=d#e",
    " a%zz[1].png ": "a%25zz%5B1%5D.png",
    "java script:x": "java%20script%3Ax",
    "a#b#c": "a#b%23c",
    "https://example.org/[1]": "https://example.org/%5B1%5D",
    "Ёлка.png": "Ёлка.png",
}


@pytest.mark.parametrize("written_as", ADDRESSES)
def test_every_address_is_one_that_tei_can_hold(written_as: str, tmp_path: Path) -> None:
    assert address(written_as) == ADDRESSES[written_as]
    text = f'<p lang="en_GB">a <a href="{written_as}">b</a> <img src=""> <img alt="c"></p>'
    (tmp_path / "a.html").write_text(f"<!doctype html>{text}", encoding="utf-8")
    (link,) = imported(tmp_path / "a.html").iter(f"{T}ref")
    assert link.get("target") == ADDRESSES[written_as]


def test_a_form_feed_anywhere_in_markdown_leaves_valid_xml(tmp_path: Path) -> None:
    text = "One[^1]\ftwo `a\fb` ![c\fd](e.png)\n\n    f\fg\n\n[^1]: h\fi\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    body = imported(tmp_path / "a.md")
    assert tei_words(body) == ["One", "h", "i", "two", "a", "b", "f", "g"]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("letter", "letter"), ("3 May", "text-3-May"), ("письмо", "письмо"), ("--", "text")],
)
def test_the_name_of_a_file_is_made_an_id(name: str, identifier: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    made = Import(tmp_path / "a.txt").tei(name, f"{name}.xml")
    assert GRAMMAR.validate(made) == []
    assert etree.fromstring(made).get(f"{XML}id") == identifier


def test_a_format_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.transcript").write_text("*One*", encoding="utf-8")
    assert "italic" in Import(tmp_path / "a.transcript", form="markdown").tei("x", "x.xml").decode()
    with pytest.raises(VariorumError, match="there is no format"):
        Import(tmp_path / "a.transcript", form="none").tei("x", "x.xml")
    assert len({each.name for each in FORMATS}) == len(FORMATS)


def test_without_a_program_for_it_rtf_is_refused_with_a_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "pears.rtf").write_bytes(rb"{\rtf1\ansi {\b Pears} are ripe.\par}")
    with pytest.raises(VariorumError) as caught:
        Import(tmp_path / "pears.rtf").tei("x", "x.xml")
    (found,) = caught.value.findings
    assert found.code == "import-converter" and "LibreOffice or pandoc" in found.help


def test_a_program_that_makes_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho broken >&2\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    (tmp_path / "pears.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(VariorumError, match="LibreOffice cannot read it: broken"):
        Import(tmp_path / "pears.doc").tei("x", "x.xml")


@SLOW
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_no_word_is_lost_of_what_pandoc_writes(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"made.{form}"
    source = (FILES / "notes.md").read_text(encoding="utf-8").partition("---\n# ")[2]
    (tmp_path / "notes.md").write_text(f"# {source}", encoding="utf-8")
    command = [pandoc(), str(tmp_path / "notes.md"), "--resource-path", str(FILES)]
    subprocess.run([*command, "--output", str(path)], check=True, capture_output=True)
    assert tei_words(imported(path)) == pandoc_words(path)


@SLOW
def test_rtf_is_read_by_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(pandoc()).parent))
    body = imported(shared("cases/import/pears.rtf"))
    assert tei_words(body) == ["Pears", "are", "ripe."]
    assert body.findtext(f".//{T}hi") == "Pears"


DIFFERENT = {"boxes", "old-box", "comments", "strict", "formulas", "formula-alone", "table-wrapped"}
"""Samples that pandoc cannot give on to ODT as they are."""


@SLOW
@pytest.mark.parametrize("name", [name for name in SAMPLES if name not in DIFFERENT])
def test_no_word_of_an_opendocument_text_is_lost(name: str, tmp_path: Path) -> None:
    word, path = SAMPLES[name]().write(tmp_path / "a.docx"), tmp_path / f"{name}.odt"
    subprocess.run([pandoc(), str(word), "--output", str(path)], check=True)
    assert tei_words(imported(path)) == pandoc_words(word)


def test_the_pages_of_a_folder_or_zip_are_one_text(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    (folder / "page").mkdir(parents=True)
    page = (FILES / "escriptorium-page.xml").read_text(encoding="utf-8")
    for number in (10, 2, 1):
        text = page.replace("LIBER III", f"LIBER {number}").replace("folio 3r.jpg", "boat.png")
        (folder / "page" / f"{number}.xml").write_text(text, encoding="utf-8")
    (folder / "page" / "boat.png").write_bytes((FILES / "boat.png").read_bytes())
    (folder / "mets.xml").write_text("<mets/>", encoding="utf-8")
    made = Import(folder)
    root = etree.fromstring(made.tei("x", "x.xml"))
    assert [each.text for each in root.iter(f"{T}fw")] == ["LIBER 1", "LIBER 2", "LIBER 10"]
    assert [each.get("facs") for each in root.iter(f"{T}pb")] == ["#f1", "#f2", "#f3"]
    assert list(made.media) == ["x-pictures/boat.png"]
    archive = shutil.make_archive(str(tmp_path / "export"), "zip", folder)
    assert written(Path(archive)).count("<surface") == 3


def test_nothing_outside_the_folder_of_a_source_is_copied(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    names = ("../secret.png", "%2e%2e/secret.png", str(tmp_path / "secret.png"), "link.png")
    text = "".join(f"![x](<{name}>)\n\n" for name in names)
    (folder / "a.md").write_text(text, encoding="utf-8")
    made = Import(folder / "a.md")
    made.tei("x", "x.xml")
    assert made.media == {}


def test_a_flat_opendocument_text_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(shared("cases/import/pandoc.odt")) as packed:
        content = packed.read("content.xml").decode()
    flat = content.replace("document-content", "document")
    (tmp_path / "a.fodt").write_text(flat, encoding="utf-8")
    expected = tei_words(imported(shared("cases/import/pandoc.odt")))
    assert tei_words(imported(tmp_path / "a.fodt")) == expected
