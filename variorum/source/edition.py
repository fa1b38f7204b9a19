"""Which files make an edition: its documents, its registers, its settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from variorum.findings import Place, VariorumError
from variorum.source.codes import FILE_MISSING
from variorum.source.settings import Settings, read_settings
from variorum.source.source import Source

__all__ = ["EXCEPTIONS", "Edition"]

EXCEPTIONS = "exceptions.xml"
"""The file of recorded exceptions beside the texts: it is no text."""


@dataclass(frozen=True)
class Edition:
    """The files of one run and the folder they belong to.

    `own` is true for an edition built as a whole in its folder, false for files by strangers.
    """

    root: Path
    sources: tuple[Source, ...]
    own: bool = True
    settings: Settings = field(default_factory=Settings)

    @classmethod
    def here(cls, root: Path) -> Edition:
        """The edition in `root`: every XML file in its `tei/`, else in `root` itself."""
        own = (root / "tei").is_dir()
        folder = root / "tei" if own else root
        return cls(root, _sources([folder], root), own, read_settings(root))

    @classmethod
    def of(cls, paths: Sequence[Path], root: Path) -> Edition:
        """The files and folders named, wherever they lie."""
        return cls(root, _sources(paths, root), own=False, settings=read_settings(root))

    @property
    def odd(self) -> Path | None:
        """The ODD of an edition that has a schema of its own."""
        path = self.root / "tei" / "schema" / "edition.odd"
        return path if self.own and path.is_file() else None

    @cached_property
    def documents(self) -> tuple[Source, ...]:
        """The sources that are no registers. Raises VariorumError for unreadable XML."""
        return tuple(source for source in self.sources if not source.is_register)

    @cached_property
    def registers(self) -> tuple[Source, ...]:
        """The registers among the sources."""
        return tuple(source for source in self.sources if source.is_register)


def _sources(paths: Iterable[Path], root: Path) -> tuple[Source, ...]:
    files = list(dict.fromkeys(file for path in paths for file in _files(path)))
    if not files:
        where = ", ".join(str(path) for path in paths)
        raise VariorumError(FILE_MISSING.at(Place(where), "no XML file here", "name a TEI file"))
    return tuple(Source(file, _name(file, root)) for file in files)


def _files(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(
                child
                for child in path.iterdir()
                if child.suffix == ".xml" and child.name != EXCEPTIONS
            )
        if path.exists():
            return [path]
        reason = "no such file or folder"
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
    raise VariorumError(FILE_MISSING.at(Place(str(path)), reason))


def _name(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
