"""What witnesses had before they were corrected, and what since (TEI P5 12.1.2, 11.3.1.4).

An entry tells states apart by `@varSeq`, by the types that editions use for them, or by hands.
Within a reading, `del` is what stood there first and `add` what has been put there since; a
deletion that was itself cancelled (`restore`) is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from variorum.proof.elements import COPIED, TEI, local, of_reading

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "corrections_of",
    "is_by_edition",
    "is_implied",
    "is_later",
    "is_restored",
    "is_told",
    "lost",
    "rank",
    "unread",
    "was_there",
]

_FIRST = re.compile(
    r"a\.?\s?c\.?|ante[\s_-]?corr.*|prima[\s_-]?manus|first[\s_-]?hand|orig(inal)?|uncorrected"
)
_LATER = re.compile(r"p\.?\s?c\.?|post[\s_-]?corr.*|corr|corrected|correction|corrector")
_IN_LINE = {"inline", "mixed"}
_LOST = re.compile(
    "lost|loss|illeg|damage|undefined|unclear|faded|fading|torn|tear|hole|cut|trimmed|erased|"
    "erasure|worn|rubbed|broken|burnt|blot|stain|overbind|binding|lacuna"
)


def rank(reading: _Element) -> int:
    """The place of a reading among the states of its witness."""
    kind = " ".join((of_reading(reading, "type") or "").lower().split())
    state = (of_reading(reading, "varSeq") or "").strip()
    if _FIRST.fullmatch(kind):
        return -2
    if state.isdigit():
        return int(state)
    return 0 if _LATER.fullmatch(kind) else -1


def is_later(reading: _Element, before: _Element | None) -> bool:
    """Whether a reading is a later state of a witness than the one that stands before it.

    Readings that have neither number nor type are told apart by hands; the later hand stands later.
    """
    if before is None:
        return True
    own, other = rank(reading), rank(before)
    hand = of_reading(reading, "hand")
    return own > other or (own == other and hand is not None and hand != of_reading(before, "hand"))


def _within(reading: _Element, *names: str) -> list[_Element]:
    """The marks of these names within a reading, but not in a note that stands in it."""
    around = sum(1 for _ in reading.iterancestors(f"{TEI}note"))
    return [
        mark
        for mark in reading.iter(*(f"{TEI}{name}" for name in names))
        if sum(1 for _ in mark.iterancestors(f"{TEI}note")) == around
    ]


def corrections_of(reading: _Element) -> list[_Element]:
    """The deletions and additions within a reading; those in copied words are told elsewhere."""
    return [] if reading.get(COPIED) else _within(reading, "del", "add")


def is_told(reading: _Element, original: _Element) -> bool:
    """Whether more is said of a reading than its words and witnesses.

    That is a hand or an editor, a place outside the line where words are added, a deletion at
    once (`@instant`), or letters that are hard to read. `original` is the reading whose words it
    has.
    """
    marks = corrections_of(original)
    groups = (mark.getparent() for mark in marks)
    hands = [*marks, *(group for group in groups if local(group) in ("subst", "mod"))]
    return (
        any(of_reading(reading, name) for name in ("resp", "source", "hand"))
        or any(element.get("hand") for element in hands)
        or _is_instant([mark for mark in marks if local(mark) == "del"])
        or any(
            local(mark) == "add" and {*mark.get("place", "").split()} - _IN_LINE for mark in marks
        )
        or bool(_within(original, "unclear"))
    )


def _is_instant(deletions: list[_Element]) -> bool:
    """Whether all deletions were made as soon as the words were written (TEI P5 11.3.1.4)."""
    own = [
        each.get("instant") or each.getparent().get("instant")
        if local(each.getparent()) in ("subst", "mod")
        else each.get("instant")
        for each in deletions
    ]
    return bool(own) and all(value in ("true", "1") for value in own)


def is_restored(deletion: _Element) -> bool:
    """Whether a deletion was cancelled, so that its words are text again."""
    return local(deletion.getparent()) == "restore"


def is_by_edition(mark: _Element) -> bool:
    """Whether the edition itself is responsible for a mark, which names no other source."""
    return mark.get("source") is None


def was_there(supplied: _Element) -> bool:
    """Whether supplied words once stood in the source, which is damaged there (TEI P5 11.3.3.1)."""
    return any(_LOST.match(reason) for reason in supplied.get("reason", "").split())


def is_implied(supplied: _Element) -> bool:
    """Whether supplied words are understood and stand in no source, as in a translation."""
    return not {"subaudible", "implied", "explanation"}.isdisjoint(
        supplied.get("reason", "").split()
    )


def unread(element: _Element, labels: Mapping[str, str]) -> str:
    """The sign for deleted words that nobody can read any more."""
    is_empty = len(element) == 0 and not element.text
    return lost(labels["gap.unknown"], labels) if is_empty and local(element) == "del" else ""


def lost(words: str, labels: Mapping[str, str]) -> str:
    """What is said of lost words, in its sign."""
    sign = labels["sign:lost"].split()
    return f"{sign[0]}{words}{sign[-1]}" if sign else words
