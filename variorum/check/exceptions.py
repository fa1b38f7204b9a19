"""Recorded exceptions: findings that the editors know and have decided to keep.

They stand in `tei/exceptions.xml`, or beside the texts of a folder without `tei/`, in a grammar of
their own (exceptions.rng):

    <exceptions xmlns="urn:variorum:exceptions">
      <exception code="date-contradicts-text" file="letter.xml" element="date" text="31 June 1920">
        <reason>So in the manuscript; the postmark has 30 June.</reason>
      </exception>
    </exceptions>

The place is a file, named from the folder of `exceptions.xml`, and, in it, the element with an
xml:id (`id`), or all elements of a name with a text (`element`, `text`); without either, the whole
file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from variorum import resource
from variorum.check.codes import EXCEPTION_INVALID, EXCEPTION_UNUSED
from variorum.check.scan import Index, scan
from variorum.findings import Diagnostic, Place
from variorum.source import EXCEPTIONS
from variorum.source.bytes import DocumentBytes

if TYPE_CHECKING:
    from variorum.source import Edition, Source

__all__ = ["Exceptions", "bytes_there", "exceptions_of", "name_in"]

_NAMESPACE = "urn:variorum:exceptions"
_XML_ID = "http://www.w3.org/XML/1998/namespace id"
_Spot = tuple[int, int]
_ATTRIBUTES = ("code", "file", "id", "element", "text")


def exceptions_of(root: Path, text: Path) -> Path:
    """The file with the exceptions of a text, for an edition in `root`."""
    tei = root / "tei"
    is_in_tei = text.resolve().is_relative_to(tei.resolve())
    return (tei if is_in_tei else text.parent) / EXCEPTIONS


def name_in(exceptions: Path, text: Path) -> str:
    """What a file of exceptions calls a text: its path from the folder that the file lies in."""
    real, folder = text.resolve(), exceptions.parent.resolve()
    return real.relative_to(folder).as_posix() if real.is_relative_to(folder) else text.name


def _called(text: Source, path: Path) -> str:
    """What findings call the exceptions of a text: by its folder, as they call the text."""
    depth = len(Path(name_in(path, text.path)).parts)
    return Path(*Path(text.name).parts[:-depth], EXCEPTIONS).as_posix()


def bytes_there(path: Path) -> bytes | None:
    """The bytes of a file; None where there is none. Raises OSError where it cannot be read."""
    return path.read_bytes() if path.is_file() else None


@dataclass
class _Exception:
    code: str
    file: str
    id: str
    element: str
    text: str
    place: _Spot
    spans: list[tuple[_Spot, _Spot]] = field(default_factory=list)
    used: bool = False

    def covers(self, finding: Diagnostic, folder: Path) -> bool:
        """Whether a finding is meant; `folder` is what findings call that of the exceptions."""
        if finding.code != self.code or Path(finding.file) != folder / self.file:
            return False
        if not (self.id or self.element):
            return True
        at = (finding.line, finding.column)
        return any(begin <= at <= end for begin, end in self.spans)


@dataclass
class Exceptions:
    """The exceptions of an edition; `findings` is what is wrong with their file."""

    name: str = ""
    whole: bool = False
    findings: list[Diagnostic] = field(default_factory=list)
    _all: list[_Exception] = field(default_factory=list)
    _folder: Path = Path()

    @classmethod
    def of(cls, edition: Edition, read: Callable[[Path], bytes | None] = bytes_there) -> Exceptions:
        """Those of the edition's folder `tei/`, else of the folder of its first text.

        `read` gives the bytes of their file, None where there is none; it raises OSError where they
        cannot be read.
        """
        tei = edition.root / "tei"
        pairs = ((each, exceptions_of(edition.root, each.path)) for each in edition.sources)
        first = next((pair for pair in pairs if pair[1].parent == tei), None)
        if first is None and edition.sources:
            text = edition.sources[0]
            first = text, exceptions_of(edition.root, text.path)
        if first is None:
            return cls()
        text, path = first
        found = cls(_called(text, path), edition.own, _folder=path.parent.resolve())
        return found if found._read(path, read) else cls()

    def locate(self, index: Index, data: bytes) -> None:
        """Notes where in a file its exceptions apply."""
        here = [
            exception
            for exception in self._all
            if (exception.id or exception.element)
            and self._folder / exception.file == index.path.resolve()
        ]
        if here:
            _Locator(here, data).run()

    def applied(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that stay, with those for exceptions that match nothing."""
        kept = [finding for finding in findings if not self._excepted(finding)]
        if self.whole:
            kept += [self._unused(exception) for exception in self._all if not exception.used]
        return kept

    def _excepted(self, finding: Diagnostic) -> bool:
        folder = Path(self.name).parent
        matching = [each for each in self._all if each.covers(finding, folder)]
        for exception in matching:
            exception.used = True
        return bool(matching)

    def _unused(self, exception: _Exception) -> Diagnostic:
        place = f"in {exception.file}" if exception.file else "here"
        message = f"no finding {exception.code} is left {place} at this place"
        return EXCEPTION_UNUSED.at(Place(self.name, *exception.place), message)

    def _read(self, path: Path, read: Callable[[Path], bytes | None]) -> bool:
        """Takes the exceptions of a file over; whether there is one."""
        try:
            data = read(path)
        except OSError as error:
            self._wrong((0, 0), f"cannot be read: {error.strerror}")
            return True
        if data is not None:
            self._take(path, data)
        return data is not None

    def _take(self, path: Path, data: bytes) -> None:
        from variorum.relaxng import load_schema

        if broken := scan(self.name, path, data).findings:
            for finding in broken:
                self._wrong((finding.line, finding.column), finding.message, finding.help)
            return
        grammar = load_schema(resource("schema") / "exceptions.rng")
        faults = grammar.validate(data)
        for fault in faults:
            self._wrong((fault.line, fault.column), fault.message, fault.help)
        self._all = [] if faults else _Reader(data).run()
        if self._all:
            self._reject_unknown()

    def _reject_unknown(self) -> None:
        from difflib import get_close_matches

        from variorum.check.known import known_codes

        known = known_codes(self._folder / "schema" / "edition.odd")
        for exception in self._all:
            if exception.code not in known:
                close = get_close_matches(exception.code, known, 1, 0.5)
                help_ = f"did you mean {close[0]}?" if close else "see variorum explain"
                self._wrong(exception.place, f"the checks have no code {exception.code}", help_)
            elif exception.code.startswith(("xml-", "file-", "exception-")):
                self._wrong(
                    exception.place, f"{exception.code} cannot be excepted", "mend the file"
                )
        self._all = [
            exception
            for exception in self._all
            if exception.code in known
            and not exception.code.startswith(("xml-", "file-", "exception-"))
        ]

    def _wrong(self, place: _Spot, message: str, help_: str = "") -> None:
        self.findings.append(EXCEPTION_INVALID.at(Place(self.name, *place), message, help_))


