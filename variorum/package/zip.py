"""Zip files whose bytes depend on nothing but names and contents."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

__all__ = ["stored_zip", "zip_folder"]

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o100644 << 16


def stored_zip(target: IO[bytes], files: Iterable[tuple[str, bytes]]) -> None:
    """Writes the files, by name, without compression: builds of zlib differ in their bytes."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in sorted(files):
            archive.writestr(_entry(name), data)


def zip_folder(folder: Path, target: Path, top: str = "") -> None:
    """Writes the files of `folder`, below its own name or that of `top`, to `target`."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    with zipfile.ZipFile(target, "w") as archive:
        for file in files:
            name = f"{top or folder.name}/{file.relative_to(folder).as_posix()}"
            archive.writestr(_entry(name), file.read_bytes())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    entry.compress_type = zipfile.ZIP_STORED
    return entry
