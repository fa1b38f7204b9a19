"""Carries out tasks with one Saxon processor, which only the thread that created it may use."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from variorum.build.codes import DOCUMENT_FAILED
from variorum.build.plan import DocumentTask, formats_of
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.model.modeller import Modeller
from variorum.model.summary import Summary
from variorum.outputs.output import (
    Deferred,
    File,
    Made,
    Output,
    Scope,
    Site,
    SiteOutput,
    Text,
    TextOutput,
)
from variorum.outputs.registry import drivers
from variorum.outputs.renderer import Renderer
from variorum.source import Edition, Settings, Source
from variorum.source.reader import DEEPEST

__all__ = [
    "DocumentMade",
    "DocumentProof",
    "Prove",
    "RunContext",
    "TaskWorker",
    "finished",
    "make_document",
    "make_site",
    "told",
]


_CALLS = 40 * DEEPEST


class DocumentProof(Protocol):
    """What holds the outputs of one document against its TEI."""

    def failures(self, kind: str, output: str, siglum: str = "", /) -> list[Diagnostic]:
        """What is wrong with the words of an output."""
        ...


Prove = Callable[[Source, str, Settings], DocumentProof]
"""Gives the proof of a document; its second argument is the language of the labels."""


@dataclass
class DocumentMade:
    """What was made of one document. `pending` are files that are still being made.

    Without a `summary` it failed, and there is nothing of it.
    """

    summary: Summary | None
    files: dict[str, str | bytes] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    pending: list[tuple[str, Future[tuple[bytes, list[Diagnostic]]]]] = field(default_factory=list)


@dataclass(frozen=True)
class RunContext:
    """All that a worker needs to know to carry out tasks of one run; it can be pickled.

    `edition` has the registers alone as its sources, since each task brings its own; `run` tells
    the runs apart. A `strict` run stops at the first thing that fails, else all others are made.
    """

    run: str
    edition: Edition
    outputs: tuple[Output, ...]
    prove: Prove
    strict: bool


class TaskWorker:
    """Makes documents and site with one processor."""

    def __init__(self, context: RunContext, saxon: Saxon | None = None) -> None:
        """`saxon`: a processor that knows the stylesheets of the outputs."""
        self._context = context
        self._modeller = Modeller(saxon or Saxon(*drivers(context.outputs)), context.edition)
        names = frozenset(output.name for output in context.outputs)
        self._renderer = Renderer(self._modeller, formats_of(context.outputs), names)

    def document(self, task: DocumentTask, threads: Executor) -> DocumentMade:
        """All outputs of a document; what is deferred is made in `threads`.

        Raises VariorumError in a strict run, also where an output has other words than the TEI.
        """
        # a document may be as deep as is followed at all, and a level takes several calls
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(max(before, _CALLS))
        try:
            return self._document(task, threads)
        except Exception as error:
            if self._context.strict and isinstance(error, VariorumError):
                raise
            return DocumentMade(None, findings=told(error, task.source))
        finally:
            sys.setrecursionlimit(before)

    def _document(self, task: DocumentTask, threads: Executor) -> DocumentMade:
        document = self._modeller.document(task.source)
        reading = Text(document, document.reading, self._renderer)
        builder = _DocumentBuilder(
            DocumentMade(document.summary, findings=document.findings),
            self._context.prove(task.source, document.language, self._context.edition.settings),
            threads,
            strict=self._context.strict,
        )
        builder.make(task.outputs, reading, "document")
        if any("witness" in output.scope for output in task.outputs):
            for siglum in document.summary.sigla:
                text = Text(document, document.witness(siglum), self._renderer, siglum)
                builder.make(task.outputs, text, "witness")
        return builder.made

    def site(
        self, edition: Edition, outputs: Sequence[SiteOutput], summaries: Sequence[Summary]
    ) -> list[Made]:
        """The outputs of all documents together."""
        site = Site(edition, summaries, self._renderer)
        return [self._site_output(site, output) for output in outputs]

    def _site_output(self, site: Site, output: SiteOutput) -> Made:
        try:
            return output.make(site)
        except Exception as error:
            if self._context.strict and isinstance(error, VariorumError):
                raise
            return Made(findings=told(error, output.name))


def told(error: Exception, of: Source | str) -> list[Diagnostic]:
    """What has stopped the program, as findings about a document or about an output of all."""
    if isinstance(error, VariorumError):
        return list(error.findings)
    name = of if isinstance(of, str) else of.name
    reason = next(iter(str(error).strip().splitlines()), "")
    return [DOCUMENT_FAILED.at(Place(name), f"{type(error).__name__}: {reason}")]


@dataclass(frozen=True)
class _DocumentBuilder:
    """Makes the outputs of one document and gathers them in `made`."""

    made: DocumentMade
    proof: DocumentProof
    threads: Executor
    strict: bool

    def make(self, outputs: Sequence[TextOutput], text: Text, scope: Scope) -> None:
        """Makes the outputs of one text."""
        for output in outputs:
            if scope in output.scope and output.applies(text):
                rendered = output.render(text)
                files = output.files_of(text, rendered)
                self._defer(files)
                if output.proof:
                    self._judge(self.proof.failures(output.proof, rendered, text.siglum))
                self.made.files.update(
                    (file.name, file.content)
                    for file in files
                    if isinstance(file.content, str | bytes)
                )

    def _defer(self, files: Sequence[File]) -> None:
        for file in files:
            if not isinstance(file.content, str | bytes):
                self.made.pending.append((file.name, self._begun(file.content)))

    def _begun(self, work: Deferred) -> Future[tuple[bytes, list[Diagnostic]]]:
        at_work = Event()
        job = self.threads.submit(work, at_work.set)
        job.add_done_callback(lambda _: at_work.set())
        # Saxon holds the interpreter while it works: the job must begin before its next call
        at_work.wait()
        return job

    def _judge(self, failures: list[Diagnostic]) -> None:
        """A strict build stops where an output has other words than the TEI."""
        if failures and self.strict:
            raise VariorumError(*failures)
        self.made.findings += failures


def finished(
    context: RunContext, job: Future[tuple[bytes, list[Diagnostic]]], source: Source
) -> tuple[bytes | None, list[Diagnostic]]:
    """A file that was deferred, and what was met on the way; no file where it failed."""
    try:
        return job.result()
    except Exception as error:
        if context.strict and isinstance(error, VariorumError):
            raise
        return None, told(error, source)


def make_document(context: RunContext, task: DocumentTask) -> DocumentMade:
    """Makes a document in a process or thread of an executor, with the files that are deferred."""
    with ThreadPoolExecutor(1) as threads:
        made = _worker(context).document(task, threads)
        for name, job in made.pending:
            data, met = finished(context, job, task.source)
            if data is not None:
                made.files[name] = data
            made.findings += met
    made.pending.clear()
    return made


def make_site(
    context: RunContext,
    edition: Edition,
    outputs: Sequence[SiteOutput],
    summaries: Sequence[Summary],
) -> list[Made]:
    """Makes the site in a process or thread of an executor."""
    return _worker(context).site(edition, outputs, summaries)


_local = threading.local()


def _worker(context: RunContext) -> TaskWorker:
    """The worker of this thread for this run: its processor serves task after task."""
    if getattr(_local, "run", "") != context.run:
        _local.worker = TaskWorker(context)
        _local.run = context.run
    worker: TaskWorker = _local.worker
    return worker
