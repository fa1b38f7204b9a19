"""The schema is a subset of TEI P5: each attribute and each child occurs there too."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT, shared
from tests.schema.grammar import Grammar
from tests.schema.inclusion import counterexample
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


@pytest.fixture(scope="module")
def tei_all() -> Grammar:
    return Grammar(shared("schema/tei_all.rng"), GRAMMAR.content)


@pytest.mark.parametrize("element", GRAMMAR.content)
def test_content_models_allow_nothing_that_tei_forbids(element: str, tei_all: Grammar) -> None:
    assert counterexample(GRAMMAR.content[element], tei_all.content[element]) is None


def test_a_content_model_that_allows_more_is_found(tei_all: Grammar) -> None:
    wider = counterexample(tei_all.content["choice"], GRAMMAR.content["choice"])
    assert wider is not None
    assert counterexample(GRAMMAR.content["choice"], GRAMMAR.content["choice"]) is None
