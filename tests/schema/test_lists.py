"""Closed lists and required attributes: what they are, and that the grammar holds to them."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.conftest import ROOT, Golden, sample
from tests.schema.generate import Generator
from tests.schema.grammar import XML, Grammar, Pattern, fragment_schema

RNG = ROOT / "tei" / "schema" / "edition.rng"
GRAMMAR = Grammar(RNG)


def _is_closed(attribute: Pattern) -> bool:
    """Whether nothing but listed values will do."""
    return {part.kind for part in attribute.all[1:]} <= {"choice", "list", "oneOrMore", "value"}


CLOSED = {
    (element, name): [part.name for part in pattern.all if part.kind == "value"]
    for element in GRAMMAR.content
    for name, pattern in GRAMMAR.attribute_patterns(element).items()
    if _is_closed(pattern)
}
REQUIRED = [(name, key) for name in GRAMMAR.content for key in sorted(GRAMMAR.required(name))]


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return fragment_schema(RNG)


def _smallest(element: str) -> Any:
    return Generator(GRAMMAR, seed=1, bare=True).element(element)


def _with(element: str, attribute: str, value: str) -> Any:
    node = _smallest(element)
    node.set(attribute.replace("xml:", XML), value)
    return node


@pytest.mark.parametrize("element", GRAMMAR.content)
def test_the_smallest_instance_is_valid(element: str, schema: etree.RelaxNG) -> None:
    schema.assertValid(_smallest(element))


@pytest.mark.parametrize(("element", "attribute"), sample([*CLOSED]))
def test_a_closed_list_holds_its_values_and_no_other(
    element: str, attribute: str, schema: etree.RelaxNG
) -> None:
    values = CLOSED[element, attribute]
    assert [
        value for value in values if not schema.validate(_with(element, attribute, value))
    ] == []
    assert not schema.validate(_with(element, attribute, "no-such-value"))
    assert not schema.validate(_with(element, attribute, values[0].upper() + "-"))


@pytest.mark.parametrize(("element", "attribute"), REQUIRED)
def test_a_required_attribute_cannot_be_left_out(
    element: str, attribute: str, schema: etree.RelaxNG
) -> None:
    node = copy.deepcopy(_smallest(element))
    del node.attrib[attribute.replace("xml:", XML)]
    assert not schema.validate(node)


def test_the_lists_are_these(golden: Golden) -> None:
    lines = [f"{name}/@{key}: {' '.join(CLOSED[name, key])}\n" for name, key in sorted(CLOSED)]
    lines += [f"{name}/@{key} is required\n" for name, key in REQUIRED]
    golden(Path(__file__).parent / "lists.golden", "".join(lines))
