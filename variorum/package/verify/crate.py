"""Checks an RO-Crate (1.1 or 1.2): its descriptor, its root, its entities, and its files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from variorum.findings import Diagnostic, Place
from variorum.package.bag import digests
from variorum.package.codes import (
    PACKAGE_DIGEST,
    PACKAGE_FILE_MISSING,
    PACKAGE_RECORD,
    PACKAGE_SIZE,
)
from variorum.package.verify.unpack import is_inside

__all__ = ["check_crate"]

_CRATE = "ro-crate-metadata.json"
_ROOT = ("name", "description", "datePublished", "license")
"""What a root must have (RO-Crate, “Direct properties of the Root Data Entity”)."""
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.+)?)?)?")
_VERSION = re.compile(r"https://w3id\.org/ro/crate/\d+\.\d+(?:-DRAFT)?")


def check_crate(payload: Path) -> Iterator[Diagnostic]:
    """In what the crate breaks its rules, and differs from the files."""
    try:
        told = json.loads((payload / _CRATE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return  # there is none, or the check of texts tells of it
    for message in _faults(told):
        yield PACKAGE_RECORD.at(Place(_CRATE), message)
    for entity in _entities(told):
        path = unquote(str(entity.get("@id", ""))).removeprefix("./")
        if "File" not in _listed(entity.get("@type")) or ":" in path or not is_inside(path):
            continue  # no file, or a file of the web
        if (payload / path).is_file():
            yield from _file(payload / path, path, entity)
        else:
            message = f"is missing; {_CRATE} describes it"
            yield PACKAGE_FILE_MISSING.at(Place(path), message)


def _entities(told: Any) -> list[dict[str, Any]]:
    graph = told.get("@graph") if isinstance(told, dict) else None
    return [each for each in graph if isinstance(each, dict)] if isinstance(graph, list) else []


def _faults(told: Any) -> Iterator[str]:
    """In what a crate is none: its form, its entities, its descriptor and its root."""
    if not (isinstance(told, dict) and told.get("@context")):
        yield "has no @context, which an RO-Crate must have"
    if not (isinstance(told, dict) and isinstance(told.get("@graph"), list)):
        yield "has no @graph of entities, which an RO-Crate must have"
        return
    entities = _entities(told)
    known: dict[str, dict[str, Any]] = {}
    for entity in entities:
        name = entity.get("@id")
        if not name:
            yield "has an entity without @id"
        elif str(name) in known:
            yield f"describes “{name}” twice"
        if not entity.get("@type"):
            yield f"has an entity without @type: “{name}”"
        known.setdefault(str(name), entity)
    yield from _descriptor(known)


def _descriptor(known: dict[str, dict[str, Any]]) -> Iterator[str]:
    descriptor = known.get(_CRATE) or known.get(f"./{_CRATE}")
    if descriptor is None:
        yield f"has no descriptor: no entity is {_CRATE}"
        return
    versions = [_name(each) for each in _listed(descriptor.get("conformsTo"))]
    if not any(_VERSION.match(each) for each in versions):
        yield "the descriptor has no conformsTo with a version of RO-Crate"
    root = known.get(_name(descriptor.get("about")))
    if root is None:
        yield "has no root: the descriptor is about nothing that is described"
        return
    if "Dataset" not in _listed(root.get("@type")):
        yield "the root is no Dataset"
    for name in _ROOT:
        if not root.get(name):
            yield f"the root is without {name}"
    day = root.get("datePublished")
    if day and not _DAY.fullmatch(str(day)):
        yield f"datePublished is “{day}”, which is no date of ISO 8601"
    for part in _listed(root.get("hasPart", [])):
        if _name(part) not in known:
            yield f"hasPart names “{_name(part)}”, which is not described"


def _name(reference: object) -> str:
    return str(reference.get("@id", "")) if isinstance(reference, dict) else ""


def _file(file: Path, path: str, entity: dict[str, Any]) -> Iterator[Diagnostic]:
    size, told = str(file.stat().st_size), entity.get("contentSize")
    if told is not None and str(told) != size:
        message = f"has {size} bytes; {_CRATE} says {told}"
        yield PACKAGE_SIZE.at(Place(path), message)
    digest = entity.get("sha256")
    if digest is not None and str(digest).lower() != digests(file, ("sha256",))["sha256"]:
        yield PACKAGE_DIGEST.at(Place(path), f"has another SHA-256; {_CRATE} says {digest}")


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
