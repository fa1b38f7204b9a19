"""The cases of this folder, and any text, as LaTeX."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.building import InMemory
from variorum.outputs.latex import LATEX
from variorum.source import Edition

CASES = Path(__file__).parent / "cases"

Typeset = Callable[[Path], dict[str, str]]
"""The markup of a document by the suffix of its file: `tex`, and `typ` unless that is left out."""


@pytest.fixture(scope="session")
def latex() -> Callable[[Edition], dict[str, str]]:
    """The LaTeX of each document of an edition, by its id."""

    def make(edition: Edition) -> dict[str, str]:
        memory = InMemory(edition, ("latex",))
        return {source.id: memory.rendered(LATEX, source) for source in edition.documents}

    return make


@pytest.fixture(scope="session")
def cases(latex: Callable[[Edition], dict[str, str]]) -> dict[str, str]:
    """The LaTeX of each case."""
    return latex(Edition.of([CASES], CASES))


def document(text: str) -> str:
    """A TEI document whose text is one paragraph."""
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="made" xml:lang="en"><teiHeader><fileDesc>'
        "<titleStmt><title>Made</title></titleStmt><publicationStmt><p>none</p></publicationStmt>"
        f"<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><text><body><p>{escape(text)}"
        "</p></body></text></TEI>"
    )
