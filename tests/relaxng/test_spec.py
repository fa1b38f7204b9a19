"""Cases for each section of the RELAX NG specification, judged here and by others."""

from __future__ import annotations

import csv
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import slow
from tests.relaxng import judges
from variorum.relaxng import SchemaError, load_schema

SPEC = Path(__file__).parent / "spec"
CASES = sorted(path.parent for path in SPEC.glob("*/*/*correct.rng"))


def schema_of(case: Path) -> Path:
    return next(case.glob("*correct.rng"))


def name_of(case: Path) -> str:
    return case.relative_to(SPEC).as_posix()


def wanted(case: Path) -> set[Path] | None:
    """The documents that are invalid; None where the schema is incorrect."""
    return set(case.glob("invalid-*.xml")) if schema_of(case).name == "correct.rng" else None


def documents(case: Path) -> list[Path]:
    return sorted(case.glob("*valid-*.xml"))


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_judged_here(case: Path) -> None:
    if wanted(case) is None:
        with pytest.raises(SchemaError) as caught:
            load_schema(schema_of(case))
        assert caught.value.line > 0 and caught.value.column > 0 and caught.value.reason
        return
    schema = load_schema(schema_of(case))
    found = {document: schema.validate(document.read_bytes()) for document in documents(case)}
    assert {document for document, findings in found.items() if findings} == wanted(case), found


def test_sections_are_there() -> None:
    sections = {case.parent.name.partition("-")[0] for case in CASES}
    assert {"4.6", "4.7", "4.16", "4.17", "4.18", "4.19", "7.1", "7.2", "7.3", "7.4"} <= sections
    assert len(CASES) > 390


def differences(processor: str) -> dict[str, str]:
    with (SPEC / "differences.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["case"]: row["why"] for row in rows if row["processor"] == processor}


Judge = Callable[[Path, list[Path]], set[Path] | None]


def disagreeing(judge: Judge) -> list[str]:
    with ThreadPoolExecutor(2) as threads:
        verdicts = threads.map(lambda case: judge(schema_of(case), documents(case)), CASES)
        judged = zip(CASES, verdicts, strict=True)
        return [name_of(case) for case, verdict in judged if verdict != wanted(case)]


def test_judged_by_lxml() -> None:
    pytest.importorskip("lxml")
    assert disagreeing(judges.lxml) == sorted(differences("lxml"))


def test_judged_by_jing() -> None:
    slow()
    # It needs some document, even to judge a schema.
    some = next(SPEC.glob("*/*/valid-1.xml"))

    def judge(schema: Path, files: list[Path]) -> set[Path] | None:
        found = judges.jing(schema, files or [some])
        return found & set(files) if found else found

    assert disagreeing(judge) == sorted(differences("jing"))
