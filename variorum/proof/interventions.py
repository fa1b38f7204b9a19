"""Which marks of editors have entries of their own, and which a sign in the text tells."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from variorum.proof.corrections import is_by_edition, is_implied, is_restored, was_there
from variorum.proof.elements import TEI, is_in_note, local, readings_of
from variorum.proof.signs import kind_of_wrong_words, sign_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.entries import Entries

__all__ = ["is_intervention", "is_lone_mark", "sign_in_text"]


def sign_in_text(element: _Element, entries: Entries, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The signs around the words of an element where it stands in the text or in a reading."""
    readings = element.iterancestors(f"{TEI}lem", f"{TEI}rdg")
    attested = any(entries.witnesses.named_by(reading) for reading in readings)
    return sign_of(element, labels, attested=attested)


def is_lone_mark(element: _Element) -> bool:
    """Whether words are said to be corrected, or wrong, and nothing stands against them."""
    return local(element) in ("corr", "sic") and local(element.getparent()) != "choice"


def is_intervention(element: _Element, entries: Entries, labels: Mapping[str, str]) -> bool:
    """Whether a mark in the text has an entry of its own.

    A sign in the text says what was lost there, and unless the settings ask for it no entry does.
    What a witness deleted in its reading, and what the edition supplies or holds to be superfluous
    in a lemma against witnesses, is told by the entry around it. A deletion that was restored is
    none. In notes signs tell what is lost there; a reading that a note stands in is none of it. A
    choice of the levels of Menota has the same word at each.
    """
    if local(element) in ("gap", "supplied") and is_in_note(element):
        return False
    if local(element) == "choice" and element.find(f"{TEI}*") is None:
        return False
    if _is_told_by_sign(element, entries, labels):
        return False
    around = takewhile(lambda outer: local(outer) != "note", element.iterancestors())
    readings = [outer for outer in around if local(outer) in ("lem", "rdg")]
    if local(element) == "del":
        witnesses = (entries.witnesses.named_by(reading) for reading in readings)
        return not (is_restored(element) or any(witnesses))
    apps = (next(reading.iterancestors(f"{TEI}app")) for reading in readings)
    told = any(entries.witnesses.named_by(r) for app in apps for r in readings_of(app))
    if local(element) == "supplied" and is_by_edition(element):
        return not (is_implied(element) or told)
    return not (local(element) == "surplus" and told)


def _is_told_by_sign(element: _Element, entries: Entries, labels: Mapping[str, str]) -> bool:
    """Whether a sign in the text says enough, and the settings ask for no entry."""
    name, sign = local(element), ""
    if name == "gap" and is_by_edition(element):
        sign = "lost"
    elif name == "surplus":
        sign = "surplus"
    elif name == "supplied" and is_by_edition(element):
        sign = "restored" if was_there(element) else "added"
    elif name == "del" and sign_in_text(element, entries, labels):
        sign = "deleted"
    elif name == "sic":
        sign = kind_of_wrong_words(element, name, labels)
    elif name == "choice":
        chosen = entries.chosen(element)
        expands = chosen is not None and next(chosen.iter(f"{TEI}ex"), None) is not None
        sign = "expanded" if expands else ""
    shown = sign == "lost" or labels.get(f"sign:{sign}", "") != ""
    return shown and sign not in labels["entries"].split()
