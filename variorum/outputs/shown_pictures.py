"""The pictures that a page shows: files beside it, or held in it where it stands alone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from mimetypes import guess_type

from variorum.outputs.output import File, Text
from variorum.outputs.picture_sizes import size_of

__all__ = ["page_files"]


def page_files(text: Text, page: str, name: str) -> Iterator[File]:
    """The file of a page, in which pictures have their width and height, and theirs.

    Nothing moves when a picture comes whose size the page tells.
    """
    pictures = {name: file.read_bytes() for name, file in text.document.pictures.used_in(page)}
    for address, picture in pictures.items():
        shown = address if text.renderer.shares_assets else _address_of(address, picture)
        size = size_of(picture)
        sized = f' width="{size[0]}" height="{size[1]}"' if size else ""
        page = page.replace(f'src="{address}"', f'src="{shown}"{sized}')
    yield File(name, page)
    for address, picture in pictures.items():
        yield File(f"html/{address}", picture)


def _address_of(name: str, picture: bytes) -> str:
    """The picture itself as an address (RFC 2397)."""
    return f"data:{guess_type(name)[0]};base64,{b64encode(picture).decode()}"
