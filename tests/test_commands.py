"""The command line: what is shown of findings, what is listed, and for which programs."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.check.texts import tei
from tests.conftest import ROOT
from variorum.cli import main
from variorum.commands.check import Shown
from variorum.commands.parser import VERBS, parser
from variorum.findings import Diagnostic, Level, render

README = (ROOT / "README.md").read_text(encoding="utf-8")
FOUND = [
    Diagnostic("a.xml", 3, 1, "gap-without-reason", "warning", "no “reason” & <none>", "add one"),
    Diagnostic("a.xml", 4, 1, "gap-without-reason", "warning", "no reason"),
    Diagnostic("b.xml", 0, 0, "grammar-no-schema", "info", "no grammar"),
    Diagnostic("b.xml", 9, 2, "id-duplicate", "error", "twice\x1b"),
]


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A letter with two warnings, an error and an info, in the folder that is current."""
    file = tmp_path / "letter.xml"
    file.write_text(
        tei('<p xml:id="a">A <gap/> sea.</p><p xml:id="a"><gap/></p>'), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return file


@pytest.mark.parametrize(
    ("flags", "shown", "hidden"),
    [
        ([], ["id-duplicate", "gap-without-reason", "no-schema"], []),
        (["--level", "warning"], ["id-duplicate", "gap-without-reason"], ["no-schema"]),
        (["--level", "error"], ["id-duplicate"], ["gap-without-reason", "no-schema"]),
        (["--code", "gap-without-reason"], ["gap-without-reason"], ["id-duplicate"]),
        (["--code", "gap-without-reason,id-duplicate"], ["id-duplicate", "gap-w"], ["no-schema"]),
    ],
)
def test_findings_are_chosen_and_the_status_is_that_of_all(
    flags: list[str],
    shown: list[str],
    hidden: list[str],
    letter: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", letter.name, *flags]) == 1
    said = capsys.readouterr().out
    assert all(word in said for word in shown) and not any(word in said for word in hidden)


def test_a_limit_tells_what_it_hides(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", letter.name, "--limit", "1"]) == 1
    said = capsys.readouterr().out
    assert said.count("letter.xml:") == 1
    assert re.findall(r"^ +(\d+)  (\w+) +([a-z-]+)$", said, re.MULTILINE) == [
        ("1", "error", "id-duplicate"),
        ("2", "warning", "gap-without-reason"),
        ("1", "info", "grammar-no-schema"),
        ("4", "in", "all"),
    ]
    assert "4  in all" in said
    main(["check", letter.name, "--limit", "9"])
    assert "in all" not in capsys.readouterr().out
    main(["check", letter.name, "--summary", "--level", "error"])
    counted, hidden = capsys.readouterr().out.rsplit("\n", 2)[:2]
    assert counted.split() == ["1", "error", "id-duplicate", "1", "in", "all"]
    assert hidden == "3 others are not shown"
    assert main(["check", letter.name, "--summary", "--format", "json"]) == 2


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--code", "gap-without-resaon"], "did you mean gap-without-reason?"),
        (["--limit", "many"], "not a number of findings"),
        (["--level", "fatal"], "invalid choice"),
        (
            ["--sumary"],
            "variorum check: error: --sumary is not known here; did you mean --summary?",
        ),
        (["a.xml", "--limit", "1", "b.xml", "--deep"], "--deep is not known here"),
    ],
)
def test_what_cannot_be_chosen_is_a_wrong_use(
    flags: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", *flags])
    assert stopped.value.code == 2 and said in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["a.xml", "--limit", "1", "b.xml"],
        ["--limit", "1", "a.xml", "b.xml"],
        ["a.xml", "b.xml", "--limit", "1"],
        ["--limit", "1", "--", "a.xml", "b.xml"],
    ],
)
def test_flags_stand_between_files(words: list[str]) -> None:
    options = parser(["check"]).parse_args(["check", *words])
    assert [each.name for each in options.paths] == ["a.xml", "b.xml"] and options.limit == 1
    assert parser(["check"]).parse_args(["check", "--", "-a.xml"]).paths[0].name == "-a.xml"
    assert parser(["check"]).parse_args(["check"]).paths == []


@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_a_level_is_that_level_and_those_above(level: Level) -> None:
    levels = {each.level for each in Shown(level=level).of(FOUND)}
    assert len(levels) == ["error", "warning", "info"].index(level) + 1 and level in levels


def test_all_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 200 and lines == sorted(lines)
    assert any(line.startswith("gap-without-reason ") for line in lines)


def test_servers_read_findings_as_test_results() -> None:
    root = etree.fromstring(render(FOUND, "junit").encode())
    assert (root.get("tests"), root.get("failures")) == ("4", "3")
    assert [suite.get("name") for suite in root] == ["a.xml", "b.xml"]
    cases = list(root.iter("testcase"))
    assert cases[0].get("name") == "3:1 gap-without-reason"
    assert cases[0].find("failure").get("message") == "no “reason” & <none>"
    assert cases[0].find("failure").text.endswith("help: add one")
    assert cases[2].find("failure") is None and "no grammar" in cases[2].find("system-out").text
    passed = etree.fromstring(render([], "junit").encode())
    assert [case.getchildren() for case in passed.iter("testcase")] == [[]]


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_shell_completes_verbs_and_flags(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "--self-contained" in script and all(verb in script for verb in VERBS)


def test_bash_reads_the_completion(tmp_path: Path) -> None:
    script = tmp_path / "completion"
    with script.open("w") as file:
        subprocess.run(
            [sys.executable, "-m", "variorum", "completion", "bash"], stdout=file, check=True
        )
    asked = "COMP_WORDS=(variorum ch); COMP_CWORD=1; _shtab_variorum; echo ${COMPREPLY[@]}"
    run = subprocess.run(
        ["bash", "-c", f"source {script}; {asked}"], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["check"]


def test_every_flag_has_help() -> None:
    for verb in VERBS:
        text = _verb(verb).format_help()
        assert text.splitlines()[0].startswith(f"usage: variorum {verb}")
        for action in _verb(verb)._actions:
            assert action.help, f"{verb} {action.option_strings or action.dest}"


def _verb(name: str) -> argparse.ArgumentParser:
    actions = parser([name])._actions
    (verbs,) = (each for each in actions if isinstance(each, argparse._SubParsersAction))
    verb: argparse.ArgumentParser = verbs.choices[name]
    return verb


def test_one_verb_loads_its_own_flags_alone() -> None:
    code = (
        "import sys; from variorum.cli import main\n"
        "try: main(['check', '--help'])\n"
        "finally: print([m for m in sys.modules if m.startswith('variorum.commands.')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert "commands.check" in run.stdout and "commands.package" not in run.stdout


def test_the_readme_tells_the_statuses() -> None:
    from variorum.commands.status import BAD, GOOD, STOPPED, USAGE

    rows = dict(re.findall(r"^\| (\d+) \| (.*) \|$", README, re.MULTILINE))
    assert {int(row) for row in rows} == {GOOD, BAD, USAGE, STOPPED}


def test_who_begins_is_told_the_verbs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 2
    told = capsys.readouterr().err
    assert all(verb in told for verb in ("new", "check", "build"))
    assert main(["chek"]) == 2
    assert "did you mean check?" in capsys.readouterr().err
    assert main(["explain", "gap"]) == 2
    assert "gap-without-extent or gap-without-reason?" in capsys.readouterr().err
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 1
    assert "variorum new DIR" in capsys.readouterr().err
