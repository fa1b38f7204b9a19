"""Findings as JSON: a list of objects, whose keys stay as they are for the programs of others."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from variorum.findings.diagnostic import Diagnostic, Place
from variorum.findings.visible import json_text

__all__ = ["as_json", "from_record", "record"]


def as_json(findings: Sequence[Diagnostic]) -> str:
    """One object for each finding; one about an output has the place in that, too."""
    return json_text(
        json.dumps([record(finding) for finding in findings], ensure_ascii=False, indent=2)
    )


def record(finding: Diagnostic) -> dict[str, object]:
    """A finding as a table, from which `from_record` makes it again."""
    output = {} if finding.output is None else {"output": finding.output._asdict()}
    return {
        "code": finding.code,
        "level": finding.level,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "help": finding.help,
        **output,
    }


def from_record(told: Mapping[str, Any]) -> Diagnostic:
    """The finding that a table tells of. Raises TypeError and KeyError for what is none."""
    output = told.get("output")
    return Diagnostic(**{**told, "output": output and Place(**output)})
