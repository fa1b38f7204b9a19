"""Unpacks the zips that transcripts come in, which may be damaged, locked, or bombs."""

from __future__ import annotations

import zipfile
from io import BytesIO

__all__ = ["Packed"]

_MOST_BYTES = 100_000_000
"""A part of text that is larger is an attack, or no transcript: ten thousand pages are smaller."""
_MOST_PICTURE = 400_000_000
_MOST_IN_ALL = 2_000_000_000
_SMALL = 10_000_000
_MOST_TIMES = 200
"""So many times larger than packed is no text of this size, though sameness packs well."""
_TEXT = (".xml", ".rels")


class Packed:
    """A zip, of which no part is read that cannot be what it should be."""

    def __init__(self, data: bytes) -> None:
        """Raises ValueError for what is no zip."""
        if not data:
            raise ValueError("is empty")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError):
            is_cut = data.startswith(b"PK\x03\x04")
            raise ValueError("is a zip whose end is missing" if is_cut else "is no zip") from None
        self.names = self._zip.namelist()
        self._left = _MOST_IN_ALL

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises ValueError where it cannot be unpacked, or is too large."""
        info = self._zip.getinfo(name)
        most = _MOST_BYTES if name.lower().endswith(_TEXT) else _MOST_PICTURE
        self._left -= info.file_size
        times = info.file_size / max(info.compress_size, 1)
        is_bomb = info.file_size > _SMALL and times > _MOST_TIMES
        if info.file_size > most or is_bomb or self._left < 0:
            raise ValueError(f"has a part that is too large: {name}")
        try:
            return self._zip.read(name)
        except Exception as error:  # zipfile, zlib and lzma have errors of many kinds
            raise ValueError(f"has a part that cannot be unpacked: {name}: {error}") from None

    @property
    def format(self) -> str:
        """The name of the format whose parts are in it, such as `docx`; empty for others."""
        names = {name.lower() for name in self.names}
        if "mimetype" in self.names:
            form = self.read("mimetype").decode("utf-8", "replace").strip()
            return _FORMS.get(form.removesuffix("-template"), "")
        is_office = "[content_types].xml" in names
        return "docx" if is_office and any(n.startswith("word/") for n in names) else ""


_FORMS = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-master": "odt",
}
