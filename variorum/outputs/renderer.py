"""Runs the stylesheets of the outputs over models."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from variorum.findings import VariorumError
from variorum.outputs.assets import assets
from variorum.outputs.digest import digest
from variorum.outputs.face import face
from variorum.outputs.own_stylesheet import own_stylesheet, own_stylesheet_errors
from variorum.outputs.page_stylesheets import page_stylesheet

if TYPE_CHECKING:
    from pathlib import Path

    from variorum.engines.saxon import Message, Node, Param, Params, Stylesheet
    from variorum.model.modeller import DocumentModel, Modeller
    from variorum.model.summary import Summary

__all__ = ["OtherRenderer", "Renderer"]


class OtherRenderer(Protocol):
    """What renders with the stylesheets `drivers` elsewhere: models come to it as XML."""

    drivers: frozenset[Path]

    def begin(
        self, model: str, language: str, driver: Path, mode: str, params: Params, /
    ) -> Callable[[], tuple[str, list[Message]]]:
        """Begins a text; what is returned waits for it, and gives it as `Renderer.rendered`."""
        ...

    def pages(
        self,
        driver: Path,
        template: str,
        summaries: Sequence[str],
        registers: Sequence[str],
        more: Params,
        /,
    ) -> dict[str, str]:
        """As `Renderer.rendered_pages`."""
        ...


@dataclass(frozen=True)
class _Begun:
    """A text that another process is rendering, of which model and with which parameters."""

    model: Node
    params: Params
    result: Callable[[], tuple[str, list[Message]]]


class Renderer:
    """Renders texts and pages, with the processor of a modeller.

    `formats` are the groups of outputs that are made, which pages link to; `names` are the outputs
    themselves. Where pages share no assets, each has what it needs. A `process` has its own
    processor for the stylesheets that it knows. `stylesheets` are those of all outputs that are
    made, which say whether pages have views beside each other.
    """

    def __init__(
        self,
        modeller: Modeller,
        formats: Sequence[str],
        names: frozenset[str],
        process: OtherRenderer | None = None,
        stylesheets: Collection[Path] = (),
    ) -> None:
        self.edition = modeller.edition
        self.formats = tuple(formats)
        self.names = names
        self._modeller = modeller
        self.shares_assets = "assets" in names
        self._face = face(modeller.edition)
        self._own = own_stylesheet(modeller.edition)
        self._process = process
        self._stylesheets = stylesheets
        self._sent: tuple[Node, str] = (None, "")
        self._begun: dict[tuple[Path, str], _Begun] = {}
        self._described: tuple[Sequence[str], list[Node]] = ((), [])
        self._known: dict[str, dict[str, Any]] = {}

    def text(
        self,
        document: DocumentModel,
        model: Node,
        driver: Path,
        mode: str,
        params: Params,
    ) -> str:
        """A model of a document as a stylesheet renders it.

        What the stylesheet reports is kept with the document.
        """
        driver = self._actual(driver)
        begun = self._begun.pop((driver, mode), None)
        if begun is None or begun.model is not model or begun.params != params:
            begun = self._begin(document, model, driver, mode, params)
        if begun:
            text, met = begun.result()
        else:
            given = _given(document, params)
            text, met = self.rendered(model, document.language, driver, mode, given)
        document.report(met)
        return text

    def begin(
        self, document: DocumentModel, model: Node, driver: Path, mode: str, params: Params
    ) -> None:
        """Begins a text, for which `text` is asked later, if another process can render it."""
        driver = self._actual(driver)
        if begun := self._begin(document, model, driver, mode, params):
            self._begun[driver, mode] = begun

    def _begin(
        self, document: DocumentModel, model: Node, driver: Path, mode: str, params: Params
    ) -> _Begun | None:
        if not self._process or driver not in self._process.drivers:
            return None
        xml, given = self._serialised(model), _given(document, params)
        return _Begun(
            model, params, self._process.begin(xml, document.language, driver, mode, given)
        )

    def pages(
        self, driver: Path, template: str, summaries: Sequence[Summary], **more: Param
    ) -> dict[str, str]:
        """The pages that a stylesheet makes of all documents, by their addresses.

        `more` are parameters of this template alone.
        """
        driver = self._actual(driver)
        described = [summary.xml for summary in summaries]
        registers = self._modeller.described_registers
        if self._process and driver in self._process.drivers:
            sent = [self._modeller.saxon.serialised(register) for register in registers]
            return self._process.pages(driver, template, described, sent, more)
        return self.rendered_pages(driver, template, described, registers, more)

    def rendered(
        self, model: Node, language: str, driver: Path, mode: str, params: Params
    ) -> tuple[str, list[Message]]:
        """A model as a stylesheet renders it in this process, and what the stylesheet reports."""
        sheet = self._sheet(driver)
        text = sheet.text(model, self._params(language) | {**params}, mode)
        return text, sheet.messages()

    def rendered_pages(
        self,
        driver: Path,
        template: str,
        summaries: Sequence[str],
        registers: Sequence[Node],
        more: Params,
    ) -> dict[str, str]:
        """The pages that a stylesheet makes in this process, of summaries in XML and registers."""
        params = self._params(self._modeller.language()) | {
            "nonce": _nonce("".join(summaries).encode()),
            "summaries": self._elements(summaries),
            "registers": registers,
            **more,
        }
        return self._sheet(driver).pages(template, params)

    def _actual(self, driver: Path) -> Path:
        """The stylesheet that stands for one of pages."""
        return page_stylesheet(driver, self._stylesheets, self._own)

    def _sheet(self, driver: Path) -> Stylesheet:
        """The compiled stylesheet. Raises VariorumError where an edition's own does not compile."""
        if driver != self._own:
            return self._modeller.saxon[driver]
        from variorum.engines.saxon import StylesheetError

        try:
            return self._modeller.saxon[driver]
        except StylesheetError as error:
            raise VariorumError(*own_stylesheet_errors(self.edition, error)) from None

    def parse(self, xml: str) -> Node:
        """A document node of the processor of this renderer."""
        return self._modeller.saxon.parse(xml)

    def serialised(self, model: Node) -> str:
        """A model as XML, as stylesheets can be given it."""
        return self._modeller.saxon.serialised(model)

    def _serialised(self, model: Node) -> str:
        if self._sent[0] is not model:
            self._sent = model, self._modeller.saxon.serialised(model)
        return self._sent[1]

    def _elements(self, summaries: Sequence[str]) -> list[Node]:
        """The summaries as elements; one output after the other asks for the same."""
        if summaries and self._described[0] != summaries:
            self._described = summaries, [self._element(summary) for summary in summaries]
        return self._described[1] if summaries else []

    def _element(self, xml: str) -> Node:
        children = self.parse(xml).children
        return next(child for child in children if child.node_kind_str == "element")

    def _params(self, language: str) -> dict[str, Any]:
        """What all texts in a language have in common: the same objects each time."""
        if language not in self._known:
            self._known[language] = self._params_of(language)
        return self._known[language]

    def _params_of(self, language: str) -> dict[str, Any]:
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
                "search": "search" in self.names,
                "registers": bool(self.edition.registers),
                "citing": "citing" in self.names,
                "parts": "parts" in self.names,
                "rows": sorted(self.names & {"translation", "facsimile", "variants"}),
                "beacon": "beacon" in self.names and bool(self.edition.settings.site_address),
                "pages": [{"id": page.id, "title": page.title} for page in self.edition.pages],
            },
        }


def _given(document: DocumentModel, params: Params) -> Params:
    return {"nonce": _nonce(document.source.whole), **params}


def _settings(table: dict[str, Any]) -> dict[str, Any]:
    """The settings with the links of the navigation as pairs, for maps of XPath have no order."""
    site = table.get("site", {})
    if "navigation" in site:
        pairs = [[words, to] for words, to in site["navigation"].items()]
        return {**table, "site": {**site, "navigation": pairs}}
    return table


def _nonce(text: bytes) -> str:
    """A number for the policy of a page, which the text that the page shows cannot foresee.

    It has 128 bits, as Content Security Policy Level 3, 7.1, asks for, in as few letters as it may.
    """
    return urlsafe_b64encode(bytes.fromhex(digest(text)[:32])).decode().rstrip("=")
