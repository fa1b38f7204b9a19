"""The compiler: small ODDs and the schemas they give, wrong ODDs and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Golden
from variorum.findings import VariorumError
from variorum.schema.odd import compile_schema

CASES = Path(__file__).parent / "cases"
COMPILED = sorted((CASES / "compiled").glob("*.odd"))
FAULTS = sorted((CASES / "faults").glob("*.odd"))


@pytest.mark.parametrize("odd", COMPILED, ids=lambda odd: odd.stem)
def test_a_small_odd_gives_its_schema(odd: Path, golden: Golden) -> None:
    compiled = compile_schema(odd)
    etree.RelaxNG(etree.fromstring(compiled.grammar))
    golden(odd.with_suffix(".rng"), compiled.grammar.decode())
    if compiled.rules:
        golden(odd.with_suffix(".sch"), compiled.rules.decode())


@pytest.mark.parametrize("odd", FAULTS, ids=lambda odd: odd.stem)
def test_a_wrong_odd_is_told_what_is_wrong(odd: Path, golden: Golden) -> None:
    with pytest.raises(VariorumError) as error:
        compile_schema(odd)
    findings = error.value.findings
    assert odd.stem.partition(".")[0] in {finding.code for finding in findings}
    lines = (
        f"{finding.line}:{finding.column} {finding.code} {finding.message}\n"
        for finding in findings
    )
    golden(odd.with_suffix(".txt"), "".join(lines))


def test_an_odd_that_is_no_xml_is_refused(tmp_path: Path) -> None:
    odd = tmp_path / "broken.odd"
    odd.write_text("<TEI>", encoding="utf-8")
    with pytest.raises(VariorumError, match="<TEI> is never closed"):
        compile_schema(odd)


def test_a_missing_odd_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VariorumError, match="cannot be read"):
        compile_schema(tmp_path / "none.odd")
