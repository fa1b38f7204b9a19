"""The page that shows where the witnesses of a document differ, and how much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.findings import VariorumError
from variorum.outputs.output import File, Text, TextOutput, driver
from variorum.source import TEI

if TYPE_CHECKING:
    from variorum.source import Edition, Source

__all__ = ["VARIANTS"]

_DRIVER = driver("html-views")


def _files(text: Text, page: str) -> Iterator[File]:
    if page:
        yield File(f"html/{text.name}.variants.html", page)


def _applies(text: Text) -> bool:
    return len(text.document.summary.collated) > 1


def _has_readings(source: Source) -> bool:
    """Whether readings in the document are said to be those of two witnesses or more."""
    witnesses = set()
    for reading in source.root.iter(f"{TEI}lem", f"{TEI}rdg"):
        witnesses.update(reading.get("wit", "").split())
        if len(witnesses) > 1:
            return True
    return False


def _is_wanted(edition: Edition) -> bool:
    for source in edition.documents:
        try:
            if _has_readings(source):
                return True
        except VariorumError:
            continue  # what cannot be read is told elsewhere
    return False


VARIANTS = TextOutput(
    name="variants",
    format="html",
    paths=("html/{name}.variants.html",),
    driver=_DRIVER,
    scope=frozenset({"document"}),
    mode="variants",
    files=_files,
    applies=_applies,
    is_wanted=_is_wanted,
)
