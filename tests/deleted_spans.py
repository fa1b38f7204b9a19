"""What is deleted from one point of a text to another, for readers of TEI that tests have."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from variorum.source import TEI, XML

__all__ = ["without_deleted_spans"]


def without_deleted_spans(root: Any) -> Any:
    """A copy of a document without the words between a `delSpan` and what its `@spanTo` names.

    Source: TEI P5 12.3.1.4.
    """
    copy = deepcopy(root)
    ids = {element.get(f"{XML}id") for element in copy.iter("*")}
    ends: set[str] = set()
    for event, element in etree.iterwalk(copy, events=("start", "end")):
        if event == "start":
            ends.discard(element.get(f"{XML}id", ""))
            if element.tag == f"{TEI}delSpan":
                ends |= {element.get("spanTo", "").removeprefix("#")} & ids
            element.text = "" if ends else element.text
        elif ends:
            element.tail = ""
    return copy
