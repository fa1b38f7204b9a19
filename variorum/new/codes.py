"""Codes of what keeps a new edition from being begun."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = ["NEW_NOT_EMPTY"]

NEW_NOT_EMPTY = Code(
    "new-not-empty",
    "error",
    "A new edition replaces no file that is there.",
    "choose another folder, or begin with the TEI that is there: variorum new . --from tei",
)
