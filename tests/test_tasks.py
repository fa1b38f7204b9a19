"""What invoke does to Python, and the tasks undo."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOW


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
