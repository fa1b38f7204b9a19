"""No word of the examples of the TEI Guidelines is lost, and none is said that they do not have."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.building import build, warm_saxon
from tests.conftest import shared, slow
from tests.text.examples import examples, lost_words
from variorum.proof.html import text_of_page
from variorum.proof.latex import book_of_latex
from variorum.proof.printed_book import PrintedBook
from variorum.proof.proof import labels
from variorum.proof.text import reading_text_of_file
from variorum.proof.typst import book_of_typst
from variorum.source import Edition, Source

_MODULES = (
    "analysis",
    "core",
    "dictionaries",
    "drama",
    "figures",
    "gaiji",
    "linking",
    "msdescription",
    "namesdates",
    "spoken",
    "textcrit",
    "textstructure",
    "transcr",
    "verse",
)


def texts_of(output: Path) -> dict[str, str]:
    """The running text in each output of an example; the PDF is set from the markup of `print`."""

    def read(name: str) -> str:
        return (output / name).read_text(encoding="utf-8")

    words = labels("en")
    books = {
        "print": book_of_typst(read("print/example.typ")),
        "latex": book_of_latex(read("print/example.tex"), words),
    }
    return {
        "html": text_of_page(read("html/example.html")),
        "text": reading_text_of_file(read("text/example.txt"), words),
        **{name: PrintedBook(book, words, {}).text() for name, book in books.items()},
    }


@pytest.mark.parametrize("module", _MODULES)
def test_no_word_of_an_example_is_lost(module: str, tmp_path: Path) -> None:
    slow()
    guidelines = etree.parse(shared("schema/p5subset.xml"))
    faults = {}
    for example in examples(guidelines, frozenset([module])):
        source = Source(tmp_path / "example.xml", f"{example.name}.xml", example.data)
        output = tmp_path / example.name
        edition = Edition(tmp_path, (source,), own=False)
        result = build(edition, output, saxon=warm_saxon())
        lost = [
            f"{name}: {words}"
            for name, shown in texts_of(output).items()
            if (words := lost_words(example.root, shown))
        ]
        said = [found.message for found in result.findings if found.code == "proof-failed"]
        assert (output / "pdf" / "example.pdf").stat().st_size
        if lost or said:
            faults[example.name] = lost + said
    assert faults == {}
