"""Checks the files that an RO-Crate describes: that they are there, their size and digest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from variorum.findings import Diagnostic, Place
from variorum.package.bag import digests
from variorum.package.codes import PACKAGE_DIGEST, PACKAGE_FILE_MISSING, PACKAGE_SIZE
from variorum.package.verify.unpack import is_inside

__all__ = ["check_crate"]

_CRATE = "ro-crate-metadata.json"


def check_crate(payload: Path) -> Iterator[Diagnostic]:
    """In what the crate (RO-Crate 1.2, “Data Entities”) differs from the files."""
    try:
        graph = json.loads((payload / _CRATE).read_bytes())["@graph"]
        entities = [entity for entity in graph if "File" in _listed(entity["@type"])]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return  # there is none, or the check of texts tells of it
    for entity in entities:
        path = unquote(str(entity.get("@id", ""))).removeprefix("./")
        if ":" in path or not is_inside(path):
            continue  # a file of the web
        if (payload / path).is_file():
            yield from _file(payload / path, path, entity)
        else:
            message = f"is missing; {_CRATE} describes it"
            yield PACKAGE_FILE_MISSING.at(Place(path), message)


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
