"""Files that are zips: what is in one tells what it is, and what is broken is told."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.archive.imports.odt_files import OdtFile
from tests.archive.imports.word_files import WordFile, p
from tests.archive.test_import_words import imported, tei_words
from variorum.findings import VariorumError
from variorum.transcripts.tei import Import

_ODT = OdtFile("<text:p>Pears are ripe.</text:p>")
_WORD = WordFile(p("Pears are ripe."))


@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.odt", "a.txt", "a.bin", "a"])
@pytest.mark.parametrize("file", [_ODT, _WORD], ids=["odt", "word"])
def test_what_is_in_a_zip_tells_what_it_is(
    file: OdtFile | WordFile, name: str, tmp_path: Path
) -> None:
    assert tei_words(imported(file.write(tmp_path / name))) == ["Pears", "are", "ripe."]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-60])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _replaced(path: Path, replaced: str, data: bytes) -> None:
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in (parts | {replaced: data}).items():
            new.writestr(name, part)


def _inflated(path: Path) -> None:
    name = "content.xml" if path.suffix == ".odt" else "word/document.xml"
    _replaced(path, name, b"<a>" + b" " * 90_000_000 + b"</a>")


def _locked(path: Path) -> None:
    data = b'<m><file-entry full-path="content.xml"><encryption-data/></file-entry></m>'
    _replaced(path, "META-INF/manifest.xml", data)


def _broken(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.index(b"Pears")
    data[at : at + 5] = b"Plums"
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_cut, "whose end is missing"),
        (_emptied, "is empty"),
        (_inflated, "a part that is too large"),
        (_broken, "a part that cannot be unpacked"),
    ],
)
@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_what_is_broken_is_told(
    name: str, damage: Callable[[Path], None], reason: str, tmp_path: Path
) -> None:
    path = (_ODT if name.endswith("odt") else _WORD).write(tmp_path / name)
    damage(path)
    with pytest.raises(VariorumError, match=reason):
        Import(path).tei("x", "x.xml")


def test_a_file_under_a_password_is_told(tmp_path: Path) -> None:
    path = _ODT.write(tmp_path / "a.odt")
    _locked(path)
    with pytest.raises(VariorumError, match="is protected by a password"):
        Import(path).tei("x", "x.xml")
