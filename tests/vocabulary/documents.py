"""Documents made for tests of the model's vocabulary, and the spellings that projects use."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

__all__ = ["MODEL", "SPELLINGS", "document_of", "words_in"]

MODEL = "{urn:variorum:model}"


def _rows() -> list[tuple[str, frozenset[str]]]:
    file = Path(__file__).with_name("renditions.tsv")
    lines = file.read_text("utf-8").splitlines()[1:]
    pairs = (line.split("\t") for line in lines if line)
    return [(spelling, frozenset(words.split())) for spelling, words in pairs]


SPELLINGS = _rows()
"""How projects write a look, as an attribute, with the words of the model that it means."""


def document_of(folder: Path, body: str, header: str = "") -> Path:
    """A TEI file of a body, with `header` after its description."""
    path = folder / "made.xml"
    path.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        "<title>A made text</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>"
        f"<sourceDesc><p>None.</p></sourceDesc></fileDesc>{header}</teiHeader>"
        f"<text><body>{body}</body></text></TEI>",
        encoding="utf-8",
    )
    return path


def words_in(element: etree._Element) -> frozenset[str]:
    """The words of the model for how an element looks."""
    return frozenset(str(element.get(f"{MODEL}rendition", "")).split())
