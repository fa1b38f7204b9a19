"""All files of a run together: where a pointer leads that leaves its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from variorum.check.prefix_patterns import expand
from variorum.check.scan import Identifier, Index, scan
from variorum.source import Edition
from variorum.source.addresses import file_at, is_readable_file, parts_of

__all__ = ["PREFIXED", "Target", "View"]

PREFIXED = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)\Z", re.DOTALL)
"""A pointer with a prefix or a scheme, and what follows the colon."""


@dataclass(frozen=True)
class Target:
    """Where a pointer leads: a file and an id in it.

    `path` is None where the pointer leaves for the network or cannot be read as a pointer to a
    file; `index` is None where the file is not at hand; `owner` where it has no such id.
    """

    path: Path | None
    id: str = ""
    index: Index | None = None
    owner: Identifier | None = None


@dataclass
class View:
    """The indexes of a run, in file order: of the edition's files that are XML."""

    indexes: list[Index]
    edition: Edition
    _beside: dict[Path, Index | None] = field(default_factory=dict)
    _followed: dict[tuple[Path, str], Target] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_path: dict[Path, Index | None] = {
            source.path.resolve(): None for source in self.edition.sources
        }
        self._by_path.update((index.path.resolve(), index) for index in self.indexes)

    def targets(self, index: Index, token: str) -> list[Target]:
        """Where a pointer may lead; several only where its prefix is declared more than once."""
        if token.startswith("#"):
            id_ = unquote(token[1:])
            return [Target(index.path, id_, index, index.ids.get(id_))]
        prefixed = PREFIXED.match(token)
        if not prefixed:
            return [self._file(index, token)] if "#" in token else []
        declared = [prefix for prefix in index.prefixes if prefix.ident == prefixed[1]]
        addresses = (expand(prefix, prefixed[2]) for prefix in declared)
        return [self._file(index, address) for address in addresses if address is not None]

    def pointers(self, index: Index) -> Iterator[tuple[str, list[Target]]]:
        """Each pointer of a file that leads somewhere."""
        for token in dict.fromkeys(use.token for use in index.uses):
            if targets := self.targets(index, token):
                yield token, targets

    def _file(self, index: Index, address: str) -> Target:
        """Where an address leads from a file: each is followed once from the files of a folder."""
        key = index.path.parent, address
        if key not in self._followed:
            self._followed[key] = self._follow(index, address)
        return self._followed[key]

    def _follow(self, index: Index, address: str) -> Target:
        parts = parts_of(address)
        path = file_at(address, index.path.parent)
        if parts is None or path is None or parts.scheme or not parts.path:
            return Target(None)
        path = path.resolve()
        id_ = unquote(parts.fragment)
        known = path in self._by_path
        other = self._by_path[path] if known else self._read_beside(index, path)
        return Target(path, id_, other, other.ids.get(id_) if other else None)

    def _read_beside(self, index: Index, path: Path) -> Index | None:
        """A register that was not named but lies beside the file or in the edition."""
        if path not in self._beside:
            self._beside[path] = None
            near = (index.path.resolve().parent, self.edition.root.resolve())
            if path.suffix == ".xml" and any(path.is_relative_to(folder) for folder in near):
                self._beside[path] = _scanned(path)
        return self._beside[path]


def _scanned(path: Path) -> Index | None:
    if not is_readable_file(path):
        return None
    try:
        index = scan(path.as_posix(), path, path.read_bytes())
    except OSError:
        return None
    return index if index.root else None
