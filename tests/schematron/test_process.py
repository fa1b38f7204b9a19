"""Our own rules in another process find what they find here; a file ends it for itself alone."""

from __future__ import annotations

import json
import subprocess
import sys
import weakref
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.runs import variorum
from variorum.check import check, schemas
from variorum.findings import render
from variorum.schema.schematron_process import SchematronProcess, load
from variorum.source import Edition, Source

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only on Linux a process can be copied"
)
_RULES = ROOT / "tei" / "schema" / "edition.sch"
_CASES = ROOT / "tests" / "cases" / "check"
_MODULES = """
import sys
from pathlib import Path
from variorum.check import check
from variorum.source import Edition

check(Edition.here(Path(sys.argv[1])))
print(*(name for name in sys.modules if name.startswith(("variorum", "saxonche"))))
"""


def test_the_same_is_found_here_and_in_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted(_CASES.glob("app-*/*.xml"))[:4]
    names = [file.relative_to(ROOT).as_posix() for file in files]
    there = variorum(ROOT, "check", "--format", "json", *names)
    monkeypatch.setattr(schemas, "can_fork", lambda: False)
    here = check(Edition.of([Path(name) for name in names], Path()))
    assert json.loads(there.stdout) == json.loads(render(here, "json"))
    assert {finding.code for finding in here} & {"app-from-missing", "app-reversed"}


def test_saxon_works_beside_the_check_and_few_modules_are_needed() -> None:
    """What a check imports is most of what it takes: a module more needs a reason."""
    command = [sys.executable, "-c", _MODULES, str(ROOT)]
    modules = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert "saxonche" not in modules
    assert len(modules.split()) <= 70


def test_a_file_that_ends_the_process_is_told_and_the_next_is_judged(tmp_path: Path) -> None:
    path = tmp_path / "good.xml"
    path.write_bytes((ROOT / "tei" / "lukin-note.xml").read_bytes())
    source = Source(path, "good.xml")
    process = load(_RULES, phase="#ALL")
    process.begin(source)
    process._worker.process.kill()
    with pytest.raises(ChildProcessError):
        process.validate(source)
    assert process.validate(source) == []


def test_a_file_that_was_begun_and_left_is_forgotten() -> None:
    process = SchematronProcess(_RULES, "#ALL")
    note = Source(ROOT / "tei" / "lukin-note.xml", "note")
    wrong = next(_CASES.glob("app-reversed/*.xml"))
    process.begin(Source(wrong, "wrong"))
    assert process.validate(note) == []


def test_a_process_that_is_kept_no_longer_ends(tmp_path: Path) -> None:
    first = load(_copy(tmp_path, 0), phase="#ALL")
    assert load(_copy(tmp_path, 0), phase="#ALL") is first
    process = weakref.ref(first._worker)
    number = first._worker.process.pid
    del first
    for copy in range(1, 6):
        load(_copy(tmp_path, copy), phase="#ALL")
    assert process() is None
    assert not Path(f"/proc/{number}").exists()


def _copy(folder: Path, number: int) -> Path:
    path = folder / f"{number}.sch"
    path.write_bytes(_RULES.read_bytes())
    return path
