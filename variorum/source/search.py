"""Which files of a folder belong to an edition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from variorum.source.bytes import as_utf8, bytes_of_file

__all__ = ["EXCEPTIONS", "is_searched", "matches", "searched", "without_included"]

EXCEPTIONS = "exceptions.xml"
"""The file of recorded exceptions beside the texts: it is no text."""

_SUFFIXES = (".xml", ".tei")
_XINCLUDE = b"http://www.w3.org/2001/XInclude"
_LEFT_OUT = ("output", "node_modules", "venv", "__pycache__")
_WILDCARD = re.compile(r"\*\*/|\*\*|\*|\?")
_MEANING = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def searched(folder: Path) -> Iterator[Path]:
    """The XML files below a folder, at any depth, by alphabet, without those of exceptions.

    Hidden folders, those of tools, and what was built are left out. Raises OSError for a folder
    that cannot be read.
    """
    children = sorted(folder.iterdir())
    for child in children:
        if child.suffix.lower() in _SUFFIXES and child.name != EXCEPTIONS and not child.is_dir():
            if not child.name.startswith("."):
                yield child
        elif child.is_dir() and not child.is_symlink() and is_searched(child):
            yield from searched(child)


def is_searched(folder: Path) -> bool:
    """Whether a folder may have files of an edition: none is hidden, a tool's, or an output."""
    if folder.name.startswith(".") or folder.name in _LEFT_OUT:
        return False
    manifest = folder / "manifest.json"
    try:
        return not (manifest.is_file() and b'"variorum"' in manifest.read_bytes()[:100])
    except OSError:
        return True


def without_included(files: Sequence[Path]) -> list[Path]:
    """The files that no other of them includes: what is included is part of another document."""
    included: set[Path] = set()
    for file in files if len(files) > 1 else ():
        try:
            data = as_utf8(bytes_of_file(file))
        except OSError:  # the check tells it
            continue
        if _XINCLUDE in data:
            from variorum.source.inclusions import included_files

            included |= included_files(file.resolve(), data)
    return [file for file in files if not included or file.resolve() not in included]


def matches(name: str, patterns: Sequence[str]) -> bool:
    """Whether the path of a file is one that patterns name, or lies in a folder that they name.

    A pattern without a slash is of names alone, in whatever folder.
    """
    last = name.rpartition("/")[2]
    return any(
        _pattern(pattern).fullmatch(name if "/" in pattern else each)
        for pattern in patterns
        for each in (name, last)
    )


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """The pattern of a path: `*` for any part of a name, `**` for folders at any depth."""
    text = text.removeprefix("./").rstrip("/")
    done, parts = 0, []
    for found in _WILDCARD.finditer(text):
        parts += [re.escape(text[done : found.start()]), _MEANING[found[0]]]
        done = found.end()
    return re.compile("".join([*parts, re.escape(text[done:])]) + "(?:/.*)?", re.DOTALL)
