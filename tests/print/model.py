"""What the model says of the entries of an apparatus, read from its nodes as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.building import InMemory
from variorum.source import Edition, Source

__all__ = ["Entry", "entries"]

V = "Q{urn:variorum:model}"


@dataclass(frozen=True)
class Entry:
    """An entry: its id, its series by rank, the place it is known by, its line; if it is placed."""

    id: str
    rank: int
    block: str
    line: str
    placed: bool


def entries(edition: Edition, source: Source) -> list[Entry]:
    """The entries of a document, in the order of the model."""
    model = InMemory(edition, ("pdf",)).node(source)
    return [_entry(app) for app in _below(model, "app") if any(_line(app))]


def _entry(app: Any) -> Entry:
    (line,) = _line(app)
    held = {each.name.removeprefix(V): each.string_value for each in app.attributes}
    return Entry(
        held["id"],
        int(held["rank"]),
        held.get("place", ""),
        _words(line),
        "from" in held and "in-note" not in held,
    )


def _line(app: Any) -> list[Any]:
    return [child for child in _elements(app) if child.local_name == "printed-entry"]


def _words(node: Any) -> str:
    """The words of a node, with straight marks where the model asks for quotation marks.

    What is told by its place is no part of the line.
    """
    if node.node_kind_str == "text":
        return str(node.string_value)
    if node.node_kind_str != "element" or node.local_name == "unit":
        return ""
    asked = {each.name.removeprefix(V): each.string_value for each in node.attributes}.get("marks")
    mark = {"outer": '"', "inner": "'"}.get(asked or "", "")
    return mark + "".join(map(_words, node.children)) + mark


def _elements(node: Any) -> list[Any]:
    return [child for child in node.children if child.node_kind_str == "element"]


def _below(node: Any, name: str) -> Iterator[Any]:
    for child in _elements(node):
        if child.local_name == name:
            yield child
        else:
            yield from _below(child, name)
