"""What stops at one document is told of it, and all the rest is made."""

from __future__ import annotations

import errno
import multiprocessing
import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.building import warm_saxon
from variorum import cli
from variorum.build.plan import Plan, plan
from variorum.build.run import Result, run
from variorum.check import check
from variorum.check.every_rule import EDITION, FILE
from variorum.check.scan import scan
from variorum.check.schemas import Schemas
from variorum.commands.build import run_build
from variorum.engines import typst
from variorum.engines.processes import Beside
from variorum.engines.saxon import TransformError
from variorum.findings import Diagnostic, VariorumError
from variorum.model.modeller import DocumentModel
from variorum.model.pictures import pictures_of
from variorum.model.summary import read_summary
from variorum.outputs.guidelines import GUIDELINES
from variorum.outputs.output import Made, SiteOutput
from variorum.outputs.registry import FORMATS, outputs_of
from variorum.outputs.renderer import Renderer
from variorum.proof import Proof
from variorum.proof.codes import PROOF_FAILED
from variorum.relaxng import Schema
from variorum.source import Edition, Source

NAMES = "abcde"
WRONG = "c"
_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{0}"><teiHeader><fileDesc><titleStmt>'
    "<title>Title {0}</title></titleStmt><publicationStmt><p>Invented.</p></publicationStmt>"
    '<sourceDesc><listWit><witness xml:id="W">W</witness><witness xml:id="V">V</witness></listWit>'
    "</sourceDesc></fileDesc></teiHeader><text><body><p>Words of {0} and "
    '<app><lem wit="#W">more</lem><rdg wit="#V">less</rdg></app>.</p></body></text></TEI>'
)


@pytest.fixture(name="edition")
def _edition(tmp_path: Path) -> Edition:
    """Five documents of a stranger."""
    folder = tmp_path / "given"
    folder.mkdir()
    for name in NAMES:
        (folder / f"{name}.xml").write_text(_TEI.format(name), encoding="utf-8")
    return Edition.of([folder], folder)


def _pdf(_markup: str, source: Source, *_: object, **__: object) -> tuple[bytes, list[Diagnostic]]:
    return b"%PDF of " + source.id.encode(), []


