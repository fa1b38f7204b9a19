"""Our own Schematron in another process, which compiles and runs it while grammars are read here.

Python and Saxon take about as long as each other to check a file, and a process uses one core.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.engines.processes import Worker
from variorum.source import Source

if TYPE_CHECKING:
    from variorum.findings import Diagnostic
    from variorum.schema.schematron import Rules

__all__ = ["SchematronProcess", "load"]


class SchematronProcess:
    """A Schematron in a process that is a copy of this one; it judges one file after the other.

    Where a file has ended the process, another one judges the next file.
    """

    def __init__(self, schema: Path, phase: str) -> None:
        self._schema = schema, phase
        self._judged: Source | None = None
        self._start()

    def _start(self) -> None:
        self._worker = Worker(fork=True)
        self._worker.begin(_load, *self._schema)
        self._unanswered = 1

    def begin(self, source: Source) -> None:
        """Starts to judge a file; `validate` waits for what is found."""
        if self._worker.ended:
            self._start()
        self._worker.begin(_validate, source.path, source.name, source.whole)
        self._unanswered += 1
        self._judged = source

    def validate(self, source: Source) -> list[Diagnostic]:
        """As `Schematron.validate`. Raises what `Worker.answer` raises, too."""
        if self._judged is not source:
            self.begin(source)
        self._judged = None
        while self._unanswered:
            self._unanswered -= 1
            found: list[Diagnostic] = self._worker.answer()
        return found


_PROCESSES: dict[tuple[int, Path, str], SchematronProcess] = {}
"""Those of each process, by its number: a copy of a process has its own."""
_MOST = 4
"""So many are kept; one that is kept no longer ends with the last that uses it."""


def load(schema: Path, *, phase: str) -> SchematronProcess:
    """As `variorum.schema.schematron.load`, for a Schematron that came with this program."""
    key = os.getpid(), schema, phase
    if key not in _PROCESSES:
        while len(_PROCESSES) >= _MOST:
            del _PROCESSES[next(iter(_PROCESSES))]
        _PROCESSES[key] = SchematronProcess(schema, phase)
    return _PROCESSES[key]


# in the other process

_loaded: list[Rules] = []


def _load(schema: Path, phase: str) -> None:
    from variorum.schema import schematron

    _loaded.append(schematron.load(schema, phase=phase, own=True))


def _validate(path: Path, name: str, data: bytes) -> list[Diagnostic]:
    source = Source(path, name, data)
    source.accept()
    return _loaded[-1].validate(source)
