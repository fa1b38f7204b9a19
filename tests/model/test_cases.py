"""What the model makes of each feature of an apparatus: its entries, findings and texts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.apparatus.made import MODEL, TEI, Made, failed, made
from tests.conftest import Golden

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.xml"))


def described(built: Made) -> str:
    """Entries, findings, and the text of each witness, in lines."""
    apps = built.model.iterfind(f"{TEI}standOff/{TEI}listApp/{TEI}app")
    kinds = Counter(f"{app.get(MODEL + 'series')}: {app.get(MODEL + 'kind')}" for app in apps)
    lines = [*built.lines, "", *(f"{number} {kind}" for kind, number in sorted(kinds.items()))]
    lines += [f"{f.code} line {f.line}: {f.message}" for f in built.findings]
    for siglum in built.proof.reader.sigla:
        lines += [
            "",
            f"{siglum}:",
            built.outputs[f"text/{built.source.id}.{siglum}.txt"].rstrip("\n"),
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_the_case(name: str, golden: Golden) -> None:
    built = made(CASES / f"{name}.xml")
    golden(CASES / f"{name}.txt", described(built))
    assert not failed(built)


def test_sections_name_the_witnesses_that_have_them() -> None:
    built = made(CASES / "fragment.xml", ("text",))
    sections = [div.get(f"{MODEL}witnesses") for div in built.model.iter(f"{TEI}div")]
    assert sections == ["A B C", "B C", "A B C"]


def test_nothing_of_the_model_s_own_reaches_an_output() -> None:
    for name in NAMES:
        for output in made(CASES / f"{name}.xml").outputs.values():
            assert "urn:variorum:model" not in output
            assert "v:entries" not in output
