"""What is imported can be checked and built as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.imports.samples import SAMPLES
from tests.archive.test_import_formats import FILES, NAMES
from tests.conftest import SLOW, at_hand
from tests.runs import variorum
from variorum.build.folder import write
from variorum.transcripts.tei import Import


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition of all that the tests import."""
    (tmp_path / "pyproject.toml").write_text("[tool.variorum]\ntitle = 'All'\n", encoding="utf-8")
    sources = [FILES / name for name in NAMES]
    for name in ("spaces", "notes", "lists", "merged", "formulas", "languages", "pictures"):
        sources.append(SAMPLES[name]().write(tmp_path / f"{name}.docx"))
    for name in ("report.docx", "looks.docx", "pandoc.odt", "page.xml", "asterisks.txt"):
        case = at_hand(f"cases/import/{name}")
        sources += [case] if case else []
    for number, source in enumerate(sources):
        imported = Import(source)
        name = f"{source.stem}-{number}"
        made = imported.tei(name, f"tei/{name}.xml")
        for url, data in imported.media.items():
            write(tmp_path / "tei", url, data)
        write(tmp_path / "tei", f"{name}.xml", made)
    return tmp_path


@SLOW
def test_what_is_imported_is_checked_and_built(edition: Path) -> None:
    run = variorum(edition, "check")
    assert run.returncode == 0 and "error" not in run.stdout + run.stderr, run.stdout
    run = variorum(edition, "build", "--only", "html,text,pdf,latex")
    assert run.returncode == 0 and "error[" not in run.stdout + run.stderr, run.stdout + run.stderr
    page = next((edition / "output" / "html").glob("notes-[0-9].html"))
    assert "At the foot." in page.read_text(encoding="utf-8")
