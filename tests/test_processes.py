"""Child processes: they leave Ctrl-C to their parent, and end with the iteration."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from variorum.check import check
from variorum.engines import processes
from variorum.engines.processes import Beside, Child
from variorum.findings import VariorumError
from variorum.source.edition import Edition

ROOT = Path(__file__).resolve().parent.parent

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
    assert list(Child(partial(_work, _Interrupting())).items()) == ["not heard", "not heard"]


def _long() -> Iterator[int]:
    yield os.getpid()
    time.sleep(60)


def test_it_is_ended_when_its_parent_stops() -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, stop)
    work = Child(_long).items()
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
    work = Child(partial(_ended, how)).items()
    assert next(work) == 1
    with pytest.raises(ChildProcessError, match=message):
        next(work)


@pytest.fixture(params=["fork", "spawn"])
def _both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The two ways in which a process begins: the first is that of Linux, the second of others."""
    monkeypatch.setattr(processes, "_method", lambda: request.param)


@pytest.mark.usefixtures("_both")
def test_a_check_beside_finds_what_a_check_finds(tmp_path: Path) -> None:
    letter = tmp_path / "letter.xml"
    letter.write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'><p></TEI>", encoding="utf-8")
    edition = Edition.of([letter], tmp_path)
    found = Beside(check, edition).result()
    assert found == check(edition)
    assert "xml-not-well-formed" in {one.code for one in found}


@pytest.mark.usefixtures("_both")
def test_its_error_is_raised_here_each_time(tmp_path: Path) -> None:
    asked = Beside(check, Edition.here(ROOT), tmp_path / "nothing.rng")
    for _ in range(2):
        with pytest.raises(VariorumError, match=r"nothing\.rng|cannot be read"):
            asked.result()


def test_a_call_whose_process_ends_is_told() -> None:
    with pytest.raises(ChildProcessError, match="exit status 7"):
        Beside(os._exit, 7).result()
