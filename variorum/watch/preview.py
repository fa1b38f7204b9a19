"""Makes the site of an edition again and again with one processor that stays warm."""

from __future__ import annotations

import os
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from variorum.build.folder import write
from variorum.build.plan import DocumentTask, Plan, plan
from variorum.build.run import run
from variorum.build.state import State
from variorum.build.worker import RunContext, TaskWorker
from variorum.catalogue import for_editors
from variorum.check.memory import Memory
from variorum.check.run import Run
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic, VariorumError, has_error
from variorum.outputs.output import IndependentOutput, Scope
from variorum.outputs.registry import drivers, outputs_of
from variorum.proof import Proof, register_failures
from variorum.source import Edition, Source

__all__ = ["Preview"]


class Preview:
    """The site of the edition in a folder, made below another.

    A document that was saved is made at once by `saved`, so that it can be seen; `all` then checks
    the edition, proves the page and makes the rest.
    """

    def __init__(self, root: Path, output: Path) -> None:
        self._root = root
        self._output = output
        self._saxon: Saxon | None = None
        self._kept = Memory()

    def saved(self, files: set[Path]) -> list[Diagnostic]:
        """Makes the pages of the reading texts of documents in these files, and nothing else.

        A document with an error keeps the page that it has; the errors are returned.
        """
        edition = self._edition()
        sources = tuple(source for source in edition.sources if source.path in files)
        if not files <= {source.path for source in edition.sources}:
            self._kept = Memory()  # the settings, a schema or the exceptions may be others now
        if edition.has_schema:
            found = self._checked(replace(edition, sources=sources, whole=False))
            if errors := [each for each in found if each.level == "error"]:
                return errors
        planned = self._planned(edition)
        tasks = [_reading(task) for task in planned.documents if task.source.path in files]
        return self._made(planned, tasks) if tasks else []

    def _made(self, planned: Plan, tasks: Collection[DocumentTask]) -> list[Diagnostic]:
        errors: list[Diagnostic] = []
        context = RunContext(
            os.urandom(16).hex(), planned.edition.shared, planned.outputs, _unproven
        )
        worker = TaskWorker(context, self._warm(planned))
        with ThreadPoolExecutor(1) as threads:
            for task in tasks:
                made = worker.document(task, threads)
                found = [each for each in made.findings if each.level == "error"]
                errors += found
                if not found:
                    for name, content in made.files.items():
                        data = content.encode() if isinstance(content, str) else content
                        write(self._output, name, data)
        return errors

    def all(self) -> list[Diagnostic]:
        """Checks the edition and makes its site, unless an error forbids it; what is found."""
        edition = self._edition()
        found = self._checked(edition)
        if edition.has_schema and has_error(found):
            return found
        try:
            planned = self._planned(edition)
            with closing(State(self._output)) as state:
                result = run(
                    planned,
                    self._output,
                    Proof,
                    prove_registers=register_failures,
                    saxon=self._warm(planned),
                    state=state,
                )
        except VariorumError as error:
            return list(dict.fromkeys([*found, *error.findings]))
        return list(dict.fromkeys([*found, *result.findings]))

    def _checked(self, edition: Edition) -> list[Diagnostic]:
        """What is wrong: files that have not changed since are not looked at again."""
        return Run(edition, None, frozenset(), kept=self._kept).findings()

    def _edition(self) -> Edition:
        """The edition with the bytes of this moment, so that what is built is what was checked."""
        edition = Edition.here(self._root)
        return replace(edition, sources=tuple(map(_at_this_moment, edition.sources)))

    def _planned(self, edition: Edition) -> Plan:
        """The pages of the site; guidelines, which no text changes, are left as they are."""
        outputs = outputs_of(("html",), online=False, edition=edition)
        pages = [output for output in outputs if not isinstance(output, IndependentOutput)]
        return plan(edition, pages, for_editors)

    def _warm(self, planned: Plan) -> Saxon:
        """The processor, which compiles each stylesheet once as long as the same are needed."""
        needed = drivers(planned.outputs)
        if self._saxon is None or any(each not in self._saxon for each in needed):
            self._saxon = Saxon(*needed)
        return self._saxon


def _reading(task: DocumentTask) -> DocumentTask:
    """The part of a task that makes the reading text, which is looked at while one writes."""
    reading: frozenset[Scope] = frozenset({"document"})
    outputs = [replace(each, scope=reading) for each in task.outputs if "document" in each.scope]
    return replace(task, outputs=tuple(outputs))


def _at_this_moment(source: Source) -> Source:
    try:
        return replace(source, given=source.data)
    except VariorumError:  # it cannot be read, which the check tells
        return source


class _Unproven:
    """Stands for the proof of a page that is shown first and proven afterwards."""

    def failures(
        self, kind: str, output: str, siglum: str = "", file: str = "", /
    ) -> list[Diagnostic]:
        del kind, output, siglum, file
        return []


def _unproven(_source: Source, _language: str, _edition: Edition) -> _Unproven:
    return _Unproven()
