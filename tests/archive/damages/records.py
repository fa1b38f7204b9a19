"""Damage to records, by DataCite 4.6, RO-Crate 1.2 and the Citation File Format 1.2.0."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.archive.damages.kind import Kind, edit_json, sub

__all__ = ["FORGED_RECORDS"]

_CITE = "metadata/descriptive/datacite.json"
_CRATE = "ro-crate-metadata.json"
_CFF = "metadata/other/CITATION.cff"
_CODE = "package-record"


def _datacite(what: str, words: str, change: Callable[[Any], object]) -> Kind:
    return Kind(what, _CITE, _CODE, words, edit_json(_CITE, change))


def _crate(what: str, words: str, change: Callable[[Any], object]) -> Kind:
    return Kind(what, _CRATE, _CODE, words, edit_json(_CRATE, change))


def _cff(what: str, words: str, pattern: str, new: str) -> Kind:
    return Kind(what, _CFF, _CODE, words, sub(pattern, new, _CFF))


def _root(told: Any) -> Any:
    return next(each for each in told["@graph"] if each["@id"] == "./")


def _author(told: Any) -> Any:
    return told["creators"][0]


FORGED_RECORDS = (
    _datacite("no creator", "creators", lambda told: told.pop("creators")),
    _datacite("no title", "titles", lambda told: told.pop("titles")),
    _datacite("an empty title", "titles", lambda told: told["titles"][0].update(title="")),
    _datacite("no publisher", "publisher", lambda told: told.pop("publisher")),
    _datacite("a publisher without a name", "publisher", lambda told: told["publisher"].clear()),
    _datacite("no year", "publicationYear", lambda told: told.pop("publicationYear")),
    _datacite("a year of five figures", "20255", lambda told: told.update(publicationYear="20255")),
    _datacite("no type", "types", lambda told: told.pop("types")),
    _datacite(
        "no general type",
        "resourceTypeGeneral",
        lambda told: told["types"].pop("resourceTypeGeneral"),
    ),
    _datacite(
        "a general type that is none",
        "Scroll",
        lambda told: told["types"].update(resourceTypeGeneral="Scroll"),
    ),
    _datacite(
        "a subject twice", "twice", lambda told: told["subjects"].append(told["subjects"][0])
    ),
    _datacite("a subject without words", "subjects", lambda told: told["subjects"].append({})),
    _datacite("a date of no kind", "dateType", lambda told: told["dates"][0].pop("dateType")),
    _datacite(
        "a date of an unknown kind",
        "Printed",
        lambda told: told["dates"][0].update(dateType="Printed"),
    ),
    _datacite("a date that is none", "soon", lambda told: told["dates"][0].update(date="soon")),
    _datacite(
        "a contributor of no kind",
        "contributorType",
        lambda told: told["contributors"][0].pop("contributorType"),
    ),
    _datacite(
        "a contributor of an unknown kind",
        "King",
        lambda told: told["contributors"][0].update(contributorType="King"),
    ),
    _datacite("a name of no kind", "Person", lambda told: _author(told).update(nameType="Person")),
    _datacite(
        "an identifier of no scheme",
        "nameIdentifierScheme",
        lambda told: _author(told)["nameIdentifiers"][0].pop("nameIdentifierScheme"),
    ),
    _datacite("a DOI that is none", "doi", lambda told: told.update(doi="letters.7")),
    _crate("no context", "@context", lambda told: told.pop("@context")),
    _crate("no graph", "@graph", lambda told: told.update({"@graph": {}})),
    _crate("no descriptor", "descriptor", lambda told: told["@graph"].pop(0)),
    _crate("no root", "root", lambda told: told["@graph"].remove(_root(told))),
    _crate("a root of another type", "Dataset", lambda told: _root(told).update({"@type": "Book"})),
    _crate("a root without a name", "name", lambda told: _root(told).pop("name")),
    _crate("a root of no day", "datePublished", lambda told: _root(told).pop("datePublished")),
    _crate("a root of a false day", "soon", lambda told: _root(told).update(datePublished="soon")),
    _crate("a root without a licence", "license", lambda told: _root(told).pop("license")),
    _crate(
        "a root without a description", "description", lambda told: _root(told).pop("description")
    ),
    _crate("a crate of no version", "conformsTo", lambda told: told["@graph"][0].pop("conformsTo")),
    _crate("a thing of no type", "@type", lambda told: told["@graph"][-1].pop("@type")),
    _crate("a thing without a name", "@id", lambda told: told["@graph"][-1].pop("@id")),
    _crate("a thing twice", "twice", lambda told: told["@graph"].append(told["@graph"][-1])),
    _crate(
        "a part that is not described",
        "nothing.txt",
        lambda told: _root(told)["hasPart"].append({"@id": "nothing.txt"}),
    ),
    _cff("a citation of no version", "cff-version", "cff-version:[^\n]*\n", ""),
    _cff("a citation without words", "message", "message:[^\n]*\n", ""),
    _cff("a citation without a title", "title", "\ntitle:[^\n]*", ""),
    _cff("a citation of nobody", "authors", "\nauthors:", "\nwriters:"),
)
