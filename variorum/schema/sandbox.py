"""A Schematron that came with files, run in a process of its own with limits of time and memory.

A Schematron is a program, and nothing within a process can stop Saxon. Whatever runs there, what
comes back is data.
"""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from variorum.engines.processes import SANDBOX_MEGABYTES, Worker
from variorum.engines.saxon import TransformError
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.schema import schematron
from variorum.schema.codes import SCHEMA_INCORRECT, SCHEMATRON_FAILED, SCHEMATRON_TIMEOUT
from variorum.source import Source

__all__ = ["SECONDS", "SandboxedSchematron", "load"]

SECONDS = 60
"""How long a Schematron may take to be read, or to judge one file."""

_MOST_DEATHS = 3
_DEATH = f"it fills more than {SANDBOX_MEGABYTES // 1000} GB of memory, or ends its process"
_Answer = dict[str, Any]
_WORKERS: dict[int, Worker] = {}
"""The sandbox of each process, by the number of the process: a copy of one has its own."""
_LOADED: dict[tuple[str, ...], schematron.Rules] = {}
"""In the sandbox: the schemas that were read, by folder, path, phase and whose they are."""


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
    phase: str = "#DEFAULT"
    own: bool = False
    _stopped: str = ""
    """What to say of every file once the schema has taken too long; empty until then."""

    _deaths: list[str] = field(default_factory=list)
    """The files over which the sandbox ended."""

    def validate(self, source: Source) -> list[Diagnostic]:
        """What the schema says about a well-formed file, in document order. One that went on too
        long, or failed altogether over several files, is not tried again. Raises VariorumError for
        a file that lxml does not accept.
        """
        if not self._stopped and len(self._deaths) < _MOST_DEATHS:
            try:
                return self._asked(source)
            except TimeoutError:
                self._stopped = f"{self.path.name} takes more than {SECONDS} seconds and was ended"
            except ChildProcessError:
                self._deaths.append(source.name)
        if self._stopped:
            return [SCHEMATRON_TIMEOUT.at(Place(source.name), self._stopped)]
        message = f"{self.path.name} cannot be applied: {_DEATH}"
        return [SCHEMATRON_FAILED.at(Place(source.name), message)]

    def _asked(self, source: Source | None = None) -> list[Diagnostic]:
        """What the schema says about a file; without one it is only read."""
        # the bytes are sent, because the sandbox is not to read a file that may have changed
        sent = source and Source(source.path, source.name, source.whole)
        arguments = (str(Path.cwd()), str(self.path), self.phase, self.own, sent)
        answer = _worker().ask(_answer, *arguments, seconds=SECONDS)
        findings = [Diagnostic(**fields) for fields in answer["findings"]]
        if answer["refused"]:
            raise VariorumError(*findings)
        return findings


def load(schema: Path, *, phase: str = "#DEFAULT", own: bool = False) -> SandboxedSchematron:
    """As `variorum.schema.schematron.load`."""
    sandboxed = SandboxedSchematron(schema, phase, own)
    try:
        sandboxed._asked()
    except TimeoutError:
        message = f"{schema.name} takes more than {SECONDS} seconds to be read and was ended"
        raise VariorumError(SCHEMATRON_TIMEOUT.at(Place(schema.as_posix()), message)) from None
    except ChildProcessError:
        raise VariorumError(SCHEMA_INCORRECT.at(Place(schema.as_posix()), _DEATH)) from None
    return sandboxed


def _answer(folder: str, schema: str, phase: str, own: bool, source: Source | None) -> _Answer:
    """In the sandbox: what a schema says about a file; without a file the schema is read."""
    os.chdir(folder)
    key = folder, schema, phase, str(own)
    found: list[Diagnostic] = []
    refused = False
    try:
        if source is None or key not in _LOADED:
            _LOADED[key] = schematron.load(Path(schema), phase=phase, own=own)
        if source is not None:
            found = _LOADED[key].validate(source)
    except VariorumError as error:
        found, refused = list(error.findings), True
    except TransformError as error:  # what Saxon's parser does not accept
        message = f"the rules cannot be applied: {' '.join(str(error).split())}"
        found = [SCHEMATRON_FAILED.at(Place(source.name if source else schema), message)]
    return {"refused": refused, "findings": [asdict(finding) for finding in found]}
