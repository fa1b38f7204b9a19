"""Systems that have less than Linux, simulated: commands work there, and outputs are the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, SLOW

_CYRILLIC = ROOT / "tests" / "practice" / "robust" / "cyrillic.xml"


def _run(folder: Path, *words: str, simulated: bool = True) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.other_system" if simulated else "variorum", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode("cp1252"), done.stderr.decode("cp1252")


def test_a_narrow_console_shows_what_it_can(tmp_path: Path) -> None:
    status, said, errors = _run(tmp_path, "check", str(_CYRILLIC), "--rules", "edition")
    assert "Traceback" not in errors and status == 1
    assert r"#\u0416 points to nothing" in said and "…" in said
    assert (
        said.splitlines()[1:]
        == _run(tmp_path, "check", str(_CYRILLIC), "--rules", "edition", simulated=False)[
            1
        ].splitlines()[1:]
    )


@SLOW
def test_an_edition_is_begun_checked_and_built_alike(tmp_path: Path) -> None:
    made = []
    for name, simulated in (("there", True), ("here", False)):
        folder = tmp_path / name
        for words in (
            ("new", str(folder), "--kind", "verse"),
            ("check", str(folder)),
            ("build", str(folder), "--output", str(folder / "output")),
        ):
            status, _, errors = _run(tmp_path, *words, simulated=simulated)
            assert status == 0 and "Traceback" not in errors, errors
        files = [file for file in (folder / "output").rglob("*") if file.is_file()]
        made.append({file.relative_to(folder).as_posix(): file.read_bytes() for file in files})
    assert made[0].keys() == made[1].keys()
    differing = {name for name in made[0] if made[0][name] != made[1][name]}
    assert {name for name in differing if not name.endswith((".json", "variorum-state"))} == set()
