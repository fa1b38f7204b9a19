"""Published texts with an apparatus: every output, every witness, with the proof; and what is found
fault with in a file is a fault of that file."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.apparatus.made import failed, made
from tests.conftest import shared, slow

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

# lemmas that the file does not have as it gives them: an unclear letter or a restoration is marked
# in the text and not in the lemma, or the other way round, or the location is another line
DHARMA = "erc-dharma__tfa-pallava-epigraphy__DHARMA_INSPallava00377.xml"


@pytest.mark.parametrize("name", FAULTS)
def test_every_witness_keeps_its_words(name: str) -> None:
    one = made(shared(f"corpora/{name}"))
    assert not failed(one)
    found = Counter(f.code for f in one.findings if f.code.startswith(("entry-", "lemma-")))
    assert found == FAULTS[name]


def test_the_inscription_of_dharma() -> None:
    one = made(shared(f"corpora/{DHARMA}"))
    assert not failed(one)
    found = [f for f in one.findings if f.code == "lemma-not-found"]
    assert 0 < len(found) < 10


@pytest.mark.parametrize("name", ["sjhuskey__Calpurnius_Siculus__Poem4.xml", DHARMA])
def test_each_entry_is_printed_once(name: str) -> None:
    one = made(shared(f"corpora/{name}"), ("text",), markup=False)
    apps = one.source.root.findall(".//{*}text//{*}app")
    lines = list(one.model.iter("{urn:variorum:model}line"))
    variants = one.model.findall(
        ".//{*}standOff/{*}listApp/{*}app[@{urn:variorum:model}series='variants']"
    )
    assert len(variants) == len(apps)
    assert len(lines) >= len(apps)


def test_calpurnius_whole() -> None:
    slow()
    one = made(shared("corpora/sjhuskey__Calpurnius_Siculus__editio.xml"))
    assert not failed(one)
