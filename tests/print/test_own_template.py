"""A template of an edition's own, which imports ours: the documented one, and faulty ones."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.conftest import ROOT, tool
from tests.print.generated import document
from variorum.findings import VariorumError
from variorum.source import Edition

_EXAMPLE = re.compile(r"```typst\n(.*?)```", re.DOTALL)


def _found(folder: Path, template: str | None, name: str = "press.typ") -> list[tuple[str, str]]:
    """The codes and messages of a build with this template."""
    settings = f'[tool.variorum]\nprint.template = "{name}"\n'
    if template is not None:
        (folder / "pyproject.toml").write_text(settings, encoding="utf-8")
        (folder / "press.typ").write_text(template, encoding="utf-8")
    (folder / "made.xml").write_bytes(document(300, 20))
    result = build(Edition.here(folder), folder / "out", ("pdf",), saxon=warm_saxon())
    return [(finding.code, finding.message) for finding in result.findings]


def _heading(folder: Path) -> tuple[float, float]:
    """Where the heading of the text begins and ends on its page."""
    file = folder / "out" / "pdf" / "made.pdf"
    command = [tool("pdftotext"), "-bbox-layout", str(file), "-"]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    *_, page = (page for page in told.split("<page ") if ">lemma1x<" in page)
    line = re.search(
        r'<line xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>\s*'
        r"<word[^>]*>Chapter</word>",
        page,
    )
    assert line
    return float(line[1]), float(line[2])


def test_the_template_of_the_documentation(tmp_path: Path) -> None:
    (example,) = _EXAMPLE.findall((ROOT / "docs" / "print.md").read_text(encoding="utf-8"))
    ours, own = tmp_path / "ours", tmp_path / "own"
    ours.mkdir()
    own.mkdir()
    assert _found(ours, None) == _found(own, example) == []
    assert (own / "out" / "print" / "own.typ").read_text(encoding="utf-8") == example
    assert not (ours / "out" / "print" / "own.typ").exists()
    # an even page of 148 mm: 23 mm from its left edge the text begins, 20 mm from the right it ends
    middle = (23 + 105 / 2) * 72 / 25.4
    (begin, _), (own_begin, own_end) = _heading(ours), _heading(own)
    assert abs(begin - 23 * 72 / 25.4) < 1
    assert abs((own_begin + own_end) / 2 - middle) < 1


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ('#import "edition.typ": *\n#let siglum(id, body) = nothing', "nothing"),
        ('#import "edition.typ": *\n#import "@preview/cetz:0.3.0"', "package"),
    ],
    ids=["fault", "package"],
)
def test_a_template_that_does_not_work_is_told(template: str, told: str, tmp_path: Path) -> None:
    ((code, message),) = _found(tmp_path, template)
    assert code == "print-template" and told in message
    assert not (tmp_path / "out" / "pdf" / "made.pdf").exists()


@pytest.mark.parametrize("name", ["other.typ", "../press.typ"])
def test_a_template_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "edition"
    folder.mkdir()
    (tmp_path / "press.typ").write_text('#import "edition.typ": *', encoding="utf-8")
    with pytest.raises(VariorumError) as met:
        _found(folder, '#import "edition.typ": *', name)
    assert [finding.code for finding in met.value.findings] == ["site-file"]
