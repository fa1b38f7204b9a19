"""File formats of a package: media type (IANA) and PRONOM identifier, by suffix and place."""

from __future__ import annotations

from dataclasses import dataclass
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
_FORMATS = {
    ".bib": Format("text/plain", "BibTeX"),
    ".cff": Format("application/yaml", "YAML"),
    ".css": Format("text/css", "Cascading Style Sheet", "x-fmt/224"),
    ".csv": Format("text/csv", "Comma Separated Values", "x-fmt/18"),
    ".html": Format("text/html", "Hypertext Markup Language 5", "fmt/471"),
    ".js": Format("text/javascript", "JavaScript file", "x-fmt/423"),
    ".json": Format("application/json", "JSON Data Interchange Format", "fmt/817"),
    ".jsonld": Format("application/ld+json", "JSON-LD", "fmt/880"),
    ".md": Format("text/markdown", "Markdown", "fmt/1149"),
    ".odd": _TEI,
    ".otf": Format("font/otf", "OpenType Font File", "fmt/520"),
    ".pdf": Format("application/pdf", "Acrobat PDF/A - Portable Document Format 3a", "fmt/479"),
    ".ris": Format("text/plain", "Research Information Systems (RIS)"),
    ".rng": _XML,
    ".sch": _XML,
    ".tex": Format("text/plain", "LaTeX (Master document)", "fmt/280"),
    ".toml": Format("application/toml", "TOML"),
    ".ttf": Format("font/ttf", "TrueType Font", "x-fmt/453"),
    ".txt": _TEXT,
    ".typ": Format("text/plain", "Typst markup"),
    ".whl": Format("application/zip", "ZIP Format", "x-fmt/263"),
    ".xml": _XML,
    ".xsd": _XML,
    ".zip": Format("application/zip", "ZIP Format", "x-fmt/263"),
}
_UNKNOWN = Format("application/octet-stream", "unknown")


def format_of(path: str) -> Format:
    """The format of a file of a package, by its path in it."""
    pure = PurePosixPath(path)
    is_text = pure.parts[0] == "representations" and "data" in pure.parts
    if is_text and pure.suffix == ".xml" and pure.name != EXCEPTIONS:
        return _TEI
    return _FORMATS.get(pure.suffix, _UNKNOWN)


def media_types(path: str) -> frozenset[str] | None:
    """The media types a file of this suffix may be declared with; None for unknown suffixes."""
    known = _FORMATS.get(PurePosixPath(path).suffix)
    if known is None:
        return None
    if known.mime.endswith("xml"):
        return frozenset({"application/xml", "text/xml", "application/tei+xml"})
    return frozenset({known.mime, "text/plain"} if known.mime.startswith("text/") else {known.mime})
