"""The other documents that a document needs: references without words of their own say what stands
there, and names lead to entries that another document keeps.
"""

from __future__ import annotations

from os.path import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from variorum.source import TEI, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

__all__ = ["by_path", "documents_needed"]


def by_path(documents: Iterable[Source]) -> dict[str, Source]:
    """Documents by the paths of their files, of several in one file the first."""
    found: dict[str, Source] = {}
    for each in documents:
        found.setdefault(normpath(each.path), each)
    return found


def documents_needed(source: Source, documents: Mapping[str, Source]) -> dict[str, Source]:
    """Other documents, by what stands before any `#` in the pointers that need them.

    `documents` are those of the edition, of by_path().
    """
    found: dict[str, Source] = {}
    for pointer in (*_of_wordless(source.root), *_of_names(source.root)):
        named = pointer.partition("#")[0]
        if named and named not in found and ":" not in named and "\0" not in named:
            other = documents.get(normpath(source.path.parent / unquote(named)))
            if other is not None and other.path != source.path:
                found[named] = other
    return found


def _of_wordless(root: _Element) -> Iterator[str]:
    for element in root.iter(f"{TEI}ptr", f"{TEI}ref"):
        if not len(element) and not (element.text or "").strip():
            yield from element.get("target", "").split()


def _of_names(root: _Element) -> Iterator[str]:
    """The pointers of names to entries, and what their prefixes stand for (TEI P5 16.2.3)."""
    for value in root.xpath("//@ref[contains(., '#')]"):
        yield from (each for each in str(value).split() if "#" in each)
    for declared in root.iter(f"{TEI}prefixDef"):
        file, hash_, _ = declared.get("replacementPattern", "").partition("#")
        if hash_:
            yield file
