"""Distributed Text Services 1.0 as static files, Level 0: entry, collection, navigation, document.

A static host ignores the query of an address, so the parameters are part of the path, as these
templates say (RFC 6570):
`collection{/id,nav}.json`, `navigation{/resource}{;down}{/ref}.json` and
`document{/resource,ref}.xml`.
Where a server would answer a bad request with 400, a static host has no file and answers 404.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from variorum.findings import Diagnostic, Place, VariorumError
from variorum.outputs.citation_units import Citation, Structure, Unit
from variorum.outputs.codes import DTS_REFERENCE
from variorum.outputs.output import File, Made, Site, SiteOutput
from variorum.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["DTS", "Resource", "Services"]

_CONTEXT = "https://dtsapi.org/context/v1.0.json"
_DTS = "https://w3id.org/api/dts#"
_FOLDER = "dts/"
_ROOT = "editions"
_USABLE = re.compile(r"[\w.,:;=~\-]+")
_Object = dict[str, Any]


@dataclass(frozen=True)
class Resource:
    """A document as DTS serves it: the source, its title and language."""

    source: Source
    title: str
    language: str


@dataclass
class Services:
    """The files of the services, for the documents of a site; `base` is the site's address."""

    title: str
    base: str = ""
    findings: list[Diagnostic] = field(default_factory=list)

    def pages(self, resources: Iterable[Resource]) -> Iterator[tuple[str, str]]:
        """Path below the site, and content, of every file; one document at a time."""
        members: list[_Object] = []
        for resource in resources:
            try:
                citation = self._citation(resource)
            except VariorumError as error:
                self.findings += error.findings
                continue
            described = self._resource(resource, citation)
            members.append(described)
            yield from self._document(resource, citation)
            yield from self._navigation(resource, citation, described)
            yield from self._collection(described, ("children", "parents"))
        root = self._root(len(members))
        yield from self._collection(root | {"member": members}, ("children",))
        yield self._page("collection.json", root | {"member": members})
        yield from self._collection(root | {"member": []}, ("parents",), alone=False)
        yield self._page("index.json", self._entry())

    def _citation(self, resource: Resource) -> Citation:
        citation = Citation(resource.source)
        seen: set[str] = set()
        for unit in citation:
            problem = "" if _USABLE.fullmatch(unit.reference) else "cannot stand in an address"
            problem = problem or ("is there twice" if unit.reference in seen else "")
            if problem:
                place = Place(resource.source.name, int(unit.element.sourceline or 0))
                message = f"the reference “{unit.reference}” {problem}: no text service is made"
                raise VariorumError(DTS_REFERENCE.at(place, message))
            seen.add(unit.reference)
        return citation

    def _page(self, path: str, content: _Object) -> tuple[str, str]:
        head = {"@context": _CONTEXT, "dtsVersion": "1.0"}
        text = json.dumps(head | content, ensure_ascii=False, indent=2)
        return f"{_FOLDER}{path}", f"{text}\n"

    def _address(self, path: str) -> str:
        return f"{self.base}{_FOLDER}{path}"

    def _entry(self) -> _Object:
        return {
            "@id": self._address("index.json"),
            "@type": "EntryPoint",
            "collection": self._address("collection{/id,nav}.json"),
            "navigation": self._address("navigation{/resource}{;down}{/ref}.json"),
            "document": self._address("document{/resource,ref}.xml"),
        }

    def _root(self, children: int) -> _Object:
        return {
            "@id": _ROOT,
            "@type": "Collection",
            "title": self.title,
            "totalParents": 0,
            "totalChildren": children,
            "collection": self._address(f"collection/{_ROOT}{{/nav}}.json"),
        }

    def _resource(self, resource: Resource, citation: Citation) -> _Object:
        name = resource.source.id
        title = [{"lang": resource.language, "value": resource.title}]
        tree = {"@type": "CitationTree", "citeStructure": _described(citation.structures)}
        return {
            "@id": name,
            "@type": "Resource",
            "title": resource.title,
            "dublinCore": {"title": title, "language": [resource.language]},
            "totalParents": 1,
            "totalChildren": 0,
            "collection": self._address(f"collection/{name}{{/nav}}.json"),
            "navigation": self._address(f"navigation/{name}{{;down}}{{/ref}}.json"),
            "document": self._address(f"document/{name}{{/ref}}.xml"),
            "download": self._address(f"document/{name}.xml"),
            "mediaTypes": ["application/tei+xml"],
            "citationTrees": [tree] if citation.structures else [],
        }

    def _collection(
        self, content: _Object, navigations: tuple[str, ...], *, alone: bool = True
    ) -> Iterator[tuple[str, str]]:
        name = content["@id"]
        if alone:
            yield self._page(f"collection/{name}.json", content)
        for navigation in navigations:
            shown = dict(content)
            if navigation == "parents" and name != _ROOT:
                shown["member"] = [self._root(1)]
            elif name != _ROOT:
                shown["member"] = []
            yield self._page(f"collection/{name}/{navigation}.json", shown)

    def _navigation(
        self, resource: Resource, citation: Citation, described: _Object
    ) -> Iterator[tuple[str, str]]:
        whole = Unit("", "", 0, resource.source.root, None, citation.units)
        depths = [*range(1, citation.depth + 1), -1]
        for depth in depths:
            members = [_unit(unit) for unit in whole.walk(depth)]
            yield self._answer(resource, described, f";down={depth}", {"member": members})
        siblings = {None: citation.units} | {unit.reference: unit.below for unit in citation}
        for unit in citation:
            ref = {"ref": _unit(unit)}
            yield self._answer(resource, described, f"/{unit.reference}", ref)
            beside = [_unit(sibling) for sibling in siblings[unit.parent]]
            path = f";down=0/{unit.reference}"
            yield self._answer(resource, described, path, ref | {"member": beside})
            for depth in depths:
                members = [_unit(part) for part in (unit, *unit.walk(depth))]
                path = f";down={depth}/{unit.reference}"
                yield self._answer(resource, described, path, ref | {"member": members})

    def _answer(
        self, resource: Resource, described: _Object, query: str, content: _Object
    ) -> tuple[str, str]:
        path = f"navigation/{resource.source.id}{query}.json"
        head = {"@id": self._address(path), "@type": "Navigation", "resource": described}
        return self._page(path, head | content)

    def _document(self, resource: Resource, citation: Citation) -> Iterator[tuple[str, str]]:
        name = resource.source.id
        yield f"{_FOLDER}document/{name}.xml", _xml(resource.source.root)
        for unit in citation:
            yield f"{_FOLDER}document/{name}/{unit.reference}.xml", _xml(_wrapped(unit.element))


