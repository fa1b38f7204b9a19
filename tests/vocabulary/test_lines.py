"""What the model says of breaks and of lines made of parts, and what every output does with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import InMemory
from tests.vocabulary.documents import MODEL, document_of
from variorum.outputs.html import HTML
from variorum.outputs.latex import LATEX
from variorum.outputs.output import TextOutput
from variorum.outputs.pdf import PDF
from variorum.outputs.text import TEXT
from variorum.proof import Proof
from variorum.proof.html import text_of_page
from variorum.source import Edition

BODY = (
    "<opener><dateline><placeName>Vienna</placeName><date>1 May</date></dateline></opener>"
    "<p>alpha<lb/>beta ga<lb break='no'/>mma<note>delta<lb/>epsilon</note></p>"
    "<ab>zeta<lb/>eta<pb n='7'/><cb n='8'/><gb n='9'/><milestone n='10' unit='scene'/></ab>"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> InMemory:
    return _made(tmp_path_factory.mktemp("lines"), BODY)


def _made(folder: Path, body: str) -> InMemory:
    return InMemory(Edition.of([document_of(folder, body)], folder))


def test_the_model_says_what_ends_at_a_break(made: InMemory) -> None:
    breaks = [each for each in made.model().iter() if each.get(f"{MODEL}is") == "break"]
    kinds = [(each.get(f"{MODEL}break"), each.get(f"{MODEL}within-word")) for each in breaks]
    lines = [("line", None), ("line", "true"), ("line", None), ("line", None)]
    assert kinds == [*lines, *((kind, None) for kind in ("page", "column", "quire", "section"))]


def test_lines_of_prose_run_on_in_every_output_and_others_are_kept(made: InMemory) -> None:
    page, printed, latex = (made.rendered(output) for output in (HTML, PDF, LATEX))
    assert 'alpha<span class="tei-lb"></span> beta ga<span class="tei-lb"></span>mma' in page
    assert "zeta<br>eta" in page
    assert "[alpha beta gamma#note(" in printed and "[delta epsilon]" in printed
    assert "zeta#source-line()eta" in printed
    assert "alpha beta gamma\\editionnote{1}{delta epsilon}" in latex
    assert "zeta\\editionbreak{}eta" in latex


def test_lines_that_editors_broke_in_a_note_are_kept_on_the_page(tmp_path: Path) -> None:
    body = (
        "<p>alpha<note>See the site.<lb/>Second line.</note>"
        "<note>beta<lb n='2'/>gamma<p>delta<lb/>epsilon</p></note></p>"
    )
    page = _made(tmp_path, body).rendered(HTML)
    assert "See the site.<br>Second line." in page
    line = '<span class="break lb"><span class="hidden" lang="en">line </span>2</span>'
    assert f'beta<span class="tei-lb"></span> {line}gamma' in page
    assert 'delta<span class="tei-lb"></span> epsilon' in page


def test_a_word_that_a_line_divides_is_whole_and_no_line_is_empty(tmp_path: Path) -> None:
    body = "<ab><pb n='1'/><lb n='1'/>one<lb n='2'/>thr<lb n='3' break='no'/>ee</ab>"
    made = _made(tmp_path, body + "<ab><hi><lb n='4'/>four<lb n='5'/>five</hi></ab>")
    page = made.rendered(HTML)
    line = '<span class="break lb"><span class="hidden" lang="en">line </span>{}</span>'
    first, second, third, fourth, fifth = (line.format(n) for n in range(1, 6))
    assert f'</span>{first}one<br>{second}thr<span class="tei-lb"></span>{third}ee</p>' in page
    assert f'r-italic">{fourth}four<br>{fifth}five</span>' in page
    assert "three" in made.rendered(TEXT)


def test_plain_text_keeps_every_line_but_divides_no_word(made: InMemory) -> None:
    text = made.rendered(TEXT)
    assert "alpha\nbeta gamma(1)" in text and "zeta\neta" in text and "delta\nepsilon" in text


def test_breaks_of_pages_are_shown_where_pages_can_be(made: InMemory) -> None:
    printed, latex, page = (made.rendered(output) for output in (PDF, LATEX, HTML))
    for number in ("7", "column 8", "quire 9"):
        assert f'#source-page("{number}")' in printed
        assert rf"\editionpage{{{number}}}" in latex
    assert '#source-section("scene 10")' in printed
    assert r"\editionsection{scene 10}" in latex
    number = '<span class="aside">7</span>'
    assert (
        f'<span class="break pb"><span class="hidden" lang="en">page </span>{number}</span>' in page
    )
    assert '<span class="break cb" lang="en">column 8</span>' in page
    assert '<span class="break gb" lang="en">quire 9</span>' in page
    assert '<span class="milestone" lang="en">scene 10</span>' in page
    assert "eta [p. 7] [column 8] [quire 9] [scene 10]" in made.rendered(TEXT)


def test_divisions_with_a_number_are_contents(tmp_path: Path) -> None:
    body = (
        "<div type='book' n='1'><div type='textpart' subtype='chapter' n='2'><p>a</p></div>"
        "<div n='3'><p>b</p></div><div type='chapter' n='4'><head>On tides</head><p>c</p></div>"
        "</div>"
    )
    _, _, contents = _made(tmp_path, body).rendered(HTML).partition('<nav class="contents"')
    named = re.findall(r'<a href="#[^"]*">([^<]*)</a>', contents.partition("</nav>")[0])
    assert named == ["Book 1", "Chapter 2", "3", "Chapter 4 On tides"]


@pytest.mark.parametrize("lines", ["kept", "flowed"])
def test_lines_of_the_source_are_kept_or_flowed_in_every_output(tmp_path: Path, lines: str) -> None:
    settings = f'[tool.variorum]\nlines = "{lines}"\n'
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    made = _made(tmp_path, "<p>alpha<lb/>beta</p><ab>zeta<lb/>eta</ab><lg><l>a<lb/>b</l></lg>")
    page, printed, latex, text = (made.rendered(output) for output in (HTML, PDF, LATEX, TEXT))
    if lines == "kept":
        assert page.count("<br>") == printed.count("#source-line()") - 1 == 3
        assert latex.count("\\editionbreak{}") == 3
        assert "alpha\nbeta" in text and "zeta\neta" in text and "a\nb" in text
    else:
        assert "<br>" not in page.partition("</article>")[0]
        assert printed.count("#source-line()") == 1  # in the colophon
        assert all("zeta eta" in output for output in (printed, latex, text))
        assert "alpha beta" in text and "\na b\n" in text


def test_the_parts_of_a_date_line_stand_apart(made: InMemory) -> None:
    assert '<span class="tei-placeName">Vienna</span> <span class="tei-date">1 May' in (
        made.rendered(HTML)
    )
    assert "\nVienna 1 May\n" in made.rendered(TEXT)
    assert "Vienna#blank()1 May" in made.rendered(PDF)
    assert r"Vienna\editionspace{}1 May" in made.rendered(LATEX)


DATES = {
    "an entry before a date": (
        "<app><lem wit='#A'>Wien</lem><rdg wit='#B'>Berlin</rdg></app><date>1. Mai</date>",
        "Wien 1. Mai",
    ),
    "an intervention between parts": (
        "<placeName>Wien</placeName><choice><abbr>d.</abbr><expan>den</expan></choice>"
        "<date>1. Mai</date>",
        "Wien den 1. Mai",
    ),
    "parts in entries": (
        "<app><lem><placeName>Wien</placeName></lem><rdg wit='#B'>Berlin</rdg></app>"
        "<app><lem><date>1. Mai</date></lem><rdg wit='#B'>2. Mai</rdg></app>",
        "Wien 1. Mai",
    ),
    "parts that are supplied": (
        "<supplied>Wien</supplied><supplied><date>1. Mai</date></supplied>",
        "⟨Wien⟩ ⟨1. Mai⟩",
    ),
    "words beside a part in an entry": (
        "<placeName>Wien</placeName> <app><lem><date>1</date>sten Mai</lem>"
        "<rdg wit='#B'>Mai</rdg></app>",
        "Wien 1sten Mai",
    ),
    "punctuation": ("<placeName>Wien</placeName><date>, 1. Mai</date>", "Wien, 1. Mai"),
    "white space in a part": ("<placeName>Wien </placeName><date>1. Mai</date>", "Wien 1. Mai"),
    "a part in two looks": ("<hi rend='large'>W</hi><hi>ien</hi>", "Wien"),
    "places": (
        "<settlement>Wien</settlement><country>Österreich</country><date>1. Mai</date>",
        "Wien Österreich 1. Mai",
    ),
}


@pytest.mark.parametrize("case", DATES)
def test_the_parts_of_a_date_line_are_neither_joined_nor_split(tmp_path: Path, case: str) -> None:
    encoded, words = DATES[case]
    made = _made(tmp_path, f"<opener><dateline>{encoded}</dateline></opener><p>x</p>")
    proof = Proof(made.source, made.document().language)
    outputs: tuple[tuple[str, TextOutput], ...] = (
        ("html", HTML),
        ("text", TEXT),
        ("print", PDF),
        ("latex", LATEX),
    )
    rendered = {kind: made.rendered(output) for kind, output in outputs}
    assert f"\n{words}\n" in rendered["text"]
    assert words in text_of_page(rendered["html"])
    assert not [found for kind in rendered for found in proof.failures(kind, rendered[kind])]


@pytest.mark.parametrize(
    ("case", "split"), [("punctuation", "Wien , 1. Mai"), ("a part in two looks", "W ien")]
)
def test_the_proof_finds_a_date_line_that_is_split(tmp_path: Path, case: str, split: str) -> None:
    encoded, words = DATES[case]
    made = _made(tmp_path, f"<opener><dateline>{encoded}</dateline></opener><p>x</p>")
    proof = Proof(made.source, made.document().language)
    text = made.rendered(TEXT)
    assert proof.failures("text", text.replace(words, split))


@pytest.mark.parametrize(
    ("case", "printed", "latex"),
    [
        ("punctuation", "Wien, 1", "Wien, 1"),
        ("a part in two looks", '[W]#look("italic")[ien]', r"{W}\textit{ien}"),
        (
            "parts in entries",
            '[Wien]]#blank()#app("app-2")[#first("app-2")[1',
            r"\editionspace{}\edtext{1. Mai}",
        ),
        ("an entry before a date", "[Wien]]#blank()1", r"\editionspace{}1. Mai"),
    ],
)
def test_printed_date_lines_have_a_blank_between_parts(
    tmp_path: Path, case: str, printed: str, latex: str
) -> None:
    made = _made(tmp_path, f"<opener><dateline>{DATES[case][0]}</dateline></opener><p>x</p>")
    assert printed in made.rendered(PDF)
    assert latex in made.rendered(LATEX)


def test_white_space_of_the_encoding_sets_parts_apart_once(tmp_path: Path) -> None:
    body = BODY.replace("</placeName><date>", "</placeName> <date>")
    made = _made(tmp_path, body)
    assert "Vienna</span> <span" in made.rendered(HTML)
    assert "\nVienna 1 May\n" in made.rendered(TEXT)
