"""Addresses of files, as documents and schemas write them: anything may stand in one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

__all__ = ["file_at", "is_readable_file", "parts_of"]


def parts_of(address: str) -> SplitResult | None:
    """The parts of an address; None for what is none, such as `//[::1`."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def file_at(address: str, folder: Path) -> Path | None:
    """The path that an address leads to from a folder; None for one on the network, or for none."""
    parts = parts_of(address)
    if parts is None or parts.netloc or parts.scheme not in ("", "file"):
        return None
    return folder / unquote(parts.path).replace("\0", "\ufffd")  # a path has no U+0000


def is_readable_file(path: Path) -> bool:
    """Whether it is a file that has an end: no folder, device or pipe, and no name too long."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
