"""What mends a finding at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.texts import tei
from variorum.check import check
from variorum.desk.cures import Cure, cures
from variorum.desk.silence import exception, recorded
from variorum.desk.wrapping import dated
from variorum.findings import Diagnostic
from variorum.source import Edition
from variorum.source.bytes import DocumentBytes


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("<placename>Ulm</placename>", "<placeName>Ulm</placeName>"),
        (
            "<placename n='1'><hi>U</hi></placename>",
            "<placeName n='1'><hi>U</hi></placeName>",
        ),
        ("<date wen='1989'>1989</date>", "<date when='1989'>1989</date>"),
        ('<date when="14.07.1989">x</date>', '<date when="1989-07-14">x</date>'),
        (
            '<anchor xml:id="page"/><ref target="#pgae">x</ref>',
            '<anchor xml:id="page"/><ref target="#page">x</ref>',
        ),
    ],
)
def test_a_guess_is_written_at_its_place(wrong: str, right: str, tmp_path: Path) -> None:
    text = tei(f"<p>{wrong}</p>")
    file = tmp_path / "a.xml"
    file.write_text(text, encoding="utf-8")
    told = [each for each in check(Edition.of([file], tmp_path)) if each.level == "error"]
    (finding,) = told
    offset = DocumentBytes(text.encode()).offset(finding.line, finding.column)
    cure = next(cures(finding, text, offset))
    for start, end, new in sorted(cure.changes, reverse=True):
        text = text[:start] + new + text[end:]
    assert text == tei(f"<p>{right}</p>")
    file.write_text(text, encoding="utf-8")
    assert not [each for each in check(Edition.of([file], tmp_path)) if each.level == "error"]


WRONG = tei(
    '<p>a<persName> Jo </persName>b <gap extent="unknown"/><gap reason="lost"/><hi/>'
    "<supplied>x</supplied>"
    '<app><lem wit="#A">x</lem><rdg wit="#Z">y</rdg></app><date from="1990" to="1980">x</date>'
    '<date when="1990" from="1989" to="1991">x</date><foreign xml:lang="la">x</foreign>'
    '<app><lem wit="#A">x</lem><rdg/></app><seg foo="y">z</seg></p>'
)
WRONG = WRONG.replace(
    "<profileDesc>", '<profileDesc><langUsage><language ident="en">E</language></langUsage>'
).replace("<sourceDesc>", '<sourceDesc><listWit>\n  <witness xml:id="A">A</witness>\n</listWit>')
CURES = {
    "name-edge-space": ["Move the space outside"],
    "gap-without-reason": ['Add reason="illegible"', 'Add reason="lost"'],
    "gap-without-extent": ['Add extent="unknown"'],
    "element-empty": ["Remove this hi"],
    "correction-without-responsibility": ['Add resp="#ed"'],
    "wit-undeclared": ["Declare the witness Z"],
    "date-range-reversed": ["Exchange @from and @to"],
    "date-twice-defined": ["Keep @when alone", "Remove @when"],
    "language-undeclared": ["Declare the language la"],
    "rdg-empty-unexplained": ['Add type="omission"'],
    "grammar-attribute-unknown": ["Remove @foo"],
    "variant-encoding-missing": [
        'Add <variantEncoding method="parallel-segmentation" location="internal"/>'
    ],
}


def test_every_cure_mends_its_finding(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(WRONG, encoding="utf-8")
    edition = Edition.of([file], tmp_path)
    place = DocumentBytes(WRONG.encode()).offset
    offered: dict[str, list[Cure]] = {}
    for each in check(edition, rules="edition"):
        offset = place(each.line, each.column) if each.line else 0
        offered.setdefault(each.code, list(cures(each, WRONG, offset)))
    titles = {code: [cure.title for cure in found] for code, found in offered.items() if found}
    assert titles == CURES
    changes = [change for found in offered.values() if found for change in found[0].changes]
    text = WRONG
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    file.write_text(text, encoding="utf-8")
    left = {each.code for each in check(Edition.of([file], tmp_path), rules="edition")}
    assert not left & CURES.keys()
    assert '\n  <witness xml:id="Z">Z</witness>\n</listWit>' in text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("a & b", "a &amp; b"),
        ("a < b", "a &lt; b"),
        ("<hi>a", "<hi>a</hi>"),
        ("a&ndash;b", "a–b"),
    ],
)
def test_what_is_no_xml_is_mended(wrong: str, right: str, tmp_path: Path) -> None:
    text = tei(f"<p>{wrong}</p>")
    file = tmp_path / "a.xml"
    file.write_text(text, encoding="utf-8")
    (finding,) = [each for each in check(Edition.of([file], tmp_path)) if each.level == "error"]
    offset = DocumentBytes(text.encode()).offset(finding.line, finding.column)
    ((start, end, new),) = next(cures(finding, text, offset)).changes
    assert text[:start] + new + text[end:] == tei(f"<p>{right}</p>")


def test_a_witness_is_declared_where_there_is_no_list() -> None:
    text = "<sourceDesc>\n  <bibl/>\n</sourceDesc><rdg wit='#Q'>x</rdg>"
    lost = Diagnostic("a.xml", 3, 19, "pointer-unresolved", "error", "#Q points to nothing")
    ((start, end, new),) = next(cures(lost, text, text.index("wit="))).changes
    assert new == '  <listWit><witness xml:id="Q">Q</witness></listWit>\n'
    assert text[:start].endswith("<bibl/>\n") and start == end
    assert not list(cures(lost, text.replace("wit=", "ref="), text.index("wit=")))


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("22 August 1989", "1989-08-22"),
        ("May 1901", "1901-05"),
        ("1848", "1848"),
        ("around 1848", ""),
        ("3/4 May 1901", ""),
        ("22.8.89", ""),
        ("no day", ""),
    ],
)
def test_a_date_in_words_gets_its_figures(words: str, when: str) -> None:
    text = f"<p>on <date>{words}</date> at</p>"
    for offset in (text.index("<date>") + 2, text.index(words) + 1):
        found = [
            text[: c[0]] + c[2] + text[c[1] :] for each in dated(text, offset) for c in each.changes
        ]
        assert found == ([text.replace("<date>", f'<date when="{when}">')] if when else [])
    assert not list(dated(text.replace("<date>", '<date when="1">'), text.index(words)))


def test_an_exception_silences_its_finding_and_no_other(tmp_path: Path) -> None:
    text = tei('<p xml:id="one">A <gap/>.</p><p xml:id="two">B <gap/>.</p>')
    file = tmp_path / "a.xml"
    file.write_text(text, encoding="utf-8")
    found = [each for each in check(Edition.of([file], tmp_path)) if "gap" in each.code]
    assert len(found) == 2
    offset = DocumentBytes(text.encode()).offset(found[1].line, found[1].column)
    words = exception(found[1], file.name, text, offset)
    change = recorded(words, "")
    assert change is not None
    (tmp_path / "exceptions.xml").write_text(change[2], encoding="utf-8")
    left = [each for each in check(Edition.of([file], tmp_path)) if "gap" in each.code]
    assert left == found[:1]
