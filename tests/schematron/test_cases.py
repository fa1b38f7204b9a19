"""Every feature of ISO Schematron: a schema, a document, and the findings to expect."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import SLOW, Golden
from tests.runs import jing
from variorum.findings import Diagnostic, VariorumError
from variorum.schema.schematron import load
from variorum.source import Source

CASES = Path(__file__).parent / "cases"
GOLDENS = sorted(CASES.glob("*/expected*.txt"))


def _schema(case: Path) -> Source:
    (path,) = case.glob("schema.*")
    return Source(path, path.name)


def _document(case: Path) -> Source:
    path = case / "in.xml"
    return Source(path, path.name)


def _text(finding: Diagnostic) -> str:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    help_ = f"\n    {finding.help}" if finding.help else ""
    return f"{place} {finding.level} {finding.code}: {finding.message}{help_}\n"


@pytest.mark.parametrize("expected", GOLDENS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_case(expected: Path, golden: Golden) -> None:
    phase = expected.stem.removeprefix("expected").removeprefix(".") or "#DEFAULT"
    try:
        schematron = load(_schema(expected.parent), phase=phase, own=True)
    except VariorumError as error:
        findings = list(error.findings)
        assert expected.parent.name.startswith("refused-")
    else:
        findings = schematron.validate(_document(expected.parent))
        assert not expected.parent.name.startswith("refused-")
    golden(expected, "".join(map(_text, findings)) or "nothing\n")


def test_every_case_has_its_clause() -> None:
    table = (CASES.parent / "clauses.md").read_text(encoding="utf-8")
    rows = [row.split(" | ") for row in table.splitlines() if row.startswith("| ")][2:]
    named = {case for row in rows for case in row[2].split(", ")}
    assert named == {path.name for path in CASES.iterdir()}


def test_the_same_schema_checks_many_files() -> None:
    schematron = load(_schema(CASES / "let-scopes"))
    document = _document(CASES / "let-scopes")
    first = schematron.validate(document)
    other = schematron.validate(_document(CASES / "only-text"))
    assert [finding.message for finding in other] == ["schema/first/rule- 5"] * 2
    assert schematron.validate(document) == first != other


def test_ids_are_codes_only_for_the_edition() -> None:
    case = CASES / "codes"
    strangers = load(_schema(case)).validate(_document(case))
    assert {finding.code for finding in strangers} == {"schematron"}
    assert strangers[0].help == "rule quote-empty of schema.sch"


def test_an_unknown_phase_is_refused() -> None:
    with pytest.raises(VariorumError, match="there is no phase «three»") as caught:
        load(_schema(CASES / "phases"), phase="three")
    assert caught.value.findings[0].line == 1


def test_a_schema_that_is_not_there() -> None:
    with pytest.raises(VariorumError, match="cannot be read"):
        load(CASES / "none.sch")


@pytest.mark.parametrize(
    "name",
    [
        path.parent.name
        for path in GOLDENS
        if path.name == "expected.txt"
        and path.with_name("in.xml").exists()
        and path.with_name("schema.sch").exists()
    ],
)
def test_the_walk_leaves_no_node_out(name: str, tmp_path: Path) -> None:
    """A pattern about everything, which says nothing, makes the walk visit every node."""
    case = CASES / name
    schema = _schema(case)
    everything = '<pattern id="all"><rule context="@* | node()"/></pattern></schema>'
    copy = tmp_path / "schema.sch"
    copy.write_text(schema.data.decode().replace("</schema>", everything), encoding="utf-8")
    for part in case.glob("parts/*"):
        (tmp_path / "parts").mkdir(exist_ok=True)
        (tmp_path / "parts" / part.name).write_bytes(part.read_bytes())
    document = _document(case)
    found = load(Source(copy, schema.name)).validate(document)
    assert found == load(schema).validate(document)


@SLOW
def test_jing_says_the_same() -> None:
    """An independent processor, which knows the first binding only, gives no positions."""
    case = CASES / "binding-xslt1"
    run = jing(case / "schema.sch", case / "in.xml")
    said = [line.strip() for line in run.stdout.splitlines() if not line.startswith("error:")]
    ours = load(_schema(case)).validate(_document(case))
    assert Counter(said) == Counter(finding.message for finding in ours)
