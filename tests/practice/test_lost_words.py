"""Words that the reader and the stylesheets lose alike, so that only the count of all finds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import InMemory
from tests.practice.test_left_out import DOCUMENT, TEXTS
from variorum.proof import Proof
from variorum.source import Edition

PROSE = "<p>The sea was calm and the wind fair; the boat lay in the bay, and nobody rowed.</p>"

FAULTS = {
    "printed once of twice": ("and the wind", "and wind", "words-lost"),
    "printed twice of once": ("nobody", "nobody nobody", "words-lost"),
    "the first word doubled": ("<p>The", "<p>The the", "words-lost"),
    "moved within a sentence": ("sea was calm", "calm was sea", "words-lost"),
    "moved to another place": ("<p>The sea", "<p>Sea the", "words-lost"),
    "lost": (" nobody rowed", "", "words-lost"),
}

BESIDE = {
    "a note": "<p>One<note>the oar and the oar</note> two.</p>",
    "a reading": '<p>One <app><lem wit="#A">two</lem><rdg wit="#B">oar and oar</rdg></app>.</p>',
    "a description": "<p>Here <object><p>oar by oar</p></object> it is.</p>",
}


def found(folder: Path, whole: str, lacking: str, kind: str) -> list[str]:
    """What the proof says of the outputs of one text, held against another that is read alike."""
    output = next(output for output in TEXTS if output.proof == kind)
    made = []
    for number, text in enumerate((whole, lacking)):
        file = folder / f"{number}" / "made.xml"
        file.parent.mkdir()
        file.write_text(DOCUMENT.format(text), encoding="utf-8")
        made.append(InMemory(Edition.of([file], file.parent)))
    proof = Proof(made[0].source, "en")
    proof.reader = Proof(made[1].source, "en").reader
    return [
        f"{each.code}: {each.message}" for each in proof.failures(kind, made[1].rendered(output))
    ]


KINDS = [output.proof for output in TEXTS]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fault", FAULTS)
def test_number_and_order_are_held(fault: str, kind: str, tmp_path: Path) -> None:
    old, new, code = FAULTS[fault]
    assert old in PROSE
    said = found(tmp_path, PROSE, PROSE.replace(old, new, 1), kind)
    assert [message.split(":")[0] for message in said] == [code], said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", BESIDE)
def test_number_is_held_beside_the_running_text(place: str, kind: str, tmp_path: Path) -> None:
    text = BESIDE[place]
    lacking = text.replace("oar", "", 1)
    assert lacking != text
    said = found(tmp_path, text, lacking, kind)
    assert [message.split(":")[0] for message in said] == ["words-lost"], said
    assert "oar" in said[0]


def test_a_description_says_nothing_twice(tmp_path: Path) -> None:
    text = BESIDE["a description"]
    for kind in KINDS:
        folder = tmp_path / str(kind)
        folder.mkdir()
        said = found(folder, text, text.replace("oar by", "oar by oar by"), str(kind))
        assert any("more often" in message for message in said), (kind, said)
