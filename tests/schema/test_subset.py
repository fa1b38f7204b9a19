"""The schema is a subset of TEI P5: each attribute and each child occurs there too."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT, shared
from tests.schema.grammar import Grammar
from tests.schema.p5 import P5

GRAMMAR = Grammar(ROOT / "tei" / "schema" / "edition.rng")


@pytest.fixture(scope="module")
def p5() -> P5:
    return P5(shared("schema/p5subset.xml"))


def test_every_element_is_one_of_tei(p5: P5) -> None:
    assert [name for name in GRAMMAR.content if name not in p5] == []


@pytest.mark.parametrize("element", GRAMMAR.content)
def test_attributes_are_those_of_tei(element: str, p5: P5) -> None:
    theirs = p5.attributes(element)
    assert GRAMMAR.attribute_names(element) - set(theirs) == set()
    required = {name for name, needed in theirs.items() if needed}
    assert required - GRAMMAR.required(element) == set()


@pytest.mark.parametrize("element", GRAMMAR.content)
def test_children_are_those_of_tei(element: str, p5: P5) -> None:
    assert GRAMMAR.children(element) - p5.children(element) == set()
