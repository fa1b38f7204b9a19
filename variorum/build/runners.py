"""Who carries out the tasks of a plan: this process, or the workers of an executor."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from typing import Protocol

from variorum.build.codes import DOCUMENT_FAILED, DOCUMENT_LIMIT
from variorum.build.plan import DocumentTask, Plan
from variorum.build.worker import (
    DocumentMade,
    RunContext,
    TaskWorker,
    make_document,
    make_site,
)
from variorum.engines.processes import Worker, can_fork
from variorum.engines.saxon import Saxon
from variorum.findings import Place
from variorum.findings.failure import failure
from variorum.model.summary import Summary
from variorum.outputs.output import Made, SiteOutput, WrittenFile
from variorum.outputs.own_stylesheet import own_stylesheet
from variorum.outputs.registry import other_drivers
from variorum.source import Edition
from variorum.source.settings import LimitSettings

__all__ = ["LONG", "ExecutorRunner", "LimitedMaker", "SerialRunner", "TaskRunner"]

LONG = 1_000_000
"""A document of more bytes is made in a process of its own, which takes a second or two to start:
so much that a limit is worth it, and little beside what such a document takes.
"""


class TaskRunner(Protocol):
    """Carries out the tasks of a plan."""

    def documents(self, plan: Plan) -> Generator[DocumentMade, None, None]: ...

    def site(
        self,
        edition: Edition,
        outputs: Sequence[SiteOutput],
        summaries: Sequence[Summary],
        files: Mapping[str, WrittenFile],
    ) -> list[Made]: ...


class SerialRunner:
    """Makes one document after the other in this process, and PDFs in threads of it.

    Nothing within a process can stop Saxon: long documents, and all where the settings have limits
    of their own, are made in another one, which is ended when it takes too long.

    With `few` documents, another process compiles and runs the stylesheets of outputs, where it can
    be a copy of this one.
    """

    def __init__(
        self, context: RunContext, threads: Executor, saxon: Saxon | None, *, few: bool
    ) -> None:
        own = own_stylesheet(context.edition)  # which is never compiled beside ours
        is_split = few and saxon is None and own is None and can_fork()
        beside = other_drivers(context.outputs) if is_split else ()
        self._worker = TaskWorker(context, saxon, beside=beside)
        self._threads = threads
        self._limited = LimitedMaker(context)
        self.site = self._worker.site

    def documents(self, plan: Plan) -> Generator[DocumentMade, None, None]:
        try:
            for task in plan.documents:
                if self._limited.has_to_make(task):
                    yield self._limited.made(task)
                else:
                    yield self._worker.document(task, self._threads)
        finally:
            self._limited.close()


class LimitedMaker:
    """Makes documents in a process that has limits of time and memory."""

    def __init__(self, context: RunContext) -> None:
        self._context = context
        self._limits = context.edition.settings.limits
        self._process: Worker | None = None

    def has_to_make(self, task: DocumentTask) -> bool:
        """Whether a document is long, or the settings have limits of their own."""
        return self._limits != LimitSettings() or len(task.source.data) > LONG

    def made(self, task: DocumentTask) -> DocumentMade:
        """All outputs of a document; where it meets a limit, that is found, and there are none."""
        if self._process is None or self._process.ended:
            self._process = Worker(megabytes=self._limits.megabytes)
        seconds = self._limits.seconds
        try:
            return self._process.ask(make_document, self._context, task, seconds=seconds)
        except TimeoutError:
            message = f"it takes more than {seconds} seconds, and was ended"
        except ChildProcessError as error:
            most = f"{self._limits.megabytes} MB of memory"
            message = f"its process has ended ({error}): it may fill more than {most}"
        except Exception as error:
            told = failure(error, DOCUMENT_FAILED, Place(task.source.name))
            return DocumentMade(None, findings=told)
        found = DOCUMENT_LIMIT.at(Place(task.source.name), message)
        return DocumentMade(None, findings=[found])

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.kill()


class ExecutorRunner:
    """Has the workers of an executor make everything.

    Where a process of it ends, it makes nothing any more: another process makes the rest.
    """

    def __init__(self, context: RunContext, executor: Executor) -> None:
        if isinstance(executor, ThreadPoolExecutor) and executor._max_workers > 1:
            raise ValueError("the processor works in one thread alone: use processes, or 1 worker")
        self._context = context
        self._executor = executor
        self._spare: Worker | None = None

    def documents(self, plan: Plan) -> Generator[DocumentMade, None, None]:
        jobs = [self._executor.submit(make_document, self._context, t) for t in plan.documents]
        try:
            for task, job in zip(plan.documents, jobs, strict=True):
                yield self._made(task, job)
        finally:
            for job in jobs:
                job.cancel()

    def _made(self, task: DocumentTask, job: Future[DocumentMade]) -> DocumentMade:
        try:
            try:
                return job.result()
            except BrokenExecutor:
                return self._worker().ask(make_document, self._context, task)
        except Exception as error:
            told = failure(error, DOCUMENT_FAILED, Place(task.source.name))
            return DocumentMade(None, findings=told)

    def _worker(self) -> Worker:
        if self._spare is None or self._spare.ended:
            self._spare = Worker()
        return self._spare

    def site(
        self,
        edition: Edition,
        outputs: Sequence[SiteOutput],
        summaries: Sequence[Summary],
        files: Mapping[str, WrittenFile],
    ) -> list[Made]:
        arguments = (self._context, edition, outputs, summaries, files)
        try:
            return self._executor.submit(make_site, *arguments).result()
        except BrokenExecutor:
            return self._worker().ask(make_site, *arguments)
