"""The output folder, in which files are written whole or not at all."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

from variorum.build.codes import OUTPUT_OUTSIDE, OUTPUT_UNWRITABLE
from variorum.engines.partial import half_made, remove_left
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.outputs.digest import digest

__all__ = ["OutputFolder", "write"]


def write(folder: Path, name: str, data: bytes) -> bool:
    """Writes `name` below `folder`, whole or not at all; one that holds just this is left alone.

    Returns whether it is new or changed.
    """
    target = folder / name
    if not target.resolve().is_relative_to(folder.resolve()):
        raise VariorumError(OUTPUT_OUTSIDE.at(Place(name), "lies outside the output folder"))
    remove_left(target.parent)
    if _holds(target, data):
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with half_made(target.parent) as partial:
            partial.write_bytes(data)
            partial.replace(target)
    except OSError as error:
        reason = f"cannot be written: {error.strerror}"
        raise VariorumError(OUTPUT_UNWRITABLE.at(Place(target.as_posix()), reason)) from None
    return True


def _holds(file: Path, data: bytes) -> bool:
    with contextlib.suppress(OSError):
        return file.stat().st_size == len(data) and file.read_bytes() == data
    return False


@dataclass
class OutputFolder:
    """What one run writes: files wait until `release`, so that a failure leaves none behind."""

    path: Path
    written: dict[str, str] = field(default_factory=dict)
    """The digest of each file made, by its name below the folder."""
    changed: int = 0
    """How many of them were not there before, or not like this."""
    _waiting: dict[str, bytes] = field(default_factory=dict)

    def add(self, name: str, content: str | bytes) -> None:
        """Takes a file that is to be written at the next `release`."""
        self._waiting[name] = content.encode() if isinstance(content, str) else content

    def release(self) -> list[Diagnostic]:
        """Writes the files that wait; what there is to say of those that cannot be written.

        Raises VariorumError where none can.
        """
        found: list[Diagnostic] = []
        for name, data in self._waiting.items():
            try:
                self.changed += write(self.path, name, data)
                self.written[name] = digest(data)
            except VariorumError as error:
                found += error.findings
        self._waiting.clear()
        if found and not self.written:
            raise VariorumError(found[0])
        return found

    def drop(self) -> None:
        """Forgets the files that wait."""
        self._waiting.clear()
