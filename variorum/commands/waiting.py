"""A line on the terminal that tells what is being done, and for how long, when it takes long."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from variorum.findings.visible import visible

__all__ = ["waiting"]

_PATIENCE = 2.0
"""So many seconds nobody wonders what is going on."""
_PAUSE = 0.5
_WIDTH = 70


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Tells `what` is being done, and since when, from two seconds on, where a person looks on.

    Saxon keeps all threads of its process waiting, and a process with several threads cannot be
    copied well: so another process tells it, where there can be one at little cost.
    """
    if not sys.stderr.isatty():
        yield
        return
    from variorum.engines.processes import Worker, can_fork

    begun = time.monotonic()
    ended = threading.Event()
    worker = thread = None
    if can_fork():
        worker = Worker(fork=True)
        worker.begin(_tell, what, begun)
    else:
        thread = threading.Thread(target=_tell, args=(what, begun, ended), daemon=True)
        thread.start()
    try:
        yield
    finally:
        ended.set()
        if worker:
            worker.kill()
        if thread:
            thread.join()
        if time.monotonic() - begun > _PATIENCE:
            print(f"\r{'':<{_WIDTH}}\r", end="", file=sys.stderr, flush=True)


def _tell(what: str, begun: float, ended: threading.Event | None = None) -> None:
    ended = ended or threading.Event()
    said = visible(what)[: _WIDTH - 10]
    while not ended.wait(max(_PATIENCE - (time.monotonic() - begun), _PAUSE)):
        minutes, seconds = divmod(int(time.monotonic() - begun), 60)
        print(f"\r{said} {minutes}:{seconds:02}", end="", file=sys.stderr, flush=True)
