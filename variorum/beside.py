"""A call at work in a process of its own beside this one.

Saxon and Python both hold the interpreter lock while they work, so threads would only take turns.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from functools import cached_property
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from variorum.diagnostics import Diagnostic, VariorumError

__all__ = ["Beside"]

T = TypeVar("T")


class Beside(Generic[T]):
    """Begins `function(*arguments)`, which is done by the time `result` returns.

    Function, arguments and result must be such as can be pickled. The process ends with this one.
    """

    def __init__(self, function: Callable[..., T], *arguments: object) -> None:
        context: Any = get_context(_start())
        self._answers, answering = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work, args=(answering, function, arguments), daemon=True
        )
        self._process.start()
        answering.close()

    def result(self) -> T:
        """What the function returned. Raises the VariorumError it raised."""
        value, findings = self._answer
        if findings:
            raise VariorumError(*findings)
        return value

    @cached_property
    def _answer(self) -> tuple[T, tuple[Diagnostic, ...]]:
        try:
            answer: tuple[T, tuple[Diagnostic, ...]] = self._answers.recv()
        except EOFError:
            self._process.join()
            raise RuntimeError(f"the process ended with {self._process.exitcode}") from None
        self._process.join()
        return answer


def _start() -> str:
    """A copy of this process has its modules at hand; but a processor must not be copied."""
    saxon = sys.modules.get("variorum.saxon")
    return "fork" if sys.platform == "linux" and not (saxon and saxon.started()) else "spawn"


def _work(
    answering: Connection, function: Callable[..., Any], arguments: tuple[object, ...]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began it says what is to end
    try:
        answering.send((function(*arguments), ()))
    except VariorumError as error:
        answering.send((None, error.findings))
