"""Tests in several processes run side by side, but one that is marked `alone` runs alone."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.turns import Turns

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
SOON = 10
"""Seconds within which what can begin has begun."""
WHILE = 0.2
"""Seconds in which what must not begin would begin."""


class Started:
    """A turn of another process: it lasts until it is ended."""

    def __init__(self, folder: Path, *, alone: bool) -> None:
        self._begun, self._end = Event(), Event()
        self._turns = Turns(folder)
        self._thread = Thread(target=self._run, args=(alone,), daemon=True)
        self._thread.start()

    def _run(self, alone: bool) -> None:
        with self._turns.turn(alone=alone):
            self._begun.set()
            self._end.wait()

    def begins(self, seconds: float = SOON) -> bool:
        return self._begun.wait(seconds)

    def end(self) -> None:
        self._end.set()
        self._thread.join(SOON)
        assert not self._thread.is_alive()


def test_others_run_side_by_side(tmp_path: Path) -> None:
    turns = [Started(tmp_path, alone=False) for _ in range(2)]
    assert all(turn.begins() for turn in turns)
    for turn in turns:
        turn.end()


@pytest.mark.parametrize("alone", [False, True])
def test_nothing_begins_beside_one_that_runs_alone(tmp_path: Path, alone: bool) -> None:
    first = Started(tmp_path, alone=True)
    assert first.begins()
    second = Started(tmp_path, alone=alone)
    begun_beside = second.begins(WHILE)
    first.end()
    assert not begun_beside and second.begins()
    second.end()


def test_one_that_runs_alone_waits_but_not_for_those_that_come_later(tmp_path: Path) -> None:
    before = Started(tmp_path, alone=False)
    assert before.begins()
    alone = Started(tmp_path, alone=True)
    begun_beside = alone.begins(WHILE)
    later = Started(tmp_path, alone=False)
    begun_before_it = later.begins(WHILE)
    before.end()
    assert alone.begins() and not begun_beside and not begun_before_it
    alone.end()
    assert later.begins()
    later.end()


def test_a_test_that_fails_ends_its_turn(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Turns(tmp_path).turn(alone=True):
        _ = 1 / 0
    after = Started(tmp_path, alone=True)
    assert after.begins()
    after.end()
