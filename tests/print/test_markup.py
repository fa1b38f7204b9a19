"""What the stylesheet writes for each case, and that Typst sets it without complaint."""

from __future__ import annotations

import pytest

from tests.conftest import Golden
from tests.print.conftest import CASES, Printed

NAMES = sorted(path.stem for path in CASES.glob("*.xml") if path.stem != "register")
EXPECTED = {
    "blocks": ["element-unhandled"],
    "languages": ["print-glyph-missing"],
    "unplaced": ["entry-unplaced"],
}


@pytest.mark.parametrize("name", NAMES)
def test_the_markup_is_as_agreed(name: str, cases: dict[str, Printed], golden: Golden) -> None:
    golden(CASES / f"{name}.typ", cases[name].markup)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_but_what_is_wrong(name: str, cases: dict[str, Printed]) -> None:
    codes = [finding.code for finding in cases[name].findings]
    assert sorted(set(codes)) == EXPECTED.get(name, [])


def test_the_note_prints_without_a_finding(note: Printed) -> None:
    assert note.findings == []


def test_only_calls_are_written(cases: dict[str, Printed], note: Printed) -> None:
    """How a page looks is the template's business: no rule of Typst's in what the XSLT writes."""
    for printed in (*cases.values(), note):
        for word in ("#set ", "#text(", "#block(", "#par(", "#v(", "#h(", "pt)", "em)"):
            assert word not in printed.markup
        assert printed.markup.count("#show") == 1
