"""What the system says of the files of an edition and of the program, without reading any.

A build whose stamp is that of an earlier one has nothing to make.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import resource
from variorum.outputs.digest import digest
from variorum.source.addresses import file_at
from variorum.source.search import is_searched

if TYPE_CHECKING:
    from variorum.source import Edition

__all__ = ["is_told_by_stamp", "stamp"]

_TOOLS = ("lxml", "saxonche", "typst")
_SCHEMA = re.compile(rb"<\?xml-model\b[^>]*?\bhref\s*=\s*[\"']([^\"']*)")
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
        list(_stamps(root, output.resolve())),
    ]
    return digest(json.dumps(told).encode("utf-8", "surrogateescape"))


def is_told_by_stamp(edition: Edition) -> bool:
    """Whether all that a check and a build of an edition read lies in its folder."""
    root = edition.root.resolve()
    named = [root / name for name in edition.settings.catalog.values()]
    for source in edition.sources:
        for href in _SCHEMA.findall(source.data):
            file = file_at(href.decode("utf-8", "replace"), source.path.parent)
            named += [file] if file else []
    try:
        return edition.own and all(file.resolve().is_relative_to(root) for file in named)
    except (OSError, ValueError):
        return False


def _tool(name: str) -> Sequence[object]:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return ()
    found = Path(spec.origin).stat()
    return spec.origin, found.st_size, found.st_mtime_ns


def _stamps(folder: Path, without: Path | None = None) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of every file below a folder, in the order of their names."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if is_searched(path) and path.resolve() != without:
                yield from _stamps(path, without)
        else:
            told = entry.stat() if path.exists() else entry.stat(follow_symlinks=False)
            yield entry.path, told.st_size, told.st_mtime_ns
