"""Numbers, breaks and spaces: what plain text does not show of them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.building import InMemory
from tests.vocabulary.documents import document_of
from variorum.outputs.html import HTML
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.outputs.text import TEXT
from variorum.source import Edition


def in_memory(folder: Path, body: str) -> InMemory:
    return InMemory(Edition.of([document_of(folder, body)], folder))


def test_only_the_numbers_of_the_edition_are_shown(tmp_path: Path) -> None:
    verses = "<l>a</l><l n='4'>b</l><l part='I'>c</l><l part='F'>d</l><l n='9'>e</l>"
    edition = in_memory(tmp_path, f"<lg>{verses}</lg>")
    assert re.findall(r'line-number"[^>]*>(.*?)<', edition.rendered(HTML)) == ["4", "9"]
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


def test_a_number_that_is_no_plain_number_is_shown(tmp_path: Path) -> None:
    verses = "<l n='10'>a</l><l n='10a'>b</l><l n='11'>c</l>"
    edition = in_memory(tmp_path, f"<lg>{verses}</lg>")
    assert 'line-number">10a<' in re.sub(r' href="[^"]*"', "", edition.rendered(HTML))
    assert '#verse(n: "10a")[b]' in edition.rendered(PDF)
    stanza = edition.rendered(LATEX).partition("\\stanza\n")[2]
    assert stanza.startswith(
        "\\setline{10}a&\n\\skipnumbering{}\\editionverse{10a}b&\n\\setline{11}c\\&"
    )


def test_the_parts_of_a_verse_count_once(tmp_path: Path) -> None:
    verses = "<l>a</l><l>b</l><l>c</l><l>d</l><l part='I'>e</l><l part='F'>f</l><l>g</l>"
    edition = in_memory(tmp_path, f"<lg>{verses}</lg>")
    assert re.findall(r'line-number"[^>]*>(.*?)<', edition.rendered(HTML)) == ["5"]
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


def test_a_reference_without_words_says_what_it_leads_to(tmp_path: Path) -> None:
    target = "<div xml:id='d'><head>On <index><term>x</term></index>tides<lb/>here</head></div>"
    refs = "<ptr target='#d'/>, <ref target='https://example.org/'/>, <ref target='#d #p'>w</ref>."
    edition = in_memory(tmp_path, f"<div><p xml:id='p'>See {refs}</p></div>{target}")
    page = edition.rendered(HTML)
    assert '<a class="ref" href="#d">On tides here</a>' in page
    assert '<a class="ptr" href="https://example.org/">example.org/</a>' in page
    assert re.search(r'href="#d">w</a><span class="also"><a href="#p"[^>]*></a></span>', page)
    assert "See On tides here, " in edition.rendered(LATEX)


def test_a_text_and_its_translation_stand_side_by_side(tmp_path: Path) -> None:
    body = "<div type='edition'><p>a</p></div><div type='apparatus'><p/></div>"
    body += "<div type='translation'><p>b</p></div><div type='commentary'><p>c</p></div>"
    page = in_memory(tmp_path, body).rendered(HTML)
    pair = page.partition('<div class="side-by-side">')[2].partition('<p class="tei-p"')[0]
    assert re.findall(r'generated heading">(.*?)<', pair)[:2] == ["Edition", "Translation"]
    assert page.count('generated heading">Translation<') == 1


def test_letters_tell_the_direction_of_a_transcription(tmp_path: Path) -> None:
    body = "<p xml:lang='ota'>yazıldı</p><p xml:lang='heb'>אבג</p><p xml:lang='ara-Latn'>kitab</p>"
    page = in_memory(tmp_path, body).rendered(HTML)
    assert re.findall(r'<p [^>]*lang="(\w+)[-\w]*"( dir="rtl")?', page) == [
        ("ota", ""),
        ("he", ' dir="rtl"'),
        ("ar", ""),
    ]


def test_ids_of_the_program_give_way_to_those_of_the_encoding(tmp_path: Path) -> None:
    body = "<p xml:id='note-1'>a<note>n</note></p><p xml:id='main'>b</p><p xml:id='edition-text'/>"
    page = in_memory(tmp_path, body).rendered(HTML)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {"note-1", "note-1:", "main", "main:", "edition-text", "edition-text:"} <= set(ids)
    assert '<p id="note-1">a' in page and 'href="#note-1:"' in page


def test_indents_are_kept_step_by_step(tmp_path: Path) -> None:
    edition = in_memory(tmp_path, "<lg><l rend='indent'>a</l><l rend='indent(2)'>b</l></lg>")
    assert "\n    a\n        b\n" in edition.rendered(TEXT)
    assert 'style="padding-inline-start: 3.2em">b' in edition.rendered(HTML)
    assert '#look("indented", "indented")[' in edition.rendered(PDF)
    assert "\\editionverseindent{}\\editionverseindent{}b" in edition.rendered(LATEX)


def test_marks_of_notes_stand_apart(tmp_path: Path) -> None:
    edition = in_memory(tmp_path, "<p>a<note>b</note><note>c</note></p>")
    assert '#note("note-2", "2", apart: true)[c]' in edition.rendered(PDF)
    assert "{b}\\editionapart{}\\editionnote{2}{c}" in edition.rendered(LATEX)


def test_latex_names_fonts_for_scripts(tmp_path: Path) -> None:
    edition = in_memory(tmp_path, "<p xml:lang='heb'>אבג</p>")
    assert "\\editionscript{hebrew}{Ezra SIL}\n" in edition.rendered(LATEX)
    assert "\\editionscript" not in in_memory(tmp_path, "<p>a</p>").rendered(LATEX)
