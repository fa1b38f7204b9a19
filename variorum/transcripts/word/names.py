"""The names of WordprocessingML and its neighbours, as lxml writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["MC", "WP", "A", "M", "R", "V", "W", "is_on", "value"]

_BASE = "{http://schemas.openxmlformats.org/"
W = f"{_BASE}wordprocessingml/2006/main}}"
R = f"{_BASE}officeDocument/2006/relationships}}"
M = f"{_BASE}officeDocument/2006/math}}"
A = f"{_BASE}drawingml/2006/main}}"
WP = f"{_BASE}drawingml/2006/wordprocessingDrawing}}"
MC = f"{_BASE}markup-compatibility/2006}}"
V = "{urn:schemas-microsoft-com:vml}"


def value(parent: _Element | None, name: str) -> str | None:
    """The `w:val` of a child; none where the child or its value is missing."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def is_on(parent: _Element | None, name: str) -> bool | None:
    """Whether a property that can be on or off is on; none where nothing is said (17.17.4)."""
    child = None if parent is None else parent.find(f"{W}{name}")
    if child is None:
        return None
    return child.get(f"{W}val", "true") not in ("0", "false", "off", "none")
