"""Plain text of prose, verse, lists, tables, notes, drama and letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apparatus.made import failed, made
from tests.conftest import Golden

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.xml"))


@pytest.mark.parametrize("name", NAMES)
def test_the_case(name: str, golden: Golden) -> None:
    built = made(CASES / f"{name}.xml")
    golden(CASES / f"{name}.txt", built.outputs[f"text/{name}.txt"])
    assert not failed(built)
