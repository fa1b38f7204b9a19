"""Published documents of others: every output is made, and no word of the text is lost or moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.conftest import SLOW, shared
from tests.html.pages import Page, broken_links
from tests.practice.running_text import lost_words, page_words, running_words, text_words
from variorum.source import Edition

NAMES = (
    "Auden-Musulin-Papers__amp-data__amp-transcript__0043.xml",
    "COST-ELTeC__ELTeC-rus__008_geroi-nashego-vremeni.xml",
    "FloChiff__DAHNProject__Lettre0432_11novembre1918.xml",
    "HistoryAtState__frus-history__1980-rereview-transcript.xml",
    "HistoryAtState__frus-history__1984-07-slany-report-to-congress.xml",
    "HistoryAtState__milestones__1977-1980.xml",
    "ISicily__ISicily__ISic001226.xml",
    "KONDE-AT__thun-data__suchecki-an-thun-1860-01-10-a3-xxi-d547.xml",
    "OpenArabicPE__journal_al-haqaiq__oclc_644997575-i_10.TEIP5.xml",
    "QHOD__qhod-edition-data__QhoDstandOff.xml",
    "QHOD__qhod-edition-data__qhod.l.hbg.17190813.xml",
    "SCDH__seed-tei-transformations__BAlam52.tei.xml",
    "SCDH__seed-tei-transformations__Bisharah.tei.xml",
    "TEIC__Stylesheets__test.xml",
    "TEIC__Stylesheets__testBibliography1.xml",
    "TEIC__TEI__testnames.xml",
    "TEIC__TEI__torture.xml",
    "arthur-schnitzler__schnitzler-briefe-data__L01974.xml",
    "arthur-schnitzler__schnitzler-briefe-data__L03085.xml",
    "dracor-org__gerdracor__kraus-die-letzten-tage-der-menschheit.xml",
    "dracor-org__greekdracor__euripides-hecuba.xml",
    "dracor-org__rusdracor__krylov-amerikantsy.xml",
    "dracor-org__yidracor__rose-engshaft.xml",
    "erc-dharma__tfa-pallava-epigraphy__DHARMA_INSPallava00377.xml",
    "jjmccollum__teiphy__ubs_ephesians.xml",
    "pruizf__disco__disco694n.xml",
    "sjhuskey__Calpurnius_Siculus__Poem4.xml",
    "sjhuskey__Calpurnius_Siculus__editio.xml",
    "tls-kr__tls-texts__KR3fa010.xml",
)

FILES = {
    "html": "html/{}.html",
    "text": "text/{}.txt",
    "latex": "print/{}.tex",
    "pdf": "pdf/{}.pdf",
}

NO_PDF = "sjhuskey__Calpurnius_Siculus__editio.xml"
"""The tests of printing make the PDF of this one, which takes as long as all others."""


@SLOW
@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_in_any_output(name: str, tmp_path: Path) -> None:
    file = shared("corpora") / name
    edition = Edition.of([file], file.parent)
    formats = [each for each in FILES if each != "pdf" or name != NO_PDF]
    result = build(edition, tmp_path, formats, saxon=warm_saxon())
    errors = {finding.code for finding in result.findings if finding.level == "error"}
    assert errors == set()
    for source in edition.documents:
        files = {format_: tmp_path / FILES[format_].format(source.id) for format_ in formats}
        assert all(file.stat().st_size for file in files.values())
        expected = running_words(source.root)
        # what looks like the number of a line may be words of the text in brackets
        printed = (text_words(files["text"], numbers=numbers) for numbers in (False, True))
        assert [] in [lost_words(expected, words, tmp_path) for words in printed]
        assert lost_words(expected, page_words(files["html"]), tmp_path) == []
    pages = [Page(page) for page in (tmp_path / "html").rglob("*.html")]
    assert pages and list(broken_links(pages)) == []


@SLOW
def test_a_folder_of_all_has_every_output(tmp_path: Path) -> None:
    """Ids and names that are in several documents are told apart; registers serve all documents."""
    folder = shared("corpora")
    edition = Edition.of([folder], folder)
    assert len(edition.documents) + len(edition.registers) == len(NAMES)
    made = build(edition, tmp_path, saxon=warm_saxon())
    assert [each for each in made.findings if each.level == "error"] == []
    assert len({name.casefold() for name in made.written}) == len(made.written)
    lacking = [
        file.format(source.id)
        for source in edition.documents
        for file in FILES.values()
        if file.format(source.id) not in made.written
    ]
    assert lacking == []


def test_a_lost_or_moved_word_is_seen(tmp_path: Path) -> None:
    words = ["the", "sea", "was", "calm", "and", "the", "wind", "was", "fair"]
    assert lost_words(words, words, tmp_path) == []
    assert lost_words(words, [*words[:3], "very", *words[3:]], tmp_path) == []
    assert lost_words(words, [*words[:3], *words[4:]], tmp_path) == ["calm"]
    assert lost_words(words, [*words[:3], *words[4:], "calm"], tmp_path) == ["calm"]
