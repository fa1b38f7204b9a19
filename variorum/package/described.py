"""What a package says of its texts: the records of one document, or of a collection and of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.model.modeller import Modeller
from variorum.outputs.citations import Item, bibtex, csl_json, of_document, of_edition, ris
from variorum.package.codes import PACKAGE_DUPLICATE
from variorum.package.crosswalk import Crosswalk
from variorum.source import Edition, Source
from variorum.source.names import folded

__all__ = ["Described", "DocumentRecords", "described"]

_OWN = ("metadata/descriptive/", "metadata/other/")
"""Where the records of each document of a collection lie, in a folder of its name."""
_RIGHTS = "metadata/rights.csv"


@dataclass(frozen=True)
class DocumentRecords:
    """One document, what its header says, and how it is cited."""

    source: Source
    crosswalk: Crosswalk
    item: Item

    def pages(self, path: str) -> dict[str, str]:
        """Its records: path in the package to content. `path` is where the text lies."""
        crosswalk = self.crosswalk
        return {**crosswalk.describe(path), **_citations(crosswalk.record.file, [self.item])}


@dataclass(frozen=True)
class Described:
    """What a package is about: the one document of it, or the collection that its documents are."""

    crosswalk: Crosswalk
    documents: tuple[DocumentRecords, ...]
    whole: Item

    @property
    def is_collection(self) -> bool:
        """Whether the package has a record of its own beside those of its documents."""
        return self.crosswalk is not self.documents[0].crosswalk

    def pages(self, paths: Sequence[str]) -> dict[str, str]:
        """All records: path in the package to content. `paths` are those of the texts."""
        of_each = [each.pages(path) for each, path in zip(self.documents, paths, strict=True)]
        if not self.is_collection:
            return of_each[0]
        pages = self.crosswalk.describe()
        items = [self.whole, *(each.item for each in self.documents)]
        pages |= _citations(self.crosswalk.record.file, items)
        for document, own in zip(self.documents, of_each, strict=True):
            pages |= _in_folders(document.crosswalk.record.file, own)
        if rights := [own[_RIGHTS] for own in of_each if _RIGHTS in own]:
            # the terms of each text, below one line with the names of the columns
            rows = [text.partition("\n")[2] for text in rights[1:]]
            pages[_RIGHTS] = "".join([rights[0], *rows])
        return pages


def described(
    saxon: Saxon, edition: Edition, sources: Sequence[Source], registers: Sequence[Source]
) -> Described:
    """What the headers say, and the settings where these are silent.

    Raises VariorumError for documents of a collection that have one name.
    """
    supplied = edition.settings.package
    name = supplied.collection
    # what the settings call the whole is the name of no document
    own = replace(supplied, identifier="", version="") if name else supplied
    edition = replace(edition, settings=replace(edition.settings, package=own))
    documents = tuple(_document(saxon, edition, each, registers) for each in sources)
    if not name:
        return Described(documents[0].crosswalk, documents, documents[0].item)
    if faults := _of_one_name(documents):
        raise VariorumError(*faults)
    crosswalks = _told_apart([each.crosswalk for each in documents])
    documents = tuple(
        replace(document, crosswalk=each)
        for document, each in zip(documents, crosswalks, strict=True)
    )
    title = " ".join(edition.settings.title.split()) or name
    crosswalk = Crosswalk.of_collection(crosswalks, title, supplied)
    whole = of_edition(title, edition.settings.site_address, [each.item for each in documents])
    return Described(crosswalk, documents, {**whole, "id": name})


def _document(
    saxon: Saxon, edition: Edition, source: Source, registers: Sequence[Source]
) -> DocumentRecords:
    settings = edition.settings
    modeller = Modeller(saxon, Edition(edition.root, (source, *registers), settings=settings))
    document = modeller.document(source)
    base = settings.site_address
    item = of_document(document.summary.citable, base)
    crosswalk = Crosswalk.of_document(
        saxon, document.reading, modeller.registers, base, settings.package
    )
    return DocumentRecords(source, crosswalk, item)


def _told_apart(crosswalks: Sequence[Crosswalk]) -> list[Crosswalk]:
    """The documents, of which none is known by what stands in the headers of several, such as the
    address of their edition.
    """
    count = Counter(value for each in crosswalks for value in set(each.record.identifiers.values()))
    return [
        each.known_by(
            {kind: value for kind, value in each.record.identifiers.items() if count[value] == 1}
        )
        for each in crosswalks
    ]


def _of_one_name(documents: Sequence[DocumentRecords]) -> list[Diagnostic]:
    seen: dict[str, str] = {}
    faults = []
    for document in documents:
        name, source = document.crosswalk.record.file, document.source
        if other := seen.get(folded(name)):
            message = f"is called “{name}”, as {other} is"
            faults.append(PACKAGE_DUPLICATE.at(Place(source.name), message))
        seen[folded(name)] = source.name
    return faults


def _in_folders(name: str, pages: Mapping[str, str]) -> dict[str, str]:
    return {
        f"{folder}{name}/{path.removeprefix(folder)}": text
        for path, text in pages.items()
        for folder in _OWN
        if path.startswith(folder)
    }


def _citations(name: str, items: Sequence[Item]) -> dict[str, str]:
    """Files for reference managers, as the site has them: path in the package to content."""
    folder = "metadata/other"
    return {
        f"{folder}/csl.json": csl_json(*items),
        f"{folder}/{name}.bib": "".join(map(bibtex, items)),
        f"{folder}/{name}.ris": "".join(map(ris, items)),
    }
