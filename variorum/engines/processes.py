"""Work in processes of their own, beside this one.

Saxon and Python both hold the interpreter lock while they work, so that threads would only take
turns; and what libraries keep of the memory goes when a process ends.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cached_property, partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from variorum.findings import VariorumError

__all__ = ["Beside", "Child"]

T = TypeVar("T")


class Child(Generic[T]):
    """A process that makes what `work` yields.

    `work` and what it yields are pickled; the process ends with the iteration over `items`, or
    with this process, and leaves Ctrl-C to this one.
    """

    def __init__(self, work: Callable[[], Iterator[T]], method: str = "spawn") -> None:
        context: Any = get_context(method)
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, work), daemon=True)
        with _deaf(method):
            self._process.start()
        there.close()

    def only(self) -> T | VariorumError:
        """The first item, or the VariorumError. The process then ends, and is not waited for.

        Raises ChildProcessError, as `items`.
        """
        with closing(self._here):
            try:
                item: T | VariorumError = self._here.recv()
            except (EOFError, ConnectionError):
                self._process.join()
                raise ChildProcessError(_end(self._process.exitcode or 0)) from None
        return item

    def items(self) -> Generator[T, None, None]:
        """Each item when it is asked for.

        Raises the VariorumError that `work` raises, and ChildProcessError, which says how, where
        the process ended in any other way.
        """
        try:
            with suppress(EOFError, ConnectionError):
                while True:
                    item = self._here.recv()
                    if isinstance(item, VariorumError):
                        raise item
                    yield item
                    self._here.send("next")
            self._process.join()
            if self._process.exitcode:
                raise ChildProcessError(_end(self._process.exitcode))
        finally:
            self._process.kill()
            self._process.join()
            self._here.close()


class Beside(Generic[T]):
    """Begins `function(*arguments)`, which is done by the time `result` returns."""

    def __init__(self, function: Callable[..., T], *arguments: object) -> None:
        self._child: Child[T] = Child(partial(_once, function, arguments), _method())

    def result(self) -> T:
        """What the function returned. Raises what `Child.items` raises."""
        if isinstance(self._answer, VariorumError):
            raise self._answer
        return self._answer

    @cached_property
    def _answer(self) -> T | VariorumError:
        return self._child.only()


def _method() -> str:
    """A copy of this process has its modules at hand; but Saxon's state must not be copied."""
    saxon = sys.modules.get("variorum.engines.saxon")
    return "fork" if sys.platform == "linux" and not (saxon and saxon.started()) else "spawn"


def _once(function: Callable[..., T], arguments: tuple[object, ...]) -> Iterator[T]:
    yield function(*arguments)


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
def _deaf(method: str) -> Iterator[None]:
    """A process born here does not hear Ctrl-C even before its first line runs."""
    if sys.platform == "win32":
        yield
        return
    if method == "spawn":  # else the tracker starts with the child, and unblocks the signal
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit status {code}"
