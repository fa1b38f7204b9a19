"""Pages of rows: the text beside its translation, and beside the pictures of its pages.

The stylesheet says whether a document has anything to compare: it makes no page where it has not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from variorum.findings import VariorumError
from variorum.outputs.output import File, Scope, Text, TextOutput, driver
from variorum.outputs.shown_pictures import page_files
from variorum.source import TEI

if TYPE_CHECKING:
    from variorum.source import Edition, Source

__all__ = ["FACSIMILE", "TIED", "TRANSLATION"]

TIED = tuple(f"{TEI}{name}" for name in ("div", "lg", "p", "ab", "l", "head", "seg", "s"))
"""The elements that a translation ties to those of its original by `@corresp`, one by one."""

_DRIVER = driver("html-views")


def _translation(text: Text) -> str:
    other = text.translation
    xml = text.renderer.serialised(other.reading) if other else ""
    return text.rendered(_DRIVER, "translation", beside=text.beside, translation=xml)


def _facsimile(text: Text) -> str:
    return text.rendered(_DRIVER, "facsimile", beside=text.beside)


def _files(kind: str, text: Text, page: str) -> Iterator[File]:
    if page:
        yield from page_files(text, page, f"html/{text.name}.{kind}.html")


def _is_tied(source: Source) -> bool:
    """Whether a block or passage of the text corresponds to something that has a name."""
    return any(
        "#" in element.get("corresp", "")
        for text in source.root.iter(f"{TEI}text")
        for element in text.iter(*TIED)
    )


def _shows_pages(source: Source) -> bool:
    """Whether a page of the text has a picture in a file beside the document."""
    if all(element.get("facs") is None for element in source.root.iter(f"{TEI}pb")):
        return False
    named = [
        *(element.get("facs", "") for element in source.root.iter(f"{TEI}pb")),
        *(element.get("url", "") for element in source.root.iter(f"{TEI}graphic")),
    ]
    return any(name and ":" not in name and not name.startswith("#") for name in named)


def _is_wanted(asks: Callable[[Source], bool], edition: Edition) -> bool:
    for source in edition.documents:
        try:
            if asks(source):
                return True
        except VariorumError:
            continue  # what cannot be read is told elsewhere
    return False


def _can_be_read(text: Text) -> bool:
    return not text.siglum or text.siglum in text.document.summary.collated


def _output(
    kind: str,
    scope: frozenset[Scope],
    render: Callable[[Text], str],
    asks: Callable[[Source], bool],
) -> TextOutput:
    return TextOutput(
        name=kind,
        format="html",
        paths=(f"html/{{name}}.{kind}.html", "html/media/*"),
        driver=_DRIVER,
        scope=scope,
        render=render,
        files=partial(_files, kind),
        applies=_can_be_read,
        is_wanted=partial(_is_wanted, asks),
    )


TRANSLATION = _output("translation", frozenset({"document"}), _translation, _is_tied)
FACSIMILE = _output("facsimile", frozenset({"document", "witness"}), _facsimile, _shows_pages)
