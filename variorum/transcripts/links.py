"""Links and the places they lead to, made sound in the finished TEI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from variorum.transcripts.elements import TEI, XML
from variorum.transcripts.losses import Losses

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["address", "identifier_of", "settle_links"]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_FORBIDDEN = re.compile(r"[\s<>\"{}|\\^`\[\]\x00-\x1f]|%(?![0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_OF_PROGRAMS = re.compile(r"_(GoBack|Toc|Ref|Hlk|Hlt)|__|OLE_LINK")
"""Bookmarks that Word and LibreOffice make without being asked."""


def address(target: str) -> str:
    """An address without characters that no address may have; others stay as they are."""
    text = _FORBIDDEN.sub(lambda match: quote(match[0], safe=""), target.strip())
    place, mark, fragment = text.partition("#")
    begin, colon, rest = place.partition(":")
    if colon and not _SCHEME.fullmatch(begin) and "/" not in begin:
        place = f"{begin}%3A{rest}"
    return f"{place}{mark}{fragment.replace('#', '%23')}"


def identifier_of(name: str) -> str:
    """A name as an id: signs that an id cannot have are hyphens, and a letter begins it."""
    kept = (char if char.isalpha() or char in "0123456789._-" else "-" for char in name)
    cleaned = re.sub("-+", "-", "".join(kept)).strip("-.") or "text"
    return cleaned if cleaned[0].isalpha() or cleaned[0] == "_" else f"text-{cleaned}"


def settle_links(root: _Element, losses: Losses) -> None:
    """Leaves anchors where a link leads to them, and links within the text where there is such an
    anchor. Names that are no ids, or taken, get others; the words of other links stay.
    """
    _settle_notes(root)
    anchors = list(root.iter(f"{{{TEI}}}anchor"))
    wanted = {
        target[1:]
        for link in root.iter(f"{{{TEI}}}ref")
        if (target := link.get("target", "")).startswith("#")
    }
    taken = {name for each in root.iter() if (name := each.get(f"{XML}id")) and each not in anchors}
    given: dict[str, str] = {}
    for anchor in anchors:
        name = anchor.get(f"{XML}id", "")
        if address(name) in wanted and name not in given:
            given[name] = _identifier(name, taken)
            taken.add(given[name])
            anchor.set(f"{XML}id", given[name])
        else:
            if name and name not in given and not _OF_PROGRAMS.match(name):
                losses.left_out("bookmark", "left out, for nothing leads to it", f"“{name}”")
            _take_out(anchor)
    _point(root, {address(name): identifier for name, identifier in given.items()}, losses)


def _settle_notes(root: _Element) -> None:
    """Notes to which further marks lead have ids; others need none."""
    marks: dict[str, list[_Element]] = {}
    for mark in root.iter(f"{{{TEI}}}ptr"):
        marks.setdefault(mark.get("target", "")[1:], []).append(mark)
    named = [note for note in root.iter(f"{{{TEI}}}note") if note.get(f"{XML}id")]
    pointed = [marks.get(note.attrib.pop(f"{XML}id"), []) for note in named]
    taken = {each.get(f"{XML}id", "") for each in root.iter()}
    for note, its_marks in zip(named, pointed, strict=True):
        if its_marks:
            identifier = _identifier("note", taken)
            taken.add(identifier)
            note.set(f"{XML}id", identifier)
        for mark in its_marks:
            mark.set("target", f"#{identifier}")


def _point(root: _Element, given: dict[str, str], losses: Losses) -> None:
    for link in list(root.iter(f"{{{TEI}}}ref")):
        target = link.get("target", "")
        if not target.startswith("#"):
            continue
        if target[1:] in given:
            link.set("target", f"#{given[target[1:]]}")
        else:
            losses.left_out("link that leads nowhere", "its words are kept", f"“{target[1:]}”")
            _unwrap(link)


def _identifier(name: str, taken: set[str]) -> str:
    base = name if _NAME.fullmatch(name) else "place"
    identifier, number = base, 1
    while identifier in taken:
        number += 1
        identifier = f"{base}-{number}"
    return identifier


def _take_out(element: _Element) -> None:
    """An empty element goes; the text after it stays."""
    _append_text(element, element.tail or "")
    element.getparent().remove(element)


def _unwrap(element: _Element) -> None:
    """The element goes; what it holds stays."""
    parent = element.getparent()
    _append_text(element, element.text or "")
    place = parent.index(element)
    tail = element.tail or ""
    element.tail = None
    children = list(element)
    if children:
        children[-1].tail = (children[-1].tail or "") + tail
    else:
        _append_text(element, tail)
    parent[place : place + 1] = children


def _append_text(element: _Element, text: str) -> None:
    """Adds text right before an element."""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent = element.getparent()
        parent.text = (parent.text or "") + text
