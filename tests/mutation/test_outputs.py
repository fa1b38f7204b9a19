"""Valid documents of every shape through every output: nothing stops, and what is absent is told.

Each document is made from a seed, which is its name: `seed-123.xml`. Many are built as one edition,
in one process, so that a failure of one would show in the others.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build, warm_saxon
from tests.conftest import SLOW
from tests.mutation.generator import generator
from variorum.build.run import Result
from variorum.findings import Diagnostic
from variorum.outputs.registry import FORMATS
from variorum.source import Edition

DOCUMENTS = 2_000
AT_ONCE = 100
ENDINGS = {"html": ".html", "text": ".txt", "latex": ".tex", "pdf": ".pdf"}
OF_THE_PROGRAM = ("document-failed", "output-failed", "proof-stopped", "output-unwritable")
"""What is found where the program stops, and not for a document that it refuses."""
PROOFS = ("proof-failed", "words-lost")
DEPTH = "too deep"
MOST_UNPROVED = 5
"""Of a hundred documents so many fail the proof or the count of words at most, and are to be less.

What is left are encodings that contradict themselves:

- an entry within the form of a word that is not printed, or within the words of its own lemma;
- one siglum, or one id, of several witnesses, so that it is open whose reading it is;
- a deletion within the note of an editor, which no entry tells of.
"""


@SLOW
@pytest.mark.parametrize(
    "first", range(0, DOCUMENTS, AT_ONCE), ids=lambda seed: f"seeds from {seed}"
)
def test_no_valid_document_stops_an_output(first: int, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    for seed in range(first, first + AT_ONCE):
        (folder / f"seed-{seed}.xml").write_bytes(generator().valid(seed))
    edition = Edition.of([folder], folder)
    made = build(edition, tmp_path / "out", FORMATS, saxon=warm_saxon())
    faults = [each for each in made.findings if is_of_program(each)]
    assert faults == []
    assert list(absent(edition, made)) == []
    unproved = {each.file for each in made.findings if each.code in PROOFS}
    assert len(unproved) <= MOST_UNPROVED, sorted(unproved)


def is_of_program(finding: Diagnostic) -> bool:
    """Whether a finding says, or should say, that the program is at fault."""
    if finding.code in PROOFS:
        return False  # these are counted
    stopped = finding.code in OF_THE_PROGRAM or "fault of the p" in finding.help
    return stopped and DEPTH not in finding.message


def absent(edition: Edition, made: Result) -> list[str]:
    """The outputs that are neither there nor said to be absent."""
    told = {each.file for each in made.findings if each.level == "error"}
    return [
        f"{source.name}: {output}"
        for source in edition.documents
        for output in FORMATS
        if source.name not in told
        and not any(name.endswith(ENDINGS[output]) for name in made.files.get(source.id, ()))
    ]


@SLOW
def test_documents_are_valid_and_the_same_each_time() -> None:
    made = generator()
    first = [made.valid(seed) for seed in range(20)]
    assert all(map(made.is_valid, first))
    assert first == [made.valid(seed) for seed in range(20)]
    assert len(set(first)) == len(first)
