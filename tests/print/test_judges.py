"""What judges of others say of the PDFs: PDF/A-3a, PDF/UA-1, and what a reader who listens meets.

Known to be wrong in what `page-validation` says, and no fault of a file:

- `STREAM-LENGTH` where the bytes of a stream end in a carriage return;
- widths of glyphs in CFF fonts with several dictionaries, as in Noto Serif CJK.

Of `outloud` all errors count but one: a table has no header where its TEI names no label. Its
warnings are known: a foot of the apparatus is a Note without a
label, for it has many numbers; notes stand in the structure where they are called, within a
sentence, and on the page at its foot.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.archive.conftest import validators
from tests.conftest import SLOW, tool
from tests.print.conftest import CASES, Printed

__all__ = ["validators"]

_CONFORMANCE = """
import json, sys, page
told = {}
for file in sys.argv[1:]:
    for profile in ("pdfa-3a", "ua1"):
        report = page.validate_pdf(file, profile=profile)
        assert report.rules.total > 90
        told[f"{file} {profile}"] = [f"{each.rule_id} {each.message}" for each in report.failures]
print(json.dumps(told))
"""
_KNOWN = ("PDFA3A-STREAM-LENGTH-001",)


def _failures(python: Path, *files: Path) -> dict[str, list[str]]:
    run = subprocess.run(
        [python, "-c", _CONFORMANCE, *files], capture_output=True, text=True, check=True
    )
    told: dict[str, list[str]] = json.loads(run.stdout)
    return {
        file: new
        for file, failures in told.items()
        if (new := [each for each in failures if not each.startswith(_KNOWN)])
    }


def test_conformance(validators: Path, note: Printed, cases: dict[str, Printed]) -> None:
    tagged = [each for each in cases.values() if "print-untagged" not in _codes(each)]
    assert len(tagged) > 8
    assert _failures(validators, note.path, *(each.path for each in tagged)) == {}


def test_a_damage_is_found(validators: Path, note: Printed, tmp_path: Path) -> None:
    data = note.data
    for before, after in ((b"/Marked true", b"/Marked null"), (b"/DisplayDocTitle true", b"")):
        assert before in data
        damaged = tmp_path / "damaged.pdf"
        damaged.write_bytes(data.replace(before, after.ljust(len(before))))
        assert _failures(validators, damaged) != {}


def _is_sound(file: Path) -> bool:
    """Whether `qpdf` finds neither an error (status 2) nor a warning (status 3)."""
    return subprocess.run([tool("qpdf"), "--check", file], capture_output=True).returncode == 0


def test_the_syntax(note: Printed, cases: dict[str, Printed], tmp_path: Path) -> None:
    assert all(_is_sound(each.path) for each in (note, *cases.values()))
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(note.data.replace(b"startxref", b"startxxxx"))
    assert not _is_sound(damaged)


@SLOW
@pytest.mark.parametrize("name", ["note", *sorted(path.stem for path in CASES.glob("*.typ"))])
def test_nothing_is_lost_on_who_listens(
    name: str, validators: Path, note: Printed, cases: dict[str, Printed]
) -> None:
    book = note if name == "note" else cases[name]
    if "print-untagged" in _codes(book):
        pytest.skip("set without tags")
    run = subprocess.run(
        [validators.parent / "outloud", "--json", "-", "--fail-on", "never", book.path],
        capture_output=True,
        text=True,
        check=True,
    )
    (result,) = json.loads(run.stdout)["results"]
    assert result["stats"]["tagged"] and result["error"] is None
    errors = [each["message"] for each in result["findings"] if each["severity"] == "error"]
    assert [message for message in errors if not message.endswith("has no header cell")] == []


def _codes(book: Printed) -> set[str]:
    return {finding.code for finding in book.findings}
