"""The apparatus in print is the model's printed lines, word for word, each where it belongs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.building import InMemory
from tests.conftest import ROOT, shared, slow
from tests.print.conftest import CASES, Printed, print_edition
from tests.print.markup import calls, read, words
from tests.print.model import Entry, entries
from variorum.outputs.pdf import PDF
from variorum.source import Edition

QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")


def _folded(text: str) -> str:
    """Without white space, quotation marks straight."""
    return "".join(text.translate(QUOTES).split())


@cache
def _entries(root: Path) -> dict[str, list[Entry]]:
    edition = Edition.here(root) if root == ROOT else Edition.of([root], root)
    return {source.id: entries(edition, source) for source in edition.documents}


@pytest.fixture(params=["note", "apparatus", "witnesses", "unplaced", "signs"])
def printed(request: pytest.FixtureRequest, note: Printed, cases: dict[str, Printed]) -> Printed:
    return note if request.param == "note" else cases[request.param]


def _of(printed: Printed) -> list[Entry]:
    return {**_entries(ROOT), **_entries(CASES)}[printed.path.stem]


def _in_order(found: list[Entry]) -> list[Entry]:
    """By the ranks of the series, in each the entries with a place before those without."""
    return sorted(found, key=lambda entry: (entry.rank, not entry.placed))


def _lines(printed: Printed) -> dict[str, str]:
    """The lines of the markup by the ids of their entries."""
    return {
        call.strings()[0]: words([*call.contents[0], *call.contents[1]])
        for call in calls(read(printed.markup), "apparatus-entry")
    }


def test_the_markup_has_every_line_as_the_model_has_it(printed: Printed) -> None:
    made = _lines(printed)
    expected = {entry.id: entry.line.translate(QUOTES) for entry in _of(printed)}
    assert {key: line.translate(QUOTES) for key, line in made.items()} == expected
    assert list(made) == [entry.id for entry in _in_order(_of(printed))]


def test_each_entry_stands_with_the_number_of_its_block(printed: Printed) -> None:
    blocks = {
        entry.strings()[0]: block.strings()[0]
        for block in calls(read(printed.markup), "apparatus-block")
        for entry in calls(block.arguments, "apparatus-entry")  # type: ignore[arg-type]
    }
    assert blocks == {entry.id: entry.block for entry in _of(printed)}


def test_the_pdf_has_every_line_in_order(printed: Printed) -> None:
    """In each series of the pages, and after them those without a place."""
    found = _in_order(_of(printed))
    text = "".join(_folded(each.text()) for each in printed.structure().all("Note", "P"))
    for rank in {entry.rank for entry in found}:
        lines = [_folded(entry.line) for entry in found if entry.rank == rank]
        at = 0
        for line in lines:
            assert line in text[at:], line
            at = text.index(line, at)


def test_a_lemma_leads_to_its_place(cases: dict[str, Printed]) -> None:
    with cases["apparatus"].open() as pdf:
        links = [
            str(annotation.Contents) for page in pdf.pages for annotation in page.get("/Annots", [])
        ]
    assert len(links) > len(_of(cases["apparatus"]))


CORPORA = {
    "SCDH__seed-tei-transformations__BAlam52.tei.xml": 0,
    "SCDH__seed-tei-transformations__Bisharah.tei.xml": 0,
    "jjmccollum__teiphy__ubs_ephesians.xml": 30,
    "sjhuskey__Calpurnius_Siculus__editio.xml": 1800,
}
"""How many entries stand in the text of the PDF in their order: none from right to left."""


@pytest.mark.parametrize("name", CORPORA)
def test_published_apparatus_is_printed_line_by_line(name: str, tmp_path: Path) -> None:
    slow()
    edition = Edition.of([shared("corpora") / name], ROOT)
    (source,) = edition.documents
    made = print_edition(edition, tmp_path)[source.id]
    expected = {entry.id: _folded(entry.line) for entry in entries(edition, source)}
    assert len(expected) > max(CORPORA[name], 10)
    assert {key: _folded(line) for key, line in _lines(made).items()} == expected
    structure = made.structure()
    # an entry that is divided has its parts in two feet, and the text of the page between them
    feet = "".join(note.text() for note in structure.all("Note"))
    text = _without_stacked(_folded(structure.text() + feet))
    lines = {key: _without_stacked(line) for key, line in expected.items() if CORPORA[name]}
    assert [key for key, line in lines.items() if line not in text] == []


def _without_stacked(text: str) -> str:
    """Without letters whose accent is a glyph of its own: Typst names them once for each glyph."""
    return re.sub(r"\w[\u0300-\u036f]+", "", text)


def test_a_group_of_witnesses_is_explained_and_linked() -> None:
    """The model's `listWit` within `listWit`: a siglum and heading with members of its own."""
    memory = InMemory(Edition.of([CASES / "witnesses.xml"], CASES), ("pdf",))
    markup = memory.rendered(PDF)
    (call,) = calls(read(markup), "witness-group")
    assert [words(each) for each in call.contents[:2]] == ["alpha", "The older copies"]
    assert [each.strings()[0] for each in calls(call.contents[2], "witness")] == ["A", "B"]
    assert '#siglum("alpha")[alpha]' in markup
