"""What is packaged as an edition of its own: its text, its registers, what it names, its schema."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.outputs.face import face_files, own_file
from variorum.outputs.own_stylesheet import own_stylesheet_files
from variorum.package.codes import PACKAGE_FONTS_OUTSIDE, PACKAGE_NAME_ILLEGAL
from variorum.package.identity import is_legal
from variorum.package.named import included_by, named_by
from variorum.package.schemas import StagedSchemas, stage_schemas
from variorum.source import EXCEPTIONS, Edition, Source
from variorum.source.names import folded

__all__ = ["ACCESS", "STANDALONE", "TEI_DATA", "Staged", "stage_edition"]

TEI_DATA = "representations/tei/data"
STANDALONE = "representations/standalone/data"
ACCESS = "representations/access/data"


@dataclass(frozen=True)
class Staged:
    """The edition that was made, the paths of its documents, and what was found on the way."""

    edition: Edition
    documents: tuple[str, ...]
    schemas: StagedSchemas
    findings: list[Diagnostic] = field(default_factory=list)


def stage_edition(
    edition: Edition, sources: tuple[Source, ...], registers: tuple[Source, ...], payload: Path
) -> Staged:
    """Copies what the documents need below `payload`, byte for byte.

    `variorum build` in the folder `representations/tei/data` makes the renditions again.
    Raises VariorumError where fonts, or files for the site, that the settings name lie outside the
    edition, or are not there, and for a file whose name is not one on every system.
    """
    root = payload / TEI_DATA
    (root / "tei").mkdir(parents=True)
    files = _Files(edition, sources, registers)
    documents = tuple(files.write(each, root) for each in sources)
    lists = [files.write(each, root) for each in registers]
    for file in files.others:
        _copied(file, root / files.target(file))
    schemas = stage_schemas(edition, (*sources, *registers), root)
    exceptions = edition.root / "tei" / EXCEPTIONS
    if edition.own and exceptions.is_file():
        shutil.copyfile(exceptions, root / "tei" / EXCEPTIONS)
    _fonts(edition, root)
    _copy_face(edition, root)
    table = edition.settings.as_table()
    for key in ("documents", "registers", "include", "exclude", "catalog"):
        table.pop(key, None)
    if files.needs_names or edition.settings.documents or edition.settings.registers:
        table["documents"] = list(documents)
        if registers:
            table["registers"] = lists
    if catalog := _catalog(schemas, documents):
        table["catalog"] = catalog
    if table:
        text = "\n".join(_toml("tool.variorum", table)) + "\n"
        (root / "pyproject.toml").write_text(text, encoding="utf-8")
    return Staged(Edition.here(root), documents, schemas, files.findings)


class _Files:
    """Which files travel with documents, and where each lies in their package."""

    def __init__(
        self, edition: Edition, sources: tuple[Source, ...], registers: tuple[Source, ...]
    ) -> None:
        root = edition.root.resolve()
        folder = Path(os.path.commonpath([each.path.resolve().parent for each in sources]))
        self._home = root if folder.is_relative_to(root) else folder
        named = [named_by(source, self._home) for source in sources]
        self.findings = [finding for each in named for finding in each.findings]
        self._texts = {each.path.resolve() for each in (*sources, *registers)}
        parts = [
            sorted(included_by(source.path, self._home))
            for source in sources
            if not _is_made_whole(source)
        ]
        found = dict.fromkeys(
            file for each in (*(each.files for each in named), *parts) for file in each
        )
        self.others = [file for file in found if file not in self._texts]
        self._own = edition.own and folder.is_relative_to(root / "tei")
        self._base = self._home if self._own else self._common()
        self._refuse_illegal()

    @property
    def needs_names(self) -> bool:
        """Whether the settings must say which files are texts, since others are XML, too."""
        return any(file.suffix == ".xml" for file in self.others)

    def _common(self) -> Path:
        folders = [file.parent for file in (*self._texts, *self.others)]
        inside = [each for each in folders if each.is_relative_to(self._home)]
        return Path(os.path.commonpath(inside)) if inside else self._home

    def target(self, file: Path) -> str:
        """The path of a file in the staged edition; one from elsewhere lies beside the texts."""
        if not file.is_relative_to(self._base):
            return f"tei/{file.name}"
        path = file.relative_to(self._base).as_posix()
        return path if self._own else f"tei/{path}"

    def write(self, source: Source, root: Path) -> str:
        """Writes a text; returns its path. What is woven of entities, or is one of several in a
        file, stands by itself.
        """
        path = self.target(source.path.resolve())
        if source.number:
            path = f"{path.rpartition('/')[0]}/{source.id}.xml"
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(source.whole if _is_made_whole(source) else source.data)
        return path

    def _refuse_illegal(self) -> None:
        seen: dict[str, str] = {}
        faults: list[Diagnostic] = []
        for file in self.others:
            path = self.target(file)
            if not all(map(is_legal, path.split("/"))):
                message = f"{path!a} is not the name of a file on every system"
                faults.append(PACKAGE_NAME_ILLEGAL.at(Place(file.name), message))
            elif (other := seen.setdefault(folded(path), path)) != path:
                message = f"{path} and {other} are one file on some systems"
                faults.append(PACKAGE_NAME_ILLEGAL.at(Place(file.name), message))
        if faults:
            raise VariorumError(*faults)


def _is_made_whole(source: Source) -> bool:
    """Whether the file alone would not be the text: it has entities, or is one of several."""
    return source.is_woven and (source.part is not None or b"<!ENTITY" in source.data)


def _copied(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def _catalog(schemas: StagedSchemas, documents: Sequence[str]) -> dict[str, str]:
    """The addresses that do not lead to the schema from where the documents lie now."""
    folders = {Path("/", document).parent for document in documents}
    return {
        href: path
        for href, path in schemas.catalog.items()
        if ":" in href or any(os.path.normpath(each / href) != f"/{path}" for each in folders)
    }


def _fonts(edition: Edition, root: Path) -> None:
    named = edition.settings.print.fonts
    if not named:
        return
    folder = edition.root / named
    if not folder.resolve().is_relative_to(edition.root.resolve()):
        message = f"the fonts in “{named}” lie outside the edition: they cannot be packaged with it"
        raise VariorumError(PACKAGE_FONTS_OUTSIDE.at(Place("pyproject.toml"), message))
    if folder.is_dir():
        shutil.copytree(folder, root / named, dirs_exist_ok=True)


def _copy_face(edition: Edition, root: Path) -> None:
    """What the site of the edition looks like, where the settings name files for it."""
    whole = edition.root.resolve()
    files = [own_file(edition, name) for name in face_files(edition)]
    for file in dict.fromkeys([*files, *own_stylesheet_files(edition)]):
        _copied(file, root / file.relative_to(whole))


def _toml(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    """A table of settings as TOML. JSON's strings, numbers, booleans and arrays are TOML's too."""
    yield f"[{name}]"
    tables = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    for key, value in table.items():
        if key not in tables:
            yield f"{json.dumps(key)} = {json.dumps(value, ensure_ascii=False, default=str)}"
    for key, value in tables.items():
        yield from _toml(f"{name}.{json.dumps(key)}", value)
