"""The parts of a Word file and their relations (ISO/IEC 29500-2): a zip of XML and pictures."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from variorum.transcripts.safe_xml import parsed
from variorum.transcripts.unpacking import Packed

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Container", "Relation"]

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (_STRICT + b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (_STRICT + b"officeDocument/math", b"officeDocument/2006/math"),
    (_STRICT + b"drawingml/main", b"drawingml/2006/main"),
    (_STRICT + b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (_STRICT + b"drawingml/picture", b"drawingml/2006/picture"),
)
"""The two vocabularies of the standard have the same names in other namespaces."""


@dataclass(frozen=True)
class Relation:
    """What a part refers to: the last word of its type, and a part or an address outside."""

    kind: str
    target: str
    is_external: bool


class Container:
    """A zip that follows the Open Packaging Conventions."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError for what is no such zip."""
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise ValueError("is protected by a password, or a file of an older Word")
        self._packed = Packed(data)
        self._names = {name.lstrip("/").lower(): name for name in self._packed.names}

    def bytes(self, part: str) -> bytes | None:
        """The bytes of a part; none where it is missing. Raises ValueError for a broken one."""
        name = self._names.get(part.lstrip("/").lower())
        return None if name is None else self._packed.read(name)

    def root(self, part: str) -> _Element | None:
        """The XML of a part; none where it is missing."""
        data = self.bytes(part)
        if data is None:
            return None
        if _STRICT in data:
            for strict, name in _TRANSITIONAL:
                data = data.replace(strict, b"http://schemas.openxmlformats.org/" + name)
        try:
            return parsed(data)
        except ValueError as error:
            raise ValueError(f"{part} {error}") from None

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by their ids; those of the file as a whole for an empty name."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for each in root.iterchildren("{*}Relationship") if root is not None else ():
            is_external = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:]
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relation(kind, target, is_external)
        return found
