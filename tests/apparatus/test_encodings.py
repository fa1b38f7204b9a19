"""One text in the three methods of TEI P5 12.2: the same entries, texts and outputs."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lxml import etree

from tests.apparatus.encodings import ENCODINGS
from tests.apparatus.made import CASES, MODEL, TEI, Made, failed, made
from tests.conftest import ROOT, Golden, shared, slow
from variorum.relaxng import load_schema

FILES = ("parallel", *ENCODINGS)
KEPT = ("kind", "series", "begins-in", "begins-in-n", "from", "to", "nth", "after", "within")


@pytest.fixture(scope="module")
def texts() -> dict[str, Made]:
    return {name: made(CASES / f"{name}.xml") for name in FILES}


def entries(built: Made) -> list[dict[str, str | None]]:
    apps = built.model.iterfind(f"{TEI}standOff/{TEI}listApp/{TEI}app")
    return [{name: app.get(MODEL + name) for name in KEPT} for app in apps]


@pytest.mark.parametrize("name", ENCODINGS)
def test_the_file_is_what_the_encoder_makes_of_the_text(name: str, golden: Golden) -> None:
    root = etree.parse(CASES / "parallel.xml").getroot()
    text = etree.tostring(ENCODINGS[name](root), encoding="unicode") + "\n"
    golden(CASES / f"{name}.xml", '<?xml version="1.0" encoding="UTF-8"?>\n' + text)


@pytest.mark.parametrize("name", (*FILES, "overlapping"))
def test_the_file_is_valid(name: str) -> None:
    schema = load_schema(ROOT / "tei" / "schema" / "edition.rng")
    assert not schema.validate((CASES / f"{name}.xml").read_bytes())


def test_every_feature_of_an_apparatus_is_in_the_text() -> None:
    root = etree.parse(CASES / "parallel.xml").getroot()
    apps = root.findall(f".//{TEI}app")
    assert len(apps) >= 60
    names = Counter(etree.QName(e).localname for app in apps for e in app.iter("*"))
    assert (
        not {"rdgGrp", "witDetail", "wit", "witStart", "witEnd", "lacunaStart", "lacunaEnd", "note"}
        - names.keys()
    )
    attributes = Counter(a for app in apps for e in app.iter("*") for a in e.attrib)
    assert not {"hand", "varSeq", "cause", "type", "source", "resp", "cert"} - attributes.keys()


@pytest.mark.parametrize("name", ENCODINGS)
def test_the_entries_are_the_same(texts: dict[str, Made], name: str) -> None:
    assert texts[name].lines == texts["parallel"].lines
    assert entries(texts[name]) == entries(texts["parallel"])


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_output_is_the_same(texts: dict[str, Made], name: str) -> None:
    outputs, other = texts[name].outputs, texts["parallel"].outputs
    assert outputs.keys() == other.keys()
    for output in other.keys() - {"manifest.json", "html/ferry.xml"}:
        assert _without_number(outputs[output]) == _without_number(other[output]), output


def _without_number(output: str | bytes) -> str | bytes:
    """An output without the number that a page has of the digest of its TEI."""
    if isinstance(output, bytes):
        return output
    return re.sub(r"(nonce(?:-|=\"))[\w-]+", r"\1", re.sub("[0-9a-f]{32}", "", output))


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_found_fault_with(texts: dict[str, Made], name: str) -> None:
    assert not texts[name].findings


def test_the_printed_lines(texts: dict[str, Made], golden: Golden) -> None:
    golden(CASES / "lines.txt", "\n".join(texts["parallel"].lines) + "\n")


@pytest.mark.parametrize("siglum", "ABCDEF")
def test_the_text_of_a_witness(texts: dict[str, Made], siglum: str, golden: Golden) -> None:
    golden(CASES / f"ferry.{siglum}.txt", texts["parallel"].outputs[f"text/ferry.{siglum}.txt"])


FRAGMENTS = ("Begins in 1.2; ends in 1.2.", "Lacks the text from 2.5 to 2.11.")


@pytest.mark.parametrize(
    "name", ["html/ferry.html", "text/ferry.txt", "print/ferry.typ", "print/ferry.tex"]
)
def test_what_fragments_lack_is_said_with_the_sigla(texts: dict[str, Made], name: str) -> None:
    output = texts["parallel"].outputs[name]
    assert [output.count(words) for words in FRAGMENTS] == [1, 1]


def test_the_page_of_a_fragment_says_what_it_lacks(texts: dict[str, Made]) -> None:
    pages = {siglum: texts["parallel"].outputs[f"html/ferry.{siglum}.html"] for siglum in "AEF"}
    found = {siglum: [words in page for words in FRAGMENTS] for siglum, page in pages.items()}
    assert found == {"A": [False, False], "E": [True, False], "F": [False, True]}


def test_the_plain_text_says_who_is_meant_by_a_group(texts: dict[str, Made]) -> None:
    assert "g: C D" in texts["parallel"].outputs["text/ferry.txt"].split("\n")


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("html/ferry.html", '<div id="source-print1"><dt>The first print</dt>'),
        ("text/ferry.txt", "The first print: The first print, London 1540"),
        ("print/ferry.typ", "([The first print], [The first print, London 1540.])"),
        ("print/ferry.tex", "\\textbf{The first print} The first print, London 1540"),
    ],
)
def test_a_source_that_entries_cite_is_described_by_the_name(
    texts: dict[str, Made], name: str, described: str
) -> None:
    assert texts["parallel"].outputs[name].count(described) == 1


def test_a_source_that_entries_cite_is_linked(texts: dict[str, Made]) -> None:
    page = texts["parallel"].outputs["html/ferry.html"]
    assert page.count('<a class="resp" href="#source-print1">The first print</a>') == 2
    assert "#source-" not in texts["parallel"].outputs["html/ferry.A.html"]


def test_conjectures_and_parallels_are_in_no_text(texts: dict[str, Made]) -> None:
    for name, output in texts["parallel"].outputs.items():
        if name.startswith("text/") and name.endswith(".txt") and name != "text/ferry.txt":
            assert "weep" not in output
            assert "Book of Bridges" not in output


def test_entries_that_overlap(golden: Golden) -> None:
    built = made(CASES / "overlapping.xml")
    golden(CASES / "overlapping.txt", "\n".join(built.lines) + "\n")
    assert not failed(built)
    assert built.text("A") == [
        "one",
        "2",
        "3iij",
        "iv",
        "five",
        "six.",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    assert built.text("B") == [
        "one",
        "two",
        "3",
        "4",
        "five",
        "six.",
        "seven",
        "eight",
        "9",
        "|",
        "10",
        "eleven",
        "twelve",
    ]
    assert built.text("C") == [
        "one",
        "two",
        "trois",
        "four",
        "five",
        "and",
        "six.",
        "sept",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
    assert Counter(f.code for f in built.findings) == {"entry-reversed": 1, "entry-unplaced": 1}


def test_the_text_is_valid_by_the_consortium_s_schema() -> None:
    files = [CASES / f"{name}.xml" for name in (*FILES, "overlapping")]
    schema = load_schema(shared("schema/tei_all.rng"))
    assert not [finding for file in files for finding in schema.validate(file.read_bytes())]


def test_lxml_too_finds_it_valid_by_that_schema() -> None:
    slow()
    schema = etree.RelaxNG(etree.parse(shared("schema/tei_all.rng")))
    for name in (*FILES, "overlapping"):
        schema.assertValid(etree.parse(CASES / f"{name}.xml"))
