"""Makes a package again from its texts, and compares every file."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from variorum import __version__
from variorum.engines.partial import temporary_folder
from variorum.findings import Code, Diagnostic, Place, VariorumError
from variorum.package.codes import (
    PACKAGE_FILE_MISSING,
    PACKAGE_OUTSIDE,
    PACKAGE_REBUILD,
    PACKAGE_VERSION,
)
from variorum.package.software import pythons
from variorum.package.staging import ACCESS, TEI_DATA
from variorum.package.verify.mets import MetsFile
from variorum.package.verify.unpack import is_inside
from variorum.package.wheels import WHEELS
from variorum.source import Edition

__all__ = ["Codes", "rebuilt"]

Codes: TypeAlias = Callable[[], Mapping[str, Code]]
_MANIFEST = "manifest.json"
_LICENCE = "documentation/LICENSE.txt"


def rebuilt(folder: Path, payload: Path, mets: MetsFile, codes: Codes = dict) -> list[Diagnostic]:
    """In what a package differs from one that is made of its texts, by the Variorum that runs.

    `codes` gives what the guidelines describe beside the rules of the ODD. `folder` is the bag, or
    the payload itself where there is none; the findings name files from it.
    """
    prefix = "" if payload == folder else f"{payload.name}/"
    if mets.software != __version__:
        made = f"Variorum {mets.software}" if mets.software else "another program"
        message = f"was made by {made}; this is Variorum {__version__}: it cannot be rebuilt here"
        help_ = f"documentation/README.md has the commands; they need {pythons()}"
        return [PACKAGE_VERSION.at(Place(f"{prefix}METS.xml"), message, help_)]
    source = payload / TEI_DATA
    if not (source / "tei").is_dir():
        message = "is missing: there is nothing to rebuild from"
        return [PACKAGE_FILE_MISSING.at(Place(f"{prefix}{TEI_DATA}/tei"), message)]
    with temporary_folder() as temporary:
        root, output = temporary / "edition", temporary / "output"
        shutil.copytree(source, root)
        if (payload / _LICENCE).is_file():
            shutil.copyfile(payload / _LICENCE, root / "LICENSE")
        wheels = payload / WHEELS
        made_again, findings = _made(
            root, output, mets.kind.lower(), codes, wheels if wheels.is_dir() else None
        )
        if made_again is None:
            return [replace(each, file=f"{prefix}{TEI_DATA}/{each.file}") for each in findings]
        again = made_again if prefix else made_again / "data"
        return list(_compared(again, folder, payload / ACCESS))


def _made(
    root: Path, output: Path, kind: str, codes: Codes, wheels: Path | None
) -> tuple[Path | None, list[Diagnostic]]:
    """The package that the texts of one make, or why there is none."""
    from variorum.package.package import Packager

    try:
        edition = Edition.here(root)
        fonts = edition.settings.print.fonts
        if fonts and not is_inside(fonts):
            message = f"names fonts outside the package: {fonts!a}"
            return None, [PACKAGE_OUTSIDE.at(Place("pyproject.toml"), message)]
        packager = Packager(
            edition, output, kind or "sip", lenient=True, wheels=wheels, codes=codes
        )
        packages = list(packager.run())
    except VariorumError as error:
        return None, list(error.findings)
    if len(packages) == 1:
        return packages[0], []
    faults = [each for each in packager.findings if each.level == "error"]
    message = f"makes {len(packages)} packages, not one"
    return None, faults or [PACKAGE_REBUILD.at(Place("tei"), message)]


def _compared(again: Path, packaged: Path, renditions: Path) -> Iterator[Diagnostic]:
    tools = _tools(renditions) or "other tools"
    help_ = (
        f"it was built with {tools}: software/requirements.txt has the versions, for {pythons()}"
    )
    for name in sorted(_names(again) | _names(packaged)):
        if not (packaged / name).is_file():
            yield PACKAGE_REBUILD.at(Place(name), "is made of the texts, but not packaged")
        elif not (again / name).is_file():
            yield PACKAGE_REBUILD.at(Place(name), "is packaged, but not made of the texts")
        elif (again / name).read_bytes() != (packaged / name).read_bytes():
            yield PACKAGE_REBUILD.at(Place(name), "is not what the texts make", help_)


def _names(folder: Path) -> set[str]:
    files: Iterable[Path] = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix() for file in files}


def _tools(packaged: Path) -> str:
    try:
        tools = json.loads((packaged / _MANIFEST).read_bytes())["tools"]
        return ", ".join(f"{name} {number}" for name, number in sorted(tools.items()))
    except (OSError, ValueError, KeyError, AttributeError, RecursionError):
        return ""
