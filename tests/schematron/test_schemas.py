"""Whole schemas: planted errors are found where they are; merged patterns say what each says."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import SLOW, shared, without_large
from variorum.engines.saxon import Saxon
from variorum.findings import Diagnostic
from variorum.schema.schematron import load
from variorum.source import Source

PLANTED = Path(__file__).parent / "planted"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
ROUNDS = 5


def _source(path: Path) -> Source:
    return Source(path, path.name)


def _marks(path: Path, mark: str) -> list[tuple[int, str]]:
    """What the comments at the ends of the lines say, with the number of the line."""
    lines = path.read_text(encoding="utf-8").splitlines()[2:]
    return [(at, found) for at, line in enumerate(lines, 3) for found in re.findall(mark, line)]


def test_trial_rules_find_what_was_planted() -> None:
    path = PLANTED / "trial.xml"
    found = load(shared("schema/rules.sch")).validate(_source(path))
    rules = [(finding.line, finding.help.split()[1]) for finding in found]
    assert sorted(rules) == sorted(_marks(path, r"\b(R\d\d)\b"))
    assert {rule for _line, rule in rules} == {f"R{number:02}" for number in range(1, 16)}


def test_rules_of_the_tei_find_what_was_planted() -> None:
    path = PLANTED / "tei.xml"
    found = load(shared("schema/tei_all.sch")).validate(_source(path))
    marks = _marks(path, r"<!-- (.*?) -->")
    assert [finding.line for finding in found] == [line for line, _words in marks]
    for finding, (_line, words) in zip(found, marks, strict=True):
        assert words in finding.message


def _alone(schema: Path, folder: Path) -> Iterator[Path]:
    """The schema once for each of its patterns, with no other pattern."""
    for number in range(sum(1 for _ in etree.parse(str(schema)).iter(SCH + "pattern"))):
        tree = etree.parse(str(schema))
        for other, pattern in enumerate(list(tree.iter(SCH + "pattern"))):
            if other != number:
                pattern.getparent().remove(pattern)
        path = folder / f"{number}.sch"
        tree.write(str(path))
        yield path


def _rank(finding: Diagnostic) -> tuple[int, int, str]:
    return finding.line, finding.column, finding.message


@pytest.mark.parametrize("name", ["rules.sch", pytest.param("tei_all.sch", marks=SLOW)])
def test_merged_patterns_say_what_each_says_alone(name: str, tmp_path: Path) -> None:
    schema = shared(f"schema/{name}")
    corpora = shared("corpora")
    files = [*PLANTED.glob("*.xml"), corpora / "sjhuskey__Calpurnius_Siculus__Poem4.xml"]
    documents = [_source(path) for path in files]
    whole = load(schema)
    together = [sorted(map(_rank, whole.validate(document))) for document in documents]
    apart: list[list[tuple[int, int, str]]] = [[] for _ in documents]
    for pattern in _alone(schema, tmp_path):
        alone = load(pattern)
        for number, document in enumerate(documents):
            apart[number] += map(_rank, alone.validate(document))
    assert together == [sorted(found) for found in apart]
    assert sum(map(len, together)) > 10


def test_schemas_run_over_published_editions() -> None:
    """No file fails, positions are inside it, and the grammar's rules are those of the schema."""
    trial, tei, embedded = (
        load(shared(f"schema/{name}")) for name in ("rules.sch", "tei_all.sch", "tei_all.rng")
    )
    files = sorted(shared("corpora").glob("*.xml"))
    assert len(files) == 29
    for path in without_large(files):
        document = _source(path)
        lines = document.data.splitlines()
        found = tei.validate(document)
        for finding in map(document.located, [*found, *trial.validate(document)]):
            assert finding.code == "schematron", finding
            assert lines[finding.line - 1].decode()[finding.column - 1] != " ", finding
        assert sorted(map(_rank, found)) == sorted(map(_rank, embedded.validate(document)))


IDENTITY = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:mode name="copy" on-no-match="shallow-copy"/></xsl:stylesheet>"""


@SLOW
@pytest.mark.alone
def test_a_hundred_patterns_cost_no_more_than_one_and_a_half_copies() -> None:
    """All rules of the TEI on 1 MB, reading included, against reading and copying it."""
    document = _source(shared("corpora/sjhuskey__Calpurnius_Siculus__editio.xml"))
    schematron = load(shared("schema/tei_all.sch"))
    saxon = Saxon()
    identity = saxon.compile(IDENTITY)
    checks, copies = [], []
    for _round in range(ROUNDS):
        begin = time.process_time()
        schematron.validate(document)
        middle = time.process_time()
        identity.text(saxon.parse(document.text), {}, "copy")
        checks.append(middle - begin)
        copies.append(time.process_time() - middle)
    assert min(checks) <= 1.5 * min(copies), (min(checks), min(copies))
