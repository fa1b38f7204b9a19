"""A child process: it leaves Ctrl-C to its parent, and ends with the iteration."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from variorum.archive.child import in_child

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no signals as on POSIX")


def _interrupt() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    return "not heard"


class _Interrupting:
    """Interrupts the process that unpickles it, before its work begins."""

    def __reduce__(self) -> tuple[Callable[[], str], tuple[()]]:
        return _interrupt, ()


def _work(first: object) -> Iterator[object]:
    yield first
    yield _interrupt()


def test_ctrl_c_is_not_heard_even_while_it_starts() -> None:
    assert list(in_child(partial(_work, _Interrupting()))) == ["not heard", "not heard"]


def _long() -> Iterator[int]:
    yield os.getpid()
    time.sleep(60)


def test_it_is_ended_when_its_parent_stops() -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, stop)
    work = in_child(_long)
    process = next(work)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    began = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            next(work)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - began < 30, "it is not waited for"
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def _ended(how: Callable[[], None]) -> Iterator[int]:
    yield 1
    how()


@pytest.mark.parametrize(
    ("how", "message"),
    [
        (partial(os._exit, 3), "exit status 3"),
        (partial(signal.raise_signal, signal.SIGTERM), "SIGTERM"),
    ],
)
def test_how_it_ended_is_told(how: Callable[[], None], message: str) -> None:
    work = in_child(partial(_ended, how))
    assert next(work) == 1
    with pytest.raises(ChildProcessError, match=message):
        next(work)
