"""The inventory of a package: what its renderers need to know of the files on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import __version__
from variorum.package.bag import digests
from variorum.package.formats import format_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["METS", "PREMIS", "Event", "Inventory"]

METS = "METS.xml"
PREMIS = "metadata/preservation/premis.xml"

_NAMESPACE = "{urn:variorum:record}"
_GROUPS = {"documentation": "Documentation", "schemas": "Schemas", "software": "Software"}
_DESCRIPTIVE = {"dc.xml": "DC", "mods.xml": "MODS", "ead3.xml": "EAD", "dcterms.xml": "DCTERMS"}
_LIST = "\n"
_HEAD = 65536
"""So many bytes of a file tell its format."""
_Facts = Callable[[str], Mapping[str, str]]


@dataclass(frozen=True)
class Event:
    """Something that was done: PREMIS type, what exactly, how it ended, with what, to what."""

    id: str
    type: str
    detail: str
    outcome: str
    agents: tuple[str, ...]
    objects: tuple[str, ...] = ()


@dataclass
class Inventory:
    """Files below `root` as XML for the stylesheets, each read once."""

    root: Path
    id: str
    kind: str
    date: str
    representations: tuple[str, ...]
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For the folder of a representation: the files its files were made from."""

    def preservation(self, events: Iterable[Event], agents: Mapping[str, Mapping[str, str]]) -> str:
        """All files but those that describe the package, with events and agents."""
        paths = [path for path in self._paths() if path not in (METS, PREMIS)]
        root = self._document(self.id, paths, self._preserved)
        for event in events:
            _add(
                root,
                "event",
                id=event.id,
                type=event.type,
                detail=event.detail,
                outcome=event.outcome,
                agents=" ".join(event.agents),
                objects=_LIST.join(event.objects),
            )
        for identifier, facts in agents.items():
            _add(root, "agent", id=identifier, **facts)
        return _text(root)

    def package(self) -> str:
        """What the METS file of the package refers to: of representations their METS file."""
        inner = tuple(f"{folder}/" for folder in self.representations)
        paths = [
            path
            for path in self._paths()
            if path != METS and (not path.startswith(inner) or path.endswith(f"/{METS}"))
        ]
        return _text(self._document(self.id, paths, self._structural))

    def representation(self, folder: str) -> str:
        """What the METS file of one representation refers to, with paths relative to it."""
        paths = [path for path in self._paths() if path.startswith(f"{folder}/")]
        identifier = folder.rpartition("/")[2]
        root = self._document(identifier, paths, self._represented, f"{folder}/")
        for element in root.findall(f"{_NAMESPACE}representation"):
            root.remove(element)
        return _text(root)

    def _paths(self) -> list[str]:
        files = (file for file in self.root.rglob("*") if file.is_file())
        return sorted(file.relative_to(self.root).as_posix() for file in files)

    def _document(
        self, identifier: str, paths: Iterable[str], facts: _Facts, base: str = ""
    ) -> _Element:
        from lxml import etree

        root = etree.Element(f"{_NAMESPACE}inventory", nsmap={None: _NAMESPACE[1:-1]})
        head = {"id": identifier, "type": self.kind, "date": self.date, "software": __version__}
        root.attrib.update(head)
        for number, path in enumerate(paths, 1):
            known = self._file(path) | dict(facts(path))
            _add(root, "file", n=str(number), path=path.removeprefix(base), **known)
        for folder in self.representations:
            _add(root, "representation", path=folder)
        return root

    def _file(self, path: str) -> dict[str, str]:
        file = self.root / path
        with file.open("rb") as stream:
            form = format_of(path, stream.read(_HEAD))
        facts = {
            "size": str(file.stat().st_size),
            "sha256": digests(file, ("sha256",))["sha256"],
            "mime": form.mime,
            "format": form.name,
        }
        return facts | ({"pronom": form.pronom} if form.pronom else {})

    def _preserved(self, path: str) -> dict[str, str]:
        for folder in self.representations:
            if path.startswith(f"{folder}/data/"):
                made_from = _LIST.join(self.sources.get(folder, ()))
                return {"part-of": folder} | ({"source": made_from} if made_from else {})
        return {}

    def _represented(self, path: str) -> dict[str, str]:
        return {"dmd": "DC"} if path.endswith("/descriptive/dc.xml") else {"use": "Data"}

    def _structural(self, path: str) -> dict[str, str]:
        first, name = path.split("/")[0], path.rpartition("/")[2]
        if path == PREMIS:
            return {"amd": "PREMIS"}
        if first == "representations":
            folder = path.removesuffix(f"/{METS}")
            return {"use": folder.capitalize()}
        if first in _GROUPS:
            return {"use": _GROUPS[first]}
        return {"dmd": _DESCRIPTIVE.get(name, name.upper())}


def _add(root: _Element, element: str, /, **attributes: str) -> None:
    from lxml import etree

    etree.SubElement(root, _NAMESPACE + element, attributes)


def _text(root: _Element) -> str:
    from lxml import etree

    return str(etree.tostring(root, encoding="unicode"))
