"""The table of witnesses: every word of each, in the form CollateX reads and writes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.apparatus.made import CASES, Made, made
from tests.building import warm_saxon
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.outputs.registry import outputs_of
from variorum.proof import Proof
from variorum.source import Edition

FILES = ("parallel", "external", "located", "overlapping")


@pytest.fixture(scope="module", params=FILES)
def built(request: pytest.FixtureRequest) -> Made:
    return made(CASES / f"{request.param}.xml", ("text",), markup=False)


def test_each_witness_has_its_words_in_order(built: Made) -> None:
    table = json.loads(built.outputs[f"text/{built.source.id}.collation.json"])
    assert table["witnesses"] == built.proof.reader.sigla
    assert len({len(row) for row in table["table"]}) == 1
    for siglum, row in zip(table["witnesses"], table["table"], strict=True):
        text = "".join(token["t"] for cell in row for token in cell or [])
        missing = built.text(siglum)[0].startswith("[")
        words = built.outputs[f"text/{built.source.id}.{siglum}.txt"]
        words = (words.partition("\n\n")[2] if missing else words).replace("[text lacking]", "")
        assert text.split() == words.split()


def test_the_sheet_has_the_same_cells(built: Made) -> None:
    table = json.loads(built.outputs[f"text/{built.source.id}.collation.json"])
    sheet = list(csv.reader(built.outputs[f"text/{built.source.id}.collation.csv"].splitlines()))
    assert sheet[0] == table["witnesses"]
    columns = list(zip(*table["table"], strict=True))
    assert sheet[1:] == [
        ["".join(token["t"] for token in cell or []).strip() for cell in column]
        for column in columns
    ]


def test_readings_of_one_place_stand_side_by_side() -> None:
    built = made(CASES / "parallel.xml", ("text",), markup=False)
    sheet = list(csv.reader(built.outputs["text/ferry.collation.csv"].splitlines()))
    assert ["bridge", "brigge", "stone bridge", "stone bridge", "", "bridge"] in sheet
    assert ["", "of the river", "", "", "", "of the river"] in sheet


def test_collatex_writes_the_same_form_and_reads_our_words() -> None:
    import collatex

    built = made(CASES / "parallel.xml", ("text",), markup=False)
    ours = json.loads(built.outputs["text/ferry.collation.json"])
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


def _rows(name: str, file: Path) -> list[list[str]]:
    outputs = made(file, ("text",), markup=False).outputs
    return list(csv.reader(outputs[f"text/{name}.collation.csv"].splitlines()))


def test_an_entry_that_ends_before_it_begins_covers_nothing() -> None:
    assert _rows("overlapping", CASES / "overlapping.xml")[-3:] == [
        ["nine ten", "9 | 10", "nine ten"],
        ["eleven"] * 3,
        ["twelve"] * 3,
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            '<app><lem>three <app><lem/><rdg wit="#A">3a</rdg></app></lem>'
            '<rdg wit="#B">3</rdg></app> four',
            [["three 3a", "3"], ["four", "four"]],
        ),
        (
            '<app><lem><app><lem/><rdg wit="#A">O.</rdg></app>three</lem>'
            '<rdg wit="#B">3</rdg></app> four',
            [["O.three", "3"], ["four", "four"]],
        ),
        (
            '<app><lem>one</lem><rdg wit="#A">1</rdg></app>'
            ' <app><lem/><rdg wit="#B">and</rdg></app>four',
            [["1", "one"], ["", "and"], ["four", "four"]],
        ),
    ],
    ids=["at its end", "at its beginning", "beside it"],
)
def test_an_entry_without_text_belongs_to_the_one_it_lies_in(
    tmp_path: Path, text: str, rows: list[list[str]]
) -> None:
    file = tmp_path / "lying.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="lying"><teiHeader><fileDesc><titleStmt>'
        "<title>t</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit>"
        '<witness xml:id="A"/><witness xml:id="B"/></listWit></sourceDesc></fileDesc></teiHeader>'
        f"<text><body><p>{text}</p></body></text></TEI>",
        encoding="utf-8",
    )
    assert _rows("lying", file)[1:] == rows


def test_what_a_witness_lacks_leaves_its_cells_empty(tmp_path: Path) -> None:
    """Whole paragraphs are gone from its text; what follows stands beside the same words."""
    text = (CASES / "parallel.xml").read_text(encoding="utf-8")
    start, end = text.index("<body"), text.index("</body>")
    gone = (
        '<body><p>one <app><lem>two</lem><rdg wit="#B">2<lacunaStart/></rdg>'
        '</app></p><p><app><lem>three</lem><rdg wit="#C">3</rdg></app> four</p>'
        '<p>five <app><lem>six</lem><rdg wit="#B"><lacunaEnd/>6</rdg></app> seven</p>'
    )
    file = tmp_path / "gone.xml"
    file.write_text(text[:start] + gone + text[end:], encoding="utf-8")
    table = _rows("ferry", file)
    assert table[0][:2] == ["A", "B"]
    cells = [row[:2] for row in table[1:]]
    assert ["three", ""] in cells and ["four", ""] in cells
    assert cells[-3:] == [["five", ""], ["six", "6"], ["seven", "seven"]]


FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", "＝1")


@pytest.mark.parametrize("raw", [False, True])
def test_no_cell_is_taken_for_a_formula_unless_it_is_to_be_raw(raw: bool, tmp_path: Path) -> None:
    witnesses = '<witness xml:id="A"/><witness xml:id="B"/>'
    entries = " ".join(
        f'<app><lem wit="#A">{word}</lem><rdg wit="#B">a{word}</rdg></app>' for word in FORMULAS
    )
    (tmp_path / "a.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title>'
        f"</titleStmt><sourceDesc><listWit>{witnesses}</listWit></sourceDesc></fileDesc>"
        f"</teiHeader><text><body><p>{entries}</p></body></text></TEI>",
        encoding="utf-8",
    )
    planned = plan(Edition.of([tmp_path], tmp_path), outputs_of(("text",), raw=raw))
    run(planned, tmp_path / "output", Proof, saxon=warm_saxon())
    text = (tmp_path / "output" / "text" / "a.collation.csv").read_text(encoding="utf-8")
    cells = [row[0] for row in csv.reader(text.splitlines())][1:]
    assert cells == [word if raw else f"'{word}" for word in FORMULAS]
