"""What the tests of the apparatus share: outputs of one file, made by one warm processor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from tests.building import InMemory, build, warm_saxon
from tests.conftest import ROOT
from variorum.findings import Diagnostic
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.proof import Proof
from variorum.source import Edition, Source

CASES = ROOT / "tests" / "cases" / "apparatus"
MODEL = "{urn:variorum:model}"
TEI = "{http://www.tei-c.org/ns/1.0}"


@dataclass(frozen=True)
class Made:
    """One document: its model, its outputs by name, and what was found on the way."""

    source: Source
    proof: Proof
    model: etree._Element
    outputs: dict[str, str]
    findings: list[Diagnostic]

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


def made(file: Path, only: Sequence[str] = ("html", "text"), *, markup: bool = True) -> Made:
    """Builds a file of a stranger, as `variorum build` does; books as far as their markup."""
    edition = Edition.of([file], file.parent)
    source = edition.documents[0]
    with TemporaryDirectory() as folder:
        result = build(edition, Path(folder), only, saxon=warm_saxon())
        outputs = {
            name: (Path(folder) / name).read_text(encoding="utf-8") for name in result.written
        }
    memory = InMemory(edition, only)
    proof = Proof(source, memory.document().language)
    findings = result.findings
    for book, kind, ending in ((PDF, "print", "typ"), (LATEX, "latex", "tex")) if markup else ():
        rendered = memory.rendered(book)
        outputs[f"print/{source.id}.{ending}"] = rendered
        findings += proof.failures(kind, rendered)
    return Made(source, proof, memory.model(), outputs, findings)


def failed(made: Made) -> list[str]:
    """The failures of the proof."""
    return [
        f"{finding.line}: {finding.message}"
        for finding in made.findings
        if finding.code == "proof-failed"
    ]
