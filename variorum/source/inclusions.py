"""Makes the inclusions of a document: XInclude 1.0, from files of the edition's folder alone.

What is included becomes part of the document, and each of its places stays known. An address of
the network, a file outside the folder and a document that includes itself are refused, since the
text would be lost without a word; where the inclusion has a fallback, that is taken.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from xml.parsers.expat import ExpatError

from variorum.findings import Code, Diagnostic, Place, VariorumError
from variorum.source.bytes import NAME, DocumentBytes, bytes_of_file
from variorum.source.codes import (
    XINCLUDE_BESIDE_TEXT,
    XINCLUDE_FALLBACK,
    XINCLUDE_NOT_FOLLOWED,
    XML_ENTITY,
)
from variorum.source.elements import Element, Wanted, elements
from variorum.source.entities import EntityLimitError, declared_entities, expanded
from variorum.source.reader import faults
from variorum.source.wellformed import wrong_encoding
from variorum.source.woven import Piece, Woven

__all__ = ["included_files", "weave"]

_XINCLUDE = "http://www.w3.org/2001/XInclude"
_LARGEST = 200_000_000
"""The bytes that all inclusions of a document together may bring."""
_DEEPEST = 40
_BESIDE = ("teiHeader", "standOff", "interp", "interpGrp", "span", "spanGrp")
"""Elements that hold no words of the text: what is missing there takes none of them away."""
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml\s[^>]*\?>)?")
_CHILD_SEQUENCE = re.compile(r"element\(([^/()\s]*)((?:/\d+)*)\)\Z")
_BY_ID = re.compile(r"""xpointer\(\s*id\(\s*["']([^"']+)["']\s*\)\s*\)\Z""")
_NO_POINTER = re.compile(r"[()/]")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

_Stack = tuple[tuple[Path, str], ...]


def weave(name: str, path: Path, data: bytes, folder: Path) -> tuple[Woven, list[Diagnostic]]:
    """A document with its entities and inclusions, and what there is to say of them.

    `folder` is where the included files must lie. An inclusion that cannot be made and has no
    fallback is an error among the findings. Raises VariorumError for what is no XML, and for
    entities without limit.
    """
    weaver = _Weaver(folder.resolve())
    woven = weaver.document(_File(name, path.resolve(), data), "", ())
    return Woven(woven.pieces, weaver.files), weaver.findings


def included_files(path: Path, data: bytes) -> set[Path]:
    """The files that a document, in UTF-8, includes by itself; none where it is no XML."""
    try:
        found = elements(data, lambda local, _within: local == "include")
    except ExpatError:
        return set()
    addresses = [each.attributes.get("href", "") for each in found if _is_inclusion(each)]
    return {(path.parent / unquote(address)).resolve() for address in addresses if address}


@dataclass(frozen=True)
class _File:
    """A file: its name in findings, and its bytes as they are."""

    name: str
    path: Path
    raw: bytes = field(repr=False)


class _RefusedError(Exception):
    """Why an inclusion cannot be made."""


def _is_inclusion(element: Element) -> bool:
    return element.name == f"{{{_XINCLUDE}}}include"


@dataclass
class _Weaver:
    folder: Path
    findings: list[Diagnostic] = field(default_factory=list)
    files: dict[str, DocumentBytes] = field(default_factory=dict)
    _expanded: dict[Path, Woven] = field(default_factory=dict)
    _size: int = 0

    def document(self, file: _File, xpointer: str, stack: _Stack) -> Woven:
        """A document, or the element of it that a pointer names, with its inclusions made."""
        place = file.path, xpointer
        if place in stack:
            raise _RefusedError("it includes itself")
        if len(stack) > _DEEPEST:
            raise _RefusedError("inclusions stand too deep within each other")
        text = self._with_entities(file)
        if not stack and _XINCLUDE.encode() not in text.data:
            return text
        wanted = ("include", "fallback", *_BESIDE)
        found = self._elements(
            file, text, lambda local, within: bool(xpointer) or not within or local in wanted
        )
        whole = not stack
        chosen = None if whole else _pointed(found, xpointer)
        span = (0, len(text.data)) if chosen is None else (chosen.start, chosen.end)
        pieces = self._made(_Part(file, text, found, (*stack, place)), *span)
        if chosen is not None:
            pieces = _declared(list(pieces), text, chosen, _base(file, stack))
        made = tuple(pieces)
        if stack:
            self._count(made)
        return Woven(made)

    def _count(self, pieces: Iterable[Piece]) -> None:
        self._size += sum(len(piece.data) for piece in pieces)
        if self._size > _LARGEST:
            raise _RefusedError("all that is included is too large")

    def _elements(self, file: _File, text: Woven, is_kept: Wanted) -> list[Element]:
        try:
            return elements(text.data, is_kept)
        except ExpatError:  # an entity whose tags do not match
            found = faults(file.name, text.data)
            place = Woven(text.pieces, self.files)
            raise VariorumError(*(_placed(finding, place) for finding in found)) from None

    def _with_entities(self, file: _File) -> Woven:
        if file.path in self._expanded:
            return self._expanded[file.path]
        if wrong := wrong_encoding(file.name, file.raw):
            raise VariorumError(wrong)
        source = self.files[file.name] = DocumentBytes(file.raw)
        try:
            texts, root = declared_entities(source.data)
        except ExpatError:
            found = faults(file.name, file.raw)
            raise VariorumError(*found[-1:]) from None
        try:
            pieces = list(expanded(file.name, source.data, texts, root))
        except EntityLimitError as error:
            place = Place(file.name, *source.place(error.offset))
            message = f"the entity &{error.name}; stands for more than is ever expanded"
            raise VariorumError(XML_ENTITY.at(place, message)) from None
        made = self._expanded[file.path] = Woven(tuple(_without_declaration(pieces)))
        return made

    def _made(self, part: _Part, first: int, last: int) -> Iterator[Piece]:
        """The bytes of a document from one offset to another, with the inclusions there made."""
        done = first
        beside = 0
        for found in part.found:
            if found.local in _BESIDE:
                beside = max(beside, found.end)
            if _is_inclusion(found) and done <= found.start and found.end <= last:
                yield from part.text.slice(done, found.start)
                lacking = XINCLUDE_BESIDE_TEXT if found.end <= beside else XINCLUDE_NOT_FOLLOWED
                yield from self._inclusion(part, found, lacking)
                done = found.end
        yield from part.text.slice(done, last)

    def _inclusion(self, part: _Part, inclusion: Element, lacking: Code) -> Iterable[Piece]:
        """What an inclusion brings; `lacking` is found where it can bring nothing."""
        at = part.text.origin(inclusion.start)[1]
        place = Place(part.file.name, *self.files[part.file.name].place(at))
        shown = inclusion.attributes.get("href") or "a part of this file"
        try:
            return self._included(part, inclusion.attributes, at)
        except _RefusedError as refused:
            fallback = next(
                (
                    each
                    for each in part.found
                    if each.name == f"{{{_XINCLUDE}}}fallback" and inclusion.holds(each)
                ),
                None,
            )
            message = f"the inclusion of {shown} is not made: {refused}"
            if fallback is None:
                self.findings.append(lacking.at(place, message))
                return ()
            self.findings.append(XINCLUDE_FALLBACK.at(place, message))
            return self._made(part, fallback.first, fallback.last)

    def _included(self, part: _Part, wanted: dict[str, str], at: int) -> Sequence[Piece]:
        parse, xpointer = wanted.get("parse", "xml"), wanted.get("xpointer", "")
        file = self._file(part.file, wanted.get("href", ""))
        if parse == "text":
            text = _text(file, wanted.get("encoding", ""))
            self.files.setdefault(file.name, DocumentBytes(file.raw))
            return [Piece(_escaped(text).encode(), part.file.name, at, verbatim=False)]
        if parse not in ("xml", "application/xml", "text/xml"):
            raise _RefusedError(f"there is no parse=“{parse}”")
        if file.path == part.file.path and not xpointer:
            raise _RefusedError("it includes itself")
        return self.document(file, xpointer, part.stack).pieces

    def _file(self, base: _File, href: str) -> _File:
        if not href:
            return base
        try:
            parts = urlsplit(href)
            path = (base.path.parent / unquote(parts.path)).resolve()
        except ValueError:
            raise _RefusedError("this is no address of a file") from None
        if parts.scheme or parts.netloc:
            raise _RefusedError("only files of the edition's folder are read")
        if parts.fragment:
            raise _RefusedError("a part of a file is named by xpointer, not after #")
        if not path.is_relative_to(self.folder):
            raise _RefusedError("it lies outside the edition's folder")
        if path == base.path:
            return base
        name = os.path.normpath(Path(base.name).parent / unquote(parts.path))
        try:
            return _File(Path(name).as_posix(), path, bytes_of_file(path))
        except OSError as error:
            raise _RefusedError(error.strerror or str(error)) from None


@dataclass(frozen=True)
class _Part:
    """A document in which inclusions are made, and those within which it is included itself."""

    file: _File
    text: Woven
    found: list[Element]
    stack: _Stack


def _without_declaration(pieces: list[Piece]) -> Iterator[Piece]:
    first, *rest = pieces
    found = _DECLARATION.match(first.data)
    yield first.part(found.end() if found else 0, len(first.data))
    yield from rest


def _placed(finding: Diagnostic, text: Woven) -> Diagnostic:
    """A finding of a woven text at the place that it comes from."""
    return replace(finding, **text.placed(finding.line, finding.column)._asdict())


def _pointed(found: Sequence[Element], xpointer: str) -> Element:
    """The element that a pointer names: by its xml:id, or by the way to it (XPointer element())."""
    sequence = _CHILD_SEQUENCE.match(xpointer)
    named = _BY_ID.match(xpointer)
    id_ = sequence[1] if sequence else named[1] if named else xpointer
    if not (sequence or named) and _NO_POINTER.search(xpointer):
        raise _RefusedError(f"the pointer {xpointer} is of a kind that is not followed")
    steps: tuple[int, ...] = ()
    if sequence:
        steps = tuple(map(int, sequence[2].split("/")[1:]))
    if id_:
        owner = next((each for each in found if each.attributes.get("xml:id") == id_), None)
        if owner is None:
            raise _RefusedError(f"nothing in it has the id {id_}")
        steps = (*owner.steps, *steps)
    steps = steps or (1,)
    for each in found:
        if each.steps == steps:
            return each
    raise _RefusedError(f"there is no element at {xpointer}")


def _declared(pieces: list[Piece], text: Woven, root: Element, base: str) -> Iterator[Piece]:
    """An included element with the namespaces that count for it in its own file."""
    own = root.attributes
    scope = {"": "", **root.scope}
    missing = {
        f"xmlns:{prefix}" if prefix else "xmlns": uri
        for prefix, uri in scope.items()
        if prefix != "xml"
    }
    if base and "xml:base" not in own:
        missing["xml:base"] = base
    added = "".join(
        f' {name}="{_escaped(uri)}"' for name, uri in missing.items() if name not in own
    )
    file, at = text.origin(root.start)
    name = NAME.match(text.data, root.start)
    after = name.end() - name.start() if name else 0
    whole = Woven(tuple(pieces))
    yield from whole.slice(0, after)
    yield Piece(added.encode(), file, at, verbatim=False)
    yield from whole.slice(after, len(whole.data))


def _base(file: _File, stack: _Stack) -> str:
    """Where an included file lies, seen from the one that includes it, if in another folder."""
    folder = stack[-1][0].parent
    return "" if file.path.parent == folder else quote(os.path.relpath(file.path, folder))


def _text(file: _File, encoding: str) -> str:
    """A file that is included as text, which may declare that it is in an encoding."""
    for mark, marked in _MARKS:
        encoding = marked if file.raw.startswith(mark) else encoding
    try:
        text = file.raw.decode(encoding or "utf-8")
    except (LookupError, ValueError):
        raise _RefusedError(f"it is no text in {encoding or 'UTF-8'}") from None
    if _NO_XML.search(text):
        raise _RefusedError("it holds characters that XML cannot hold")
    return text


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in text)
