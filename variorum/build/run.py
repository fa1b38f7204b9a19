"""Carries out a plan: makes its outputs and keeps the output folder and its manifest."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from variorum.build.folder import OutputFolder
from variorum.build.manifest import PreviousManifest, facts, write_manifest
from variorum.build.plan import Plan
from variorum.build.stale import kept_files, remove_stale_files
from variorum.build.worker import (
    DocumentMade,
    Prove,
    RunContext,
    TaskWorker,
    finished,
    make_document,
    make_site,
)
from variorum.engines.processes import Beside
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic, VariorumError
from variorum.model.summary import Summary
from variorum.outputs.output import IndependentOutput, Made, Output, SiteOutput
from variorum.source import Edition, Source

__all__ = ["Progress", "Result", "run"]

Progress = Callable[[int, int, str], None]
"""Called with the number done, the number in all, and the name of the next document."""

_AT_A_TIME = 2
"""PDFs that are set while the next documents are modelled: Typst needs no interpreter lock."""


def _silent(_done: int, _total: int, _name: str) -> None: ...


def _never() -> bool:
    return False


@dataclass
class Result:
    """What a run has made, and what it met on the way.

    `written` is the digest of each file by its name, `changed` says how many of them are new or
    changed, and `files` are the names of the files of each document, by its id.
    """

    findings: list[Diagnostic] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    changed: int = 0
    files: dict[str, list[str]] = field(default_factory=dict)


def run(
    plan: Plan,
    output: Path,
    prove: Prove,
    *,
    executor: Executor | None = None,
    saxon: Saxon | None = None,
    progress: Progress = _silent,
    refused: Callable[[], bool] = _never,
    strict: bool | None = None,
) -> Result:
    """Makes every output of a plan below the folder `output`, and nothing elsewhere.

    `prove` gives what holds the outputs of a document against its TEI. Without an `executor` all is
    done here, one document after the other, by `saxon` if that is given, a processor that knows the
    stylesheets of the outputs. An executor has its workers make the documents, each with a
    processor of its own: they are processes, or a single thread. `refused` is asked before anything
    is written: whether to stop, and leave the output as it was. A document that fails is a finding,
    and the others are made; a `strict` run stops there, and that of an own edition if nothing is
    said.

    Raises VariorumError for folders that cannot be written, and for the first failure of a strict
    run, and ValueError for an executor of several threads.
    """
    strict = plan.edition.own if strict is None else strict
    registers = replace(plan.edition, sources=plan.edition.registers)
    context = RunContext(os.urandom(16).hex(), registers, plan.outputs, prove, strict)
    previous = PreviousManifest.read(output)
    this = _Run(plan, OutputFolder(output), previous, progress, refused, context)
    independent = this.begin()
    with ThreadPoolExecutor(_AT_A_TIME) as threads:
        runner: _TaskRunner = (
            _SerialRunner(context, threads, saxon)
            if executor is None
            else _ExecutorRunner(context, executor)
        )
        this.make(runner, independent)
    return this.finish()


class _TaskRunner(Protocol):
    """Carries out the tasks of a plan."""

    def documents(self, plan: Plan) -> Generator[DocumentMade, None, None]: ...

    def site(
        self, edition: Edition, outputs: Sequence[SiteOutput], summaries: Sequence[Summary]
    ) -> list[Made]: ...


class _SerialRunner:
    """Makes one document after the other in this process, and PDFs in threads of it."""

    def __init__(self, context: RunContext, threads: Executor, saxon: Saxon | None) -> None:
        self._worker = TaskWorker(context, saxon)
        self._threads = threads
        self.site = self._worker.site

    def documents(self, plan: Plan) -> Generator[DocumentMade, None, None]:
        for task in plan.documents:
            yield self._worker.document(task, self._threads)


class _ExecutorRunner:
    """Has the workers of an executor make everything."""

    def __init__(self, context: RunContext, executor: Executor) -> None:
        if isinstance(executor, ThreadPoolExecutor) and executor._max_workers > 1:
            raise ValueError("the processor works in one thread alone: use processes, or 1 worker")
        self._context = context
        self._executor = executor

    def documents(self, plan: Plan) -> Generator[DocumentMade, None, None]:
        jobs = [self._executor.submit(make_document, self._context, t) for t in plan.documents]
        try:
            for job in jobs:
                yield job.result()
        finally:
            for job in jobs:
                job.cancel()

    def site(
        self, edition: Edition, outputs: Sequence[SiteOutput], summaries: Sequence[Summary]
    ) -> list[Made]:
        arguments = (self._context, edition, outputs, summaries)
        return self._executor.submit(make_site, *arguments).result()


_Pending = tuple[Source, str, Future[tuple[bytes, list[Diagnostic]]]]
"""A document, the name of a file of it, and the file in the making."""


@dataclass
class _Run:
    """One run over a plan."""

    plan: Plan
    folder: OutputFolder
    previous: PreviousManifest
    progress: Progress
    refused: Callable[[], bool]
    context: RunContext
    result: Result = field(default_factory=Result)
    _pending: list[_Pending] = field(default_factory=list)
    _states: dict[str, str] = field(default_factory=dict)
    _unchanged: list[Output] = field(default_factory=list)

    def begin(self) -> dict[IndependentOutput, Beside[Made]]:
        """Starts the outputs that other processes make while the documents are made."""
        plan = self.plan
        outputs = (task.output for task in plan.site if isinstance(task.output, IndependentOutput))
        return {
            output: output.begin(plan.edition, self.previous.state(output), plan.codes)
            for output in outputs
        }

    def make(self, runner: _TaskRunner, independent: dict[IndependentOutput, Beside[Made]]) -> None:
        """Makes the documents, then the site; each is written when it is whole."""
        self.result.findings += self.plan.findings
        summaries = self._documents(runner)
        outputs = [task.output for task in self.plan.site if isinstance(task.output, SiteOutput)]
        for site in runner.site(self.plan.edition, outputs, summaries) if outputs else ():
            self._take(site)
        self._release()
        for output, beside in independent.items():
            made = beside.result()
            self._states[output.name] = made.state
            self._unchanged += [output] if made.unchanged else []
            self._take(made)
        self._collect(0)
        total = len(self.plan.documents)
        self.progress(total, total, "")

    def finish(self) -> Result:
        """Writes the last files and the manifest, and removes what no output makes any more."""
        self._release()
        edition, outputs = self.plan.edition, self.plan.outputs
        known = facts(edition, outputs, self.previous.states | self._states)
        kept = kept_files(self.plan, self.previous, self._unchanged)
        remove_stale_files(self.folder, self.previous, kept)
        write_manifest(self.folder, known, kept | self.folder.written)
        self.result.written, self.result.changed = self.folder.written, self.folder.changed
        return self.result

    def _documents(self, runner: _TaskRunner) -> list[Summary]:
        summaries: list[Summary] = []
        total = len(self.plan.documents)
        with closing(runner.documents(self.plan)) as made:
            for number, task in enumerate(self.plan.documents):
                self.progress(number, total, task.source.name)
                document = next(made)
                summaries += [document.summary] if document.summary else []
                self._take_document(task.source, document)
                self._release()
                self._collect(_AT_A_TIME - 1)
        return summaries

    def _take_document(self, source: Source, document: DocumentMade) -> None:
        self.result.findings += document.findings
        if document.summary is not None:
            self.result.files[source.id] = list(document.files)
        for file, content in document.files.items():
            self.folder.add(file, content)
        self._pending += [(source, file, job) for file, job in document.pending]

    def _take(self, made: Made) -> None:
        self.result.findings += made.findings
        for file in made.files:
            if not isinstance(file.content, str | bytes):
                raise TypeError(f"{file.name}: only files of documents can be deferred")
            self.folder.add(file.name, file.content)

    def _collect(self, unfinished: int) -> None:
        """Takes files as they are ready, until no more than so many are unfinished."""
        while len(self._pending) > unfinished:
            source, name, job = self._pending.pop(0)
            data, met = finished(self.context, job, source)
            self.result.findings += met
            if data is not None:
                self.result.files[source.id].append(name)
                self.folder.add(name, data)
            self._release()

    def _release(self) -> None:
        if self.refused():
            raise VariorumError
        self.folder.release()
