"""A compiler that is kept sets each book as one does that has set none before."""

from __future__ import annotations

from pathlib import Path

from tests.building import InMemory
from variorum.engines import compilers, typst
from variorum.outputs.pdf import PDF
from variorum.source import Edition, Source

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>{title}</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><p>{words}</p></body></text></TEI>
"""
BOOKS = {
    "plain.xml": "It rains — and so on.",
    "missing.xml": "Nobody has \N{CUNEIFORM SIGN A}.",
    "other.xml": "It snows — and so on.",
}


def test_books_one_after_the_other_are_as_each_alone(tmp_path: Path) -> None:
    for name, words in BOOKS.items():
        (tmp_path / name).write_text(LETTER.format(title=name, words=words), encoding="utf-8")
    edition = Edition.of([tmp_path], tmp_path)
    memory = InMemory(edition, ("pdf",))
    books = [(source, memory.rendered(PDF, source)) for source in edition.documents]

    def book(source: Source, markup: str) -> tuple[bytes, list[str]]:
        data, findings = typst.pdf(markup, source, edition)
        return data, [finding.code for finding in findings]

    alone = []
    for source, markup in books:
        compilers.forget()
        alone.append(book(source, markup))
    compilers.forget()
    together = [book(source, markup) for _ in range(2) for source, markup in books]
    assert together == alone * 2
    assert [codes for _, codes in alone].count(["print-glyph-missing"]) == 1
