"""The table of witnesses: every word of each, in the form CollateX reads and writes."""

from __future__ import annotations

import csv
import json

import pytest

from tests.apparatus.made import CASES, Made, made

FILES = ("parallel", "external", "located", "overlapping")


@pytest.fixture(scope="module", params=FILES)
def one(request: pytest.FixtureRequest) -> Made:
    return made(CASES / f"{request.param}.xml", ("text",), markup=False)


def test_each_witness_has_its_words_in_order(one: Made) -> None:
    table = json.loads(one.outputs[f"text/{one.source.id}.collation.json"])
    assert table["witnesses"] == one.proof.reader.sigla
    assert len({len(row) for row in table["table"]}) == 1
    for siglum, row in zip(table["witnesses"], table["table"], strict=True):
        text = "".join(token["t"] for cell in row for token in cell or [])
        missing = one.text(siglum)[0].startswith("[")
        words = one.outputs[f"text/{one.source.id}.{siglum}.txt"]
        assert text.split() == (words.partition("\n\n")[2] if missing else words).split()


def test_the_sheet_has_the_same_cells(one: Made) -> None:
    table = json.loads(one.outputs[f"text/{one.source.id}.collation.json"])
    sheet = list(csv.reader(one.outputs[f"text/{one.source.id}.collation.csv"].splitlines()))
    assert sheet[0] == table["witnesses"]
    columns = list(zip(*table["table"], strict=True))
    assert sheet[1:] == [
        ["".join(token["t"] for token in cell or []).strip() for cell in column]
        for column in columns
    ]


def test_readings_of_one_place_stand_side_by_side() -> None:
    one = made(CASES / "parallel.xml", ("text",), markup=False)
    sheet = list(csv.reader(one.outputs["text/ferry.collation.csv"].splitlines()))
    assert ["bridge", "brigge", "stone bridge", "stone bridge", "", "bridge"] in sheet
    assert ["", "of the river", "", "", "", "of the river"] in sheet


def test_collatex_writes_the_same_form_and_reads_our_words() -> None:
    import collatex

    one = made(CASES / "parallel.xml", ("text",), markup=False)
    ours = json.loads(one.outputs["text/ferry.collation.json"])
    witnesses = [
        {"id": siglum, "tokens": [token for cell in row for token in cell or []][:40]}
        for siglum, row in zip(ours["witnesses"][:3], ours["table"], strict=False)
    ]
    theirs = json.loads(
        collatex.collate({"witnesses": witnesses}, output="json", segmentation=False)
    )
    assert theirs.keys() == ours.keys()
    for given, row in zip(witnesses, theirs["table"], strict=True):
        assert [t["t"] for cell in row for t in cell or []] == [t["t"] for t in given["tokens"]]


def test_one_witness_has_no_table() -> None:
    from tests.conftest import ROOT

    note = made(ROOT / "tei" / "lukin-note.xml", ("text",), markup=False)
    assert not [name for name in note.outputs if "collation" in name]
