"""The settings of a page are read back from the file: its boxes, where words are, how large."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.building import build, warm_saxon
from tests.conftest import tool
from tests.print.generated import document
from variorum.source import Edition, Source
from variorum.source.settings import read_settings

_SETTINGS = """[tool.variorum.print]
page = "170 x 240"
margins = [30, 35, 25, 20]
size = 12
bleed = 3
front-matter = false
"""
_POINTS = 72 / 25.4

_Word = tuple[float, float, float, str]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("layout")
    (folder / "pyproject.toml").write_text(_SETTINGS)
    source = Source(folder / "made.xml", "made.xml", document(900, 18))
    edition = Edition(folder, (source,), own=False, settings=read_settings(folder))
    result = build(edition, folder, ("pdf",), saxon=warm_saxon())
    assert [finding.code for finding in result.findings] == []
    return folder / "pdf" / "made.pdf"


def _words(book: Path) -> list[list[_Word]]:
    """The left, right and upper edge of each word of each page, in millimetres from the trim."""
    run = subprocess.run([tool("pdftotext"), "-bbox", book, "-"], capture_output=True, check=True)
    word = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax=".*?">(.*?)</word>')
    return [
        [
            (float(left) / _POINTS, float(right) / _POINTS, float(top) / _POINTS, said)
            for left, top, right, said in word.findall(page)
        ]
        for page in run.stdout.decode().split("<page ")[1:]
    ]


def test_the_page_and_its_bleed(book: Path) -> None:
    with pikepdf.open(book) as pdf:
        for page in pdf.pages:
            left, low, right, high = (float(edge) for edge in page.TrimBox)
            assert (right - left, high - low) == pytest.approx((170 * _POINTS, 240 * _POINTS), 1e-3)
            wide = [float(edge) for edge in page.MediaBox]
            assert left - wide[0] == pytest.approx(3 * _POINTS, 1e-2)
            assert wide[3] - high == pytest.approx(3 * _POINTS, 1e-2)


def test_the_margins(book: Path) -> None:
    for number, page in enumerate(_words(book)[:2], 1):
        text = [word for word in page if word[2] > 26 and not re.fullmatch(r"\d+", word[3])]
        inside, outside = (20, 35) if number % 2 else (35, 20)
        assert min(left for left, *_ in text) >= inside - 0.5 + 3
        assert max(right for _, right, *_ in text) <= 170 - outside + 1 + 3  # a hyphen hangs


def test_the_size_of_the_type(book: Path) -> None:
    run = subprocess.run([tool("pdftotext"), "-bbox-layout", book, "-"], capture_output=True)
    heights = re.findall(
        r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">river<', run.stdout.decode()
    )
    sizes = {round(float(low) - float(high), 1) for high, low in heights}
    usual = 1.11  # what the letters of the face take above and below, for each point
    assert max(sizes) == pytest.approx(12 * usual, 0.15)


def test_letters_begin_with_the_text(book: Path) -> None:
    first, *_, last = (" ".join(word[-1] for word in page) for page in _words(book))
    assert "Chapter" in first and "Contents" not in first
    assert "Sigla" in last


_SHORT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{}"><teiHeader><fileDesc><titleStmt>'
    "<title>{}</title></titleStmt><publicationStmt><p>Made.</p></publicationStmt><sourceDesc>"
    "<p>Made.</p></sourceDesc></fileDesc></teiHeader><text><body><p>{}</p></body></text></TEI>"
)


def _pages_of(folder: Path, language: str, title: str, words: str) -> list[list[_Word]]:
    """The pages of a short book, from the text on, with the places of their words."""
    data = _SHORT.format(language, title, words).encode()
    source = Source(folder / "short.xml", "short.xml", data)
    build(Edition(folder, (source,), own=False), folder, ("pdf",), saxon=warm_saxon())
    return _words(folder / "pdf" / "short.pdf")[3:]


@pytest.mark.parametrize(
    ("language", "title", "from_right"),
    [("he", "\u05e9\u05d9\u05e8", True), ("en", "Song", False)],
)
def test_a_title_begins_where_its_text_begins(
    language: str, title: str, from_right: bool, tmp_path: Path
) -> None:
    """The book itself speaks English, and has its title page in the middle."""
    first = _pages_of(tmp_path, language, title, f"{title} {title}.")[0]
    begin, end, *_ = min((word for word in first if word[2] > 18), key=lambda word: word[2])
    middle = (begin + end) / 2
    assert (middle > 148 / 2) == from_right, first


@pytest.mark.parametrize(("note", "pages"), [("", 1), ("<note>Of old.</note>", 2)])
def test_the_last_lines_stand_below_all_others(note: str, pages: int, tmp_path: Path) -> None:
    """They never stand between a text and its notes."""
    shown = _pages_of(tmp_path, "en", "Song", f"Many words{note}.")
    assert len(shown) == pages
    *_, lowest = sorted(shown[-1], key=lambda word: word[2])
    assert lowest[3] == "PDF."
    assert "words" in " ".join(word[3] for word in shown[0])
