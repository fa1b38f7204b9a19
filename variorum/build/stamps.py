"""What the system says of the files of an edition and of the program, without reading any.

A build whose stamp is that of an earlier one has nothing to make.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import resource
from variorum.outputs.digest import digest
from variorum.source.addresses import file_at
from variorum.source.bytes import as_utf8
from variorum.source.search import is_searched

if TYPE_CHECKING:
    from variorum.source import Edition

__all__ = ["is_told_by_stamp", "stamp"]

_TOOLS = ("lxml", "saxonche", "typst")
_SCHEMA = re.compile(rb"<\?xml-model\b[^>]*?\bhref\s*=\s*[\"']([^\"']*)")
_HREF = re.compile(rb"\bhref\s*=\s*[\"']([^\"'#]+)")
_PROGRAM = Path(__file__).resolve().parent.parent


def stamp(root: Path, output: Path, request: object) -> str:
    """One digest of what there is in the folder of an edition, but not in its output, of the
    program, and of what is wanted of it. Raises OSError for a folder that cannot be read.
    """
    told = [
        repr(request),
        str(Path.cwd()),
        sys.version,
        [_tool(name) for name in _TOOLS],
        *(list(_stamps(folder)) for folder in (_PROGRAM, resource("xslt"), resource("schema"))),
        list(_stamps(root, output)),
    ]
    return digest(json.dumps(told).encode("utf-8", "surrogateescape"))


def is_told_by_stamp(edition: Edition, made_of: Iterable[Path], output: Path) -> bool:
    """Whether a stamp sees each file that a check and a build of an edition read: those that the
    build was made of, and the schemas. Of texts that include others nobody says so.
    """
    if not edition.own or edition.unread:
        return False
    if any(source.included.keys() - {source.name} for source in edition.sources):
        return False
    try:
        found = (name for name, _, _ in _stamps(edition.root, output))
        seen = {os.path.realpath(name) if Path(name).is_symlink() else name for name in found}
        read = {*made_of, *_schemas(edition)}
        return all(os.path.realpath(file) in seen for file in read)
    except (OSError, ValueError):
        return False


def _schemas(edition: Edition) -> set[Path]:
    """The schemas that documents and the catalog name, with all that those name in turn."""
    found: set[Path] = set()
    left = [(edition.root / name) for name in edition.settings.catalog.values()]
    for source in edition.sources:
        left += _named(_SCHEMA, as_utf8(source.data), source.path.parent)
    while left:
        file = left.pop().resolve()
        if file.is_dir():
            left += file.iterdir()
        elif file.is_file() and file not in found:
            found.add(file)
            left += _named(_HREF, as_utf8(file.read_bytes()), file.parent)
    return found


def _named(pattern: re.Pattern[bytes], data: bytes, folder: Path) -> list[Path]:
    files = (file_at(found.decode("utf-8", "replace"), folder) for found in pattern.findall(data))
    return [file for file in files if file is not None]


def _tool(name: str) -> Sequence[object]:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return ()
    found = Path(spec.origin).stat()
    return spec.origin, found.st_size, found.st_mtime_ns


def _stamps(folder: Path, without: Path | None = None) -> Iterator[tuple[str, int, int]]:
    """The real path, size and time of every file below a folder, in the order of their names.

    Links to other folders are not followed.
    """
    left = os.path.realpath(without) if without is not None else ""
    yield from _stamps_of(os.path.realpath(folder), left)


def _stamps_of(folder: str, without: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if entry.path != without and is_searched(Path(entry.path)):
                yield from _stamps_of(entry.path, without)
        else:
            try:
                told = entry.stat()
            except OSError:  # a link that leads nowhere
                told = entry.stat(follow_symlinks=False)
            yield entry.path, told.st_size, told.st_mtime_ns
