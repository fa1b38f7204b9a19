"""An output is added without a change to the program: one file that says what it is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.build.markdown import CONTENTS, MARKDOWN
from tests.conftest import ROOT
from variorum.build.plan import plan
from variorum.build.run import run
from variorum.findings import VariorumError
from variorum.outputs.output import Text
from variorum.outputs.registry import outputs_of
from variorum.proof import Proof
from variorum.source import Edition

FERRY = ROOT / "tests" / "cases" / "apparatus" / "parallel.xml"


def _without_a_word(text: Text) -> str:
    return MARKDOWN.rendered(text).replace("river", "")


def _ferry() -> Edition:
    return Edition.of([FERRY], FERRY.parent)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    run(plan(_ferry(), [*outputs_of(("text",)), MARKDOWN, CONTENTS]), folder, Proof)
    return folder


def test_each_text_has_its_file(made: Path) -> None:
    names = {file.name for file in (made / "markdown").iterdir()}
    assert names == {"index.md", "ferry.md", *(f"ferry.{siglum}.md" for siglum in "ABCDEF")}
    plain = (made / "text" / "ferry.B.txt").read_text(encoding="utf-8")
    marked = (made / "markdown" / "ferry.B.md").read_text(encoding="utf-8")
    words = [word for word in marked.split() if word not in ("#", "##") and "\\." not in word]
    assert plain.split()[0] in words and "brigge" in words
    assert "brigge" not in (made / "markdown" / "ferry.md").read_text(encoding="utf-8")


def test_it_is_in_the_manifest_with_all_others(made: Path) -> None:
    outputs = json.loads((made / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert {"markdown/ferry.md", "markdown/index.md", "text/ferry.txt"} <= outputs.keys()


def test_the_site_knows_the_documents(made: Path) -> None:
    contents = (made / "markdown" / "index.md").read_text(encoding="utf-8")
    assert contents.startswith("- [") and "](ferry.md)" in contents


def test_the_plan_tells_its_files(tmp_path: Path) -> None:
    planned = plan(_ferry(), [MARKDOWN, CONTENTS])
    assert planned.formats == ("markdown",)
    (document,), (site,) = planned.documents, planned.site
    assert document.paths == ("markdown/ferry.md", "markdown/ferry.*.md")
    assert document.inputs == ("parallel.xml",)
    assert site.paths == ("markdown/index.md",)
    result = run(planned, tmp_path, Proof)
    assert set(result.files["ferry"]) == result.written.keys() - {"markdown/index.md"}


def test_its_words_can_be_proven(tmp_path: Path) -> None:
    """Held against the TEI as plain text, a file that loses a word stops an edition's build."""
    lossy = replace(MARKDOWN, proof="text", render=_without_a_word)
    with pytest.raises(VariorumError, match="the TEI has"):
        run(plan(replace(_ferry(), own=True), [lossy]), tmp_path, Proof)
    assert not list(tmp_path.iterdir())
