"""Pictures that stand beside a source and are copied with it."""

from __future__ import annotations

import contextlib
import posixpath
import re
from base64 import b64decode
from pathlib import Path
from urllib.parse import unquote

from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions

__all__ = ["CopiedPictures"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|#")
_INLINE = re.compile(r"data:image/(\w+)[^,]*;base64,")
_SHOWN = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")
_MOST_BYTES = 200_000_000


class CopiedPictures:
    """The pictures of one source by the addresses that the TEI gives them."""

    def __init__(self, options: ImportOptions, losses: Losses) -> None:
        self._options = options
        self._losses = losses
        self.media: dict[str, bytes] = {}

    def add(self, data: bytes, name: str) -> str:
        """The address of a picture that is copied under this name, or another where it is taken."""
        plain = re.sub(r"[^A-Za-z0-9._-]", "-", posixpath.basename(name)) or "picture"
        url, number = f"{self._options.folder}/{plain}", 1
        while self.media.get(url, data) != data:
            number += 1
            url = f"{self._options.folder}/{number}-{plain}"
        self.media[url] = data
        if not plain.lower().endswith(_SHOWN):
            self._losses.changed(f"picture {plain}", "is copied; browsers do not show its format")
        return url

    def beside(self, address: str) -> str:
        """The address of a picture that the source names. It is copied if it is a file in the
        folder of the source, or below it, or is written out in its address; any other stays where
        it is.
        """
        if inline := _INLINE.match(address):
            with contextlib.suppress(ValueError):
                return self.add(b64decode(address[inline.end() :]), f"picture.{inline[1]}")
        path = self._inside(address)
        if not address:
            self._losses.left_out("picture", "has no address")
        elif path is None:
            self._losses.changed("linked picture", "stays where it is", address)
        elif not path.is_file() or path.stat().st_size > _MOST_BYTES:
            self._losses.left_out("picture", "is named, but is not there", address)
        else:
            return self.add(path.read_bytes(), path.name)
        return address

    def _inside(self, address: str) -> Path | None:
        folder = self._options.beside
        if folder is None or _ADDRESS.match(address):
            return None
        try:
            path = (folder / unquote(address).replace("\\", "/")).resolve()
            return path if path.is_relative_to(folder.resolve()) else None
        except (OSError, ValueError):
            return None
