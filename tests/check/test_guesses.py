"""Mistakes of beginners are told with what was meant, where that is certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.texts import house, tei
from variorum.check import check
from variorum.check.guesses import guessed
from variorum.findings import Diagnostic
from variorum.relaxng.codes import GRAMMAR_ATTRIBUTE_VALUE, GRAMMAR_ELEMENT_UNKNOWN
from variorum.source import Edition

LISTED = "expected a date YYYY-MM-DD"


def _help(code: str, message: str, help_: str = LISTED) -> str:
    return guessed(Diagnostic("a.xml", 1, 1, code, "error", message, help_)).help


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 May 1901", "did you mean 1901-05-03?"),
        ("Mai 1901", "did you mean 1901-05?"),
        ("22 août 1989", "did you mean 1989-08-22?"),
        ("3/4 May 1901", LISTED),
        ("around 1901", LISTED),
        ("3 May", LISTED),
        ("never", LISTED),
    ],
)
def test_a_date_in_words_gets_its_figures(written: str, meant: str) -> None:
    message = f"“{written}” is not allowed in @{{}} on <date>"
    assert _help(GRAMMAR_ATTRIBUTE_VALUE.name, message.format("when")) == meant
    assert _help(GRAMMAR_ATTRIBUTE_VALUE.name, message.format("n")) == LISTED
    assert _help("other", message.format("when")) == LISTED


def test_an_element_of_html_has_its_like() -> None:
    code = GRAMMAR_ELEMENT_UNKNOWN.name
    assert _help(code, "there is no element <br>").startswith("did you mean <lb>?")
    assert _help(code, "there is no element <b>").endswith('and <hi rend="bold"> of the TEI')
    assert _help(code, "there is no element <b>", "did you mean <ab>?") == "did you mean <ab>?"
    assert _help(code, "there is no element <bb>") == LISTED


def test_a_day_that_never_was_is_told_as_such(tmp_path: Path) -> None:
    file = house(tmp_path) / "tei" / "a.xml"
    wrong = tei('<p n="1"><date when="1901-02-30">x</date></p>')
    file.write_text(wrong, encoding="utf-8")
    found = [each.code for each in check(Edition.here(tmp_path)) if each.level == "error"]
    assert found == ["date-impossible"]
