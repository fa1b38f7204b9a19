"""Decides what an earlier run has made of the same inputs, and notes what this one makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from variorum.build.codes import (
    DOCUMENT_FAILED,
    DOCUMENT_LIMIT,
    OUTPUT_FAILED,
    PROOF_STOPPED,
)
from variorum.build.folder import OutputFolder
from variorum.build.inputs import Inputs
from variorum.build.plan import DocumentTask, Plan
from variorum.build.state import Kept, State
from variorum.engines.codes import PRINT_FAILED
from variorum.findings import Diagnostic
from variorum.model.summary import Summary

__all__ = ["Making", "Reuse"]

_FAILED = frozenset(
    code.name
    for code in (DOCUMENT_FAILED, DOCUMENT_LIMIT, OUTPUT_FAILED, PROOF_STOPPED, PRINT_FAILED)
)


@dataclass
class Making:
    """What a run has made so far of a document, or of all of them.

    `unfinished` is how many files are still being made, and it `lacks` one that could not be made.
    """

    task: DocumentTask | None
    names: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    summary: Summary | None = None
    unfinished: int = 0
    lacks: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing has failed: what has is tried again."""
        failed = any(finding.code in _FAILED for finding in self.findings)
        return not (failed or self.lacks) and (self.task is None or self.summary is not None)


class Reuse:
    """What a state knows of the pages of a site, in one language; nothing without a state."""

    def __init__(self, state: State | None, plan: Plan, folder: OutputFolder, site: str) -> None:
        self._state = state
        self._plan = plan
        self._folder = folder
        self._site = site
        self._inputs = Inputs(plan)
        self._lost = 0

    @property
    def is_whole(self) -> bool:
        """Whether all that was made is noted."""
        return not self._lost

    def files(self) -> Iterable[Path]:
        """The files of the edition that outputs are made of."""
        return self._inputs.files()

    def document(self, task: DocumentTask) -> Kept | None:
        """What was made of a document, if it was made of the same inputs and is still there."""
        if self._state is None:
            return None
        return self._state.found(self._named(task), self._inputs.of_document(task))

    def documents(self, *, last: bool) -> Kept | None:
        """What was made of all documents together: `last`, or before that."""
        if self._state is None:
            return None
        return self._state.found(self._of_all(last=last), self._inputs.of_site)

    def keep(self, making: Making, *, last: bool = False) -> None:
        """Notes what was made, if all of it is, is written, and is made of what was read first."""
        if self._state is None or making.unfinished:
            return
        files = {name: self._folder.file(name) for name in self._with_copies(making.names)}
        written = {name: file for name, file in files.items() if file is not None}
        task = making.task
        has_all = making.is_whole and len(written) == len(files)
        if not (has_all and self._inputs.are_as_read(task)):
            self._lost += 1
            return
        name = self._named(task) if task else self._of_all(last=last)
        inputs = self._inputs.of_document(task) if task else self._inputs.of_site
        self._state.keep(name, inputs, Kept(written, tuple(making.findings), making.summary))

    def _with_copies(self, names: Iterable[str]) -> Iterable[str]:
        return [each for name in names for each in (name, *self._folder.copies(name))]

    def _named(self, task: DocumentTask) -> str:
        return f"{self._site}{task.source.id}"

    def _of_all(self, *, last: bool) -> str:
        return f"{self._site}/{'last' if last else 'all'}"
