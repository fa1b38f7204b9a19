"""Work in other processes: one kind of worker, and three ways to use it.

Saxon and Python both hold the interpreter lock while they work, so that threads would only take
turns. What libraries keep of the memory is free again when a process ends, and a process that does
not come to an end can be killed.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import sys
import threading
import time
import weakref
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from typing import IO, Any, Generic, Protocol, TypeVar

__all__ = ["SANDBOX_MEGABYTES", "Beside", "Worker", "can_fork", "end_all", "iterate", "serve"]

T = TypeVar("T")

_SERVE = "import sys; sys.path[:] = {!r}; from variorum.engines.processes import serve; serve{!r}"
SANDBOX_MEGABYTES = 2000
"""How much memory a sandboxed process may fill, where the system can hold it to that."""

_PATIENCE = 10
"""How much less urgent a patient process is, in steps of `nice` (POSIX), at most 19."""

_LENGTH = 8
"""The bytes before each message that say how long it is."""


_PR_SET_PDEATHSIG = 1
"""Of Linux: which signal the system sends to a process when the thread ends that started it."""
_NOTICED = 0.5
"""Elsewhere: after so many seconds a process notices that its parent has ended."""


_living: set[int] = set()
"""The numbers of the workers of this process."""


class _Process(Protocol):
    @property
    def pid(self) -> int: ...

    def kill(self) -> None: ...

    def wait(self) -> int: ...


class Worker:
    """A Python process that carries out calls, one at a time.

    A function and its arguments are pickled, and so is what it returns. From a `sandboxed` process
    JSON comes back instead: a stranger's program may run there, and JSON can only be data; and one
    that fills more than `SANDBOX_MEGABYTES` of memory ends the process. Any other may have a limit
    of `megabytes`, too; 0 is none. With
    `fork` the process is a copy of this one, which starts at once; else it is a fresh interpreter.

    The process leaves Ctrl-C to this one, and ends with it, however that ends.
    """

    def __init__(self, *, sandboxed: bool = False, fork: bool = False, megabytes: int = 0) -> None:
        self._sandboxed = sandboxed
        limit = SANDBOX_MEGABYTES if sandboxed else megabytes
        with _without_interrupts():
            self.process, self._questions, self._answers = (
                _forked(limit) if fork else _fresh(sandboxed=sandboxed, megabytes=limit)
            )
        _living.add(self.process.pid)
        files = (self._questions, self._answers)
        self._end = weakref.finalize(self, _ended, self.process, files, os.getpid())

    @property
    def ended(self) -> bool:
        """Whether it was killed, or was found to have ended."""
        return not self._end.alive

    def ask(self, function: Callable[..., T], *arguments: object, seconds: float = 0) -> T:
        """What the function returns there. A limit of `seconds` kills the process when they end.

        Raises what the function raises. The process is no more when TimeoutError for that limit is
        raised, ChildProcessError because it ended, or what interrupts this process.
        """
        begun = time.monotonic()
        done = False
        with _limit(self.process, seconds):
            try:
                self.begin(function, *arguments, seconds=seconds)
                answer = self._received()
                done = True
            except ChildProcessError:
                if seconds and time.monotonic() - begun >= seconds:
                    raise TimeoutError from None
                raise
            finally:
                if not done or (seconds and time.monotonic() - begun >= seconds):
                    self.kill()
        returned: T = _returned(answer)
        return returned

    def begin(
        self, function: Callable[..., object], *arguments: object, seconds: float = 0
    ) -> None:
        """Starts a call; `answer` waits for what it returns."""
        if self.ended:
            raise ChildProcessError("it was killed")
        with suppress(OSError):  # `answer` tells that the process has ended
            _send(self._questions, pickle.dumps((function, arguments, seconds)))

    def answer(self) -> Any:
        """What the call that was begun returns.

        Raises what it raises, and ChildProcessError, which says how, where the process ended.
        """
        return _returned(self._received())

    def _received(self) -> Any:
        message = _receive(self._answers)
        if message is None:
            code = self.process.wait()
            self.kill()
            raise ChildProcessError(_told(code))
        return json.loads(message) if self._sandboxed else pickle.loads(message)

    def close(self) -> None:
        """Lets the process end by itself when it has done what it was asked."""
        _close(self._questions)

    def kill(self) -> None:
        """Ends the process at once."""
        self._end()


class Beside(Generic[T]):
    """A call that is carried out while this process goes on; `result` waits for it.

    A `patient` one leaves the processors to this process where both want them.
    """

    def __init__(
        self, function: Callable[..., T], *arguments: object, patient: bool = False
    ) -> None:
        self._worker = Worker(fork=can_fork())
        first = (_patiently, function) if patient else (function,)
        self._worker.begin(*first, *arguments)

    def result(self) -> T:
        """What the function returned. Raises what `Worker.answer` raises, as often as asked."""
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome

    @cached_property
    def _outcome(self) -> T | Exception:
        try:
            answer: T = self._worker.answer()
        except Exception as error:
            return error
        finally:
            self._worker.close()
        return answer


def _patiently(function: Callable[..., T], *arguments: object) -> T:
    if sys.platform != "win32":
        os.nice(_PATIENCE)
    return function(*arguments)


def iterate(
    work: Callable[[], Iterator[T]], *, seconds: float = 0, megabytes: int = 0
) -> Generator[T, None, None]:
    """The items of `work()`, each made in another process when it is asked for.

    The process ends with the iteration; each item may take so many `seconds`. Raises what
    `Worker.ask` raises.
    """
    worker = Worker(fork=can_fork(), megabytes=megabytes)
    try:
        worker.ask(_start, work)
        while item := worker.ask(_next, seconds=seconds):
            yield item[0]
    finally:
        worker.kill()


_started: list[Iterator[Any]] = []
"""In the other process: what `iterate` goes through."""


def _start(work: Callable[[], Iterator[Any]]) -> None:
    _started.append(work())


def _next() -> tuple[Any, ...]:
    """The next item by itself; nothing after the last one."""
    return next(((item,) for item in _started[-1]), ())


# how a process begins and ends


def can_fork() -> bool:
    """Whether a copy of this process can work: not where Saxon or Typst runs.

    The state of the one is not copied, and neither are the threads of the other.
    """
    saxon = sys.modules.get("variorum.engines.saxon")
    is_at_work = bool(saxon and saxon.started()) or "typst" in sys.modules
    return sys.platform == "linux" and not is_at_work


def _fresh(*, sandboxed: bool, megabytes: int) -> tuple[_Process, IO[bytes], IO[bytes]]:
    import subprocess

    # a sandbox takes no module from the current folder, which may be a stranger's
    path = [folder for folder in sys.path if folder or not sandboxed]
    given = (sandboxed, megabytes, os.getpid(), _is_main())
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _SERVE.format(path, given)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if megabytes else None,  # what Saxon says when it has no more
    )
    assert process.stdin and process.stdout
    return process, process.stdin, process.stdout


def _forked(megabytes: int) -> tuple[_Process, IO[bytes], IO[bytes]]:
    theirs, questions = os.pipe()
    answers, back = os.pipe()
    parent, is_main = os.getpid(), _is_main()
    number = os.fork()
    if number:
        os.close(theirs)
        os.close(back)
        return _Forked(number), os.fdopen(questions, "wb"), os.fdopen(answers, "rb")
    status = 1
    try:
        os.close(questions)
        os.close(answers)
        _living.clear()
        _end_with(parent, is_main)
        gc.freeze()  # to look for waste in what both have would make copies of it
        if megabytes:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # as for a fresh one
            _limit_memory(megabytes * 1_000_000)
        _serve(os.fdopen(theirs, "rb"), os.fdopen(back, "wb"), sandboxed=False)
        status = 0
    except BaseException:
        from traceback import print_exc

        print_exc()
    finally:
        os._exit(status)


class _Forked:
    """A copy of this process, by its number."""

    def __init__(self, number: int) -> None:
        self.pid = number
        self._code: int | None = None

    def kill(self) -> None:
        if self._code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._code


def end_all() -> None:
    """Ends all workers at once, for this process is about to end."""
    for number in list(_living):
        with suppress(OSError):
            os.kill(number, getattr(signal, "SIGKILL", signal.SIGTERM))
            os.waitpid(number, 0)


def _ended(process: _Process, files: tuple[IO[bytes], ...], owner: int) -> None:
    if os.getpid() == owner:  # a copy of the owner has no say over its workers
        process.kill()
        process.wait()
        _living.discard(process.pid)
    for file in files:
        _close(file)


def _close(file: IO[bytes]) -> None:
    with suppress(OSError):  # what was not sent cannot be sent any more
        file.close()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """A process that is started here does not hear Ctrl-C even before its first line runs."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _limit(process: _Process, seconds: float) -> Iterator[None]:
    """Kills the process when the time is over; 0 is no limit."""
    if not seconds:
        yield
        return
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()  # a process with other threads had better not be copied


