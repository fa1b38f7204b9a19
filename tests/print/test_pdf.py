"""What the PDF must be to be kept and to be read by all: PDF/A-3a, PDF/UA-1, the TEI within it.

These are our own checks of what the file declares; no validator has run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from tests.print.conftest import Printed
from tests.print.structure import structure

NAMES = (
    "note",
    "apparatus",
    "blocks",
    "header",
    "languages",
    "names",
    "signs",
    "verse",
    "bare",
    "witnesses",
    "unplaced",
)
ROLES = {
    "BlockQuote",
    "Document",
    "Em",
    "Figure",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LBody",
    "LI",
    "Lbl",
    "Link",
    "Note",
    "P",
    "Reference",
    "Span",
    "Strong",
    "TBody",
    "TD",
    "TH",
    "THead",
    "TOC",
    "TOCI",
    "TR",
    "Table",
    "Title",
}
PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do"}


@pytest.fixture(params=NAMES)
def printed(request: pytest.FixtureRequest) -> Printed:
    if request.param == "note":
        return request.getfixturevalue("note")  # type: ignore[no-any-return]
    return request.getfixturevalue("cases")[request.param]  # type: ignore[no-any-return]


def test_it_declares_pdf_a_3a_and_pdf_ua_1(printed: Printed) -> None:
    with printed.open() as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"


def test_metadata_and_info_say_the_same(printed: Printed) -> None:
    with printed.open() as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"]) != ""
        authors = metadata.get("dc:creator", [])
        assert list(authors) == [str(pdf.docinfo["/Author"])] if authors else True
        assert metadata["dc:language"] == {str(pdf.Root.Lang)}


def test_fonts_are_embedded_and_tell_their_characters(printed: Printed) -> None:
    with printed.open() as pdf:
        fonts = [each for each in pdf.objects if _is(each, "/Font")]
        files = [each for each in pdf.objects if _is(each, "/FontDescriptor")]
        assert fonts and files
        for font in fonts:
            assert "/ToUnicode" in font or font.Subtype != "/Type0"
        for descriptor in files:
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_the_file_is_sound(printed: Printed) -> None:
    with printed.open() as pdf:
        assert pdf.check_pdf_syntax() == []


def test_nothing_active_or_secret_is_in_it(printed: Printed) -> None:
    with printed.open() as pdf:
        assert not pdf.is_encrypted
        assert "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root
        actions = {str(each.S) for each in pdf.objects if _has(each, "/S") and _has(each, "/URI")}
        assert actions <= {"/URI"}
        forbidden = {"/JavaScript", "/Launch", "/SubmitForm", "/Movie", "/Sound"}
        assert not [each for each in pdf.objects if _has(each, "/S") and str(each.S) in forbidden]


def test_colours_have_a_profile(printed: Printed) -> None:
    with printed.open() as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert len(intent.DestOutputProfile.read_bytes()) > 0


def test_the_tei_is_attached_as_it_is(printed: Printed) -> None:
    with printed.open() as pdf:
        (file,) = pdf.Root.AF
        assert file.AFRelationship == "/Source"
        assert str(file.UF) == printed.source.name
        assert file.EF.F.Subtype == "/application/tei+xml"
        assert "/ModDate" in file.EF.F.Params
        assert str(file.Desc) != ""
        assert file.EF.F.read_bytes() == printed.source.read_bytes()
        assert printed.source.name in pdf.attachments


def test_it_is_marked_for_readers_who_listen(printed: Printed) -> None:
    with printed.open() as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang)
        for page in pdf.pages:
            assert "/Annots" not in page or page.Tabs == "/S"
            for annotation in page.get("/Annots", []):
                assert str(annotation.Contents)


def test_everything_painted_is_tagged_or_an_artifact(printed: Printed) -> None:
    with printed.open() as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                depth += (name in ("BDC", "BMC")) - (name == "EMC")
                assert name not in PAINTING or depth > 0


def test_the_structure_uses_known_roles_and_levels(printed: Printed) -> None:
    root = printed.structure()
    assert {element.kind for element in root.walk()} <= ROLES | {"Root"}
    assert len(root.all("Title")) == 1
    levels = [int(each.kind[1]) for each in root.all("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    notes = [each.id for each in root.all("Note")]
    assert all(notes) and len(set(notes)) == len(notes)


def test_bookmarks_are_the_headings(printed: Printed) -> None:
    """And the names of divisions and poems that are headings of nothing."""
    called = re.findall(r"#bookmark\(\d\)\[(.*)\]", printed.markup)
    with printed.open() as pdf:
        headings = structure(pdf).all("H1", "H2", "H3", "H4", "H5", "H6")
        words = [_words(each.text(without=("Note", "Lbl"))) for each in headings]
        with pdf.open_outline() as outline:
            titles = [_words(title) for title in _titles(outline.root)]
        for name in called:
            titles.remove(_words(re.sub(r"\\(.)", r"\1", name)))
        assert titles == words[1:]


def test_the_date_is_that_of_the_edition(note: Printed, cases: dict[str, Printed]) -> None:
    assert _dates(cases["apparatus"]) == {"20210304"}
    assert _dates(cases["header"]) == {"20190501"}
    assert _dates(cases["bare"]) == {"19700101"}
    written = re.search(r"year: (\d+), month: (\d+), day: (\d+)", note.markup)
    assert written is not None
    assert _dates(note) == {"".join(each.zfill(2) for each in written.groups())}


def test_languages_are_named_without_a_country(cases: dict[str, Printed]) -> None:
    with cases["languages"].open() as pdf:
        found = {str(each.Lang) for each in pdf.objects if _has(each, "/Lang")}
        for page in pdf.pages:
            for instruction in pikepdf.parse_content_stream(page):
                for operand in instruction.operands:
                    if _has(operand, "/Lang"):
                        found.add(str(operand.Lang))
    assert found == {"en", "ru", "grc", "he", "ar", "zh"}


def _dates(printed: Printed) -> set[str]:
    with printed.open() as pdf:
        found = [pdf.docinfo["/CreationDate"], pdf.docinfo["/ModDate"]]
        found.append(pdf.Root.AF[0].EF.F.Params.ModDate)
        return {str(each)[2:10] for each in found}


def _is(thing: Any, kind: str) -> bool:
    return _has(thing, "/Type") and str(thing.Type) == kind


def _has(thing: Any, key: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and key in thing


def _words(text: str) -> str:
    return "".join(text.split())


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)
