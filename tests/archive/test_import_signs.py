"""Signs of fonts in which a code is not what it is in Unicode: whoever names the font is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.imports.odt_files import OdtFile
from tests.archive.imports.word_files import WordFile, p, r
from tests.archive.test_import_words import imported, tei_words, written

_GREEK = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Greek"><w:name w:val="Greek"/>'
    f"<w:rPr>{_GREEK}</w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Below"><w:name w:val="Below"/>'
    '<w:basedOn w:val="Greek"/></w:style>'
    '<w:style w:type="character" w:styleId="Sign"><w:name w:val="Sign"/>'
    f"<w:rPr>{_GREEK}</w:rPr></w:style>"
)
_LATIN = '<w:rFonts w:ascii="Times" w:hAnsi="Times"/>'
_THEME = '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Symbol" w:hAnsi="Symbol"/>'
_MIXED = '<w:rFonts w:ascii="Times" w:hAnsi="Symbol"/>'


@pytest.mark.parametrize(
    ("style", "properties", "text", "expected"),
    [
        ("", _GREEK, "abc", "αβχ"),
        ("Greek", "", "abc", "αβχ"),
        ("Below", "", "a b", "α β"),
        ("Greek", _LATIN, "abc", "abc"),
        ("Greek", '<w:rFonts w:cs="Arial"/>', "abc", "αβχ"),
        ("Greek", "<w:i/>", "a", "α"),
        ("", '<w:rStyle w:val="Sign"/>', "pw", "πω"),
        ("", _THEME, "abc", "abc"),
        ("", _MIXED, "a®", "a→"),
        ("", "", "a\uf062", "aβ"),
        ("", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', "\u00e0", "→"),
        ("", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', "слово", "слово"),
    ],
)
def test_signs_of_word_are_what_their_font_shows(
    style: str, properties: str, text: str, expected: str, tmp_path: Path
) -> None:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    file = WordFile(p(r(text, properties), named), {"styles": _STYLES})
    assert tei_words(imported(file.write(tmp_path / "a.docx"))) == expected.split()


def _odt_style(name: str, family: str, properties: str, parent: str = "") -> str:
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{based}>'
        f"<style:text-properties {properties}/></style:style>"
    )


@pytest.mark.parametrize(
    ("paragraph", "span", "expected"),
    [
        ("Greek", "", "αβχ"),
        ("Below", "", "αβχ"),
        ("Greek", "Latin", "abc"),
        ("Plain", "Sign", "αβχ"),
        ("Plain", "", "abc"),
    ],
)
def test_signs_of_opendocument_are_what_their_font_shows(
    paragraph: str, span: str, expected: str, tmp_path: Path
) -> None:
    styles = (
        _odt_style("Greek", "paragraph", "fo:font-family=\"'Symbol'\"")
        + _odt_style("Below", "paragraph", 'fo:color="#000000"', "Greek")
        + _odt_style("Plain", "paragraph", 'fo:color="#000000"')
        + _odt_style("Latin", "text", 'style:font-name="Times"')
        + _odt_style("Sign", "text", 'style:font-name="Signs"')
        + '<style:font-face style:name="Signs" svg:font-family="Symbol"/>'
    )
    text = f'<text:span text:style-name="{span}">abc</text:span>' if span else "abc"
    file = OdtFile(f'<text:p text:style-name="{paragraph}">{text}</text:p>', styles)
    assert tei_words(imported(file.write(tmp_path / "a.odt"))) == [expected]


def test_a_sign_that_nobody_knows_is_told(tmp_path: Path) -> None:
    fonts = '<w:rFonts w:ascii="Webdings" w:hAnsi="Webdings"/>'
    said = written(WordFile(p(r("ab", fonts))).write(tmp_path / "a.docx"))
    assert '<p n="1">\uf061\uf062</p>' in said
    assert "sign of the font Webdings (1): stands as U+F061" in said
