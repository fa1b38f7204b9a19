"""Characters no font has: named, shown to be missing, and cured by a folder of fonts.

`fonts/boxes.ttf` was drawn for these tests: a box for each of the four Chinese characters of the
cases.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.building import build
from tests.conftest import slow
from tests.print.conftest import CASES, Printed, print_edition
from tests.vocabulary.documents import document_of
from variorum.engines import compilers
from variorum.findings import Diagnostic
from variorum.source import Edition, Settings
from variorum.source.settings import PrintSettings

FONTS = Path(__file__).parent / "fonts"


def _edition(folder: Path, fonts: str, *names: str) -> Edition:
    for name in names:
        shutil.copy(CASES / name, folder)
    edition = Edition.of([folder / name for name in names], folder)
    return replace(edition, settings=Settings(print=PrintSettings(fonts)))


def test_a_character_without_a_font_is_a_finding_with_its_place(cases: dict[str, Printed]) -> None:
    (finding,) = cases["languages"].findings
    assert finding.code == "print-glyph-missing"
    assert finding.level == "warning"
    lines = cases["languages"].source.read_text(encoding="utf-8").splitlines()
    assert lines[finding.line - 1][finding.column - 1] == "磨"
    assert "“磨” (U+78E8), “坊” (U+574A)" in finding.message
    assert "(Han)" in finding.message
    assert "[tool.variorum.print] fonts" in finding.help


def test_it_is_printed_as_an_empty_square(cases: dict[str, Printed]) -> None:
    assert "In Chinese □□." in cases["languages"].structure().text()


def test_a_name_in_a_script_without_a_font_is_left_out(cases: dict[str, Printed]) -> None:
    assert cases["names"].findings == []
    text = cases["names"].structure().text()
    assert "Ada of the Mill, Ада с мельницы, born" in text
    assert "□" not in text


def test_a_folder_of_fonts_is_the_cure(tmp_path: Path) -> None:
    shutil.copytree(FONTS, tmp_path / "faces")
    edition = _edition(tmp_path, "faces", "languages.xml", "names.xml", "register.xml")
    printed = print_edition(edition, tmp_path / "out")
    assert printed["languages"].findings == []
    assert "In Chinese 磨坊." in printed["languages"].structure().text()
    assert "Ada of the Mill, 磨坊艾达, Ада с мельницы" in printed["names"].structure().text()
    with printed["languages"].open() as pdf:
        names = {str(each.FontName) for each in pdf.objects if _is_descriptor(each)}
    assert any(name.endswith("VariorumBoxes") for name in names)


def test_only_the_fonts_of_the_compiler_are_used(note: Printed) -> None:
    with note.open() as pdf:
        names = {str(each.FontName)[8:] for each in pdf.objects if _is_descriptor(each)}
    assert {name.split("-")[0] for name in names} == {"LibertinusSerif"}


@pytest.mark.parametrize("fonts", ["nowhere", "empty"])
def test_a_folder_without_fonts_is_told(tmp_path: Path, fonts: str) -> None:
    (tmp_path / "empty").mkdir()
    edition = _edition(tmp_path, fonts, "languages.xml")
    (finding,) = build(edition, tmp_path / "out", ("pdf",)).findings
    assert (finding.code, finding.level) == ("print-fonts-missing", "error")
    assert fonts in finding.message
    assert not (tmp_path / "out" / "pdf").exists()


def _is_descriptor(thing: object) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"


def test_a_paragraph_may_have_any_number_of_them(tmp_path: Path) -> None:
    slow()
    document = document_of(tmp_path, f"<p>{'山 ' * 600}</p>")
    result = build(Edition.of([document], tmp_path), tmp_path / "output", ("pdf",))
    assert [finding.code for finding in result.findings] == ["print-glyph-missing"]
    assert any(name.endswith(".pdf") for name in result.written)


@pytest.mark.parametrize(
    ("words", "script", "face"),
    [("قفا نبك", "Arabic", "Noto Naskh Arabic"), ("Հայերեն", "Armenian", "Noto Serif Armenian")],
)
def test_a_script_without_a_face_for_texts_is_told(
    tmp_path: Path, words: str, script: str, face: str
) -> None:
    path = document_of(tmp_path, f"<p>Καὶ τῇ, слово, שלום\n{words}</p>")
    (finding,) = _print_findings(Edition.of([path], tmp_path), tmp_path)
    assert (finding.code, finding.level) == ("print-face-strange", "warning")
    assert script in finding.message and face in finding.help
    text = path.read_text(encoding="utf-8").splitlines()
    assert text[finding.line - 1][finding.column - 1] == words[0]


def test_letters_of_a_chosen_face_are_not_strange(tmp_path: Path) -> None:
    shutil.copytree(FONTS, tmp_path / "faces")
    edition = Edition.of([document_of(tmp_path, "<p>磨坊</p>")], tmp_path)
    chosen = replace(edition, settings=Settings(print=PrintSettings("faces")))
    assert _print_findings(chosen, tmp_path) == []


def _print_findings(edition: Edition, folder: Path) -> list[Diagnostic]:
    findings = build(edition, folder / "out", ("pdf",)).findings
    return [finding for finding in findings if finding.code.startswith("print-")]


def test_faces_for_texts_come_before_others() -> None:
    given = ["Aref Kufi", "DejaVu Mono", "Noto Naskh Arabic", "Noto Sans Arabic", "Zar Serif"]
    found = sorted(given, key=compilers._for_texts)
    assert found == [
        "Noto Naskh Arabic",
        "Zar Serif",
        "Aref Kufi",
        "Noto Sans Arabic",
        "DejaVu Mono",
    ]
