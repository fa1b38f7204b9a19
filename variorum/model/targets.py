"""The documents that references without words of their own lead to: what they say stands there."""

from __future__ import annotations

from os.path import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from variorum.source import TEI, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["by_path", "wordless_targets"]


def by_path(documents: Iterable[Source]) -> dict[str, Source]:
    """Documents by the paths of their files, of several in one file the first."""
    found: dict[str, Source] = {}
    for each in documents:
        found.setdefault(normpath(each.path), each)
    return found


def wordless_targets(source: Source, documents: Mapping[str, Source]) -> dict[str, Source]:
    """Other documents, by what stands before any `#` in the `@target` of such a reference.

    `documents` are those of the edition, of by_path().
    """
    found: dict[str, Source] = {}
    for element in source.root.iter(f"{TEI}ptr", f"{TEI}ref"):
        if len(element) or (element.text or "").strip():
            continue
        for pointer in element.get("target", "").split():
            named = pointer.partition("#")[0]
            if named and named not in found and ":" not in named and "\0" not in named:
                other = documents.get(normpath(source.path.parent / unquote(named)))
                if other is not None and other.path != source.path:
                    found[named] = other
    return found
