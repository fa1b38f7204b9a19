"""Invariants 1, 2, 3 and 8: text of the witness, reading text, and what would break them."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.note.reading import (
    NOTE,
    TEI,
    XML_ID,
    Text,
    body_segments,
    cruces,
    expected_reading,
    oracle,
    parse,
    source_paragraphs,
    under,
)

BOTH: tuple[Text, ...] = ("witness", "reading")


@pytest.fixture(scope="module")
def note() -> Any:
    return parse(NOTE)


def differences(root: Any) -> list[str]:
    """The segments whose witness text or reading text is not what it must be."""
    witness, reading = body_segments(root, "witness"), body_segments(root, "reading")
    expected = {"witness": source_paragraphs(), "reading": expected_reading()}
    return [
        f"{kind} {key}"
        for kind, segments in (("witness", witness), ("reading", reading))
        for key in expected[kind]
        if key not in segments or segments[key].text != expected[kind][key]
    ]


def test_the_oracle_holds_the_text_of_the_source_file() -> None:
    segments = oracle("entities")["segments"]
    for key, text in source_paragraphs().items():
        assert segments[key] == text


def test_witness_text_equals_the_source_and_reading_text_differs_in_four_places(note: Any) -> None:
    assert differences(note) == []


def test_the_reading_text_differs_from_the_source_where_a_class_a_crux_stands() -> None:
    source, reading = source_paragraphs(), expected_reading()
    changed = {key for key in source if source[key] != reading[key]}
    adopted = {c["seg"] for c in cruces().values() if c["class"] == "A" and c["id"] != "X07"}
    assert changed == adopted == {"p1", "p2", "p9"}


def test_conjectures_reach_no_text(note: Any) -> None:
    entries = under(note, "//t:body//t:app")
    assert [entry.get(XML_ID) for entry in entries] == ["X04", "X08", "X15"]
    for entry in entries:
        crux = cruces()[entry.get(XML_ID)]
        (conjecture,) = under(entry, "t:rdg[@type='conjecture'][@resp='#ed'][not(@wit)]/text()")
        for kind in BOTH:
            text = body_segments(note, kind)[crux["seg"]].text
            assert f" {conjecture} " not in text
    for kind in BOTH:
        paragraph = body_segments(note, kind)["p11"].text
        assert "Deng and will not create" in paragraph and paragraph.endswith("activity).")


def only(root: Any, path: str) -> Any:
    (element,) = under(root, path)
    return element


def swap_correction(root: Any) -> None:
    choice = only(root, "//*[@xml:id='X03']")
    choice[0].tag, choice[1].tag = choice[1].tag, choice[0].tag


def correct_silently(root: Any) -> None:
    only(root, "//*[@xml:id='X03']/t:sic").text = "suspicion"


def take_the_brackets_for_ours(root: Any) -> None:
    del only(root, "//*[@xml:id='X13']").attrib["source"]


def take_our_word_for_the_witness(root: Any) -> None:
    only(root, "//*[@xml:id='X12']").set("source", "#T")


def type_the_brackets(root: Any) -> None:
    supplied = only(root, "//*[@xml:id='X13']")
    supplied.text = f"[{supplied.text}]"


def lose_the_gap(root: Any) -> None:
    only(root, "//*[@xml:id='X14']").tag = f"{TEI}anchor"


def adopt_a_conjecture(root: Any) -> None:
    entry = only(root, "//*[@xml:id='X08']")
    entry[0].text = entry[1].text


@pytest.mark.parametrize(
    "mistake",
    [
        swap_correction,
        correct_silently,
        take_the_brackets_for_ours,
        take_our_word_for_the_witness,
        type_the_brackets,
        lose_the_gap,
        adopt_a_conjecture,
    ],
)
def test_a_mistake_in_an_intervention_is_seen(note: Any, mistake: Callable[[Any], None]) -> None:
    wrong = copy.deepcopy(note)
    mistake(wrong)
    assert differences(wrong)
