"""One document as an edition of its own: its text, its registers, their schema, their settings."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from variorum import resource
from variorum.findings import Place, VariorumError
from variorum.outputs.face import face_files, own_file
from variorum.outputs.own_stylesheet import own_stylesheet_files
from variorum.package.codes import PACKAGE_FONTS_OUTSIDE
from variorum.source import EXCEPTIONS, Edition, Source

__all__ = ["ACCESS", "STANDALONE", "TEI_DATA", "stage_edition"]

TEI_DATA = "representations/tei/data"
STANDALONE = "representations/standalone/data"
ACCESS = "representations/access/data"


def stage_edition(
    edition: Edition, source: Source, registers: tuple[Source, ...], payload: Path
) -> Edition:
    """Copies what the document needs below `payload`, byte for byte; returns it as an edition.

    `variorum build` in the folder `representations/tei/data` makes the renditions again.
    Raises VariorumError where fonts, or files for the site, that the settings name lie outside the
    edition, or are not there.
    """
    root = payload / TEI_DATA
    (root / "tei").mkdir(parents=True)
    for staged in (source, *registers):
        (root / "tei" / staged.path.name).write_bytes(_bytes(staged))
    own = edition.root / "tei" / "schema"
    shutil.copytree(own if own.is_dir() else resource("schema"), root / "tei" / "schema")
    exceptions = edition.root / "tei" / EXCEPTIONS
    if edition.own and exceptions.is_file():
        shutil.copyfile(exceptions, root / "tei" / EXCEPTIONS)
    _fonts(edition, root)
    _copy_face(edition, root)
    if settings := edition.settings.as_table():
        text = "\n".join(_toml("tool.variorum", settings)) + "\n"
        (root / "pyproject.toml").write_text(text, encoding="utf-8")
    return Edition.here(root)


def _bytes(source: Source) -> bytes:
    """The file as it is; a document that includes others, or is one of several, by itself."""
    return source.whole if source.is_woven else source.data


def _fonts(edition: Edition, root: Path) -> None:
    named = edition.settings.print.fonts
    if not named:
        return
    folder = edition.root / named
    if not folder.resolve().is_relative_to(edition.root.resolve()):
        message = f"the fonts in “{named}” lie outside the edition: they cannot be packaged with it"
        raise VariorumError(PACKAGE_FONTS_OUTSIDE.at(Place("pyproject.toml"), message))
    if folder.is_dir():
        shutil.copytree(folder, root / named)


def _copy_face(edition: Edition, root: Path) -> None:
    """What the site of the edition looks like, where the settings name files for it."""
    whole = edition.root.resolve()
    files = [own_file(edition, name) for name in face_files(edition)]
    for file in dict.fromkeys([*files, *own_stylesheet_files(edition)]):
        target = root / file.relative_to(whole)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _toml(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    """A table of settings as TOML. JSON's strings, numbers, booleans and arrays are TOML's too."""
    yield f"[{name}]"
    tables = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    for key, value in table.items():
        if key not in tables:
            yield f"{json.dumps(key)} = {json.dumps(value, ensure_ascii=False, default=str)}"
    for key, value in tables.items():
        yield from _toml(f"{name}.{json.dumps(key)}", value)
