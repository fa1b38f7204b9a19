"""The extension for VS Code: its types, its tests, its package, and what it asks of the command."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile

import pytest

from tests.conftest import ROOT, SLOW, tool
from variorum.commands.parser import VERBS
from variorum.desk import commands

VSCODE = ROOT / "editors" / "vscode"


def _sources() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in VSCODE.glob("src/*.ts"))


def test_each_command_that_is_offered_is_there() -> None:
    manifest = json.loads((VSCODE / "package.json").read_text(encoding="utf-8"))
    offered = {command["command"] for command in manifest["contributes"]["commands"]}
    assert offered == set(re.findall(r'"(variorum\.\w+)": ', _sources()))


def test_it_asks_for_verbs_that_the_command_has() -> None:
    verbs = set(re.findall(r'(?:run\(|args: |command, )\["(\w+)"', _sources()))
    assert {"check", "build", "new", "watch", "lsp"} == verbs <= VERBS.keys()


def test_it_asks_the_server_for_what_it_answers() -> None:
    assert re.findall(r'command: "(variorum\.\w+)"', _sources()) == [commands.PLACE]
    assert f'registerCommand("{commands.REFERENCES}"' in _sources()


@SLOW
@pytest.mark.parametrize("script", ["check", "test"])
def test_its_types_and_tests(script: str) -> None:
    _npm(script)


@SLOW
def test_its_package_holds_what_it_needs_and_nothing_else() -> None:
    _npm("package")
    with zipfile.ZipFile(VSCODE / "dist" / "variorum.vsix") as package:
        names = {name for name in package.namelist() if name.startswith("extension/")}
    assert names == {
        "extension/package.json",
        "extension/readme.md",
        "extension/dist/extension.js",
    }


def _npm(script: str) -> None:
    if not (VSCODE / "node_modules").is_dir():
        tool("npm packages of editors/vscode")
    done = subprocess.run(
        [tool("npm"), "run", "--silent", script],
        cwd=VSCODE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
