"""No word of a Word or OpenDocument file is lost, doubled or glued: pandoc reads the same."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.archive.imports.docx_samples import DOCX_SAMPLES
from tests.archive.imports.more_samples import MORE_WORD
from tests.archive.imports.odt_samples import ODT_SAMPLES
from tests.archive.imports.samples import SAMPLES
from tests.archive.imports.word_files import WordFile, p
from tests.conftest import ROOT, SLOW, Golden, sample, shared, tool
from variorum.findings import VariorumError
from variorum.relaxng import load_schema
from variorum.transcripts.tei import Import

FOLDER = Path(__file__).parent
GRAMMAR = load_schema(ROOT / "tei" / "schema" / "edition.rng")
T = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
BLOCKS = {
    T + name
    for name in (
        "p",
        "head",
        "item",
        "cell",
        "row",
        "table",
        "list",
        "note",
        "lb",
        "pb",
        "cb",
        "quote",
    )
}
BLOCKLIKE = {
    *("Para", "Plain", "Header", "LineBreak", "SoftBreak", "Space", "Note", "BulletList"),
    *("OrderedList", "Table", "BlockQuote", "Div", "CodeBlock"),
}
WORD_FILES = SAMPLES | MORE_WORD | DOCX_SAMPLES
WORDS = {
    # what is not kept is told in the golden
    "not-kept": "Chart and diagram after it. x Pears. No note, shaded",
    # text boxes are not read by pandoc
    "boxes": "Around it. In the box Next.",
    "old-box": "Before after. Old box",
    # comments are left out by pandoc
    "comments": "Doubtful Please check. words.",
    # the strict vocabulary is not read by pandoc
    "strict": "Strict z",
    # a formula is in TeX there
    "formulas": "Where abx2 holds.",
    "formula-alone": "y",
    # rows in controls are not read by pandoc
    "table-wrapped": "a b",
    # an initial is a word of its own there
    "initial": "Once upon a time.",
    # a paragraph whose end is deleted ends there
    "joined": "The harbour.",
    # results of simple fields are not read by pandoc
    "simple-field": "Page 12 ends.",
    # custom XML and changes of direction are not read by pandoc
    "wrappers": "Smart control custom dir bdo",
    # custom XML is not read by pandoc
    "blocks-in-controls": "One. Two. Three.",
    # what a cell covers by the old way is not read by pandoc
    "table-of-odd-rows": "late one two wide its other half",
    # the mark that the author gave a note is a word of the text, and follows the note
    "own-marks": "Starred * Its words. * here.",
    # what was inserted by one and deleted by another takes the letters beside it along in pandoc
    "changes-in-words": "harbour and always Split here.",
    # comments are left out by pandoc
    "comment-in-a-note": "Text A note Is this right? goes on. .",
    # signs of fonts are not read by pandoc, but for those of Wingdings
    "signs": "AЖb → c",
    # tabs and the old sign for a line break are not read by pandoc
    "tabs-of-all-kinds": "left right far end new",
    # glosses are left out by pandoc, with their words
    "glosses": "Read 東京 (とうきょう)aloud.",
    # a formula is in TeX there
    "formulas-in-words": "If x is y, stop.",
    # results of simple fields are not read by pandoc
    "simple-fields": "As on p.12, Table 3: words.",
    # text boxes are read by pandoc at once, and the paragraph around them is not
    "boxes-in-words": "before Boxed words Second box Next.",
    # the title is taken out of the text by pandoc
    "python-letter": "A letter from the harbour Vardø, 3 May 1866 Dear friend, the Mary’s cargo is "
    "unloaded. Yours, N.",
    # comments are left out by pandoc
    "python-comments": "First doubt Is it? ful.",
}
"""The words of samples in which pandoc reads others, each with the reason."""
ODT_WORDS = {
    # glosses are left out by pandoc, with their words
    "ruby": "Read 東京 (とうきょう)aloud.",
    # fields of most kinds are not read by pandoc
    "sources": "As [S1999] says, Table 1, page 4, by Ann, see 1, May, <name>, value.",
    # comments are left out by pandoc
    "notes": "Word First. Second. and At the end. so Right? on.",
    # paragraphs that are numbered outside lists are not read by pandoc
    "lists": "Heading of it one still one inner numbered alone End.",
    # tables in tables are not read by pandoc
    "tables": "wide a in b End.",
    # tables of contents are not read by pandoc
    "sections": "In a section. Deeper. Contents One 4 One",
    # text boxes are not read by pandoc
    "frames": "before Boxed words Shape Next.",
    # most of these are not read by pandoc
    "metadata": "Marked field booked defined if secret end control",
}


def tei_words(body: etree._Element) -> list[str]:
    """The words of the text in their order, notes at their places."""

    def pieces(element: etree._Element) -> Iterator[str]:
        apart = " " if element.tag in BLOCKS else ""
        yield apart
        if element.tag != T + "figDesc":
            yield element.text or ""
            for child in element:
                yield from pieces(child)
                yield child.tail or ""
        yield apart

    return "".join(pieces(body)).split()


def pandoc_words(path: Path) -> list[str]:
    """The words that pandoc finds, from the tree that it makes of a file."""
    run = subprocess.run(
        [pandoc(), "--from", path.suffix[1:], "--to", "json", str(path)],
        capture_output=True,
        check=True,
    )
    return "".join(_strings(json.loads(run.stdout)["blocks"])).split()


def pandoc() -> str:
    """The program, or the copy of it that a package for tests brings."""
    beside = next(Path(sys.prefix).glob("lib/python*/site-packages/pypandoc/files/pandoc"), None)
    return str(beside) if beside else tool("pandoc")


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _strings(each)
    elif isinstance(node, dict) and "t" in node:
        apart = " " if node["t"] in BLOCKLIKE else ""
        yield apart
        if node["t"] == "Str":
            yield node["c"]
        elif node["t"] in ("Code", "CodeBlock"):
            yield node["c"][1]
        elif node["t"] == "Image":
            pass
        elif node["t"] in ("Link", "Span", "Header", "Div"):
            yield from _strings(node["c"][1 if node["t"] != "Header" else 2])
        else:
            yield from _strings(node.get("c", []))
        yield apart


def imported(path: Path, **options: Any) -> etree._Element:
    """The body of what is made of a file, which is valid."""
    data = Import(path, **options).tei("made", "made.xml")
    assert GRAMMAR.validate(data) == []
    return etree.fromstring(data).find(f".//{T}body")


def _bare(words: list[str]) -> list[str]:
    return [re.sub("\u00ad", "", word) for word in words]


def _file(name: str, form: str, folder: Path) -> Path:
    """A sample, written."""
    samples = WORD_FILES if form == "docx" else ODT_SAMPLES
    return samples[name]().write(folder / f"{name}.{form}")


def test_there_are_many_samples_of_all_kinds() -> None:
    """Samples of two kinds with one name would hide each other."""
    assert len(WORD_FILES) == len(SAMPLES) + len(MORE_WORD) + len(DOCX_SAMPLES)
    assert len(WORD_FILES) + len(ODT_SAMPLES) >= 80


@pytest.mark.parametrize(
    ("form", "name"), [("docx", name) for name in WORDS] + [("odt", name) for name in ODT_WORDS]
)
def test_no_word_is_lost_where_pandoc_loses_some(form: str, name: str, tmp_path: Path) -> None:
    expected = (WORDS if form == "docx" else ODT_WORDS)[name]
    assert tei_words(imported(_file(name, form, tmp_path))) == expected.split()


ALIKE = [("docx", name) for name in WORD_FILES if name not in WORDS]
ALIKE += [("odt", name) for name in ODT_SAMPLES if name not in ODT_WORDS]


@pytest.mark.parametrize(("form", "name"), sample(ALIKE, 14))
def test_no_word_is_lost(form: str, name: str, tmp_path: Path) -> None:
    path = _file(name, form, tmp_path)
    assert _bare(tei_words(imported(path))) == _bare(pandoc_words(path))


@SLOW
@pytest.mark.parametrize("name", ("glued", "lists", "looks", "pages", "revisions", "report"))
def test_no_word_of_a_case_is_lost(name: str) -> None:
    """The words that pandoc finds stand in the text, in their order, with others between them."""
    path = shared(f"cases/import/{name}.docx")
    text, at = " ".join(_bare(tei_words(imported(path)))), 0
    for word in _bare(pandoc_words(path)):
        at = text.find(word, at)
        assert at >= 0, word
        at += len(word)


def written(path: Path, **options: Any) -> str:
    """The text of the TEI made of a file, which is valid, and what was said of it."""
    imported = Import(path, **options)
    data = imported.tei("made", "made.xml").decode()
    assert GRAMMAR.validate(data.encode()) == [], path.name
    begin = data.index("  <facsimile" if "<facsimile" in data else "  <text>")
    lines = [f"# {path.name}", data[begin : data.index("</TEI>")].rstrip()]
    said = [each for each in imported.findings if each.code != "import-prompt"]
    lines += [f"{each.level} {each.code}: {each.message}" for each in said]
    return "\n".join([*lines, *(f"picture {url}" for url in imported.media)]) + "\n"


def test_the_tei_of_every_sample(tmp_path: Path, golden: Golden) -> None:
    files = [_file(name, "docx", tmp_path) for name in SAMPLES | MORE_WORD]
    files += [_file(name, "odt", tmp_path) for name in ODT_SAMPLES]
    golden(FOLDER / "imports" / "samples.golden", "".join(written(file) for file in files))


def test_the_tei_of_every_case(golden: Golden) -> None:
    names = ("glued", "lists", "looks", "pages", "report", "revisions")
    files = [shared(f"cases/import/{name}.docx") for name in names]
    made = "".join(written(file) for file in files)
    golden(FOLDER / "imports" / "cases.golden", made)


def test_deletions_can_be_kept(tmp_path: Path) -> None:
    path = SAMPLES["tracked"]().write(tmp_path / "tracked.docx")
    (paragraph,) = imported(path, keep_deletions=True)
    parts = [(etree.QName(each).localname, each.text, each.get("resp")) for each in paragraph]
    assert parts == [("del", "sold ", "#hand-1"), ("add", "bought ", "#hand-1")]


def test_people_languages_and_the_change_are_in_the_header(tmp_path: Path) -> None:
    path = SAMPLES["comments"]().write(tmp_path / "comments.docx")
    root = etree.fromstring(Import(path, on=date(2020, 2, 3)).tei("made", "made.xml"))
    hand = root.find(f".//{T}respStmt[@{XML}id='hand-1']")
    assert hand.findtext(f"{T}name") == "Ann"
    (change,) = root.iterfind(f".//{T}revisionDesc/{T}change")
    assert (change.get("when"), change.get("who")) == ("2020-02-03", "#ed")
    path = SAMPLES["languages"]().write(tmp_path / "languages.docx")
    root = etree.fromstring(Import(path).tei("made", "made.xml"))
    declared = [each.get("ident") for each in root.iterfind(f".//{T}langUsage/{T}language")]
    assert declared == ["und", "de-DE", "fr-FR", "und-Hebr"]


def test_an_entity_bomb_in_a_word_file_is_refused(tmp_path: Path) -> None:
    path = WordFile(p("x")).write(tmp_path / "bomb.docx")
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    with zipfile.ZipFile(tmp_path / "new.docx", "w") as new, zipfile.ZipFile(path) as old:
        for name in old.namelist():
            new.writestr(name, bomb if name == "word/document.xml" else old.read(name))
    with pytest.raises(VariorumError) as caught:
        Import(tmp_path / "new.docx").tei("x", "x.xml")
    assert [each.code for each in caught.value.findings] == ["import-word"]
