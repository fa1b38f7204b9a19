"""Writes OpenDocument texts, as ISO/IEC 26300 has them, without any library for them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["OdtFile"]

_BASE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    [
        *(
            f'xmlns:{name}="{_BASE}:{name}:1.0"'
            for name in ("office", "text", "style", "table", "drawing", "meta", "form")
        ),
        f'xmlns:draw="{_BASE}:drawing:1.0"',
        f'xmlns:fo="{_BASE}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_BASE}:svg-compatible:1.0"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:math="http://www.w3.org/1998/Math/MathML"',
    ]
)
_FORM = "application/vnd.oasis.opendocument.text"


@dataclass
class OdtFile:
    """A file by what its text holds; `automatic` has its styles, `master` those of its pages."""

    body: str
    automatic: str = ""
    master: str = ""

    def write(self, path: Path) -> Path:
        """Writes the file, and returns where it is."""
        with zipfile.ZipFile(path, "w") as file:
            file.writestr("mimetype", _FORM)
            file.writestr("META-INF/manifest.xml", self._manifest())
            file.writestr("content.xml", self._content())
            file.writestr("styles.xml", self._styles())
        return path

    def _content(self) -> str:
        return (
            f'<?xml version="1.0"?><office:document-content {_NAMESPACES} office:version="1.3">'
            f"<office:automatic-styles>{self.automatic}</office:automatic-styles>"
            f"<office:body><office:text>{self.body}</office:text></office:body>"
            "</office:document-content>"
        )

    def _styles(self) -> str:
        return (
            f'<?xml version="1.0"?><office:document-styles {_NAMESPACES} office:version="1.3">'
            f"<office:styles/><office:master-styles>{self.master}</office:master-styles>"
            "</office:document-styles>"
        )

    def _manifest(self) -> str:
        address = f"{_BASE}:manifest:1.0"
        return (
            f'<?xml version="1.0"?><m:manifest xmlns:m="{address}" m:version="1.3">'
            f'<m:file-entry m:full-path="/" m:media-type="{_FORM}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
            '<m:file-entry m:full-path="styles.xml" m:media-type="text/xml"/></m:manifest>'
        )
