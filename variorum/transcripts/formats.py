"""The formats that can be imported: to add another, write its reader and a line here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from variorum.findings import Place, VariorumError
from variorum.transcripts.codes import IMPORT_FORMAT, IMPORT_SOURCE
from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.transcript import Transcript
from variorum.transcripts.unpacking import Packed

__all__ = ["FORMATS", "SourceFormat", "format_of"]


@dataclass(frozen=True)
class SourceFormat:
    """A format of transcripts: the ends of the names of its files, and the module and function
    that read it. Those that begin with `marks` are of it whatever they are called; XML is known
    by the name of its `root`, a zip by the parts in it.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    marks: tuple[bytes, ...] = ()
    root: str = ""

    def read(self, data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
        """The transcript in a file. The reader is loaded only now."""
        module, _, function = self.reader.partition(":")
        read: Callable[[bytes, ImportOptions, Losses], Transcript] = getattr(
            import_module(f"variorum.transcripts.{module}"), function
        )
        return read(data, options, losses)


FORMATS = (
    SourceFormat("docx", (".docx", ".docm", ".dotx"), "word.word:read_word"),
    SourceFormat("odt", (".odt", ".ott", ".fodt"), "odf.odt:read_odt", root="document"),
    SourceFormat("markdown", (".md", ".markdown"), "markdown:read_markdown"),
    SourceFormat("html", (".html", ".htm", ".xhtml"), "html_page:read_html", root="html"),
    SourceFormat("rtf", (".rtf",), "converted:read_rtf", (b"{\\rtf",)),
    SourceFormat("doc", (".doc", ".dot"), "converted:read_doc", (b"\xd0\xcf\x11\xe0",)),
    SourceFormat("pages", (".zip",), "page_files:read_zip"),
    SourceFormat("page", (), "page_files:read_pages", root="PcGts"),
    SourceFormat("alto", (), "page_files:read_pages", root="alto"),
    SourceFormat("text", (".txt", ".text", ""), "plain_text:read"),
)
"""All formats. Where no name and no mark tells, a file is none of them."""
_PACKED = {".docx", ".docm", ".dotx", ".odt", ".ott", ".zip"}
"""The ends of names of those that are zips."""
_ZIP = b"PK\x03\x04"
_FOREIGN = {
    b"%PDF-": "PDF",
    _ZIP: "zip",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
"""What begins so is no text, whatever it is called."""
_TEI = {"TEI", "teiCorpus", "TEI.2"}
"""The roots of TEI, which needs no import; that of P4 is older than its namespace."""
_HELP = "save it as .docx, .odt, .md or .txt, or as PAGE XML or ALTO"
_BEGINNINGS = (
    *(b"<?xml", b"<!DOCTYPE", b"<!doctype", b"<!--", b"<PcGts", b"<alto", b"<html"),
    *(b"<TEI", b"<teiCorpus", b"<tei:"),
)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")


def format_of(path: Path, data: bytes, name: str = "") -> SourceFormat:
    """The format of a file, or the one of this name. Raises VariorumError for one that is not
    known.
    """
    known = {each.name: each for each in FORMATS}
    if name:
        if name in known:
            return known[name]
        message = f"there is no format “{name}”"
        raise _unknown(path, message, f"name one of these: {', '.join(known)}")
    suffix = ".zip" if path.is_dir() else path.suffix.lower()
    root = _root(data)
    _refuse_tei(path, root)
    if not data:
        raise VariorumError(IMPORT_SOURCE.at(Place(path.name), "is empty"))
    inside = _packed_in(data)
    if not inside:
        _refuse_foreign(path, data, suffix)
    for each in FORMATS:
        if each.name == inside or data.startswith(each.marks) or (root and root == each.root):
            return each
    for each in FORMATS:
        if suffix in each.suffixes and not root:
            return each
    if root:
        message = f"is XML whose root is <{root}>, which is not read"
        raise _unknown(path, message, _HELP)
    ends = ", ".join(suffix for each in FORMATS for suffix in each.suffixes if suffix)
    message = f"“{path.suffix}” is the end of no format that is read"
    raise _unknown(path, message, f"save it as one of {ends}; or name it: --from")


def _packed_in(data: bytes) -> str:
    """The name of the format that a zip holds; empty for one that is none of them."""
    try:
        return Packed(data).format if data.startswith(_ZIP) else ""
    except ValueError:
        return ""


def _refuse_foreign(path: Path, data: bytes, suffix: str) -> None:
    for mark, kind in _FOREIGN.items():
        if data.startswith(mark) and not (kind == "zip" and suffix in _PACKED):
            raise _unknown(path, f"is a {kind} file, which is not read", _HELP)


def _refuse_tei(path: Path, root: str) -> None:
    """Says what makes an edition of TEI, which needs no import."""
    if root == "TEI.2":
        message = "is TEI P4, which is not read"
        raise _unknown(path, message, "convert it to TEI P5 first, with the stylesheets of the TEI")
    if root in _TEI:
        message = "is TEI already and needs no import"
        help_ = (
            "copy it to tei/ of an edition, or make one around it: variorum new DIR --from FOLDER"
        )
        raise _unknown(path, message, help_)


def _root(data: bytes) -> str:
    """The name of the root of XML; empty for what does not look like XML."""
    begin = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not begin.startswith(_BEGINNINGS):
        return ""
    if begin[:14].lower() == b"<!doctype html":
        return "html"
    begin = re.sub(rb"<\?.*?\?>|<!--.*?-->|<![^>]*>", b"", begin, flags=re.DOTALL)
    found = _ROOT.search(begin)
    return found[1].decode() if found else ""


def _unknown(path: Path, message: str, help_: str) -> VariorumError:
    return VariorumError(IMPORT_FORMAT.at(Place(path.name), message, help_))
