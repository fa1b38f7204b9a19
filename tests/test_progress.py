"""The line of progress tells how many, how quickly, and for how long."""

from __future__ import annotations

import io
import os
import sys
import time

import pytest

from variorum.commands.progress import ProgressLine
from variorum.commands.waiting import waiting


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _told(monkeypatch: pytest.MonkeyPatch, steps: list[tuple[float, int]], total: int) -> list[str]:
    """The lines after each step: a time in seconds, and the number done."""
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    times = iter([at for at, _ in steps])
    progress = ProgressLine(clock=lambda: next(times))
    for _, done in steps:
        progress(done, total, f"letter{done}.xml")
    return [" ".join(line.split()) for line in terminal.getvalue().split("\r")[1:]]


def test_rate_and_time_left_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(monkeypatch, [(0, 0), (0.5, 1), (2, 10), (10, 100)], 1000) == [
        "[ ] 0/1000 letter0.xml",
        "[ ] 1/1000 letter1.xml",
        "[ ] 10/1000 letter10.xml 5.0 a second, 3:18 left",
        "[## ] 100/1000 letter100.xml 10.0 a second, 1:30 left",
    ]


def test_the_rate_is_that_of_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier build has made goes by at once, and says nothing of the rest."""
    steps = [(0.0, 0), (0.1, 500), (1, 501), (31, 531), (61, 561)]
    assert _told(monkeypatch, steps, 1000)[-1] == (
        "[########### ] 561/1000 letter561.xml 1.0 a second, 7:19 left"
    )


def test_few_documents_need_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(monkeypatch, [(0, 0), (9, 9)], 9) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("forked", [True, False])
def test_one_long_document_is_told_after_some_time(
    forked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = os.openpty()
    monkeypatch.setattr("variorum.commands.waiting._PATIENCE", 0.1)
    monkeypatch.setattr("variorum.commands.waiting._PAUSE", 0.1)
    monkeypatch.setattr("variorum.engines.processes.can_fork", lambda: forked)
    with os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr("sys.stderr", terminal)
        with waiting("building a\x1b.xml"):
            said = os.read(ours, 200).decode()
        assert "\x1b" not in said and said.lstrip("\r").startswith("building a")
        assert said.endswith("0:00")
        while not said.endswith(f"\r{'':<70}\r"):  # the line is taken away
            said += os.read(ours, 200).decode()
    os.close(ours)


def test_nobody_looks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("variorum.commands.waiting._PATIENCE", 0.0)
    monkeypatch.setattr("sys.stderr", stream)
    with waiting("building"):
        time.sleep(0.1)
    assert stream.getvalue() == ""
