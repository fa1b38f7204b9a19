"""The hook for pre-commit and the action for GitHub, tried as far as their hosts need not be."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, SLOW

HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"
_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>'
    "</titleStmt><publicationStmt><p>I.</p></publicationStmt><sourceDesc><p>x</p></sourceDesc>"
    '</fileDesc></teiHeader><text><body><p><ref target="{0}">a</ref></p></body></text></TEI>'
)


@pytest.fixture(name="edition")
def _edition(tmp_path: Path) -> Path:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "a.xml").write_text(_TEI.format("#nothing"), encoding="utf-8")
    return tmp_path


def _run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | here | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _steps() -> dict[str, dict[str, Any]]:
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    return {step["name"]: step for step in steps if "run" in step}


def _step(name: str, edition: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a step of the action does, as GitHub would run it."""
    command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", _steps()[name]["run"])
    return _run(*command, cwd=edition, **environment)


def test_the_action_marks_findings_at_their_lines_and_fails(edition: Path) -> None:
    done = _step("Check", edition, FOLDER=".")
    assert done.returncode == 1
    assert "::error file=tei/a.xml,line=1," in done.stdout


def test_the_action_names_files_from_the_root_of_the_repository(edition: Path) -> None:
    for folder in ("editions/a", "./editions/a/"):
        done = _step("Check", edition, FOLDER=folder)
        assert done.returncode == 1
        assert "::error file=editions/a/tei/a.xml,line=1," in done.stdout


def test_the_action_builds_what_is_asked_for(edition: Path) -> None:
    (edition / "tei" / "a.xml").write_text(_TEI.format("https://example.org/"), encoding="utf-8")
    assert _step("Check", edition, FOLDER=".").returncode == 0
    assert _step("Build", edition, ONLY="text").returncode == 0
    assert (edition / "output" / "text" / "a.txt").is_file()
    assert not (edition / "output" / "html").exists()


def test_no_value_of_a_user_is_put_into_a_command() -> None:
    """It would be run by the shell; what is in the environment is not."""
    for step in _steps().values():
        assert "${{" not in step["run"]


@SLOW
def test_the_form_of_the_action_and_of_the_hook() -> None:
    form = ("check-jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION))
    for command in (form, ("pre-commit", "validate-manifest", str(HOOKS))):
        done = _run(*command, cwd=ROOT)
        assert done.returncode == 0, done.stdout + done.stderr


@SLOW
def test_the_hook_keeps_a_mistake_from_being_committed(edition: Path, tmp_path: Path) -> None:
    """The hook in an environment of its own, as pre-commit installs it."""
    home = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "PYTHONPATH": ""}
    for command in ("init -q", "add tei"):
        assert _run("git", *command.split(), cwd=edition).returncode == 0
    tried = ("pre-commit", "try-repo", str(ROOT), "variorum-check", "--all-files", "--verbose")
    done = _run(*tried, cwd=edition, **home)
    assert done.returncode == 1 and "tei/a.xml:1" in done.stdout, done.stdout + done.stderr
    (edition / "tei" / "a.xml").write_text(_TEI.format("https://example.org/"), encoding="utf-8")
    done = _run(*tried, cwd=edition, **home)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_guide_names_every_input_with_what_holds_without_it() -> None:
    inputs = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"]
    guide = (ROOT / "docs" / "teams.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([\w-]+)` \|.*\| (.*) \|$", guide, flags=re.MULTILINE))
    assert told.keys() == inputs.keys()
    for name, default in told.items():
        if default.startswith("`"):
            assert default.strip("`") == inputs[name]["default"]
