"""Expands the entities that a document declares itself, as XML 1.0 4.4 says.

Entities of a DTD outside the file, and those that stand for another file, stay as they are: what
reads the document says so. What is expanded may not grow without limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from variorum.source.woven import Piece

__all__ = ["EntityLimitError", "declared_entities", "expanded"]

MOST = 8_000_000
"""The bytes that all references of a document together may stand for."""

_DEEPEST = 50
"""How many entities may stand within each other."""

_MARKUP = re.compile(
    rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
    rb"|(<[^!?](?:[^>\"']|\"[^\"]*\"|'[^']*')*>)|&([^\s;#&<]+);",
    re.DOTALL,
)
_REFERENCE = re.compile(rb"&([^\s;#&<]+);")
_QUOTED = {b'"': b"&quot;", b"'": b"&apos;", b"\n": b" ", b"\r": b" ", b"\t": b" "}
_TO_QUOTE = re.compile(rb"[\"'\n\r\t]")
_BUILT_IN = (b"amp", b"lt", b"gt", b"apos", b"quot")


class EntityLimitError(Exception):
    """The entities of a document stand for more than is expanded; `offset` is of the reference."""

    def __init__(self, name: str, offset: int) -> None:
        super().__init__(name)
        self.name = name
        self.offset = offset


@dataclass
class _Declarations:
    texts: dict[bytes, bytes] = field(default_factory=dict)
    root: int = 0


def declared_entities(data: bytes) -> tuple[dict[bytes, bytes], int]:
    """The texts of the entities that a document declares, and the offset of its root element.

    Raises ExpatError for what is no XML.
    """
    found = _Declarations()
    parser = expat.ParserCreate("UTF-8")
    outside: set[bytes] = set()

    def entity(name: str, parameter: bool, text: str | None, *_: object) -> None:
        known = name.encode()
        if parameter or known in _BUILT_IN or known in found.texts or known in outside:
            return
        if text is None:
            outside.add(known)
        else:
            found.texts[known] = text.encode()

    def root(_name: str, _attributes: dict[str, str]) -> None:
        found.root = parser.CurrentByteIndex
        parser.StartElementHandler = None

    parser.EntityDeclHandler = entity
    parser.StartElementHandler = root
    parser.DefaultHandler = lambda _text: None  # with it expat expands nothing in the text
    parser.Parse(data, True)
    return found.texts, found.root


def expanded(file: str, data: bytes, texts: dict[bytes, bytes], root: int) -> Iterator[Piece]:
    """The document with the texts of its entities in place of the references to them.

    Raises EntityLimitError.
    """
    expansion = _Expansion(texts)
    done = 0
    for found in _MARKUP.finditer(data, root):
        if found[1] and b"&" in found[1]:
            references: Iterator[re.Match[bytes]] = _REFERENCE.finditer(data, *found.span(1))
        elif found[2]:
            references = iter([found])
        else:
            continue
        for reference in references:
            name = reference.group(reference.lastindex or 1)
            if name in texts:
                at = reference.start()
                yield Piece(data[done:at], file, done)
                yield Piece(expansion.text(name, at, quoted=bool(found[1])), file, at, False)
                done = reference.end()
    yield Piece(data[done:], file, done)


@dataclass
class _Expansion:
    texts: dict[bytes, bytes]
    _made: dict[bytes, bytes] = field(default_factory=dict)
    _size: int = 0

    def text(self, name: bytes, at: int, *, quoted: bool) -> bytes:
        """What a reference at an offset stands for; `quoted` in the value of an attribute."""
        text = self._whole(name, at, ())
        self._count(len(text), name, at)
        return _TO_QUOTE.sub(lambda sign: _QUOTED[sign[0]], text) if quoted else text

    def _count(self, size: int, name: bytes, at: int) -> None:
        self._size += size
        if self._size > MOST:
            raise EntityLimitError(name.decode(), at)

    def _whole(self, name: bytes, at: int, within: tuple[bytes, ...]) -> bytes:
        if name in within or len(within) > _DEEPEST:
            raise EntityLimitError(name.decode(), at)
        if name not in self._made:
            parts, done, text = [], 0, self.texts[name]
            for reference in _REFERENCE.finditer(text):
                if reference[1] in self.texts:
                    inner = self._whole(reference[1], at, (*within, name))
                    self._count(len(inner), name, at)
                    parts += [text[done : reference.start()], inner]
                    done = reference.end()
            self._made[name] = b"".join([*parts, text[done:]])
        return self._made[name]
