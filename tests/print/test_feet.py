"""Every entry stands at the foot of the page of its lemma, with the number of its line.

The lines are read from the text layer of the file, which says where words stand on the page.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.building import build, warm_saxon
from tests.conftest import slow, tool
from tests.print.generated import crowded, document, headed, nested, noted, sections, tall
from variorum.engines import pagination, typst
from variorum.source import Edition, Source

_LINE = re.compile(
    r'<line xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</line>', re.DOTALL
)
_WORD = re.compile(r"<word[^>]*>(.*?)</word>", re.DOTALL)
_TEXT_SIZE = range(11, 13)
"""The height, in points, of a line of text: those of the foot are less high, titles more."""


@dataclass
class Page:
    """The lines of text of a page, and the words of its foot."""

    lines: list[str]
    foot: str
    white: float
    """How many points are free between the text and the foot, or the edge of the page."""


def _pages(pdf: Path) -> Iterator[Page]:
    run = subprocess.run(
        [tool("pdftotext"), "-bbox-layout", str(pdf), "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    for page in run.stdout.split("<page ")[1:]:
        text, foot = [], []
        low, high = 0.0, 1000.0
        found = sorted(_LINE.findall(page), key=lambda each: float(each[0]))
        for top, bottom, words in found:
            said = " ".join(html.unescape(word) for word in _WORD.findall(words))
            height = float(bottom) - float(top)
            if int(height) in _TEXT_SIZE and float(top) > 50 and not said.startswith("Chapter"):
                text.append(said)
                low = float(bottom)
            elif float(top) > 50 and not re.fullmatch(r"\d+", said):
                foot.append(said)
                high = min(high, float(top)) if text else high
        yield Page(text, " ".join(foot), high - low)


def _made(data: bytes, folder: Path) -> Path:
    source = Source(folder / "made.xml", "made.xml", data)
    edition = Edition(folder, (source,), own=False)
    result = build(edition, folder, ("pdf",), saxon=warm_saxon())
    assert [finding.code for finding in result.findings] == []
    return folder / "pdf" / "made.pdf"


Line = tuple[int, int]
"""The numbers of a page and of a line on it."""


def _of_lemmas(pages: Sequence[Page]) -> dict[str, Line]:
    """The line of each lemma in the text."""
    return {
        lemma: (page, number)
        for page, each in enumerate(pages, 1)
        for number, line in enumerate(each.lines, 1)
        for lemma in re.findall(r"lemma\d+x", line)
    }


def _of_labels(pages: Sequence[Page]) -> Iterator[tuple[str, Line, int]]:
    """The lemma of each entry, the line that its label names, and its page."""
    label = ""
    for page, each in enumerate(pages, 1):
        for word in each.foot.split():
            if re.fullmatch(r"[\d.]+(?:–[\d.]+)?", word):
                label = word
            elif found := re.fullmatch(r"(lemma\d+x)\]?", word):
                on, _, line = label.partition("–")[0].rpartition(".")
                yield found[1], (int(on or page), int(line)), page


def _check(pdf: Path, entries: int) -> None:
    pages = list(_pages(pdf))
    labels = list(_of_labels(pages))
    lines = _of_lemmas(pages)
    assert len(labels) == len(lines) == entries
    assert {lemma: line for lemma, line, _ in labels} == lines
    elsewhere = sum(line[0] != page for _, line, page in labels)
    assert elsewhere <= entries / 10


def test_a_short_text(tmp_path: Path) -> None:
    _check(_made(document(1200, 24), tmp_path), 24)


@pytest.mark.parametrize(
    ("words", "entries"),
    [(1400, 25), (1200, 125), (9600, 200), (7000, 1000), (36000, 750), (26000, 3750)],
)
def test_sparse_and_dense_pages(words: int, entries: int, tmp_path: Path) -> None:
    """Some five, forty and 150 pages, with five and with twenty-five entries on each."""
    slow()
    _check(_made(document(words, entries), tmp_path), entries)


def test_entries_within_notes_stand_at_the_foot(tmp_path: Path) -> None:
    pages = list(_pages(_made(noted(3), tmp_path)))
    (foot,) = (page.foot for page in pages if "lemma0x" in page.foot)
    labels = [f"n. {number + 1} lemma{number}x A]" for number in range(3)]
    assert [label for label in labels if label in foot] == labels


def test_a_heading_goes_with_the_line_whose_entry_has_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans: list[Sequence[int]] = []
    plan = typst._Book.plan

    def counted(book: Any, ends: Sequence[int]) -> dict[str, Any]:
        plans.append(ends)
        return plan(book, ends)

    monkeypatch.setattr(typst._Book, "plan", counted)
    pdf = _made(headed(20), tmp_path)
    run = subprocess.run([tool("pdftotext"), str(pdf), "-"], capture_output=True, check=True)
    for page in run.stdout.decode().split("\f"):
        _, _, text = page.partition("\n\n")  # below the running head
        for number in re.findall(r"^Chapter (\d+)$", text, re.MULTILINE)[-1:]:
            assert number == "0" or f"lemma{number}x" in page, page
    assert plans == [[]]  # the first plan is kept


def test_a_note_longer_than_a_page_goes_on_below_entries(tmp_path: Path) -> None:
    slow()
    pages = list(_pages(_made(tall(), tmp_path)))
    feet = " ".join(page.foot for page in pages)
    assert [feet.count(f"lemma{number}x A]") for number in range(3)] == [1, 1, 1]
    assert not any("Critical apparatus" in page.foot for page in pages)


_FEW_LINES = 50
"""Two lines of text and a half, and what stands above a foot, in points."""


@pytest.mark.parametrize(("entries", "words"), [(25, 30), (60, 30), (1, 900), (3, 700)], ids=str)
def test_a_foot_taller_than_its_page_goes_on_at_the_next(
    entries: int, words: int, tmp_path: Path
) -> None:
    """The label of an entry that stands further on names the page of its lemma.

    Each entry has all its words, and no page is left with an empty place.
    """
    if entries == 60:
        slow()
    shown = list(_pages(_made(crowded(entries, words), tmp_path)))
    lines = _of_lemmas(shown)
    found = list(_of_labels(shown))
    assert len(lines) == len(found) == entries
    assert {lemma: line for lemma, line, _ in found} == lines
    said = re.split(r"lemma\d+x A\] ", " ".join(each.foot for each in shown))[1:]
    assert [len(re.findall(r"word\d+", each)) for each in said] == [words] * entries
    with_feet = [page for page in shown if page.lines and "word" in page.foot]
    assert len(with_feet) > 1
    assert max(page.white for page in with_feet[:-1]) < _FEW_LINES


@pytest.mark.parametrize(
    ("names", "told"),
    [(["", "", ""], ["1", "2", "3"]), (["I", "II", "XV"], ["I", "II", "XV"])],
    ids=["places", "numbers"],
)
def test_sections_count_their_lines(names: list[str], told: list[str], tmp_path: Path) -> None:
    """Each label tells the section and the line in it where the lemma begins, and where it ends."""
    settings = '[tool.variorum]\nprint.numbering = "section"\n'
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "made.xml").write_bytes(sections(names))
    result = build(Edition.here(tmp_path), tmp_path, ("pdf",), saxon=warm_saxon())
    assert [finding.code for finding in result.findings] == []
    shown = list(_pages(tmp_path / "pdf" / "made.pdf"))
    section, number = 0, 0
    lines: dict[str, str] = {}
    for line in (line for page in shown for line in page.lines):
        number += 1
        if f"begin{section + 1}x" in line:
            section, number = section + 1, 1
        lines |= dict.fromkeys(re.findall(r"lemma\d+x", line), f"{told[section - 1]}.{number}")
    feet = " ".join(page.foot for page in shown)
    labels = re.findall(r"(\w+\.\d+)(?:–(\d+))? (lemma\d+x)", feet)
    assert len(labels) == len(lines) == 27
    assert {lemma: label for label, _, lemma in labels} == lines
    ends = [(int(label.split(".")[1]), int(end)) for label, end, _ in labels if end]
    assert len(ends) > 20 and all(first < last <= first + 2 for first, last in ends)


@pytest.mark.parametrize("depth", [2, 4])
def test_notes_within_notes_have_room_at_the_foot(depth: int, tmp_path: Path) -> None:
    """No plan is lost to them, and all stand on the page where the outermost is called."""
    pdf = _made(nested(8, depth), tmp_path)
    _check(pdf, 8)
    shown = list(_pages(pdf))
    assert sum(bool(page.lines) for page in shown) > 2
    for number in range(8):
        called = [n for n, page in enumerate(shown) if f"call{number}x" in " ".join(page.lines)]
        for level in range(1, depth + 1):
            name = f"note{number}level{level} "
            assert [n for n, page in enumerate(shown) if name in page.foot] == called


def test_a_wrong_label_is_no_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = pagination.Observed.numbers

    def wrong(self: Any, numbering: str) -> dict[int, int]:
        found = numbers(self, numbering)
        return found | {max(found): 99, min(found): 98}

    monkeypatch.setattr(pagination.Observed, "numbers", wrong)
    source = Source(tmp_path / "made.xml", "made.xml", document(60, 60))
    result = build(Edition(tmp_path, (source,), own=False), tmp_path, ("pdf",), saxon=warm_saxon())
    (finding,) = result.findings
    assert finding.code == "print-label-wrong" and "is printed as" in finding.message
    assert not (tmp_path / "pdf" / "made.pdf").exists()
