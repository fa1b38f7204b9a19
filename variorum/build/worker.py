"""Carries out tasks with one Saxon processor, which only the thread that created it may use."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Event
from typing import Protocol

from variorum.build.codes import DOCUMENT_FAILED, OUTPUT_FAILED, PROOF_STOPPED
from variorum.build.plan import DocumentTask, formats_of
from variorum.engines.processes import can_fork
from variorum.engines.saxon import Saxon
from variorum.findings import Code, Diagnostic, Place
from variorum.findings.failure import failure
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
    WrittenFile,
)
from variorum.outputs.own_stylesheet import own_stylesheet, text_of
from variorum.outputs.page_stylesheets import VIEWS
from variorum.outputs.registry import drivers, other_drivers
from variorum.outputs.renderer import Renderer
from variorum.outputs.rendering_process import RenderingProcess
from variorum.source import Edition, Source
from variorum.source.reader import DEEPEST

__all__ = [
    "AT_A_TIME",
    "DocumentMade",
    "DocumentProof",
    "FileInTheMaking",
    "Prove",
    "ProveRegisters",
    "RunContext",
    "TaskWorker",
    "finished",
    "make_document",
    "make_site",
]

AT_A_TIME = 2
"""PDFs that are set while the next documents are modelled: Typst needs no interpreter lock."""

_CALLS = 40 * DEEPEST


class FileInTheMaking(Protocol):
    """A file of a document that is made while others are."""

    def result(self) -> tuple[bytes, list[Diagnostic]]:
        """The file, and what was met on the way. Raises what keeps it from being made."""
        ...


class DocumentProof(Protocol):
    """What holds the outputs of one document against its TEI."""

    def failures(
        self, kind: str, output: str, siglum: str = "", file: str = "", /
    ) -> list[Diagnostic]:
        """What is wrong with the words of an output, which is to stand in a file."""
        ...


Prove = Callable[[Source, str, Edition], DocumentProof]
"""Gives the proof of a document; it is told the language of the labels, and what has the settings
and registers of the edition."""

ProveRegisters = Callable[[Edition, Sequence[str]], list[Diagnostic]]
"""Says what is wrong with the pages of the registers of an edition."""


@dataclass
class DocumentMade:
    """What was made of one document. `pending` are files that are still being made.

    Without a `summary` it failed, and there is nothing of it.
    """

    summary: Summary | None
    files: dict[str, str | bytes] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    pending: list[tuple[str, FileInTheMaking]] = field(default_factory=list)


@dataclass(frozen=True)
class RunContext:
    """All that a worker needs to know to carry out tasks of one run; it can be pickled.

    `edition` has as its sources the registers and the own pages, which every page leads to, since
    each task brings its own; `run` tells the runs apart.
    """

    run: str
    edition: Edition
    outputs: tuple[Output, ...]
    prove: Prove
    prove_registers: ProveRegisters | None = None


class TaskWorker:
    """Makes documents and site with one processor."""

    def __init__(
        self, context: RunContext, saxon: Saxon | None = None, *, few: bool = False
    ) -> None:
        """`saxon` is a processor that knows the stylesheets of the outputs. Without one, and for
        `few` documents, another process compiles and runs the stylesheets of outputs, where it can
        be a copy of this one.
        """
        self._context = context
        names = frozenset(output.name for output in context.outputs)
        formats = formats_of(context.outputs)
        own = own_stylesheet(context.edition)  # which is never compiled beside ours
        is_split = few and saxon is None and own is None and can_fork()
        beside = other_drivers(context.outputs) if is_split else []
        process = RenderingProcess(context.edition, beside, formats, names) if beside else None
        needed = drivers(context.outputs)
        with_views = VIEWS in needed
        if saxon is None or own is not None or (with_views and VIEWS not in saxon):
            texts = {own: text_of(own, with_views=with_views)} if own else {}
            here = [driver for driver in drivers(context.outputs, own) if driver not in beside]
            saxon = Saxon(*here, texts=texts)
        self._modeller = Modeller(saxon, context.edition)
        self._renderer = Renderer(self._modeller, formats, names, process, needed)

    def document(self, task: DocumentTask, threads: Executor) -> DocumentMade:
        """All outputs of a document that can be made; what is deferred is made in `threads`."""
        # a document may be as deep as is followed at all, and a level takes several calls
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(max(before, _CALLS))
        try:
            return self._document(task, threads)
        except Exception as error:
            told = failure(error, DOCUMENT_FAILED, Place(task.source.name))
            return DocumentMade(None, findings=told)
        finally:
            sys.setrecursionlimit(before)

    def _document(self, task: DocumentTask, threads: Executor) -> DocumentMade:
        document = self._modeller.document(task.source, task.targets)
        beside = task.neighbours.as_table()
        if task.translation:
            beside["translation"] = task.translation.id
        other = task.translation
        translation = self._modeller.document(other) if other else None
        reading = Text(
            document, document.reading, self._renderer, beside=beside, translation=translation
        )
        made = DocumentMade(document.summary, findings=document.findings)
        builder = _DocumentBuilder(task.source, made, threads)
        with builder.attempt("", PROOF_STOPPED):
            edition = self._context.edition
            builder.proof = self._context.prove(task.source, document.language, edition)
        builder.make(task.outputs, reading, "document")
        if any("witness" in output.scope for output in task.outputs):
            for siglum in document.summary.sigla:
                with builder.attempt(f"witness {siglum}"):
                    node = document.witness(siglum)
                    text = Text(document, node, self._renderer, siglum, beside, translation)
                    builder.make(task.outputs, text, "witness")
        return made

    def site(
        self,
        edition: Edition,
        outputs: Sequence[SiteOutput],
        summaries: Sequence[Summary],
        files: Mapping[str, WrittenFile],
    ) -> list[Made]:
        """The outputs of all documents together; `files` are those written so far."""
        site = Site(edition, summaries, self._renderer, files)
        return [self._site_output(site, output) for output in outputs]

    def _site_output(self, site: Site, output: SiteOutput) -> Made:
        try:
            return self._proven(site, output, output.make(site))
        except Exception as error:
            return Made(findings=failure(error, OUTPUT_FAILED, Place(output.name)))

    def _proven(self, site: Site, output: SiteOutput, made: Made) -> Made:
        """What was made, with what is wrong with its registers."""
        registers, prove = output.registers, self._context.prove_registers
        if not (registers and prove):
            return made
        pages = [str(file.content) for file in made.files if file.name.startswith(registers)]
        found = prove(site.edition, pages)
        return replace(made, findings=[*made.findings, *found]) if found else made


@dataclass
class _DocumentBuilder:
    """Makes the outputs of one document, each for itself, and gathers them in `made`."""

    source: Source
    made: DocumentMade
    threads: Executor
    proof: DocumentProof | None = None

    @contextmanager
    def attempt(self, what: str, code: Code = OUTPUT_FAILED) -> Iterator[None]:
        """What stops within this is a finding, and the others are made."""
        try:
            yield
        except Exception as error:
            self.made.findings += failure(error, code, Place(self.source.name), what)

    def make(self, outputs: Sequence[TextOutput], text: Text, scope: Scope) -> None:
        """Makes the outputs of one text."""
        whose = f" of witness {text.siglum}" if text.siglum else ""
        begun = []
        for output in outputs:
            with self.attempt(f"{output.name}{whose}"):
                if scope in output.scope and output.applies(text):
                    output.begin(text)
                    begun.append(output)
        for output in begun:
            with self.attempt(f"{output.name}{whose}"):
                self._output(output, text)

    def _output(self, output: TextOutput, text: Text) -> None:
        rendered = output.rendered(text)
        files = output.files_of(text, rendered)
        self._defer(files)
        if output.proof and self.proof:
            with self.attempt(output.name, PROOF_STOPPED):
                name = next((file.name for file in files if file.content is rendered), "")
                found = self.proof.failures(output.proof, rendered, text.siglum, name)
                self.made.findings += found
        self.made.files.update(
            (file.name, file.content) for file in files if isinstance(file.content, str | bytes)
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


def finished(
    job: FileInTheMaking, source: Source, name: str
) -> tuple[bytes | None, list[Diagnostic]]:
    """A file that was deferred, and what was met on the way; no file where it failed."""
    try:
        return job.result()
    except Exception as error:
        return None, failure(error, OUTPUT_FAILED, Place(source.name), name)


def make_document(context: RunContext, task: DocumentTask) -> DocumentMade:
    """Makes a document in a process or thread of an executor, with the files that are deferred."""
    with ThreadPoolExecutor(1) as threads:
        made = _worker(context).document(task, threads)
        for name, job in made.pending:
            data, met = finished(job, task.source, name)
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
    files: Mapping[str, WrittenFile],
) -> list[Made]:
    """Makes the site in a process or thread of an executor."""
    return _worker(context).site(edition, outputs, summaries, files)


_local = threading.local()


def _worker(context: RunContext) -> TaskWorker:
    """The worker of this thread for this run: its processor serves task after task."""
    if getattr(_local, "run", "") != context.run:
        _local.worker = TaskWorker(context)
        _local.run = context.run
    worker: TaskWorker = _local.worker
    return worker
