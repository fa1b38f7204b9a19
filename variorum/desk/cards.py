"""What is shown of an element that a pointer leads to: its name, and a few lines about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from variorum.source.source import TEI, XML

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Card", "Cards", "cards_of"]

_NAMES = {
    "person": "persName",
    "personGrp": "persName",
    "place": "placeName",
    "org": "orgName",
    "event": "eventName",
    "bibl": "title",
    "biblStruct": "title",
}
"""The element that names an entry."""
_LONGEST, _LONGEST_LABEL = 400, 70
_LIVES = ("birth", "death")
_DATES = ("when", "notBefore", "notAfter", "from", "to")


@dataclass(frozen=True)
class Card:
    """An element with an xml:id: what it is, what it is called, and what is said of it."""

    id: str
    element: str
    label: str
    text: str


Cards: TypeAlias = dict[str, Card]
"""By their ids."""


def cards_of(data: bytes) -> Cards:
    """The cards of a file in UTF-8, whatever state it is in."""
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    found: Cards = {}
    for element in root.iter("*") if root is not None else ():
        if id_ := element.get(f"{XML}id"):
            found.setdefault(id_, _card(id_, element))
    return found


def _card(id_: str, element: _Element) -> Card:
    name = str(element.tag).removeprefix(TEI)
    label = _label(name, element)
    words = _words(element)
    lives = [
        f"{each}: {_date(found)}"
        for each in _LIVES
        for found in element.iterchildren(f"{TEI}{each}")
    ]
    notes = [_words(note) for note in element.iterchildren(f"{TEI}note")]
    text = "\n\n".join(filter(None, [*lives, *notes])) if name in _NAMES else words
    if name == "TEI":  # what a whole file holds says nothing in a few lines
        text = ""
    return Card(id_, name, _short(label, _LONGEST_LABEL), _short(text, _LONGEST))


def _label(name: str, element: _Element) -> str:
    naming = _NAMES.get(name, "")
    named = next(element.iter(f"{TEI}{naming}"), None) if naming else None
    if named is None and name == "TEI":
        named = element.find(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    if named is None and name == "witness":
        siglum = element.find(f"{TEI}abbr")
        if siglum is not None and siglum.get("type") == "siglum":
            return f"{_words(siglum)}: {_words(element).removeprefix(_words(siglum)).strip()}"
    return _words(element if named is None else named)


def _date(element: _Element) -> str:
    dates = [value for each in _DATES if (value := element.get(each))]
    return " to ".join(dates) or _words(element)


def _words(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
