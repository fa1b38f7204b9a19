"""Tells what a document costs: each step of its model, its summary, each output and its proof.

    python tools/profile_documents.py FILE [--rounds N]

It prints the time of the processor in milliseconds, the least of all rounds, and how many times
that is of parsing, copying and serialising the document. The steps are those of
`xslt/model/main.xsl`: each is the model up to it, less that up to the step before.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from variorum import resource
from variorum.engines.saxon import Node, Saxon
from variorum.model import modeller
from variorum.outputs.output import Text, TextOutput
from variorum.outputs.registry import FORMATS, drivers, outputs_of
from variorum.outputs.renderer import Renderer
from variorum.proof import Proof
from variorum.source import Edition

__all__ = ["Profile"]

T = TypeVar("T")

_STEPS = {
    "origin": "with-text(.) ! v:with-changes(.) ! v:with-transpositions(.)",
    "reading": "reading-text($origin)",
    "spaced": "spaced($reading)",
    "located": "with-location-anchors($spaced)",
    "numbered": "numbered($located, $origin)",
    "assembled": "assembled($numbered)",
}
"""What each step of a model makes, and of what."""
_XSL = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
_COPY = f"""<xsl:stylesheet version="3.0" {_XSL}>
<xsl:mode name="page" on-no-match="shallow-copy"/></xsl:stylesheet>"""


def _stylesheet() -> str:
    """The model with a mode for each step, which makes what the step and those before it make."""
    variables, modes = "", ""
    for name, call in _STEPS.items():
        variables += f'<xsl:variable name="{name}" as="document-node()" select="v:{call}"/>'
        modes += (
            f'<xsl:mode name="{name}" visibility="public" use-accumulators="v:spans"/>'
            f'<xsl:template match="/" mode="{name}">{variables}'
            f'<xsl:sequence select="${name}"/></xsl:template>'
        )
    model = (resource("xslt") / "model" / "main.xsl").as_uri()
    return (
        f'<xsl:stylesheet version="3.0" {_XSL} xmlns:v="urn:variorum:model">'
        f'<xsl:import href="{model}"/>{modes}</xsl:stylesheet>'
    )


class Profile:
    """What one document costs, by the names of what is made of it, in seconds."""

    def __init__(self, file: Path, folder: Path) -> None:
        """`folder` takes the stylesheets that are made to measure."""
        self.least: dict[str, float] = {}
        self._edition = Edition.of([file], file.parent)
        self._source = self._edition.documents[0]
        self._outputs = outputs_of(FORMATS)
        self._copy, steps = folder / "copy.xsl", folder / "steps.xsl"
        self._copy.write_text(_COPY, encoding="utf-8")
        steps.write_text(_stylesheet(), encoding="utf-8")
        self._saxon = Saxon(steps, self._copy, *drivers(self._outputs))
        modeller.MODEL = steps
        self._modeller = modeller.Modeller(self._saxon, self._edition)
        names = frozenset(output.name for output in self._outputs)
        self._renderer = Renderer(self._modeller, FORMATS, names)

    def measure(self) -> None:
        """Measures everything once."""
        self._timed("copied", lambda: self._saxon[self._copy].text(self._parsed(), {}, "page"))
        document = self._modeller.document(self._source)
        for name in _STEPS:
            node = self._parsed()
            self._timed(name, lambda: document._modelled(node, name))  # noqa: B023
        document = self._modeller.document(self._source)
        model = self._timed("model", lambda: document.reading)
        self._timed("summary", lambda: document.summary)
        text = Text(document, model, self._renderer)
        for output in self._outputs:
            if isinstance(output, TextOutput) and "document" in output.scope:
                self._output(output, text)

    def _output(self, output: TextOutput, text: Text) -> None:
        if not output.applies(text):
            return
        made = self._timed(output.name, lambda: output.rendered(text))
        if kind := output.proof:
            proof = Proof(self._source, text.document.language, self._edition)
            self._timed(f"  proof: {output.name}", lambda: proof.failures(kind, made))

    def _parsed(self) -> Node:
        return self._saxon.parse(self._source.text)

    def _timed(self, name: str, run: Callable[[], T]) -> T:
        start = time.thread_time()
        result = run()
        taken = time.thread_time() - start
        self.least[name] = min(taken, self.least.get(name, taken))
        return result

    def lines(self) -> list[str]:
        """The figures as lines of text."""
        found = dict(self.least)
        steps = [found.pop(name) for name in _STEPS]
        before = [0.0, *steps]
        rows = {"parsed, copied, serialised": found.pop("copied"), "model": found.pop("model")}
        rows |= {
            f"  step: {name}": step - last
            for name, step, last in zip(_STEPS, steps, before, strict=False)
        }
        copied = self.least["copied"]
        return [
            f"{name:<30}{1000 * taken:>8.2f} ms{taken / copied:>8.1f}"
            for name, taken in (rows | found).items()
        ]


def _main() -> None:
    parser = argparse.ArgumentParser(description="Tells what a document costs.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="variorum-profile-") as name:
        profile = Profile(options.file.resolve(), Path(name))
        for _ in range(options.rounds):
            profile.measure()
    print("\n".join(profile.lines()))


if __name__ == "__main__":
    _main()