@pytest.fixture(autouse=True)
def _quick_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst is not what is tested."""
    monkeypatch.setattr(typst, "pdf", _pdf)


def _built(edition: Edition, output: Path, prove: Any = Proof, **more: Any) -> Result:
    return run(plan(edition, outputs_of(FORMATS)), output, prove, saxon=warm_saxon(), **more)


ERRORS = {
    "a fault": (ValueError("odd"), "ValueError: odd", "fault of the program"),
    "a stylesheet": (TransformError("XPTY0004 odd\nmore"), "TransformError: XPTY0004 odd", "fault"),
    "memory": (MemoryError(), "not enough memory", "divide the file"),
    "depth": (RecursionError("maximum"), "too deep", "less deep"),
    "the disk": (OSError(errno.ENOSPC, "No space left"), "No space left", "there is room"),
}


@pytest.mark.parametrize("kind", ERRORS)
def test_who_is_at_fault_is_told(kind: str, edition: Edition, tmp_path: Path) -> None:
    error, message, cure = ERRORS[kind]

    def prove(source: Source, language: str, whole: Edition) -> Proof:
        if source.id == WRONG:
            raise error
        return Proof(source, language, whole)

    only_text = plan(edition, outputs_of(("text",)))
    (found,) = run(only_text, tmp_path / "out", prove, saxon=warm_saxon()).findings
    assert (found.file, found.code) == ("c.xml", "proof-stopped")
    assert message in found.message and cure in found.help
    assert ("fault of the program" in found.help) == (kind in ("a fault", "a stylesheet"))


def _stops_at(method: Any, wrong: Callable[..., bool]) -> Callable[..., Any]:
    def stopped(*arguments: Any, **more: Any) -> Any:
        if wrong(*arguments):
            raise ValueError("odd")
        return method(*arguments, **more)

    return stopped


def _of_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = Source.text.fget  # type: ignore[attr-defined]
    monkeypatch.setattr(Source, "text", property(_stops_at(text, lambda s: s.id == WRONG)))


def _of_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = _stops_at(pictures_of, lambda source, _: source.id == WRONG)
    monkeypatch.setattr("variorum.model.modeller.pictures_of", stops)


def _of_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = _stops_at(read_summary, lambda xml: "Title c" in xml)
    monkeypatch.setattr("variorum.model.modeller.read_summary", stops)


def _of_rendering(driver: str) -> Callable[[pytest.MonkeyPatch], None]:
    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        stops = _stops_at(
            Renderer.text,
            lambda _self, document, _model, path, *_: (
                document.source.id == WRONG and path.stem == driver
            ),
        )
        monkeypatch.setattr(Renderer, "text", stops)

    return patch


def _of_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = _stops_at(
        DocumentModel.witness, lambda self, siglum: (self.source.id, siglum) == (WRONG, "V")
    )
    monkeypatch.setattr(DocumentModel, "witness", stops)


def _of_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typst, "pdf", _stops_at(_pdf, lambda _, source, *__: source.id == WRONG))


def _of_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = _stops_at(
        Proof.failures, lambda self, kind, *_: self.source.id == WRONG and kind == "latex"
    )
    monkeypatch.setattr(Proof, "failures", stops)


STAGES: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], str, set[str]]] = {
    "reading": (_of_text, "document-failed", {"*"}),
    "pictures": (_of_pictures, "document-failed", {"*"}),
    "summary": (_of_summary, "document-failed", {"*"}),
    "html": (_of_rendering("html"), "output-failed", {"html/c.html", "html/c.V.html"}),
    "latex": (_of_rendering("latex"), "output-failed", {"print/c.tex"}),
    "markup": (_of_rendering("print"), "output-failed", {"print/c.typ", "pdf/c.pdf"}),
    "witness": (_of_witness, "output-failed", {"html/c.V.html", "text/c.V.txt"}),
    "print": (_of_print, "output-failed", {"pdf/c.pdf"}),
    "proof": (_of_proof, "proof-stopped", set()),
}


@pytest.mark.parametrize("stage", STAGES)
def test_a_document_that_stops_at_a_stage_stops_nothing_else(
    stage: str, edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = set(_built(edition, tmp_path / "whole").written)
    patch, code, lacking = STAGES[stage]
    patch(monkeypatch)
    made = _built(edition, tmp_path / "out")
    assert {(found.file, found.code) for found in made.findings} == {("c.xml", code)}
    # the index of the search is called by a digest of all documents
    lost = {name for name in whole - set(made.written) if not re.search("/search/.*/", name)}
    if lacking == {"*"}:
        assert lost == {name for name in whole if name.rpartition("/")[2].startswith("c.")}
    else:
        assert lacking <= lost | set() and all("/c." in name for name in lost)
        assert bool(lost) == bool(lacking)
    assert (tmp_path / "out" / "html" / "index.html").is_file()
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_an_output_of_all_documents_that_stops_stops_no_other(
    edition: Edition, tmp_path: Path
) -> None:
    def stop(_site: object) -> Made:
        raise ValueError("odd")

    planned = plan(edition, outputs_of(("html",)))
    site = [
        replace(task, output=replace(task.output, make=stop))
        if isinstance(task.output, SiteOutput) and task.output.name == "site"
        else task
        for task in planned.site
    ]
    assert site != list(planned.site)
    made = run(replace(planned, site=tuple(site)), tmp_path / "out", Proof, saxon=warm_saxon())
    assert [(found.file, found.code) for found in made.findings] == [("site", "output-failed")]
    assert {f"html/{name}.html" for name in NAMES} <= set(made.written)
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_a_process_beside_that_ends_stops_nothing(edition: Edition, tmp_path: Path) -> None:
    broken = replace(GUIDELINES, applies=lambda _: True, begin=lambda *_: Beside(os._exit, 7))
    planned: Plan = plan(edition, [*outputs_of(("text",)), broken])
    made = run(planned, tmp_path / "out", Proof, saxon=warm_saxon())
    (found,) = made.findings
    assert found.code == "output-failed" and "exit status 7" in found.message
    assert {f"text/{name}.txt" for name in NAMES} <= set(made.written)


def test_a_file_that_cannot_be_written_is_told_and_the_others_are(
    edition: Edition, tmp_path: Path
) -> None:
    (tmp_path / "out" / "text" / "c.txt" / "in the way").mkdir(parents=True)
    made = _built(edition, tmp_path / "out")
    (found,) = made.findings
    assert found.code == "output-unwritable" and found.file.endswith("text/c.txt")
    assert {"text/b.txt", "text/d.txt", "html/c.html", "html/index.html"} <= set(made.written)


class _Wrong(Proof):
    def failures(
        self, kind: str, output: str, siglum: str = "", file: str = ""
    ) -> list[Diagnostic]:
        if self.source.id not in "bd" or kind != "text" or siglum:
            return super().failures(kind, output, siglum, file)
        return [Diagnostic(self.source.name, 1, 0, PROOF_FAILED.name, "error", "other words")]


def test_a_strict_run_tells_every_document_and_what_is_not_written(
    edition: Edition, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    with pytest.raises(VariorumError) as raised:
        _built(edition, output, _Wrong, strict=True)
    found = [(each.file, each.code) for each in raised.value.findings]
    assert found == [
        ("b.xml", "proof-failed"),
        ("d.xml", "proof-failed"),
        (output.as_posix(), "not-written"),
    ]
    assert "4 of 5 documents (b.xml, c.xml, d.xml, e.xml)" in raised.value.findings[-1].message
    assert (output / "text" / "a.txt").is_file()
    assert not list(output.rglob("*[b-e].txt")) and not (output / "manifest.json").exists()


class _Ending:
    """A proof that stops at one document, and ends its process at another."""

    def __call__(self, source: Source, language: str, whole: Edition) -> Proof:
        if source.id == "b":
            raise ValueError("odd")
        if source.id == WRONG:
            os._exit(9)
        return Proof(source, language, whole)


def test_a_process_of_an_executor_that_ends_takes_no_other_document_with_it(
    edition: Edition, tmp_path: Path
) -> None:
    spawn = multiprocessing.get_context("spawn")
    planned = plan(edition, outputs_of(("text",)))
    with ProcessPoolExecutor(1, mp_context=spawn) as executor:
        made = run(planned, tmp_path / "out", _Ending(), executor=executor)
    found = {each.file: each for each in made.findings}
    assert {name: each.code for name, each in found.items()} == {
        "b.xml": "proof-stopped",
        "c.xml": "document-limit",
    }
    assert "exit status 9" in found["c.xml"].message
    assert {f"text/{name}.txt" for name in "abde"} <= set(made.written)


# the check


def _of_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = _stops_at(scan, lambda name, *_: name == "c.xml")
    monkeypatch.setattr("variorum.check.run.scan", stops)


def _of_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = _stops_at(Schemas.of, lambda _, index: index.name == "c.xml")
    monkeypatch.setattr(Schemas, "of", stops)


def _of_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    stops = _stops_at(Schema.validate, lambda _, data: b"Title c" in data)
    monkeypatch.setattr(Schema, "validate", stops)


def _of_file_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "prefix-pattern-invalid"
    stops = _stops_at(FILE[code], lambda index: index.name == "c.xml")
    monkeypatch.setitem(FILE, code, stops)


def _late(view: Any) -> Iterator[Diagnostic]:
    for index in view.indexes:
        if index.name == "c.xml":
            raise ValueError("odd")
        yield Diagnostic(index.name, 1, 1, "late", "info", "said")


def _of_edition_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EDITION, "late", _late)


@pytest.mark.parametrize(
    "patch", [_of_scan, _of_choice, _of_grammar, _of_file_rule, _of_edition_rule]
)
def test_a_check_that_stops_at_a_file_stops_nothing_else(
    patch: Callable[[pytest.MonkeyPatch], None],
    edition: Edition,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for source in edition.sources:
        text = source.path.read_text(encoding="utf-8").replace("Words", '<seg xml:id="a b"/>')
        source.path.write_text(text, encoding="utf-8")
    grammar = tmp_path / "any.rng"
    grammar.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>'
        '<define name="any"><element><anyName/><zeroOrMore><choice><text/><ref name="any"/>'
        "<attribute><anyName/></attribute></choice></zeroOrMore></element></define></grammar>",
        encoding="utf-8",
    )
    patch(monkeypatch)
    found = check(edition, grammar if patch is _of_grammar else None)
    stopped = [each.file for each in found if each.code == "check-failed"]
    assert stopped == ["c.xml"]
    others = {each.file for each in found if each.code == "id-invalid"}
    assert others >= {"a.xml", "b.xml", "d.xml", "e.xml"}
    if patch is _of_edition_rule:
        said = [each.file for each in found if each.code == "late"]
        assert said == ["a.xml", "b.xml", "d.xml", "e.xml"]


def _ends(*_: object) -> list[Diagnostic]:
    os._exit(9)


def test_a_build_goes_on_without_its_check(
    edition: Edition,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("variorum.commands.build._check", _ends)
    monkeypatch.chdir(edition.root)
    output = tmp_path / "out"
    with suppress(SystemExit):
        assert cli.main(["build", ".", "--only", "text", "--output", str(output)]) == 1
    told = capsys.readouterr().err
    assert "check-failed" in told and "exit status 9" in told and "Traceback" not in told
    assert {f"{name}.txt" for name in NAMES} <= {file.name for file in output.rglob("*.txt")}


def _broken(folder: Path, words: str) -> Path:
    file = folder / "a.xml"
    file.write_text(_TEI.format("a").replace("<p>", words), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("words", "schema", "blamed"),
    [
        ("<p>", "x", "a fault of the program"),
        ("<p><ref target='#no'>x</ref>", "x", "correct the error of the file first"),
        ("<p>", "", "check the file with --schema first"),
    ],
)
def test_the_program_is_blamed_only_where_the_file_is_right(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
    schema: str,
    blamed: str,
) -> None:
    file = _broken(tmp_path, words)
    if schema:
        monkeypatch.setattr("variorum.check.codes.GRAMMAR_NO_SCHEMA", PROOF_FAILED)
    monkeypatch.setattr("variorum.proof.proof.text_of_page", lambda _page: "other words")
    assert run_build([file], tmp_path / "out", ["html"]) == 1
    shown = capsys.readouterr().err
    assert "proof-failed" in shown and blamed in shown
    assert ("a fault of the program" in shown) == blamed.endswith("program")
