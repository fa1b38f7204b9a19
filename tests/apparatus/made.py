"""What the tests of the apparatus share: outputs of one file, made by one warm processor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from tests.building import InMemory, warm_saxon
from tests.conftest import ROOT
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.catalogue import for_editors
from variorum.findings import Diagnostic
from variorum.outputs.latex import LATEX
from variorum.outputs.output import TextOutput
from variorum.outputs.pdf import PDF
from variorum.outputs.registry import outputs_of
from variorum.proof import Proof
from variorum.source import Edition, Source

CASES = ROOT / "tests" / "cases" / "apparatus"
MODEL = "{urn:variorum:model}"
TEI = "{http://www.tei-c.org/ns/1.0}"


@dataclass(frozen=True)
class Made:
    """One document: its outputs by name, and what was found on the way."""

    source: Source
    edition: Edition
    outputs: dict[str, str]
    findings: list[Diagnostic]

    @cached_property
    def memory(self) -> InMemory:
        """The document without files: its models, and pages of them."""
        return InMemory(self.edition)

    @cached_property
    def proof(self) -> Proof:
        return Proof(self.source, self.memory.document().language)

    @cached_property
    def model(self) -> etree._Element:
        return self.memory.model()

    @property
    def lines(self) -> list[str]:
        """The printed lines of the apparatus."""
        headings = {
            label.upper()
            for key, label in self.proof.labels.items()
            if key.startswith("apparatus.")
        }
        blocks = self.outputs[f"text/{self.source.id}.txt"].rstrip("\n").split("\n\n")
        return [
            line
            for heading, block in pairwise(blocks)
            if heading in headings
            for line in block.split("\n")
        ]

    def text(self, siglum: str) -> list[str]:
        """The words of a witness, of its file in `text/`."""
        return self.outputs[f"text/{self.source.id}.{siglum}.txt"].split()


BOOKS = tuple(
    replace(book, format="text", paths=(path,), files=None)
    for book, path in ((PDF, "print/{name}.typ"), (LATEX, "print/{name}.tex"))
)
"""Books as far as their markup; no page links to them."""


def made(file: Path, only: Sequence[str] = ("html", "text"), *, markup: bool = True) -> Made:
    """Builds a file of a stranger, as `variorum build` does; books as far as their markup.

    Nothing is made of the site that the document would stand in.
    """
    edition = Edition.of([file], file.parent)
    texts = [output for output in outputs_of(only) if isinstance(output, TextOutput)]
    planned = plan(edition, (*texts, *(BOOKS if markup else ())), for_editors)
    with TemporaryDirectory() as folder:
        result = run(planned, Path(folder), Proof, saxon=warm_saxon())
        outputs = {
            name: (Path(folder) / name).read_text(encoding="utf-8") for name in result.written
        }
    return Made(edition.documents[0], edition, outputs, result.findings)


def failed(made: Made) -> list[str]:
    """What the proof found."""
    return [
        f"{finding.line}: {finding.message}"
        for finding in made.findings
        if finding.code in ("proof-failed", "words-lost")
    ]
