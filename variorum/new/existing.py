"""What a folder of TEI holds, and the settings that say so."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from xml.parsers.expat import ExpatError

from variorum.check.scan import Index, scan
from variorum.findings import Place, VariorumError
from variorum.source import Edition
from variorum.source.addresses import file_at, is_readable_file
from variorum.source.bytes import as_utf8, bytes_of_file
from variorum.source.codes import FILE_MISSING
from variorum.source.elements import elements
from variorum.source.search import is_searched
from variorum.source.settings import FILE, Settings, read_settings

__all__ = ["Layout", "look_at"]

_WISHED = ("title", "language")
"""The settings that every new edition is asked for."""
_LISTED = 5
"""So many names are listed in a line, the others are counted."""


@dataclass
class Layout:
    """The files of a folder, by their names from the folder of the edition."""

    documents: list[str] = field(default_factory=list)
    registers: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    prefixes: set[str] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    schemas: dict[str, int] = field(default_factory=dict)
    copies: list[tuple[Path, str]] = field(default_factory=list)
    kept: Settings | None = None
    """The settings of what is an edition already and is copied; they stay as they are."""

    @property
    def report(self) -> Iterator[str]:
        """What was found, a line for each kind of it."""
        yield _said(self.documents, "document")
        yield _said(self.registers, "register")
        if self.others:
            yield _said(self.others, "XML file that is no TEI", "XML files that are no TEI")
        if self.prefixes:
            yield _said(sorted(self.prefixes), "prefix of pointers", "prefixes of pointers")
        if self.pictures:
            yield _said(sorted(self.pictures), "picture")
        if self.missing:
            lost = "picture that is not there", "pictures that are not there"
            yield _said(sorted(self.missing), *lost)
        for schema, count in sorted(self.schemas.items()):
            where = ", which is on the network: see `catalog`" if "://" in schema else ""
            yield f"schema {schema} of {count} file{'' if count == 1 else 's'}{where}"

    @property
    def settings(self) -> str:
        """The settings that say which files are what, or those of the edition that is copied."""
        if self.kept is not None:
            rest = self.kept.as_table().items()
            lines = [f"{key} = {_toml(value)}" for key, value in rest if key not in _WISHED]
            return "".join(f"{line}\n" for line in lines)
        lines = [_list("documents", self._patterns(self.documents, self._beside_others))]
        if self.registers:
            lines.append(_list("registers", self._patterns(self.registers, str)))
        if self.others:
            lines.append(_list("exclude", self.others))
        return "\n".join(lines) + "\n"

    @cached_property
    def _all(self) -> list[str]:
        return [*self.documents, *self.registers, *self.others]

    def _patterns(self, names: Sequence[str], alone: Callable[[str], str]) -> list[str]:
        """The folders that hold these files alone; `alone` names each that stands beside others."""
        found = [self._folder(name, set(names)) or alone(name) for name in names]
        return list(dict.fromkeys(found))

    def _folder(self, name: str, names: set[str]) -> str:
        parts = name.split("/")
        for length in range(1, len(parts)):
            folder = "/".join(parts[:length])
            if all(each in names for each in self._all if each.startswith(f"{folder}/")):
                return folder
        return ""

    def _beside_others(self, name: str) -> str:
        """A pattern for a document and those that will come to stand beside it.

        Registers are named and win over it; where most files are registers, the next one may be.
        """
        folder = PurePosixPath(name).parent
        documents, registers = (
            sum(PurePosixPath(each).parent == folder for each in names)
            for names in (self.documents, self.registers)
        )
        if registers > documents:
            return name
        return f"{folder}/*{PurePosixPath(name).suffix}"


def look_at(folder: Path, root: Path) -> Layout:
    """What a folder holds, for an edition in `root`. Raises VariorumError where there is no XML."""
    if folder.exists() and not folder.is_dir():
        told = "is a file, and no folder", f"name the folder it lies in: {folder.parent.as_posix()}"
        raise VariorumError(FILE_MISSING.at(Place(folder.as_posix()), *told))
    folder, root = folder.resolve(), root.resolve()
    inside = folder.is_relative_to(root)
    settings = read_settings(folder)
    is_edition = not inside and bool((folder / "tei").is_dir() or settings.as_table())
    base, prefix = (root, "") if inside else (folder, "" if is_edition else "tei/")
    layout = Layout(kept=settings if is_edition else None)
    edition = _edition(folder, root, is_edition=is_edition)
    kinds = {source.path.resolve(): layout.registers for source in edition.registers}
    for path in sorted({source.path.resolve() for source in edition.sources}):
        if not path.is_relative_to(base):  # a link, which is not copied
            continue
        data, name = bytes_of_file(path), f"{prefix}{path.relative_to(base).as_posix()}"
        index = scan(path.name, path, data)
        if not index.is_tei:
            layout.others.append(name)
            continue
        kinds.get(path, layout.documents).append(name)
        _add(layout, index, data, path)
    if not inside:
        files = (path for path in _files(folder) if path != folder / FILE)
        layout.copies = [(path, f"{prefix}{path.relative_to(folder).as_posix()}") for path in files]
    return layout


def _edition(folder: Path, root: Path, *, is_edition: bool) -> Edition:
    """The files of a folder as those of an edition."""
    if is_edition:
        return Edition.here(folder)
    whole = folder == root and (root / "tei").is_dir()
    return Edition.of([root / "tei" if whole else folder], root)


def _add(layout: Layout, index: Index, data: bytes, path: Path) -> None:
    """What a TEI file names: prefixes, schemas, pictures."""
    layout.prefixes |= {prefix.ident for prefix in index.prefixes}
    for model, _ in index.models:
        if href := model.get("href", ""):
            layout.schemas[href] = layout.schemas.get(href, 0) + 1
    for url in _pictures(as_utf8(data)):
        local = None if "://" in url else file_at(url, path.parent)
        there = local is None or is_readable_file(local)
        (layout.pictures if there else layout.missing).add(url)


def _pictures(data: bytes) -> list[str]:
    """The addresses of the pictures in a file, none of one that is no XML."""
    try:
        found = elements(data, lambda local, _within: local in ("graphic", "media"))
    except ExpatError:
        return []
    return [each.attributes["url"] for each in found if "url" in each.attributes]


def _files(folder: Path) -> Iterator[Path]:
    """The files to copy: neither hidden nor made by a tool, and no links."""
    for child in sorted(folder.iterdir()):
        if child.is_symlink() or child.name.startswith("."):
            continue
        if child.is_file():
            yield child
        elif child.is_dir() and is_searched(child):
            yield from _files(child)


def _said(names: Sequence[str], thing: str, things: str = "") -> str:
    listed = ", ".join(names[:_LISTED]) + (
        f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    )
    count = len(names) or "no"
    return f"{count} {thing if len(names) == 1 else things or thing + 's'}" + (
        f": {listed}" if names else ""
    )


def _list(key: str, values: Sequence[str]) -> str:
    return f"{key} = {_toml(list(values))}"


def _toml(value: Any) -> str:
    """A value as TOML 1.0 writes it, a table in one line."""
    if isinstance(value, Mapping):
        pairs = (f"{_toml(str(key))} = {_toml(each)}" for key, each in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
