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
    from variorum.build.plan import DocumentTask, Plan

__all__ = ["Inputs"]


class Inputs:
    """What the outputs of a plan are made of."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._registers = RegisterEntries(plan.edition.registers)
        self._documents: dict[str, str] = {}
        self._pictures: dict[Path, str] = {}

    def of_document(self, task: DocumentTask) -> str:
        """One digest of all that the outputs of a document are made of."""
        source, other = task.source, task.translation
        if source.id not in self._documents:
            pictures = pictures_of(source, self._plan.edition.root)
            told = {
                "common": self._common,
                "id": source.id,
                "file": source.name,
                "bytes": digest(source.whole),
                "number": source.number,
                "role": source.role,
                "outputs": [output.name for output in task.outputs],
                "neighbours": task.neighbours.as_table(),
                "translation": digest(other.whole) if other else "",
                "registers": self._registers.digest_for(source),
                "pictures": {name: self._picture(file) for name, file in pictures.files.items()},
                "names": pictures.names,
                "lost": [repr(finding) for finding in pictures.findings],
            }
            self._documents[source.id] = _digest(told)
        return self._documents[source.id]

    @cached_property
    def of_site(self) -> str:
        """One digest of all that is made of all documents together is made of."""
        documents = [self.of_document(task) for task in self._plan.documents]
        return _digest([self._common, self._registers.digest, *documents])

    def _picture(self, file: Path) -> str:
        if file not in self._pictures:
            self._pictures[file] = digest(file.read_bytes())
        return self._pictures[file]

    @cached_property
    def _common(self) -> str:
        """What every document depends on."""
        plan, edition = self._plan, self._plan.edition
        told = {
            "program": _program(),
            "python": sys.version_info[:3],
            "versions": versions(plan.outputs),
            "outputs": [output.name for output in plan.outputs],
            "settings": {
                name: value
                for name, value in edition.settings.as_table().items()
                if name not in _WITHOUT_EFFECT
            },
            "pages": [(page.id, page.title) for page in edition.pages],
            "face": [digest(own_file(edition, name).read_bytes()) for name in face_files(edition)],
            "stylesheet": [digest(file.read_bytes()) for file in own_stylesheet_files(edition)],
        }
        return _digest(told)


_WITHOUT_EFFECT = ("limits", "documents", "registers", "include", "exclude")
"""The settings that decide what is made, or how long it may take, and not what it looks like."""


@cache
def _program() -> str:
    """One digest of this program."""
    code = Path(__file__).parent.parent
    modules = sorted(code.rglob("*.py"))
    found = [digest(module.read_bytes()) for module in modules]
    return _digest([digest_of_folder(resource("xslt")), *found])


def _digest(told: object) -> str:
    return digest(json.dumps(told, sort_keys=True, default=repr).encode())
