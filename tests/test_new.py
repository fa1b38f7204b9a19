"""A new edition checks and builds, whatever its kind; TEI at hand gets settings that fit it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.check.texts import tei
from tests.conftest import ROOT, slow
from variorum.check import check
from variorum.cli import main
from variorum.desk.desk import root_of
from variorum.findings import VariorumError
from variorum.new.edition import KINDS, Wishes, begin
from variorum.new.existing import look_at
from variorum.source import Edition

TITLE = 'Ada\'s "letters" & <more> \\ 手紙'
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
REGISTER = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson>'
    '<person xml:id="p1"><persName>P</persName></person></listPerson></standOff></TEI>'
)


@pytest.mark.parametrize("kind", KINDS)
def test_an_edition_of_each_kind_has_no_finding(kind: str, tmp_path: Path) -> None:
    begin(tmp_path / "new", kind, Wishes(TITLE, "fr"))
    edition = Edition.here(tmp_path / "new")
    assert edition.has_schema and len(edition.documents) == len(edition.registers) == 1
    assert check(edition) == []
    assert edition.settings.title == TITLE and edition.settings.language == "fr"
    for path in (tmp_path / "new").rglob("*"):
        if path.is_file() and "schema" not in path.parts:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"@(title|language|today|year)@", text), path


@pytest.mark.parametrize("kind", KINDS)
def test_an_edition_of_each_kind_builds(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow()
    assert main(["new", str(tmp_path / "new"), "--kind", kind]) == 0
    monkeypatch.chdir(tmp_path / "new")
    assert main(["build"]) == 0
    assert {path.suffix for path in (tmp_path / "new" / "output").rglob("*")} >= {".html", ".pdf"}


def test_the_schema_is_that_of_the_program(tmp_path: Path) -> None:
    begin(tmp_path, "prose", Wishes("x", "en"))
    before = (tmp_path / "tei" / "schema" / "edition.rng").read_bytes()
    assert before == (ROOT / "tei" / "schema" / "edition.rng").read_bytes()
    assert {path.name for path in (tmp_path / "tei" / "schema").iterdir()} == {
        "edition.odd",
        "edition.rng",
        "edition.sch",
        "edition.sch.xsl",
    }


def test_no_file_is_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    with pytest.raises(VariorumError):
        begin(tmp_path, "letters", Wishes("x", "en"))
    assert main(["new", str(tmp_path)]) == 1
    assert "README.md" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


@pytest.mark.parametrize("language", ["", "x", "de_AT", "en; rm"])
def test_what_is_no_language_is_refused(language: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["new", str(tmp_path / "new"), "--language", language])


@pytest.fixture
def existing(tmp_path: Path) -> Path:
    """A folder of TEI by others: letters, a register, what is no TEI, pictures, a schema."""
    data = tmp_path / "project" / "data"
    (data / "letters" / "1848").mkdir(parents=True)
    (data / "indices").mkdir()
    (data / "pictures").mkdir()
    model = '<?xml-model href="https://example.org/tei_all.rng"?>'
    prefix = (
        '<listPrefixDef><prefixDef ident="reg" matchPattern="(.+)"'
        ' replacementPattern="../indices/p.xml#$1"/></listPrefixDef>'
    )
    pictures = "".join(f'<graphic url="../pictures/{name}.png"/>' for name in ("a", "no"))
    body = f"<p>A <figure>{pictures}</figure></p>"
    letter = tei(body, before=model, header="").replace("<encodingDesc>", f"<encodingDesc>{prefix}")
    (data / "letters" / "a.xml").write_text(letter, encoding="utf-8")
    (data / "letters" / "1848" / "b.xml").write_text(tei(), encoding="utf-8")
    (data / "indices" / "p.xml").write_text(REGISTER, encoding="utf-8")
    (data / "indices" / "zotero.xml").write_text("<list/>", encoding="utf-8")
    (data / "pictures" / "a.png").write_bytes(b"")
    (data / "letters" / ".hidden").write_bytes(b"")
    return data


def test_tei_at_hand_is_looked_at(
    existing: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = existing.parent
    monkeypatch.chdir(project)
    assert main(["new", ".", "--from", "data", "--title", "Old letters"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:7] == [
        "2 documents: data/letters/1848/b.xml, data/letters/a.xml",
        "1 register: data/indices/p.xml",
        "1 XML file that is no TEI: data/indices/zotero.xml",
        "1 prefix of pointers: reg",
        "1 picture: ../pictures/a.png",
        "1 picture that is not there: ../pictures/no.png",
        "schema https://example.org/tei_all.rng of 1 file, which is on the network: see `catalog`",
    ]
    table = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    settings = table["tool"]["variorum"]
    assert settings == {
        "title": "Old letters",
        "language": "en",
        "documents": ["data/letters"],
        "registers": ["data/indices/p.xml"],
        "exclude": ["data/indices/zotero.xml"],
    }
    edition = Edition.here(project)
    assert [source.name for source in edition.documents] == [
        "data/letters/1848/b.xml",
        "data/letters/a.xml",
    ]
    assert [source.name for source in edition.registers] == ["data/indices/p.xml"]
    assert not (project / "tei").exists() and (project / ".github").is_dir()


@pytest.mark.parametrize("folder", ["", "data/"])
def test_a_text_that_comes_later_is_one_of_the_edition(folder: str, tmp_path: Path) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    for name, text in (("a.xml", tei()), ("persons.xml", REGISTER), ("list.xml", "<list/>")):
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    assert main(["new", str(tmp_path), "--from", str(tmp_path / folder)]) == 0
    (tmp_path / folder / "b.xml").write_text(tei(), encoding="utf-8")
    edition = Edition.here(tmp_path)
    assert [each.name for each in edition.documents] == [f"{folder}a.xml", f"{folder}b.xml"]
    assert [each.name for each in edition.registers] == [f"{folder}persons.xml"]


def test_a_text_among_registers_is_named(tmp_path: Path) -> None:
    for name, text in (("a.xml", tei()), ("p.xml", REGISTER), ("q.xml", REGISTER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["new", str(tmp_path), "--from", str(tmp_path)]) == 0
    assert Edition.here(tmp_path).settings.documents == ["a.xml"]


def test_a_file_is_no_folder_to_begin_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xml").write_text(tei(), encoding="utf-8")
    assert main(["new", str(tmp_path / "new"), "--from", str(tmp_path / "a.xml")]) == 1
    assert f"help: name the folder it lies in: {tmp_path.as_posix()}" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_tei_from_elsewhere_is_copied_and_nothing_there_is_replaced(
    existing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "edition"
    target.mkdir()
    (target / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert main(["new", str(target), "--from", str(existing)]) == 0
    said = capsys.readouterr().out
    assert 'documents = ["tei/letters"]' in said and "kept as they are: pyproject.toml" in said
    assert (target / "pyproject.toml").read_text(encoding="utf-8") == "[project]\n"
    assert (target / "tei" / "pictures" / "a.png").is_file()
    assert not (target / "tei" / "letters" / ".hidden").exists()
    assert main(["new", str(target), "--from", str(existing)]) == 1
    assert "already" in capsys.readouterr().err


def test_published_tei_gets_settings_that_fit(tmp_path: Path) -> None:
    from tests.conftest import shared

    layout = look_at(shared("corpora"), tmp_path)
    assert len(layout.documents) + len(layout.registers) + len(layout.others) == 29
    assert not layout.settings.count("\\x") and tomllib.loads(layout.settings)


def test_pictures_are_found_in_any_encoding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "data"
    source.mkdir()
    figure = '<figure><graphic url="ü.png"/></figure>'
    text = f"<p>A {figure}<!-- <graphic url='no.png'/> --></p>"
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    (source / "a.xml").write_bytes((head + tei(text)).encode("latin-1"))
    (source / "ü.png").write_bytes(b"")
    assert main(["new", str(tmp_path / "new"), "--from", str(source)]) == 0
    said = capsys.readouterr().out
    assert "1 picture: ü.png" in said and "no.png" not in said


@pytest.mark.parametrize("there", ["tei/b.xml", "tei"])
def test_nothing_is_copied_where_something_is_in_the_way(there: str, tmp_path: Path) -> None:
    source, target = tmp_path / "data", tmp_path / "new"
    source.mkdir()
    for name in ("a.xml", "b.xml"):
        (source / name).write_text(tei(), encoding="utf-8")
    (target / there).parent.mkdir(parents=True)
    (target / there).symlink_to(tmp_path / "nowhere")
    assert main(["new", str(target), "--from", str(source)]) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [
        path for path in source.iterdir() if path.is_file()
    ]


@pytest.mark.parametrize("texts", ["tei", "letters"])
def test_an_edition_stays_as_it_is_laid_out(texts: str, tmp_path: Path) -> None:
    source, target = tmp_path / "old", tmp_path / "new"
    (source / texts / "parts").mkdir(parents=True)
    (source / "pictures").mkdir()
    (source / "pictures" / "a.png").write_bytes(b"")
    (source / texts / "parts" / "a.xml").write_text(tei(), encoding="utf-8")
    (source / texts / "b.xml").symlink_to(tmp_path / "elsewhere.xml")
    (tmp_path / "elsewhere.xml").write_text(tei(), encoding="utf-8")
    (source / "README.md").write_text("mine", encoding="utf-8")
    chosen = f'documents = ["{texts}/parts/*"]\nlevels = {{ gap-without-extent = "none" }}\n'
    table = f'[tool.variorum]\ntitle = "A \\"sea\\""\nlanguage = "fr"\n{chosen}site.footer = "b"\n'
    (source / "pyproject.toml").write_text(f'[project]\nname = "x"\n{table}', encoding="utf-8")
    assert main(["new", str(target), "--from", str(source)]) == 0
    assert (target / texts / "parts" / "a.xml").is_file()
    assert (target / "pictures" / "a.png").is_file()
    assert (target / "README.md").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in target.rglob("pyproject.toml")] == ["pyproject.toml"]
    before, after = (
        tomllib.loads((each / "pyproject.toml").read_text()) for each in (source, target)
    )
    assert after["tool"] == before["tool"]
    assert [each.name for each in Edition.here(target).documents] == [f"{texts}/parts/a.xml"]
    again = tmp_path / "again"
    assert main(["new", str(again), "--from", str(source), "--title", "C", "--language", "en"]) == 0
    settings = Edition.here(again).settings
    assert (settings.title, settings.language) == ("C", "en")
    assert list(settings.documents) == [f"{texts}/parts/*"]


def test_the_root_is_that_of_the_outermost_settings(tmp_path: Path) -> None:
    text = tmp_path / "edition" / "tei" / "data" / "tei" / "a.xml"
    assert root_of(text) == text.parents[1]
    for folder in (text.parents[2], text.parents[3]):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pyproject.toml").write_text("[tool.variorum]\n", encoding="utf-8")
    assert root_of(text) == tmp_path / "edition"


def _steps() -> list[tuple[str, str]]:
    """The commands of the tutorial, and its tables of changes, in order."""
    return re.findall(
        r"^```sh\n(.*?)^```|^(\| from \| to \|\n.*?)\n\n", TUTORIAL, re.DOTALL | re.MULTILINE
    )


def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    slow()
    python = f'"{sys.executable}" -m variorum'
    letter = tmp_path / "letters" / "tei" / "letter-2.xml"
    said = ""
    for commands, table in _steps():
        for command in commands.splitlines():
            if "venv .venv" in command or "pip install" in command:
                continue
            ours = command.replace(".venv/bin/variorum", python)
            run = subprocess.run(
                ours, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False
            )
            assert run.returncode == 0, f"{command}\n{run.stdout}\n{run.stderr}"
            said += run.stdout
        for before, after in re.findall(r"^\| `(.*)` \| `(.*)` \|$", table, re.MULTILINE):
            text = letter.read_text(encoding="utf-8")
            assert before in text, before
            letter.write_text(text.replace(before, after), encoding="utf-8")
    assert "did you mean" in said and "entry-missing" in said
    site = tmp_path / "letters" / "output" / "html"
    assert "9 May 1901" in (site / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "letters" / "output" / "pdf" / "letter-2.pdf").is_file()
    assert (tmp_path / "letters" / ".git").is_dir()
