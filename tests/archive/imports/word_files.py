"""Writes Word files part by part, as ISO/IEC 29500 has them, without any library for Word."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["NAMESPACES", "PNG", "WordFile", "p", "r"]

_BASE = "http://schemas.openxmlformats.org"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": f"{_BASE}/wordprocessingml/2006/main",
        "r": f"{_BASE}/officeDocument/2006/relationships",
        "m": f"{_BASE}/officeDocument/2006/math",
        "a": f"{_BASE}/drawingml/2006/main",
        "wp": f"{_BASE}/drawingml/2006/wordprocessingDrawing",
        "pic": f"{_BASE}/drawingml/2006/picture",
        "mc": f"{_BASE}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
_TYPE = f"{_BASE}/officeDocument/2006/relationships"
_KINDS = {"document": "document.main"}


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """A paragraph; text without markup is a run."""
    inner = content if content.startswith("<") or not content else r(content)
    said = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{said}{inner}</w:p>"


@dataclass
class WordFile:
    """The parts of a file: `parts` holds the contents of the root elements, such as `footnotes`.

    `links` are addresses by the ids that the text uses, `pictures` the names of pictures.
    """

    body: str
    parts: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    strict: bool = False

    def write(self, path: Path) -> Path:
        """Writes the file, and returns where it is."""
        with zipfile.ZipFile(path, "w") as file:
            for name, data in self._files().items():
                file.writestr(name, data)
        return path

    def _files(self) -> dict[str, str | bytes]:
        found: dict[str, str | bytes] = {"[Content_Types].xml": self._types()}
        main = f'<Relationship Id="m" Type="{_TYPE}/officeDocument" Target="word/document.xml"/>'
        found["_rels/.rels"] = _relations(main)
        found["word/_rels/document.xml.rels"] = _relations(self._related())
        found["word/document.xml"] = self._part("document", f"<w:body>{self.body}</w:body>")
        for name, content in self.parts.items():
            found[f"word/{name}.xml"] = self._part(name, content)
            found[f"word/_rels/{name}.xml.rels"] = _relations(self._links())
        found |= {f"word/media/{name}": PNG for name in self.pictures.values()}
        return found

    def _part(self, name: str, content: str) -> str:
        root = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
        text = f'<?xml version="1.0"?><w:{root} {NAMESPACES}>{content}</w:{root}>'
        if not self.strict:
            return text
        strict = "http://purl.oclc.org/ooxml"
        for kind in ("wordprocessingml/2006/main", "officeDocument/2006/math"):
            text = text.replace(f"{_BASE}/{kind}", f"{strict}/{kind.replace('2006/', '')}")
        return text

    def _links(self) -> str:
        return "".join(
            f'<Relationship Id="{name}" Type="{_TYPE}/hyperlink" Target="{address}" '
            'TargetMode="External"/>'
            for name, address in self.links.items()
        )

    def _related(self) -> str:
        parts = "".join(
            f'<Relationship Id="p{name}" Type="{_TYPE}/{name.rstrip("1")}" Target="{name}.xml"/>'
            for name in self.parts
        )
        pictures = "".join(
            f'<Relationship Id="{key}" Type="{_TYPE}/image" Target="media/{name}"/>'
            for key, name in self.pictures.items()
        )
        return parts + pictures + self._links()

    def _types(self) -> str:
        form = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" '
            f'ContentType="{form}.{_KINDS.get(name, name.rstrip("1"))}+xml"/>'
            for name in ("document", *self.parts)
        )
        package = "application/vnd.openxmlformats-package.relationships+xml"
        return (
            f'<?xml version="1.0"?><Types xmlns="{_BASE}/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{package}"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
        )


def _relations(inner: str) -> str:
    address = f"{_BASE}/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{address}">{inner}</Relationships>'
