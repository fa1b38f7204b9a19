"""What documents must be so that they can be built, and what is said where one has another name."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.build.codes import DOCUMENT_ID_INVALID, DOCUMENT_NOT_TEXT
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.source import TEI, Edition, Source
from variorum.source.roots import cure_of_root

__all__ = ["buildable", "require_buildable"]


def buildable(edition: Edition) -> tuple[list[Source], list[Diagnostic]]:
    """The documents of an edition that can be built, and what there is to say of them."""
    documents, findings = [], list(edition.unread)
    for source in edition.documents:
        fault = _fault(source)
        if fault is None:
            documents.append(source)
            findings += _renamed(source)
        else:
            findings.append(fault)
    return documents, findings


def require_buildable(source: Source) -> None:
    """Raises VariorumError for a document that cannot be built."""
    if fault := _fault(source):
        raise VariorumError(fault)


def _fault(source: Source) -> Diagnostic | None:
    root = source.root
    place = Place(source.name, root.sourceline or 0)
    if root.tag == f"{TEI}TEI":
        return None
    namespace, _, local = root.tag.removeprefix("{").rpartition("}")
    told = "TEI without the namespace of the TEI" if local == "TEI" else f"{local}, not TEI"
    message = f"its root is {told}: it is not built"
    cure = cure_of_root(local, namespace)
    return source.located(DOCUMENT_NOT_TEXT.at(place, message, cure))


def _renamed(source: Source) -> Iterator[Diagnostic]:
    own = source.own_id
    if source.id != own:
        message = f"“{own}” cannot be the name of its files, which are called “{source.id}”"
        yield DOCUMENT_ID_INVALID.at(Place(source.name, source.root.sourceline or 0), message)
