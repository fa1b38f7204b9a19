"""Which files of an edition have changed since somebody looked."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Changes"]

_SHORTEST = 0.01
"""Seconds between two looks at a small folder."""
_SHARE = 20
"""A look at a large folder is followed by a pause so many times as long."""

_PASSING = (".log", ".tmp", ".bak", ".pyc", "~")
"""How files are called that no edition is made of; what is told may be written into one of them."""

_Stamp = tuple[int, int, int]


@dataclass
class Changes:
    """The files below a folder, but for hidden and passing ones, and those below `output`.

    They are looked at again and again, which works for every file system, also those of others
    that tell no program what has changed.
    """

    root: Path
    output: Path
    pause: float = _SHORTEST
    """Seconds until it is worth while to look again."""
    _known: dict[str, _Stamp] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.found()

    def found(self) -> set[Path]:
        """The files that are new, changed or gone since the last call."""
        begun = time.perf_counter()
        known, self._known = self._known, dict(self._stamps(self.root))
        changed = {name for name, _ in known.items() ^ self._known.items()}
        self.pause = max(_SHORTEST, _SHARE * (time.perf_counter() - begun))
        return {Path(name) for name in changed}

    def _stamps(self, folder: Path | str) -> Iterator[tuple[str, _Stamp]]:
        try:
            with os.scandir(folder) as entries:
                found = [entry for entry in entries if _counts(entry.name)]
        except OSError:  # it was there a moment ago
            return
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                if Path(entry.path) != self.output:
                    yield from self._stamps(entry.path)
                continue
            try:
                told = entry.stat()
            except OSError:
                continue
            yield entry.path, (told.st_mtime_ns, told.st_size, told.st_ino)


def _counts(name: str) -> bool:
    return not (name.startswith(".") or name.endswith(_PASSING))
