"""Checks the records of a package by rules of their schemas: what is required, what is once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from variorum.findings import Diagnostic, Place
from variorum.package.codes import PACKAGE_RECORD
from variorum.package.verify.datacite import wrong_in_datacite

__all__ = ["check_records"]

_DATACITE = ("metadata/descriptive", "datacite.json")
_CFF = ("metadata/other", "CITATION.cff")
_CFF_REQUIRED = ("cff-version", "message", "title", "authors")
"""The Citation File Format 1.2.0 has no file without these."""


def check_records(payload: Path) -> list[Diagnostic]:
    """What records of DataCite and CITATION.cff lack, or have twice; a collection has several."""
    found: list[Diagnostic] = []
    for check, (folder, name) in ((_datacite, _DATACITE), (_citation, _CFF)):
        for file in sorted((payload / folder).rglob(name)):
            place = Place(file.relative_to(payload).as_posix())
            found += (PACKAGE_RECORD.at(place, message) for message in check(file))
    return found


def _datacite(file: Path) -> Iterator[str]:
    try:
        told = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):  # the check of texts tells of it
        return
    if not isinstance(told, dict):
        yield "is no record of DataCite"
        return
    yield from wrong_in_datacite(told)


def _citation(file: Path) -> Iterator[str]:
    """The keys at the beginning of lines; below `authors` and `keywords` their entries."""
    if not file.is_file():
        return
    entries: dict[str, list[str]] = {}
    key = ""
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        if found := re.match(r"([a-z-]+):\s*(.*)", line):
            key = found[1]
            entries[key] = [found[2]] if found[2] else []
        elif line.startswith("  - "):
            entries.setdefault(key, []).append(line[4:])
    for name in _CFF_REQUIRED:
        if not entries.get(name):
            yield f"{name} is missing, which the format requires"
    keywords = entries.get("keywords", [])
    if len(set(keywords)) != len(keywords):
        yield "keywords has a value twice"
