"""The files of an edition as an editor has them: buffers where a file is open, else the disk."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.check.exceptions import bytes_there
from variorum.check.memory import Memory
from variorum.check.run import Run
from variorum.check.scan import Index, scan
from variorum.check.view import View
from variorum.desk.cards import Cards, cards_of
from variorum.findings import Diagnostic, VariorumError
from variorum.source import EXCEPTIONS, Edition, Source
from variorum.source.bytes import DECLARED, as_utf8, bytes_of_file
from variorum.source.settings import FILE

if TYPE_CHECKING:
    from variorum.relaxng import Schema

__all__ = ["Desk", "root_of"]

_TABLE = b"[tool.variorum"


def root_of(path: Path) -> Path | None:
    """The folder of the edition that a file belongs to; None for a file of no edition.

    It is the outermost that has settings; without any, the innermost that has the file in `tei/`.
    """
    with_settings = [folder for folder in path.parents if _has_settings(folder)]
    with_tei = [folder for folder in path.parents if path.is_relative_to(folder / "tei")]
    return next(iter([*reversed(with_settings), *with_tei]), None)


def _has_settings(folder: Path) -> bool:
    settings = folder / FILE
    try:
        return settings.is_file() and _TABLE in settings.read_bytes()
    except OSError:
        return False


class Desk:
    """One edition, or a single file that belongs to none, with the buffers that are open of it."""

    def __init__(self, root: Path, alone: Path | None = None) -> None:
        self.root = root
        self._alone = alone
        self._buffers: dict[Path, bytes] = {}
        self._kept = Memory(read=self._given_or_there)
        self._indexes: dict[Path, tuple[bytes, Index]] = {}
        self._cards: dict[Path, tuple[bytes, Cards]] = {}

    def put(self, path: Path, text: str) -> None:
        """Has a buffer stand for a file."""
        if path not in self._buffers and path not in self.paths:
            self.renew()
        self._buffers[path] = _encoded(text)
        self._forget(path)

    def take(self, path: Path) -> None:
        """Has the file on the disk stand for itself again."""
        self._buffers.pop(path, None)
        self._forget(path)

    def _forget(self, path: Path) -> None:
        if path.name == EXCEPTIONS:
            self._kept.forget_exceptions()

    def _given_or_there(self, path: Path) -> bytes | None:
        buffer = self._buffers.get(path.resolve())
        return bytes_there(path) if buffer is None else buffer

    def is_open(self, path: Path) -> bool:
        """Whether a buffer stands for a file."""
        return path in self._buffers

    def renew(self) -> None:
        """Forgets which files there are, the settings and the schemas: they may have changed."""
        self.__dict__.pop("_edition", None)
        self._kept = Memory(read=self._given_or_there)

    @cached_property
    def _edition(self) -> Edition:
        if self._alone is not None:
            return Edition.of([self._alone], self.root)
        return Edition.here(self.root)

    @property
    def edition(self) -> Edition:
        """The edition, with the buffers. Raises VariorumError where it has no file."""
        return replace(self._edition, sources=tuple(map(self._given, self._edition.sources)))

    @property
    def paths(self) -> list[Path]:
        """The files of the edition."""
        try:
            return [source.path.resolve() for source in self._edition.sources]
        except VariorumError:
            return []

    def holds(self, path: Path) -> bool:
        """Whether a file is one of the edition, or lies in its folder; no other is read."""
        try:
            real = path.resolve()
        except (OSError, RuntimeError):  # links that lead to each other, or a name too long
            return False
        return real.is_relative_to(self.root.resolve()) or real in self.paths

    def _given(self, source: Source) -> Source:
        buffer = self._buffers.get(source.path.resolve())
        return source if buffer is None else replace(source, given=buffer)

    def findings(self, *, patient: bool) -> dict[Path, list[Diagnostic]]:
        """What is wrong, by file, also of those in which nothing is.

        A Schematron takes longest: where one is not `patient`, what it has said of a file that has
        changed since stays as it was.
        """
        found: dict[Path, list[Diagnostic]] = {path: [] for path in self.paths}
        try:
            edition = self.edition
            run = Run(edition, None, frozenset(), kept=self._kept, patient=patient)
            said = run.findings()
        except VariorumError as error:
            return found | self._by_path(error.findings, ())
        return found | self._by_path(said, edition.sources)

    def _by_path(
        self, findings: tuple[Diagnostic, ...] | list[Diagnostic], sources: tuple[Source, ...]
    ) -> dict[Path, list[Diagnostic]]:
        paths = {source.name: source.path.resolve() for source in sources}
        found: dict[Path, list[Diagnostic]] = defaultdict(list)
        for each in findings:
            found[paths.get(each.file, (self.root / each.file).resolve())].append(each)
        return found

    def text(self, path: Path) -> str:
        """The text of a file as the editor has it; empty where it cannot be read."""
        return as_utf8(self._bytes(path)).decode("utf-8", "replace").removeprefix("\ufeff")

    def name_of(self, path: Path) -> str:
        """What a document is called in the outputs."""
        found = (each for each in self.edition.sources if each.path.resolve() == path)
        source = next(found, None)
        try:
            return source.id if source else path.stem
        except VariorumError:  # it is no XML just now
            return path.stem

    def _bytes(self, path: Path) -> bytes:
        buffer = self._buffers.get(path)
        if buffer is not None:
            return buffer
        try:
            return bytes_of_file(path)
        except OSError:
            return b""

    def index(self, path: Path) -> Index:
        """What a scan finds in a file; of one that is no XML just now, in its last sound state."""
        data = self._bytes(path)
        known = self._indexes.get(path)
        if known is not None and known[0] == data:
            return known[1]
        index = scan(path.name, path, data)
        if not index.root and known is not None:
            return known[1]
        self._indexes[path] = data, index
        return index

    def view(self) -> View:
        """All files together, where a pointer leads."""
        return View([self.index(path) for path in self.paths], self.edition)

    def cards(self, path: Path) -> Cards:
        """The cards of a file, also of one that is no XML just now."""
        data = self._bytes(path)
        known = self._cards.get(path)
        if known is None or known[0] != data:
            known = self._cards[path] = data, cards_of(as_utf8(data))
        return known[1]

    def schema(self, path: Path) -> Schema | None:
        """The grammar that judges a file, if there is one."""
        try:
            chosen = self._kept.schemas_of(self.edition, "").of(self.index(path))
        except VariorumError:
            return None
        return chosen.grammars[0] if chosen.grammars else None


def _encoded(text: str) -> bytes:
    """The bytes of a text in UTF-8, which its declaration then names; no place changes by that."""
    declared = DECLARED.match(text.removeprefix("\ufeff").encode())
    if declared is None or declared[1].lower() == b"utf-8":
        return text.encode()
    name = declared[1].decode("ascii")
    utf8 = 'UTF-8"'.ljust(len(name) + 1)
    return re.sub(rf"""["']{re.escape(name)}["']""", f'"{utf8}', text, count=1).encode()