def _described(structures: tuple[Structure, ...]) -> list[_Object]:
    return [
        {"@type": "CiteStructure", "citeType": structure.unit}
        | ({"citeStructure": _described(structure.below)} if structure.below else {})
        for structure in structures
    ]


def _unit(unit: Unit) -> _Object:
    return {
        "identifier": unit.reference,
        "@type": "CitableUnit",
        "level": unit.level,
        "parent": unit.parent,
        "citeType": unit.kind,
    }


def _wrapped(element: _Element) -> _Element:
    """The passage in `dts:wrapper`, within copies of its ancestors without their content."""
    from copy import deepcopy

    from lxml import etree

    passage = deepcopy(element)
    passage.tail = None
    top = etree.Element(f"{{{_DTS}}}wrapper", nsmap={"dts": _DTS})
    top.append(passage)
    for ancestor in element.iterancestors():
        copy = etree.Element(ancestor.tag, dict(ancestor.attrib), nsmap=ancestor.nsmap)
        copy.append(top)
        top = copy
    return top


def _xml(root: _Element) -> str:
    from lxml import etree

    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _make(site: Site) -> Made:
    sources = {source.id: source for source in site.edition.documents}
    settings = site.edition.settings
    services = Services(settings.title or "Editions", settings.site_address)
    resources = [Resource(sources[each.id], each.title, each.language) for each in site.summaries]
    files = [File(f"html/{name}", page) for name, page in services.pages(resources)]
    return Made(files, services.findings)


DTS = SiteOutput(
    name="dts",
    format="html",
    paths=(f"html/{_FOLDER}*",),
    online=True,
    make=_make,
)
