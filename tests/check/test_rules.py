"""Every rule is proven by a case: it speaks there, only it speaks, and not when it is taken out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.check.cases import CASES, CODES, findings, listed
from tests.conftest import ROOT, Golden
from variorum.check import every_rule, schemas
from variorum.check.catalogue import entries, entry, explain, of_odd
from variorum.check.rules import words

ODD = ROOT / "tei" / "schema" / "edition.odd"

every_rule()


def test_there_are_at_least_45_rules_and_each_has_a_case() -> None:
    rules = {*words, *(entry.code for entry in of_odd(ODD))}
    assert rules == set(CODES)
    assert len(rules) >= 45


def test_every_rule_says_why_what_to_do_and_shows_it() -> None:
    for code in CODES:
        entry = entries()[code]
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
        assert entry.reason.endswith(".") and "\n" not in entry.reason
        assert entry.help and entry.bad and entry.good and entry.bad != entry.good, code


def test_no_code_is_described_twice() -> None:
    from variorum.check.codes import NOTICES

    codes = [
        *(entry.code for entry in NOTICES),
        *words,
        *(entry.code for entry in of_odd(ODD)),
    ]
    assert len(codes) == len(set(codes))


def test_every_code_that_is_written_somewhere_can_be_explained() -> None:
    unknown = set()
    for path in (ROOT / "variorum").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for call in re.findall(r"(?:Diagnostic|refusal)\([^()]*", text):
            for code in re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', call):
                unknown |= set() if entry(code) else {code}
        for code in re.findall(r'"((?:package|import|proof|dts|validators)-[a-z-]+)"', text):
            unknown |= set() if entry(code) else {code}
    assert not unknown


def test_what_archives_meet_is_explained() -> None:
    from variorum.package.codes import NOTICES

    rooms = ("package", "transcripts", "outputs")
    files = (path for room in rooms for path in (ROOT / "variorum" / room).rglob("*.py"))
    written = "".join(path.read_text("utf-8") for path in files)
    for one in NOTICES:
        assert written.count(f'"{one.code}"') > 1, f"{one.code} is said by nobody"
        assert explain(one.code).startswith(f"{one.code} ({one.level})\n\n{one.reason}")
        assert one.help and one.reason.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_is_found_and_the_good_one_is_not(code: str, golden: Golden) -> None:
    found = findings(CASES / code, "bad")
    assert {finding.code for finding in found} == {code}
    assert {finding.level for finding in found} == {entries()[code].level}
    golden(CASES / code / "expected.txt", listed(found))
    assert not findings(CASES / code, "good")


@pytest.mark.parametrize("code", sorted(words))
def test_a_rule_of_python_taken_out_is_missed(code: str) -> None:
    assert not findings(CASES / code, "bad", {code})


@pytest.mark.parametrize("code", sorted(set(CODES) - set(words)))
def test_a_rule_of_the_odd_taken_out_is_missed(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ODD.parent, tmp_path / "schema")
    schematron = tmp_path / "schema" / "edition.sch"
    text = schematron.read_text(encoding="utf-8")
    less = re.sub(rf'<sch:active pattern="{code}\.rule"/>', "", text)
    less = re.sub(rf'<sch:pattern id="{code}\.rule">.*?</sch:pattern>', "", less, flags=re.DOTALL)
    assert less != text
    schematron.write_text(less, encoding="utf-8")
    monkeypatch.setattr(schemas, "resource", lambda _area: tmp_path / "schema")
    assert not findings(CASES / code, "bad")


def test_the_edition_itself_has_no_finding() -> None:
    from variorum.check import check
    from variorum.source.edition import Edition

    assert check(Edition.here(ROOT)) == []
