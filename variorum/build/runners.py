"""Who carries out the tasks of a plan: this process, or the workers of an executor."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from typing import Protocol

from variorum.build.codes import DOCUMENT_FAILED
from variorum.build.endable import limit_met
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
from variorum.engines.watchdog import Watchdog
from variorum.findings import Place
from variorum.findings.failure import failure
from variorum.model.summary import Summary
from variorum.outputs.output import Made, SiteOutput, WrittenFile
from variorum.source import Edition
from variorum.source.settings import LimitSettings

__all__ = ["ExecutorRunner", "SerialRunner", "TaskRunner", "is_endable"]

_AHEAD = 64
"""So many documents are begun before the first of them is taken: the rest would fill the memory."""

LONG = 1_000_000
"""The bytes of a document that takes longer to be made than a process takes to start."""


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


def is_endable(plan: Plan, *, few: bool) -> bool:
    """Whether another process is to make everything, which can be ended.

    It costs little where this process can be copied. Elsewhere it takes a second or two to start:
    so much that it is worth it for many documents, for long ones, and for limits of one's own.
    """
    if can_fork():
        return True
    is_long = any(len(task.source.data) > LONG for task in plan.documents)
    return not few or is_long or plan.edition.settings.limits != LimitSettings()


class SerialRunner:
    """Makes one document after the other in this process, and PDFs in threads of it.

    Where it `is_watched`, what meets the limit of time ends the process, with a message that names
    the document.
    """

    def __init__(
        self,
        context: RunContext,
        threads: Executor,
        saxon: Saxon | None,
        *,
        few: bool,
        is_watched: bool = False,
    ) -> None:
        seconds = context.edition.settings.limits.seconds
        self._watchdog = Watchdog(seconds) if is_watched else None
        self._worker = TaskWorker(context, saxon, few=few)
        self._threads = threads

    def documents(self, plan: Plan) -> Generator[DocumentMade, None, None]:
        for task in plan.documents:
            with self._watching(task.source.name):
                made = self._worker.document(task, self._threads)
            yield made

    def site(
        self,
        edition: Edition,
        outputs: Sequence[SiteOutput],
        summaries: Sequence[Summary],
        files: Mapping[str, WrittenFile],
    ) -> list[Made]:
        with self._watching(", ".join(output.name for output in outputs)):
            return self._worker.site(edition, outputs, summaries, files)

    def _watching(self, step: str) -> AbstractContextManager[None]:
        return self._watchdog.watching(step) if self._watchdog else nullcontext()


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
        tasks = iter(plan.documents)
        jobs = deque(map(self._begun, islice(tasks, _AHEAD)))
        try:
            while jobs:
                task, job = jobs.popleft()
                jobs += map(self._begun, islice(tasks, 1))
                yield self._made(task, job)
        finally:
            for _, job in jobs:
                job.cancel()

    def _begun(self, task: DocumentTask) -> tuple[DocumentTask, Future[DocumentMade]]:
        return task, self._executor.submit(make_document, self._context, task)

    def _made(self, task: DocumentTask, job: Future[DocumentMade]) -> DocumentMade:
        try:
            try:
                return job.result()
            except BrokenExecutor:
                return self._worker().ask(make_document, self._context, task)
        except (TimeoutError, ChildProcessError) as error:
            limits = self._context.edition.settings.limits
            return DocumentMade(None, findings=[limit_met(error, limits, task.source.name)])
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
