"""The names that a location can give to a part of the text (TEI P5 12.2.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.proof.elements import SECTIONS, local

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["names_of", "plain_location", "sections_of_list"]


def sections_of_list(app: _Element) -> list[_Element]:
    """The parts of the text to which a list of entries may belong, the smallest first.

    One in `back` has the whole text: that of its own work where a file holds several.
    """
    if local(app.getparent()) != "listApp":
        return []
    return [e for e in app.iterancestors() if local(e) in SECTIONS and local(e) != "back"]


def names_of(element: _Element) -> list[str]:
    """The names of a block: its number alone, and with the numbers of what it stands in."""
    chain = [e for e in [element, *element.iterancestors()] if e.get("n")]
    numbers = [plain_location(e.get("n", "")) for e in chain]
    bare = [
        plain_location(e.get("n", "")) for e in chain if e is element or not e.tag.endswith("}lg")
    ]
    names = [".".join(reversed(numbers[:count])) for count in range(1, len(numbers) + 1)]
    parts = element.get("n", "").split("=") if "=" in element.get("n", "") else []
    return list(dict.fromkeys([*names, ".".join(reversed(bare)), *map(plain_location, parts)]))


def plain_location(text: str) -> str:
    """The numbers of a location, whatever words and signs stand between them; else its words."""
    parts = [part for part in re.split(r"[\s.,:;/\-–#]+", text) if part]
    numbers = [part for part in parts if re.search(r"\d", part)]
    return ".".join(numbers or parts)
