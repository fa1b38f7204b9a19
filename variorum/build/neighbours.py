"""The documents beside each document: the one before, the one after, and those it points to.

Which file a pointer names is decided here; what the pointer means is for the stylesheets to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote

from variorum.build.divided import pages_of_ids
from variorum.source import TEI, Source

__all__ = ["Neighbours", "neighbours"]

_POINTING = (f"{TEI}ref", f"{TEI}ptr")


@dataclass(frozen=True)
class Neighbours:
    """The names of the documents beside one; empty where there is none.

    `before` and `after` follow the order of the edition; `named` gives by what stands in `@target`
    before any `#` the document that it leads to, and `places` by the whole of it the id of an
    element of that document's text. Where texts are divided into pages, `parts` gives by the whole
    of it the number of the page that has the place, or begins the text; `before_part` is the last
    page of the document before and `after_part` the first of the one after, 0 for one of one page.
    """

    before: str = ""
    after: str = ""
    before_part: int = 0
    after_part: int = 0
    named: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)

    def as_table(self) -> dict[str, object]:
        """The same, as stylesheets are given it."""
        return asdict(self)


def neighbours(sources: Sequence[Source], pages: str = "") -> list[Neighbours]:
    """The neighbours of each document, in their order.

    `pages` is the setting `site.pages`, if texts are divided.
    """
    names = ["" if source.role == "page" else source.id for source in sources]
    by_file: dict[str, str] = {}
    by_id: dict[str, str] = {}
    for source in sources:
        by_file.setdefault(_whole(source.path), source.id)
        by_id.setdefault(source.own_id, source.id)
    places = _Places(sources, pages)
    return [
        Neighbours(
            before,
            after,
            places.last_page(before),
            places.first_page(after),
            *_named(source, by_file, by_id, places),
        )
        for source, before, after in zip(sources, ["", *names], [*names[1:], ""], strict=False)
    ]


class _Places:
    """The ids in the texts of documents, and their pages; a text is read when it is asked for."""

    def __init__(self, sources: Sequence[Source], pages: str) -> None:
        self._sources = {source.id: source for source in sources}
        self._pages = pages
        self._known: dict[str, Mapping[str, int]] = {}

    def of(self, document: str) -> Mapping[str, int]:
        """The numbers of pages by ids, and by "" that of the first; 0 in a text of one page."""
        if document not in self._known:
            self._known[document] = pages_of_ids(self._sources[document].root, self._pages)
        return self._known[document]

    def first_page(self, document: str) -> int:
        """The number of the first page of a divided text, else 0."""
        return self.of(document)[""] if document and self._pages else 0

    def last_page(self, document: str) -> int:
        """The number of the last page of a divided text, else 0."""
        return max(self.of(document).values()) if document and self._pages else 0


def _named(
    source: Source, by_file: Mapping[str, str], by_id: Mapping[str, str], known: _Places
) -> tuple[dict[str, str], dict[str, str], dict[str, int]]:
    """The documents that pointers of a document name, the places in them, and their pages."""
    folder = source.path.parent
    documents: dict[str, str] = {}
    places: dict[str, str] = {}
    parts: dict[str, int] = {}
    for element in source.root.iter(*_POINTING):
        for pointer in element.get("target", "").split():
            named, _, fragment = pointer.partition("#")
            if named and ":" not in named and "\0" not in named:
                file = _whole(folder / unquote(named))
                found = by_file.get(file) or by_id.get(named.removesuffix(".xml"), "")
                if found and found != source.id:
                    documents[named] = found
                    pages = known.of(found)
                    if fragment and (id_ := unquote(fragment)) in pages:
                        places[pointer] = id_
                    if part := pages[places.get(pointer, "")]:
                        parts[pointer] = part
    return documents, places, parts


def _whole(path: Path) -> str:
    """The path without `.` and `..`; links of the system are not followed."""
    return normpath(path)
