"""Published texts with an apparatus: every output, every witness, with the proof; and what is found
fault with in a file is a fault of that file."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from tests.apparatus.made import MODEL, TEI, failed, made
from tests.conftest import shared, slow
from variorum.outputs.html import HTML

# what is wrong with the files, seen in them
FAULTS: dict[str, dict[str, int]] = {
    "SCDH__seed-tei-transformations__BAlam52.tei.xml": {},
    "SCDH__seed-tei-transformations__Bisharah.tei.xml": {},
    "jjmccollum__teiphy__ubs_ephesians.xml": {},
    # a note on the whole inscription, without @loc
    "ISicily__ISicily__ISic001226.xml": {"entry-unplaced": 1},
    # every @loc points to a text that is in another file
    "sjhuskey__Calpurnius_Siculus__Poem4.xml": {"entry-unplaced": 388},
}

LONG = {"jjmccollum__teiphy__ubs_ephesians.xml", "sjhuskey__Calpurnius_Siculus__Poem4.xml"}
"""Texts with many witnesses, each of which has an output of its own, or with many entries."""

DHARMA = "erc-dharma__tfa-pallava-epigraphy__DHARMA_INSPallava00377.xml"
# lemmas that the inscription does not have as they are given, by the line they name
NOT_THERE = {
    # the text divides the name with a hyphen within it, the lemma does not; other lemmas of the
    # file keep the hyphens of the text
    "10": "°viṣṇuvarmmā",
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_witness_keeps_its_words(name: str) -> None:
    if name in LONG:
        slow()
    built = made(shared(f"corpora/{name}"))
    assert not failed(built)
    found = Counter(f.code for f in built.findings if f.code.startswith(("entry-", "lemma-")))
    assert found == FAULTS[name]


def test_the_inscription_of_dharma() -> None:
    built = made(shared(f"corpora/{DHARMA}"))
    assert not failed(built)
    found = [f.message for f in built.findings if f.code.startswith(("entry-", "lemma-"))]
    assert found == [f"the lemma “{what}” does not stand in {n}" for n, what in NOT_THERE.items()]


def test_every_lemma_of_the_inscription_begins_in_its_line() -> None:
    built = made(shared(f"corpora/{DHARMA}"), ("text",), markup=False)
    line = ""
    begins: dict[str, str] = {}
    text: dict[str, str] = defaultdict(str)
    for element in built.model.iterfind(f"{TEI}text//*"):
        line = element.get("n", line) if element.tag == f"{TEI}lb" else line
        for entry in element.get(f"{MODEL}starts", "").split():
            begins[entry] = line
        for entry in element.get(f"{MODEL}entries", "").split():
            text[entry] += "".join(element.itertext())
    entries = [app for app in built.model.iterfind(f"{TEI}standOff//{TEI}app") if app.get("loc")]
    assert len(entries) == len(built.source.root.findall(f".//{TEI}app"))
    for app in entries:
        entry, lemma = app.get(f"{MODEL}id", ""), app.find(f"{TEI}lem")
        words = " ".join("".join([] if lemma is None else lemma.itertext()).split())
        assert begins[entry].rpartition("=")[2] == app.get("loc"), words
        assert text[entry] == ("" if words in NOT_THERE.values() else words.replace("°", ""))


@pytest.mark.parametrize("name", ["sjhuskey__Calpurnius_Siculus__Poem4.xml", DHARMA])
def test_each_entry_is_printed_once(name: str) -> None:
    if name in LONG:
        slow()
    built = made(shared(f"corpora/{name}"), ("text",), markup=False)
    apps = built.source.root.findall(".//{*}text//{*}app")
    lines = list(built.model.iter("{urn:variorum:model}printed-entry"))
    variants = built.model.findall(
        ".//{*}standOff/{*}listApp/{*}app[@{urn:variorum:model}series='variants']"
    )
    assert len(variants) == len(apps)
    assert len(lines) >= len(apps)


def test_calpurnius_whole() -> None:
    """Every text but as a page: of the pages for 40 witnesses, which take long, one is made."""
    slow()
    built = made(shared("corpora/sjhuskey__Calpurnius_Siculus__editio.xml"), ("text",))
    assert not failed(built)
    assert not built.proof.failures("html", built.memory.rendered(HTML))
