"""The installed wheel, away from this repository, builds other people's documents."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT, slow

LETTER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de">
<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>
<publicationStmt><publisher>Niemand</publisher><date when="2026-01-01">2026</date>
<availability><licence target="https://creativecommons.org/publicdomain/zero/1.0/"><p>CC0</p></licence>
</availability></publicationStmt>
<sourceDesc><bibl>Ohne Vorlage.</bibl></sourceDesc></fileDesc></teiHeader>
<text><body><div type="letter"><p>Lieber Freund, {title}.</p></div></body></text></TEI>
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `variorum` command of a wheel in an environment of its own."""
    slow()
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(folder), str(ROOT)], check=True)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    wheel = next(folder.glob("*.whl"))
    subprocess.run([str(python), *pip[1:], "install", str(wheel)], check=True)
    return folder / "venv" / "bin" / "variorum"


def test_a_folder_of_two_documents_builds(installed: Path, tmp_path: Path) -> None:
    for title in ("eins", "zwei"):
        (tmp_path / f"{title}.xml").write_text(LETTER.format(title=title), encoding="utf-8")
    run = subprocess.run(
        [str(installed), "build"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    output = tmp_path / "output"
    assert "zwei" in (output / "text" / "zwei.txt").read_text(encoding="utf-8")
    assert (output / "pdf" / "eins.pdf").read_bytes().startswith(b"%PDF")
    assert "eins" in (output / "html" / "index.html").read_text(encoding="utf-8")


def test_a_new_edition_checks(installed: Path, tmp_path: Path) -> None:
    for command in (["new", "poems", "--kind", "verse"], ["check", "poems"]):
        run = subprocess.run(
            [str(installed), *command], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "no findings"
    made = {
        path.relative_to(tmp_path / "poems").as_posix() for path in (tmp_path / "poems").rglob("*")
    }
    assert made >= {".github/workflows/edition.yml", ".vscode/extensions.json", ".gitignore"}


def test_no_edition_of_ours_is_inside(installed: Path) -> None:
    package = next((installed.parent.parent / "lib").glob("python*/site-packages/variorum"))
    names = {file.name for file in package.rglob("*") if file.is_file()}
    assert {"edition.rng", "model.xsl", "edition.typ"} <= names
    assert not any("lukin" in name for name in names)
