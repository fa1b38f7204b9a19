"""Rules on xml:id."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.check.codes import DOCUMENT_ID_DUPLICATE
from variorum.check.rules import Report, edition_rule, file_rule
from variorum.check.scan import Index, Position
from variorum.check.view import View
from variorum.findings.code import Code
from variorum.relaxng.name_classes import is_ncname

__all__ = [
    "ID_DUPLICATE",
    "ID_INVALID",
    "ID_IN_TWO_FILES",
    "document",
    "duplicate",
    "in_two_files",
    "invalid",
]

ID_INVALID = Code(
    "id-invalid",
    "error",
    reason="An identifier that is no XML name cannot be pointed to by all programs.",
    help="begin with a letter; then letters, digits, . - _ and no colon",
    bad='<p xml:id="2nd letter">',
    good='<p xml:id="letter-2">',
)


@file_rule(ID_INVALID)
def invalid(index: Index) -> Iterator[Report]:
    """An xml:id that is no NCName (xml:id Version 1.0, 4)."""
    for id_, owner in index.ids.items():
        if not is_ncname(id_):
            yield Report(owner.place, f"xml:id “{id_}” is no name" if id_ else "xml:id is empty")


ID_DUPLICATE = Code(
    "id-duplicate",
    "error",
    reason="An identifier names one element; with two, a pointer may lead to either.",
    help="give this element an xml:id of its own, and look where pointers to it should lead",
    bad='<p xml:id="p1">one</p> <p xml:id="p1">two</p>',
    good='<p xml:id="p1">one</p> <p xml:id="p2">two</p>',
)


@file_rule(ID_DUPLICATE)
def duplicate(index: Index) -> Iterator[Report]:
    """An xml:id used before in the same file."""
    for id_, place in index.repeated:
        first = index.ids[id_]
        where = f"by <{first.element}> at {first.place.line}:{first.place.column}"
        yield Report(place, f"xml:id “{id_}” is used already, {where}")


ID_IN_TWO_FILES = Code(
    "id-in-two-files",
    "error",
    reason="Entries of all registers are reached by one prefix, so their names must differ.",
    help="rename one of the two, and the pointers to it",
    bad='persons.xml: <person xml:id="ulm"> … places.xml: <place xml:id="ulm">',
    good='persons.xml: <person xml:id="pers_ulm"> … places.xml: <place xml:id="place_ulm">',
)


@edition_rule(ID_IN_TWO_FILES)
def in_two_files(view: View) -> Iterator[Report]:
    """An entry with the xml:id of an entry in another register."""
    first: dict[str, Index] = {}
    for index in view.indexes:
        for id_, owner in index.ids.items():
            if not (index.register and owner.entry):
                continue
            other = first.setdefault(id_, index)
            if other is not index:
                where = f"{other.name}:{other.ids[id_].place.line}"
                yield Report(owner.place, f"xml:id “{id_}” stands in {where} too", index=index)


@edition_rule(DOCUMENT_ID_DUPLICATE)
def document(view: View) -> Iterator[Report]:
    """A document whose root has the xml:id of another's, or the stem of its file."""
    first: dict[str, Index] = {}
    for index in view.indexes if view.edition.own else ():
        if not index.is_tei:
            continue
        name = index.root_id or index.path.stem
        other = first.setdefault(name, index)
        if other is not index:
            owner = index.ids.get(name)
            place = owner.place if owner else Position(0, 0)
            yield Report(place, f"{other.name} has the id “{name}” too", index=index)
