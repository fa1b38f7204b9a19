"""The guidelines: each example in them is valid, and every element is shown in one."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import Any

import pytest
from lxml import etree

from tests.conftest import ROOT
from tests.schema.grammar import TEI, Grammar, fragment_schema

EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
RNG = ROOT / "tei" / "schema" / "edition.rng"
ODD = etree.parse(str(ROOT / "tei" / "schema" / "edition.odd"), etree.XMLParser(collect_ids=False))


def _in_tei(example: Any) -> Any:
    """A copy of the root of an example, moved to the namespace of TEI."""
    node = copy.deepcopy(example)
    node.tail = None
    for element in node.iter(f"{EXAMPLES}*"):
        element.tag = element.tag.replace(EXAMPLES, TEI)
    return node


SHOWN = [example for example in ODD.iter(EXAMPLES + "egXML") if example.get("valid") != "false"]
INVALID = [example for example in ODD.iter(EXAMPLES + "egXML") if example.get("valid") == "false"]


def _roots(examples: Iterable[Any]) -> list[Any]:
    return [_in_tei(root) for example in examples for root in example.iterchildren("*")]


ROOTS = _roots(SHOWN)


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return fragment_schema(RNG)


@pytest.mark.parametrize(
    "root", ROOTS, ids=lambda root: re.sub(r"\s+", " ", "".join(root.itertext()))[:40]
)
def test_the_example_is_valid(root: Any, schema: etree.RelaxNG) -> None:
    schema.validate(etree.ElementTree(root))
    assert [entry.message for entry in schema.error_log] == []


@pytest.mark.parametrize("example", INVALID, ids=lambda example: example.getparent().get("n"))
def test_an_example_called_invalid_is_invalid(example: Any, schema: etree.RelaxNG) -> None:
    assert not all(schema.validate(etree.ElementTree(root)) for root in _roots([example]))


def test_every_example_has_elements_only() -> None:
    """And, in the examples of rules, marks of omission between them."""
    for example in ODD.iter(EXAMPLES + "egXML"):
        assert len(example)
        between = "".join([example.text or "", *(child.tail or "" for child in example)])
        omitted = "…" if example.getparent().tag == TEI + "exemplum" else ""
        assert not between.replace(omitted, "").strip()


def test_every_element_is_shown() -> None:
    shown = {etree.QName(element).localname for root in ROOTS for element in root.iter("*")}
    assert set(Grammar(RNG).content) - shown == set()


def test_every_element_named_in_the_text_is_specified() -> None:
    """But for those that specify others: they are named where the schema itself is explained."""
    named = {element.text for element in ODD.iter(TEI + "gi")}
    assert named - set(Grammar(RNG).content) == {"constraintSpec", "elementSpec"}


def test_every_value_named_in_the_text_is_in_a_list() -> None:
    listed = {element.get("ident") for element in ODD.iter(TEI + "valItem")}
    assert {element.text for element in ODD.iter(TEI + "val")} - listed == set()


def test_every_specification_says_what_it_is_for() -> None:
    silent = [
        element.get("ident")
        for kind in (
            "elementSpec",
            "classSpec",
            "macroSpec",
            "dataSpec",
            "attDef",
            "constraintSpec",
        )
        for element in ODD.iter(TEI + kind)
        if element.get("mode") != "change"
        and (not element.findtext(TEI + "gloss") or not element.findtext(TEI + "desc"))
    ]
    assert silent == []
