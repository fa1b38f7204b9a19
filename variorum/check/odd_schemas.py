"""Schemas that files name by the ODD they are made from (TEI P5 23.4)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variorum.findings import Code, Diagnostic, VariorumError, codes_in
from variorum.schema import odd_codes

if TYPE_CHECKING:
    from variorum.relaxng import Schema

__all__ = ["code_of", "grammar_of", "has_rules", "is_odd"]


def is_odd(href: str) -> bool:
    """Whether an address is that of an ODD."""
    return href.partition("?")[0].endswith(".odd")


def grammar_of(odd: Path) -> Schema | Diagnostic:
    """The grammar that an ODD describes, or the first thing that keeps it from being compiled."""
    from variorum.relaxng import load_schema
    from variorum.schema.odd import compile_schema

    try:
        return load_schema(compile_schema(odd).grammar, odd.parent)
    except VariorumError as error:
        return error.findings[0]


def has_rules(odd: Path) -> bool:
    """Whether an ODD has rules in Schematron, which are taken from it as they stand."""
    return b"constraintSpec" in odd.read_bytes()


def code_of(finding: Diagnostic, otherwise: Code) -> Code:
    """The code of what is wrong with an ODD, for a finding in the file that names it."""
    return codes_in(odd_codes).get(finding.code, otherwise)
