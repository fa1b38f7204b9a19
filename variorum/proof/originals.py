"""The readings whose words other readings have, as copies of them (`@copyOf`, TEI P5 17.6)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from variorum.proof.elements import ID

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Originals"]


class Originals:
    """The elements of a file by their ids, of which the first counts."""

    def __init__(self, root: _Element) -> None:
        self.root = root

    def of(self, reading: _Element) -> _Element:
        """The reading whose words a reading has: those of another one if it is a copy.

        What is written in a copy is to be ignored.
        """
        copied = reading.get("copyOf", "").removeprefix("#")
        return self._by_id.get(copied, reading) if copied else reading

    @cached_property
    def _by_id(self) -> dict[str, _Element]:
        everything = self.root.getroottree().iter("*")
        return {str(each.get(ID)): each for each in reversed([*everything]) if each.get(ID)}
