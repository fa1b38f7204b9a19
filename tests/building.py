"""How tests build an edition, and how they look at its models and outputs without building it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from lxml import etree

from variorum.build.plan import plan
from variorum.build.run import Result, run
from variorum.catalogue import for_editors
from variorum.engines.saxon import Node, Saxon
from variorum.model.modeller import DocumentModel, Modeller
from variorum.outputs.output import Text, TextOutput
from variorum.outputs.page_stylesheets import VIEWS
from variorum.outputs.registry import FORMATS, drivers, outputs_of
from variorum.outputs.renderer import Renderer
from variorum.package.crosswalk import DRIVER
from variorum.proof import Proof, register_failures
from variorum.source import Edition, Source

__all__ = ["InMemory", "build", "warm_saxon"]


@cache
def warm_saxon() -> Saxon:
    """One processor for all tests that run in one process: it compiles each stylesheet once."""
    return Saxon(*drivers(outputs_of()), VIEWS, DRIVER)


def build(
    edition: Edition,
    output: Path,
    formats: Collection[str] = FORMATS,
    *,
    online: bool = False,
    saxon: Saxon | None = None,
) -> Result:
    """Builds an edition as `variorum build` does, but does not check it.

    The warm processor makes it: stylesheets that are compiled anew take longer than most builds.
    """
    planned = plan(edition, outputs_of(formats, online=online, edition=edition), for_editors)
    saxon = saxon or warm_saxon()
    return run(planned, output, Proof, prove_registers=register_failures, saxon=saxon)


class InMemory:
    """The models of an edition, and its texts as outputs render them, without files."""

    def __init__(
        self,
        edition: Edition,
        formats: Collection[str] = FORMATS,
        saxon: Saxon | None = None,
        *,
        self_contained: bool = False,
    ) -> None:
        outputs = outputs_of(formats, self_contained=self_contained)
        self.edition = edition
        self._modeller = Modeller(saxon or warm_saxon(), edition)
        names = frozenset(output.name for output in outputs)
        self._renderer = Renderer(self._modeller, tuple(formats), names)
        self._documents: dict[Source, DocumentModel] = {}

    @cached_property
    def source(self) -> Source:
        """The only document of the edition."""
        (source,) = self.edition.documents
        return source

    def document(self, source: Source | None = None) -> DocumentModel:
        """The models of a document; without a name, of the only one."""
        source = source or self.source
        if source not in self._documents:
            self._documents[source] = self._modeller.document(source)
        return self._documents[source]

    def node(self, source: Source | None = None, witness: str = "") -> Node:
        """The model of the reading text or of a witness."""
        document = self.document(source)
        return document.witness(witness) if witness else document.reading

    def model(self, source: Source | None = None, witness: str = "") -> etree._Element:
        """The model as a tree of lxml."""
        parser: Any = etree.XMLParser(huge_tree=True, collect_ids=False)
        root: etree._Element = etree.fromstring(
            self.node(source, witness).to_string("UTF-8").encode(), parser
        )
        return root

    def rendered(self, output: TextOutput, source: Source | None = None, witness: str = "") -> str:
        """A text as an output renders it."""
        node = self.node(source, witness)
        return output.rendered(Text(self.document(source), node, self._renderer, witness))
