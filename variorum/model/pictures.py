"""The pictures of a document that lie in the folder of its edition, and those that do not.

Nothing outside that folder is read, whatever the document names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from variorum.findings import Diagnostic, Place
from variorum.model.codes import (
    PAGE_PICTURES_MISSING,
    PICTURE_MISSING,
    PICTURE_OUTSIDE,
    PICTURE_UNKNOWN,
)
from variorum.source import TEI, Source
from variorum.source.names import folded, is_reserved

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Pictures", "pictures_of"]

_NAMING = {
    f"{TEI}graphic": "url",
    f"{TEI}media": "url",
    f"{TEI}pb": "facs",
    f"{TEI}surface": "facs",
}
"""The elements that name a picture, each with the attribute that does."""
_ELSEWHERE = re.compile("(https?|data):", re.IGNORECASE)
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|[/\\]")
_BEGINNINGS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
}
"""The kinds of pictures that pages and books can show, and how their files begin."""
_HEAD = 4096
_LARGEST = 100_000_000
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True)
class Pictures:
    """The pictures that can be shown.

    `names` gives the name of each below an output by what the document calls it, after the bases of
    all that it stands in (XML Base), `files` the file of each by that name; `findings` are on those
    that cannot be shown.
    """

    names: dict[str, str] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def used_in(self, rendered: str) -> Iterator[tuple[str, Path]]:
        """The pictures that the text of an output names, with their files."""
        return ((name, file) for name, file in self.files.items() if name in rendered)


def pictures_of(source: Source, root: Path) -> Pictures:
    """The pictures of a document of an edition in the folder `root`."""
    found, of_pages = Pictures(), Pictures()
    seen: set[str] = set()
    for element in source.root.iter(*_NAMING):
        named_by = element.get(_NAMING[str(element.tag)]) or element.get("facs") or ""
        for url in named_by.split()[:1]:
            named = [*_bases(element), url]
            key = " ".join(named)
            if (
                key not in seen
                and not url.startswith("#")
                and not any(map(_ELSEWHERE.match, named))
            ):
                seen.add(key)
                _take(of_pages if _shows_page(element) else found, source, root, element, url)
    if of_pages.findings:
        first, count = of_pages.findings[0], len(of_pages.findings)
        message = f"pictures of pages that are not shown: {count}; the first: {first.message}"
        found.findings.append(PAGE_PICTURES_MISSING.at(Place(source.name, first.line), message))
    found.names.update(of_pages.names)
    found.files.update(of_pages.files)
    return found


def _shows_page(element: _Element) -> bool:
    outer = next(element.iterancestors(f"{TEI}facsimile", f"{TEI}sourceDoc"), None)
    return element.get("facs") is not None or outer is not None


def _bases(element: _Element) -> list[str]:
    """The bases of what an element stands in, the outermost first: each is seen from the one before
    it. An element from a file of another folder has one.
    """
    around = (each.get(_BASE) for each in [element, *element.iterancestors()])
    return [base for base in around if base][::-1]


def _take(found: Pictures, source: Source, root: Path, element: _Element, url: str) -> None:
    home = root.resolve()
    folder = source.path.parent.resolve()
    home = home if folder.is_relative_to(home) else folder
    bases = _bases(element)
    for base in bases:
        folder = folder / unquote(base.rpartition("/")[0])
    place = Place(source.name, int(element.sourceline or 0))
    try:
        file = (folder / unquote(url.partition("?")[0].partition("#")[0])).resolve()
        if _OUTSIDE.match(url) or not file.is_relative_to(home):
            message = f"“{url}” is outside the folder of the edition: it is not shown"
            found.findings.append(PICTURE_OUTSIDE.at(place, message))
        elif not file.is_file():
            found.findings.append(PICTURE_MISSING.at(place, f"there is no file “{url}”"))
        elif not _is_picture(file):
            message = f"“{url}” is no picture that pages and books can show"
            found.findings.append(PICTURE_UNKNOWN.at(place, message))
        else:
            name = f"media/{_name_below(home, file)}"
            found.names[" ".join([*bases, url])] = name
            found.files[name] = file
    except (OSError, ValueError):
        found.findings.append(PICTURE_MISSING.at(place, f"there is no file “{url}”"))


def _name_below(home: Path, file: Path) -> str:
    """The path of a file as outputs have it, the same for all documents of the edition."""
    parts = []
    for part in file.relative_to(home).parts:
        parts.append(_distinct(home, part))
        home = home / part
    return "/".join(parts)


def _distinct(folder: Path, name: str) -> str:
    """A name that no other in its folder has on any system, and that every system takes.

    Where capital letters do not count `A.png` and `a.png` are one: all but the first have a number.
    """
    safe = _safe(name)
    twins = _twins(folder, folded(safe))
    at = twins.index(name) if name in twins else 0
    first, dot, rest = safe.partition(".")
    if at or is_reserved(first):
        return f"{first}_{at or ''}{dot}{rest}"
    return safe


@lru_cache(maxsize=256)
def _twins(folder: Path, key: str) -> list[str]:
    """The names in a folder that are one on some system, by the alphabet."""
    names = sorted(each.name for each in folder.iterdir())
    return [name for name in names if folded(_safe(name)) == key]


def _safe(name: str) -> str:
    """A name that stands in addresses and in markup as it is."""
    return "".join(
        character
        if character.isascii() and (character.isalnum() or character in "-_.")
        else f"_{ord(character):x}_"
        for character in name
    )


def _is_picture(file: Path) -> bool:
    if file.stat().st_size > _LARGEST:
        return False
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    suffix = file.suffix.lower()
    if suffix == ".svg":
        return b"<svg" in head
    if suffix == ".webp":
        return head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return head.startswith(_BEGINNINGS.get(suffix, ()))
