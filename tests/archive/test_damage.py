"""Every kind of damage is found, with file and true reason, though all digests are made true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.damages.bags import BROKEN_BAGS
from tests.archive.damages.files import REMADE_FILES
from tests.archive.damages.kind import Kind
from tests.archive.damages.layers import BAG, DAMAGE, OWN_DIGESTS
from tests.archive.damages.mets import FORGED_METS
from tests.archive.damages.ocfl import BROKEN_OBJECTS
from tests.archive.damages.premis import FORGED_PREMIS, REMADE_PREMIS
from tests.archive.damages.records import FORGED_RECORDS
from tests.archive.damages.texts import REBUILT
from tests.archive.packages import make_true
from tests.archive.test_hostile import ZIPS
from tests.conftest import TEST_ALL, sample
from variorum.catalogue import for_editors
from variorum.findings import Diagnostic
from variorum.package.verify.bag import check_bag
from variorum.package.verify.rebuild import _compared
from variorum.package.verify.verify import verify

_BY_RULES = (*FORGED_METS, *FORGED_PREMIS, *FORGED_RECORDS)
_REMADE = (*REMADE_PREMIS, *REMADE_FILES)
_TEXTS = Path("representations", "tei", "data")
_LAYERS = [case for case in DAMAGE if case not in OWN_DIGESTS]


def _named(kinds: tuple[Kind, ...]) -> list[Kind]:
    return sample([pytest.param(kind, id=kind.what) for kind in kinds], 8)  # type: ignore[misc]


def _found(findings: list[Diagnostic], kind: Kind) -> bool:
    return any(
        each.code == kind.code and each.file == f"data/{kind.file}" and kind.words in each.message
        for each in findings
    )


def test_the_kinds_are_many_and_each_has_a_name_of_its_own() -> None:
    kinds = [kind.what for kind in (*_BY_RULES, *_REMADE, *REBUILT)]
    forged = [*kinds, *_LAYERS]
    assert len(set(kinds)) == len(kinds)
    assert len(forged) >= 100
    assert len([*forged, *OWN_DIGESTS, *BAG, *ZIPS, *BROKEN_BAGS, *BROKEN_OBJECTS]) >= 150


@pytest.mark.parametrize("kind", _named(_BY_RULES))
def test_forged_damage_breaks_a_rule(damaged: Path, kind: Kind) -> None:
    kind.do(damaged / "data")
    make_true(damaged)
    assert check_bag(damaged) == []
    findings = verify(damaged)
    assert _found(findings, kind), findings


@pytest.mark.parametrize("case", sample(_LAYERS))
def test_forged_damage_of_the_layers_breaks_a_rule(damaged: Path, case: str) -> None:
    file, code, damage = DAMAGE[case]
    damage(damaged / "data")
    make_true(damaged)
    named = {each.file for each in verify(damaged) if each.code == code}
    assert f"data/{file or 'METS.xml'}" in named


@pytest.mark.parametrize("kind", _named(_REMADE))
def test_forged_damage_is_found_when_all_is_made_again(
    letter: Path, damaged: Path, kind: Kind
) -> None:
    """The texts are as they were, so that the sound package is what is made of them again."""
    kind.do(damaged / "data")
    make_true(damaged)
    assert check_bag(damaged) == []
    for file in (letter / "data" / _TEXTS).rglob("*.*"):
        assert file.read_bytes() == (damaged / file.relative_to(letter)).read_bytes()
    assert _found(list(_compared(letter, damaged, damaged)), kind)


@pytest.mark.parametrize("kind", [*REBUILT] if TEST_ALL else [REBUILT[-1]])
def test_forged_texts_are_found_by_what_is_made_of_them(damaged: Path, kind: Kind) -> None:
    kind.do(damaged / "data")
    make_true(damaged)
    findings = verify(damaged, rebuild=True, codes=for_editors)
    assert _found(findings, kind), findings
