"""A document that takes too long, or too much memory, is told, and the others are made."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.building import warm_saxon
from tests.conftest import ROOT, SLOW
from tests.runs import tree, variorum
from variorum.build import endable
from variorum.build.plan import plan
from variorum.build.run import Result, run
from variorum.build.worker import RunContext, TaskWorker
from variorum.check import check
from variorum.check.every_rule import FILE
from variorum.check.scan import Index
from variorum.engines import typst
from variorum.engines.watchdog import Watchdog
from variorum.findings import Diagnostic
from variorum.outputs.registry import outputs_of
from variorum.proof import Proof
from variorum.source import Edition, Settings
from variorum.source.settings import LimitSettings

NAMES = "abcd"
ENDLESS = "b"
_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{0}"><teiHeader><fileDesc><titleStmt>'
    "<title>Title {0}</title></titleStmt><publicationStmt><p>Invented.</p></publicationStmt>"
    "<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>"
    "<text><body><p>Words of {0}.{1}</p></body></text></TEI>"
)
_MARK = '<hi rend="endless">x</hi>'
_OWN = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0">
  <xsl:import href="urn:variorum:html"/>
  <xsl:template match="tei:hi[@rend = 'endless']" mode="#all">
    <xsl:call-template name="endless"/>
  </xsl:template>
  <xsl:template name="endless"><xsl:call-template name="endless"/></xsl:template>
</xsl:stylesheet>
"""
_SETTINGS = '[tool.variorum]\nsite.stylesheet = "own.xsl"\nlimits.seconds = {0}\n'
_ENOUGH = 30
"""Seconds in which any other document is made, on a machine that has much else to do."""
_ELSEWHERE = """
import sys
from variorum.engines import processes
from variorum.source.settings import LimitSettings
processes.can_fork = lambda: False
LimitSettings.__init__.__defaults__ = ({0}, 8000)
from variorum.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The command on a system where processes cannot be copied."""


@pytest.fixture(name="edition")
def _edition(tmp_path: Path) -> Edition:
    """Four documents; Saxon finds no end of a page of one of them."""
    folder = tmp_path / "given"
    folder.mkdir()
    for name in NAMES:
        text = _TEI.format(name, _MARK if name == ENDLESS else "")
        (folder / f"{name}.xml").write_text(text, encoding="utf-8")
    (folder / "own.xsl").write_text(_OWN, encoding="utf-8")
    (folder / "pyproject.toml").write_text(_SETTINGS.format(_ENOUGH), encoding="utf-8")
    return Edition.of([folder], folder)


class _Process:
    """Stands for the other process: it ends at one call."""

    ends_at: Callable[[str, tuple[Any, ...]], Exception | None]
    begun = 0

    def __init__(self, *, megabytes: int, **_: object) -> None:
        assert megabytes == LimitSettings().megabytes
        self.ended = False
        _Process.begun += 1

    def ask(self, function: Callable[..., Any], *arguments: Any, seconds: float) -> Any:
        assert seconds == LimitSettings().seconds
        if error := _Process.ends_at(function.__name__, arguments):
            self.ended = True
            raise error
        return function(*arguments)


def _built(
    edition: Edition,
    output: Path,
    monkeypatch: pytest.MonkeyPatch,
    ends_at: Callable[[str, tuple[Any, ...]], Exception | None],
    formats: tuple[str, ...] = ("text",),
) -> Result:
    """A build in which the process that makes all ends as it is said."""

    def worker(context: RunContext, *, few: bool) -> TaskWorker:
        assert few
        return TaskWorker(context, warm_saxon())

    monkeypatch.setattr(_Process, "ends_at", staticmethod(ends_at), raising=False)
    monkeypatch.setattr(_Process, "begun", 0)
    monkeypatch.setattr(endable, "Worker", _Process)
    monkeypatch.setattr(endable, "TaskWorker", worker)
    monkeypatch.setattr("variorum.build.run.started", lambda: False)
    monkeypatch.setattr("variorum.build.run.is_endable", lambda *_, **__: True)
    monkeypatch.setattr(typst, "pdf", lambda *_, **__: (b"%PDF", []))
    plain = replace(edition, settings=Settings())
    return run(plan(plain, outputs_of(formats)), output, Proof)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (TimeoutError(), "it takes more than 1800 seconds, and was ended"),
        (ChildProcessError("SIGABRT"), "its process has ended (SIGABRT): it may fill more than"),
    ],
)
def test_a_short_document_that_meets_a_limit_leaves_the_others(
    edition: Edition,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    message: str,
) -> None:
    def at_one(function: str, arguments: tuple[Any, ...]) -> Exception | None:
        is_it = function == "_document" and arguments[0].source.id == ENDLESS
        return error if is_it else None

    made = _built(edition, tmp_path / "out", monkeypatch, at_one)
    (found,) = made.findings
    assert (found.file, found.code) == ("b.xml", "document-limit") and message in found.message
    assert set(made.written) == {f"text/{name}.txt" for name in "acd"}
    assert _Process.begun == 2