class _Reader:
    """A valid exceptions file."""

    def __init__(self, data: bytes) -> None:
        self._bytes = DocumentBytes(data)
        self._found: list[_Exception] = []
        self._parser = expat.ParserCreate("UTF-8", " ")
        self._parser.StartElementHandler = self._start

    def run(self) -> list[_Exception]:
        self._parser.Parse(self._bytes.data, True)
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_NAMESPACE} exception":
            place = self._bytes.place(self._parser.CurrentByteIndex)
            code, file, id_, element, text = (attributes.get(key, "") for key in _ATTRIBUTES)
            self._found.append(_Exception(code, file, id_, element, text, place))


class _Locator:
    """Where in a file the elements are that exceptions name."""

    def __init__(self, exceptions: list[_Exception], data: bytes) -> None:
        self._exceptions = exceptions
        self._bytes = DocumentBytes(data)
        self._open: list[tuple[list[_Exception], int, list[str]]] = []
        self._parser = expat.ParserCreate("UTF-8", " ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def run(self) -> None:
        self._parser.Parse(self._bytes.data, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local, id_ = name.rpartition(" ")[2], attributes.get(_XML_ID)
        meant = [
            exception
            for exception in self._exceptions
            if (exception.id and exception.id == id_)
            or (exception.element and exception.element == local)
        ]
        self._open.append((meant, self._parser.CurrentByteIndex, []))

    def _text(self, text: str) -> None:
        for meant, _, parts in self._open:
            if meant:
                parts.append(text)

    def _end(self, _name: str) -> None:
        meant, tag, parts = self._open.pop()
        if not meant:
            return
        text = " ".join("".join(parts).split())
        span = self._bytes.place(tag), self._bytes.place(self._parser.CurrentByteIndex)
        for exception in meant:
            if exception.id or not exception.text or text == " ".join(exception.text.split()):
                exception.spans.append(span)
