"""Rules on names and the register entries they point to."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.check.rules import Report, edition_rule
from variorum.check.scan import Identifier, Index, Use
from variorum.check.view import View
from variorum.findings.code import Code

__all__ = [
    "ENTRY_UNMENTIONED",
    "FORM_TWO_REFERENCES",
    "REF_WRONG_KIND",
    "is_entry_for",
    "two_references",
    "unmentioned",
    "wrong_kind",
]

_PERSON = frozenset(("person", "personGrp", "persona"))
_KINDS = {
    "persName": _PERSON,
    "forename": _PERSON,
    "surname": _PERSON,
    "placeName": frozenset(("place",)),
    "settlement": frozenset(("place",)),
    "country": frozenset(("place",)),
    "region": frozenset(("place",)),
    "geogName": frozenset(("place",)),
    "orgName": frozenset(("org",)),
    "eventName": frozenset(("event",)),
    "title": frozenset(("bibl", "biblStruct", "biblFull", "msDesc", "item")),
    "author": _PERSON | {"org"},
    "editor": _PERSON | {"org"},
    "publisher": _PERSON | {"org"},
}
"""Which entries a naming element may point to with @ref; others may point to any."""

_TYPES = {
    "person": _PERSON,
    "place": frozenset(("place",)),
    "org": frozenset(("org",)),
    "event": frozenset(("event",)),
}
"""The same for `rs` and `name`, by their @type."""

_ENTRIES = frozenset(("person", "personGrp", "place", "org", "event", "bibl", "biblStruct"))
_NEVER = frozenset(
    [
        "p",
        "ab",
        "div",
        "pb",
        "lb",
        "cb",
        "l",
        "lg",
        "head",
        "note",
        "witness",
        "listWit",
        "gap",
        "table",
        "figure",
    ]
)
_CALLED = {"personGrp": "group of persons", "org": "organisation", "bibl": "source"}

REF_WRONG_KIND = Code(
    "ref-wrong-kind",
    "error",
    reason="A personal name names a person, a place name a place: otherwise the index is wrong.",
    help="point to the right entry, or use the element that fits",
    bad='<persName ref="reg:place_ulm">Ulm</persName>',
    good='<placeName ref="reg:place_ulm">Ulm</placeName>',
)


@edition_rule(REF_WRONG_KIND)
def wrong_kind(view: View) -> Iterator[Report]:
    """A name whose @ref leads to an entry of another kind."""
    for index in view.indexes:
        for use, (place, _) in index.uses.items():
            allowed = _allowed(use)
            if not allowed:
                continue
            owners = [target.owner for target in view.targets(index, use.token) if target.owner]
            wrong = [owner.element for owner in owners if _is_wrong(owner, allowed)]
            if wrong and len(wrong) == len(owners):
                kind = _CALLED.get(wrong[0], wrong[0])
                wanted = _CALLED.get(use.type, use.type) if use.element in ("rs", "name") else ""
                what = f"<{use.element}>" + (f" of type {wanted}" if wanted else "")
                yield Report(place, f"{what} points to the {kind} {use.token}", index=index)


def _allowed(use: Use) -> frozenset[str] | None:
    return _entries_for(use.element, use.type) if use.attribute == "ref" else None


def _entries_for(element: str, type_: str) -> frozenset[str] | None:
    return _TYPES.get(type_) if element in ("rs", "name") else _KINDS.get(element)


def is_entry_for(element: str, type_: str, entry: str) -> bool:
    """Whether an entry is of the kind that a name of this element and @type points to."""
    allowed = _entries_for(element, type_)
    return entry in (_ENTRIES if allowed is None else allowed)


def _is_wrong(owner: Identifier, allowed: frozenset[str]) -> bool:
    return owner.element not in allowed and owner.element in _ENTRIES | _NEVER


ENTRY_UNMENTIONED = Code(
    "entry-unmentioned",
    "warning",
    reason="An entry that nothing points to is a leftover, or its mentions lost their pointer.",
    help="point to it where it is mentioned, or remove it",
    bad='<person xml:id="pers_luther"> in the register, and no ref="reg:pers_luther" anywhere',
    good='<person xml:id="pers_luther"> … <persName ref="reg:pers_luther">Luther</persName>',
)


@edition_rule(ENTRY_UNMENTIONED)
def unmentioned(view: View) -> Iterator[Report]:
    """An entry of a register to which no file of the edition points."""
    registers = [index for index in view.indexes if index.register]
    if not view.edition.own or len(registers) == len(view.indexes):
        return
    mentioned = {
        (target.index.name, target.id)
        for index in view.indexes
        for _, targets in view.pointers(index)
        for target in targets
        if target.index
    }
    for index in registers:
        for id_, owner in index.ids.items():
            if owner.entry and owner.element in _ENTRIES and (index.name, id_) not in mentioned:
                yield Report(owner.place, f"nothing points to the entry {id_}", index=index)


FORM_TWO_REFERENCES = Code(
    "form-two-references",
    "info",
    reason="One name that leads to two entries may be right, but often one of them is a slip.",
    help="look whether both are meant; record an exception if they are",
    bad='<persName ref="reg:pers_luther">Luther</persName> …'
    ' <persName ref="reg:pers_lufft">Luther</persName>',
    good='<persName ref="reg:pers_luther">Luther</persName> …'
    ' <persName ref="reg:pers_luther">Luther</persName>',
)


@edition_rule(FORM_TWO_REFERENCES)
def two_references(view: View) -> Iterator[Report]:
    """A name in the text with the wording of another name and another @ref."""
    first: dict[tuple[str, str], tuple[str, Index]] = {}
    for index in view.indexes if view.edition.own else ():
        for form, references in index.forms.items():
            for reference, place in references.items():
                if not _resolves(view, index, reference):
                    continue
                known, other = first.setdefault(form, (reference, index))
                if known != reference:
                    where = f"{other.name}:{other.forms[form][known].line}"
                    message = f"“{form[1]}” points to {reference} here, to {known} in {where}"
                    yield Report(place, message, index=index)


def _resolves(view: View, index: Index, reference: str) -> bool:
    """Whether each pointer leads to something, or out of what can be seen."""
    targets = (view.targets(index, token) for token in reference.split())
    return all(any(target.owner or not target.index for target in found) for found in targets)
