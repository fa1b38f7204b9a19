"""What a run makes, as it comes in: findings, each once, and files, written when they are whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from variorum.build.codes import NOT_WRITTEN
from variorum.build.folder import OutputFolder
from variorum.build.reuse import Making
from variorum.build.worker import FileInTheMaking, finished
from variorum.findings import Diagnostic, Place, VariorumError, has_error
from variorum.source import Source

__all__ = ["Gathering", "Result"]

_NAMED = 8
"""So many documents are named in a message, the others are counted."""

_UNWRITABLE = 8
"""After so many files that cannot be written it is the folder that cannot: the run stops."""


@dataclass
class Result:
    """What a run has made, and what it met on the way.

    `written` is the digest of each file by its name, `changed` says how many of them are new or
    changed, and `files` are the names of the files of each document, by its id. `kept` are files of
    earlier runs that are still part of the output, as those that are written. With a state,
    `made_of` are the files of the edition that all was made of, and `is_noted` says whether the
    state has all of it.
    """

    findings: list[Diagnostic] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    changed: int = 0
    files: dict[str, list[str]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    made_of: set[Path] = field(default_factory=set)
    is_noted: bool = True


@dataclass
class Gathering:
    """What one run has made so far.

    `refused` is asked before anything is written; after an error, a `strict` run writes nothing.
    """

    folder: OutputFolder
    refused: Callable[[], bool]
    strict: bool
    result: Result = field(default_factory=Result)
    _told: set[Diagnostic] = field(default_factory=set)
    _pending: list[tuple[Making, str, FileInTheMaking, Callable[[Making], None]]] = field(
        default_factory=list
    )
    _unwritable: list[Diagnostic] = field(default_factory=list)

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is written any more, because of an error."""
        return self.strict and has_error(self._told)

    def tell(self, findings: Iterable[Diagnostic]) -> None:
        """Takes findings, each once."""
        for finding in map(self._placed, findings):
            if finding not in self._told:
                self._told.add(finding)
                self.result.findings.append(finding)

    def _placed(self, finding: Diagnostic) -> Diagnostic:
        """A finding with the whole path of the output that it is about."""
        if finding.output is None:
            return finding
        path = (self.folder.path / finding.output.file).as_posix()
        return replace(finding, output=finding.output._replace(file=path))

    def wait_for(
        self,
        making: Making,
        jobs: Iterable[tuple[str, FileInTheMaking]],
        whole: Callable[[Making], None],
    ) -> None:
        """Takes files of a document that are in the making; `whole` is called when it is so."""
        self._pending += [(making, name, job, whole) for name, job in jobs]

    def collect(self, unfinished: int) -> None:
        """Takes files as they are ready, until no more than so many are unfinished."""
        while len(self._pending) > unfinished:
            making, name, job, whole = self._pending.pop(0)
            assert making.task
            source = making.task.source
            data, met = finished(job, source, name)
            self.tell(met)
            making.findings += met
            making.unfinished -= 1
            making.lacks |= data is None
            if data is not None:
                making.names.append(name)
                self.result.files[source.id].append(name)
                self.folder.add(name, data)
            self.release()
            whole(making)

    def release(self) -> None:
        """Writes the files that wait. Raises VariorumError for a run that is refused, or a folder
        that cannot be written.
        """
        if self.refused():
            raise VariorumError
        if self.is_stopped:
            self.folder.drop()
        else:
            found = self.folder.release()
            self.tell(found)
            self._unwritable += found
            if len(self._unwritable) > _UNWRITABLE:
                raise VariorumError(*self._unwritable)

    def not_written(self, sources: Sequence[Source]) -> Diagnostic:
        """Which documents are not written, or not whole."""
        files = self.result.files
        lost = [
            source.name
            for source in sources
            if source.id not in files or not self.folder.written.keys() >= set(files[source.id])
        ]
        more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
        named = f"{len(lost)} of {len(sources)} documents ({', '.join(lost[:_NAMED])}{more}), "
        message = f"not written: {named if lost else ''}what is made of all documents, manifest"
        return NOT_WRITTEN.at(Place(self.folder.path.as_posix()), message)
