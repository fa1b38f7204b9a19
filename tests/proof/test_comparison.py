"""The rule of the proof, class by class: what is noise does not fail, and what is a fault does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from variorum.proof.comparison import RULE, compared
from variorum.proof.placeholders import QUOTE
from variorum.proof.word_differences import difference, expected_pieces

_TABLE = Path(__file__).with_name("comparison.tsv")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def _rows() -> list[list[str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _text(written: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), written)


@pytest.mark.parametrize("row", _rows(), ids="-".join)
def test_noise_passes_and_a_fault_fails(row: list[str]) -> None:
    _, language, tei, output, verdict = row
    pieces = expected_pieces(f"before {_text(tei)} after", language)
    found = difference(pieces, compared(f"before {_text(output)} after", language))
    assert ("noise" if found is None else "fault") == verdict


@pytest.mark.parametrize("row", _rows(), ids="-".join)
def test_a_text_equals_itself(row: list[str]) -> None:
    _, language, tei, output, _ = row
    for text in (_text(output), "" if _text(tei)[0] < " " else _text(tei)):
        if not re.search("[\x00-\x1f\x85]", text):
            assert difference(expected_pieces(text, language), compared(text, language)) is None


@pytest.mark.parametrize(
    ("output", "is_right"),
    [('put"', True), ('put""', True), ("“put””", True), ('put"""', False), ("put", False)],
)
@pytest.mark.parametrize("rest", ["", " here"])
def test_a_mark_may_be_added_before_one_of_the_text(output: str, is_right: bool, rest: str) -> None:
    """As at the end of `"So <q>yes</q>"`."""
    pieces = expected_pieces(f'{QUOTE}put{QUOTE}"{rest}')
    assert (difference(pieces, compared(output + rest)) is None) == is_right


def test_every_class_is_tested_both_ways() -> None:
    rows = _rows()
    classes = {name for name, *_ in rows} - {"other", "line ends"}
    assert len(classes) == len(RULE)
    for name in classes - {"controls"}:
        assert {verdict for each, *_, verdict in rows if each == name} == {"noise", "fault"}, name
