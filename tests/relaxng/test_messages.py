"""What an editor reads: one mistake each in a letter, with its findings as golden text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Golden
from variorum.relaxng import CODES, GrammarFinding, Schema, load_schema

FOLDER = Path(__file__).parent / "messages"
CASES = sorted(FOLDER.glob("*.xml"))
MISTAKES = {
    "good": 0,
    "two-mistakes": 2,
    "two-in-the-wrong-place": 2,
    "element-misspelt-keeps-content-checked": 2,
}


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema(FOLDER / "letter.rng")


def shown(finding: GrammarFinding, text: str) -> str:
    """The finding above the line it means, with a caret under the place."""
    line = text.splitlines()[finding.line - 1]
    lines = [
        f"{finding.line}:{finding.column} {finding.message} [{finding.code}]",
        f"  {line}",
        f"  {' ' * (finding.column - 1)}^",
        f"  help: {finding.help}",
    ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_findings(path: Path, schema: Schema, golden: Golden) -> None:
    findings = schema.validate(path.read_bytes())
    assert len(findings) == MISTAKES.get(path.stem, 1)
    text = path.read_text(encoding="utf-8")
    golden(path.with_suffix(".golden"), "".join(shown(finding, text) for finding in findings))


def test_every_code_is_shown(schema: Schema) -> None:
    documents = [path.read_bytes() for path in CASES] + [b"<a>"]
    shown = {finding.code for data in documents for finding in schema.validate(data)}
    assert shown == set(CODES)


def test_help_is_never_missing_and_names_no_more_than_eight(schema: Schema) -> None:
    for path in CASES:
        for finding in schema.validate(path.read_bytes()):
            assert finding.help
            assert finding.help.count("<") <= 10
