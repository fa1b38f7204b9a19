"""LuaLaTeX sets the source, and its PDF says what ours says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import pytest

from tests.conftest import ROOT, shared, slow
from tests.latex.conftest import CASES
from tests.latex.tex import Compiled, compiled, words_of
from tests.print.conftest import print_edition
from tests.print.model import Entry, entries
from variorum.source import Edition

PUBLISHED = {
    "arabic poem": "SCDH__seed-tei-transformations__BAlam52.tei.xml",
    "arabic prose": "SCDH__seed-tei-transformations__Bisharah.tei.xml",
    "yiddish drama": "dracor-org__yidracor__rose-engshaft.xml",
    "greek drama": "dracor-org__greekdracor__euripides-hecuba.xml",
}


@dataclass(frozen=True)
class Both:
    """A text as LaTeX sets it, the words of our PDF of it, and its entries."""

    latex: Compiled
    pdf: str
    entries: list[Entry]


Setting = Callable[[str], Both]


@pytest.fixture(scope="session")
def both(
    latex: Callable[[Edition], dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> Setting:
    """Sets a text twice, with the numbers of its source: lines and pages break elsewhere."""
    made: dict[str, Both] = {}

    def of(name: str) -> Both:
        slow()
        if name not in made:
            edition, folder = _edition(name), tmp_path_factory.mktemp("both")
            source = edition.documents[0]
            tex = compiled(latex(edition)[source.id], folder)
            pdf = print_edition(edition, folder / "output")[source.id].path
            made[name] = Both(tex, words_of(pdf), entries(edition, source))
        return made[name]

    return of


def _edition(name: str) -> Edition:
    if name == "note":
        edition = Edition.here(ROOT)
    else:
        case = shared("corpora") / PUBLISHED[name] if name in PUBLISHED else CASES / f"{name}.xml"
        edition = Edition.of([case], ROOT)
    printed = replace(edition.settings.print, numbering="source")
    return replace(edition, settings=replace(edition.settings, print=printed))


@pytest.mark.parametrize("name", ["note", "numbers", "poem", "prose", *PUBLISHED])
def test_a_text_compiles_without_complaint(name: str, both: Setting) -> None:
    assert both(name).latex.complaints() == []


def test_words_are_printed(both: Setting) -> None:
    expected = "[It] cost $5 & 10% of #1_a^b~c`d\\e {f} -- or---less,, <<so>>"
    assert expected in " ".join(both("prose").latex.text.split())


@pytest.mark.parametrize("name", ["note", "numbers", "poem"])
def test_entries_have_labels_and_words_of_the_pdf(name: str, both: Setting) -> None:
    found = both(name)
    expected = list(_labelled(found.pdf, found.entries))
    assert len(expected) == sum(entry.placed for entry in found.entries) > 0
    assert all(label for label, _ in expected)
    assert list(_labelled(found.latex.text, found.entries)) == expected


def test_entries_have_the_numbers_of_the_edition(both: Setting) -> None:
    found = both("numbers")
    labels = [label for label, _ in _labelled(found.latex.text, found.entries)]
    numbers = ["9", "9", "10", "10a", "10a", "11", "after11", "15", "15"]
    assert labels == ["tit.", *numbers, "1", "2"]


def test_a_line_has_one_number_and_an_introduction_none(both: Setting) -> None:
    lines = both("numbers").latex.text.splitlines()
    text = lines[lines.index("B Two.") + 1 : lines.index("2 So is this.") + 1]
    assert [line for line in text if line[0].isdigit()] == [
        "9 The ferry goes over",
        "10 a river that nobody knows,",
        "10a and never again",
        "11 a traveller goes",
        "15 the oars are still.",
        "1 What follows is prose.",
        "2 So is this.",
    ]


def test_verses_of_a_drama_have_the_numbers_of_the_pdf(both: Setting) -> None:
    found = both("greek drama")
    expected = _numbered(found.pdf)
    assert len(expected) > 250 and "54b" in dict(expected)
    assert _numbered(found.latex.text) == expected


@pytest.mark.parametrize("name", ["arabic poem", "arabic prose"])
def test_letters_from_right_to_left_are_those_of_the_pdf(name: str, both: Setting) -> None:
    """Each letter as often: what the order of such lines is, no reader of PDF agrees on."""
    found = both(name)
    letters = sorted(re.findall("[\u0621-\u064a]", _folded(found.latex.text)))
    said = "".join(entry.line for entry in found.entries)
    assert len(letters) > len(re.findall("[\u0621-\u064a]", said)) > 500


def test_brackets_are_mirrored_once(both: Setting) -> None:
    """Before words from the right stands the sign that is round to the right."""
    assert re.findall("[()]", both("arabic prose").latex.text) == [")", "(", ")", "("]


def _numbered(text: str) -> list[tuple[str, str]]:
    """The verses with numbers, by number and first letters."""
    lines = re.findall(
        r"^(\d+[a-z]?) (?:card \d+ )?(\S*[\u0370-\u03ff\u1f00-\u1fff].*)$", text, re.MULTILINE
    )
    return [(number, _folded(words)[:8]) for number, words in lines]


def _labelled(text: str, of: list[Entry]) -> Iterator[tuple[str, str]]:
    """Each entry that has a place, with the label that is printed for it, series by series.

    A label is what stands between an entry and the one before it, or the beginning of its line. The
    sign for two entries in one place stands for the label before it.
    """
    words = _folded(text)
    placed = sorted((entry for entry in of if entry.placed), key=lambda entry: entry.rank)
    for _, series in groupby(placed, key=lambda entry: entry.rank):
        end, label = 0, ""
        for entry in series:
            line = _folded(entry.line)
            at = re.compile("\n?".join(map(re.escape, line))).search(words, end)
            assert at, f"{line} is not printed"
            between = words[end : at.start()]
            if end == 0 or len(between) > _LONGEST:
                between = between.rpartition("\n")[2]
            found = between.replace("\n", "")
            label, end = (label if found == "‖" else found), at.end()
            yield label, line


_LONGEST = 20
"""How long a label may be between two entries."""


def _folded(text: str) -> str:
    """Words as they can be compared: without spaces and hyphens, but with the ends of lines."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return re.sub(r"[^\S\n]|[-\u00ad\u2010]", "", plain)


_QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")
