"""What documents made at random have shown to go wrong, each kind by a smallest document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import InMemory, build, warm_saxon
from tests.conftest import SLOW
from variorum.findings import Diagnostic
from variorum.outputs.latex import LATEX
from variorum.outputs.text import TEXT
from variorum.source import Edition

_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>'
    "</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><listWit>{}</listWit>"
    "</sourceDesc></fileDesc></teiHeader>{}<text><body>{}</body></text></TEI>"
)
_WITNESSES = '<witness xml:id="W">W</witness><witness xml:id="V">V</witness>'
_ENTRY = '<p>a <app><lem wit="#W">r</lem><rdg wit="#V">{}</rdg></app>, z</p>'


def _edition(folder: Path, body: str, witnesses: str = _WITNESSES, lists: str = "") -> Edition:
    file = folder / "a.xml"
    file.write_text(_TEI.format(witnesses, lists, body), encoding="utf-8")
    return Edition.of([file], folder)


def _errors(edition: Edition, folder: Path, formats: tuple[str, ...]) -> list[Diagnostic]:
    made = build(edition, folder / "out", formats, saxon=warm_saxon())
    return [each for each in made.findings if each.level == "error"]


@pytest.mark.parametrize(
    ("reading", "lines"),
    [
        ("f<l>g</l>h", ["a f", "g", "h, z"]),
        ("f<l/>", ["a f", ", z"]),
        ("<l>g</l>h", ["a", "g", "h, z"]),
        ("f<byline/>", ["a f", ", z"]),
    ],
)
def test_words_beside_a_block_in_a_reading_are_in_its_witness(
    reading: str, lines: list[str], tmp_path: Path
) -> None:
    edition = _edition(tmp_path, _ENTRY.format(reading))
    text = InMemory(edition).rendered(TEXT, witness="V")
    shown = [line for line in text.splitlines() if line]
    assert shown[-len(lines) :] == lines
    assert _errors(edition, tmp_path, ("html", "text")) == []


SIGLA = {
    "a note": '<abbr type="siglum">B<note>of Bonn</note></abbr>',
    "raised markup": '<abbr type="siglum">B<hi rend="superscript"><q>ac</q> x</hi></abbr>',
}


@SLOW
@pytest.mark.parametrize("kind", SIGLA)
def test_a_siglum_may_hold_markup(kind: str, tmp_path: Path) -> None:
    witnesses = f'<witness xml:id="W">W</witness><witness xml:id="V">{SIGLA[kind]} Codex</witness>'
    edition = _edition(tmp_path, _ENTRY.format("f"), witnesses)
    assert _errors(edition, tmp_path, ("html", "text", "latex", "pdf")) == []
    assert "of Bonn" not in InMemory(edition).rendered(LATEX).split("\\beginnumbering")[1]


@SLOW
def test_witnesses_of_one_id_and_witnesses_without_any_are_printed(tmp_path: Path) -> None:
    twice = '<witness xml:id="V"><abbr type="siglum">{}</abbr> V</witness>'
    group = "<listWit><witness>none</witness></listWit>"
    witnesses = twice.format("A") + twice.format("B") + group
    edition = _edition(tmp_path, _ENTRY.format("f"), witnesses)
    assert _errors(edition, tmp_path, ("html", "text", "latex", "pdf")) == []


def test_braces_of_links_and_entries_are_balanced(tmp_path: Path) -> None:
    """An entry that begins in a name, which leads to the register, may end after it."""
    person = '<person xml:id="p"><persName>P</persName></person>'
    lists = f"<standOff><listPerson>{person}</listPerson></standOff>"
    body = (
        '<p>a <choice><orig>1 2</orig><reg><persName ref="#p">Rag</persName> und</reg></choice> b '
        'and <app from="#f" to="#t"><lem>x y</lem><rdg wit="#V">z</rdg></app>'
        '<persName ref="#p">u <anchor xml:id="f"/>x</persName> y<anchor xml:id="t"/></p>'
    )
    edition = _edition(tmp_path, body, lists=lists)
    made = InMemory(edition).rendered(LATEX)
    assert "\\hyperlink{" in made
    for link in re.finditer(r"\\hyperlink\{[^}]*\}\{", made):
        words = _group(made, link.end())
        assert words.count("\\edtext{") == len(re.findall(r"\}\{\\lemma|\\edtext\{\}", words))
    assert _errors(edition, tmp_path, ("latex",)) == []


def _group(source: str, start: int) -> str:
    """The words up to the brace that closes a group."""
    depth, at = 1, start
    while depth:
        depth += {"{": 1, "}": -1}.get(source[at], 0)
        at += 1
    return source[start : at - 1]


@SLOW
def test_a_text_too_deep_for_print_is_no_fault_of_the_program(tmp_path: Path) -> None:
    edition = _edition(tmp_path, "<p>" + '<hi rend="italic">' * 90 + "a" + "</hi>" * 90 + "</p>")
    (found,) = _errors(edition, tmp_path, ("html", "text", "latex", "pdf"))
    assert found.code == "print-too-deep" and "too deep" in found.message
    assert "fault" not in found.help
    assert {each.name for each in (tmp_path / "out").rglob("a.*")} >= {"a.html", "a.txt", "a.tex"}


@SLOW
def test_lines_of_all_kinds_stand_within_each_other_in_print(tmp_path: Path) -> None:
    rends = ("underline", "line-through", "overline", "double-underline")
    body = "".join(
        f'<hi rend="{outer}">a <hi rend="{inner}">b <del rend="{outer}">c</del></hi></hi> '
        for outer in rends
        for inner in rends
    )
    edition = _edition(tmp_path, f"<p>{body}</p>")
    made = build(edition, tmp_path / "out", ("pdf",), saxon=warm_saxon())
    assert [each.code for each in made.findings] == []


@SLOW
def test_a_title_of_many_characters_without_a_glyph_is_set(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    text = _TEI.format(_WITNESSES, "", "<p>a</p>").replace("<title>T", f"<title>{'字' * 900}")
    file.write_text(text, encoding="utf-8")
    assert _errors(Edition.of([file], tmp_path), tmp_path, ("pdf",)) == []


def test_a_detail_of_a_witness_may_stand_before_all_readings(tmp_path: Path) -> None:
    detail = '<witDetail wit="#V" target="#none">faded</witDetail>'
    entry = f'<app>{detail}<lem wit="#W">r</lem><rdg wit="#V">f</rdg></app>'
    edition = _edition(tmp_path, f"<p>a {entry}</p>")
    assert _errors(edition, tmp_path, ("html", "text", "latex")) == []
