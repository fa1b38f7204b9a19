"""What a document, or the site, is made of: one digest, which is another where any of it is.

A document depends on its file and its pictures, on the entries of the registers that it can mean,
on the settings, on the other documents that its page leads to, and on the program.
"""

from __future__ import annotations

import json
import sys
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import resource
from variorum.build.manifest import versions
from variorum.build.registers import RegisterEntries
from variorum.model.pictures import pictures_of
from variorum.outputs.digest import digest, digest_of_folder
from variorum.outputs.face import face_files, own_file
from variorum.outputs.own_stylesheet import own_stylesheet_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from variorum.build.plan import DocumentTask, Plan
    from variorum.outputs.output import Output
    from variorum.source import Source

__all__ = ["Inputs", "program"]


class Inputs:
    """What the outputs of a plan are made of."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._registers = RegisterEntries(plan.edition.registers)
        self._documents: dict[str, str] = {}
        self._files: dict[Path, str] = {}
        self._read: dict[str, list[Path]] = {}
        self._stamps = {source.path: _stamp(source.path) for source in plan.edition.sources}

    def of_document(self, task: DocumentTask) -> str:
        """One digest of all that the outputs of a document are made of."""
        source = task.source
        if source.id not in self._documents:
            self._documents[source.id] = _digest(
                {
                    "common": self._common,
                    "text": self._of_text(source),
                    "translation": self._of_text(task.translation) if task.translation else {},
                    "outputs": [output.name for output in task.outputs],
                    "neighbours": task.neighbours.as_table(),
                    "targets": {name: digest(each.data) for name, each in task.targets.items()},
                }
            )
        return self._documents[source.id]

    def _of_text(self, source: Source) -> dict[str, object]:
        """What is in the file of a document, or is read because of it.

        All of a file with several documents is, for it goes with each of them, and findings name
        its lines; so are the files that it includes.
        """
        pictures = pictures_of(source, self._plan.edition.root)
        self._read[source.id] = [source.path, *pictures.files.values()]
        return {
            "id": source.id,
            "file": source.name,
            "bytes": digest(source.data),
            "whole": digest(source.whole),
            "included": {name: digest(data.data) for name, data in source.included.items()},
            "number": source.number,
            "role": source.role,
            "registers": self._registers.digest_for(source),
            "pictures": {name: self._file(file) for name, file in pictures.files.items()},
            "names": pictures.names,
            "lost": [repr(finding) for finding in pictures.findings],
        }

    def are_as_read(self, task: DocumentTask | None) -> bool:
        """Whether the files of a document, or of all, are as they were when a digest was taken."""
        read = self._read[task.source.id] if task else self._stamps
        return all(self._stamps[file] == _stamp(file) for file in read)

    def files(self) -> Iterator[Path]:
        """The files of the edition that outputs are made of, but those that documents include."""
        edition = self._plan.edition
        yield from self._stamps
        yield from (own_file(edition, name) for name in face_files(edition))
        yield from own_stylesheet_files(edition)

    @cached_property
    def of_site(self) -> str:
        """One digest of all that goes into what is made of all documents together."""
        documents = [self.of_document(task) for task in self._plan.documents]
        return _digest([self._common, self._registers.digest, *documents])

    def _file(self, file: Path) -> str:
        if file not in self._files:
            self._stamps[file] = _stamp(file)
            self._files[file] = digest(file.read_bytes())
        return self._files[file]

    @cached_property
    def _common(self) -> str:
        """What every document depends on."""
        plan, edition = self._plan, self._plan.edition
        told = {
            "program": program(plan.outputs),
            "outputs": [output.name for output in plan.outputs],
            "settings": {
                name: value
                for name, value in edition.settings.as_table().items()
                if name not in _WITHOUT_EFFECT
            },
            "fonts": self._fonts,
            "pages": [(page.id, page.title) for page in edition.pages],
            "face": [digest(own_file(edition, name).read_bytes()) for name in face_files(edition)],
            "stylesheet": [digest(file.read_bytes()) for file in own_stylesheet_files(edition)],
        }
        return _digest(told)

    @cached_property
    def _fonts(self) -> dict[str, str]:
        """The fonts of the edition's own for its PDFs."""
        edition, named = self._plan.edition, self._plan.edition.settings.print.fonts
        if not named or not any(output.format == "pdf" for output in self._plan.outputs):
            return {}
        files = sorted(file for file in (edition.root / named).rglob("*") if file.is_file())
        return {file.name: self._file(file) for file in files}


_WITHOUT_EFFECT = ("limits", "documents", "registers", "include", "exclude")
"""The settings that decide what is made, or how long it may take, and not what it looks like."""


def program(outputs: Sequence[Output]) -> str:
    """One digest of this program, and of the versions of what makes these outputs."""
    return _digest([_code(), sys.version_info[:3], versions(outputs)])


@cache
def _code() -> str:
    """One digest of the modules and stylesheets of this program."""
    code = Path(__file__).parent.parent
    modules = sorted(code.rglob("*.py"))
    found = [digest(module.read_bytes()) for module in modules]
    return _digest([digest_of_folder(resource("xslt")), *found])


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _digest(told: object) -> str:
    return digest(json.dumps(told, sort_keys=True, default=repr).encode())
