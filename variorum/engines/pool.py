"""An executor whose workers are processes that end with this one, however that ends.

One that ends by itself takes the call that it carries out with it, and no other: the next call
starts a new one in its place.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, ParamSpec, TypeVar

from variorum.engines.processes import Worker

__all__ = ["WorkerPool", "processors"]

P = ParamSpec("P")
T = TypeVar("T")

_Call = tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]


class WorkerPool(Executor):
    """So many processes carry out calls, each one at a time, with what it keeps between them.

    A process may fill so many `megabytes` of memory, and take so many `seconds` for a call; 0 is no
    limit. A future raises what the function raises, TimeoutError after the limit, and
    ChildProcessError where the process has ended.
    """

    def __init__(self, processes: int, *, megabytes: int = 0, seconds: float = 0) -> None:
        self._megabytes = megabytes
        self._seconds = seconds
        self._is_shut = self._is_ended = False
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._workers = [Worker(megabytes=megabytes) for _ in range(processes)]
        self._threads = [
            threading.Thread(target=self._serve, args=(number,), daemon=True)
            for number in range(processes)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begins a call in the next process that is free. Raises TypeError for named arguments,
        and RuntimeError when the pool has been shut down.
        """
        if kwargs:
            raise TypeError("a call in another process has no named arguments")
        if self._is_shut:
            raise RuntimeError("the pool has been shut down")
        future: Future[T] = Future()
        self._calls.put((future, fn, args))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the processes when they have done what they were asked; at once if not to `wait`."""
        self._is_shut = True
        self._is_ended = not wait
        if cancel_futures or not wait:
            self._cancel()
        for _ in self._threads:
            self._calls.put(None)
        if not wait:
            for worker in self._workers:
                worker.kill()
        for thread in self._threads:
            thread.join()
        for worker in self._workers:
            worker.kill()

    def _cancel(self) -> None:
        with suppress(Empty):
            while True:
                if call := self._calls.get_nowait():
                    call[0].cancel()

    def _serve(self, number: int) -> None:
        while call := self._calls.get():
            future, function, arguments = call
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._ask(number, function, arguments))
            except BaseException as error:
                future.set_exception(error)

    def _ask(self, number: int, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        if self._is_ended:
            raise ChildProcessError("the pool has been shut down")
        if self._workers[number].ended:
            self._workers[number] = Worker(megabytes=self._megabytes)
        return self._workers[number].ask(function, *arguments, seconds=self._seconds)


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
