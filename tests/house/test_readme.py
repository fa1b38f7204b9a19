"""The README's commands, run as written, in order, in a fresh clone."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOW
from variorum.source import Settings
from variorum.source.settings import (
    ImportSettings,
    LimitSettings,
    PackageSettings,
    PrintSettings,
    SignSettings,
    SiteSettings,
    settings_in,
)

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.strip()
    for block in re.findall(r"^ *```sh\n(.*?)^ *```", README, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
    if line.strip()
]


def test_there_are_two_commands_that_do_all_the_set_up() -> None:
    assert len([command for command in COMMANDS if "pip install" in command]) == 2
    assert len(COMMANDS) > 6


def test_every_verb_is_documented() -> None:
    from variorum import tasks

    named = {
        match for command in COMMANDS for match in re.findall(r"(?:invoke|variorum) (\w+)", command)
    }
    named |= set(re.findall(r"`invoke (\w+)`|`variorum (\w+)", README)) and {
        verb
        for pair in re.findall(r"`invoke (\w+)`|`variorum (\w+)", README)
        for verb in pair
        if verb
    }
    verbs = {name.rstrip("_") for name in tasks.__all__}
    assert verbs - {"pdf", "text"} <= named


def test_every_path_it_names_exists() -> None:
    for path in re.findall(
        r"`((?:tei|xslt|variorum|tests|docs)/[\w./-]*)`|\]\((docs/[^)]+)\)", README
    ):
        name = path[0] or path[1]
        assert (ROOT / name).exists(), name


_HEAD = "| setting | meaning |"


def _rows(text: str) -> dict[str, str]:
    """The first table of settings in a text: what it says of each, without links."""
    table = text.partition(f"{_HEAD}\n| --- | --- |\n")[2].partition("\n\n")[0]
    rows = (line.strip("| ").split(" | ") for line in table.splitlines())
    return {name.strip("`"): re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", said) for name, said in rows}


def _sentences(kind: type) -> dict[str, str]:
    return {name: setting.sentence for name, (_, setting) in settings_in(kind).items()}


def test_the_tables_of_settings_say_what_the_settings_say() -> None:
    own = _sentences(Settings)
    del own["print"], own["signs"], own["limits"], own["site"]
    printing = {f"print.{name}": said for name, said in _sentences(PrintSettings).items()}
    printing |= {f"limits.{name}": said for name, said in _sentences(LimitSettings).items()}
    signs = {f"signs.{name}": said for name, said in _sentences(SignSettings).items()}
    site = {f"site.{name}": said for name, said in _sentences(SiteSettings).items()}
    documented = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    tables = (_rows(_HEAD + part) for part in documented.split(_HEAD)[1:])
    assert {name: said for table in tables for name, said in table.items()} == (
        own | signs | printing | site
    )
    guide = (ROOT / "docs" / "archivist.md").read_text(encoding="utf-8")
    packaging = guide.replace("| setting of `[tool.variorum.package]` | what it says |", _HEAD, 1)
    assert _rows(packaging) == _sentences(PackageSettings)
    assert _rows(guide) == _sentences(ImportSettings)


def _run(command: str, folder: Path) -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("VARIORUM_TEST")
    }
    run = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment | {"VARIORUM_README": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=1500,
    )
    assert run.returncode == 0, f"{command}\n{run.stdout[-2000:]}\n{run.stderr[-2000:]}"


@SLOW
@pytest.mark.alone
def test_the_commands_work_as_written_in_a_fresh_clone(tmp_path: Path) -> None:
    if os.environ.get("VARIORUM_README"):
        pytest.skip("started by this very test")
    clone = tmp_path / "variorum"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    for command in COMMANDS:
        _run(command, clone)
    made = {
        file.relative_to(clone / "output").as_posix()
        for file in (clone / "output").rglob("*")
        if file.is_file()
    }
    assert {
        "html/index.html",
        "html/lukin-note.html",
        "manifest.json",
        "pdf/lukin-note.pdf",
        "print/lukin-note.typ",
        "text/lukin-note.T.txt",
        "text/lukin-note.txt",
    } <= made
