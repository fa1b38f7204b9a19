"""Notes of pages of HTML stand where their marks stand, whichever program wrote the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.archive.test_import_words import GRAMMAR, T, tei_words
from variorum.transcripts.tei import Import

Read = Callable[[str], tuple[etree._Element, str]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The body of the TEI of a page, which is valid, and what was said."""

    def reading(page: str) -> tuple[etree._Element, str]:
        (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
        made = Import(tmp_path / "a.html")
        data = made.tei("made", "made.xml")
        assert GRAMMAR.validate(data) == []
        said = "\n".join(each.message for each in made.findings if each.code != "import-prompt")
        body = etree.fromstring(data).find(f".//{T}body")
        assert body is not None
        return body, said

    return reading


PAGES = {
    "pandoc": (
        '<p>I came<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>'
        ' home<a href="#fn2" id="fnref2"><sup>2</sup></a>.</p>'
        '<section id="footnotes" class="footnotes"><hr/><ol><li id="fn1"><p>By <em>train</em>.</p>'
        '<p>More.<a href="#fnref1" class="footnote-back">↩︎</a></p></li>'
        '<li id="fn2"><p>In May.<a href="#fnref2">↩︎</a></p></li></ol></section>'
    ),
    "google": (
        '<p>I came<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> home<sup>'
        '<a href="#ftnt2" id="ftnt_ref2">[2]</a></sup>.</p><hr>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> By <i>train</i>.</p><p>More.</p></div>'
        '<div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a> In May.</p></div>'
    ),
    "word": (
        '<div class=WordSection1><p class=MsoNormal>I came<a href="#_ftn1" name="_ftnref1">'
        "<span class=MsoFootnoteReference>[1]</span></a> home"
        '<a href="#_ftn2" name="_ftnref2">[2]</a>.</p></div>'
        "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>"
        '<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> By'
        " <i>train</i>.</p><p>More.</p></div>"
        '<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> In May.</p></div></div>'
    ),
    "libreoffice": (
        '<p>I came<a class="sdfootnoteanc" name="s1anc" href="#s1sym"><sup>1</sup></a> home'
        '<a class="sdfootnoteanc" name="s2anc" href="#s2sym"><sup>2</sup></a>.</p>'
        '<div id="sdfootnote1"><p><a name="s1sym" href="#s1anc">1</a>By <i>train</i>.</p>'
        '<p>More.</p></div><div id="sdfootnote2"><p><a name="s2sym" href="#s2anc">2</a>In May.</p>'
        "</div>"
    ),
    "markdown": (
        '<p>I came<sup id="fnref:1"><a href="#fn:1">1</a></sup> home<sup id="fnref:2">'
        '<a href="#fn:2">2</a></sup>.</p><div class="footnotes"><ol>'
        '<li id="fn:1"><p>By <em>train</em>.</p><p>More. <a href="#fnref:1">↩</a></p></li>'
        '<li id="fn:2"><p>In May. <a href="#fnref:2">↩</a></p></li></ol></div>'
    ),
}


@pytest.mark.parametrize("program", PAGES)
def test_notes_stand_at_their_marks(program: str, read: Read) -> None:
    body, _ = read(PAGES[program])
    assert " ".join(tei_words(body)) == "I came By train. More. home In May. ."
    first, second = body.iter(f"{T}note")
    assert len(first.findall(f"{T}p")) == 2 and second.findall(f"{T}p") == []
    assert body.find(f".//{T}ref") is None and body.find(f".//{T}list") is None


def test_a_note_with_several_marks_is_one(read: Read) -> None:
    body, _ = read(
        '<p>A<sup id="r1"><a href="#n">[1]</a></sup> B<sup id="r2"><a href="#n">[1]</a></sup>.</p>'
        '<ol><li id="n"><span class="mw-cite-backlink">^ <a href="#r1">a</a> <a href="#r2">b</a>'
        "</span> Smith.</li></ol>"
    )
    (note,) = body.iter(f"{T}note")
    assert note.text == "Smith."
    (mark,) = body.iter(f"{T}ptr")
    assert mark.get("target") == f"#{note.get('{http://www.w3.org/XML/1998/namespace}id')}"


@pytest.mark.parametrize(
    "page",
    [
        # a table of contents, whose headings lead back to it
        '<ul><li><a href="#s" id="t">1</a></li></ul><h2 id="s"><a href="#t">One</a></h2><p>x</p>',
        # a link to a paragraph that leads to another one
        '<p><a href="#b" id="a">1</a> x</p><p id="b">y <a href="#c">z</a></p><p id="c">w</p>',
        # words, and no mark
        '<p><a href="#b" id="a">see below</a></p><p id="b">y <a href="#a">back</a></p>',
    ],
)
def test_links_that_are_no_marks_stay_links(page: str, read: Read) -> None:
    body, _ = read(page)
    assert body.find(f".//{T}note") is None
    assert len(list(body.iter(f"{T}ref"))) == 2


@pytest.mark.parametrize(
    ("ruby", "words"),
    [
        ("<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>", "a漢(kan)字(ji)b"),
        ("<ruby>漢<rp>（</rp><rt>kan</rt><rp>）</rp></ruby>", "a漢（kan）b"),
        ("<ruby><rb>漢</rb><rt>kan</rt></ruby>", "a漢(kan)b"),
    ],
)
def test_the_gloss_of_a_ruby_is_not_glued_to_its_word(ruby: str, words: str, read: Read) -> None:
    body, said = read(f"<p>a{ruby}b</p>")
    assert "".join(tei_words(body)) == words
    assert "ruby" in said


def test_no_note_is_lost_of_what_pandoc_writes(read: Read) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    source = "I came[^1] home[^b].\n\n[^1]: By *train*.\n\n    More.\n\n[^b]: In May.\n"
    body, _ = read(pypandoc.convert_text(source, "html5", format="markdown"))
    assert " ".join(tei_words(body)) == "I came By train. More. home In May. ."
