"""What the model says of breaks and of lines made of parts, and what every output does with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import InMemory
from tests.vocabulary.documents import MODEL, document_of
from variorum.outputs.html import HTML
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.outputs.text import TEXT
from variorum.source import Edition

BODY = (
    "<opener><dateline><placeName>Vienna</placeName><date>1 May</date></dateline></opener>"
    "<p>alpha<lb/>beta ga<lb break='no'/>mma<note>delta<lb/>epsilon</note></p>"
    "<ab>zeta<lb/>eta<pb n='7'/><cb n='8'/><gb n='9'/><milestone n='10' unit='scene'/></ab>"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> InMemory:
    folder = tmp_path_factory.mktemp("lines")
    return InMemory(Edition.of([document_of(folder, BODY)], folder))


def test_the_model_says_what_ends_at_a_break(made: InMemory) -> None:
    breaks = [each for each in made.model().iter() if each.get(f"{MODEL}is") == "break"]
    kinds = [(each.get(f"{MODEL}break"), each.get(f"{MODEL}within-word")) for each in breaks]
    lines = [("line", None), ("line", "true"), ("line", None), ("line", None)]
    assert kinds == [*lines, *((kind, None) for kind in ("page", "column", "quire", "section"))]


def test_lines_of_prose_run_on_in_every_output_and_others_are_kept(made: InMemory) -> None:
    page, printed, latex = (made.rendered(output) for output in (HTML, PDF, LATEX))
    assert 'alpha<span class="tei-lb"></span> beta ga<span class="tei-lb"></span>mma' in page
    assert 'delta<span class="tei-lb"></span> epsilon' in page
    assert "zeta<br>eta" in page
    assert "[alpha beta gamma#note(" in printed and "[delta epsilon]" in printed
    assert "zeta#source-line()eta" in printed
    assert "alpha beta gamma\\editionnote{1}{delta epsilon}" in latex
    assert "zeta\\editionbreak{}eta" in latex


def test_plain_text_keeps_every_line_but_divides_no_word(made: InMemory) -> None:
    text = made.rendered(TEXT)
    assert "alpha\nbeta gamma(1)" in text and "zeta\neta" in text and "delta\nepsilon" in text


def test_breaks_of_pages_are_shown_where_pages_can_be(made: InMemory) -> None:
    assert '#source-page("7")' in made.rendered(PDF)
    assert r"\editionpage{7}" in made.rendered(LATEX)
    page = made.rendered(HTML)
    for kind, name in (("pb", "page"), ("cb", "column"), ("gb", "quire")):
        assert f'<span class="break {kind}"><span class="hidden" lang="en">{name} ' in page
    assert '<span class="milestone">10</span>' in page


def test_the_parts_of_a_date_line_stand_apart(made: InMemory) -> None:
    assert '<span class="tei-placeName">Vienna</span> <span class="tei-date">1 May' in (
        made.rendered(HTML)
    )
    assert "\nVienna 1 May\n" in made.rendered(TEXT)
    assert "Vienna#blank()1 May" in made.rendered(PDF)
    assert r"Vienna\editionspace{}1 May" in made.rendered(LATEX)


def test_white_space_of_the_encoding_sets_parts_apart_once(tmp_path: Path) -> None:
    body = BODY.replace("</placeName><date>", "</placeName> <date>")
    made = InMemory(Edition.of([document_of(tmp_path, body)], tmp_path))
    assert "Vienna</span> <span" in made.rendered(HTML)
    assert "\nVienna 1 May\n" in made.rendered(TEXT)
