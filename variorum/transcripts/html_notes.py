"""Finds the notes of a page of HTML: a mark leads to a note, which leads back to the mark."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["PageNotes", "notes_in"]

_MARK = re.compile(r"[\[(]?(\d{1,4}|[ivxlc]{1,6}|[a-z]{1,2}|[*†‡§¶]{1,4})[\])]?\.?", re.IGNORECASE)
_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_HOLDERS = {"li", "div", "section", "aside"}
_LINES = {"p", "dd", "td", *_HOLDERS}


@dataclass
class PageNotes:
    """The notes of a page: by the link that is the mark, the name of the note and the element that
    holds it; `back` has what leads back to marks and is no word of a note.
    """

    by_mark: dict[_Element, tuple[str, _Element]] = field(default_factory=dict)
    back: set[_Element] = field(default_factory=set)

    @property
    def holders(self) -> set[_Element]:
        """The elements that hold notes."""
        return {holder for _, holder in self.by_mark.values()}


def notes_in(body: _Element) -> PageNotes:
    """The notes, as pandoc, Word, LibreOffice, Google Docs and wikis write them.

    They have no form in common but the two links: the mark is a link with a number, a letter or a
    sign for its words, and the note, or a link in it, leads to the mark or to what surrounds it.
    """
    places: dict[str, _Element] = {}
    order: dict[_Element, int] = {}
    links: dict[str, list[_Element]] = {}
    for number, element in enumerate(body.iter("*")):
        order[element] = number
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                places.setdefault(name, element)
        href = element.get("href", "") if element.tag == "a" else ""
        if href.startswith("#"):
            links.setdefault(href[1:], []).append(element)
    found = PageNotes()
    pairs: list[tuple[_Element, str, list[_Element]]] = []
    for name, marks in links.items():
        target = places.get(name)
        for mark in marks if target is not None else ():
            back = [each for own in _names(mark) for each in links.get(own, ()) if each is not mark]
            back = [each for each in back if _is_at(each, target) and order[mark] < order[each]]
            if back and _MARK.fullmatch("".join(mark.itertext()).strip()):
                pairs.append((mark, name, back))
    known = {mark for mark, _, _ in pairs}
    backs = {each for _, _, back in pairs for each in back}
    for mark, name, back in pairs:
        holder = _holder(places[name], known, backs)
        if holder is not None and mark not in holder.iter("a"):
            found.by_mark[mark] = (name, holder)
            found.back.update(back)
    return found


def _names(mark: _Element) -> list[str]:
    """What a link back may lead to: the mark, or what surrounds it in the line."""
    names = [mark.get("id"), mark.get("name")]
    for outer in mark.iterancestors():
        if outer.tag in _LINES:
            break
        names.append(outer.get("id"))
    return [name for name in names if name]


def _is_at(link: _Element, target: _Element | None) -> bool:
    """Whether a link is the target, stands in it, or in the same line."""
    if target is None:
        return False
    line = next((each for each in target.iterancestors() if each.tag in _LINES), target)
    inside = target if target.tag in _LINES else line
    return link is target or inside in link.iterancestors()


def _holder(target: _Element, marks: set[_Element], backs: set[_Element]) -> _Element | None:
    """The whole of a note, with all its paragraphs and without another note; none for a heading."""
    holder: _Element | None = target
    if target.tag not in _LINES:
        holder = next((each for each in target.iterancestors() if each.tag in _LINES), None)
    if holder is None or any(each.tag in _HEADS for each in holder.iter("*")):
        return None
    while (outer := holder.getparent()) is not None and outer.tag in _HOLDERS:
        inner = set(outer.iter("a"))
        if inner & marks or _notes(outer, backs) > 1 or not _is_whole(outer, holder, backs):
            break
        holder = outer
    return holder


def _is_whole(outer: _Element, holder: _Element, backs: set[_Element]) -> bool:
    """Whether an element is of one note: its item, its words alone, or one of several such."""
    if outer.tag == "li" or "".join(outer.itertext()).split() == "".join(holder.itertext()).split():
        return True
    around = outer.getparent()
    alike = [] if around is None else [each for each in around if each.tag == outer.tag]
    return bool(outer.get("id")) or sum(_notes(each, backs) == 1 for each in alike) > 1


def _notes(element: _Element, backs: set[_Element]) -> int:
    """In how many lines of an element a link leads back."""
    lines = set()
    for link in set(element.iter("a")) & backs:
        lines.add(next((each for each in link.iterancestors() if each.tag in _LINES), element))
    return len(lines)
