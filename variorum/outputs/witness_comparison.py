"""The page on which any two of a document's texts, translation and pictures stand side by side."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.outputs.output import File, Text, TextOutput, driver
from variorum.outputs.side_by_side import forms_to_show

__all__ = ["WITNESS_COMPARISON"]

_DRIVER = driver("html")


_PATH = "html/{name}.compare.html"


def _files(text: Text, page: str) -> Iterator[File]:
    """No file where the stylesheet finds no more than two to choose from."""
    if page:
        yield File(_PATH.format(name=text.name), page)


def _applies(text: Text) -> bool:
    return forms_to_show(text) > 2


WITNESS_COMPARISON = TextOutput(
    name="witness-comparison",
    format="html",
    paths=(_PATH,),
    driver=_DRIVER,
    scope=frozenset({"document"}),
    mode="witness-comparison",
    files=_files,
    applies=_applies,
)
