"""TEI by others: it is printed whatever it holds, and no word of it is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.building import InMemory
from tests.conftest import ROOT, shared, slow
from tests.print.conftest import print_edition
from tests.schema.generate import Generator
from tests.schema.grammar import Grammar
from variorum.engines import typst
from variorum.source import Edition

CORPORA = [
    "Auden-Musulin-Papers__amp-data__amp-transcript__0043.xml",
    "FloChiff__DAHNProject__Lettre0432_11novembre1918.xml",
    "HistoryAtState__milestones__1977-1980.xml",
    "QHOD__qhod-edition-data__qhod.l.hbg.17190813.xml",
    "TEIC__TEI__torture.xml",
    "arthur-schnitzler__schnitzler-briefe-data__L01974.xml",
    "dracor-org__greekdracor__euripides-hecuba.xml",
    "dracor-org__rusdracor__krylov-amerikantsy.xml",
    "pruizf__disco__disco694n.xml",
]
"""One of each kind: letters, prose, drama, verse. (Glyphs from right to left stand in the order of
their place on the page, so that such texts cannot be compared in this way.)"""

SILENT = ("certainty", "geo", "idno", "index", "interp", "link", "listChange", "span", "witDetail")
"""Elements that hold no words of the text, or not in print."""


def _letters(text: str) -> str:
    return re.sub(r"[\W_\d]+", "", text)


@pytest.mark.parametrize("name", CORPORA)
def test_no_word_of_a_published_text_is_lost(name: str, tmp_path: Path) -> None:
    slow()
    edition = Edition.of([shared("corpora") / name], ROOT)
    (source,) = edition.documents
    printed = print_edition(edition, tmp_path)[source.id]
    assert not [each for each in printed.findings if each.level == "error"]
    root = InMemory(edition, ("pdf",)).model(source)
    machine = " or ".join(f"ancestor::t:{each}" for each in SILENT)
    nodes = root.xpath(
        f"t:text//text()[not({machine})]", namespaces={"t": "http://www.tei-c.org/ns/1.0"}
    )
    # a foot may stand between the words of a sentence
    structure = printed.structure()
    text = _letters((structure.text() + structure.text(("Note",))).replace("\ufb01", "fi"))
    lost = [node for node in nodes if _letters(node) not in text]
    assert lost == []


def test_whatever_the_schema_allows_is_printed(tmp_path: Path) -> None:
    slow()
    generator = Generator(Grammar(ROOT / "tei" / "schema" / "edition.rng"), seed=7)
    folder = tmp_path / "made"
    folder.mkdir()
    for number in range(60):
        path = folder / f"made-{number}.xml"
        path.write_bytes(etree.tostring(generator.document(), encoding="utf-8"))
        root = etree.parse(path)
        root.getroot().attrib.pop("{http://www.w3.org/XML/1998/namespace}id", None)
        root.write(path, encoding="utf-8")
    edition = Edition.of(sorted(folder.iterdir()), folder)
    printed = print_edition(edition, tmp_path / "out")
    codes = {finding.code for each in printed.values() for finding in each.findings}
    assert "print-failed" not in codes
    assert "print-untagged" not in codes
    assert "element-unhandled" not in codes


def test_what_cannot_be_tagged_is_printed_without_tags(tmp_path: Path) -> None:
    (source,) = Edition.of([ROOT / "tests" / "print" / "cases" / "bare.xml"], ROOT).documents
    edition = Edition(ROOT, (source,))
    markup = (
        '#import "edition.typ": *\n'
        '#show: edition.with(title: [Tangled], date: auto, attached: "TEI")\n'
        'See #external("https://example.org")[one paragraph #para()[and another] linked].\n'
    )
    data, findings = typst.pdf(markup, source, edition)
    assert [finding.code for finding in findings] == ["print-untagged"]
    path = tmp_path / "tangled.pdf"
    path.write_bytes(data)
    import pikepdf

    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "B")
        assert "pdfuaid:part" not in metadata
        assert pdf.Root.AF[0].EF.F.read_bytes() == source.data
