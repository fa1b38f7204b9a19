"""Transcripts, plain text and Word, become the beginning of an edition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from lxml import etree

from tests.conftest import ROOT
from tests.runs import variorum
from variorum.findings import VariorumError
from variorum.relaxng import load_schema
from variorum.source.settings import ImportSettings
from variorum.transcripts.plain_text import decoded, read_text
from variorum.transcripts.tei import Import
from variorum.transcripts.transcript import Block, Break, Inline, Note, PageBreak, TextRun

T = "{http://www.tei-c.org/ns/1.0}"
SOURCE = ROOT / "tests" / "note" / "source.txt"
SETTINGS = ImportSettings(
    title="A letter",
    author="A. N. Author",
    author_ref="reg:author",
    editor="The editors",
    publisher="A press",
    year=2026,
    licence="https://creativecommons.org/licenses/by/4.0/",
    licence_text="CC BY 4.0",
    country="Russia",
    settlement="Moscow",
    repository="An archive",
    shelfmark={"fond": 1, "opis": 2, "delo": 3, "listy": "4-5"},
    original_language="ru",
    language="en",
    date="1989-08-22",
    abstract="What it says.",
    keywords=["letters"],
)


@pytest.fixture(scope="module")
def valid() -> Callable[[bytes], None]:
    grammar = load_schema(ROOT / "tei" / "schema" / "edition.rng")

    def check(data: bytes) -> None:
        assert grammar.validate(data) == []

    return check


def _words(root: etree._Element, path: str) -> list[str]:
    """The words of the elements, each element's apart from the next one's; breaks part words."""
    found: list[str] = []
    for element in root.iterfind(path):
        for line_break in list(element.iter(f"{T}lb", f"{T}pb")):
            line_break.tail = " " + (line_break.tail or "")
        found += "".join(element.itertext()).split()
    return found


def _made(path: Path, valid: Callable[[bytes], None], **options: Any) -> etree._Element:
    data = Import(path, **options).tei("made", "made.xml")
    valid(data)
    return etree.fromstring(data)


def test_the_words_of_the_seed_are_those_of_the_note(
    valid: Callable[[bytes], None],
) -> None:
    from tests.note.reading import source_paragraphs

    root = _made(SOURCE, valid, begins="The events of recent months")
    expected = [word for text in source_paragraphs().values() for word in text.split()]
    assert _words(root, f".//{T}body//{T}p") == expected
    before = _words(root, f".//{T}sourceDesc//{T}note/{T}p")
    everything = SOURCE.read_text(encoding="utf-8").replace("**", "").split()
    assert before + expected == everything


def test_without_a_beginning_all_of_it_is_text(valid: Callable[[bytes], None]) -> None:
    root = _made(SOURCE, valid)
    everything = SOURCE.read_text(encoding="utf-8").replace("**", "").split()
    assert _words(root, f".//{T}body//{T}p") == everything


def test_what_the_settings_do_not_say_is_asked() -> None:
    imported = Import(SOURCE)
    data = imported.tei("made", "made.xml")
    lines = data.decode().splitlines()
    asked = {
        finding.message.removeprefix("still to be filled in: ") for finding in imported.findings
    }
    assert asked >= {"title", "author", "editor", "publisher", "repository", "shelfmark", "date"}
    for finding in imported.findings:
        prompt = finding.message.removeprefix("still to be filled in: ")
        assert f"[{prompt}]" in lines[finding.line - 1]
        assert (finding.file, finding.level) == ("made.xml", "info")


def test_settings_fill_the_header(valid: Callable[[bytes], None]) -> None:
    imported = Import(SOURCE, SETTINGS)
    data = imported.tei("made", "made.xml")
    valid(data)
    assert imported.findings == []
    root = etree.fromstring(data)
    parts = {mark.get("type"): mark.text for mark in root.iterfind(f".//{T}idno/{T}idno")}
    assert parts == {"fond": "1", "opis": "2", "delo": "3", "listy": "4-5"}
    assert "".join(root.find(f".//{T}msIdentifier/{T}idno").itertext()) == (
        "fond 1, opis 2, delo 3, listy 4-5"
    )
    assert root.find(f".//{T}author").get("ref") == "reg:author"
    assert root.find(f".//{T}creation/{T}date").get("when") == "1989-08-22"


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / SOURCE.name).write_bytes(SOURCE.read_bytes())
    assert Import(SOURCE).tei("a", "a.xml") == Import(tmp_path / SOURCE.name).tei("a", "a.xml")


def _note(name: str, *content: Inline) -> Note:
    return Note((Block(content),), name=name)


def test_marks_of_plain_text() -> None:
    text = (
        "# Heading\n\nHard  \nbreak and\nsoft, **bold *both* bold**, *italic*; 2 * 3 * 4.\n\n"
        "Page one\ftwo.[^1] No note.[^9]\n\n\f\n\nThird.\n\n[^1]: The *note*.\n"
    )
    heading, first, second, third = read_text(text)
    assert (heading.level, heading.content) == (1, (TextRun("Heading"),))
    assert first.content == (
        TextRun("Hard"),
        Break(),
        TextRun("break and soft, "),
        TextRun("bold ", ("bold",)),
        TextRun("both", ("bold", "italic")),
        TextRun(" bold", ("bold",)),
        TextRun(", "),
        TextRun("italic", ("italic",)),
        TextRun("; 2 * 3 * 4."),
    )
    assert second.content == (
        TextRun("Page one"),
        PageBreak(),
        TextRun("two."),
        _note("note:0", TextRun("The "), TextRun("note", ("italic",)), TextRun(".")),
        TextRun(" No note.[^9]"),
    )
    assert third.content == (PageBreak(), TextRun("Third."))


def test_each_definition_of_a_note_is_a_note_of_its_own() -> None:
    text = "Text[^1] and[^2], later[^b].\n\n[^1]: see\nnote[^2]\n[^2]: end\n[^b]: last\n\nThe end."
    first, last = read_text(text)
    assert first.content == (
        TextRun("Text"),
        _note("note:0", TextRun("see note"), _note("", TextRun("end"))),
        TextRun(" and"),
        _note("note:1", TextRun("end")),
        TextRun(", later"),
        _note("note:2", TextRun("last")),
        TextRun("."),
    )
    assert last.content == (TextRun("The end."),)


CIRCULAR = {
    "Text[^1].\n\n[^1]: note [^1]\n": ["[^1]"],
    "Text[^a].\n\n[^a]: one[^b]\n[^b]: two[^a]\n": ["[^a]"],
    "".join(["Text[^0].\n\n", *(f"[^{n}]: x[^{n + 1}][^{n + 1}]\n" for n in range(60))]): ["[^3]"],
}


@pytest.mark.parametrize("text", CIRCULAR)
def test_a_note_within_itself_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    imported = Import(path)
    made = imported.tei("a", "a.xml").decode()
    found = [each for each in imported.findings if each.code == "import-note"]
    assert [each.message.split()[2] for each in found] == CIRCULAR[text]
    assert made.count("<note") >= 1 and CIRCULAR[text][0] in made


def test_every_line_can_be_kept() -> None:
    (block,) = read_text("one\ntwo\nthree", keep_lines=True)
    assert block.content == (TextRun("one"), Break(), TextRun("two"), Break(), TextRun("three"))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Ёлка".encode(), ""),
        ("Ёлка".encode("utf-8-sig"), ""),
        ("Ёлка".encode("utf-16"), ""),
        ("Ёлка".encode("windows-1251"), "windows-1251"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert decoded(data, "x.txt", encoding) == ("Ёлка", [])


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(VariorumError) as caught:
        decoded("one\ntwo Ёлка".encode("windows-1251"), "x.txt")
    (finding,) = caught.value.findings
    assert (finding.code, finding.line) == ("import-encoding", 2)


def test_characters_that_xml_cannot_hold_are_left_out_and_named() -> None:
    text, findings = decoded(b"one\ntwo\x08\x1b three", "x.txt")
    assert text == "one\ntwo three"
    assert [(finding.code, finding.line) for finding in findings] == [("import-character", 2)] * 2


FOOTNOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
    "See </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>there</w:t></w:r></w:p></w:footnote>"
    "</w:footnotes>"
)


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file with what transcripts hold."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    document = docx.Document()
    document.add_heading("A chapter", 1)
    paragraph = document.add_paragraph("Plain, ")
    paragraph.add_run("bold").bold = True
    paragraph.add_run(" and ")
    run = paragraph.add_run("both")
    run.bold = run.italic = True
    paragraph.add_run(", x")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(".")
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph._p.append(parse_xml(f'<w:r {w}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph._p.append(
        parse_xml(f"<w:del {w}><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>")
    )
    paragraph._p.append(parse_xml(f"<w:ins {w}><w:r><w:t> In.</w:t></w:r></w:ins>"))
    paragraph = document.add_paragraph("Page one")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("page two")
    paragraph.add_run().add_break()
    paragraph.add_run("next line")
    document.add_heading("A section", 2)
    document.add_paragraph("  Within\tit.  ")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "left"
    table.cell(0, 1).text = "right"
    document.add_heading("Another chapter", 1)
    document.add_paragraph("The end.")
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        FOOTNOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    path = tmp_path_factory.mktemp("word") / "letter.docx"
    document.save(str(path))
    return path


def test_a_word_file(word: Path, valid: Callable[[bytes], None]) -> None:
    root = _made(word, valid)
    body = root.find(f".//{T}body")
    etree.cleanup_namespaces(body)
    text = etree.tostring(body, encoding="unicode").replace(' xmlns="' + T[1:-1] + '"', "")
    lines = [line.strip() for line in text.strip().splitlines()]
    assert lines == [
        "<body>",
        "<div>",
        "<head>A chapter</head>",
        '<p n="1">Plain, <hi rend="bold">bold</hi> and <hi rend="bold italic">both</hi>, '
        'x<hi rend="superscript">2</hi>.<note type="authorial" place="foot">See '
        '<hi rend="italic">there</hi></note> In.</p>',
        '<p n="2">Page one<pb/>page two<lb/>next line</p>',
        "<div>",
        "<head>A section</head>",
        '<p n="3">Within it.</p>',
        "<table>",
        "<row>",
        "<cell>left</cell>",
        "<cell>right</cell>",
        "</row>",
        "</table>",
        "</div>",
        "</div>",
        "<div>",
        "<head>Another chapter</head>",
        '<p n="4">The end.</p>',
        "</div>",
        "</body>",
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b" \n\n ", "import-source"),
        ("none.txt", None, "import-source"),
        ("broken.docx", b"PK\x03\x04 no", "import-word"),
        ("text.docx", b"plain text", "import-word"),
    ],
)
def test_what_is_no_transcript_is_refused(
    tmp_path: Path, name: str, data: bytes | None, code: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(VariorumError) as caught:
        Import(tmp_path / name).tei("x", "x.xml")
    assert [finding.code for finding in caught.value.findings] == [code]


def test_a_beginning_that_is_nowhere_is_refused() -> None:
    with pytest.raises(VariorumError, match="no paragraph begins"):
        Import(SOURCE, begins="Once upon a time").tei("x", "x.xml")


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.variorum.import]\ntitle = "Given"\n', encoding="utf-8"
    )
    (tmp_path / "letter.txt").write_text("Dear all,\n\nyours.\n", encoding="utf-8")
    run = variorum(tmp_path, "import", "letter.txt", "tei/letter.xml")
    assert run.returncode == 0, run.stderr
    assert "tei/letter.xml written" in run.stdout and "still to be filled in: author" in run.stdout
    text = (tmp_path / "tei" / "letter.xml").read_text(encoding="utf-8")
    assert 'xml:id="letter"' in text and '<title type="main">Given</title>' in text
    assert variorum(tmp_path, "check", "tei/letter.xml").returncode == 0
    again = variorum(tmp_path, "import", "letter.txt", "tei/letter.xml")
    assert again.returncode == 2 and "--force" in again.stderr
    run = variorum(tmp_path, "import", "nowhere.txt", "tei/x.xml")
    assert run.returncode == 1 and not (tmp_path / "tei" / "x.xml").exists()
