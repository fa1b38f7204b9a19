"""The proof finds a word too few, too many, elsewhere, or in the wrong text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.apparatus.made import CASES, Made, failed, made, saxon
from tests.conftest import ROOT
from variorum.build import Build
from variorum.diagnostics import VariorumError
from variorum.edition import Edition
from variorum.proof import Proof


@pytest.fixture(scope="module")
def ferry() -> Made:
    return made(CASES / "parallel.xml")


OUTPUTS = [
    ("html", "html/ferry.html", ""),
    ("html", "html/ferry.D.html", "D"),
    ("text", "text/ferry.txt", ""),
    ("text", "text/ferry.D.txt", "D"),
    ("text", "text/ferry.E.txt", "E"),
    ("print", "print/ferry.typ", ""),
]

FAULTS: dict[str, Callable[[str], str]] = {
    "lost": lambda text: text.replace("king", "", 1),
    "doubled": lambda text: text.replace("king", "king king", 1),
    "changed": lambda text: text.replace("king", "queen", 1),
    "joined": lambda text: text.replace("king ", "king", 1),
    "moved": lambda text: text.replace("a king", "king a", 1),
}


@pytest.mark.parametrize(("kind", "name", "siglum"), OUTPUTS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_an_output_is_found(
    ferry: Made, kind: str, name: str, siglum: str, fault: str
) -> None:
    output = ferry.outputs[name]
    at = output.index("Once")
    broken = output[:at] + FAULTS[fault](output[at:])
    assert broken != output
    assert not ferry.proof.failures(kind, output, siglum)
    found = ferry.proof.failures(kind, broken, siglum)
    assert [one.code for one in found] == ["proof-failed"]
    assert 45 <= found[0].line <= 51, found[0].message
    assert (f"witness {siglum}" if siglum else "reading text") in found[0].message


def test_a_reading_in_the_wrong_text_is_found(ferry: Made) -> None:
    found = ferry.proof.failures("text", ferry.outputs["text/ferry.C.txt"], "D")
    assert [one.code for one in found] == ["proof-failed"]


def test_curled_quotation_marks_are_forgiven_and_nothing_else(ferry: Made) -> None:
    page = ferry.outputs["html/ferry.F.html"]
    assert "i’ th’" in page
    assert not ferry.proof.failures("html", page.replace("i’ th’", "i' th'"), "F")
    assert ferry.proof.failures("html", page.replace("i’ th’", "i th"), "F")


def test_an_edition_s_own_build_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tei").mkdir()
    text = (CASES / "parallel.xml").read_text(encoding="utf-8")
    (tmp_path / "tei" / "ferry.xml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(
        "variorum.proof.tei.Reader.text", lambda _reader, siglum="": "other words" if siglum else ""
    )
    build = Build(Edition.here(tmp_path), tmp_path / "output", ("text",), saxon=saxon())
    with pytest.raises(VariorumError) as caught:
        build.run()
    assert [one.code for one in caught.value.findings] == ["proof-failed"]
    assert not (tmp_path / "output" / "text" / "ferry.txt").exists()


def test_the_note_passes() -> None:
    edition = Edition.here(ROOT)
    for source in edition.documents:
        proof = Proof(source, "en")
        for siglum in ("", *proof.reader.sigla):
            assert proof.reader.text(siglum).strip()


def test_the_reader_uses_no_stylesheet() -> None:
    for module in (ROOT / "variorum" / "proof").glob("*.py"):
        assert not re.search(r"import.*saxon", module.read_text(encoding="utf-8")), module


def test_all_texts_of_all_cases_pass(ferry: Made) -> None:
    assert not failed(ferry)
