"""One XML file of an edition: its bytes, its tree, what it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.findings import Place, VariorumError
from variorum.source.bytes import DocumentBytes

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element, _ElementTree

__all__ = ["TEI", "XML", "Source"]

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, init=False)
class Source:
    """One XML file, read once. `name` is how findings call it: the path as the user gave it.

    A source that is given its bytes stands for the path and never reads it: so an editor's buffer
    is checked and built before it is saved.
    """

    path: Path
    name: str
    given: bytes | None = field(repr=False)

    def __init__(self, path: Path, name: str, data: bytes | None = None) -> None:
        self.__dict__.update(path=path, name=name, given=data)

    def __reduce__(self) -> tuple[type[Source], tuple[Path, str, bytes | None]]:
        """A copy for another process has the bytes that were given; else it reads the file anew."""
        return Source, (self.path, self.name, self.given)

    def fresh(self) -> Source:
        """The same source before anything was read: what the copy reads is freed with it."""
        return Source(self.path, self.name, self.given)

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file. Raises VariorumError when it cannot be read."""
        if self.given is not None:
            return self.given
        try:
            return self.path.read_bytes()
        except OSError as error:
            from variorum.source.wellformed import unreadable

            raise VariorumError(unreadable(self.name, error)) from None

    @cached_property
    def _document(self) -> DocumentBytes:
        """The bytes in UTF-8. Raises VariorumError where they cannot be parsed as they stand."""
        from variorum.source.reader import faults

        if found := faults(self.name, self.data):
            raise VariorumError(*found)
        return DocumentBytes(self.data)

    def accept(self) -> None:
        """Notes that a reader has found the file to be XML: it is not read again for that."""
        self.__dict__["_document"] = DocumentBytes(self.data)

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
            raise VariorumError(refused(Place(self.name, line, max(column, 1)), reason)) from None

    @property
    def root(self) -> _Element:
        """The root element."""
        return self.tree.getroot()

    @cached_property
    def id(self) -> str:
        """The document's id: `@xml:id` of the root, else the file's stem."""
        return str(self.root.get(XML + "id", self.path.stem))

    @property
    def is_register(self) -> bool:
        """A TEI file with `standOff` and no `text`."""
        root = self.root
        return root.find(TEI + "standOff") is not None and root.find(TEI + "text") is None

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
