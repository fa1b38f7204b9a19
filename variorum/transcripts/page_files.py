"""Reads pages in PAGE XML or ALTO: a file, or a zip or folder of files in their order."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.findings import Place, VariorumError
from variorum.transcripts.alto_xml import alto_layouts
from variorum.transcripts.codes import IMPORT_SOURCE
from variorum.transcripts.layout import PageLayout, transcript_of
from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.page_xml import page_layouts
from variorum.transcripts.safe_xml import local_name, parsed
from variorum.transcripts.transcript import Transcript
from variorum.transcripts.unpacking import Packed

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["packed", "read_pages", "read_zip"]

_LAYOUTS: dict[str, Callable[[_Element, Losses], list[PageLayout]]] = {
    "PcGts": page_layouts,
    "alto": alto_layouts,
}


def read_pages(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript of one file. Raises VariorumError for what is no XML."""
    return _read([(losses.name, data)], options, losses)


def read_zip(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript of the pages in a zip, as eScriptorium and Transkribus export them. Raises
    VariorumError for what is no such zip.
    """
    try:
        unpacked = Packed(data)
        names = [name for name in unpacked.names if name.lower().endswith(".xml")]
        files = [(name, unpacked.read(name)) for name in names]
    except ValueError as error:
        message = f"cannot be unpacked: {error}"
        raise VariorumError(IMPORT_SOURCE.at(Place(losses.name), message)) from None
    return _read(files, options, losses)


def packed(folder: Path) -> bytes:
    """A folder of pages as a zip, the same for the same files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for path in sorted(folder.rglob("*.xml"), key=lambda path: _natural(path.as_posix())):
            name = path.relative_to(folder).as_posix()
            file.writestr(zipfile.ZipInfo(name), path.read_bytes())
    return made.getvalue()


def _read(files: Iterable[tuple[str, bytes]], options: ImportOptions, losses: Losses) -> Transcript:
    """Files of other kinds, such as METS, are no pages."""
    pages: list[PageLayout] = []
    for name, data in sorted(files, key=lambda file: _natural(file[0])):
        try:
            root = parsed(data)
        except ValueError as error:
            raise VariorumError(IMPORT_SOURCE.at(Place(name), str(error))) from None
        layouts = _LAYOUTS.get(local_name(root))
        losses.place = name
        found = layouts(root, losses) if layouts else []
        pages += [_with_picture(page, name, options) for page in found]
    return transcript_of(pages, options, losses)


def _with_picture(page: PageLayout, name: str, options: ImportOptions) -> PageLayout:
    """The page, whose picture may stand beside its own file in a folder of the export."""
    within = posixpath.join(posixpath.dirname(name), page.image)
    if page.image and options.beside is not None and (options.beside / within).is_file():
        return replace(page, image=within)
    return page


def _natural(name: str) -> list[tuple[int, str]]:
    """The order of names as people count: page 2 before page 10."""
    parts = re.findall(r"(\d+)|(\D+)", name)
    return [(int(number), "") if number else (-1, text) for number, text in parts]
