"""A number by which a text is cited is that of the TEI, and stands where its unit begins."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import InMemory, warm_saxon
from variorum.outputs.output import TextOutput
from variorum.outputs.registry import FORMATS, outputs_of
from variorum.proof import Proof
from variorum.source import Edition, Source

TEXTS = {str(o.proof): o for o in outputs_of(FORMATS) if isinstance(o, TextOutput) and o.proof}
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Ferries</title></titleStmt><publicationStmt><p>Invented.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body>
<div n="12"><head>Boats</head><pb n="31r"/><p n="8">She <lb n="24"/>rowed
<milestone unit="section" n="77b"/>out in the mor<pb n="31v" break="no"/>ning <cb n="46"/>fog</p>
<sp><speaker>Ida</speaker><p n="9">Wait <ptr target="#end"/> for me.</p><pb n="52"/></sp>
<sp xml:id="end"><speaker>Ben</speaker><p n="10">No.</p></sp>
<lg n="63"><l n="15">the river is wide</l><l n="16">and its ferry is</l>
<l>waiting for no one</l><l n="20">who is late</l></lg>
<list><item n="71)">a rope</item><item n="72)">an oar</item></list></div></body></text></TEI>"""
NUMBERS = [
    "31r",
    "24",
    "77b",
    "31v",
    "46",
    "52",
    "63",
    "15",
    "20",
    "8",
    "9",
    "10",
    "12",
    "71",
    "72",
]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Source, dict[str, str]]:
    file = tmp_path_factory.mktemp("numbers") / "ferries.xml"
    file.write_text(DOCUMENT, encoding="utf-8")
    made = InMemory(Edition.of([file], file.parent), saxon=warm_saxon())
    return made.source, {kind: made.rendered(output) for kind, output in TEXTS.items()}


def _found(source: Source, kind: str, output: str) -> list[str]:
    return [each.message for each in Proof(source, "en").failures(kind, output)]


@pytest.mark.parametrize("kind", TEXTS)
def test_right_numbers_pass(outputs: tuple[Source, dict[str, str]], kind: str) -> None:
    source, made = outputs
    assert _found(source, kind, made[kind]) == []


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("number", NUMBERS)
def test_another_number_is_found(
    outputs: tuple[Source, dict[str, str]], number: str, kind: str
) -> None:
    source, made = outputs
    start = {"html": 'id="edition-text', "text": "TEXT", "print": 'kind: "text"'}
    at = made[kind].index(start.get(kind, "beginnumbering"))
    shown = re.compile(
        {
            "html": rf"(?<=[>\s]){number}(?=(?:\) )?</(?:span|a)>)",
            "text": rf"(?<=[\[\s]){number}(?=[\])])",
            "print": rf'(?<=["\s]){number}(?=\)?")',
            "latex": rf"(?<=[{{\s]){number}(?=\)?\}})",
        }[kind]
    )
    broken, count = shown.subn("99", made[kind][at:], count=1)
    assert count == 1
    (message,) = _found(source, kind, made[kind][:at] + broken)
    assert re.search(rf"the TEI has “{number}\)?”, the output “", message)


@pytest.mark.parametrize("kind", TEXTS)
def test_a_page_that_is_not_shown_is_found(
    outputs: tuple[Source, dict[str, str]], kind: str
) -> None:
    source, made = outputs
    page = {
        "html": r'<span class="break pb">(?:(?!</?p).)*?31v</span>',
        "text": r" ?\[f\. 31v\]",
        "print": r'#source-page\("31v"\)',
        "latex": r"\\editionpage\{31v\}",
    }[kind]
    broken, count = re.subn(page, "", made[kind])
    assert count == 1
    (message,) = _found(source, kind, broken)
    assert "the number of a pb: the TEI has “31v”, the output “" in message


@pytest.mark.parametrize("kind", TEXTS)
def test_a_page_elsewhere_is_found(outputs: tuple[Source, dict[str, str]], kind: str) -> None:
    source, made = outputs
    broken = re.sub(r"\b31r\b", "@", made[kind])
    broken = re.sub(r"\b31v\b", "31r", broken).replace("@", "31v")
    assert len(_found(source, kind, broken)) == 1


WORDLESS = {
    "nothing else": '<pb n="31r"/><gb n="2"/>',
    "empty blocks": '<pb n="31r"/><p/><lg n="3"><pb n="32"/><l/></lg>',
    "an empty translation": '<div type="translation"><pb n="31r"/><p/></div>',
    "lines": '<lb n="1"/><lb n="2"/>',
    "lines of an empty block": '<ab><lb n="1"/><lb n="2"/></ab><p>The ferry</p>',
    "lines beside blocks": '<p>The ferry</p><lb n="2"/><p>is late</p><lb n="3"/>',
    "lines between verses": '<lg><lb n="1"/><l>the ferry</l><lb n="2"/><l>is late</l></lg>',
}
"""Units that begin where no words of their own block are."""


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("case", WORDLESS)
def test_units_without_words_have_their_numbers(case: str, kind: str, tmp_path: Path) -> None:
    before, _, rest = DOCUMENT.partition("<body>")
    file = tmp_path / "ferries.xml"
    file.write_text(f"{before}<body>{WORDLESS[case]}</body>{rest.partition('</body>')[2]}")
    made = InMemory(Edition.of([file], tmp_path), saxon=warm_saxon())
    assert _found(made.source, kind, made.rendered(TEXTS[kind])) == []
