"""Tests in several processes take turns, so that one that measures time is not disturbed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["Turns"]


class Turns:
    """The locks of one process in a folder that all processes of the test run share.

    A test holds `running` together with others, or exclusively if it runs alone. Whoever waits for
    `running` holds `waiting`: so no other test can begin while a test that runs alone waits for
    those that have begun.
    """

    def __init__(self, folder: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT
        self._waiting = os.open(folder / "waiting", flags)
        self._running = os.open(folder / "running", flags)

    @contextmanager
    def turn(self, *, alone: bool) -> Iterator[None]:
        """The time of one test."""
        # Windows has no such locks: there, tests that measure time may be disturbed
        try:
            from fcntl import LOCK_EX, LOCK_SH, LOCK_UN, flock
        except ImportError:
            yield
            return
        flock(self._waiting, LOCK_EX)
        flock(self._running, LOCK_EX if alone else LOCK_SH)
        flock(self._waiting, LOCK_UN)
        try:
            yield
        finally:
            # closing the file is not enough: processes that the test has started may have it open
            flock(self._running, LOCK_UN)
