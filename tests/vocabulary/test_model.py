"""What the model says of every element: its grammar, and the words for how things look."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.building import InMemory
from tests.conftest import ROOT, sample, shared, slow, without_large
from tests.vocabulary.documents import MODEL, SPELLINGS, document_of, words_in
from variorum.relaxng import Schema, load_schema
from variorum.source import Edition

CASES = sorted(
    path
    for pattern in ("cases/apparatus/*.xml", "*/cases/*.xml", "html/cases/*/in.xml")
    for path in (ROOT / "tests").glob(pattern)
    if path.parent.parent.name not in ("schematron", "archive")
)
CORPORA = (
    "Auden-Musulin-Papers__amp-data__amp-transcript__0043.xml",
    "dracor-org__rusdracor__krylov-amerikantsy.xml",
    "pruizf__disco__disco694n.xml",
    "sjhuskey__Calpurnius_Siculus__Poem4.xml",
    "arthur-schnitzler__schnitzler-briefe-data__L03085.xml",
    "TEIC__Stylesheets__test.xml",
)


@cache
def grammar() -> Schema:
    return load_schema(ROOT / "xslt" / "model" / "model.rng")


def faults(path: Path) -> list[str]:
    """What is wrong with the models of a file, of its reading text and of its witnesses."""
    made = InMemory(Edition.of([path], path.parent), ("text",))
    if not made.edition.documents:
        return []
    found = []
    for siglum in ("", *made.document().summary.sigla[:2]):
        data = made.node(witness=siglum).to_string("UTF-8").encode()
        found += [f"{siglum}:{fault.line}: {fault.message}" for fault in grammar().validate(data)]
    return found


@pytest.mark.parametrize(
    "path", sample(CASES), ids=lambda path: f"{path.parent.parent.name}-{path.stem}"
)
def test_the_model_of_every_case_is_valid(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize("name", CORPORA)
def test_the_models_of_published_documents_are_valid(name: str) -> None:
    path = shared("corpora") / name
    if not without_large([path]):
        slow()
    assert faults(path) == []


def test_the_model_of_the_edition_is_valid() -> None:
    assert faults(ROOT / "tei" / "lukin-note.xml") == []


def test_the_grammar_finds_a_word_that_is_none(tmp_path: Path) -> None:
    path = document_of(tmp_path, "<p>One <hi rend='bold'>word</hi>.</p>")
    data = InMemory(Edition.of([path], tmp_path), ("text",)).node().to_string("UTF-8")
    assert not list(grammar().validate(data.encode()))
    assert list(grammar().validate(data.replace('"bold"', '"fat"').encode()))
    assert list(grammar().validate(data.replace('v:is="paragraph"', 'v:is="par"').encode()))


def test_each_spelling_has_its_words(tmp_path: Path) -> None:
    body = "".join(f"<p><hi {spelling}>x</hi></p>" for spelling, _ in SPELLINGS)
    path = document_of(tmp_path, body)
    model = InMemory(Edition.of([path], tmp_path), ("text",)).model()
    told = [words_in(each) for each in model.iterfind(".//{*}hi")]
    wrong = {
        spelling: (words, meant)
        for (spelling, meant), words in zip(SPELLINGS, told, strict=True)
        if words != meant
    }
    assert wrong == {}


def test_a_header_declares_what_a_pointer_means(tmp_path: Path) -> None:
    declared = (
        "<encodingDesc><tagsDecl><rendition xml:id='g' scheme='css'>letter-spacing: 0.2em"
        "</rendition><rendition selector='foreign' scheme='css'>font-style: normal</rendition>"
        "<rendition xml:id='q' scope='before' scheme='css'>content: '»'; font-weight: bold"
        "</rendition></tagsDecl></encodingDesc>"
    )
    body = (
        "<p><hi rendition='#g'>a</hi><foreign>b</foreign><foreign rend='bold'>c</foreign>"
        "<hi rendition='#q'>d</hi></p>"
    )
    path = document_of(tmp_path, body, declared)
    paragraph = InMemory(Edition.of([path], tmp_path), ("text",)).model().find(".//{*}body/{*}p")
    assert paragraph is not None
    assert [sorted(words_in(each)) for each in paragraph] == [["spaced"], ["upright"], ["bold"], []]


def test_languages_are_as_bcp_47_has_them(tmp_path: Path) -> None:
    written = {"ger": "x", "ara": "نور", "ru-Latn": "x", "und": "x", "heb": "אור", "per": "nur"}
    body = "".join(f"<p xml:lang='{tag}'>{words}</p>" for tag, words in written.items())
    path = document_of(tmp_path, body)
    model = InMemory(Edition.of([path], tmp_path), ("text",)).model()
    paragraphs = model.findall(".//{*}body/{*}p")
    languages = ["de", "ar", "ru-Latn", None, "he", "fa"]
    directions = [None, "rtl", None, None, "rtl", None]
    assert [each.get(f"{MODEL}lang") for each in paragraphs] == languages
    assert [each.get(f"{MODEL}dir") for each in paragraphs] == directions


def test_every_word_of_the_table_stands_in_the_grammar() -> None:
    rng = etree.parse(str(ROOT / "xslt" / "model" / "model.rng"))
    in_grammar = {
        str(value.text)
        for attribute in rng.iter("{http://relaxng.org/ns/structure/1.0}attribute")
        if attribute.get("name") == "v:is"
        for value in attribute.iter("{http://relaxng.org/ns/structure/1.0}value")
    }
    table = (ROOT / "xslt" / "model" / "elements.xsl").read_text("utf-8")
    words = set(re.findall(r"'([a-z-]+) (?:blocks|words|phrase):", table))
    assert len(words) > 30
    assert words <= in_grammar
