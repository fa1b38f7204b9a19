"""Line and column of start tags, attributes and other nodes, which lxml does not keep.

Built only when there is something to report: a sound file never pays for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from xml.parsers import expat

from variorum.source.bytes import DocumentBytes

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Places", "Positions"]

_STEP = re.compile(r"/(?:Q(\{[^}]*\}))?([^/{}]+)\[(\d+)\]")
_TAG_NAME = re.compile(rb"<[^\s/>]+")
_ATTRIBUTE = re.compile(rb"\s+([^\s=<>/]+)\s*=\s*(\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True)
class _Tag:
    line: int
    column: int
    offset: int


class Positions:
    """Positions in one file, by the element's place in document order (0 is the root)."""

    def __init__(self, data: bytes) -> None:
        self._data = DocumentBytes(data).data

    @cached_property
    def _tags(self) -> list[_Tag]:
        tags: list[_Tag] = []
        parser = expat.ParserCreate("UTF-8")

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
        begin = _TAG_NAME.match(self._data, tag.offset)
        at = begin.end() if begin else len(self._data)
        while found := _ATTRIBUTE.match(self._data, at):
            if found.group(1) == name.encode():
                before = self._data[tag.offset : found.start(1)].decode("utf-8", "replace")
                line = before.count("\n")
                column = len(before.rpartition("\n")[2]) + (1 if line else tag.column)
                return tag.line + line, column
            at = found.end()
        return tag.line, tag.column

    def other(self, parent: int, step: str, number: int) -> tuple[int, int]:
        """Line and column of the text, comment or instruction that is the `number`-th child of
        its kind of the element at `parent` (-1 for the document), `step` as in `path()`.

        A text is where its first visible character is.
        """
        return self._nodes.found[parent, step][number - 1]

    def numbered(self, kind: str, number: int) -> tuple[int, int]:
        """Line and column of the `number`-th node of a kind in the file, counted from 1: `element`,
        `text`, `comment` or `processing-instruction`. The document, 0, is where its root is.
        """
        if kind == "element":
            return self.element(max(number - 1, 0))
        return self._nodes.of_kind[kind][number - 1]

    @cached_property
    def _nodes(self) -> _OtherNodes:
        return _OtherNodes(self._data)


class _OtherNodes:
    """One pass over a file: where texts, comments and instructions begin, with their parents."""

    def __init__(self, data: bytes) -> None:
        self.found: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
        self.of_kind: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._open = [-1]
        self._elements = 0
        self._in_text = self._blank = False
        self._parser = parser = expat.ParserCreate("UTF-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._declare
        parser.EndDoctypeDeclHandler = self._listen
        self._listen()
        parser.Parse(data, True)

    def _declare(self, *_declaration: object) -> None:
        """What stands in the declaration of the document type is no node."""
        self._parser.CommentHandler = self._parser.ProcessingInstructionHandler = None

    def _listen(self) -> None:
        parser = self._parser
        parser.CommentHandler = lambda _comment: self._add("comment()")
        parser.ProcessingInstructionHandler = lambda target, _data: self._add(
            f"processing-instruction({target})"
        )

    def _start(self, _name: str, _attributes: dict[str, str]) -> None:
        self._open.append(self._elements)
        self._elements += 1
        self._in_text = False

    def _end(self, _name: str) -> None:
        self._open.pop()
        self._in_text = False

    def _add(self, kind: str, indent: int = 0) -> None:
        place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1 + indent
        self.found[self._open[-1], kind].append(place)
        self.of_kind[kind.partition("(")[0]].append(place)
        self._in_text = False

    def _text(self, data: str) -> None:
        visible = data.lstrip()
        if not self._in_text or (self._blank and visible):
            if self._in_text:
                self.found[self._open[-1], "text()"].pop()
                self.of_kind["text"].pop()
            self._add("text()", len(data) - len(visible) if visible else 0)
            self._blank = not visible
        self._in_text = True


class Places:
    """Positions of the nodes of one parsed file, by the path that XPath's `path()` writes."""

    def __init__(self, root: _Element, data: bytes) -> None:
        self._root = root
        self._positions = Positions(data)
        self._children: dict[_Element, dict[str, list[_Element]]] = {}

    @cached_property
    def _index(self) -> dict[_Element, int]:
        return {element: index for index, element in enumerate(self._root.iter("*"))}

    def find(self, path: str, attribute: str = "") -> tuple[int, int]:
        """Line and column of a node, or of the `attribute` of an element, by its path.

        The document is where its root element is.
        """
        element: _Element | None = None
        for namespace, name, number in _STEP.findall(path):
            if not namespace:
                parent = -1 if element is None else self._index[element]
                return self._positions.other(parent, name, int(number))
            element = self._child(element, namespace + name, int(number))
        index = 0 if element is None else self._index[element]
        if attribute:
            return self._positions.attribute(index, attribute)
        return self._positions.element(index)

    def _child(self, parent: _Element | None, tag: str, number: int) -> _Element:
        if parent is None:
            return self._root
        if parent not in self._children:
            named = self._children[parent] = defaultdict(list)
            for child in parent.iterchildren("*"):
                named[child.tag].append(child)
        return self._children[parent][tag.removeprefix("{}")][number - 1]
