"""`variorum check` and `invoke check`, `explain`: flags, colours, exit statuses."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.check.texts import house, tei
from tests.conftest import ROOT

BAD = '<p><ref target="#no">x</ref></p>'


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    house(tmp_path)
    (tmp_path / "tei" / "a.xml").write_text(tei(BAD), encoding="utf-8")
    (tmp_path / "tasks.py").write_bytes((ROOT / "tasks.py").read_bytes())
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("door", ["variorum", "invoke"])
@pytest.mark.parametrize("form", ["terminal", "json", "sarif", "github"])
def test_both_doors_show_every_form(door: str, form: str, edition: Path) -> None:
    done = run(edition, door, "check", "--format", form)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "#no" in done.stdout
    if form in ("json", "sarif"):
        json.loads(done.stdout)


def test_good_files_end_with_0_and_a_line(edition: Path) -> None:
    (edition / "tei" / "a.xml").write_text(tei(), encoding="utf-8")
    done = run(edition, "variorum", "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "no findings\n", "")


def test_warnings_alone_are_no_failure(edition: Path) -> None:
    text = tei('<p><date when="1989-08-23">22 August 1989</date></p>')
    (edition / "tei" / "a.xml").write_text(text, encoding="utf-8")
    done = run(edition, "variorum", "check")
    assert done.returncode == 0 and done.stdout.endswith("1 warning\n")


@pytest.mark.parametrize("form", ["terminal", "json", "sarif", "github"])
def test_a_stream_that_cannot_hold_all_letters_gets_escapes(form: str, edition: Path) -> None:
    bad = tei('<p>море 𐌰 <ref target="#никто𐌰">x</ref></p>')
    (edition / "tei" / "a.xml").write_text(bad, encoding="utf-8")
    command = [sys.executable, "-m", "variorum", "check", "--format", form]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(command, cwd=edition, env=environment, capture_output=True, check=False)
    text = done.stdout.decode("cp1252")
    assert done.returncode == 1 and done.stderr == b""
    assert "#\\u043d\\u0438\\u043a\\u0442\\u043e" in text
    if form in ("json", "sarif"):
        assert "#никто𐌰" in json.dumps(json.loads(text), ensure_ascii=False)


def test_an_unknown_form_is_wrong_use(edition: Path) -> None:
    assert run(edition, "variorum", "check", "--format", "xml").returncode == 2


@pytest.mark.parametrize("door", ["variorum", "invoke"])
def test_explain(door: str, tmp_path: Path, edition: Path) -> None:
    del tmp_path
    done = run(edition, door, "explain", "gap-without-reason")
    assert done.returncode == 0
    for part in ("(warning)", "Readers must know", "What to do: add @reason", "Not so:", "But so:"):
        assert part in done.stdout
    unknown = run(edition, door, "explain", "gap-without-reasn")
    assert unknown.returncode != 0
    assert "did you mean gap-without-reason?" in unknown.stderr


def test_explain_knows_every_code() -> None:
    from variorum.catalogue import every_code
    from variorum.explain import explanation

    for name, code in every_code().items():
        assert explanation(code).startswith(f"{name} ({code.level})\n\n{code.reason}")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["terminal", "NO_COLOR", "dumb"],
)
def test_colour_on_a_terminal_unless_somebody_says_no(
    environment: dict[str, str], coloured: bool, edition: Path
) -> None:
    ours, theirs = pty.openpty()
    base = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    base |= {"PYTHONPATH": str(ROOT), "TERM": "xterm"}
    with subprocess.Popen(
        [sys.executable, "-m", "variorum", "check"],
        cwd=edition,
        env=base | environment,
        stdout=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    assert process.returncode == 1 and b"pointer-unresolved" in shown
    assert (b"\x1b[" in shown) is coloured


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # the other end is closed
        return b""


def test_a_file_can_be_checked_from_anywhere(edition: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    file = edition / "tei" / "a.xml"
    done = run(elsewhere, "variorum", "check", str(file))
    assert f"{file.as_posix()}:28:15" in done.stdout and '<ref target="#no">' in done.stdout
