"""The proof of the pages of registers: what they must say of each entry of an edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.findings import Diagnostic, Place
from variorum.proof.codes import PROOF_FAILED
from variorum.proof.printed_registers import faults_of_named, faults_of_unnamed
from variorum.proof.proof import labels
from variorum.proof.register_entries import RegisterEntry, entries_of, unnamed_entries_of

if TYPE_CHECKING:
    from variorum.source import Edition

__all__ = ["register_failures"]

_LANGUAGE = re.compile(r"<html[^>]*\blang=\"([^\"]*)\"")


def register_failures(edition: Edition, pages: Sequence[str]) -> list[Diagnostic]:
    """What is wrong with the pages of registers: at most one finding for each file of the TEI.

    Entries that documents keep for themselves may be those of a register, too, so that only what
    the pages say of them is held, and not that they have a place of their own.
    """
    language = _LANGUAGE.search(pages[0]) if pages else None
    words = labels(language[1] if language else "en")
    entries: dict[str, RegisterEntry] = {}
    files: dict[str, str] = {}
    demanded: list[str] = []
    for source in (*edition.documents, *edition.registers):
        held = entries_of(source.root)
        is_register = source in edition.registers
        names = [each.id if is_register else f"{source.id}.{each.id}" for each in held]
        new = {n: each for n, each in zip(names, held, strict=True) if n not in entries}
        entries |= new
        files |= dict.fromkeys(new, source.name)
        demanded += new if is_register else ()
    found: dict[str, Diagnostic] = {}
    for source in edition.registers:
        for fault in faults_of_unnamed(unnamed_entries_of(source.root), pages):
            place = Place(source.name, fault.entry.line)
            message = f"register, an entry without an id: {fault.message}"
            found.setdefault(source.name, PROOF_FAILED.at(place, message))
    names_of = {id(entry): name for name, entry in entries.items()}
    for fault in faults_of_named(entries, demanded, "register", pages, words):
        file = files[names_of[id(fault.entry)]]
        message = f"register, the entry {fault.entry.id}: {fault.message}"
        place = Place(file, fault.entry.line)
        found.setdefault(file, PROOF_FAILED.at(place, message))
    return [*found.values()]
