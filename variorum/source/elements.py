"""Where the elements of a document begin and end in its bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from variorum.source.bytes import TAG

__all__ = ["Element", "Wanted", "elements"]

Wanted = Callable[[str, Sequence[str]], bool]
"""Whether an element is wanted: by its local name, and those of the elements that it stands in."""

_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass
class Element:
    """An element: from the byte `start` to before the byte `end`, without tags from `first` to
    before `last`.

    `name` is that of lxml, `attributes` have their names as written, `scope` are the namespaces
    that count here, by prefix. `steps` are the numbers of its ancestors, and its own, among the
    elements beside them.
    """

    name: str
    start: int
    first: int
    attributes: dict[str, str]
    scope: dict[str, str]
    steps: tuple[int, ...]
    last: int = 0
    end: int = 0

    @property
    def local(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition("}")[2]

    def holds(self, other: Element) -> bool:
        """Whether the other element lies within this one."""
        return self.start < other.start and other.end <= self.end


def elements(data: bytes, is_kept: Wanted) -> list[Element]:
    """The elements that are wanted, in their order.

    `data` is well-formed XML in UTF-8. Raises ExpatError for what is none.
    """
    reader = _Reader(data, is_kept)
    reader.parser.Parse(data, True)
    return reader.found


@dataclass
class _Reader:
    data: bytes
    is_kept: Wanted
    found: list[Element] = field(default_factory=list)
    _open: list[Element | None] = field(default_factory=list)
    _path: list[str] = field(default_factory=list)
    _scopes: list[dict[str, str]] = field(default_factory=lambda: [{"xml": _XML}])
    _steps: list[int] = field(default_factory=lambda: [0])

    def __post_init__(self) -> None:
        self.parser = expat.ParserCreate("UTF-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _doctype(self, *_: object) -> None:
        self.parser.DefaultHandler = lambda _text: None  # with it no entity is expanded

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._steps[-1] += 1
        scope = self._scopes[-1]
        for key, value in attributes.items():
            if key.startswith("xmlns") and key[5:6] in ("", ":"):
                scope = {**scope, key[6:]: value}
        prefix, _, local = name.rpartition(":")
        kept = None
        if self.is_kept(local, self._path):
            start = self.parser.CurrentByteIndex
            tag = TAG.match(self.data, start)
            first = tag.end() if tag else start
            full = f"{{{scope.get(prefix, '')}}}{local}"
            kept = Element(full, start, first, attributes, scope, tuple(self._steps))
            self.found.append(kept)
        self._open.append(kept)
        self._path.append(local)
        self._scopes.append(scope)
        self._steps.append(0)

    def _end(self, _name: str) -> None:
        self._scopes.pop()
        self._steps.pop()
        self._path.pop()
        kept = self._open.pop()
        if kept is None:
            return
        if self.data[kept.first - 2 : kept.first] == b"/>":
            kept.last = kept.end = kept.first
            return
        kept.last = self.parser.CurrentByteIndex
        tag = TAG.match(self.data, kept.last)
        kept.end = tag.end() if tag else kept.last
