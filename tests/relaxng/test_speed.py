"""Ten megabytes against the grammar, beside jing, and the load of small documents."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, shared, slow, tool

MOST = 0.4
RUN = """
import sys
from pathlib import Path
from variorum.relaxng import load_schema
findings = load_schema(Path(sys.argv[1])).validate(Path(sys.argv[2]).read_bytes())
sys.exit(len(findings))
"""


def large(folder: Path, size: int = 10_000_000) -> Path:
    """A valid document of about `size` bytes: the body of a small one, again and again."""
    source = (shared("mistakes") / "good.xml").read_text(encoding="utf-8")
    start, end = source.index("<div "), source.index("</body>")
    part = source[start:end].replace(' xml:id="p1"', "")
    path = folder / "large.xml"
    text = source[:start] + part * (size // len(part)) + source[end:]
    path.write_text(text, encoding="utf-8")
    return path


def seconds(command: list[str]) -> float:
    """Wall time of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    return time.perf_counter() - start


def measure(folder: Path, rounds: int = 5) -> tuple[float, float]:
    """Seconds for ten megabytes, start of the process included: here, and in jing.

    The best of `rounds` each, in turn: others may use the machine.
    """
    document = str(large(folder))
    schema = str(shared("schema/trial-customization.rng"))
    here = [sys.executable, "-c", RUN, schema, document]
    there = [tool("jing"), "-i", schema, document]
    times = [(seconds(here), seconds(there)) for _ in range(rounds)]
    return min(ours for ours, _ in times), min(other for _, other in times)


@pytest.mark.alone
def test_at_most_four_tenths_of_jing(tmp_path: Path) -> None:
    slow()
    here, jing = measure(tmp_path)
    assert here <= MOST * jing, f"{here:.2f} s here, {jing:.2f} s in jing"
