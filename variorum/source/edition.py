"""Which files make an edition: its documents, its registers, its settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.source.codes import FILE_MISSING
from variorum.source.names import distinct_names
from variorum.source.search import matches, searched, without_included
from variorum.source.settings import FILE, Settings, read_settings
from variorum.source.source import Role, Source

__all__ = ["Edition"]

_PAGES = "tei/pages/*.xml"
"""The edition's own pages: what it says of itself, in the navigation of the site."""


@dataclass(frozen=True)
class Edition:
    """The files of one run and the folder they belong to.

    `own` is true for an edition built as a whole in its folder, false for files by strangers. Of
    one that is not `whole`, but the registers of another alone, no register is a document.
    """

    root: Path
    sources: tuple[Source, ...]
    own: bool = True
    settings: Settings = field(default_factory=Settings)
    whole: bool = True

    @classmethod
    def here(cls, root: Path, base: Path | None = None) -> Edition:
        """The edition in `root`: the XML files in its `tei/`, else in `root` itself, or those that
        its settings name. Findings name files from the folder `base`; without it, from `root`.
        """
        settings = read_settings(root, _name(root / FILE, base or root))
        own = (root / "tei").is_dir()
        chosen = settings.documents or settings.registers or settings.include
        folder = root / "tei" if own and not chosen else root
        return cls(root, _sources([folder], root, settings, base or root), own, settings)

    @classmethod
    def of(cls, paths: Sequence[Path], root: Path) -> Edition:
        """The files and folders named, wherever they lie; of an edition's folder, the edition."""
        if len(paths) == 1 and (paths[0] / "tei").is_dir():
            return cls.here(paths[0], root)
        settings = read_settings(root)
        return cls(root, _sources(paths, root, settings, root), own=False, settings=settings)

    @property
    def odd(self) -> Path | None:
        """The ODD of an edition that has a schema of its own."""
        path = self.root / "tei" / "schema" / "edition.odd"
        return path if self.own and path.is_file() else None

    @property
    def has_schema(self) -> bool:
        """Whether the edition has a schema of its own, which it must then obey."""
        return self.own and (self.root / "tei" / "schema" / "edition.rng").is_file()

    @cached_property
    def documents(self) -> tuple[Source, ...]:
        """The texts among the sources: each file that is no register, or each of those in it.

        They are called so that the files of their outputs are distinct.
        """
        found = [each for source in self._read[0] for each in source.documents]
        names = distinct_names([(each.id, each.name) for each in found])
        return tuple(
            each if each.id == name else replace(each, called=name)
            for each, name in zip(found, names, strict=True)
        )

    @cached_property
    def pages(self) -> tuple[Source, ...]:
        """The edition's own pages, which are documents of the site alone."""
        return tuple(each for each in self.documents if each.role == "page")

    @cached_property
    def registers(self) -> tuple[Source, ...]:
        """The registers among the sources."""
        return self._read[1]

    @property
    def shared(self) -> Edition:
        """What all documents lead to, as an edition: the registers and the own pages alone."""
        return replace(self, sources=(*self.registers, *self.pages), whole=False)

    @property
    def unread(self) -> tuple[Diagnostic, ...]:
        """Why sources are neither documents nor registers: they cannot be read."""
        return self._read[2]

    @cached_property
    def _read(self) -> tuple[tuple[Source, ...], tuple[Source, ...], tuple[Diagnostic, ...]]:
        documents: list[Source] = []
        registers: list[Source] = []
        faults: list[Diagnostic] = []
        for source in self.sources:
            try:
                (registers if source.is_register else documents).append(source)
            except VariorumError as error:
                faults += error.findings
        if not documents and self.whole:
            # a list that is all there is, such as a bibliography, is to be read
            documents = [source for source in registers if source.is_text]
            registers = [source for source in registers if source not in documents]
        return tuple(documents), tuple(registers), tuple(faults)


def _sources(
    paths: Iterable[Path], root: Path, settings: Settings, base: Path
) -> tuple[Source, ...]:
    paths = list(paths)
    named = [path for path in paths if not path.is_dir()]
    found = [file for path in paths for file in _files(path)]
    chosen = [file for file in found if file in named or _is_chosen(_name(file, root), settings)]
    files = list(dict.fromkeys(without_included(chosen) if len(named) < len(paths) else chosen))
    if not files:
        where = ", ".join(str(path) for path in paths)
        cure = "name a TEI file, go to the folder of an edition, or begin one: variorum new DIR"
        raise VariorumError(FILE_MISSING.at(Place(where), "no XML file here", cure))
    made = []
    for file in files:
        role = _role(_name(file, root), settings)
        made.append(Source(file, _name(file, base), folder=_folder(file, root), role=role))
    return tuple(made)


def _files(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return list(searched(path))
        if path.exists():
            return [path]
        reason = "no such file or folder"
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
    raise VariorumError(FILE_MISSING.at(Place(str(path)), reason))


def _is_chosen(name: str, settings: Settings) -> bool:
    """Whether a file that was found belongs to the edition, as the settings say."""
    if matches(name, settings.exclude):
        return False
    chosen = (*settings.include, *settings.documents, *settings.registers)
    return not chosen or matches(name, chosen)


def _role(name: str, settings: Settings) -> Role:
    if matches(name, settings.registers):
        return "register"
    if matches(name, (_PAGES,)):
        return "page"
    return "document" if matches(name, settings.documents) else ""


def _folder(file: Path, root: Path) -> Path:
    """The folder that a file may include others from."""
    return root if file.resolve().is_relative_to(root.resolve()) else file.parent


def _name(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
