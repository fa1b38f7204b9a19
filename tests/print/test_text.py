"""The words of the edition are in the PDF, in their order, each where it belongs."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import etree

from tests.building import InMemory
from tests.conftest import ROOT
from tests.print.conftest import CASES, Printed
from tests.print.structure import pages
from variorum.source import Edition

TEI = {"t": "http://www.tei-c.org/ns/1.0", "v": "urn:variorum:model"}
V = "{urn:variorum:model}"
QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")


@cache
def _models() -> dict[str, etree._Element]:
    found = {}
    for edition in (Edition.here(ROOT), Edition.of([CASES], CASES)):
        memory = InMemory(edition, ("pdf",))
        for source in edition.documents:
            found[source.id] = memory.model(source)
    return found


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", text.translate(QUOTES))


def _without_notes(element: etree._Element) -> str:
    """The words of an element; a pointer shows its target."""
    parts = element.xpath(".//text()[not(ancestor::t:note)] | .//t:ptr/@target", namespaces=TEI)
    return "".join(parts)


def _with_marks(element: etree._Element) -> str:
    """The words of an element, with the quotation marks that a gloss is given."""
    mark = '"' if element.get(V + "is") == "gloss" else ""
    parts = (_with_marks(child) + (child.tail or "") for child in element)
    return f"{mark}{element.text or ''}{''.join(parts)}{mark}"


@pytest.fixture(params=["note", "signs", "apparatus", "names", "verse", "header"])
def printed(request: pytest.FixtureRequest, note: Printed, cases: dict[str, Printed]) -> Printed:
    return note if request.param == "note" else cases[request.param]


def _model(printed: Printed) -> etree._Element:
    name = printed.path.stem
    return _models()[name]


def test_every_paragraph_is_printed_whole_with_its_number(printed: Printed) -> None:
    blocks = _model(printed).xpath(
        "t:text//t:p[@v:n][not(ancestor::t:note)] | t:text//t:l[@v:n]", namespaces=TEI
    )
    assert blocks
    paragraphs = {_folded(each.text(("Note", "Lbl", "P"))) for each in printed.structure().all("P")}
    for block in blocks:
        words = _folded(_without_notes(block))
        numbered = block.get(V + "n") + words
        assert numbered in paragraphs or (block.tag.endswith("}l") and words in paragraphs)


def test_every_note_is_printed_whole_with_its_number(printed: Printed) -> None:
    notes = _model(printed).xpath("t:text//t:note[@v:n]", namespaces=TEI)
    expected = [_folded(note.get(V + "n") + _with_marks(note)) for note in notes]
    numbered = [each for each in printed.structure().all("Note") if each.all("Lbl")]
    found = [each.all("Lbl")[0].text() + each.text(("Lbl",)) for each in numbered]
    assert [_folded(each) for each in found] == expected


def test_every_name_of_the_register_is_printed_with_its_places(note: Printed) -> None:
    entries = _models()[note.path.stem].xpath(
        "t:standOff[@v:part = 'register']//t:*[@v:id]", namespaces=TEI
    )
    assert len(entries) > 10
    paragraphs = [_folded(each.text()) for each in note.structure().all("P")]
    for entry in entries:
        name = _folded(entry.get(V + "name"))
        assert any(name in each and "→" in each for each in paragraphs), name


def test_places_in_the_register_are_the_pages_of_the_names(cases: dict[str, Printed]) -> None:
    """All of this short text stands on one page."""
    with cases["names"].open() as pdf:
        texts = pages(pdf)
    (page,) = [number for number, text in enumerate(texts, 1) if "saw the flood at" in text]
    register = " ".join(cases["names"].structure().text().split())
    assert f"→ 1, n. 1, 3 (p. {page})" in register
    assert f"→ 1 (p. {page})" in register
    assert set(re.findall(r"\(pp?\. (\d+)\)", register)) == {str(page)}


def test_a_line_broken_word_is_whole_in_the_text(note: Printed) -> None:
    words = note.structure().text()
    assert "\ufffd" not in words
    assert "political-ideological" in words
