"""A text is written while a browser shows it: the page follows, and mistakes stand beside it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, SLOW, tool

LIVE = ROOT / "tests" / "browser" / "live.mjs"


@pytest.fixture(name="edition")
def _edition(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tei", tmp_path / "tei")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.fixture(name="command")
def _command(edition: Path) -> Iterator[subprocess.Popen[str]]:
    run = subprocess.Popen(
        [sys.executable, "-m", "variorum", "watch", "--port", "0"],
        cwd=edition,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    yield run
    run.kill()
    run.communicate()


class _Browser:
    """A page that is open in a browser, and what stands on it when it has certain words."""

    def __init__(self, address: str, home: Path) -> None:
        node, chromium = tool("node"), tool("chromium")
        self.process = subprocess.Popen(
            [node, str(LIVE), address],
            env={"CHROMIUM": chromium, "PATH": str(Path(node).parent), "HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def shown(self, words: str = "") -> dict[str, Any]:
        assert self.process.stdin and self.process.stdout
        if words:
            self.process.stdin.write(f"{words}\n")
            self.process.stdin.flush()
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        return told

    def __enter__(self) -> _Browser:
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()


@SLOW
def test_the_page_follows_what_is_saved(edition: Path, command: subprocess.Popen[str]) -> None:
    assert command.stdout
    said = (re.search(r"http://\S+/", line) for line in command.stdout)
    address = next(filter(None, said))
    file = edition / "tei" / "lukin-note.xml"
    text = file.read_text(encoding="utf-8")
    before, _, after = text.rpartition("</p>")
    with _Browser(f"{address[0]}lukin-note.html", edition) as browser:
        assert browser.shown()["findings"] == []
        file.write_text(f"{before} Written now.</p>{after}", encoding="utf-8")
        changed = browser.shown("Written now.")
        assert changed["isSame"] and changed["scrolled"] == 400 and not changed["findings"]
        file.write_text(f"{before} <persNam>Who</persNam></p>{after}", encoding="utf-8")
        wrong = browser.shown("no element <persNam>")
        assert "tei/lukin-note.xml:" in wrong["findings"][0]
        assert "Written now." in wrong["text"]  # the last good page
        assert wrong["place"].endswith("Written now.")
        file.write_text(f"{before} Mended now.</p>{after}", encoding="utf-8")
        mended = browser.shown("Mended now.")
        assert "Written now." not in mended["text"]
    passing = edition / "tei" / "notes.txt"
    passing.touch()
    assert "shown after" in next(line for line in command.stdout if "notes.txt" in line)
    passing.unlink()
    assert "notes.txt: gone" in next(line for line in command.stdout if "notes.txt" in line)
    command.send_signal(signal.SIGINT)
    _, errors = command.communicate(timeout=30)
    assert "Traceback" not in errors
