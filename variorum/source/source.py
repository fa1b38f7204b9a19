"""One XML file of an edition: its bytes, its tree, what it is."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from itertools import count, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.source.bytes import DocumentBytes, as_utf8, bytes_of_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import XMLParser, _Element, _ElementTree

    from variorum.source.woven import Woven

__all__ = ["TEI", "XML", "Role", "Source"]

Role: TypeAlias = Literal["document", "page", "register", ""]
"""What the settings say that a file is; where they say nothing, it shows by what it holds."""

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_XINCLUDE = b"http://www.w3.org/2001/XInclude"


@dataclass(frozen=True)
class Source:
    """One XML file, read once. `name` is how findings call it: the path as the user gave it.

    A source that is `given` its bytes stands for the path and never reads it: so an editor's buffer
    is checked and built before it is saved. `folder` is where the files that it includes must lie;
    `role` is what the settings, or its folder, say that it is. `part` is the text of the document
    of this `number` among several in the file. `called` is its id where that must be another than
    the file says.
    """

    path: Path
    name: str
    given: bytes | None = field(default=None, repr=False)
    folder: Path | None = None
    role: Role = ""
    called: str = ""
    part: Woven | None = field(default=None, repr=False, compare=False)
    number: int = 0

    def __reduce__(self) -> tuple[type[Source], tuple[object, ...]]:
        """A copy for another process has the bytes that were given; else it reads the file anew."""
        return Source, tuple(getattr(self, each.name) for each in fields(self))

    def fresh(self) -> Source:
        """The same source before anything was read: what the copy reads is freed with it."""
        return replace(self)

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file. Raises VariorumError when it cannot be read."""
        if self.given is not None:
            return self.given
        try:
            return bytes_of_file(self.path)
        except OSError as error:
            from variorum.source.wellformed import unreadable

            raise VariorumError(unreadable(self.name, error)) from None

    @cached_property
    def _woven(self) -> tuple[Woven | None, Sequence[Diagnostic]]:
        """The text with its entities and inclusions, where it has any, and what is said of them."""
        if self.part is not None:
            return self.part, ()
        data = as_utf8(self.data)
        if b"<!ENTITY" not in data and _XINCLUDE not in data:
            return None, ()
        from variorum.source.inclusions import weave

        return weave(self.name, self.path, self.data, self.folder or self.path.parent)

    @property
    def whole(self) -> bytes:
        """The document with its entities and inclusions, in the encoding that it declares. Raises
        VariorumError for a file that cannot be read, and for entities without limit.
        """
        return self._woven[0].data if self._woven[0] else self.data

    @property
    def included(self) -> Mapping[str, DocumentBytes]:
        """The files that it was woven from, by the names that findings give them."""
        return self._woven[0].files if self._woven[0] else {}

    @property
    def is_woven(self) -> bool:
        """Whether places in `whole` are others than in the file."""
        return self._woven[0] is not None

    @property
    def notes(self) -> Sequence[Diagnostic]:
        """What there is to say of characters that are left out, and of inclusions: errors where the
        text lacks what they would bring.
        """
        from variorum.source.characters import left_out

        return [*self._woven[1], *map(self.located, left_out(self.name, as_utf8(self.whole)))]

    def located(self, finding: Diagnostic) -> Diagnostic:
        """A finding of a place in `whole`, at the file, line and column that this comes from."""
        woven, _ = self._woven
        if woven is None or finding.file != self.name or not finding.line:
            return finding
        place = woven.placed(finding.line, finding.column or 1)
        column = place.column if finding.column else 0
        return replace(finding, file=place.file, line=place.line, column=column)

    @cached_property
    def _document(self) -> DocumentBytes:
        """The bytes in UTF-8. Raises VariorumError where they cannot be parsed as they stand."""
        from variorum.source.reader import faults

        lost = [note for note in self._woven[1] if note.level == "error"]
        if found := [*lost, *map(self.located, faults(self.name, self.whole))]:
            raise VariorumError(*found)
        return self._readable

    def accept(self) -> None:
        """Notes that a reader has found the file to be XML: it is not read again for that."""
        self.__dict__["_document"] = self._readable

    @property
    def _readable(self) -> DocumentBytes:
        from variorum.source.characters import without

        document = DocumentBytes(self.whole)
        document.data = without(document.data)
        if b"%" in document.data:
            from variorum.source.fragments import with_plain_fragments

            document.data = with_plain_fragments(document.data)
        return document

    @cached_property
    def tree(self) -> _ElementTree:
        """The parsed file. Raises VariorumError for one that cannot be parsed as it stands."""
        from lxml import etree

        from variorum.source.wellformed import refused

        data = self._document.data
        try:
            return etree.fromstring(data, _parser(), base_url=str(self.path)).getroottree()
        except etree.XMLSyntaxError as error:
            line, column = error.position
            reason = str(error.msg).split(", line ")[0]
            fault = refused(Place(self.name, line, max(column, 1)), reason)
            raise VariorumError(self.located(fault)) from None

    @property
    def root(self) -> _Element:
        """The root element."""
        return self.tree.getroot()

    @cached_property
    def id(self) -> str:
        """What the document is called: its own id, unless that is another document's, too."""
        return self.called or self.own_id

    @property
    def own_id(self) -> str:
        """The document's id: `@xml:id` of the root, else the file's stem, with a number if the file
        holds several.
        """
        number = f"-{self.number}" if self.number else ""
        return str(self.root.get(XML + "id") or self.path.stem + number)

    @property
    def title(self) -> str:
        """The words of the first title in the header, else its id."""
        title = self.root.find(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
        words = "" if title is None else " ".join("".join(map(str, title.itertext())).split())
        return words or self.id

    @property
    def is_register(self) -> bool:
        """Whether the file is a register: by the settings, else by what it holds."""
        from variorum.source.registers import holds_entries_alone

        return self.role == "register" if self.role else holds_entries_alone(self.root)

    @property
    def is_text(self) -> bool:
        """Whether the file has a `text`, and is not named as a register by the settings."""
        return self.role != "register" and self.root.find(TEI + "text") is not None

    @cached_property
    def documents(self) -> tuple[Source, ...]:
        """The documents in the file: those of a corpus, each by itself, else the source as it is.

        Raises VariorumError for a file that cannot be parsed as it stands.
        """
        from variorum.source.corpus import documents_in, may_hold_several

        data = self._document.data
        if self.part is not None or not may_hold_several(data):
            return (self,)
        found = documents_in(self.name, data, self._woven[0])
        if not found:
            return (self,)
        numbers = count(1) if len(found) > 1 else repeat(0)
        return tuple(
            replace(self, part=part, number=number)
            for part, number in zip(found, numbers, strict=False)
        )

    @property
    def text(self) -> str:
        """The file as a string whose lines are those of the file, fit for another parser.

        Raises VariorumError for a file that cannot be parsed as it stands.
        """
        decoded = self._document.data.decode("utf-8", "replace").removeprefix("\ufeff")
        declaration, mark, rest = decoded.partition("?>")
        if not mark or not declaration.startswith("<?xml "):
            return decoded
        return "\n" * declaration.count("\n") + rest.lstrip(" \t")


def _parser() -> XMLParser:
    """A parser that reads nothing but what it is given, in UTF-8 whatever that declares.

    `collect_ids=False` makes libxml2 load the DTD whatever `load_dtd` says: it gets an empty one.
    """
    from lxml import etree

    class Nothing(etree.Resolver):  # type: ignore[misc]
        def resolve(self, _url: str, _public: str, context: Any) -> Any:
            return self.resolve_string("", context)

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        collect_ids=False,
        huge_tree=True,
    )
    parser.resolvers.add(Nothing())
    return parser
