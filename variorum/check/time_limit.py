"""A limit of time for each step of a check: no file keeps the others from being checked."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["time_limit"]


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Whatever runs within this for so long is stopped with TimeoutError, and so is what follows.

    Nothing is limited where the system has no such signal, which is Windows, nor in another thread
    than the first, nor where the process has a use of its own for the signal.
    """
    if sys.platform == "win32" or not _is_free():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"it takes more than {seconds} seconds")

    signal.signal(signal.SIGALRM, stop)
    before, _ = signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, before)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _is_free() -> bool:
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
