"""What is wrong with a document, as data."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["GrammarFinding"]


@dataclass(frozen=True)
class GrammarFinding:
    """One mistake: a stable `code`, its place (1-based), what is wrong, and what to do."""

    code: str
    line: int
    column: int
    message: str
    help: str = ""
