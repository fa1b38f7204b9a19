"""What is made only half bears the number of its process, so that a later run knows what to remove.

A process that is killed removes nothing. What it has left is removed by the next run that makes
something in the same folder. On Windows nobody can ask whether a process lives: there it is
removed after a day.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["half_made", "remove_left", "remove_own", "temporary_folder"]

_NAME = re.compile(r"(?:\.partial|variorum)-(\d+)(?:-\w+)?\Z")
_A_DAY = 86_400
_own: set[Path] = set()
_cleaned: set[Path] = set()


@contextmanager
def half_made(folder: Path) -> Iterator[Path]:
    """The path of something to be made in a folder, which is moved into place or removed."""
    remove_left(folder)
    with _owned(folder / f".partial-{os.getpid()}-{threading.get_ident()}") as path:
        yield path


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """An empty folder among the temporary files of the system."""
    from tempfile import gettempdir, mkdtemp

    remove_left(Path(gettempdir()))
    with _owned(Path(mkdtemp(prefix=f"variorum-{os.getpid()}-"))) as path:
        yield path


@contextmanager
def _owned(path: Path) -> Iterator[Path]:
    """The path, which is this process's own until the end, when what is there is removed."""
    _own.add(path)
    try:
        yield path
    finally:
        _remove(path)
        _own.discard(path)


def remove_left(folder: Path) -> None:
    """Removes from a folder what processes that are no more have left there.

    It is looked for once in a process, before that makes something there itself.
    """
    if folder in _cleaned:
        return
    _cleaned.add(folder)
    with suppress(OSError), os.scandir(folder) as entries:
        left = [Path(entry.path) for entry in entries if _is_left(entry)]
        for path in left:
            _brought_back(path)
            _remove(path)


def remove_own() -> None:
    """Removes what this process has made half, for it is about to end."""
    for path in list(_own):
        _remove(path)


def _is_left(entry: os.DirEntry[str]) -> bool:
    found = _NAME.match(entry.name)
    if found is None or Path(entry.path) in _own:
        return False
    if sys.platform == "win32":
        return time.time() - entry.stat().st_mtime > _A_DAY
    number = int(found[1])
    if number == os.getpid():  # of an earlier process that had the same number
        return True
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _brought_back(path: Path) -> None:
    """Puts back what was moved out of the way for something that then never came."""
    for before in path.glob("*.before"):
        with suppress(OSError):
            before.rename(path.parent / before.stem)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except FileNotFoundError:
        return
    except OSError:
        shutil.rmtree(path, ignore_errors=True)
