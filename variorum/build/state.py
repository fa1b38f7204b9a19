"""The state of an output folder: what earlier runs have made there, and what it was made of.

It is one SQLite file, which a later run may use and nobody needs: where it is lost, of another form
or in use by another run, all is made anew. A row is written when all files that it tells of are
written, so that a run which is killed leaves a state from which the next one is right.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.findings import Diagnostic
from variorum.findings.json import from_record, record
from variorum.model.summary import Summary
from variorum.outputs.output import WrittenFile

if TYPE_CHECKING:
    import sqlite3

__all__ = ["FILE", "Kept", "State"]

FILE = ".variorum-state"
"""What the file of the state is called, below the output folder."""
_FORM = 1
"""The number of the form of the file: a state of any other is thrown away."""
_TABLES = """
CREATE TABLE made (name TEXT PRIMARY KEY, inputs TEXT NOT NULL, facts BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER, modified INTEGER) WITHOUT ROWID;
"""
_QUICK = 1
"""The level of compression: what is kept is read more often than sent."""


@dataclass(frozen=True)
class Kept:
    """What was made of a document, or of all of them: its files by their names, and the findings.

    `summary` is that of a document.
    """

    files: Mapping[str, WrittenFile]
    findings: tuple[Diagnostic, ...] = ()
    summary: Summary | None = None


class State:
    """What is known of an output folder from earlier runs."""

    def __init__(self, folder: Path, *, fresh: bool = False) -> None:
        """With `fresh`, what earlier runs have left is forgotten."""
        self._folder = folder
        self._used: set[str] = set()
        file = folder / FILE
        if fresh:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        self._database = _opened(file) if file.exists() else None
        self._is_usable = self._database is not None or not file.exists()

    def found(self, name: str, inputs: str) -> Kept | None:
        """What was made under this name of just these inputs, if all its files are still there.

        `inputs` is a digest. Files that anybody has changed since are not there any more.
        """
        self._used.add(name)
        rows = self._asked("SELECT facts FROM made WHERE name = ? AND inputs = ?", name, inputs)
        with suppress(ValueError, KeyError, TypeError, zlib.error):
            for (facts,) in rows:
                kept = _read(json.loads(zlib.decompress(facts)))
                if all(map(self._is_there, kept.files)):
                    return kept
        return None

    def keep(self, name: str, inputs: str, kept: Kept) -> None:
        """Notes what was made, now that its files are written."""
        self._used.add(name)
        if self._database is None and self._is_usable:
            self._database = _opened(self._folder / FILE)
        facts = zlib.compress(json.dumps(_told(kept)).encode(), _QUICK)
        files = [(file, *stamp) for file in kept.files if (stamp := self._stamp(file))]
        self._asked("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", name, inputs, facts)
        for file in files:
            self._asked("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", *file)
        self._stamps.update({file: (size, modified) for file, size, modified in files})
        self._commit()

    def forget_others(self, files: Iterable[str]) -> None:
        """Forgets all files but these, and what it was neither asked for nor told."""
        self._forget("made", self._used)
        self._forget("files", set(files))
        self._commit()

    def close(self) -> None:
        """Ends the work with the state."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _forget(self, table: str, known: set[str]) -> None:
        rows = self._asked(f"SELECT name FROM {table}")
        for name in [name for (name,) in rows if name not in known]:
            self._asked(f"DELETE FROM {table} WHERE name = ?", name)

    def _is_there(self, file: str) -> bool:
        return file in self._stamps and self._stamps[file] == self._stamp(file)

    @cached_property
    def _stamps(self) -> dict[str, tuple[int, int]]:
        """Size and time of each file when it was written."""
        rows = self._asked("SELECT name, size, modified FROM files")
        return {name: (size, modified) for name, size, modified in rows}

    def _stamp(self, file: str) -> tuple[int, int] | None:
        with suppress(OSError):
            found = (self._folder / file).stat()
            return found.st_size, found.st_mtime_ns
        return None

    def _asked(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows that the database gives; none, now and later, once it fails."""
        import sqlite3

        if self._database is None:
            return []
        try:
            return self._database.execute(question, values).fetchall()
        except sqlite3.Error:
            self.close()
            self._is_usable = False
            return []

    def _commit(self) -> None:
        self._asked("COMMIT")
        self._asked("BEGIN IMMEDIATE")


def _opened(file: Path) -> sqlite3.Connection | None:
    """The database, of which this process has the lock; None where another has it."""
    import sqlite3

    for is_new in (False, True):
        with suppress(OSError, sqlite3.Error):
            if is_new:
                file.unlink(missing_ok=True)
            file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(file, timeout=0, isolation_level=None)
            try:
                return _ready(database)
            except (sqlite3.Error, ValueError) as error:
                database.close()
                if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY:
                    return None
    return None


def _ready(database: sqlite3.Connection) -> sqlite3.Connection:
    """The database with its tables. Raises ValueError for one of another form.

    The system may lose what was written last when it falls, but not when a process is killed: then
    files have other times than the state tells.
    """
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN IMMEDIATE")
    (form,) = database.execute("PRAGMA user_version").fetchone()
    if form not in (0, _FORM):
        raise ValueError("a state of another form")
    if form == _FORM:
        database.execute("SELECT name, inputs, facts FROM made LIMIT 0")
        database.execute("SELECT name, size, modified FROM files LIMIT 0")
    else:
        for table in _TABLES.strip().splitlines():
            database.execute(table)
        database.execute(f"PRAGMA user_version = {_FORM}")
        database.execute("COMMIT")
        database.execute("BEGIN IMMEDIATE")
    return database


def _told(kept: Kept) -> dict[str, Any]:
    return {
        "files": {name: [file.digest, file.size] for name, file in kept.files.items()},
        "findings": [record(finding) for finding in kept.findings],
        "summary": kept.summary and asdict(kept.summary),
    }


def _read(told: Mapping[str, Any]) -> Kept:
    summary: Mapping[str, Any] = told["summary"] or {}
    return Kept(
        {name: WrittenFile(digest, size) for name, (digest, size) in told["files"].items()},
        tuple(map(from_record, told["findings"])),
        Summary(**{name: _frozen(value) for name, value in summary.items()}) if summary else None,
    )


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
