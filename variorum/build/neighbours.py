"""The documents beside each document: the one before, the one after, and those it points to.

Which file a pointer names is decided here; what the pointer means is for the stylesheets to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote

from variorum.source import TEI, Source

__all__ = ["Neighbours", "neighbours"]

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_POINTING = (f"{TEI}ref", f"{TEI}ptr")


@dataclass(frozen=True)
class Neighbours:
    """The names of the documents beside one; empty where there is none.

    `before` and `after` follow the order of the edition; `named` gives by what stands in `@target`
    before any `#` the document that it leads to, and `places` by the whole of it the id of an
    element of that document's text.
    """

    before: str = ""
    after: str = ""
    named: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

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
    ids = _Ids(sources)
    return [
        Neighbours(before, after, *_named(source, by_file, by_id, ids))
        for source, before, after in zip(sources, ["", *names], [*names[1:], ""], strict=False)
    ]


class _Ids:
    """The ids of elements in the texts of documents, each read when it is asked for."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self._known: dict[str, frozenset[str]] = {}

    def of(self, document: str) -> frozenset[str]:
        if document not in self._known:
            texts = self._sources[document].root.iter(f"{TEI}text")
            found = (each.get(_ID) for text in texts for each in text.iter("*"))
            self._known[document] = frozenset(filter(None, found))
        return self._known[document]


def _named(
    source: Source, by_file: Mapping[str, str], by_id: Mapping[str, str], ids: _Ids
) -> tuple[dict[str, str], dict[str, str]]:
    """The documents that pointers of a document name, and the places in them."""
    folder = source.path.parent
    documents: dict[str, str] = {}
    places: dict[str, str] = {}
    for element in source.root.iter(*_POINTING):
        for pointer in element.get("target", "").split():
            named, _, fragment = pointer.partition("#")
            if named and ":" not in named and "\0" not in named:
                file = _whole(folder / unquote(named))
                found = by_file.get(file) or by_id.get(named.removesuffix(".xml"), "")
                if found and found != source.id:
                    documents[named] = found
                    if fragment and (id_ := unquote(fragment)) in ids.of(found):
                        places[pointer] = id_
    return documents, places


def _whole(path: Path) -> str:
    """The path without `.` and `..`; links of the system are not followed."""
    return normpath(path)
