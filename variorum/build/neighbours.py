"""The documents beside each document: the one before, the one after, and those it points to.

Which file a pointer names is decided here; what the pointer means is for the stylesheets to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote

from variorum.source import TEI, Source

__all__ = ["Neighbours", "neighbours"]

_POINTING = (f"{TEI}ref", f"{TEI}ptr")


@dataclass(frozen=True)
class Neighbours:
    """The names of the documents beside one; empty where there is none.

    `before` and `after` follow the order of the edition; `named` gives by what stands in `@target`
    before any `#` the document that it leads to.
    """

    before: str = ""
    after: str = ""
    named: Mapping[str, str] = field(default_factory=dict)

    def as_table(self) -> dict[str, object]:
        """The same, as stylesheets are given it."""
        return asdict(self)


def neighbours(sources: Sequence[Source]) -> list[Neighbours]:
    """The neighbours of each document, in their order."""
    names = ["" if source.role == "page" else source.id for source in sources]
    by_file: dict[str, str] = {}
    by_id: dict[str, str] = {}
    for source in sources:
        by_file.setdefault(_whole(source.path), source.id)
        by_id.setdefault(source.own_id, source.id)
    return [
        Neighbours(before, after, dict(_named(source, by_file, by_id)))
        for source, before, after in zip(sources, ["", *names], [*names[1:], ""], strict=False)
    ]


def _named(
    source: Source, by_file: Mapping[str, str], by_id: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    folder = source.path.parent
    for element in source.root.iter(*_POINTING):
        for pointer in element.get("target", "").split():
            named = pointer.partition("#")[0]
            if named and ":" not in named and "\0" not in named:
                file = _whole(folder / unquote(named))
                found = by_file.get(file) or by_id.get(named.removesuffix(".xml"), "")
                if found and found != source.id:
                    yield named, found


def _whole(path: Path) -> str:
    """The path without `.` and `..`; links of the system are not followed."""
    return normpath(path)
