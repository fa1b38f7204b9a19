"""The output folder, in which files are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from variorum.build.codes import OUTPUT_OUTSIDE, OUTPUT_UNWRITABLE
from variorum.findings import Place, VariorumError
from variorum.outputs.digest import digest

__all__ = ["OutputFolder", "write"]


def write(folder: Path, name: str, data: bytes) -> bool:
    """Writes `name` below `folder`, whole or not at all; one that holds just this is left alone.

    Returns whether it is new or changed.
    """
    target = folder / name
    if not target.resolve().is_relative_to(folder.resolve()):
        raise VariorumError(OUTPUT_OUTSIDE.at(Place(name), "lies outside the output folder"))
    if _holds(target, data):
        return False
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(data)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
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

    def release(self) -> None:
        """Writes the files that wait."""
        for name, data in self._waiting.items():
            self.changed += write(self.path, name, data)
            self.written[name] = digest(data)
        self._waiting.clear()
