"""The output folder, in which files are written whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from variorum.build.codes import OUTPUT_OUTSIDE, OUTPUT_UNWRITABLE
from variorum.build.copies import copy
from variorum.engines.partial import half_made, remove_left
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.outputs.digest import digest
from variorum.outputs.output import WrittenFile

__all__ = ["OutputFolder", "write"]


def write(folder: Path, name: str, data: bytes) -> bool:
    """Writes `name` below `folder`, whole or not at all; one that holds just this is left alone.

    Returns whether it is new or changed.
    """
    return _written(_inside(folder, name), data)


def _written(target: Path, data: bytes) -> bool:
    remove_left(target.parent)
    if _holds(target, data):
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with half_made(target.parent) as partial:
            partial.write_bytes(data)
            partial.replace(target)
    except OSError as error:
        raise VariorumError(_unwritable(target, error)) from None
    return True


def _inside(folder: Path, name: str) -> Path:
    target = folder / name
    if not target.resolve().is_relative_to(folder.resolve()):
        raise VariorumError(OUTPUT_OUTSIDE.at(Place(name), "lies outside the output folder"))
    return target


def _unwritable(target: Path, error: OSError) -> Diagnostic:
    reason = f"cannot be written: {error.strerror}"
    return OUTPUT_UNWRITABLE.at(Place(target.as_posix()), reason)


def _none(_name: str) -> tuple[str, ...]:
    return ()


def _holds(file: Path, data: bytes) -> bool:
    with contextlib.suppress(OSError):
        return file.stat().st_size == len(data) and file.read_bytes() == data
    return False


@dataclass
class OutputFolder:
    """What one run writes: files wait until `release`, so that a failure leaves none behind."""

    path: Path
    copies: Callable[[str], Iterable[str]] = _none
    """Gives the names of the copies that a file has elsewhere in the folder."""
    written: dict[str, str] = field(default_factory=dict)
    """The digest of each file made, by its name below the folder."""
    _sizes: dict[str, int] = field(default_factory=dict)
    changed: int = 0
    """How many of them were not there before, or not like this."""
    _waiting: dict[str, bytes] = field(default_factory=dict)
    _known: set[Path] = field(default_factory=set)
    """The folders that were found to lie in this one."""

    def add(self, name: str, content: str | bytes) -> None:
        """Takes a file that is to be written at the next `release`."""
        self._waiting[name] = content.encode() if isinstance(content, str) else content

    @property
    def files(self) -> dict[str, WrittenFile]:
        """What is known of each file made, by its name below the folder."""
        return {
            name: WrittenFile(digest, self._sizes[name]) for name, digest in self.written.items()
        }

    def file(self, name: str) -> WrittenFile | None:
        """What is known of a file, if it is written."""
        written = self.written.get(name)
        return WrittenFile(written, self._sizes[name]) if written else None

    def release(self) -> list[Diagnostic]:
        """Writes the files that wait; what there is to say of those that cannot be written.

        Raises VariorumError where none can.
        """
        found: list[Diagnostic] = []
        for name, data in self._waiting.items():
            try:
                self.changed += self._write(name, data)
                self.written[name] = digest(data)
                self._sizes[name] = len(data)
                self._copy(name)
            except VariorumError as error:
                found += error.findings
        self._waiting.clear()
        if found and not self.written:
            raise VariorumError(found[0])
        return found

    def _copy(self, name: str) -> None:
        for other in self.copies(name):
            target = _inside(self.path, other)
            try:
                self.changed += copy(self.path / name, target)
            except OSError as error:
                raise VariorumError(_unwritable(target, error)) from None
            self.written[other], self._sizes[other] = self.written[name], self._sizes[name]

    def _write(self, name: str, data: bytes) -> bool:
        """As `write`; what lies in a folder that is known is not followed through all folders."""
        target = self.path / name
        if target.parent not in self._known or target.name == ".." or target.is_symlink():
            _inside(self.path, name)
            self._known.add(target.parent)
        return _written(target, data)

    def take(self, files: Mapping[str, WrittenFile]) -> None:
        """Takes files of an earlier run that are there and need not be made again."""
        self.written.update({name: file.digest for name, file in files.items()})
        self._sizes.update({name: file.size for name, file in files.items()})

    def drop(self) -> None:
        """Forgets the files that wait."""
        self._waiting.clear()
