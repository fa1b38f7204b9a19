"""Processes, as Linux shows them in /proc."""

from __future__ import annotations

import contextlib
from pathlib import Path

__all__ = ["descendants", "own_pages"]


def descendants(process: int) -> list[int]:
    """The processes that this one has started, and those that they have."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            children.setdefault(int(parent), []).append(int(stat.parent.name))
    found = children.get(process, [])
    for started in found:
        found += children.get(started, [])
    return found


def own_pages(process: int) -> int:
    """How many pages of memory the process has in use itself."""
    return int(Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1])
