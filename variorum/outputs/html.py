"""The reading site: a page of the reading text of each document and of each of its witnesses."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.outputs.output import File, Text, TextOutput, driver
from variorum.outputs.renderer import script, style

__all__ = ["HTML"]

_DRIVER = driver("html")


def _render(text: Text) -> str:
    return text.rendered(_DRIVER, css=style(), **script())


def _files(text: Text, page: str) -> Iterator[File]:
    yield File(f"html/{text.name}.html", page)
    for name, file in text.document.pictures.used_in(page):
        yield File(f"html/{name}", file.read_bytes())


HTML = TextOutput(
    name="html",
    format="html",
    paths=("html/{name}.html", "html/media/*"),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
    render=_render,
    files=_files,
    proof="html",
)
