"""What documents must be so that they can be built: each one text, with a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.findings import Diagnostic, VariorumError
from variorum.source.edition import TEI, Source

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
    if root.tag != f"{TEI}TEI":
        message = f"its root is {root.tag.replace(TEI, '')}, not TEI"
        yield _fault(source, "document-not-text", message, "give each text a file of its own")
    elif len(root.findall(f"{TEI}text")) > 1 or root.find(f".//{TEI}TEI") is not None:
        message = "it holds several texts"
        yield _fault(source, "document-not-text", message, "give each text a file of its own")
    elif not re.fullmatch(r"[\w.\-]+", source.id) or source.id in _TAKEN:
        message = f"“{source.id}” cannot name a file"
        yield _fault(source, "document-id-invalid", message, "give the root an xml:id")
    elif first is not source:
        message = f"has the id “{source.id}” of {first.name}"
        help_ = "give each root an xml:id of its own"
        yield _fault(source, "document-id-duplicate", message, help_)


def _fault(source: Source, code: str, message: str, help_: str) -> Diagnostic:
    return Diagnostic(source.name, source.root.sourceline or 0, 0, code, "error", message, help_)
