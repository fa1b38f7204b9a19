"""The output folder: files written whole or not at all, and the manifest of what they are."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from variorum.build.codes import OUTPUT_OUTSIDE, OUTPUT_UNWRITABLE
from variorum.findings import Place, VariorumError

__all__ = ["Output", "digest", "digest_of_folder", "write"]

_MANIFEST = "manifest.json"


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
class Output:
    """What one run makes: files are held until `release`, so that a failure leaves none behind."""

    folder: Path
    written: dict[str, str] = field(default_factory=dict)
    """The digest of each file made, by its name below the folder."""
    changed: int = 0
    """How many of them were not there before, or not like this."""
    _held: dict[str, bytes] = field(default_factory=dict)

    def hold(self, name: str, content: str | bytes) -> None:
        """Keeps a file to be written at the next `release`."""
        self._held[name] = content.encode() if isinstance(content, str) else content

    def release(self) -> None:
        """Writes what is held."""
        for name, data in self._held.items():
            self.changed += write(self.folder, name, data)
            self.written[name] = digest(data)
        self._held.clear()

    @cached_property
    def before(self) -> dict[str, Any]:
        """The manifest of the run before; empty without one."""
        with contextlib.suppress(OSError, ValueError):
            manifest = json.loads((self.folder / _MANIFEST).read_text(encoding="utf-8"))
            if isinstance(manifest, dict) and isinstance(manifest.get("outputs"), dict):
                return manifest
        return {}

    @cached_property
    def outputs_before(self) -> dict[str, str]:
        """The files of the run before that lie in the folder, whatever the manifest says."""
        inside = self.folder.resolve()

        @cache
        def is_inside(folder: Path) -> bool:
            return folder.resolve().is_relative_to(inside)

        return {
            name: value
            for name, value in self.before.get("outputs", {}).items()
            if is_inside((inside / name).parent) and (inside / name).is_file()
        }

    def finish(self, facts: dict[str, Any], keep: Callable[[str], bool], *, tidy: bool) -> None:
        """Writes the manifest: `facts`, then the files of this run and those of earlier runs
        that are to be kept. The rest is removed where `tidy` says so.
        """
        kept = {name: value for name, value in self.outputs_before.items() if keep(name)}
        stale = self.outputs_before.keys() - kept.keys() - self.written.keys()
        for name in stale if tidy else ():
            (self.folder / name).unlink(missing_ok=True)
        manifest = facts | {"outputs": dict(sorted((kept | self.written).items()))}
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        write(self.folder, _MANIFEST, text.encode())


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def digest_of_folder(folder: Path) -> str:
    """One SHA-256 over the names and contents of every file below the folder."""
    found = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            name = file.relative_to(folder).as_posix()
            found.update(name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()
