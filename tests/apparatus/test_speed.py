"""What an entry costs does not grow with the block it stands in."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building import build
from tests.conftest import SLOW
from variorum.check import check
from variorum.source import Edition

FEW, TIMES, ROUNDS = 500, 30, 3
ENTRY = (
    'so <app><lem wit="#A">many</lem><rdg wit="#B">mony</rdg></app> words '
    'and <app><lem/><rdg wit="#A">so</rdg></app> few '
)


def paragraph(folder: Path, entries: int) -> Path:
    """A document of one paragraph with so many entries."""
    file = folder / f"paragraph{entries}.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><listWit>'
        '<witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit></sourceDesc>'
        f"</fileDesc></teiHeader><text><body><p>{ENTRY * (entries // 2)}</p></body></text></TEI>",
        encoding="utf-8",
    )
    return file


def anchored(folder: Path, entries: int) -> Path:
    """A document of one paragraph with so many entries that stand after it."""
    anchors = "".join(
        f'so <anchor xml:id="b{n}"/>many<anchor xml:id="e{n}"/> words ' for n in range(entries)
    )
    apps = "".join(
        f'<app from="#b{n}" to="#e{n}"><lem>many</lem><rdg wit="#B">mony</rdg></app>'
        for n in range(entries)
    )
    file = folder / f"anchored{entries}.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><listWit>'
        '<witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit></sourceDesc>'
        f"</fileDesc></teiHeader><text><body><p>{anchors}</p></body><back><listApp>{apps}</listApp>"
        "</back></text></TEI>",
        encoding="utf-8",
    )
    return file


def seconds(work: Callable[[], object]) -> float:
    """Processor time, here and in processes that have ended: one makes documents that are long."""
    start = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - start


@SLOW
@pytest.mark.alone
@pytest.mark.parametrize("output", ["html", "text", "latex"])
def test_an_entry_costs_no_more_among_many(tmp_path: Path, output: str) -> None:
    """So many times the entries cost at most twice as many times as much: seconds are not exact,
    for others may use the machine; but a walk over the block for each entry costs far more.
    """
    few, many = paragraph(tmp_path, FEW), paragraph(tmp_path, TIMES * FEW)

    def made(file: Path) -> None:
        build(Edition.of([file], tmp_path), tmp_path / "output", (output,))

    made(few)  # the first compiles the stylesheets
    short = min(seconds(lambda: made(few)) for _ in range(ROUNDS))
    all_ = seconds(lambda: made(many))
    assert all_ <= 2 * TIMES * short, f"{TIMES} times the entries: {all_ / short:.1f} times"


@pytest.mark.alone
def test_checking_an_entry_with_two_ends_costs_no_more_among_many(tmp_path: Path) -> None:
    """Eight times the entries may cost sixteen times as much; walks over the paragraph for each
    entry would cost sixty-four times as much, and were seen to cost five hundred times.
    """
    few, many = anchored(tmp_path, 100), anchored(tmp_path, 800)
    check(Edition.of([few], tmp_path))
    short = min(seconds(lambda: check(Edition.of([few], tmp_path))) for _ in range(ROUNDS))
    assert seconds(lambda: check(Edition.of([many], tmp_path))) <= 16 * short
