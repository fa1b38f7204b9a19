"""What outputs leave out on purpose: each row of the table is true of a document made for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.building import InMemory
from variorum.explain import table_of_what_is_left_out
from variorum.outputs.output import TextOutput
from variorum.outputs.registry import FORMATS, outputs_of
from variorum.proof import Proof
from variorum.proof.left_out import Row, rows
from variorum.source import Edition

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="made" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>A boat</title></titleStmt>
<publicationStmt><p>Invented.</p></publicationStmt>
<sourceDesc><listWit><witness xml:id="A">Alpha</witness>
<witness xml:id="B">Beta</witness></listWit>
</sourceDesc></fileDesc></teiHeader>
<text><body><div><p>Before.</p>{}<p>After.</p></div></body></text></TEI>"""

TEXTS = tuple(o for o in outputs_of(FORMATS) if isinstance(o, TextOutput) and o.proof)
"""The outputs that show the words of a document."""

UNITS = re.compile(r" hidden>[^<]*<|#told-unit\[[^]]*\]|\\editionunit\{[^}]*\}")
"""Words that the source of an output keeps for the proof and does not show."""


def shown(example: str, folder: Path) -> dict[str, str]:
    """A document with an example in it, as each output shows it."""
    file = folder / "made.xml"
    file.write_text(DOCUMENT.format(example), encoding="utf-8")
    made = InMemory(Edition.of([file], folder))
    return {output.format: UNITS.sub("", made.rendered(output)) for output in TEXTS}


@pytest.mark.parametrize("row", [row for row in rows() if row.example], ids=lambda row: row.name)
def test_what_a_row_names_is_in_no_output_of_the_row_and_in_all_others(
    row: Row, tmp_path: Path
) -> None:
    outputs = shown(row.example, tmp_path)
    seen = {name for name, output in outputs.items() if "withheld" in output.lower()}
    assert seen == set(FORMATS).intersection(outputs) - set(row.outputs)


def test_the_table_is_shown_to_users() -> None:
    shown_table = table_of_what_is_left_out()
    for row in rows():
        assert row.what in shown_table and row.why in shown_table and row.outputs
        assert row.what.endswith(".") and row.why.endswith(".")


def test_what_no_row_names_is_in_every_output(tmp_path: Path) -> None:
    outputs = shown("<p>One <seg>withheld</seg> two.</p>", tmp_path)
    assert all("withheld" in output for output in outputs.values())


WITH_NOTES = """<p>One<note>the <hi rend="italic">first</hi> remark</note> two
<metamark function="separation"/><note/>
<span>no words<note>a second remark<note>within it</note></note></span>.</p>
<p>Here <object><p>with rowlocks</p></object> it is.</p>
<table><head>Fares</head><row><cell>by day</cell><cell>nine</cell></row></table>"""

LOST = {
    "a word of a note": ("remark", "", "proof-failed"),
    "a word of a note within a note": ("within it", "it", "proof-failed"),
    "a note": ("a second remark", "", "proof-failed"),
    "a caption": ("fares", "", "proof-failed"),
    "a cell": ("nine", "", "proof-failed"),
    "a word of a description": ("rowlocks", "", "words-lost"),
}


@pytest.mark.parametrize("kind", [output.proof for output in TEXTS])
@pytest.mark.parametrize("fault", LOST)
def test_what_is_lost_beside_the_running_text_is_found(
    kind: str, fault: str, tmp_path: Path
) -> None:
    file = tmp_path / "made.xml"
    file.write_text(DOCUMENT.format(WITH_NOTES), encoding="utf-8")
    made = InMemory(Edition.of([file], tmp_path))
    output = made.rendered(next(output for output in TEXTS if output.proof == kind))
    proof = Proof(made.source, "en")
    assert proof.failures(kind, output) == []
    words, left, code = LOST[fault]
    assert words in output.lower()
    found = proof.failures(kind, re.sub(words, left, output, flags=re.IGNORECASE))
    assert code in {finding.code for finding in found}
    assert all(finding.file and finding.message.startswith(f"{kind}") for finding in found)
