"""LuaLaTeX sets the source, where it is at hand: it is no tool a user or the tests must have."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOW
from variorum.source import Edition


def _has_reledmac() -> bool:
    if not shutil.which("lualatex") or not shutil.which("kpsewhich"):
        return False
    run = subprocess.run(["kpsewhich", "reledmac.sty"], capture_output=True, check=False)
    return run.returncode == 0


pytestmark = pytest.mark.skipif(not _has_reledmac(), reason="no lualatex with reledmac")


def _compile(source: str, folder: Path) -> str:
    """The log of the last of as many runs as labels need."""
    (folder / "text.tex").write_text(source, encoding="utf-8")
    for _ in range(3):
        subprocess.run(
            ["lualatex", "-interaction=nonstopmode", "-no-shell-escape", "text.tex"],
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=300,
        )
    assert (folder / "text.pdf").read_bytes().startswith(b"%PDF")
    return (folder / "text.log").read_text(encoding="utf-8", errors="replace")


def _complaints(log: str) -> list[str]:
    return re.findall(r"^(?:!.*|.*undefined references.*|.*multiply defined.*)$", log, re.MULTILINE)


@SLOW
@pytest.mark.parametrize("name", ["poem", "prose"])
def test_a_case_compiles(name: str, cases: dict[str, str], tmp_path: Path) -> None:
    assert _complaints(_compile(cases[name], tmp_path)) == []
    if shutil.which("pdftotext"):
        run = subprocess.run(
            ["pdftotext", "-layout", "text.pdf", "-"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        text = " ".join(run.stdout.split())
        expected = {
            "poem": "11 goes round and round A] stands B",
            "prose": "[It] cost $5 & 10% of #1_a^b~c`d\\e {f} -- or---less,, <<so>>",
        }
        assert expected[name] in text


@SLOW
def test_the_note_compiles(latex: Callable[[Edition], dict[str, str]], tmp_path: Path) -> None:
    for source in latex(Edition.here(ROOT)).values():
        assert _complaints(_compile(source, tmp_path)) == []
