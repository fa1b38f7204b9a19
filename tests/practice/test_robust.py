"""What is wrong with a file of whatever kind is told, and nothing else stops for it."""

from __future__ import annotations

import csv
import json
import shutil
import time
from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.conftest import ROOT
from tests.runs import variorum
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.check import check
from variorum.findings import FORMS, Diagnostic, VariorumError, render
from variorum.outputs.registry import outputs_of
from variorum.package.verify.verify import verify
from variorum.proof import Proof
from variorum.source import Edition, Settings
from variorum.transcripts.tei import Import

BUILT = Path(__file__).parent / "robust"
OTHERS = ROOT / "tests" / "cases" / "robust"


def _found(path: Path, schema: Path | None = None) -> list[Diagnostic]:
    return check(Edition.of([path], path.parent), schema)


def _told(findings: list[Diagnostic], code: str) -> list[tuple[int, str, str]]:
    return [(each.line, each.message, each.help) for each in findings if each.code == code]


def test_an_address_that_is_none_is_told_at_its_place() -> None:
    (found,) = _told(_found(BUILT / "model-href-bad.xml"), "schema-missing")
    assert found[:2] == (1, "//[::1 is no address")


ADDRESSES = ("//[::1", "http://[::1/a#b", "a%00.xml#b", "c" * 5000 + "#b", "//a\u2100b/c#d", "/#a")
"""What no system has as a path, and what is no address."""
_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
_SCHEMATRON = 'schematypens="http://purl.oclc.org/dsdl/schematron"'


@pytest.mark.parametrize("number", range(len(ADDRESSES)))
def test_no_address_stops_the_check(number: int, tmp_path: Path) -> None:
    address = ADDRESSES[number]
    texts = {
        "grammar": f'<?xml-model href="{address}"?>' + _TEI.format("<text/>"),
        "rules": f'<?xml-model href="{address}" {_SCHEMATRON}?>' + _TEI.format("<text/>"),
        "pointer": _TEI.format(f'<text><ref target="{address}"/><lem wit="{address}"/></text>'),
        "included": _TEI.format(
            f'<text><include xmlns="http://www.w3.org/2001/XInclude" href="{address}"/></text>'
        ),
    }
    for name, text in texts.items():
        file = tmp_path / f"{name}.xml"
        file.write_text(text, encoding="utf-8")
        assert "check-failed" not in {each.code for each in _found(file)}, name


def test_a_cure_can_be_written_as_it_stands() -> None:
    (found,) = _told(_found(BUILT / "proof-latex-quote.xml"), "wit-without-hash")
    assert found[2] == 'write wit="#&quot;"'


@pytest.mark.parametrize(
    ("case", "code", "line", "message"),
    [
        ("change-impossible-date", "date-impossible", 1, "there is no day “2024-02-30”"),
        ("print-date-invalid", "date-impossible", 2, "there is no day “1900-02-29”"),
        ("char-c1", "character-left-out", 1, "U+0092 is no character of a text: it is left out"),
        (
            "char-reserved",
            "character-left-out",
            1,
            "U+FDD0 is no character of a text: it is left out",
        ),
        ("char-feff", "character-left-out", 1, "U+FEFF is no character of a text: it is left out"),
        (
            "two-witness-same-id",
            "id-duplicate",
            1,
            "xml:id “A” is used already, by <witness> at 1:183",
        ),
    ],
)
def test_what_is_invalid_is_a_finding(case: str, code: str, line: int, message: str) -> None:
    found = _told(_found(BUILT / f"{case}.xml"), code)
    assert [each[:2] for each in found] == [(line, message)]


def test_a_character_of_windows_has_its_cure() -> None:
    (found,) = _told(_found(BUILT / "char-c1.xml"), "character-left-out")
    assert found[2].startswith("write ’")


@pytest.mark.parametrize("form", FORMS)
def test_no_printed_form_lets_a_file_control_what_reads_it(form: str) -> None:
    found = _found(BUILT / "terminal-control.xml")
    text = render(found, form, text=lambda _: (BUILT / "terminal-control.xml").read_text("utf-8"))
    assert not [sign for sign in text if ord(sign) < 32 and sign != "\n"]
    assert not set(text) & {"\x9b", "\u202e", "\u2028"}
    commands = [line for line in text.split("\n") if line.startswith("::")]
    beginnings = tuple(f"::{name} file=" for name in ("error", "warning", "notice"))
    assert all(line.startswith(beginnings) for line in commands)
    assert not [line for line in commands if line.startswith("::error file=x")]


