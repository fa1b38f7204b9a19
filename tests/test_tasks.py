"""What invoke does to Python, and the tasks undo."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOW
from variorum.commands.parser import flags_of


@SLOW
@pytest.mark.parametrize("asked", ["", "1"])
def test_bytecode_is_kept_unless_the_user_says_no(tmp_path: Path, asked: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "invoke", "explain", "gap-without-reason"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": asked},
        check=True,
        capture_output=True,
    )
    assert any(tmp_path.rglob("variorum/cli.*.pyc")) != bool(asked)


@pytest.mark.parametrize("verb", ["check", "package", "import", "explain"])
def test_help_of_a_task_is_that_of_the_command(verb: str) -> None:
    shown = _invoke(verb, "--help")
    words = " ".join(shown.split())
    for action in flags_of(verb):
        flag = (action.option_strings or [f"--{action.dest}"])[-1]
        if action.nargs != "*":
            assert flag in shown and action.help
            squeezed = words.replace(" ", "").replace("-", "")
            assert action.help.replace(" ", "").replace("-", "") in squeezed


def test_a_task_takes_the_flags_of_the_command() -> None:
    told = _invoke("check", "--summary", "--level", "error", "--code", "gap-without-reason")
    assert told.split()[:3] == ["0", "in", "all"]
    assert "gap-without-reason" in _invoke("explain", "gap-without-reason")


def _invoke(*words: str) -> str:
    run = subprocess.run(
        [sys.executable, "-m", "invoke", *words], cwd=ROOT, check=True, capture_output=True
    )
    return run.stdout.decode()
