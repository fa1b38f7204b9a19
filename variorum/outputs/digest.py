"""SHA-256 digests of files and of folders."""

from __future__ import annotations

import hashlib
from pathlib import Path

__all__ = ["digest", "digest_of_folder"]


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
