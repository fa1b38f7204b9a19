"""Carries out a plan: makes its outputs and keeps the output folder and its manifest."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import Path
from urllib.parse import quote

from variorum.build.codes import OUTPUT_FAILED
from variorum.build.copies import copies_of
from variorum.build.endable import EndableRunner
from variorum.build.folder import OutputFolder
from variorum.build.gathering import Gathering, Result
from variorum.build.manifest import MANIFEST, PreviousManifest, facts, write_manifest
from variorum.build.plan import DocumentTask, Plan, in_language
from variorum.build.reuse import Making, Reuse
from variorum.build.runners import ExecutorRunner, SerialRunner, TaskRunner, is_endable
from variorum.build.stale import kept_files, remove_left_files, remove_stale_files
from variorum.build.state import Kept, State
from variorum.build.worker import (
    AT_A_TIME,
    DocumentMade,
    Prove,
    ProveRegisters,
    RunContext,
)
from variorum.engines.pool import WorkerPool, processors
from variorum.engines.processes import Beside
from variorum.engines.saxon import Saxon, started
from variorum.findings import Place, VariorumError, has_error
from variorum.findings.failure import failure
from variorum.model.summary import Summary
from variorum.outputs.face import face
from variorum.outputs.output import IndependentOutput, Made, Output, SiteOutput
from variorum.outputs.own_stylesheet import own_stylesheet
from variorum.source import Edition, Source

__all__ = ["Progress", "Result", "run"]

Progress = Callable[[int, int, str], None]
"""Called with the number done, the number in all, and the name of the next document."""

_FEW = 4
"""For so many documents it takes longer to compile the stylesheets than to run them."""

_MANY = 40
"""For so many documents it is worth it to start other processes and to compile there anew."""

_SITE = "html/"
_HERE = "urn:variorum:here"
"""What stands in the links of pages for the address of the page itself, below the site."""


def _silent(_done: int, _total: int, _name: str) -> None: ...


def _never() -> bool:
    return False


def run(
    plan: Plan,
    output: Path,
    prove: Prove,
    *,
    prove_registers: ProveRegisters | None = None,
    executor: Executor | None = None,
    saxon: Saxon | None = None,
    progress: Progress = _silent,
    refused: Callable[[], bool] = _never,
    strict: bool | None = None,
    state: State | None = None,
    jobs: int = 1,
) -> Result:
    """Makes every output of a plan below the folder `output`, and nothing elsewhere.

    `prove` gives what holds the outputs of a document against its TEI, `prove_registers` holds the
    pages of registers against it. Without an `executor` all is done here, by `saxon` if that is
    given, a processor that knows the stylesheets. An executor has its workers make the documents,
    each with a processor of its own: they are processes, or a single thread. `refused` is asked
    before anything is written: whether to stop, and leave the output as it was. A document that
    fails is a finding, and the others are made; a `strict` run, as is that of an own edition if
    nothing is said, writes nothing after an error, but goes through them all. What a `state` of the
    folder knows to be made of the same inputs is not made again. So many `jobs` are done side by
    side; 0 is as many as there are processors, where documents are many.

    Raises VariorumError for folders that cannot be written, and after a strict run for the errors
    of its documents; ValueError for an executor of several threads.
    """
    strict = plan.edition.own if strict is None else strict
    run_id, shared = os.urandom(16).hex(), plan.edition.shared
    context = RunContext(run_id, shared, plan.outputs, prove, prove_registers)
    previous = PreviousManifest.read(output)
    folder = OutputFolder(output, lambda name: copies_of(name, plan, previous.files))
    this = _Run(plan, Gathering(folder, refused, strict), previous, progress, state)
    with _Means(executor, saxon, jobs) as means:
        this.make(partial(means.runner, context, plan), this.begin())
        for language in plan.edition.settings.languages[1:]:
            this.make_in(language, prove, means.runner)
    return this.finish()


def _none() -> Generator[DocumentMade, None, None]:
    yield from ()


class _Means:
    """With what a run makes documents: the workers of an executor, other processes, or this one.

    A run that `is_alone` has the process to itself, which may be ended: nobody has begun to use
    Saxon in it.
    """

    def __init__(self, executor: Executor | None, saxon: Saxon | None, jobs: int) -> None:
        self._executor = executor
        self._saxon = saxon
        self._jobs = jobs
        self._is_alone = saxon is None and not started()
        self._threads = ThreadPoolExecutor(AT_A_TIME)
        self._pool: WorkerPool | None = None

    def __enter__(self) -> _Means:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._threads.shutdown()
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def runner(self, context: RunContext, plan: Plan, count: int) -> TaskRunner:
        """What carries out the tasks of a plan, of which `count` documents are to be made."""
        if self._executor is not None:
            return ExecutorRunner(context, self._executor)
        if self._saxon is None and (pool := self._pool_for(count, context.edition)):
            return ExecutorRunner(context, pool)
        few = count <= _FEW
        if self._is_alone and is_endable(plan, few=few):
            return EndableRunner(context, few=few)
        return SerialRunner(context, self._threads, self._saxon, few=few, is_watched=self._is_alone)

    def _pool_for(self, count: int, edition: Edition) -> WorkerPool | None:
        """The processes that make documents side by side, if that is wanted and worth it."""
        jobs = self._jobs or (processors() if count >= _MANY else 1)
        if self._pool is None and min(jobs, count) > 1:
            limits = edition.settings.limits
            self._pool = WorkerPool(
                min(jobs, count), megabytes=limits.megabytes, seconds=limits.seconds
            )
        return self._pool


@dataclass
class _Run:
    """One run over a plan."""

    plan: Plan
    gathered: Gathering
    previous: PreviousManifest
    progress: Progress
    state: State | None
    _states: dict[str, str] = field(default_factory=dict)
    _unchanged: list[Output] = field(default_factory=list)
    site: str = _SITE
    """The folder of the pages: that of the site, or below it that of another language."""

    def begin(self) -> dict[IndependentOutput, Beside[Made]]:
        """Starts the outputs that other processes make while the documents are made."""
        plan = self.plan
        face(plan.edition)  # what the settings name is looked at before anything is made
        own_stylesheet(plan.edition)
        outputs = (task.output for task in plan.site if isinstance(task.output, IndependentOutput))
        return {
            output: output.begin(plan.edition, self.previous.state(output), plan.codes)
            for output in outputs
        }

    def make(
        self,
        begin: Callable[[int], TaskRunner],
        independent: Mapping[IndependentOutput, Beside[Made]],
    ) -> None:
        """Makes the documents, then the site; each is written when it is whole.

        `begin` gives what carries out the tasks, when there are any: it is told for how many
        documents.
        """
        self.gathered.tell(self.plan.findings)
        kept = {task.source.id: self._reuse.document(task) for task in self.plan.documents}
        count = sum(each is None for each in kept.values())

        @cache
        def runner() -> TaskRunner:
            return begin(count)

        summaries = self._documents(runner, kept)
        self._make_site(runner, summaries, last=False)
        for output, beside in independent.items():
            try:
                made = beside.result()
            except Exception as error:
                made = Made(findings=failure(error, OUTPUT_FAILED, Place(output.name)))
            self._states[output.name] = made.state
            self._unchanged += [output] if made.unchanged else []
            self._take(made)
        self.gathered.collect(0)
        self._make_site(runner, summaries, last=True)
        total = len(self.plan.documents)
        self.progress(total, total, "")
        if self.state is not None:
            self.gathered.result.is_noted &= self._reuse.is_whole
            self.gathered.result.made_of |= set(self._reuse.files())

    @cached_property
    def _reuse(self) -> Reuse:
        return Reuse(self.state, self.plan, self.gathered.folder, self.site)

    def _make_site(
        self, runner: Callable[[], TaskRunner], summaries: Sequence[Summary], *, last: bool
    ) -> None:
        """Makes what is made of all documents: what waits for all other files, or the rest."""
        outputs = [
            task.output
            for task in self.plan.site
            if isinstance(task.output, SiteOutput) and task.output.last == last
        ]
        if not outputs:
            return
        is_whole = len(summaries) == len(self.plan.documents)
        if is_whole and (kept := self._reuse.documents(last=last)):
            self._take_kept(kept)
            return
        files = self.gathered.folder.files if last else {}
        making = Making(None)
        for made in runner().site(self.plan.edition, outputs, summaries, files):
            making.names += self._take(made)
            making.findings += made.findings
        self.gathered.release()
        if is_whole:
            self._reuse.keep(making, last=last)

    def make_in(
        self, language: str, prove: Prove, runner: Callable[[RunContext, Plan, int], TaskRunner]
    ) -> None:
        """Makes the pages again with labels in another language, in a folder of the site."""
        planned = in_language(self.plan, language)
        context = RunContext(os.urandom(16).hex(), planned.edition.shared, planned.outputs, prove)
        replace(self, plan=planned, site=f"{_SITE}{language}/").make(
            partial(runner, context, planned), {}
        )

    def _add(self, name: str, content: str | bytes) -> str:
        """Takes a file that is to be written; what it is called in the folder of these pages."""
        below = name.removeprefix(_SITE)
        if isinstance(content, str) and below != name:
            content = content.replace(_HERE, quote(below))
        named = self.site + below if below != name else name
        self.gathered.folder.add(named, content)
        return named

    def finish(self) -> Result:
        """Writes the last files and the manifest, and removes what no output makes any more."""
        self.gathered.release()
        folder, result = self.gathered.folder, self.gathered.result
        if self.gathered.is_stopped:
            sources = [task.source for task in self.plan.documents]
            raise VariorumError(*result.findings, self.gathered.not_written(sources))
        edition, outputs = self.plan.edition, self.plan.outputs
        known = facts(edition, outputs, self.previous.states | self._states)
        kept = kept_files(self.plan, self.previous, self._unchanged)
        remove_stale_files(folder, self.previous, kept)
        write_manifest(folder, known, kept | folder.written)
        if self.state is not None:
            left = self.state.forget_others([MANIFEST, *kept, *folder.written])
            remove_left_files(folder, left)
        result.kept, result.written, result.changed = kept, folder.written, folder.changed
        return result

    def _documents(
        self, runner: Callable[[], TaskRunner], kept: Mapping[str, Kept | None]
    ) -> list[Summary]:
        """Makes the documents but those that are `kept`, by their ids."""
        summaries: list[Summary] = []
        total = len(self.plan.documents)
        tasks = tuple(task for task in self.plan.documents if kept[task.source.id] is None)
        made = runner().documents(replace(self.plan, documents=tasks)) if tasks else _none()
        with closing(made):
            for number, task in enumerate(self.plan.documents):
                self.progress(number, total, task.source.name)
                if earlier := kept[task.source.id]:
                    self._take_kept(earlier, task.source)
                    summaries += [earlier.summary] if earlier.summary else []
                    continue
                document = next(made)
                summaries += [document.summary] if document.summary else []
                self._take_document(task, document)
                self.gathered.collect(AT_A_TIME - 1)
        return summaries

    def _take_document(self, task: DocumentTask, document: DocumentMade) -> None:
        if self.gathered.strict and has_error(document.findings):
            self.gathered.collect(0)  # those before it are written whole
        making = Making(task, findings=document.findings, summary=document.summary)
        making.unfinished = len(document.pending)
        making.names += [self._add(file, data) for file, data in document.files.items()]
        self.gathered.tell(document.findings)
        if document.summary is not None:
            self.gathered.result.files.setdefault(task.source.id, []).extend(making.names)
        self.gathered.wait_for(making, document.pending, self._reuse.keep)
        self.gathered.release()
        self._reuse.keep(making)

    def _take_kept(self, kept: Kept, source: Source | None = None) -> None:
        """Takes what an earlier run has made."""
        self.gathered.tell(kept.findings)
        self.gathered.folder.take(kept.files)
        if source is not None:
            self.gathered.result.files.setdefault(source.id, []).extend(kept.files)
        self.gathered.release()

    def _take(self, made: Made) -> list[str]:
        """Takes the files of an output, and gives their names."""
        self.gathered.tell(made.findings)
        names = []
        for file in made.files:
            if not isinstance(file.content, str | bytes):
                raise TypeError(f"{file.name}: only files of documents can be deferred")
            names.append(self._add(file.name, file.content))
        return names
