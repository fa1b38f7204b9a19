"""What TEI P5 allows: a reader of the TEI's own specifications that resolves their classes."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

__all__ = ["P5"]

_T = "{http://www.tei-c.org/ns/1.0}"


class P5:
    """The elements of a P5 "subset" file: their attributes and the children they may have."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(str(path)).getroot()
        self._elements = {spec.get("ident"): spec for spec in root.iter(_T + "elementSpec")}
        self._classes = {spec.get("ident"): spec for spec in root.iter(_T + "classSpec")}
        self._macros = {spec.get("ident"): spec for spec in root.iter(_T + "macroSpec")}
        self._members: dict[str, list[str]] = defaultdict(list)
        for spec in (*self._elements.values(), *self._classes.values()):
            for member in spec.iterfind(f"{_T}classes/{_T}memberOf"):
                self._members[member.get("key")].append(spec.get("ident"))

    def __contains__(self, element: str) -> bool:
        return element in self._elements

    def attributes(self, element: str) -> dict[str, bool]:
        """The attributes of an element by name; true where one is required."""
        return self._attributes(self._elements[element])

    def children(self, element: str) -> set[str]:
        """The elements an element may have as children."""
        return self._referred(self._elements[element])

    def _attributes(self, spec: Any) -> dict[str, bool]:
        found: dict[str, bool] = {}
        for member in spec.iterfind(f"{_T}classes/{_T}memberOf"):
            if member.get("key") in self._classes:
                found |= self._attributes(self._classes[member.get("key")])
        for own in spec.iterfind(f"{_T}attList//{_T}attDef"):
            name = own.get("ident")
            if own.get("mode") == "delete":
                found.pop(name, None)
            elif own.get("mode") != "change" or own.get("usage") or name not in found:
                found[name] = own.get("usage") == "req"
        return found

    def _referred(self, spec: Any) -> set[str]:
        content = spec.find(_T + "content")
        found: set[str] = set()
        if content is None:
            return found
        found.update(ref.get("key") for ref in content.iter(_T + "elementRef"))
        for ref in content.iter(_T + "classRef"):
            members = self._class_elements(ref.get("key"))
            if ref.get("include"):
                members = members & set(ref.get("include").split())
            found |= members - set(ref.get("except", "").split())
        for ref in content.iter(_T + "macroRef"):
            found |= self._referred(self._macros[ref.get("key")])
        return found

    @cache  # noqa: B019 - one reader a test run
    def _class_elements(self, name: str) -> set[str]:
        found: set[str] = set()
        for member in self._members[name]:
            found |= {member} if member in self._elements else self._class_elements(member)
        return found
