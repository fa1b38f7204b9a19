"""Makes the folder of a new edition from the templates, which are files as they are to be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from variorum import resource
from variorum.build.folder import write
from variorum.findings import Place, VariorumError
from variorum.new.codes import NEW_NOT_EMPTY
from variorum.new.existing import Layout
from variorum.source.settings import FILE

__all__ = ["KINDS", "Begun", "Wishes", "begin", "begin_with"]

KINDS = ("letters", "verse", "drama", "prose")
"""The kinds of text that there is an example of."""

_EVERY, _EXISTING = "every", "existing"
_HIDDEN = {"gitignore": ".gitignore"}
"""Files that would have their effect in the templates, too, if they had their names there."""
_SCHEMA = ("edition.odd", "edition.rng", "edition.sch", "edition.sch.xsl")
_END_OF_SETTINGS = "\n# The address at which"


@dataclass(frozen=True)
class Wishes:
    """What an edition is to be called, and the tag of the language of its labels."""

    title: str
    language: str

    def filled(self, name: str, text: str) -> str:
        """A template with what is wished and the date of today in it."""
        quoted = self.title.replace("\\", "\\\\").replace('"', '\\"')
        title = quoted if name.endswith((".toml", ".cff")) else self.title
        title = escape(title, quote=False) if name.endswith(".xml") else title
        today = date.today()
        known = {"title": title, "language": self.language, "today": today.isoformat()}
        for word, value in (known | {"year": f"{today.year:04}"}).items():
            text = text.replace(f"@{word}@", value)
        return text


@dataclass
class Begun:
    """The files that were made, and those that were there and are kept, by their names."""

    made: list[str]
    kept: list[str]


def begin(folder: Path, kind: str, wishes: Wishes) -> Begun:
    """Makes an edition with an example of this kind. Raises VariorumError where files are there."""
    files = {**_template(_EVERY), **_template(kind)}
    schema = {f"tei/schema/{name}": resource("schema") / name for name in _SCHEMA}
    there = sorted(name for name in (*files, *schema) if (folder / name).exists())
    if there or any((folder / "tei").glob("*")):
        named = ", ".join(there[:3]) or "tei"
        message = f"the folder is not empty: there is {named}"
        raise VariorumError(NEW_NOT_EMPTY.at(Place(folder.as_posix()), message))
    for name, path in files.items():
        write(folder, name, wishes.filled(name, path.read_text(encoding="utf-8")).encode())
    for name, path in schema.items():
        write(folder, name, path.read_bytes())
    return Begun([*files, *schema], [])


def begin_with(folder: Path, layout: Layout, wishes: Wishes) -> Begun:
    """Puts an edition around TEI at hand: settings for its layout, and what all editions have.

    TEI outside the folder is copied into it, to `tei/`; an edition outside, as it is laid out. No
    file that is there is replaced. Raises VariorumError where the copy would replace one.
    """
    taken = next((name for _, name in layout.copies if _is_taken(folder, name)), "")
    if taken:
        message = f"there is {taken} already, or something in its way"
        raise VariorumError(NEW_NOT_EMPTY.at(Place(folder.as_posix()), message))
    for source, name in layout.copies:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / name)
    copied = {name for _, name in layout.copies}
    begun = Begun(sorted(copied), [])
    every = {name: path for name, path in _template(_EVERY).items() if not name.startswith("tei/")}
    for name, path in {**every, **_template(_EXISTING)}.items():
        if _is_taken(folder, name):
            begun.kept += [] if name in copied else [name]
            continue
        text = wishes.filled(name, path.read_text(encoding="utf-8"))
        if name == FILE:
            text = text.replace(_END_OF_SETTINGS, f"\n{layout.settings}{_END_OF_SETTINGS}", 1)
        write(folder, name, text.encode())
        begun.made.append(name)
    return begun


def _is_taken(folder: Path, name: str) -> bool:
    """Whether a file cannot be made: it is there, if only as a link, or a folder of it is none."""
    target = folder / name
    around = [each for each in target.parents if each.is_relative_to(folder)]
    return os.path.lexists(target) or any(
        os.path.lexists(each) and not each.is_dir() for each in around
    )


def _template(kind: str) -> dict[str, Path]:
    """The files of a template by the names that they are to have."""
    return dict(_files(resource("template") / kind))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            name = path.relative_to(folder).as_posix()
            yield _HIDDEN.get(name, name), path
