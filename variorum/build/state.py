"""The state of an output folder: what earlier runs have made there, and what it was made of.

It is one SQLite file, which a later run may use and nobody needs: where it is lost, of another form
or in use by another run, all is made anew. A row is written when all files that it tells of are
written, so that a run which is killed leaves a state from which the next one is right.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.findings import Diagnostic
from variorum.findings.json import from_record, record
from variorum.model.summary import Summary
from variorum.outputs.digest import digest
from variorum.outputs.output import WrittenFile

if TYPE_CHECKING:
    import sqlite3

__all__ = ["FILE", "Kept", "State", "kept_documents"]

FILE = ".variorum-state"
"""What the file of the state is called, below the output folder."""
_FORM = 1
"""The number of the form of the file: a state of any other is thrown away."""
_TABLES = """
CREATE TABLE made (name TEXT PRIMARY KEY, inputs TEXT NOT NULL, facts BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER, modified INTEGER) WITHOUT ROWID;
"""
_LONGEST = 500_000_000
"""A row of more bytes is not read."""
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
        self._database = _opened(file) if file.exists() else None
        self._is_usable = self._database is not None or not file.exists()
        if fresh:
            self._asked("DELETE FROM made")

    def found(self, name: str, inputs: str) -> Kept | None:
        """What was made under this name of just these inputs, if all its files are still there.

        `inputs` is a digest. Files that anybody has changed since are not there any more.
        """
        self._used.add(name)
        rows = self._asked("SELECT facts FROM made WHERE name = ? AND inputs = ?", name, inputs)
        for (facts,) in rows:
            kept = _read(facts)
            if kept and all(self._is_there(file, facts) for file, facts in kept.files.items()):
                return kept
        return None

    def keep(self, name: str, inputs: str, kept: Kept) -> None:
        """Notes what was made, now that its files are written."""
        self._used.add(name)
        if self._database is None and self._is_usable:
            self._database = _opened(self._folder / FILE)
        facts = zlib.compress(json.dumps(_told(kept)).encode(), _QUICK)
        self._asked("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", name, inputs, facts)
        for file in kept.files:
            if stamp := self._stamp(file):
                self._note(file, stamp)
        self._commit()

    def forget_others(self, files: Iterable[str]) -> list[str]:
        """Forgets all but these files, and but what it was asked for or has kept.

        Gives the names of the files that it forgets and that are as a run has written them.
        """
        known = set(files)
        others = [(name, stamp) for name, stamp in self._stamps.items() if name not in known]
        self._forget("made", self._used)
        self._forget("files", known)
        self._commit()
        return [name for name, stamp in others if self._stamp(name) == stamp]

    def close(self) -> None:
        """Ends the work with the state."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _forget(self, table: str, known: set[str]) -> None:
        rows = self._asked(f"SELECT name FROM {table}")
        for name in [name for (name,) in rows if name not in known]:
            self._asked(f"DELETE FROM {table} WHERE name = ?", name)

    def _is_there(self, file: str, facts: WrittenFile) -> bool:
        """Whether a file is as it was written; one that was copied has another time."""
        stamp = self._stamp(file)
        if stamp is None or stamp[0] != facts.size:
            return False
        if stamp != self._stamps.get(file):
            if _digest_of(self._folder / file) != facts.digest:
                return False
            self._note(file, stamp)
        return True

    def _note(self, file: str, stamp: tuple[int, int]) -> None:
        self._asked("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", file, *stamp)
        self._stamps[file] = stamp

    @cached_property
    def _stamps(self) -> dict[str, tuple[int, int]]:
        """Size and time of each file when it was written."""
        rows = self._asked("SELECT name, size, modified FROM files WHERE typeof(name) = 'text'")
        return {name: (size, modified) for name, size, modified in rows}

    def _stamp(self, file: str) -> tuple[int, int] | None:
        with suppress(OSError, ValueError):
            # of thousands of names, to make paths of them would take most of the time
            found = os.stat(os.path.join(self._folder, file))  # noqa: PTH116, PTH118
            return found.st_size, found.st_mtime_ns
        return None

    def _asked(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows that the database gives. Once it fails it is thrown away, and gives none."""
        import sqlite3

        if self._database is None:
            return []
        try:
            return self._database.execute(question, values).fetchall()
        except sqlite3.Error:
            self.close()
            self._is_usable = False
            with suppress(OSError):
                (self._folder / FILE).unlink(missing_ok=True)
            return []

    def _commit(self) -> None:
        self._asked("COMMIT")
        self._asked("BEGIN IMMEDIATE")


def kept_documents(folder: Path) -> list[tuple[str, str, Kept]]:
    """What a state knows of the documents in a folder, each with its name and the digest of its
    inputs, where all files of it are as they were written. Nothing in the folder is changed.

    Raises ValueError where there is no state that this program understands.
    """
    import sqlite3

    try:
        address = f"{(folder / FILE).resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as database:
            if database.execute("PRAGMA user_version").fetchone() != (_FORM,):
                raise ValueError("what was built there is of another version of the program")
            rows = database.execute("SELECT name, inputs, facts FROM made ORDER BY name").fetchall()
    except sqlite3.Error as error:
        raise ValueError(f"nothing was built there, or it is in use: {error}") from None
    read = [(name, inputs, _read(facts)) for name, inputs, facts in rows]
    return [
        (name, inputs, kept)
        for name, inputs, kept in read
        if kept and kept.summary and _are_as_written(folder, kept.files)
    ]


def _are_as_written(folder: Path, files: Mapping[str, WrittenFile]) -> bool:
    return all(_digest_of(folder / name) == facts.digest for name, facts in files.items())


def _digest_of(file: Path) -> str:
    try:
        return digest(file.read_bytes())
    except (OSError, ValueError):
        return ""


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

    The system need not bring every row to the disk at once: after a loss of power the state may be
    broken, and is thrown away then; a process that is killed breaks nothing.
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


def _read(facts: bytes) -> Kept | None:
    """What a row tells; None for one that no run has written, for a state may be a stranger's."""
    try:
        told = json.loads(zlib.decompressobj().decompress(facts, _LONGEST))
        files = {str(name): WrittenFile(*facts) for name, facts in told["files"].items()}
        known = {name: _frozen(value) for name, value in (told["summary"] or {}).items()}
        summary = Summary(**known) if known else None
        kept = Kept(files, tuple(map(from_record, told["findings"])), summary)
    except Exception:
        return None
    return kept if all(map(_is_below, kept.files)) else None


def _is_below(name: str) -> bool:
    """Whether a name is that of a file below the folder."""
    if os.path.isabs(name) or "\0" in name:  # noqa: PTH117
        return False
    return ".." not in name or ".." not in Path(name).parts


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
