"""A line on the terminal that tells how far the making of many files has come."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable

from variorum.findings.visible import visible

__all__ = ["FEW", "ProgressLine"]

FEW = 10
"""For fewer documents no line is shown, but that of `waiting`."""
_WIDTH = 20
_LATELY = 30.0
"""The rate is that of so many seconds: documents that were made before go by at once."""


class ProgressLine:
    """Shows how many documents there are, the rate, and the time that is left."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` tells the time in seconds."""
        self._clock = clock
        self._steps: deque[tuple[float, int]] = deque()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Tells that so many of all are made, and the name of the next."""
        if total < FEW or not sys.stderr.isatty():
            return
        bar = "#" * (_WIDTH * done // total)
        told = f"[{bar:<{_WIDTH}}] {done}/{total} {visible(name)[:16]:<16}"
        print(f"\r{told} {self._pace(done, total):<26}", end="", file=sys.stderr)
        if done == total:
            print(file=sys.stderr)

    def _pace(self, done: int, total: int) -> str:
        """How many are made in a second, and for how long it will go on; nothing at the start."""
        now = self._clock()
        self._steps.append((now, done))
        while now - self._steps[0][0] > _LATELY and len(self._steps) > 2:
            self._steps.popleft()
        since, before = self._steps[0]
        if now - since < 1 or done == before:
            return ""
        rate = (done - before) / (now - since)
        minutes, seconds = divmod(round((total - done) / rate), 60)
        return f"{rate:.1f} a second, {minutes}:{seconds:02} left"
