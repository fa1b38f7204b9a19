"""What the stylesheet writes for each case, and that Typst sets it without complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Golden
from tests.print.conftest import CASES, Printed, print_edition
from variorum.source import Edition

NAMES = sorted(path.stem for path in CASES.glob("*.xml") if path.stem != "register")
EXPECTED = {
    "blocks": ["element-unhandled", "picture-missing"],
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


def test_the_markup_can_be_set_where_it_is_written(cases: dict[str, Printed]) -> None:
    """`typst compile` in the folder of the output needs no other file and no setting."""
    import typst

    printed = cases["witnesses"]
    source = printed.path.parent.parent / "print" / "witnesses.typ"
    data = typst.compile(str(source), ignore_system_fonts=True)
    assert isinstance(data, bytes) and data.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["edition", "index"])
def test_no_document_has_the_name_of_another_output(name: str, tmp_path: Path) -> None:
    text = (CASES / "bare.xml").read_text(encoding="utf-8").replace('xml:id="bare"', "")
    (tmp_path / f"{name}.xml").write_text(text, encoding="utf-8")
    printed = print_edition(Edition.of([tmp_path], tmp_path), tmp_path / "out")
    assert list(printed) == [f"{name}_"]