def _told(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit status {code}"


# the other end


def serve(sandboxed: bool, megabytes: int, parent: int, of_main_thread: bool) -> None:
    """Carries out calls in a fresh interpreter until there are no more."""
    _end_with(parent, of_main_thread)
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing if sandboxed else 2, 1)  # what a function prints is no answer
    if megabytes:
        _limit_memory(megabytes * 1_000_000)
    _serve(questions, answers, sandboxed=sandboxed)


def _limit_memory(most: int) -> None:
    """Saxon reserves addresses without end, so the limit is on what is written to."""
    if sys.platform != "linux":
        return
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    least = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (least, hard))


def _serve(questions: IO[bytes], answers: IO[bytes], *, sandboxed: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what a signal mask cannot do on Windows
    with suppress(BrokenPipeError):
        while (question := _receive(questions)) is not None:
            function, arguments, seconds = pickle.loads(question)
            with _alarm(seconds):
                data = (
                    json.dumps(function(*arguments)).encode()
                    if sandboxed
                    else _carried_out(function, arguments)
                )
            _send(answers, data)


@dataclass(frozen=True)
class _Raised:
    """What a function has raised."""

    error: Exception


def _returned(answer: Any) -> Any:
    if isinstance(answer, _Raised):
        raise answer.error
    return answer


def _carried_out(function: Callable[..., object], arguments: tuple[object, ...]) -> bytes:
    try:
        return pickle.dumps(function(*arguments))
    except Exception as error:
        with suppress(Exception):  # not every error can be sent as it is
            data = pickle.dumps(_Raised(error))
            pickle.loads(data)
            return data
        reason = next(iter(str(error).strip().splitlines()), "")
        return pickle.dumps(_Raised(RuntimeError(f"{type(error).__name__}: {reason}")))


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def _end_with(parent: int, of_main_thread: bool) -> None:
    """This process ends with the one that started it, whatever it is doing then.

    Linux does that, but for a thread: the main thread ends with its process. Elsewhere a thread
    looks now and then.
    """
    if sys.platform == "linux" and of_main_thread:
        from ctypes import CDLL

        CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it has ended before
            os._exit(1)
    elif sys.platform != "win32":
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_NOTICED)
    os._exit(1)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Ends this process after twice the limit: the one that asked may have died before that."""
    if sys.platform == "win32" or not seconds:
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, 2 * seconds)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)


def _send(file: IO[bytes], message: bytes) -> None:
    file.write(len(message).to_bytes(_LENGTH, "big") + message)
    file.flush()


def _receive(file: IO[bytes]) -> bytes | None:
    """The next message; None at the end, also of a message that was broken off."""
    length = file.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    message = file.read(int.from_bytes(length, "big"))
    return message if len(message) == int.from_bytes(length, "big") else None
