"""What a register says that is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.check.codes import REGISTER_PROSE
from variorum.findings import Diagnostic, Place
from variorum.source import Edition, Source
from variorum.source.registers import prose_of

__all__ = ["words_beside_entries"]


def words_beside_entries(source: Source, edition: Edition) -> Iterator[Diagnostic]:
    """Words in the text of a register that belong to none of its entries.

    Raises VariorumError for a file that cannot be parsed as it stands.
    """
    prose = prose_of(source.root) if source.is_register else None
    if prose is not None and source in edition.registers:
        message = "this file is a register; its words beside the entries are not printed"
        yield REGISTER_PROSE.at(Place(source.name, prose.sourceline or 1), message)
