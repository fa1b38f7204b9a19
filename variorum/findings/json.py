"""Findings as JSON: a list of objects, whose keys stay as they are for the programs of others."""

from __future__ import annotations

import json
from collections.abc import Sequence

from variorum.findings.diagnostic import Diagnostic
from variorum.findings.visible import json_text

__all__ = ["as_json"]


def as_json(findings: Sequence[Diagnostic]) -> str:
    """One object for each finding; one about an output has the place in that, too."""
    return json_text(
        json.dumps([_record(finding) for finding in findings], ensure_ascii=False, indent=2)
    )


def _record(finding: Diagnostic) -> dict[str, object]:
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
