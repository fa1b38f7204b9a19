"""What the header of a document must say before it can be packaged: rules of the ODD."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from variorum import resource

if TYPE_CHECKING:
    from variorum.findings import Diagnostic
    from variorum.schema.schematron import Rules
    from variorum.source import Source

__all__ = ["missing"]


def missing(source: Source) -> list[Diagnostic]:
    """What the header lacks for the crosswalk, each with its line.

    The rules are those of Variorum, whatever ODD and exceptions the edition has, since the
    crosswalk is Variorum's. For `check` they are warnings: a text may grow before its header does.
    """
    found = (finding for finding in _rules().validate(source) if finding.code.startswith("header-"))
    return [replace(finding, level="error") for finding in found]


@cache
def _rules() -> Rules:
    from variorum.schema.schematron import load

    return load(resource("schema") / "edition.sch", phase="#ALL", own=True)
