"""Which documents translate others: their parts say by `@corresp` what they correspond to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os.path import normpath
from urllib.parse import unquote

from variorum.outputs.side_by_side import TIED
from variorum.source import XML, Source

__all__ = ["translations"]


def translations(sources: Sequence[Source]) -> dict[str, Source]:
    """By the names of documents, the first of the others that corresponds to a part of them."""
    by_file: dict[str, Source] = {}
    for source in sources:
        by_file.setdefault(normpath(source.path), source)
    ids: dict[str, set[str]] = {}
    found: dict[str, Source] = {}
    for source in sources:
        for file, place in _pointers(source):
            original = by_file.get(file)
            if original is None or original.id in {source.id, *found}:
                continue
            if original.id not in ids:
                tied = original.root.iter(*TIED)
                ids[original.id] = {element.get(f"{XML}id", "") for element in tied}
            if place in ids[original.id]:
                found[original.id] = source
    return found


def _pointers(source: Source) -> Iterator[tuple[str, str]]:
    """The files that parts of a document correspond to, each with the name of a place in it."""
    folder = source.path.parent
    for element in source.root.iter(*TIED):
        for pointer in element.get("corresp", "").split():
            name, _, place = pointer.partition("#")
            if name and place and ":" not in name and "\0" not in name:
                yield normpath(folder / unquote(name)), place
