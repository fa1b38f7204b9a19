"""What the README for archivists says others print, they print."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, tool

ROWS = re.findall(
    r"^\| ([^|]+) \| `([^`]+)` \| `([^`]+)` \|$",
    (ROOT / "variorum" / "package" / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def test_there_are_claims() -> None:
    assert len(ROWS) >= 8


@pytest.mark.parametrize("claim", [claim for claim, _, _ in ROWS])
def test_the_command_prints_the_line(note: Path, validators: Path, claim: str) -> None:
    text = (note / "data" / "documentation" / "README.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| {re.escape(claim)} \| `([^`]+)` \| `([^`]+)` \|$", text, re.MULTILINE)
    assert row
    command, expected = row[1], row[2]
    if command.split()[0] in ("sha256sum", "xmlstarlet", "jing"):
        tool(command.split()[0])
    places = subprocess.run(
        [str(validators), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    run = subprocess.run(
        ["bash", "-c", f"{command} 2>&1"],
        cwd=note,
        env=os.environ
        | {"S": places.stdout.strip(), "PATH": f"{validators.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    last = [line for line in run.stdout.splitlines() if not line.startswith("FIDO:")][-1]
    assert re.fullmatch(re.escape(expected).replace(re.escape("..."), ".*"), last), run.stdout


def test_the_guide_for_archivists_names_what_exists() -> None:
    from variorum import tasks
    from variorum.commands.parser import VERBS

    guide = (ROOT / "docs" / "archivist.md").read_text(encoding="utf-8")
    for name in set(re.findall(r"(?:variorum|tests)/[\w/]+\.\w+", guide)):
        assert (ROOT / name).exists(), name
    for verb in set(re.findall(r"^(?:invoke|variorum) (\w+)", guide, re.MULTILINE)):
        assert verb in VERBS and verb.replace("import", "import_") in tasks.__all__
