"""What witnesses have in another order (TEI P5 11.3.4.5), and what is a copy (`@copyOf`, 16.6).

An element that a witness has elsewhere is read as an entry, with what the witness has in its place.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from variorum.proof.elements import COPIED, ID, TEI, is_transposition, local, pointed, readings_of
from variorum.proof.sigla import Witnesses

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["with_transpositions"]

_POINTS = ("lacunaStart", "lacunaEnd", "witStart", "witEnd")
"""Elements that mark a point: what one is a copy of stands after it."""

_Moved = tuple[dict[str, str], "_Element | None"]
"""Whose reading it is, as attributes, and the element that stands there instead, if any."""


def with_transpositions(root: _Element) -> _Element:
    """The document with entries for what witnesses have elsewhere, and with the words of copies."""
    if next(root.iter(f"{TEI}transpose"), None) is None and not root.xpath("//@copyOf"):
        return root
    root = copy.deepcopy(root)
    named: dict[str, _Element] = {}
    for element in root.iterfind(f"{TEI}text//*[@{ID}]"):
        named.setdefault(element.get(ID, ""), element)
    readings: dict[_Element, list[_Moved]] = defaultdict(list)
    for element, moved in (*_moved_by_pointers(root, named), *_moved_by_copies(root, named)):
        _add(readings[element], *moved)
    for element in _copies(root, named):
        if local(element) != "rdg":
            _fill(element, named[pointed(element.get("copyOf", ""))])
    filled = [(element, [_reading(*each) for each in own]) for element, own in readings.items()]
    for element, own in filled:
        _wrap(element, own)
    return root


def _add(readings: list[_Moved], whose: dict[str, str], other: _Element | None) -> None:
    """Adds a reading; witnesses that have the same there share one."""
    for own, same in readings:
        alike = same is other and own.get("resp") == whose.get("resp")
        if alike and "wit" in own and "wit" in whose:
            own["wit"] += f" {whose['wit']}"
            return
    readings.append((dict(whose), other))


def _moved_by_pointers(
    root: _Element, named: dict[str, _Element]
) -> Iterator[tuple[_Element, _Moved]]:
    order = {element: number for number, element in enumerate(root.iter("{*}*"))}
    sigla = Witnesses(root).sigla
    for transpose in root.iter(f"{TEI}transpose"):
        pointers = [pointed(each.get("target", "")) for each in transpose.iter(f"{TEI}ptr")]
        source, editor = transpose.get("source", ""), transpose.get("resp")
        there = [named[pointer] for pointer in pointers if pointer in named]
        if len(pointers) < 2 or len(there) != len(set(there)):
            continue
        witnesses = not {each.removeprefix("#") for each in source.split()}.isdisjoint(sigla)
        whose = {"wit" if witnesses else "source": source} if source else {}
        whose |= {"resp": editor} if editor else {}
        for place, other in zip(sorted(there, key=order.__getitem__), there, strict=True):
            if place is not other:
                yield place, (whose, other)


def _moved_by_copies(
    root: _Element, named: dict[str, _Element]
) -> Iterator[tuple[_Element, _Moved]]:
    for element in _copies(root, named):
        reading = element.getparent()
        app = next(element.iterancestors(f"{TEI}app"), None)
        if reading is None or local(reading) != "rdg" or app is None or not is_transposition(app):
            continue
        original = named[pointed(element.get("copyOf", ""))]
        wit = reading.get("wit", "")
        if wit and not _is_told(original, wit):
            yield original, ({"wit": wit}, None)


def _is_told(original: _Element, wit: str) -> bool:
    """Whether the entry around an element says itself what some of these witnesses have there."""
    app = next(original.iterancestors(f"{TEI}app"), None)
    if app is None or not is_transposition(app):
        return False
    around = [*original.iterancestors()]
    others = (each for each in readings_of(app) if each not in around)
    return any({*wit.split()} & {*each.get("wit", "").split()} for each in others)


def _copies(root: _Element, named: dict[str, _Element]) -> list[_Element]:
    """The elements that are copies of others, which themselves hold none.

    What is written in a copy is to be ignored.
    """
    found = []
    for element in root.iterfind(f"{TEI}text//*[@copyOf]"):
        original = named.get(pointed(element.get("copyOf", "")))
        if original is None or element in original.iterancestors():
            continue
        if not original.xpath("descendant-or-self::*/@copyOf"):
            found.append(element)
    return found


def _fill(element: _Element, original: _Element) -> None:
    copied = copy.deepcopy(original)
    _mark_readings(copied)
    del element.attrib["copyOf"]
    for child in list(element):
        element.remove(child)
    if local(element) not in _POINTS:
        element.text = copied.text
        element.extend(list(copied))
        return
    after, last = element.tail or "", element
    element.tail = copied.text
    for child in list(copied):
        last.addnext(child)
        last = child
    last.tail = (last.tail or "") + after


def _mark_readings(copied: _Element) -> None:
    for reading in copied.iter(f"{TEI}rdg"):
        reading.set(COPIED, "true")


def _reading(whose: dict[str, str], other: _Element | None) -> _Element:
    reading = etree.Element(f"{TEI}rdg", {"type": "transposition"} | whose)
    if other is not None:
        reading.text = other.text
        reading.extend(copy.deepcopy(child) for child in other)
        _mark_readings(reading)
    return reading


def _wrap(element: _Element, readings: list[_Element]) -> None:
    """Makes the content of an element the lemma of an entry."""
    app = etree.Element(f"{TEI}app", {"type": "transposition"})
    lemma = etree.SubElement(app, f"{TEI}lem")
    lemma.text = element.text
    lemma.extend(list(element))
    app.extend(readings)
    element.text = None
    element.append(app)
