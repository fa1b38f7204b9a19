"""Line and column of start tags and attributes, which lxml does not keep.

Built only when there is something to report: a sound file never pays for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from xml.parsers import expat

__all__ = ["Positions"]


@dataclass(frozen=True)
class _Tag:
    line: int
    column: int
    offset: int


class Positions:
    """Positions in one file, by the element's place in document order (0 is the root)."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _tags(self) -> list[_Tag]:
        tags: list[_Tag] = []
        parser = expat.ParserCreate()

        def start(_name: str, _attributes: dict[str, str]) -> None:
            tags.append(
                _Tag(
                    parser.CurrentLineNumber,
                    parser.CurrentColumnNumber + 1,
                    parser.CurrentByteIndex,
                )
            )

        parser.StartElementHandler = start
        parser.Parse(self._data, True)
        return tags

    def element(self, index: int) -> tuple[int, int]:
        """Line and column (1-based) of the start tag of the element at `index`."""
        tag = self._tags[index]
        return tag.line, tag.column

    def attribute(self, index: int, name: str) -> tuple[int, int]:
        """Line and column of the attribute `name` (with its prefix) of that element."""
        tag = self._tags[index]
        source = self._data[tag.offset :]
        attributes = re.compile(rb"\s([^\s=<>/]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
        end = re.match(rb"<[^\s/>]+", source)
        at = end.end() if end else 0
        while found := attributes.match(source, at):
            if found.group(1) == name.encode():
                before = source[: found.start(1)]
                line = before.count(b"\n")
                if not line:
                    return tag.line, tag.column + len(before.decode("utf-8", "replace"))
                last = before.rpartition(b"\n")[2]
                return tag.line + line, len(last.decode("utf-8", "replace")) + 1
            at = found.end()
            while source[at : at + 2].isspace():
                at += 1
        return tag.line, tag.column
