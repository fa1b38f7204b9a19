"""Plain bags and OCFL objects: every kind of damage is found, and what is legal passes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.archive.damages.bags import BROKEN_BAGS, LEGAL_BAGS
from tests.archive.damages.kind import Kind
from tests.archive.damages.ocfl import BROKEN_OBJECTS, LEGAL_OBJECTS
from tests.archive.test_forged import LEGAL, make_bag
from variorum.package.ocfl import add_release
from variorum.package.verify.verify import verify


def test_the_legal_variants_are_many() -> None:
    assert len({*LEGAL, *LEGAL_BAGS, *LEGAL_OBJECTS}) >= 20


@pytest.mark.parametrize("kind", BROKEN_BAGS, ids=lambda kind: kind.what)
def test_damage_to_a_plain_bag_is_found(tmp_path: Path, kind: Kind) -> None:
    bag = make_bag(tmp_path / "bag")
    kind.do(bag)
    findings = verify(bag)
    told = {(each.file, each.code) for each in findings if kind.words in each.message}
    assert (kind.file, kind.code) in told, findings


@pytest.mark.parametrize("case", LEGAL_BAGS)
def test_what_a_bag_may_be_passes(tmp_path: Path, case: str) -> None:
    bag = make_bag(tmp_path / "bag")
    LEGAL_BAGS[case](bag)
    assert [each.code for each in verify(bag)] == ["package-bag-alone"]


@pytest.fixture(scope="session")
def stored(letter: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The letter as an OCFL object, without the toolchain, which makes it large."""
    small = Path(shutil.copytree(letter, tmp_path_factory.mktemp("small") / letter.name))
    shutil.rmtree(small / "data" / "software")
    shutil.rmtree(small / "data" / "schemas")
    return add_release(tmp_path_factory.mktemp("ocfl"), small)


@pytest.fixture
def copied(stored: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(stored, tmp_path / "object"))


@pytest.mark.parametrize("kind", BROKEN_OBJECTS, ids=lambda kind: kind.what)
def test_damage_to_an_object_is_found(copied: Path, kind: Kind) -> None:
    kind.do(copied)
    findings = verify(copied)
    told = {(each.file, each.code) for each in findings if kind.words in each.message}
    assert (kind.file, kind.code) in told, findings


@pytest.mark.parametrize("case", LEGAL_OBJECTS)
def test_what_an_object_may_be_passes(copied: Path, case: str) -> None:
    LEGAL_OBJECTS[case](copied)
    assert verify(copied) == []
