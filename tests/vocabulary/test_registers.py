"""Registers and records of authorities, in the outputs that have no page for them."""

from __future__ import annotations

import re

import pytest

from tests.building import InMemory
from tests.practice.test_practice import PRACTICE
from variorum.outputs.latex import LATEX
from variorum.outputs.pdf import PDF
from variorum.source import Edition


@pytest.fixture(scope="module")
def made() -> InMemory:
    file = PRACTICE / "registers" / "authorities.xml"
    return InMemory(Edition.of([file], file.parent))


def test_a_name_without_an_entry_leads_to_its_record(made: InMemory) -> None:
    assert '#external("https://d-nb.info/gnd/118540238")[Goethe]' in made.rendered(PDF)
    assert r"\href{https://d-nb.info/gnd/118540238}{Goethe}" in made.rendered(LATEX)


def test_entries_lead_to_their_records(made: InMemory) -> None:
    printed, latex = made.rendered(PDF), made.rendered(LATEX)
    for address, name in (
        ("https://d-nb.info/gnd/118540239", "GND 118540239"),
        ("https://viaf.org/viaf/24602065", "VIAF 24602065"),
        ("https://www.geonames.org/2641096", "GeoNames 2641096"),
    ):
        assert f'#external("{address}")[{name}]' in printed
        assert rf"\href{{{address}}}{{{name}}}" in latex


def test_the_register_follows_the_text_in_latex(made: InMemory) -> None:
    _, _, register = made.rendered(LATEX).partition("\\section*{Register}")
    named = ["Reed, Ina", "Never Named", "Ann Oar", "Ben Oar", "Orrin"]
    assert all(rf"\textbf{{{name}.}}" in register for name in named)


def test_a_name_leads_to_its_entry_in_latex(made: InMemory) -> None:
    text, _, register = made.rendered(LATEX).partition("\\section*{Register}")
    links = re.findall(r"\\hyperlink\{([^}]*)\}\{(\w+)\}", text)
    assert [name for _, name in links] == ["Ina", "Orrin", "Ann"]
    assert all(rf"\hypertarget{{{place}}}{{}}" in register for place, _ in links)
