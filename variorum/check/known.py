"""Which codes a check can find: what a recorded exception may name."""

from __future__ import annotations

from pathlib import Path

from variorum.check import codes, every_rule
from variorum.findings import Code, codes_in
from variorum.relaxng import codes as grammar
from variorum.schema import codes as schema
from variorum.schema.constraints import codes_of_rules
from variorum.source import codes as source

__all__ = ["codes_of_checks", "known_codes"]


def codes_of_checks() -> dict[str, Code]:
    """The codes that Python declares for checks, by name; those of the ODD's rules are not here."""
    return codes_in(source, schema, grammar, codes) | every_rule.CODES


def known_codes(odd: Path) -> dict[str, Code]:
    """All of them, with the rules of Variorum's ODD and of that of an edition."""
    return codes_of_checks() | codes_of_rules(odd)
