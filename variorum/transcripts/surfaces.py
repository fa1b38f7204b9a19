"""Writes the pictures of pages, with the zones on them, as a `facsimile`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.transcripts.elements import XML, new, sub
from variorum.transcripts.links import address
from variorum.transcripts.transcript import Surface, Zone

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["facsimile"]


def facsimile(surfaces: Sequence[Surface]) -> _Element:
    """The element for all pages."""
    element = new("facsimile")
    for surface in surfaces:
        said = {f"{XML}id": surface.name}
        if surface.width and surface.height:
            said |= {"ulx": "0", "uly": "0"}
            said |= {"lrx": str(surface.width), "lry": str(surface.height)}
        made = sub(element, "surface", **said)
        if surface.url:
            sub(made, "graphic", url=address(surface.url))
        for zone in surface.zones:
            _add_zone(made, zone)
    return element


def _add_zone(parent: _Element, zone: Zone) -> None:
    said = ({f"{XML}id": zone.name} if zone.name else {}) | {"type": zone.kind}
    said |= {"points": zone.points} if zone.points else {}
    made = sub(parent, "zone", **said)
    for inner in zone.zones:
        _add_zone(made, inner)
