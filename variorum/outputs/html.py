"""The reading site: a page of the reading text of each document and of each of its witnesses.

The TEI lies beside the page of the reading text, byte for byte.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from mimetypes import guess_type

from variorum.outputs.output import File, Text, TextOutput, driver

__all__ = ["HTML"]

_DRIVER = driver("html")


def _render(text: Text) -> str:
    return text.rendered(_DRIVER, beside=text.beside)


def _files(text: Text, page: str) -> Iterator[File]:
    pictures = {name: file.read_bytes() for name, file in text.document.pictures.used_in(page)}
    if not text.renderer.shares_assets:
        for name, picture in pictures.items():
            page = page.replace(f'src="{name}"', f'src="{_address_of(name, picture)}"')
    yield File(f"html/{text.name}.html", page)
    if not text.siglum:
        yield File(f"html/{text.name}.xml", text.document.source.whole)
    for name, picture in pictures.items():
        yield File(f"html/{name}", picture)


def _address_of(name: str, picture: bytes) -> str:
    """The picture itself as an address (RFC 2397)."""
    return f"data:{guess_type(name)[0]};base64,{b64encode(picture).decode()}"


HTML = TextOutput(
    name="html",
    format="html",
    paths=("html/{name}.html", "html/{name}.xml", "html/media/*"),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
    render=_render,
    files=_files,
    proof="html",
)
