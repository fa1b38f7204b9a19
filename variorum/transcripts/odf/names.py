"""The namespaces of OpenDocument, as lxml writes them."""

from __future__ import annotations

__all__ = ["DC", "DRAW", "FO", "OFFICE", "STYLE", "SVG", "TABLE", "TEXT", "XLINK"]

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_BASE}office:1.0}}"
STYLE = f"{_BASE}style:1.0}}"
TEXT = f"{_BASE}text:1.0}}"
TABLE = f"{_BASE}table:1.0}}"
DRAW = f"{_BASE}drawing:1.0}}"
FO = f"{_BASE}xsl-fo-compatible:1.0}}"
SVG = f"{_BASE}svg-compatible:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