def test_a_let_of_a_pattern_serves_in_contexts() -> None:
    (found,) = _told(_found(OTHERS / "sch" / "pattern-let.xml"), "schematron")
    assert found[1] == "points nowhere"


def test_what_is_not_allowed_is_removed_before_it_is_judged() -> None:
    """Section 4.20 of the specification of RELAX NG stands before 7.2."""
    found = _found(OTHERS / "rng-notallowed.xml", OTHERS / "rng-notallowed.rng")
    assert [each.code for each in found] == ["not-tei"]


def test_a_pattern_of_a_stranger_takes_no_longer_than_its_text() -> None:
    folder = OTHERS / "rng-regex"
    begun = time.process_time()
    for name in ("d22", "d24", "d26", "doc"):
        found = _found(folder / f"{name}.xml", folder / "g.rng")
        assert "grammar-text-value" in {each.code for each in found}
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("name", ["verify-filedir.zip", "verify-long.zip"])
def test_a_hostile_zip_is_refused_with_a_reason(name: str) -> None:
    with pytest.raises(VariorumError) as raised:
        verify(OTHERS / name)
    (found,) = raised.value.findings
    assert (found.level, found.code) == ("error", "package-zip-broken")
    assert found.message.startswith("cannot be unzipped: ")


def _imported(name: str) -> tuple[str, list[str]]:
    imported = Import(OTHERS / name, Settings().imports, "", "", False)
    tei = imported.tei("text", "text.xml")
    text = tei.decode() if isinstance(tei, bytes) else tei
    return text[text.index("<body>") :], [each.code for each in imported.findings]


def test_a_note_within_itself_is_told() -> None:
    body, codes = _imported("footnote-self.md")
    assert "import-note" in codes and body.count("<note") == 1


def test_notes_that_follow_each_other_are_two() -> None:
    body, codes = _imported("footnotes-consecutive.md")
    assert "import-note" not in codes
    assert body.count('<note type="authorial">end</note>') == 2
    assert "see note<note" in body


def test_no_cell_of_a_table_is_a_formula_unless_it_is_asked_for(tmp_path: Path) -> None:
    edition = Edition.of([BUILT / "csv-formula.xml"], BUILT)
    build(edition, tmp_path, ("text",), saxon=warm_saxon())
    assert not [cell for cell in _cells(tmp_path) if cell.startswith(tuple("=+-@\t"))]
    raw = plan(edition, outputs_of(("text",), raw=True))
    run(raw, tmp_path, Proof, saxon=warm_saxon())
    assert [cell for cell in _cells(tmp_path) if cell.startswith("=cmd")]


def _cells(output: Path) -> list[str]:
    file = output / "text" / "csv-formula.collation.csv"
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return [cell for row in csv.reader(opened) for cell in row]


def test_names_of_documents_and_witnesses_do_not_collide(tmp_path: Path) -> None:
    folder = shutil.copytree(BUILT / "collision", tmp_path / "given")
    made = build(Edition.of([folder], folder), tmp_path / "out", ("text",), saxon=warm_saxon())
    assert len({name.casefold() for name in made.written}) == len(made.written)
    assert set(made.files) == {"a", "a-B"}


def test_output_that_cannot_hold_a_letter_is_written_as_it_can_be(tmp_path: Path) -> None:
    case = BUILT / "cyrillic.xml"
    for command in (("check",), ("check", "--format", "json"), ("text", "--witness", "")):
        done = variorum(tmp_path, *command, str(case), PYTHONIOENCODING="ascii:strict")
        assert "Traceback" not in done.stderr and "\\u0416" in done.stdout, command
    done = variorum(tmp_path, "check", "--format", "json", str(case), PYTHONIOENCODING="ascii")
    assert "#Ж" in json.loads(done.stdout)[-1]["message"]
