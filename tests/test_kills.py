"""Whatever ends the command at whatever moment: nothing of it stays, and it says no traceback."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, TEST_ALL, sample
from tests.runs import tree, variorum

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")

_TEI = (
    '<?xml-model href="rules.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>'
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>'
    "</titleStmt><publicationStmt><p>I.</p></publicationStmt><sourceDesc><p>x</p></sourceDesc>"
    "</fileDesc></teiHeader><text><body><p>{0}</p></body></text></TEI>"
)
_RULES = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'
    '<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:p">'
    '<assert test="true()">true</assert></rule></pattern></schema>'
)
_KILLS = 50 if TEST_ALL else 1
_SEED = 20_241
_MARK = "VARIORUM_TEST_KILLS"


@pytest.fixture(name="folder", scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents with a stranger's Schematron: a build of them has three processes."""
    folder = tmp_path_factory.mktemp("killed")
    for number in range(2):
        (folder / f"{number}.xml").write_text(_TEI.format("Words. " * 50), encoding="utf-8")
    (folder / "rules.sch").write_text(_RULES, encoding="utf-8")
    (folder / "temporary").mkdir()
    return folder


_COMMANDS = (("build", ".", "--only", "text"), ("check", "."))


def _started(folder: Path, mark: str, number: int = 0) -> subprocess.Popen[bytes]:
    """A build or a check; all its processes bear the mark in their environment."""
    return subprocess.Popen(
        [sys.executable, "-m", "variorum", *_COMMANDS[number % 2]],
        cwd=folder,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), _MARK: mark, "TMPDIR": str(folder / "temporary")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def _marked(mark: str) -> Iterator[int]:
    """The processes that live and bear the mark."""
    wanted = f"{_MARK}={mark}".encode()
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            found = wanted in (process / "environ").read_bytes().split(b"\0")
            state = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except (OSError, IndexError):
            continue
        if found and state != "Z":
            yield int(process.name)


def _stays(mark: str) -> list[int]:
    """What lives two seconds after its parent."""
    until = time.monotonic() + 2
    while (left := list(_marked(mark))) and time.monotonic() < until:
        time.sleep(0.02)
    return left


def _half_made(folder: Path) -> list[Path]:
    """Files and folders begun and left; the folders of a process are named by its number."""
    begun = re.compile(r"\.partial-.*|variorum-\d+-.*|.*\.part")
    return [path for path in folder.rglob("*") if begun.fullmatch(path.name)]


@pytest.fixture(name="seconds", scope="module")
def _seconds(folder: Path) -> list[float]:
    """How long each command takes that nobody kills."""
    taken = []
    for number in range(len(_COMMANDS)):
        begun = time.monotonic()
        _started(folder, "whole", number).communicate(timeout=120)
        taken.append(time.monotonic() - begun)
    assert (folder / "output" / "manifest.json").is_file()
    return taken


@pytest.mark.parametrize("ending", sample(["SIGKILL", "SIGINT", "SIGTERM", "closed"]))
def test_nothing_stays_of_what_was_ended(ending: str, folder: Path, seconds: list[float]) -> None:
    chance = random.Random(f"{_SEED} {ending}")
    for number in range(_KILLS):
        mark = f"{ending}-{number}"
        for file in tree(folder / "output"):
            (folder / "output" / file).unlink()
        # Python itself must have started: what it says before that is its own
        after = chance.uniform(0.1, seconds[number % 2] * 1.05)
        process = _started(folder, mark, number)
        if ending == "closed":
            for stream in (process.stdout, process.stderr):
                assert stream
                stream.close()
            told = b""
            process.wait(timeout=120)
        else:
            time.sleep(after)
            process.send_signal(getattr(signal, ending))
            _, told = process.communicate(timeout=120)
        where = f"seed {_SEED}, {ending} {number} after {after:.3f} s"
        assert b"Traceback" not in told and b"Exception" not in told, f"{where}\n{told.decode()}"
        assert _stays(mark) == [], where
    done = variorum(folder, "build", ".", TMPDIR=str(folder / "temporary"))
    assert done.returncode == 0, done.stderr
    assert _half_made(folder) == []
    assert {"manifest.json", "html/0.html", "text/0.txt"} <= tree(folder / "output").keys()
