"""Runs the stylesheets of the outputs over models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from variorum import resource
from variorum.findings import Place, VariorumError
from variorum.outputs.assets import assets
from variorum.outputs.codes import SITE_STYLESHEET
from variorum.outputs.digest import digest
from variorum.outputs.face import face
from variorum.outputs.own_stylesheet import own_stylesheet

if TYPE_CHECKING:
    from pathlib import Path

    from variorum.engines.saxon import Node, Params, Stylesheet
    from variorum.model.modeller import DocumentModel, Modeller
    from variorum.model.summary import Summary
    from variorum.source import Source

__all__ = ["Renderer"]

_PAGES = resource("xslt") / "html.xsl"
"""The stylesheet that an edition's own can stand for."""


class Renderer:
    """Renders texts and pages, with the processor of a modeller.

    `formats` are the groups of outputs that are made, which pages link to; `names` are the outputs
    themselves. Where pages share no assets, each has what it needs.
    """

    def __init__(self, modeller: Modeller, formats: Sequence[str], names: frozenset[str]) -> None:
        self.edition = modeller.edition
        self.formats = tuple(formats)
        self.names = names
        self._modeller = modeller
        self.shares_assets = "assets" in names
        self._face = face(modeller.edition)
        self._own = own_stylesheet(modeller.edition)

    def text(
        self, document: DocumentModel, model: Node, driver: Path, mode: str, params: Params
    ) -> str:
        """A model of a document as a stylesheet renders it.

        What the stylesheet reports is kept with the document.
        """
        sheet = self._sheet(driver)
        given = self._params(document.source) | {"nonce": _nonce(document.source.whole), **params}
        rendered = sheet.text(model, given, mode)
        document.report(sheet)
        return rendered

    def pages(self, driver: Path, template: str, summaries: Sequence[Summary]) -> dict[str, str]:
        """The pages that a stylesheet makes of all documents, by their addresses."""
        params = self._params() | {
            "nonce": _nonce("".join(summary.xml for summary in summaries).encode()),
            "summaries": [self._node(summary) for summary in summaries],
            "registers": self._modeller.described_registers,
        }
        return self._sheet(driver).pages(template, params)

    def _sheet(self, driver: Path) -> Stylesheet:
        """The compiled stylesheet, or that of the edition's own for pages of HTML.

        Raises VariorumError where the edition's own does not compile.
        """
        if self._own is None or driver != _PAGES:
            return self._modeller.saxon[driver]
        from variorum.engines.saxon import TransformError

        try:
            return self._modeller.saxon[self._own]
        except TransformError as error:
            place = Place(self.edition.settings.site.stylesheet)
            raise VariorumError(SITE_STYLESHEET.at(place, str(error))) from None

    def _node(self, summary: Summary) -> Node:
        document = self._modeller.saxon.parse(summary.xml)
        return next(child for child in document.children if child.node_kind_str == "element")

    def _params(self, source: Source | None = None) -> dict[str, Any]:
        language = self._modeller.language(source)
        return {
            "assets": {
                asset.name: asset.linked if self.shares_assets else asset.held for asset in assets()
            }
            | {asset.name: asset.linked for asset in self._face if self.shares_assets},
            "locales": self._modeller.locales(language),
            "language": language,
            "settings": {
                "formats": list(self.formats),
                "services": "dts" in self.names,
                **_settings(self.edition.settings.as_table()),
                "guidelines": "guidelines" in self.names,
            },
        }


def _settings(table: dict[str, Any]) -> dict[str, Any]:
    """The settings with the links of the navigation as pairs, for maps of XPath have no order."""
    site = table.get("site", {})
    if "navigation" in site:
        pairs = [[words, to] for words, to in site["navigation"].items()]
        return {**table, "site": {**site, "navigation": pairs}}
    return table


def _nonce(text: bytes) -> str:
    """A number for the policy of a page, which the text that the page shows cannot foresee."""
    return digest(text)[:32]
