"""How others encode: each case is a document, or a folder that is an edition, with what all outputs
must say of it beside it.

What is expected stands in `<case>.txt`: what a reader of the plain text sees, the text of each
witness, and the findings. `pytest --update-goldens` writes it. The proof holds the page, LaTeX and
the markup of the PDF against the same words; the PDF itself is set under `VARIORUM_TEST_ALL=1`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.conftest import TEST_ALL, Golden
from variorum.outputs.registry import FORMATS
from variorum.source import Edition

PRACTICE = Path(__file__).parent
CASES = sorted(
    path
    for subject in PRACTICE.iterdir()
    if subject.is_dir()
    for path in subject.iterdir()
    if path.suffix == ".xml" or (path.is_dir() and path.name != "__pycache__")
)


def _edition(case: Path) -> Edition:
    return Edition.of([case], case if case.is_dir() else case.parent)


def _described(findings: list[str], texts: dict[str, str]) -> str:
    """The findings, and after them each text under the name of its file."""
    blocks = ["\n".join(findings)] if findings else []
    blocks += [f"===== {name}\n\n{text.rstrip()}" for name, text in sorted(texts.items())]
    return "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_every_output_says_what_is_expected(case: Path, tmp_path: Path, golden: Golden) -> None:
    formats = FORMATS if TEST_ALL else tuple(name for name in FORMATS if name != "pdf")
    result = build(_edition(case), tmp_path, formats, saxon=warm_saxon())
    assert [f.message for f in result.findings if f.code == "proof-failed"] == []
    texts = {
        name.removeprefix("text/"): (tmp_path / name).read_text(encoding="utf-8")
        for name in result.written
        if name.startswith("text/") and name.endswith(".txt")
    }
    findings = [
        f"{Path(f.file).name}:{f.line}: {f.level} {f.code}: {f.message}"
        for f in result.findings
        if not f.code.startswith("print-")  # which only those runs have that set the PDF
    ]
    golden(case.with_name(f"{case.stem}.txt"), _described(sorted(findings), texts))
