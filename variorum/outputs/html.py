"""The reading site: a page of the reading text of each document and of each of its witnesses.

The TEI lies beside the page of the reading text, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.outputs.output import File, Text, TextOutput, driver
from variorum.outputs.shown_pictures import page_files

__all__ = ["HTML"]

_DRIVER = driver("html")


def _files(text: Text, page: str) -> Iterator[File]:
    yield from page_files(text, page, f"html/{text.name}.html")
    if not text.siglum:
        yield File(f"html/{text.name}.xml", text.document.source.whole)


def _applies(text: Text) -> bool:
    return not text.siglum or text.siglum in text.document.summary.collated


HTML = TextOutput(
    name="html",
    format="html",
    paths=("html/{name}.html", "html/{name}.xml", "html/media/*"),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
    files=_files,
    proof="html",
    applies=_applies,
)
