"""What outputs leave out on purpose: the rows of the one table, which the model reads, too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from variorum import resource
from variorum.proof.elements import TEI

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Row", "rows"]

_NAMES = {"tei": TEI.strip("{}")}


@dataclass(frozen=True)
class Row:
    """What is left out, why, and in which outputs, by the names of their formats.

    `pattern` is an XPath expression that finds it in a document, and empty where it is about
    attributes; `example` is a piece of a text,
    of whose word “withheld” nothing is shown.
    """

    name: str
    pattern: str
    outputs: tuple[str, ...]
    what: str
    why: str
    example: str

    def found(self, root: _Element) -> list[_Element]:
        """The elements of a document that the row is about."""
        if not self.pattern:
            return []
        found: list[_Element] = root.xpath(self.pattern, namespaces=_NAMES)
        return found


@cache
def rows() -> tuple[Row, ...]:
    """All rows of the table."""
    from lxml import etree

    table = etree.parse(resource("xslt") / "model" / "left-out.xml").getroot()
    return tuple(_row(row) for row in table.iterchildren("row"))


def _row(row: _Element) -> Row:
    from lxml import etree

    example = row.find("example/*")
    return Row(
        row.get("id", ""),
        " | ".join(f"//{each}" for each in _patterns(row)),
        tuple(row.get("outputs", "").split()),
        _words(row, "what"),
        _words(row, "why"),
        "" if example is None else etree.tostring(example, encoding="unicode", with_tail=False),
    )


def _patterns(row: _Element) -> list[str]:
    named = [f"tei:text//tei:{name}" for name in row.get("elements", "").split()]
    return [*named, *(each.strip() for each in row.get("match", "").split(" | ") if each)]


def _words(row: _Element, name: str) -> str:
    return " ".join(row.findtext(name, "").split())
