"""Carries out a plan: makes its outputs and keeps the output folder and its manifest."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import quote

from variorum.build.codes import NOT_WRITTEN, OUTPUT_FAILED
from variorum.build.copies import copies_of
from variorum.build.folder import OutputFolder
from variorum.build.manifest import PreviousManifest, facts, write_manifest
from variorum.build.plan import Plan, in_language
from variorum.build.runners import ExecutorRunner, SerialRunner, TaskRunner
from variorum.build.stale import kept_files, remove_stale_files
from variorum.build.worker import (
    DocumentMade,
    Prove,
    ProveRegisters,
    RunContext,
    finished,
)
from variorum.engines.processes import Beside
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic, Place, VariorumError, has_error
from variorum.findings.failure import failure
from variorum.model.summary import Summary
from variorum.outputs.face import face
from variorum.outputs.output import IndependentOutput, Made, Output, SiteOutput
from variorum.outputs.own_stylesheet import own_stylesheet
from variorum.source import Source

__all__ = ["Progress", "Result", "run"]

Progress = Callable[[int, int, str], None]
"""Called with the number done, the number in all, and the name of the next document."""

_NAMED = 8
"""So many documents are named in a message, the others are counted."""

_UNWRITABLE = 8
"""After so many files that cannot be written it is the folder that cannot: the run stops."""

_FEW = 4
"""For so many documents it takes longer to compile the stylesheets than to run them."""

_SITE = "html/"
_HERE = "urn:variorum:here"
"""What stands in the links of pages for the address of the page itself, below the site."""

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
    prove_registers: ProveRegisters | None = None,
    executor: Executor | None = None,
    saxon: Saxon | None = None,
    progress: Progress = _silent,
    refused: Callable[[], bool] = _never,
    strict: bool | None = None,
) -> Result:
    """Makes every output of a plan below the folder `output`, and nothing elsewhere.

    `prove` gives what holds the outputs of a document against its TEI, `prove_registers` holds the
    pages of registers against it. Without an `executor` all is done here, one document after the
    other, by `saxon` if that is given, a processor that knows the stylesheets. An executor has its
    workers make the documents, each with a processor of its own: they are processes, or a single
    thread. `refused` is asked before anything is written: whether to stop, and leave the output as
    it was. A document that fails is a finding, and the others are made; a `strict` run, as is that
    of an own edition if nothing is said, writes nothing after an error, but goes through them all.

    Raises VariorumError for folders that cannot be written, and at the end of a strict run for all
    errors of its documents, and ValueError for an executor of several threads.
    """
    strict = plan.edition.own if strict is None else strict
    shared, run_id = plan.edition.shared, os.urandom(16).hex()
    context = RunContext(run_id, shared, plan.outputs, prove, prove_registers)
    previous = PreviousManifest.read(output)
    folder = OutputFolder(output, lambda name: copies_of(name, plan, previous.files))
    this = _Run(plan, folder, previous, progress, refused, strict)
    independent = this.begin()
    with ThreadPoolExecutor(_AT_A_TIME) as threads:
        runner = partial(_runner, executor, threads, saxon)
        this.make(runner(context, few=len(plan.documents) <= _FEW), independent)
        for language in plan.edition.settings.languages[1:]:
            this.make_in(language, prove, runner)
    return this.finish()


def _runner(
    executor: Executor | None,
    threads: Executor,
    saxon: Saxon | None,
    context: RunContext,
    *,
    few: bool = False,
) -> TaskRunner:
    """What carries out the tasks: the workers of the executor, or this process."""
    if executor is None:
        return SerialRunner(context, threads, saxon, few=few)
    return ExecutorRunner(context, executor)


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
    strict: bool
    result: Result = field(default_factory=Result)
    _pending: list[_Pending] = field(default_factory=list)
    _states: dict[str, str] = field(default_factory=dict)
    _unchanged: list[Output] = field(default_factory=list)
    _unwritable: list[Diagnostic] = field(default_factory=list)
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

    def make(self, runner: TaskRunner, independent: dict[IndependentOutput, Beside[Made]]) -> None:
        """Makes the documents, then the site; each is written when it is whole."""
        self.result.findings += self.plan.findings
        summaries = self._documents(runner)
        self._make_site(runner, summaries, last=False)
        for output, beside in independent.items():
            try:
                made = beside.result()
            except Exception as error:
                made = Made(findings=failure(error, OUTPUT_FAILED, Place(output.name)))
            self._states[output.name] = made.state
            self._unchanged += [output] if made.unchanged else []
            self._take(made)
        self._collect(0)
        self._make_site(runner, summaries, last=True)
        total = len(self.plan.documents)
        self.progress(total, total, "")

    def _make_site(self, runner: TaskRunner, summaries: Sequence[Summary], *, last: bool) -> None:
        """Makes what is made of all documents: what waits for all other files, or the rest."""
        outputs = [
            task.output
            for task in self.plan.site
            if isinstance(task.output, SiteOutput) and task.output.last == last
        ]
        files = self.folder.files if last else {}
        for site in runner.site(self.plan.edition, outputs, summaries, files) if outputs else ():
            self._take(site)
        self._release()

    def make_in(
        self, language: str, prove: Prove, runner: Callable[[RunContext], TaskRunner]
    ) -> None:
        """Makes the pages again with labels in another language, in a folder of the site."""
        planned = in_language(self.plan, language)
        context = RunContext(os.urandom(16).hex(), planned.edition.shared, planned.outputs, prove)
        replace(self, plan=planned, site=f"{_SITE}{language}/").make(runner(context), {})

    def _add(self, name: str, content: str | bytes) -> str:
        """Takes a file that is to be written; what it is called in the folder of these pages."""
        below = name.removeprefix(_SITE)
        if isinstance(content, str) and below != name:
            content = content.replace(_HERE, quote(below))
        named = self.site + below if below != name else name
        self.folder.add(named, content)
        return named

    def finish(self) -> Result:
        """Writes the last files and the manifest, and removes what no output makes any more."""
        self._release()
        if self._is_stopped:
            raise VariorumError(*self.result.findings, self._not_written())
        edition, outputs = self.plan.edition, self.plan.outputs
        known = facts(edition, outputs, self.previous.states | self._states)
        kept = kept_files(self.plan, self.previous, self._unchanged)
        remove_stale_files(self.folder, self.previous, kept)
        write_manifest(self.folder, known, kept | self.folder.written)
        self.result.written, self.result.changed = self.folder.written, self.folder.changed
        return self.result

    def _documents(self, runner: TaskRunner) -> list[Summary]:
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
        if self.strict and has_error(document.findings):
            self._collect(0)  # those before it are written whole
        told = map(self._placed, document.findings)
        self.result.findings += [each for each in told if each not in self.result.findings]
        files = [self._add(file, content) for file, content in document.files.items()]
        if document.summary is not None:
            self.result.files.setdefault(source.id, []).extend(files)
        self._pending += [(source, file, job) for file, job in document.pending]

    def _placed(self, finding: Diagnostic) -> Diagnostic:
        """A finding with the whole path of the output that it is about."""
        if finding.output is None:
            return finding
        path = (self.folder.path / finding.output.file).as_posix()
        return replace(finding, output=finding.output._replace(file=path))

    def _take(self, made: Made) -> None:
        self.result.findings += made.findings
        for file in made.files:
            if not isinstance(file.content, str | bytes):
                raise TypeError(f"{file.name}: only files of documents can be deferred")
            self._add(file.name, file.content)

    def _collect(self, unfinished: int) -> None:
        """Takes files as they are ready, until no more than so many are unfinished."""
        while len(self._pending) > unfinished:
            source, name, job = self._pending.pop(0)
            data, met = finished(job, source, name)
            self.result.findings += met
            if data is not None:
                self.result.files[source.id].append(name)
                self.folder.add(name, data)
            self._release()

    def _release(self) -> None:
        if self.refused():
            raise VariorumError
        if self._is_stopped:
            self.folder.drop()
        else:
            found = self.folder.release()
            self.result.findings += found
            self._unwritable += found
            if len(self._unwritable) > _UNWRITABLE:
                raise VariorumError(*self._unwritable)

    @property
    def _is_stopped(self) -> bool:
        return self.strict and has_error(self.result.findings)

    def _not_written(self) -> Diagnostic:
        """Which documents are not written, or not whole."""
        files = self.result.files
        sources = [task.source for task in self.plan.documents]
        lost = [
            source.name
            for source in sources
            if source.id not in files or not self.folder.written.keys() >= set(files[source.id])
        ]
        more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
        named = f"{len(lost)} of {len(sources)} documents ({', '.join(lost[:_NAMED])}{more}), "
        message = f"not written: {named if lost else ''}what is made of all documents, manifest"
        return NOT_WRITTEN.at(Place(self.folder.path.as_posix()), message)
