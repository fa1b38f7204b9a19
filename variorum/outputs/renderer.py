"""Runs the stylesheets of the outputs over models."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from variorum import resource

if TYPE_CHECKING:
    from pathlib import Path

    from variorum.engines.saxon import Node, Params
    from variorum.model.modeller import DocumentModel, Modeller
    from variorum.model.summary import Summary
    from variorum.source import Source

__all__ = ["Renderer", "script", "style"]


class Renderer:
    """Renders texts and pages, with the processor of a modeller.

    `formats` are the groups of outputs that are made, which pages link to; `names` are the outputs
    themselves.
    """

    def __init__(self, modeller: Modeller, formats: Sequence[str], names: frozenset[str]) -> None:
        self.edition = modeller.edition
        self.formats = tuple(formats)
        self.names = names
        self._modeller = modeller

    def text(
        self, document: DocumentModel, model: Node, driver: Path, mode: str, params: Params
    ) -> str:
        """A model of a document as a stylesheet renders it.

        What the stylesheet reports is kept with the document.
        """
        sheet = self._modeller.saxon[driver]
        rendered = sheet.text(model, self._params(document.source) | {**params}, mode)
        document.report(sheet)
        return rendered

    def pages(self, driver: Path, template: str, summaries: Sequence[Summary]) -> dict[str, str]:
        """The pages that a stylesheet makes of all documents, by their addresses."""
        params = self._params() | {
            "summaries": [self._node(summary) for summary in summaries],
            "registers": self._modeller.described_registers,
            "css": style(),
        }
        return self._modeller.saxon[driver].pages(template, params)

    def _node(self, summary: Summary) -> Node:
        document = self._modeller.saxon.parse(summary.xml)
        return next(child for child in document.children if child.node_kind_str == "element")

    def _params(self, source: Source | None = None) -> dict[str, Any]:
        language = self._modeller.language(source)
        return {
            "locales": self._modeller.locales(language),
            "language": language,
            "settings": {
                "formats": list(self.formats),
                "services": "dts" in self.names,
                **self.edition.settings.as_table(),
                "guidelines": "guidelines" in self.names,
            },
        }


@cache
def style() -> str:
    """The style of all pages."""
    return (resource("xslt") / "assets" / "variorum.css").read_text(encoding="utf-8")


@cache
def script() -> dict[str, str]:
    """The script of pages that compare witnesses, and its hash for their policy (CSP 3)."""
    # without its last line end, which an HTML checker leaves out of the hash it compares
    data = (resource("xslt") / "assets" / "variorum.js").read_bytes().strip()
    known = b64encode(sha256(data).digest()).decode()
    return {"script": data.decode(), "script-hash": f"sha256-{known}"}
