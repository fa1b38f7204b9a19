"""File formats of a package: media type (IANA) and PRONOM identifier, by suffix and content."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from variorum.source import EXCEPTIONS

__all__ = ["Format", "format_of", "media_types"]


@dataclass(frozen=True)
class Format:
    """A format: its media type, its name, and its PRONOM identifier where PRONOM has one."""

    mime: str
    name: str
    pronom: str = ""


_TEI = Format("application/tei+xml", "TEI P5 - Single Text File", "fmt/1476")
_XML = Format("application/xml", "Extensible Markup Language", "fmt/101")
_TEXT = Format("text/plain", "Plain Text File", "x-fmt/111")
_UNREAD = b"<?xml"
_DECLARED = re.compile(rb"(?s).{0,3}<\?xml version=[\"']1\.0[\"']")
_SPACE = rb"http://www\.tei-c\.org/ns/1\.0"
_SIGNATURES = (
    re.compile(_DECLARED.pattern + rb".{0,512}TEI.{0,512}" + _SPACE),
    re.compile(
        _DECLARED.pattern
        + rb".{0,512}(?:teiCorpus|"
        + _SPACE
        + rb").{0,512}(?:teiCorpus|"
        + _SPACE
        + rb")"
    ),
)
"""What PRONOM knows a text of TEI by (fmt/1476), and a corpus (fmt/1477).

It takes a text whose head has the namespace twice for a corpus, and a grammar of TEI for a text:
then no identifier is told.
"""
_JPEG = Format("image/jpeg", "JPEG File Interchange Format")
_TIFF = Format("image/tiff", "Tagged Image File Format", "fmt/353")
_FORMATS = {
    ".avi": Format("video/x-msvideo", "Audio/Video Interleaved Format", "fmt/5"),
    ".bib": Format("text/plain", "BibTeX"),
    ".cff": Format("application/yaml", "YAML"),
    ".css": Format("text/css", "Cascading Style Sheet", "x-fmt/224"),
    ".csv": Format("text/csv", "Comma Separated Values", "x-fmt/18"),
    ".flac": Format("audio/flac", "FLAC (Free Lossless Audio Codec)", "fmt/279"),
    ".gif": Format("image/gif", "Graphics Interchange Format"),
    ".html": Format("text/html", "Hypertext Markup Language 5", "fmt/471"),
    ".jp2": Format("image/jp2", "JP2 (JPEG 2000 part 1)", "x-fmt/392"),
    ".jpeg": _JPEG,
    ".jpg": _JPEG,
    ".js": Format("text/javascript", "JavaScript file", "x-fmt/423"),
    ".json": Format("application/json", "JSON Data Interchange Format", "fmt/817"),
    ".jsonld": Format("application/ld+json", "JSON-LD", "fmt/880"),
    ".md": Format("text/markdown", "Markdown", "fmt/1149"),
    ".mid": Format("audio/midi", "MIDI Audio", "x-fmt/230"),
    ".mp3": Format("audio/mpeg", "MPEG 1/2 Audio Layer 3", "fmt/134"),
    ".mp4": Format("video/mp4", "MPEG-4 Media File", "fmt/199"),
    ".odd": _TEI,
    ".ogg": Format("audio/ogg", "Ogg"),
    ".otf": Format("font/otf", "OpenType Font File", "fmt/520"),
    ".pdf": Format("application/pdf", "Acrobat PDF/A - Portable Document Format 3a", "fmt/479"),
    ".png": Format("image/png", "Portable Network Graphics"),
    ".ris": Format("text/plain", "Research Information Systems (RIS)"),
    ".rng": _XML,
    ".sch": _XML,
    ".svg": Format("image/svg+xml", "Scalable Vector Graphics"),
    ".tex": Format("text/plain", "LaTeX (Master document)", "fmt/280"),
    ".tif": _TIFF,
    ".tiff": _TIFF,
    ".toml": Format("application/toml", "TOML"),
    ".ttf": Format("font/ttf", "TrueType Font", "x-fmt/453"),
    ".txt": _TEXT,
    ".typ": Format("text/plain", "Typst markup"),
    ".wav": Format("audio/wav", "Waveform Audio"),
    ".webm": Format("video/webm", "WebM", "fmt/573"),
    ".webp": Format("image/webp", "WebP"),
    ".whl": Format("application/zip", "ZIP Format", "x-fmt/263"),
    ".xml": _XML,
    ".xsd": _XML,
    ".zip": Format("application/zip", "ZIP Format", "x-fmt/263"),
}
_UNKNOWN = Format("application/octet-stream", "unknown")


def format_of(path: str, head: bytes = _UNREAD) -> Format:
    """The format of a file of a package, by its path in it and by how it begins.

    PRONOM tells versions of formats apart by what is in the files; where that does not show, a file
    has a media type and a name alone.
    """
    pure = PurePosixPath(path)
    is_text = pure.parts[0] == "representations" and "data" in pure.parts
    if is_text and pure.suffix == ".xml" and pure.name != EXCEPTIONS:
        found = _TEI if b"http://www.tei-c.org/ns/1.0" in head or head == _UNREAD else _XML
    else:
        found = _FORMATS.get(pure.suffix.lower(), _UNKNOWN)
    return replace(found, pronom=_version(found, head))


def _version(found: Format, head: bytes) -> str:
    """The identifier of PRONOM where the content tells it."""
    if found in (_TEI, _XML):
        is_text, is_corpus = (bool(each.match(head)) for each in _SIGNATURES)
        is_known = bool(_DECLARED.match(head)) and not is_corpus and is_text is (found is _TEI)
        return found.pronom if is_known or head == _UNREAD else ""
    if found.mime == "image/png":
        newer = {b"iTXt": "fmt/13", b"iCCP": "fmt/12", b"sRGB": "fmt/12", b"sPLT": "fmt/12"}
        known = next((each for chunk, each in newer.items() if chunk in head), "fmt/11")
        return known if head.startswith(b"\x89PNG\r\n\x1a\n") else ""
    if found.mime == "image/gif":
        return {b"GIF87a": "fmt/3", b"GIF89a": "fmt/4"}.get(head[:6], "")
    if found is _JPEG:
        versions = {b"\x01\x00": "fmt/42", b"\x01\x01": "fmt/43", b"\x01\x02": "fmt/44"}
        is_plain = head[6:11] == b"JFIF\0" and b"Exif\0" not in head
        return versions.get(head[11:13], "") if is_plain else ""
    return found.pronom


def media_types(path: str) -> frozenset[str] | None:
    """The media types a file of this suffix may be declared with; None for unknown suffixes."""
    known = _FORMATS.get(PurePosixPath(path).suffix.lower())
    if known is None:
        return None
    if known.mime.endswith("xml"):
        return frozenset({"application/xml", "text/xml", "application/tei+xml"})
    return frozenset({known.mime, "text/plain"} if known.mime.startswith("text/") else {known.mime})
