"""Makes one output folder of several, in each of which a part of the documents was built.

What is made of all documents together is not merged: the next build makes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from variorum.build.codes import OUTPUT_OUTSIDE, SHARD_EMPTY
from variorum.build.copies import copy
from variorum.build.state import Kept, State, kept_documents
from variorum.findings import Place, VariorumError

__all__ = ["merge"]


def merge(folders: Sequence[Path], output: Path) -> int:
    """Brings the documents of these folders to `output`; returns how many there are.

    Raises VariorumError for a folder without documents, and for files outside of a folder; OSError
    for files that cannot be read or written.
    """
    names = set()
    with closing(State(output)) as target:
        for folder in folders:
            for name, inputs, kept in _documents(folder, output):
                for file in kept.files:
                    copy(_inside(folder, file), _inside(output, file))
                target.keep(name, inputs, kept)
                names.add(name)
    return len(names)


def _documents(folder: Path, output: Path) -> list[tuple[str, str, Kept]]:
    if folder.resolve() == output.resolve():
        raise VariorumError(SHARD_EMPTY.at(Place(str(folder)), "is the output itself"))
    try:
        documents = kept_documents(folder)
    except ValueError as error:
        raise VariorumError(SHARD_EMPTY.at(Place(str(folder)), str(error))) from None
    if not documents:
        raise VariorumError(SHARD_EMPTY.at(Place(str(folder)), "it has no documents"))
    return documents


def _inside(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise VariorumError(OUTPUT_OUTSIDE.at(Place(name), "lies outside the output folder"))
    return path
