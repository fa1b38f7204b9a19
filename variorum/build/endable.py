"""Makes everything in another process, which is ended when a document meets a limit.

Nothing within a process can stop Saxon, and neither can another thread of it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from variorum.build.codes import DOCUMENT_FAILED, DOCUMENT_LIMIT
from variorum.build.plan import DocumentTask, Plan
from variorum.build.worker import (
    AT_A_TIME,
    DocumentMade,
    FileInTheMaking,
    RunContext,
    TaskWorker,
    finished,
)
from variorum.engines.processes import Worker, can_fork
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.findings.failure import failure
from variorum.model.summary import Summary
from variorum.outputs.output import Made, SiteOutput, WrittenFile
from variorum.source import Edition, Source
from variorum.source.settings import LimitSettings

__all__ = ["EndableRunner", "limit_met"]

T = TypeVar("T")


class EndableRunner:
    """Has another process make each document and each output of the site, within the limits.

    What meets a limit is told, and is not made; a new process makes the rest. Where this process
    can be copied, the other one starts at once.
    """

    def __init__(self, context: RunContext, *, few: bool) -> None:
        self._context = context
        self._few = few
        self._limits = context.edition.settings.limits
        self._process: Worker | None = None

    def documents(self, plan: Plan) -> Generator[DocumentMade, None, None]:
        for task in plan.documents:
            yield self._document(task)

    def _document(self, task: DocumentTask) -> DocumentMade:
        try:
            made, later = self._made(task)
        except Exception as error:
            told = failure(error, DOCUMENT_FAILED, Place(task.source.name))
            return DocumentMade(None, findings=told)
        made.pending = [(name, _Later(self, task, name, self._process)) for name in later]
        return made

    def _made(self, task: DocumentTask) -> tuple[DocumentMade, list[str]]:
        """A document, and the names of the files of it that are still being made there."""
        try:
            return self._ask(_document, task)
        except (TimeoutError, ChildProcessError) as error:
            raise VariorumError(limit_met(error, self._limits, task.source.name)) from None

    def file(
        self, task: DocumentTask, name: str, process: Worker | None
    ) -> tuple[bytes, list[Diagnostic]]:
        """A file that a process has begun. Where it has ended since, all is begun anew.

        Raises VariorumError where the file meets a limit, or fails.
        """
        if process is not self._process or process is None or process.ended:
            self._made(task)
        try:
            data, met = self._ask(_file, task.source, name)
        except (TimeoutError, ChildProcessError) as error:
            raise VariorumError(limit_met(error, self._limits, task.source.name, name)) from None
        if data is None:
            raise VariorumError(*met)
        return data, met

    def site(
        self,
        edition: Edition,
        outputs: Sequence[SiteOutput],
        summaries: Sequence[Summary],
        files: Mapping[str, WrittenFile],
    ) -> list[Made]:
        try:
            return self._ask(_site, edition, outputs, summaries, files)
        except (TimeoutError, ChildProcessError) as error:
            if len(outputs) > 1:  # one of them has met the limit, and the others can be made
                return [
                    made
                    for output in outputs
                    for made in self.site(edition, [output], summaries, files)
                ]
            return [Made(findings=[limit_met(error, self._limits, outputs[0].name)])]

    def _ask(self, function: Callable[..., T], *arguments: object) -> T:
        """What a function returns in the other process.

        Raises what it raises there, TimeoutError for the limit, and ChildProcessError where the
        process has ended.
        """
        seconds = self._limits.seconds
        if self._process is None or self._process.ended:
            self._process = Worker(fork=can_fork(), megabytes=self._limits.megabytes)
            self._process.ask(_begin, self._context, self._few, seconds=seconds)
        return self._process.ask(function, *arguments, seconds=seconds)


@dataclass(frozen=True)
class _Later:
    """A file that the other process is still making."""

    runner: EndableRunner
    task: DocumentTask
    name: str
    process: Worker | None

    def result(self) -> tuple[bytes, list[Diagnostic]]:
        """The file, and what was met on the way. Raises what `EndableRunner.file` raises."""
        return self.runner.file(self.task, self.name, self.process)


def limit_met(
    error: TimeoutError | ChildProcessError, limits: LimitSettings, file: str, during: str = ""
) -> Diagnostic:
    """What is found where a process was ended, or has ended, while it made something of a file."""
    if isinstance(error, TimeoutError):
        message = f"it takes more than {limits.seconds} seconds, and was ended"
    else:
        most = f"{limits.megabytes} MB of memory"
        message = f"its process has ended ({error}): it may fill more than {most}"
    return DOCUMENT_LIMIT.at(Place(file), f"{during}: {message}" if during else message)


# in the other process


@dataclass
class _Maker:
    """What makes everything, and the files of documents that threads of it are making."""

    worker: TaskWorker
    threads: ThreadPoolExecutor
    pending: dict[tuple[str, str], FileInTheMaking] = field(default_factory=dict)


_makers: list[_Maker] = []
"""The maker of this process."""


def _begin(context: RunContext, few: bool) -> None:
    _makers.append(_Maker(TaskWorker(context, few=few), ThreadPoolExecutor(AT_A_TIME)))


def _document(task: DocumentTask) -> tuple[DocumentMade, list[str]]:
    maker = _makers[-1]
    made = maker.worker.document(task, maker.threads)
    later, made.pending = made.pending, []
    for name, job in later:
        maker.pending[task.source.name, name] = job
    return made, [name for name, _ in later]


def _file(source: Source, name: str) -> tuple[bytes | None, list[Diagnostic]]:
    return finished(_makers[-1].pending.pop((source.name, name)), source, name)


def _site(
    edition: Edition,
    outputs: Sequence[SiteOutput],
    summaries: Sequence[Summary],
    files: Mapping[str, WrittenFile],
) -> list[Made]:
    return _makers[-1].worker.site(edition, outputs, summaries, files)
