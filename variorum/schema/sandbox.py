"""A Schematron that a file names, run in a process of its own, which is killed after some time.

A Schematron is a program, and nothing within a process can stop Saxon. Whatever runs there, what
comes back is data.
"""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from variorum.engines.processes import Worker
from variorum.engines.saxon import TransformError
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.schema import schematron
from variorum.schema.codes import SCHEMA_INCORRECT, SCHEMATRON_FAILED, SCHEMATRON_TIMEOUT
from variorum.source import Source

__all__ = ["SECONDS", "SandboxedSchematron", "load"]

SECONDS = 60
"""How long a Schematron may take to be read, or to judge one file."""

_Answer = dict[str, Any]
_WORKERS: dict[int, Worker] = {}
"""The sandbox of each process, by the number of the process: a copy of one has its own."""
_LOADED: dict[tuple[str, str], schematron.Schematron] = {}
"""In the sandbox: the schemas that were read, by folder and path."""


def _worker() -> Worker:
    """The sandbox, which is started when it is first needed, and anew after it has ended."""
    worker = _WORKERS.get(os.getpid())
    if worker is None or worker.ended:
        worker = _WORKERS[os.getpid()] = Worker(sandboxed=True)
    return worker


@dataclass
class SandboxedSchematron:
    """A Schematron in the sandbox."""

    path: Path
    _stopped: str = ""
    """What to say of every file once the schema has taken too long; empty until then."""

    def validate(self, source: Source) -> list[Diagnostic]:
        """What the schema says about a well-formed file, in document order. One that went on too
        long is not tried again. Raises VariorumError for a file that lxml does not accept.
        """
        if not self._stopped:
            try:
                return self._asked(source)
            except TimeoutError:
                self._stopped = f"{self.path.name} takes more than {SECONDS} seconds and was ended"
            except ChildProcessError:
                message = f"{self.path.name} cannot be applied: it ended the process it ran in"
                return [SCHEMATRON_FAILED.at(Place(source.name), message)]
        return [SCHEMATRON_TIMEOUT.at(Place(source.name), self._stopped)]

    def _asked(self, source: Source | None = None) -> list[Diagnostic]:
        """What the schema says about a file; without one it is only read."""
        # the bytes are sent, because the sandbox is not to read a file that may have changed
        sent = source and Source(source.path, source.name, source.whole)
        arguments = (str(Path.cwd()), str(self.path), sent)
        answer = _worker().ask(_answer, *arguments, seconds=SECONDS)
        findings = [Diagnostic(**fields) for fields in answer["findings"]]
        if answer["refused"]:
            raise VariorumError(*findings)
        return findings


def load(schema: Path) -> SandboxedSchematron:
    """As `variorum.schema.schematron.load`, for a Schematron of the phase `#DEFAULT`."""
    sandboxed = SandboxedSchematron(schema)
    try:
        sandboxed._asked()
    except TimeoutError:
        message = f"{schema.name} takes more than {SECONDS} seconds to be read and was ended"
        raise VariorumError(SCHEMATRON_TIMEOUT.at(Place(schema.as_posix()), message)) from None
    except ChildProcessError:
        message = "it ended the process that read it"
        raise VariorumError(SCHEMA_INCORRECT.at(Place(schema.as_posix()), message)) from None
    return sandboxed


def _answer(folder: str, schema: str, source: Source | None) -> _Answer:
    """In the sandbox: what a schema says about a file; without a file the schema is read."""
    os.chdir(folder)
    found: list[Diagnostic] = []
    refused = False
    try:
        if source is None or (folder, schema) not in _LOADED:
            _LOADED[folder, schema] = schematron.load(Path(schema))
        if source is not None:
            found = _LOADED[folder, schema].validate(source)
    except VariorumError as error:
        found, refused = list(error.findings), True
    except TransformError as error:  # what Saxon's parser does not accept
        message = f"the rules cannot be applied: {' '.join(str(error).split())}"
        found = [SCHEMATRON_FAILED.at(Place(source.name if source else schema), message)]
    return {"refused": refused, "findings": [asdict(finding) for finding in found]}
