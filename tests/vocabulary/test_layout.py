"""Numbers, breaks and spaces: what plain text does not show of them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.building import InMemory
from tests.vocabulary.documents import document_of
from variorum.outputs.html import HTML
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.source import Edition


def in_memory(folder: Path, body: str) -> InMemory:
    return InMemory(Edition.of([document_of(folder, body)], folder))


def test_only_the_numbers_of_the_edition_are_shown(tmp_path: Path) -> None:
    verses = "<l>a</l><l n='4'>b</l><l part='I'>c</l><l part='F'>d</l><l n='9'>e</l>"
    edition = in_memory(tmp_path, f"<lg>{verses}</lg>")
    assert re.findall(r'line-number">(.*?)<', edition.rendered(HTML)) == ["4", "9"]
    assert re.findall(r"#verse\((.+?)\)", edition.rendered(PDF)) == [
        'n: "4", shown: true',
        'n: "9", shown: true',
    ]
    stanza = edition.rendered(LATEX).partition("\\stanza\n")[2]
    assert re.findall(r"\\(skipnumbering|setline\{\d+\})", stanza) == [
        "skipnumbering",
        "setline{4}",
        *["skipnumbering"] * 2,
        "setline{9}",
    ]


def test_the_parts_of_a_verse_count_once(tmp_path: Path) -> None:
    verses = "<l>a</l><l>b</l><l>c</l><l>d</l><l part='I'>e</l><l part='F'>f</l><l>g</l>"
    edition = in_memory(tmp_path, f"<lg>{verses}</lg>")
    assert re.findall(r'line-number">(.*?)<', edition.rendered(HTML)) == ["5"]
    numbers = re.findall(r"#verse\((.*?)\)", edition.rendered(PDF))
    assert numbers == ['n: "1"', 'n: "2"', 'n: "3"', 'n: "4"', 'n: "5"', "", 'n: "6"']
    assert "\\skipnumbering{}f" in edition.rendered(LATEX)


def test_a_note_between_verses_stands_in_the_verse_before(tmp_path: Path) -> None:
    edition = in_memory(tmp_path, "<lg><l>a</l><note>n</note><l>b</l></lg>")
    page = edition.rendered(HTML)
    assert "note-between" not in page.partition("<body>")[2]
    assert re.search(r'<div class="tei-l"[^>]*>a<a class="note-reference"', page)


def test_a_space_is_a_space_in_what_a_reader_copies(tmp_path: Path) -> None:
    edition = in_memory(tmp_path, "<p>a<space/>b <space/>c</p>")
    page = edition.rendered(HTML)
    assert 'a<span class="tei-space"> </span>b <span class="tei-space"></span>c' in page
