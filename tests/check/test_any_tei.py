"""Rules for everybody's TEI: what is found in files that name no schema, and what is not."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.check.texts import house, tei
from tests.conftest import ROOT, shared, slow, without_large
from variorum.check import check
from variorum.findings import Diagnostic
from variorum.relaxng import load_schema
from variorum.source import Edition

GRAMMAR = ROOT / "tei" / "schema" / "tei.rng"
RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "{http://www.tei-c.org/ns/1.0}"
LEFT_TO_SCHEMAS = {"m04.xml", "m07.xml"}
"""The mistakes that only a customization forbids: a type of division, an order in `person`."""
EMPTY = '<app><lem wit="#A">sea</lem><rdg wit="#B"/></app>'
TYPED = '<app><lem wit="#A">sea</lem><rdg wit="#B" type="omission"/></app>'
WITNESSES = '<listWit><witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit>'


def found(folder: Path, text: str, *, rules: str = "", settings: str = "") -> list[Diagnostic]:
    """What the check finds in a file that names no schema, but that it names none."""
    (folder / "letter.xml").write_text(text, encoding="utf-8")
    if settings:
        (folder / "pyproject.toml").write_text(f"[tool.variorum]\n{settings}\n", encoding="utf-8")
    every = check(Edition.of([folder / "letter.xml"], folder), rules=rules)
    return [finding for finding in every if finding.code != "grammar-no-schema"]


def codes(findings: list[Diagnostic]) -> list[str]:
    return [finding.code for finding in findings]


def with_witnesses(body: str) -> str:
    return tei(f"<p>The {body}.</p>").replace(
        "<bibl>Made up.</bibl>", f"{WITNESSES}<bibl>Made up.</bibl>"
    )


def test_every_kind_of_mistake_is_found_without_a_schema(tmp_path: Path) -> None:
    with (shared("mistakes") / "expected.csv").open(encoding="utf-8", newline="") as lines:
        expected = {
            row["file"]: (int(row["line"]), int(row["col"])) for row in csv.DictReader(lines)
        }
    for name in ("good.xml", *expected):
        text = (shared("mistakes") / name).read_text(encoding="utf-8")
        told = found(tmp_path, re.sub(r"<\?xml-model[^>]*\?>", "", text))
        places = {(finding.line, finding.column) for finding in told}
        is_told = name in expected and name not in LEFT_TO_SCHEMAS
        assert places == ({expected[name]} if is_told else set()), name


def _grammar_names(kind: str) -> set[str]:
    """The names of elements or attributes in the grammar, without those of other namespaces."""
    root = etree.parse(str(GRAMMAR)).getroot()
    names = {str(each.get("name")) for each in root.iter(RNG + kind) if each.get("name")}
    for each in root.iter(RNG + kind):
        names |= {str(name.text) for name in each.iterfind(f"{RNG}choice/{RNG}name")}
    return names


def test_the_grammar_knows_the_elements_and_attributes_of_tei() -> None:
    p5 = etree.parse(str(shared("schema") / "p5subset.xml"))
    elements = {str(spec.get("ident")) for spec in p5.iter(TEI + "elementSpec")}
    attributes = {str(spec.get("ident")) for spec in p5.iter(TEI + "attDef")}
    assert _grammar_names("element") == elements
    assert _grammar_names("attribute") == {name for name in attributes if ":" not in name}


def _without_models(path: Path) -> bytes:
    return re.sub(rb"<\?xml-model[^>]*\?>", b"", path.read_bytes())


@cache
def _lines(path: Path, grammar: Path) -> frozenset[tuple[int, str]]:
    faults = load_schema(grammar).validate(_without_models(path))
    return frozenset((fault.line, fault.code) for fault in faults)


@pytest.mark.parametrize("kind", ["corpora", "schema/tei-test"])
def test_what_the_grammar_rejects_is_rejected_by_the_whole_of_tei(kind: str) -> None:
    """No false alarm: the grammar of all TEI has an error in each line where ours has one.

    Where a file has very many, the two go on after them in ways of their own.
    """
    slow()
    whole = shared("schema") / "tei_all.rng"
    for path in without_large(sorted(shared("schema").parent.joinpath(kind).glob("*.xml"))):
        if b"<!DOCTYPE" in path.read_bytes():
            continue
        ours = {line for line, _ in _lines(path, GRAMMAR)}
        theirs = {line for line, _ in _lines(path, whole)}
        assert ours <= theirs or (theirs and len(ours) > 20), path.name


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("none", []),
        ("tei", ["gap-without-reason"]),
        ("edition", ["gap-without-reason", "header-citation"]),
    ],
)
def test_rules_are_chosen_for_any_file(rules: str, expected: list[str], tmp_path: Path) -> None:
    text = re.sub("<refsDecl>.*</refsDecl>", "<p/>", tei("<p>A <gap/> sea.</p>"))
    assert sorted(codes(found(tmp_path, text, rules=rules))) == expected
    assert sorted(codes(found(tmp_path, text, settings=f'rules = "{rules}"'))) == expected


def test_no_rules_still_means_ids_and_the_form_of_xml(tmp_path: Path) -> None:
    twice = tei('<p xml:id="a">The</p><p xml:id="a">sea <gap/></p>')
    assert codes(found(tmp_path, twice, rules="none")) == ["id-duplicate"]
    assert codes(found(tmp_path, twice.replace("</body>", ""), rules="none")) == [
        "xml-not-well-formed"
    ]


def test_an_edition_can_be_held_to_the_general_rules_alone(tmp_path: Path) -> None:
    folder = house(tmp_path)
    (folder / "tei" / "letter.xml").write_text(
        tei("<p>The <note type='textual'>sea</note>.</p>"), encoding="utf-8"
    )
    edition = Edition.here(folder)
    assert codes(check(edition)) == ["note-without-responsibility"]
    assert check(edition, rules="tei") == []


def test_a_code_has_the_level_of_the_settings(tmp_path: Path) -> None:
    text = tei("<p>A <gap/> sea.</p>")
    levels = {
        level: [finding.level for finding in found(tmp_path, text, settings=settings)]
        for level in ("error", "info", "none")
        if (settings := f'levels.gap-without-reason = "{level}"')
    }
    assert levels == {"error": ["error"], "info": ["info"], "none": []}


@pytest.mark.parametrize(
    ("settings", "message", "help_"),
    [
        (
            'levels.gap-without-resaon = "none"',
            "the checks have no code gap-without-resaon",
            "did you mean gap-without-reason?",
        ),
        (
            'levels.xml-not-well-formed = "info"',
            "the level of xml-not-well-formed cannot be changed",
            "remove it",
        ),
    ],
)
def test_a_level_of_nothing_is_told(
    settings: str, message: str, help_: str, tmp_path: Path
) -> None:
    (finding,) = found(tmp_path, tei(), settings=settings)
    assert (finding.code, finding.line, finding.message, finding.help) == (
        "settings-value",
        2,
        message,
        help_,
    )


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (EMPTY, 1),
        (EMPTY * 2, 2),
        (EMPTY * 3, 0),
        (EMPTY * 3 + TYPED, 0),
        (EMPTY * 3 + TYPED * 3, 3),
        (TYPED, 0),
        (EMPTY.replace("</app>", "<note>om.</note></app>"), 0),
    ],
)
def test_an_empty_reading_is_told_unless_that_is_the_way_of_the_file(
    body: str, count: int, tmp_path: Path
) -> None:
    told = found(tmp_path, with_witnesses(body))
    assert Counter(codes(told)) == Counter({"rdg-empty-unexplained": count} if count else {})
    assert {finding.level for finding in told} <= {"info"}


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ('<idno type="GND">118</idno>', '<idno type="GND">118</idno>', 1),
        ("<idno>https://example.org/118</idno>", "<idno>https://example.org/118</idno>", 1),
        ('<idno type="GND">118</idno>', '<idno type="VIAF">118</idno>', 0),
        ("<idno>118</idno>", "<idno>118</idno>", 0),
    ],
)
def test_one_identifier_of_two_persons_is_found_wherever_they_stand(
    first: str, second: str, count: int, tmp_path: Path
) -> None:
    persons = "".join(
        f'<person xml:id="p{number}"><persName>P</persName>{idno}</person>'
        for number, idno in enumerate((first, second))
    )
    listed = f"<particDesc><listPerson>{persons}</listPerson></particDesc>"
    for text in (
        tei().replace("<textClass>", f"{listed}<textClass>"),
        tei(f"<listPerson>{persons}</listPerson>"),
    ):
        assert codes(found(tmp_path, text)) == ["authority-shared"] * count
