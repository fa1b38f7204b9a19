"""A Schematron that a file names, run in a process of its own, which is ended after some time.

A Schematron is a program, and nothing within a process can stop Saxon. Questions and answers are
lines of JSON: what comes back is data, whatever ran there.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Timer
from typing import Any

from variorum.engines.saxon import TransformError
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.schema import schematron
from variorum.schema.codes import SCHEMA_INCORRECT, SCHEMATRON_FAILED, SCHEMATRON_TIMEOUT
from variorum.source.edition import Source

__all__ = ["SECONDS", "Confined", "load", "serve"]

SECONDS = 60
"""How long a Schematron may take to be read, or to judge one file."""

_SERVE = "import sys; sys.path[:] = {!r}; from variorum.schema.sandbox import serve; serve()"
_Answer = dict[str, Any]
_LOADED: dict[tuple[str, str], schematron.Schematron] = {}
"""In the other process: what was read, by folder and path."""


class _Child:
    """The process, which starts when it is first asked and anew after it was ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, question: dict[str, str | int]) -> _Answer:
        """Raises TimeoutError, or ChildProcessError where the process ended of itself."""
        process = self._process = self._process or _started()
        assert process.stdin and process.stdout
        timer = Timer(SECONDS, process.kill)
        timer.daemon = True
        begun = time.monotonic()
        timer.start()
        answer, late = b"", False
        try:
            with suppress(OSError):
                process.stdin.write(json.dumps(question).encode() + b"\n")
                process.stdin.flush()
                answer = process.stdout.readline()
        finally:
            timer.cancel()
            late = time.monotonic() - begun >= SECONDS
            if late or not answer.endswith(b"\n"):
                self.end()
        if answer.endswith(b"\n"):
            return dict(json.loads(answer))
        raise TimeoutError if late else ChildProcessError

    def end(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


_CHILD = _Child()
atexit.register(_CHILD.end)


@dataclass
class Confined:
    """A Schematron in the other process."""

    path: Path
    _stopped: str = ""
    """What to say of every file once the schema has taken too long; empty until then."""

    def validate(self, source: Source) -> list[Diagnostic]:
        """What the schema says about a well-formed file, in document order. One that went on too
        long is not tried again. Raises VariorumError for a file that lxml does not accept.
        """
        if not self._stopped:
            try:
                return self._asked(str(source.path), source.name)
            except TimeoutError:
                self._stopped = f"{self.path.name} takes more than {SECONDS} seconds and was ended"
            except ChildProcessError:
                message = f"{self.path.name} cannot be applied: it ended the process it ran in"
                return [SCHEMATRON_FAILED.at(Place(source.name), message)]
        return [SCHEMATRON_TIMEOUT.at(Place(source.name), self._stopped)]

    def _asked(self, file: str, name: str) -> list[Diagnostic]:
        question = {"folder": str(Path.cwd()), "schema": str(self.path), "file": file, "name": name}
        answer = _CHILD.ask(question | {"seconds": SECONDS})
        findings = [Diagnostic(**one) for one in answer["findings"]]
        if answer["refused"]:
            raise VariorumError(*findings)
        return findings


def load(schema: Path) -> Confined:
    """As `variorum.schema.schematron.load`, for a Schematron of the phase `#DEFAULT`."""
    confined = Confined(schema)
    try:
        confined._asked("", "")
    except TimeoutError:
        message = f"{schema.name} takes more than {SECONDS} seconds to be read and was ended"
        raise VariorumError(SCHEMATRON_TIMEOUT.at(Place(schema.as_posix()), message)) from None
    except ChildProcessError:
        message = "it ended the process that read it"
        raise VariorumError(SCHEMA_INCORRECT.at(Place(schema.as_posix()), message)) from None
    return confined


def _started() -> subprocess.Popen[bytes]:
    # -P: no module is taken from the current folder, which may be a stranger's
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _SERVE.format(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def serve() -> None:
    """Answers questions until there are no more; the other end of `Confined`."""
    with os.fdopen(os.dup(1), "w", encoding="ascii") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a schema prints is no answer
        for question in sys.stdin.buffer:
            print(json.dumps(_answer(**json.loads(question))), file=answers, flush=True)


def _answer(folder: str, schema: str, file: str, name: str, seconds: int) -> _Answer:
    """What a schema says about a file; without a file the schema is read."""
    os.chdir(folder)
    with _alarm(2 * seconds):
        try:
            if not file or (folder, schema) not in _LOADED:
                _LOADED[folder, schema] = schematron.load(Path(schema))
            loaded = _LOADED[folder, schema]
            found, refused = (loaded.validate(Source(Path(file), name)) if file else []), False
        except VariorumError as error:
            found, refused = list(error.findings), True
        except TransformError as error:  # what Saxon's parser does not accept
            message = f"the rules cannot be applied: {' '.join(str(error).split())}"
            found, refused = [SCHEMATRON_FAILED.at(Place(name), message)], False
    return {"refused": refused, "findings": [asdict(one) for one in found]}


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    """The end of this process should the other be gone that would end it."""
    if sys.platform == "win32":
        yield
        return
    signal.alarm(seconds)
    yield
    signal.alarm(0)
