"""Output that is closed, full or read by nobody is told in a sentence or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import ROOT, sample

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")

_FILE = ROOT / "tests" / "practice" / "robust" / "cyrillic.xml"
COMMANDS = {
    "check": ("check", str(_FILE)),
    "build": ("build", str(_FILE), "--only", "text"),
    "explain": ("explain", "id-duplicate"),
    "help": ("build", "--help"),
}


def _close(*files: int) -> None:
    for file in files:
        os.close(file)


def _run(
    folder: Path,
    command: str,
    before: Callable[[], object] | None = None,
    stdout: int = subprocess.DEVNULL,
) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "variorum", *COMMANDS[command]],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        preexec_fn=before,
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )
    return done.returncode, (done.stderr or b"").decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_stream_is_no_fault(command: str, tmp_path: Path) -> None:
    expected, _ = _run(tmp_path, command)
    status, told = _run(tmp_path, command, partial(_close, 0, 1))
    assert status == expected and "Traceback" not in told and "Exception" not in told
    status, _ = _run(tmp_path, command, partial(_close, 0, 1, 2))
    assert status == expected


@pytest.mark.parametrize("command", sample([*COMMANDS]))
def test_nobody_reads(command: str, tmp_path: Path) -> None:
    theirs, ours = os.pipe()
    os.close(theirs)
    status, told = _run(tmp_path, command, stdout=ours)
    os.close(ours)
    assert status in (0, 1) and "Traceback" not in told and "Exception" not in told


@pytest.mark.parametrize("command", ["check", "explain"])
def test_a_full_disk_is_told(command: str, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        status, told = _run(tmp_path, command, stdout=full.fileno())
    assert status == 1 and "No space left" in told and "Traceback" not in told
