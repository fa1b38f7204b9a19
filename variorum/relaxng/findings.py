"""What is wrong with a document, as data."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["GrammarFinding"]


class GrammarFinding(NamedTuple):
    """One mistake: a code of CODES, its place (1-based), what is wrong, and what to do."""

    code: str
    line: int
    column: int
    message: str
    help: str = ""
