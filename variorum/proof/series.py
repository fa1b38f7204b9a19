"""The series of entries: how they are called, and which notes belong to them (TEI P5 12.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from variorum.proof.elements import TEI, local

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.source import Settings

__all__ = ["is_in_series", "labels_of_series", "own_titles"]

_OF_NOTES = "testimonia sources parallels fontes similia loci loci_similes loci-similes parallela"
_AROUND = [f"{TEI}{name}" for name in ("app", "note", "witDetail", "bibl", "del", "surplus")]


def labels_of_series(root: _Element, settings: Settings | None = None) -> dict[str, str]:
    """The titles that the document and the settings give, as labels.

    Under `series` stand the types and places of notes that are entries.
    """
    named = dict(settings.series) if settings is not None else {}
    titles: dict[str, str] = {}
    for element in root.iter(f"{TEI}app", f"{TEI}listApp", f"{TEI}note"):
        for word in f"{element.get('type', '')} {element.get('place', '')}".split():
            name = word.removeprefix("#")
            title = name.replace("_", " ").replace("-", " ")
            titles.setdefault(f"apparatus.{name}", title[:1].upper() + title[1:])
    return titles | {"series": " ".join([*_OF_NOTES.split(), "app", "apparatus", *named])}


def own_titles(root: _Element) -> dict[str, str]:
    """What stands above the lists of entries of a series, as labels."""
    titles: dict[str, str] = {}
    for listed in root.iter(f"{TEI}listApp"):
        head = listed.find(f"{TEI}head")
        for name in listed.get("type", "").split() if head is not None else []:
            words = "".join(str(text) for text in head.itertext()) if head is not None else ""
            titles.setdefault(f"apparatus.{name.removeprefix('#')}", " ".join(words.split()))
    return titles


def is_in_series(note: _Element, labels: Mapping[str, str]) -> bool:
    """Whether a note of the text is an entry of a series."""
    words = f"{note.get('type', '')} {note.get('place', '')}".replace("#", "").split()
    if local(note) != "note" or not words or {*words}.isdisjoint(labels["series"].split()):
        return False
    in_text = next(note.iterancestors(f"{TEI}text"), None) is not None
    return in_text and next(note.iterancestors(*_AROUND), None) is None
