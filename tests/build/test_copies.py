"""What a page offers lies beside it, with the bytes that it has in its own folder."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.conftest import ROOT
from tests.html.pages import Page
from variorum.source import Edition

COPIES = {
    "html/ferry.txt": "text/ferry.txt",
    "html/ferry.A.txt": "text/ferry.A.txt",
    "html/ferry.tex": "print/ferry.tex",
}
FORMATS = ("html", "text", "latex")


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    (tmp_path / "tei").mkdir()
    shutil.copy(ROOT / "tests" / "cases" / "apparatus" / "parallel.xml", tmp_path / "tei")
    return Edition.here(tmp_path)


def _built(edition: Edition, *formats: str) -> set[str]:
    result = build(edition, edition.root / "output", formats, saxon=warm_saxon())
    return set(result.written)


def test_copies_are_the_same_files_and_the_tei_the_same_bytes(edition: Edition) -> None:
    written = _built(edition, *FORMATS)
    output = edition.root / "output"
    assert COPIES.keys() <= written
    for copy, original in COPIES.items():
        assert (output / copy).read_bytes() == (output / original).read_bytes()
        assert (output / copy).samefile(output / original)
    tei = (edition.root / "tei" / "parallel.xml").read_bytes()
    assert (output / "html" / "ferry.xml").read_bytes() == tei
    assert not (output / "html" / "ferry.A.xml").exists()
    digests = json.loads((output / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert all(digests[copy] == digests[original] for copy, original in COPIES.items())


def test_every_download_is_there(edition: Edition) -> None:
    _built(edition, *FORMATS)
    for name in ("ferry.html", "ferry.A.html"):
        page = Page(edition.root / "output" / "html" / name)
        links = page.root.xpath("//a[@type]/@href | //link[@rel='alternate']/@href")
        assert {Path(link).suffix for link in links} >= {".txt"}
        assert all((page.path.parent / link).is_file() for link in links)


def test_a_copy_elsewhere_than_a_link_can_lead_is_one_of_its_bytes(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("another device")

    monkeypatch.setattr(os, "link", refuse)
    _built(edition, *FORMATS)
    output = edition.root / "output"
    for copy, original in COPIES.items():
        assert (output / copy).read_bytes() == (output / original).read_bytes()
        assert not (output / copy).samefile(output / original)


def test_other_formats_alone_put_nothing_beside_pages_that_are_not_there(edition: Edition) -> None:
    assert not [name for name in _built(edition, "text") if name.startswith("html/")]


def test_copies_follow_what_they_are_copies_of(edition: Edition) -> None:
    _built(edition, *FORMATS)
    file = edition.root / "tei" / "parallel.xml"
    text = file.read_text(encoding="utf-8")
    assert "ferry" in text
    file.write_text(text.replace("<body>", "<body><p>Words that are new.</p>"), encoding="utf-8")
    assert "html/ferry.txt" in _built(Edition.here(edition.root), "text")
    output = edition.root / "output"
    assert "Words that are new" in (output / "html" / "ferry.txt").read_text(encoding="utf-8")
    assert "Words that are new" not in (output / "html" / "ferry.tex").read_text(encoding="utf-8")
    _built(Edition.here(edition.root), "html")
    assert (output / "html" / "ferry.txt").samefile(output / "text" / "ferry.txt")
    shutil.rmtree(edition.root / "tei")
    (edition.root / "tei").mkdir()
    shutil.copy(ROOT / "tests" / "html" / "cases" / "letter" / "in.xml", edition.root / "tei")
    _built(Edition.here(edition.root), *FORMATS)
    assert not list((output / "html").glob("ferry*"))
