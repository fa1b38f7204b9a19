"""Workers leave Ctrl-C to their parent, have a limit of time, and end when they should."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from variorum.check import check
from variorum.engines import processes
from variorum.engines.processes import Beside, Worker, iterate
from variorum.findings import VariorumError
from variorum.source import Edition

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
    assert list(iterate(partial(_work, _Interrupting()))) == ["not heard", "not heard"]


def _long() -> Iterator[int]:
    yield os.getpid()
    time.sleep(60)


def test_it_is_ended_when_its_parent_stops() -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, stop)
    work = iterate(_long)
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
    work = iterate(partial(_ended, how))
    assert next(work) == 1
    with pytest.raises(ChildProcessError, match=message):
        next(work)


@pytest.fixture(params=["fork", "fresh"])
def _both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The two ways in which a process begins: the first is that of Linux, the second of others."""
    monkeypatch.setattr(processes, "can_fork", lambda: request.param == "fork")


@pytest.mark.usefixtures("_both")
def test_a_check_beside_finds_what_a_check_finds(tmp_path: Path) -> None:
    letter = tmp_path / "letter.xml"
    letter.write_text("<TEI xmlns='http://www.tei-c.org/ns/1.0'><p></TEI>", encoding="utf-8")
    edition = Edition.of([letter], tmp_path)
    found = Beside(check, edition).result()
    assert found == check(edition)
    assert "xml-not-well-formed" in {finding.code for finding in found}


@pytest.mark.usefixtures("_both")
def test_its_error_is_raised_here_each_time(tmp_path: Path) -> None:
    asked = Beside(check, Edition.here(ROOT), tmp_path / "nothing.rng")
    for _ in range(2):
        with pytest.raises(VariorumError, match=r"nothing\.rng|cannot be read"):
            asked.result()


def test_a_call_whose_process_ends_is_told() -> None:
    with pytest.raises(ChildProcessError, match="exit status 7"):
        Beside(os._exit, 7).result()


def _process() -> int:
    return os.getpid()


def _gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("fork", [True, False])
def test_a_worker_answers_until_it_is_killed(fork: bool) -> None:
    worker = Worker(fork=fork)
    process = worker.ask(_process)
    assert process != os.getpid() and worker.ask(_process) == process
    with pytest.raises(VariorumError, match="no such file"):
        worker.ask(Edition.of, [Path("nowhere.xml")], ROOT)
    assert not worker.ended
    worker.kill()
    assert worker.ended and _gone(process)
    with pytest.raises(ChildProcessError):
        worker.ask(_process)


@pytest.mark.parametrize("fork", [True, False])
def test_a_worker_that_takes_too_long_is_killed(fork: bool) -> None:
    worker = Worker(fork=fork)
    process = worker.ask(_process)
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        worker.ask(time.sleep, 60, seconds=0.5)
    assert time.monotonic() - began < 30
    assert worker.ended and _gone(process)


def test_an_answer_in_time_leaves_the_worker_as_it_is() -> None:
    worker = Worker()
    process = worker.ask(_process, seconds=60)
    assert worker.ask(_process, seconds=60) == process
    worker.kill()


def test_a_worker_ends_with_the_object_that_stands_for_it() -> None:
    worker = Worker()
    process = worker.ask(_process)
    del worker
    assert _gone(process)


_LEAVING = """
import os, signal, sys, threading, time
from variorum.engines.processes import Worker

workers = [Worker(), Worker(fork=True)]
in_a_thread = threading.Thread(target=lambda: workers.append(Worker()))
in_a_thread.start()
in_a_thread.join()
time.sleep(0.1)
print(*(worker.ask(os.getpid) for worker in workers), flush=True)
for worker in workers:
    worker.begin(time.sleep, 60)
os.kill(os.getpid(), getattr(signal, sys.argv[1]))
"""


@pytest.mark.parametrize("ending", ["SIGKILL", "SIGTERM"])
def test_workers_that_are_busy_end_with_their_parent(ending: str) -> None:
    """Also that of a thread which has ended: it lives on as long as its process."""
    command = [sys.executable, "-c", _LEAVING, ending]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        processes = [int(number) for number in run.stdout.readline().split()]
        assert run.wait() == -getattr(signal, ending)
        until = time.monotonic() + 2
        while not all(map(_at_an_end, processes)) and time.monotonic() < until:
            time.sleep(0.05)
        left = [process for process in processes if not _at_an_end(process)]
        for process in left:
            os.kill(process, signal.SIGKILL)
    assert left == []
    assert len(processes) == 3


def _at_an_end(process: int) -> bool:
    """Whether it is gone, or only waits for its new parent to take notice."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return _gone(process)
    return state.rpartition(")")[2].split()[0] == "Z"


def _told() -> dict[str, list[int]]:
    os.write(1, b"this is no answer")
    return {"told": [1]}


def test_only_data_comes_back_from_a_sandbox() -> None:
    worker = Worker(sandboxed=True)
    assert worker.ask(_told) == {"told": [1]}
    with pytest.raises(ChildProcessError, match="exit status 1"):
        worker.ask(_Interrupting)


def test_no_module_is_taken_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "json", "signal", "variorum"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    worker = Worker(sandboxed=True)
    assert worker.ask(_told) == {"told": [1]}
    worker.kill()
