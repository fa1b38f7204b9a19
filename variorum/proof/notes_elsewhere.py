"""Notes that stand beside the text, and the notes of annotations, at what they are about.

A `standOff` may hold notes and annotations that point to the text by their `@target` (TEI P5
16.10, att.targeting); a note is read after the last of what it points to. One about a block is at
the end of the block, one about a division at the end of its heading, and one about the row of a
table in its last cell.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from variorum.proof.elements import ID, TEI, local, pointed

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["with_notes_elsewhere"]

_HOLDING = ("standOff", "noteGrp", "listAnnotation", "annotation")
_BLOCKS = ("p", "ab", "l", "head", "item", "cell", "label", "u", "speaker", "stage")
_PARTS = ("front", "body", "back")


def with_notes_elsewhere(root: _Element) -> _Element:
    """The document with the notes of its `standOff` at their places in the text."""
    if root.find(f"{TEI}standOff//{TEI}note") is None:
        return root
    root = copy.deepcopy(root)
    targets: dict[str, _Element] = {}
    for element in root.iterfind(f"{TEI}text//*[@{ID}]"):
        targets.setdefault(element.get(ID, ""), element)
    notes = root.findall(f"{TEI}standOff//{TEI}note")
    last: dict[_Element, _Element] = {}
    for note in (each for each in notes if local(each.getparent()) in _HOLDING):
        target = targets.get(_target(note))
        if target is not None:
            _move(note, target, last)
    return root


def _target(note: _Element) -> str:
    """The last of what a note is about, which an annotation says of its notes."""
    parent = note.getparent()
    is_said = note.get("target") is None and parent is not None and local(parent) == "annotation"
    about = parent if is_said and parent is not None else note
    targets = f"{about.get('target', '')} {about.get('targetEnd', '')}".split()
    return pointed(targets[-1]) if targets else ""


def _move(note: _Element, target: _Element, last: dict[_Element, _Element]) -> None:
    """Puts a note at its place, after those that are about the same."""
    parent = note.getparent()
    assert parent is not None
    parent.remove(note)  # no word of the text follows it, so its tail is of no account
    note.tail = None
    holder = _holder(target)
    if holder is not None:
        holder.append(note)
        return
    before = last.get(target, target)
    note.tail, before.tail = before.tail, None
    before.addnext(note)
    last[target] = note


def _holder(target: _Element) -> _Element | None:
    """What has the note at its end."""
    if local(target) in _BLOCKS + _PARTS:
        return target
    if local(target) == "row":
        cells = target.findall(f"{TEI}cell")
        return cells[-1] if cells else None
    return target.find(f"{TEI}head")
