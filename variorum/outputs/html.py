"""The reading site: a page of the reading text of each document and of each of its witnesses.

The TEI lies beside the page of the reading text, byte for byte.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from mimetypes import guess_type

from variorum.outputs.output import File, Text, TextOutput, driver
from variorum.outputs.picture_sizes import size_of

__all__ = ["HTML"]

_DRIVER = driver("html")


def _render(text: Text) -> str:
    return text.rendered(_DRIVER, beside=text.beside)


def _files(text: Text, page: str) -> Iterator[File]:
    pictures = {name: file.read_bytes() for name, file in text.document.pictures.used_in(page)}
    page = _with_sizes(page, pictures)
    if not text.renderer.shares_assets:
        for name, picture in pictures.items():
            page = page.replace(f'src="{name}"', f'src="{_address_of(name, picture)}"')
    yield File(f"html/{text.name}.html", page)
    if not text.siglum:
        yield File(f"html/{text.name}.xml", text.document.source.whole)
    for name, picture in pictures.items():
        yield File(f"html/{name}", picture)


def _with_sizes(page: str, pictures: Mapping[str, bytes]) -> str:
    """The page whose pictures have their width and height, so that nothing moves when they come."""
    for name, picture in pictures.items():
        if size := size_of(picture):
            sized = f'src="{name}" width="{size[0]}" height="{size[1]}"'
            page = page.replace(f'src="{name}"', sized)
    return page


def _address_of(name: str, picture: bytes) -> str:
    """The picture itself as an address (RFC 2397)."""
    return f"data:{guess_type(name)[0]};base64,{b64encode(picture).decode()}"


def _applies(text: Text) -> bool:
    return not text.siglum or text.siglum in text.document.summary.collated


HTML = TextOutput(
    name="html",
    format="html",
    paths=("html/{name}.html", "html/{name}.xml", "html/media/*"),
    driver=_DRIVER,
    scope=frozenset({"document", "witness"}),
    render=_render,
    files=_files,
    proof="html",
    applies=_applies,
)
