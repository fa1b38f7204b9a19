"""What a header says in places that few use is on the page and in the book."""

from __future__ import annotations

import pytest

from tests.building import InMemory
from tests.conftest import ROOT
from tests.practice.test_left_out import TEXTS
from variorum.source import Edition

FILE = ROOT / "tests" / "practice" / "projects" / "statements-of-headers.xml"
SAID = ("Die Enge", "Plays of the Fen", "Ferries for machines", "Ben Oar", "trial of a header")


@pytest.mark.parametrize("kind", ["html", "print"])
def test_nothing_that_a_reader_asks_for_is_lost(kind: str) -> None:
    made = InMemory(Edition.of([FILE], FILE.parent))
    output = made.rendered(next(each for each in TEXTS if each.proof == kind))
    assert [words for words in (*SAID, "Encoded at night") if words not in output] == []
    assert "1910" not in output
