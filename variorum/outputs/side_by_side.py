"""Pages of rows: text, translation and the pictures of the pages, each beside each other.

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

__all__ = ["FACSIMILE", "TIED", "TRANSLATION", "TRANSLATION_FACSIMILE", "forms_to_show"]

TIED = tuple(f"{TEI}{name}" for name in ("div", "lg", "p", "ab", "l", "head", "seg", "s"))
"""The elements that a translation ties to those of its original by `@corresp`, one by one."""

_DRIVER = driver("html-views")
_EACH_TEXT: frozenset[Scope] = frozenset({"document", "witness"})


def _rows(kind: str, text: Text) -> str:
    other = text.translation if kind != "facsimile" else None
    xml = text.renderer.serialised(other.reading) if other else ""
    return text.rendered(_DRIVER, kind, translation=xml)


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


def forms_to_show(text: Text) -> int:
    """How many forms of a document may be set beside each other: texts, translation, pictures."""
    source = text.document.source
    translated = text.translation is not None or _is_tied(source)
    return 1 + len(text.document.summary.collated) + translated + _shows_pages(source)


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


def _are_both_wanted(edition: Edition) -> bool:
    return _is_wanted(_is_tied, edition) and _is_wanted(_shows_pages, edition)


def _output(kind: str, is_wanted: Callable[[Edition], bool]) -> TextOutput:
    return TextOutput(
        name=kind,
        format="html",
        paths=(f"html/{{name}}.{kind}.html", "html/media/*"),
        driver=_DRIVER,
        scope=_EACH_TEXT,
        render=partial(_rows, kind),
        files=partial(_files, kind),
        applies=_can_be_read,
        is_wanted=is_wanted,
    )


TRANSLATION = _output("translation", partial(_is_wanted, _is_tied))
FACSIMILE = _output("facsimile", partial(_is_wanted, _shows_pages))
TRANSLATION_FACSIMILE = _output("translation-facsimile", _are_both_wanted)
