"""How words look in a page: what the model says of them, whatever the encoding says it with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import ROOT
from tests.html.pages import Page, built
from variorum.source import Edition

RNG = "{http://relaxng.org/ns/structure/1.0}"
XSLT = ROOT / "xslt"
PROSE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="words" xml:lang="en">
<teiHeader><fileDesc>
<titleStmt><title>Words</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc><encodingDesc><tagsDecl>
<rendition xml:id="slanted" scheme="css">font-style: italic</rendition>
<rendition selector="term" scheme="css">font-variant: small-caps</rendition></tagsDecl>
</encodingDesc></teiHeader><text><body><p>{}</p></body></text></TEI>"""


def _words() -> list[str]:
    """The closed set of rendition words, from the grammar of the model."""
    grammar = etree.parse(str(XSLT / "model" / "model.rng"))
    return [
        str(value.text)
        for value in grammar.iterfind(f".//{RNG}define[@name='rendition']//{RNG}value")
    ]


def _page(folder: Path, words: str) -> Page:
    (folder / "words.xml").write_text(PROSE.format(words), encoding="utf-8")
    return built(Edition.of([folder / "words.xml"], folder), folder / "output")["words.html"]


def _shown(page: Page) -> list[tuple[str, str]]:
    """The HTML element of each phrase of the paragraph, and its rendition classes."""
    return [
        (phrase.tag, " ".join(name for name in phrase.get("class", "").split() if name[:2] == "r-"))
        for phrase in page.root.xpath("//article//p[@id]/*")
    ]


def test_the_style_sheet_has_a_rule_for_each_word_and_no_other() -> None:
    css = (XSLT / "assets" / "variorum.css").read_text(encoding="utf-8")
    assert len(_words()) == 21
    assert set(re.findall(r"\.r-([a-z-]+)", css)) == set(_words())


@pytest.mark.parametrize(
    "attribute",
    [
        'rend="italic"',
        'rend="italics"',
        'rend="ital"',
        'rend="i"',
        'rend="it"',
        'rend="kursiv"',
        'rend="font-style: italic"',
        'rend="font-style:italic;"',
        'style="font-style: italic"',
        'rendition="#slanted"',
        'rendition="simple:italic"',
        "",
    ],
)
def test_spellings_of_italic_look_alike(attribute: str, tmp_path: Path) -> None:
    assert _shown(_page(tmp_path, f"<hi {attribute}>x</hi>")) == [("span", "r-italic")]


def test_each_kind_of_phrase_has_its_element_and_its_usual_look(tmp_path: Path) -> None:
    page = _page(
        tmp_path,
        "<emph>a</emph><foreign xml:lang='la'>b</foreign><foreign xml:lang='he'>c</foreign>"
        "<title level='m'>d</title><title level='a'>e</title><mentioned>f</mentioned>"
        "<hi rend='sup'>g</hi><hi rend='sub'>h</hi><emph rend='bold'>i</emph><term>j</term>",
    )
    assert _shown(page) == [
        ("em", "r-italic"),
        ("i", "r-italic"),
        ("i", ""),
        ("cite", "r-italic"),
        ("cite", ""),
        ("span", "r-italic"),
        ("sup", "r-superscript"),
        ("sub", "r-subscript"),
        ("em", "r-bold"),
        ("span", "r-small-capitals"),
    ]


def test_languages_are_those_of_the_model(tmp_path: Path) -> None:
    page = _page(
        tmp_path, "<foreign xml:lang='ger'>Wort</foreign><foreign xml:lang='heb'>מלה</foreign>"
    )
    german, hebrew = page.root.xpath("//article//i")
    assert (german.get("lang"), german.get("dir")) == ("de", None)
    assert (hebrew.get("lang"), hebrew.get("dir")) == ("he", "rtl")
