"""What an entry costs does not grow with the block it stands in."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import slow
from variorum.build import Build
from variorum.edition import Edition
from variorum.saxon import Saxon

FEW, TIMES, ROUNDS = 1000, 10, 3
ENTRY = (
    'so <app><lem wit="#A">many</lem><rdg wit="#B">mony</rdg></app> words '
    'and <app><lem/><rdg wit="#A">so</rdg></app> few '
)
COPY = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:mode name="copy" on-no-match="shallow-copy"/></xsl:stylesheet>"""


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


def seconds(work: Callable[[], object]) -> float:
    """Processor time."""
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.parametrize("output", ["html", "text", "latex"])
def test_an_entry_costs_no_more_among_many(tmp_path: Path, output: str) -> None:
    """Ten times the entries cost what ten times the text costs a copy, and a quarter at most.

    The best of some rounds, all in turn: others may use the machine.
    """
    slow()
    few, many = paragraph(tmp_path, FEW), paragraph(tmp_path, TIMES * FEW)
    saxon = Saxon()
    identity = saxon.compile(COPY)

    def copy(file: Path, times: int) -> None:
        for _ in range(times):
            identity.text(saxon.parse(file.read_text(encoding="utf-8")), {}, "copy")

    def build(file: Path) -> None:
        Build(Edition.of([file], tmp_path), tmp_path / "output", (output,)).run()

    works: list[Callable[[], object]] = [
        lambda: build(few),
        lambda: build(many),
        lambda: copy(few, 10 * TIMES),
        lambda: copy(many, 10),
    ]
    rounds = [[seconds(work) for work in works] for _ in range(ROUNDS)]
    one, ten, one_copied, ten_copied = map(min, zip(*rounds, strict=True))
    growth = TIMES * ten_copied / one_copied
    assert ten <= 1.25 * growth * one, f"{ten / one:.1f} times, a copy {growth:.1f} times"
