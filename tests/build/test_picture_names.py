"""What pictures are called in outputs: names that are distinct on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from variorum.model.pictures import pictures_of
from variorum.source import Source

CASE = ROOT / "tests" / "practice" / "projects" / "pictures"
_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{}</p></body></text></TEI>'


def test_pictures_are_distinct_where_capital_letters_do_not_count(tmp_path: Path) -> None:
    picture = (CASE / "boat.png").read_bytes()
    paths = ("A.png", "a.png", "é.png", "_e9_.png", "B/x.png", "b/x.png", "aux.png", "c/Con.x.png")
    for number, path in enumerate(paths):
        (tmp_path / "given" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "given" / path).write_bytes(picture + bytes([number]))
    if len(list((tmp_path / "given").iterdir())) < 8:
        pytest.skip("capital letters do not count in names of files here")
    graphics = "".join(f'<graphic url="{path}"/>' for path in paths)
    file = tmp_path / "given" / "a.xml"
    file.write_text(_TEI.format(graphics), encoding="utf-8")
    pictures = pictures_of(Source(file, "a.xml"), file.parent)
    assert set(pictures.names) == set(paths)
    assert len({name.casefold() for name in pictures.files}) == len(paths)
    for path, name in pictures.names.items():
        assert pictures.files[name] == file.parent / path
    assert {name.rpartition("/")[2].partition(".")[0] for name in pictures.files}.isdisjoint(
        {"aux", "Con"}
    )
    assert pictures.names["A.png"] == "media/A.png"
