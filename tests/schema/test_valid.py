"""The grammar is up to date, loads everywhere, and accepts no document that TEI refuses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from lxml import etree, isoschematron

from tests import runs
from tests.conftest import ROOT, SLOW, shared
from tests.schema.generate import Generator
from tests.schema.grammar import Grammar
from variorum.schema.odd import compile_schema
from variorum.source import Edition

ODD = ROOT / "tei" / "schema" / "edition.odd"
RNG = ROOT / "tei" / "schema" / "edition.rng"
SCH = ROOT / "tei" / "schema" / "edition.sch"
FILES = [source.path for source in Edition.here(ROOT).sources]


def jing(schema: Path, files: Sequence[Path]) -> str:
    """What jing says about files, all in one run with its default stack; "" if all are valid."""
    run = runs.jing(schema, *files)
    assert run.returncode in (0, 1), run.stderr
    return run.stdout if run.returncode else ""


def test_the_committed_schema_is_what_the_odd_gives() -> None:
    compiled = compile_schema(ODD)
    assert compiled.grammar == RNG.read_bytes(), "stale: run `invoke schema`"
    assert compiled.rules == SCH.read_bytes(), "stale: run `invoke schema`"


@pytest.mark.parametrize("path", [RNG, SCH], ids=lambda path: path.name)
def test_the_schema_says_where_it_comes_from(path: Path) -> None:
    second = path.read_text(encoding="utf-8").splitlines()[1]
    assert "Generated from edition.odd by `invoke schema`" in second


def test_the_rules_are_valid_schematron() -> None:
    """By the grammar of ISO/IEC 19757-3:2006, appendix A, which lxml carries."""
    valid = isoschematron.schematron_schema_valid
    assert valid(etree.parse(str(SCH))), valid.error_log


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_edition_names_both_schemas(path: Path) -> None:
    instructions = etree.parse(str(path)).xpath("/processing-instruction('xml-model')")
    named = {
        instruction.get("href"): instruction.get("schematypens") for instruction in instructions
    }
    assert named == {
        "schema/edition.rng": "http://relaxng.org/ns/structure/1.0",
        "schema/edition.sch": "http://purl.oclc.org/dsdl/schematron",
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_edition_is_valid_in_libxml2(path: Path) -> None:
    schema = etree.RelaxNG(etree.parse(str(RNG)))
    schema.assertValid(etree.parse(str(path), etree.XMLParser(collect_ids=False)))


def test_the_edition_is_valid_in_jing() -> None:
    assert FILES
    assert jing(RNG, FILES) == ""


def test_the_edition_and_its_odd_are_valid_tei() -> None:
    assert jing(shared("schema/tei_all.rng"), [*FILES, ODD]) == ""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Documents that use each element, and each attribute of it, at least once."""
    grammar = Grammar(RNG)
    generator = Generator(grammar, seed=1989)
    folder = tmp_path_factory.mktemp("generated")
    files = [folder / f"{number:03}.xml" for number in range(300)]
    for path in files:
        path.write_bytes(etree.tostring(generator.document(), encoding="utf-8"))
    pairs = {(name, key) for name in grammar.content for key in grammar.attribute_names(name)}
    assert set(grammar.content) - set(generator.elements) == set()
    assert pairs - set(generator.attributes) == set()
    return files


@SLOW
def test_what_the_grammar_makes_is_valid_against_it(generated: list[Path]) -> None:
    assert jing(RNG, generated) == ""


@SLOW
def test_what_the_grammar_makes_is_valid_tei(generated: list[Path]) -> None:
    assert jing(shared("schema/tei_all.rng"), generated) == ""
