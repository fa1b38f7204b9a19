"""Which files make an edition: its documents, its registers, its settings."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.source.codes import (
    FILE_MISSING,
    FILE_UNREADABLE,
    SETTINGS_UNREADABLE,
    XML_ENTITY,
    XML_NOT_WELL_FORMED,
)

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element, _ElementTree

__all__ = ["EXCEPTIONS", "TEI", "XML", "Edition", "Source", "settings_of"]

EXCEPTIONS = "exceptions.xml"
"""The file of recorded exceptions beside the texts: it is no text."""

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True)
class Source:
    """One XML file, read once. `name` is how findings call it: the path as the user gave it."""

    path: Path
    name: str

    def __reduce__(self) -> tuple[type[Source], tuple[Path, str]]:
        """A copy for another process reads the file anew."""
        return Source, (self.path, self.name)

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file. Raises VariorumError when it cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            message = f"cannot be read: {reason}"
            raise VariorumError(FILE_UNREADABLE.at(Place(self.name), message)) from None

    @cached_property
    def tree(self) -> _ElementTree:
        """The parsed file. Raises VariorumError when it is not well-formed."""
        from lxml import etree

        try:
            root = etree.fromstring(self.data, _parser(), base_url=str(self.path))
        except etree.XMLSyntaxError as error:
            raise VariorumError(_not_well_formed(self, error)) from None
        tree = root.getroottree()
        entities = [_entity(self, node) for node in tree.iter(etree.Entity)]
        if entities:
            raise VariorumError(*entities)
        return tree

    @property
    def root(self) -> _Element:
        """The root element."""
        return self.tree.getroot()

    @cached_property
    def id(self) -> str:
        """The document's id: `@xml:id` of the root, else the file's stem."""
        return str(self.root.get(XML + "id", self.path.stem))

    @property
    def is_register(self) -> bool:
        """A TEI file with `standOff` and no `text`."""
        root = self.root
        return root.find(TEI + "standOff") is not None and root.find(TEI + "text") is None

    @property
    def text(self) -> str:
        """The file as a string whose lines are those of the file, fit for another parser."""
        encoding = self.tree.docinfo.encoding or "UTF-8"
        decoded = self.data.decode(encoding).removeprefix("\ufeff")
        if not decoded.startswith("<?xml"):
            return decoded
        declaration, _, rest = decoded.partition("?>")
        return "\n" * declaration.count("\n") + rest.lstrip(" \t")


def _parser() -> XMLParser:
    """A parser that reads nothing but what it is given.

    `collect_ids=False` makes libxml2 load the DTD whatever `load_dtd` says: it gets an empty one.
    """
    from lxml import etree

    class Nothing(etree.Resolver):  # type: ignore[misc]
        def resolve(self, _url: str, _public: str, context: Any) -> Any:
            return self.resolve_string("", context)

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, huge_tree=True
    )
    parser.resolvers.add(Nothing())
    return parser


def _not_well_formed(source: Source, error: Any) -> Diagnostic:
    line, column = error.position
    message = str(error.msg).split(", line ")[0]
    if not source.data.strip():
        line, column, message = 0, 0, "the file is empty"
    place = Place(source.name, line, max(column, 1) if line else 0)
    return XML_NOT_WELL_FORMED.at(place, f"not well-formed XML: {message}")


def _entity(source: Source, node: Any) -> Diagnostic:
    parent = node.getparent()
    place = Place(source.name, parent.sourceline if parent is not None else 1)
    return XML_ENTITY.at(place, f"entity {node.text} is not expanded")


@dataclass(frozen=True)
class Edition:
    """The files of one run and the folder they belong to.

    `own` is true for an edition built as a whole in its folder, false for files by strangers.
    """

    root: Path
    sources: tuple[Source, ...]
    own: bool = True
    settings: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def here(cls, root: Path) -> Edition:
        """The edition in `root`: every XML file in its `tei/`, else in `root` itself."""
        own = (root / "tei").is_dir()
        folder = root / "tei" if own else root
        return cls(root, _sources([folder], root), own, settings_of(root))

    @classmethod
    def of(cls, paths: Sequence[Path], root: Path) -> Edition:
        """The files and folders named, wherever they lie."""
        return cls(root, _sources(paths, root), own=False, settings=settings_of(root))

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


def settings_of(root: Path) -> Mapping[str, Any]:
    """The table [tool.variorum] of the pyproject.toml in a folder; empty without one."""
    file = root / "pyproject.toml"
    if not file.is_file():
        return {}
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        place = Place(_name(file, root))
        raise VariorumError(SETTINGS_UNREADABLE.at(place, str(error))) from None
    settings = tables.get("tool", {}).get("variorum", {})
    return dict(settings)
