"""What mends a finding at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.texts import tei
from variorum.check import check
from variorum.desk.cures import cures
from variorum.desk.silence import EMPTY, exception, insertion
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
    (cure,) = cures(finding, text, offset)
    for start, end, new in sorted(cure.changes, reverse=True):
        text = text[:start] + new + text[end:]
    assert text == tei(f"<p>{right}</p>")
    file.write_text(text, encoding="utf-8")
    assert not [each for each in check(Edition.of([file], tmp_path)) if each.level == "error"]


def test_an_exception_silences_its_finding_and_no_other(tmp_path: Path) -> None:
    text = tei('<p xml:id="one">A <gap/>.</p><p xml:id="two">B <gap/>.</p>')
    file = tmp_path / "a.xml"
    file.write_text(text, encoding="utf-8")
    found = [each for each in check(Edition.of([file], tmp_path)) if "gap" in each.code]
    assert len(found) == 2
    offset = DocumentBytes(text.encode()).offset(found[1].line, found[1].column)
    words = exception(found[1], file.name, text, offset)
    at = insertion(EMPTY)
    assert at is not None
    (tmp_path / "exceptions.xml").write_text(EMPTY[:at] + words + EMPTY[at:], encoding="utf-8")
    left = [each for each in check(Edition.of([file], tmp_path)) if "gap" in each.code]
    assert left == found[:1]
