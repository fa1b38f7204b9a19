"""Recorded exceptions: what they silence, and what is said of those that do not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.texts import house, tei
from variorum.check import check
from variorum.findings import Diagnostic
from variorum.source import Edition

BODY = (
    '<p xml:id="p1">On <date when="1989-08-23">22 August 1989</date>.</p>\n'
    '<p xml:id="p2">On <date when="1989-08-24">22 August 1989</date>,'
    ' <date when="1989-08-25">21 August 1989</date>.</p>'
)
ALL = [(28, 31), (29, 25), (29, 72)]


def checked(folder: Path, *exceptions: str, body: str = BODY) -> list[Diagnostic]:
    """An edition of one letter with these exceptions."""
    if not (folder / "tei").exists():
        house(folder)
    (folder / "tei" / "a.xml").write_text(tei(body), encoding="utf-8")
    lines = "\n".join(exceptions)
    (folder / "tei" / "exceptions.xml").write_text(
        f'<exceptions xmlns="urn:variorum:exceptions">\n{lines}\n</exceptions>\n', encoding="utf-8"
    )
    return check(Edition.here(folder))


def exception(place: str, code: str = "date-contradicts-text", reason: str = "As it is.") -> str:
    return f'<exception code="{code}" {place}><reason>{reason}</reason></exception>'


def left(findings: list[Diagnostic]) -> list[tuple[int, int]]:
    return [
        (finding.line, finding.column)
        for finding in findings
        if finding.code == "date-contradicts-text"
    ]


def test_without_exceptions_all_is_reported(tmp_path: Path) -> None:
    assert left(checked(tmp_path)) == ALL


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ('file="a.xml" id="p1"', ALL[1:]),
        ('file="a.xml" id="p2"', ALL[:1]),
        ('file="a.xml" element="date" text="22 August 1989"', ALL[2:]),
        ('file="a.xml" element="date" text="  21 August\n 1989 "', ALL[:2]),
        ('file="a.xml" element="date"', []),
        ('file="a.xml"', []),
    ],
)
def test_an_exception_silences_its_code_at_its_place(
    place: str, kept: list[tuple[int, int]], tmp_path: Path
) -> None:
    findings = checked(tmp_path, exception(place))
    assert left(findings) == kept
    assert len(findings) == len(kept)


def test_places_survive_edits_elsewhere(tmp_path: Path) -> None:
    body = "<p>A new paragraph.</p>\n\n" + BODY
    kept = left(checked(tmp_path, exception('file="a.xml" id="p2"'), body=body))
    assert kept == [(30, 25)]


@pytest.mark.parametrize(
    "place",
    [
        'file="b.xml"',
        'file="a.xml" id="p3"',
        'file="a.xml" element="persName"',
        'file="a.xml" element="date" text="23 August 1989"',
    ],
)
def test_an_exception_that_matches_nothing_is_a_finding(place: str, tmp_path: Path) -> None:
    findings = checked(tmp_path, exception(place))
    assert left(findings) == ALL
    (unused,) = (finding for finding in findings if finding.code == "exception-unused")
    assert (unused.file, unused.line, unused.level) == ("tei/exceptions.xml", 2, "warning")


def test_an_exception_outlives_its_finding_and_is_reported(tmp_path: Path) -> None:
    mended = BODY.replace("1989-08-23", "1989-08-22")
    findings = checked(tmp_path, exception('file="a.xml" id="p1"'), body=mended)
    assert [finding.code for finding in findings if finding.file.endswith("exceptions.xml")] == [
        "exception-unused"
    ]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('<exception code="date-contradicts-text" file="a.xml"/>', "may not be empty"),
        (exception('file="a.xml"', reason=" "), "<reason> is empty"),
        ('<exception file="a.xml"><reason>x</reason></exception>', "lacks @code"),
        (exception('id="p1"'), "lacks @file"),
        (exception('file="a.xml" id="p1" element="p"'), "@element"),
        (exception('file="a.xml" text="x"'), "@element"),
        ("<p/>", "<p>"),
        ("<exception", "no tag can begin"),
        (exception('file="a.xml"', code="date-contradicts"), "no code date-contradicts"),
        (exception('file="a.xml"', code="print-failed"), "checks have no code print-failed"),
        (exception('file="a.xml"', code="xml-not-well-formed"), "cannot be excepted"),
    ],
)
def test_a_malformed_file_is_a_finding_and_silences_nothing(
    wrong: str, said: str, tmp_path: Path
) -> None:
    findings = checked(tmp_path, wrong)
    faults = [finding for finding in findings if finding.file == "tei/exceptions.xml"]
    assert {finding.code for finding in faults} == {"exception-invalid"}
    assert all(finding.help for finding in faults) and said in faults[0].message
    assert left(findings) == ALL


def test_a_wrong_code_gets_a_guess(tmp_path: Path) -> None:
    findings = checked(tmp_path, exception('file="a.xml"', code="date-contradict-text"))
    assert findings[-1].help == "did you mean date-contradicts-text?"


def test_the_file_is_no_text_of_the_edition(tmp_path: Path) -> None:
    checked(tmp_path)
    assert [source.path.name for source in Edition.here(tmp_path).sources] == ["a.xml"]


def test_named_files_keep_their_exceptions_and_none_is_called_unused(tmp_path: Path) -> None:
    checked(tmp_path, exception('file="a.xml"'), exception('file="b.xml"'))
    findings = check(Edition.of([tmp_path / "tei" / "a.xml"], tmp_path))
    assert left(findings) == []
    assert "exception-unused" not in {finding.code for finding in findings}


def test_texts_in_folders_are_named_with_them(tmp_path: Path) -> None:
    (tmp_path / "tei" / "0" / "1").mkdir(parents=True)
    house(tmp_path)
    for name in ("0/1/a.xml", "0/b.TEI"):
        text = tei(BODY).replace('xml:id="case"', f'xml:id="case-{name[2]}"')
        (tmp_path / "tei" / name).write_text(text, encoding="utf-8")
    named = ('file="0/1/a.xml" id="p1"', 'file="0/1/a.xml" id="p2"', 'file="0/b.TEI"')
    excepted = [exception(each) for each in (*named, 'file="a.xml"')]
    findings = checked(tmp_path, *excepted, body="<p>A sea.</p>")
    assert left(findings) == []
    (unused,) = (each for each in findings if each.code.startswith("exception-"))
    assert (unused.code, unused.file, unused.line) == (
        "exception-unused",
        "tei/exceptions.xml",
        5,
    )
    for part in ("tei/0", "tei/0/1/a.xml"):
        assert left(check(Edition.of([tmp_path / part], tmp_path))) == []


def test_an_exception_is_of_one_file_alone(tmp_path: Path) -> None:
    (tmp_path / "tei" / "0").mkdir(parents=True)
    other = tei(BODY).replace('xml:id="case"', 'xml:id="other"')
    (tmp_path / "tei" / "0" / "a.xml").write_text(other, encoding="utf-8")
    house(tmp_path)
    findings = checked(tmp_path, exception('file="a.xml"'))
    assert left(findings) == ALL and {each.file for each in findings} == {"tei/0/a.xml"}


def test_a_text_that_is_a_link_to_elsewhere_is_checked(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "elsewhere.xml").write_text(tei(BODY), encoding="utf-8")
    (tmp_path / "tei" / "0.xml").symlink_to(tmp_path / "elsewhere.xml")
    checked(tmp_path, exception('file="a.xml"'), body="<p>A sea.</p>")
    alone = check(Edition.of([tmp_path / "tei" / "0.xml"], tmp_path))
    assert left(alone) == ALL
