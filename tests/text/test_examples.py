"""No word of the examples of the TEI Guidelines is lost, and none is said that they do not have."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.building import build, warm_saxon
from tests.conftest import shared, slow
from tests.text.examples import examples, lost_words
from variorum.proof.html import text_of_page
from variorum.proof.proof import labels
from variorum.proof.text import reading_text_of_file
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


@pytest.mark.parametrize("module", _MODULES)
def test_no_word_of_an_example_is_lost(module: str, tmp_path: Path) -> None:
    slow()
    guidelines = etree.parse(shared("schema/p5subset.xml"))
    faults = {}
    for example in examples(guidelines, frozenset([module])):
        source = Source(tmp_path / "example.xml", f"{example.name}.xml", example.data)
        output = tmp_path / example.name
        result = build(
            Edition(tmp_path, (source,), own=False), output, ("html", "text"), saxon=warm_saxon()
        )
        page = (output / "html" / "example.html").read_text(encoding="utf-8")
        text = (output / "text" / "example.txt").read_text(encoding="utf-8")
        shown = text_of_page(page), reading_text_of_file(text, labels("en"))
        lost = [words for each in shown if (words := lost_words(example.root, each))]
        said = [found.message for found in result.findings if found.code == "proof-failed"]
        if lost or said:
            faults[example.name] = lost + said
    assert faults == {}
