"""Every rule is proven by a case: it speaks there, only it speaks, and not when it is taken out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.check.cases import CASES, CODES, findings, listed
from tests.conftest import ROOT, Golden, sample, slow
from variorum.catalogue import every_code
from variorum.check import every_rule as rules
from variorum.check import schemas
from variorum.schema.constraints import codes_of_odd

ODD = ROOT / "tei" / "schema" / "edition.odd"

KNOWN = every_code()


def test_there_are_at_least_45_rules_and_each_has_a_case() -> None:
    known = {*rules.CODES, *(code.name for code in codes_of_odd(ODD))}
    assert known == set(CODES)
    assert len(known) >= 45


def test_every_rule_says_why_what_to_do_and_shows_it() -> None:
    for name in CODES:
        code = KNOWN[name]
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)
        assert code.reason.endswith(".") and "\n" not in code.reason
        assert code.help and code.bad and code.good and code.bad != code.good, name


@pytest.mark.parametrize("code", sample(CODES, 2))
def test_the_bad_example_is_found_and_the_good_one_is_not(code: str, golden: Golden) -> None:
    found = findings(CASES / code, "bad")
    assert {finding.code for finding in found} == {code}
    assert {finding.level for finding in found} == {KNOWN[code].level}
    golden(CASES / code / "expected.txt", listed(found))
    assert not findings(CASES / code, "good")


@pytest.mark.parametrize("code", sorted(rules.CODES))
def test_a_rule_of_python_taken_out_is_missed(code: str) -> None:
    assert not findings(CASES / code, "bad", {code})


OF_THE_ODD = sorted(set(CODES) - set(rules.CODES))
ALWAYS = frozenset(OF_THE_ODD[::12])
"""The rules that are taken out in any run: for each, all others are compiled anew."""


@pytest.mark.parametrize("code", OF_THE_ODD)
def test_a_rule_of_the_odd_taken_out_is_missed(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if code not in ALWAYS:
        slow()
    shutil.copytree(ODD.parent, tmp_path / "schema")
    schematron = tmp_path / "schema" / "edition.sch"
    text = schematron.read_text(encoding="utf-8")
    less = re.sub(rf'<sch:active pattern="{code}\.rule"/>', "", text)
    less = re.sub(rf'<sch:pattern id="{code}\.rule">.*?</sch:pattern>', "", less, flags=re.DOTALL)
    assert less != text
    schematron.write_text(less, encoding="utf-8")
    monkeypatch.setattr(schemas, "resource", lambda _area: tmp_path / "schema")
    monkeypatch.setattr(schemas.Schemas, "_own", tmp_path / "schema")
    assert not findings(CASES / code, "bad")


def test_the_edition_itself_has_no_finding() -> None:
    from variorum.check import check
    from variorum.source import Edition

    assert check(Edition.here(ROOT)) == []