def test_a_pdf_that_was_begun_when_the_process_ended_is_made_again(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_one(function: str, arguments: tuple[Any, ...]) -> Exception | None:
        is_it = function == "_document" and arguments[0].source.id == ENDLESS
        return TimeoutError() if is_it else None

    made = _built(edition, tmp_path / "out", monkeypatch, at_one, ("pdf",))
    assert {each.file for each in made.findings} == {"b.xml"}
    assert {f"pdf/{name}.pdf" for name in "acd"} < set(made.written)


def test_a_pdf_that_meets_a_limit_leaves_the_rest_of_its_document(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_one(function: str, arguments: tuple[Any, ...]) -> Exception | None:
        is_it = function == "_file" and arguments[0].id == ENDLESS
        return TimeoutError() if is_it else None

    made = _built(edition, tmp_path / "out", monkeypatch, at_one, ("text", "pdf"))
    (found,) = made.findings
    assert found.file == "b.xml" and found.message.startswith("pdf/b.pdf: it takes more than")
    assert {f"text/{name}.txt" for name in NAMES} < set(made.written)
    assert {f"pdf/{name}.pdf" for name in "acd"} < set(made.written)


def test_an_output_of_the_site_that_meets_a_limit_leaves_the_others(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_one(function: str, arguments: tuple[Any, ...]) -> Exception | None:
        is_it = function == "_site" and "search" in {output.name for output in arguments[1]}
        return TimeoutError() if is_it else None

    made = _built(edition, tmp_path / "out", monkeypatch, at_one, ("html",))
    assert {(each.file, each.code) for each in made.findings} == {("search", "document-limit")}
    assert {"html/index.html", "html/a.html", "html/b.html"} < set(made.written)


def test_a_step_of_the_check_that_finds_no_end_leaves_the_others(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(index: Index) -> list[Diagnostic]:
        if index.name == "b.xml":
            re.match("(a*)*b", "a" * 60)
        return []

    check(replace(edition, settings=Settings()))  # what is loaded once takes long
    monkeypatch.setitem(FILE, "endless", endless)
    limited = replace(edition, settings=Settings(limits=LimitSettings(4)))
    found = [each for each in check(limited) if each.code != "grammar-no-schema"]
    assert [(each.file, each.code, each.message) for each in found] == [
        ("b.xml", "check-failed", "the rule endless: it takes more than 4 seconds")
    ]


def test_where_no_process_can_be_copied_the_run_ends_and_names_the_document() -> None:
    code = (
        "import re\nfrom variorum.engines.watchdog import Watchdog\nwatchdog = Watchdog(2)\n"
        "with watchdog.watching('a.xml'):\n    pass\n"
        "with watchdog.watching('b.xml'):\n    re.match('(a*)*b', 'a' * 60)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert done.stderr.startswith("b.xml: takes more than 2 seconds, and the run was ended")


def test_who_is_watched_is_left_alone_in_time() -> None:
    watchdog = Watchdog(1)
    for _ in range(4):
        with watchdog.watching("a.xml"):
            time.sleep(0.4)
    time.sleep(1.2)  # nothing is at work
    watchdog.close()


@SLOW
def test_a_build_goes_on_where_saxon_finds_no_end(edition: Edition, tmp_path: Path) -> None:
    done = variorum(edition.root, "build", ".", "--output", str(tmp_path / "out"))
    assert done.returncode == 1, done.stderr
    assert f"b.xml: error[document-limit]: it takes more than {_ENOUGH} seconds" in done.stderr
    made = tree(tmp_path / "out").keys()
    for name in "acd":
        assert {f"html/{name}.html", f"text/{name}.txt", f"pdf/{name}.pdf"} < made
    assert "html/b.html" not in made and {"html/index.html", "manifest.json"} < made


def _elsewhere(
    folder: Path, output: Path, seconds: int = LimitSettings().seconds
) -> subprocess.CompletedProcess[str]:
    """A build there, with a limit that the settings do not name."""
    code = _ELSEWHERE.format(seconds)
    return subprocess.run(
        [sys.executable, "-c", code, "build", ".", "--output", str(output)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@SLOW
def test_elsewhere_a_build_of_few_documents_ends_and_names_it(
    edition: Edition, tmp_path: Path
) -> None:
    settings = edition.root / "pyproject.toml"
    settings.write_text(_SETTINGS.replace("limits.seconds = {0}\n", ""), encoding="utf-8")
    done = _elsewhere(edition.root, tmp_path / "out", _ENOUGH)
    assert done.returncode not in (0, 1)
    assert f"b.xml: takes more than {_ENOUGH} seconds, and the run was ended" in done.stderr


@SLOW
def test_elsewhere_settings_with_a_limit_have_a_process_of_their_own(
    edition: Edition, tmp_path: Path
) -> None:
    done = _elsewhere(edition.root, tmp_path / "out")
    assert done.returncode == 1
    assert "b.xml: error[document-limit]" in done.stderr
    assert {f"text/{name}.txt" for name in "acd"} < tree(tmp_path / "out").keys()


@SLOW
def test_a_package_that_finds_no_end_leaves_the_others(tmp_path: Path) -> None:
    """The note, and a copy of it that has no end."""
    root = tmp_path / "edition"
    shutil.copytree(ROOT / "tei", root / "tei")
    (root / "own.xsl").write_text(_OWN, encoding="utf-8")
    (root / "pyproject.toml").write_text(_SETTINGS.format(2 * _ENOUGH), encoding="utf-8")
    (note,) = (root / "tei").glob("lukin*.xml")
    text = note.read_text(encoding="utf-8")
    wrong = re.sub(r'xml:id="lukin-note"', 'xml:id="endless"', text, count=1)
    end = wrong.rindex("</p>")
    note.with_name("endless.xml").write_text(wrong[:end] + _MARK + wrong[end:], encoding="utf-8")
    done = variorum(root, "package")
    assert done.returncode == 1, done.stderr
    assert f"endless.xml: error[document-limit]: it takes more than {2 * _ENOUGH}" in done.stderr
    assert "not packaged: tei/endless.xml" in done.stderr
    assert "lukin-note" in done.stdout and done.stdout.count("written") == 1
