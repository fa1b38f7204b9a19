"""What is built of the note says what the oracle says: in plain text, HTML and PDF."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from lxml import html

from tests.building import build
from tests.conftest import ROOT, tool
from tests.note.reading import expected_reading, source_paragraphs
from variorum.source import Edition

CURLED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
GENERATED = re.compile("[⟨⟩]")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of this edition, built once."""
    folder = tmp_path_factory.mktemp("output")
    build(Edition.here(ROOT), folder)
    return folder


def _paragraphs() -> dict[str, str]:
    return {key: text for key, text in source_paragraphs().items() if key.startswith("p")}


def test_the_text_of_the_witness_is_the_source(output: Path) -> None:
    blocks = (output / "text" / "lukin-note.T.txt").read_text(encoding="utf-8").split("\n\n")
    expected = list(_paragraphs().values())
    assert len(expected) == 11
    assert blocks[:-1] == expected
    assert blocks[-1] == "V. Lukin\n22.08.89\n"


def test_the_text_of_the_witness_is_straight(output: Path) -> None:
    for name in ("lukin-note.T.txt", "lukin-note.txt"):
        text = (output / "text" / name).read_text(encoding="utf-8")
        assert not set(text) & set("“”‘’„«»")


def _reading(text: str) -> dict[str, str]:
    found = re.findall(r"^\[(\d+)\] (.+)$", text, re.MULTILINE)
    body = found[: len(_paragraphs())]
    return {f"p{number}": re.sub(r"\(\d+\)", "", words) for number, words in body}


def test_the_reading_text_differs_where_the_dossier_says(output: Path) -> None:
    read = _reading((output / "text" / "lukin-note.txt").read_text(encoding="utf-8"))
    expected = {key: text for key, text in expected_reading().items() if key in read}
    assert {key: GENERATED.sub("", text) for key, text in read.items()} == expected
    assert "⟨of⟩" in read["p9"]


def _plain(paragraph: html.HtmlElement) -> str:
    for mark in paragraph.xpath(".//*[@role='doc-noteref' or @class='hidden']"):
        mark.drop_tree()
    return str(paragraph.text_content()).translate(CURLED)


@pytest.mark.parametrize(("page", "witness"), [("lukin-note", False), ("lukin-note.T", True)])
def test_the_pages_hold_the_same_words(output: Path, page: str, witness: bool) -> None:
    tree = html.parse(str(output / "html" / f"{page}.html"))
    expected = _paragraphs() if witness else expected_reading()
    for key in _paragraphs():
        (paragraph,) = tree.xpath(f"//*[@id='{key}']")
        words = " ".join(GENERATED.sub("", _plain(paragraph)).split())
        assert words == expected[key], key


def test_an_entry_without_words_follows_a_whole_word(output: Path) -> None:
    text = (output / "text" / "lukin-note.txt").read_text(encoding="utf-8")
    followed = re.findall(r"^\[(\d+)\] after ([^]]+)\]", text, re.MULTILINE)
    assert followed
    for number, word in followed:
        paragraph = re.search(rf"^\[{number}\] (.+)$", text, re.MULTILINE)
        assert paragraph and word in re.findall(r"\w+", paragraph[1])


def test_conjectures_are_in_no_text(output: Path) -> None:
    read = _reading((output / "text" / "lukin-note.txt").read_text(encoding="utf-8"))
    texts = [*read.values(), (output / "text" / "lukin-note.T.txt").read_text(encoding="utf-8")]
    for text in texts:
        assert "humane socialism" not in text
        assert "emerges before us" not in text
        assert "refraining" not in text


def test_the_pdf_holds_the_words_of_every_paragraph(output: Path) -> None:
    import subprocess

    pdf = output / "pdf" / "lukin-note.pdf"
    run = subprocess.run(
        [tool("pdftotext"), "-raw", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    text = unicodedata.normalize("NFKC", run.stdout).translate(CURLED)
    text = re.sub(r"[-\u2010\u00ad]\n?", "", text)
    printed = re.findall(r"[^\W\d_]+", text)
    at = printed.index("recent") - 3  # the text begins with "The events of recent months"
    for key, paragraph in expected_reading().items():
        for word in re.findall(r"[^\W\d_]+", paragraph.replace("-", "")):
            # a page break sets the notes of the page between two words of the text
            at = printed.index(word, at, at + 400) + 1
        assert at, key


def test_the_register_after_the_text_is_punctuated_as_its_entries(output: Path) -> None:
    text = (output / "text" / "lukin-note.txt").read_text(encoding="utf-8")
    register = text.partition("\nREGISTER\n")[2]
    assert "shelfmark SAPMO-BA, DY 30, 2437; English translation" in register
    assert re.findall(r"[,;] [,;.]|[.;],", register) == []
    assert register.count("siglum S. Seen in English translation.") == 1
