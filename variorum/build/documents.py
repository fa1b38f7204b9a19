"""What documents must be so that they can be built: each one text, with a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.build.codes import DOCUMENT_ID_INVALID, DOCUMENT_NOT_TEXT
from variorum.check.codes import DOCUMENT_ID_DUPLICATE
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.source import TEI, Source

__all__ = ["require_buildable"]

_TAKEN = ("edition", "index")
"""What builds write beside the documents: a document of that name would be lost."""


def require_buildable(documents: Iterable[Source]) -> None:
    """Raises VariorumError for documents of more texts than one, or that would share outputs."""
    named: dict[str, Source] = {}
    for source in documents:
        for fault in _faults(source, named.setdefault(source.id, source)):
            raise VariorumError(fault)


def _faults(source: Source, first: Source) -> Iterator[Diagnostic]:
    root = source.root
    place = Place(source.name, root.sourceline or 0)
    if root.tag != f"{TEI}TEI":
        message = f"its root is {root.tag.replace(TEI, '')}, not TEI"
        yield DOCUMENT_NOT_TEXT.at(place, message)
    elif len(root.findall(f"{TEI}text")) > 1 or root.find(f".//{TEI}TEI") is not None:
        yield DOCUMENT_NOT_TEXT.at(place, "it holds several texts")
    elif not re.fullmatch(r"[\w.\-]+", source.id) or source.id in _TAKEN:
        yield DOCUMENT_ID_INVALID.at(place, f"“{source.id}” cannot name a file")
    elif first is not source:
        yield DOCUMENT_ID_DUPLICATE.at(place, f"has the id “{source.id}” of {first.name}")
