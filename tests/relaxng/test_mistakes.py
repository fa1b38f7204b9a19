"""The places of an editor's mistakes, and one finding for each (test data `mistakes`)."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from tests.conftest import shared
from variorum.relaxng import Schema, load_schema

# A matter of ids, not of the grammar.
NOT_OF_THE_GRAMMAR = {"m10.xml"}


def expected() -> Iterator[tuple[str, list[tuple[int, int]]]]:
    with (shared("mistakes") / "expected.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            grammar = row["file"] not in NOT_OF_THE_GRAMMAR
            yield row["file"], [(int(row["line"]), int(row["col"]))] if grammar else []


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema(shared("schema/trial-customization.rng"))


def test_each_mistake_has_one_finding_at_its_place(schema: Schema) -> None:
    folder = shared("mistakes")
    assert not schema.validate((folder / "good.xml").read_bytes())
    for name, places in expected():
        findings = schema.validate((folder / name).read_bytes())
        assert [(finding.line, finding.column) for finding in findings] == places, (name, findings)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("m01.xml", "did you mean <placeName>?"),
        ("m02.xml", "did you mean @when?"),
        ("m03.xml", "did you mean 1989-07-14?"),
        ("m04.xml", "“section”"),
        ("m05.xml", "add @reason"),
        ("m06.xml", "put it in <p>"),
        ("m07.xml", "move <persName> before <birth>"),
        ("m08.xml", "<closer> is allowed after </p>, in <div>"),
        ("m09.xml", "add <title> before <author>"),
        ("m11.xml", "<p> is allowed after </p>, in <div>"),
        ("m12.xml", "a pointer"),
        ("m13.xml", "<corr>"),
        ("m14.xml", "http://www.tei-c.org/ns/1.0"),
        ("m15.xml", "add <item>"),
    ],
)
def test_help(name: str, says: str, schema: Schema) -> None:
    (finding,) = schema.validate((shared("mistakes") / name).read_bytes())
    assert says in finding.help


def test_what_is_there_already_is_not_asked_for_first(schema: Schema) -> None:
    (finding,) = schema.validate((shared("mistakes") / "m13.xml").read_bytes())
    assert "<sic>" not in finding.help
