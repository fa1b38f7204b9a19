"""Published TEI by others: no word is lost, every link holds, the HTML is valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import shared, slow
from tests.html.pages import broken_links, built, reading, told
from variorum.source import Edition

NAMES = (
    "Auden-Musulin-Papers__amp-data__amp-transcript__0043.xml",
    "FloChiff__DAHNProject__Lettre0432_11novembre1918.xml",
    "HistoryAtState__milestones__1977-1980.xml",
    "ISicily__ISicily__ISic001226.xml",
    "OpenArabicPE__journal_al-haqaiq__oclc_644997575-i_10.TEIP5.xml",
    "QHOD__qhod-edition-data__qhod.l.hbg.17190813.xml",
    "SCDH__seed-tei-transformations__BAlam52.tei.xml",
    "SCDH__seed-tei-transformations__Bisharah.tei.xml",
    "TEIC__Stylesheets__test.xml",
    "TEIC__Stylesheets__testBibliography1.xml",
    "TEIC__TEI__torture.xml",
    "arthur-schnitzler__schnitzler-briefe-data__L03085.xml",
    "dracor-org__greekdracor__euripides-hecuba.xml",
    "dracor-org__rusdracor__krylov-amerikantsy.xml",
    "dracor-org__yidracor__rose-engshaft.xml",
    "pruizf__disco__disco694n.xml",
    "tls-kr__tls-texts__KR3fa010.xml",
)
"""One or two of each kind; larger files of the same kinds add nothing but time."""


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_and_every_link_holds(name: str, tmp_path: Path) -> None:
    slow()
    file = shared("corpora") / name
    edition = Edition.of([file], file.parent)
    pages = built(edition, tmp_path)
    (source,) = edition.documents
    assert reading(pages[f"{source.id}.html"]) == told(edition, source)
    assert not list(broken_links(pages.values()))
