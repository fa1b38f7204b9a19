"""Work in a process of its own: what its libraries keep of the memory goes when it ends."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from variorum.diagnostics import VariorumError

__all__ = ["in_child"]

_T = TypeVar("_T")


def in_child(work: Callable[[], Iterator[_T]]) -> Generator[_T, None, None]:
    """What `work` yields, made in a fresh process, each when it is asked for.

    `work` and what it yields are pickled; the process ends with the iteration and leaves Ctrl-C to
    this one. Raises the VariorumError that `work` raises, and ChildProcessError, which says how,
    where the process ended in any other way.
    """
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, work), daemon=True)
    with _deaf():
        process.start()
    there.close()
    try:
        with suppress(EOFError, ConnectionError):
            while True:
                item = here.recv()
                if isinstance(item, VariorumError):
                    raise item
                yield item
                here.send("next")
        process.join()
        if process.exitcode:
            raise ChildProcessError(_end(process.exitcode))
    finally:
        process.kill()
        process.join()
        here.close()


def _serve(connection: Connection[Any, Any], work: Callable[[], Iterator[object]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what _deaf cannot do on Windows
    with suppress(EOFError, ConnectionError):
        try:
            for item in work():
                connection.send(item)
                connection.recv()
        except VariorumError as error:
            connection.send(error)


@contextmanager
def _deaf() -> Iterator[None]:
    """A process born here does not hear Ctrl-C even before its first line runs."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # else it starts with the child, and unblocks the signal
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit status {code}"
