"""Which elements of a text are registers: data about who and what it names, and no words of it.

TEI P5 describes persons, places and other entities in lists (14.2 to 14.4), which may stand in a
text too, and calls them “contextual information” where it has a place of its own for them (17.10,
`standOff`). A list that the source itself has is a `list` or a `castList`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.proof.elements import ID, local

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["is_register"]

_LISTS = frozenset(("listPerson", "listPlace", "listOrg", "listEvent", "listObject", "listNym"))
_BESIDE = frozenset(("listBibl", "listRelation"))
_DIVISIONS = frozenset(("div", "div1", "div2"))


def is_register(element: _Element) -> bool:
    """A list whose entries can be pointed to; what stands beside it; a division of registers."""
    name = local(element)
    if name in _LISTS:
        return any(entry.get(ID) for entry in element.iterdescendants())
    if name in _BESIDE:
        parent = element.getparent()
        return parent is not None and _holds_registers(parent)
    return name in _DIVISIONS and _holds_registers(element)


def _holds_registers(element: _Element) -> bool:
    """Whether there is nothing in an element but registers and their headings."""
    held = [child for child in element if isinstance(child.tag, str) and local(child) != "head"]
    lists = [child for child in held if local(child) not in _BESIDE]
    words = [element.text, *(child.tail for child in element)]
    return (
        bool(lists)
        and not any((text or "").strip() for text in words)
        and all(is_register(child) for child in lists)
    )
