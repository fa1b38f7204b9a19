"""Ten megabytes against a grammar, and five hundred files of which most are wrong, beside jing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOW, shared, tool
from tests.mutation.batch import batch
from tests.mutation.generator import generator, stands_alone

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


@SLOW
@pytest.mark.alone
def test_at_most_four_tenths_of_jing(tmp_path: Path) -> None:
    here, jing = measure(tmp_path)
    assert here <= MOST * jing, f"{here:.2f} s here, {jing:.2f} s in jing"


BATCH = 500
MOST_OF_ONE = 3
SLOWEST = 5
TIMES = 9
MANY = """
import json, sys, time
from pathlib import Path
from variorum.relaxng import load_schema
schema = load_schema(Path(sys.argv[1]))
taken = {}
for name in sys.argv[2:]:
    start = time.process_time()
    schema.validate(Path(name).read_bytes())
    taken[name] = time.process_time() - start
print(json.dumps(taken))
"""


@SLOW
@pytest.mark.alone
def test_many_files_take_no_longer_than_in_jing(tmp_path: Path) -> None:
    """Each judges all files in one process, its start included; compared is processor time.

    Of a single file jing's time is what it takes longer to judge that file several times than once:
    its process is then warm, as ours is in the batch.
    """
    published = sorted(shared("corpora").glob("*.xml"))
    files = [file for file in published if stands_alone(file.read_bytes())]
    schema = str(shared("schema/tei_all.rng"))
    made = [str(file) for file in batch(generator(), files, tmp_path, BATCH)]
    jing = [tool("jing"), "-i", schema]
    here, said = used([sys.executable, "-c", MANY, schema, *made])
    there, _ = used([*jing, *made])
    assert here <= there, f"{here:.2f} s here, {there:.2f} s in jing"
    taken: dict[str, float] = json.loads(said)
    for name in sorted(taken, key=lambda name: taken[name])[-SLOWEST:]:
        (once, _), (often, _) = (used([*jing, *[name] * times]) for times in (1, TIMES))
        warm = (often - once) / (TIMES - 1)
        assert taken[name] <= MOST_OF_ONE * warm, f"{name}: {taken[name]:.2f} s, {warm:.2f} in jing"


def used(command: list[str]) -> tuple[float, bytes]:
    """Seconds of the processor that a process takes, whatever its exit status; what it prints."""
    before = os.times()
    done = subprocess.run(command, check=False, cwd=ROOT, capture_output=True)
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system, done.stdout
