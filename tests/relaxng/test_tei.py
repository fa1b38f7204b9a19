"""Published TEI against the TEI's own schema: the verdicts are jing's."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from tests.conftest import shared, slow, without_large
from tests.relaxng import judges
from variorum.relaxng import Schema, load_schema


@pytest.fixture(scope="module")
def tei_all() -> Schema:
    return load_schema(shared("schema/tei_all.rng"))


def test_verdicts_of_the_test_documents(tei_all: Schema) -> None:
    folder = shared("schema/tei-test")
    with (folder / "verdicts.csv").open(encoding="utf-8") as file:
        wanted = {row["file"]: row["jing_valid_tei_all"] == "True" for row in csv.DictReader(file)}
    found = {name: not tei_all.validate((folder / name).read_bytes()) for name in wanted}
    assert len(wanted) == 42
    assert found == wanted


def corpora() -> list[Path]:
    return sorted(shared("corpora").glob("*.xml"))


def test_findings_in_the_corpora_can_be_read(tei_all: Schema) -> None:
    """Each has a place in the file, and words to go on with."""
    for path in without_large(corpora()):
        data = path.read_bytes()
        lines = data.decode("utf-8-sig").splitlines()
        for finding in tei_all.validate(data):
            assert 1 <= finding.line <= len(lines)
            assert 1 <= finding.column <= len(lines[finding.line - 1])
            assert finding.code.startswith("grammar-")
            assert finding.message and "\n" not in finding.message + finding.help


def test_verdicts_of_the_corpora(tei_all: Schema) -> None:
    # jing follows XInclude, and stops at a file that is not there; here nothing is followed.
    files = [path for path in corpora() if b"2001/XInclude" not in path.read_bytes()]
    assert len(files) == 26
    files = without_large(files)
    found = {path for path in files if tei_all.validate(path.read_bytes())}
    assert found == judges.jing(shared("schema/tei_all.rng"), files)


@pytest.mark.alone
def test_loads_in_well_under_half_a_second() -> None:
    """A tenth of a second on an idle machine; of this process alone, for others may use it too."""
    path = shared("schema/tei_all.rng")
    times = []
    for _ in range(5):
        start = time.process_time()
        load_schema(path)
        times.append(time.process_time() - start)
    assert min(times) < 0.4


def test_memory_does_not_grow_with_documents(tei_all: Schema) -> None:
    """The automaton has met all there is to meet after one round."""
    slow()
    documents = [path.read_bytes() for path in corpora()]
    for data in documents:
        tei_all.validate(data)
    known = len(list(tei_all.grammar.automaton.patterns)), tei_all.grammar.automaton.moves
    for data in documents:
        tei_all.validate(data)
    assert (len(list(tei_all.grammar.automaton.patterns)), tei_all.grammar.automaton.moves) == known
