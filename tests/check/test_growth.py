"""Ten times as many findings take about ten times as long, also on one line, also to be shown."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.check.texts import tei
from tests.conftest import ROOT, SLOW
from variorum.check import check
from variorum.findings import Diagnostic
from variorum.findings.terminal import terminal
from variorum.source import Edition

GRAMMAR = ROOT / "tei" / "schema" / "edition.rng"
MANY = {
    "breach": "<p><persName/></p>",
    "attribute": '<p bar="x">sea</p>',
    "value": '<p><date when="14.7.1901">July</date></p>',
}


@SLOW
@pytest.mark.alone
@pytest.mark.parametrize("part", MANY.values(), ids=MANY)
def test_findings_on_one_line_take_time_in_proportion(part: str, tmp_path: Path) -> None:
    taken: dict[int, float] = {}
    for number in (100, 1000, 10_000):  # the first warms up
        text = tei(part * number)
        file = tmp_path / f"{number}.xml"
        file.write_text(text, encoding="utf-8")
        begun = time.process_time()
        found = check(Edition.of([file], tmp_path), GRAMMAR)
        shown = terminal(found, lambda _name, text=text: text)  # type: ignore[misc]
        taken[number] = time.process_time() - begun
        assert shown.count("\n\n") >= number
    assert taken[10_000] <= 12 * taken[1000], taken


@pytest.mark.parametrize("letter", ["a", "界", "à"])
def test_a_long_line_is_shown_as_what_is_near_the_fault(letter: str) -> None:
    def shown(around: int) -> list[str]:
        line = f'{letter * around}<p bar="x">{letter * around}'
        finding = Diagnostic("a.xml", 1, around + 4, "some-code", "error", "is wrong")
        return terminal([finding], lambda _name: line).splitlines()[1:3]

    assert shown(100_000) == shown(2000)
    assert "…" in shown(2000)[0] and 'bar="x"' in shown(2000)[0]
