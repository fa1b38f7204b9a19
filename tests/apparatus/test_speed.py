"""What an entry costs does not grow with the block it stands in."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.conftest import slow
from variorum.build import Build
from variorum.edition import Edition

FEW, TIMES = 400, 10
ENTRY = (
    'so <app><lem wit="#A">many</lem><rdg wit="#B">mony</rdg></app> words '
    'and <app><lem/><rdg wit="#A">so</rdg></app> few '
)


def seconds(folder: Path, entries: int, output: str) -> float:
    """The processor time of a build of one paragraph with so many entries."""
    file = folder / f"paragraph{entries}.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><listWit>'
        '<witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit></sourceDesc>'
        f"</fileDesc></teiHeader><text><body><p>{ENTRY * (entries // 2)}</p></body></text></TEI>",
        encoding="utf-8",
    )
    build = Build(Edition.of([file], folder), folder / "output", (output,))
    start = time.process_time()
    build.run()
    return time.process_time() - start


@pytest.mark.parametrize("output", ["html", "text", "latex"])
def test_ten_times_as_many_cost_at_most_ten_times(tmp_path: Path, output: str) -> None:
    slow()
    few = seconds(tmp_path, FEW, output)
    assert seconds(tmp_path, TIMES * FEW, output) <= TIMES * few
