"""Findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS 2020)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from variorum import __version__
from variorum.check.catalogue import Entry, entry
from variorum.findings import Diagnostic

__all__ = ["sarif"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(findings: Sequence[Diagnostic]) -> str:
    """One run, with a description of each rule that has a finding."""
    codes = sorted({finding.code for finding in findings})
    driver = {
        "name": "Variorum",
        "version": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    known = entry(code) or Entry(code, "error", code)
    rule: dict[str, Any] = {"id": code, "shortDescription": {"text": known.reason}}
    rule["defaultConfiguration"] = {"level": _LEVELS[known.level]}
    if known.help:
        link = f"[{code}](guidelines/{known.page})"
        rule["help"] = {"text": known.help, "markdown": f"{known.help}\n\n{link}"}
    if known.bad:
        rule["fullDescription"] = {
            "text": f"{known.reason} Not so: {known.bad} But so: {known.good}"
        }
    return rule


def _result(finding: Diagnostic, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if finding.line:
        place["region"] = {"startLine": finding.line}
        if finding.column:
            place["region"]["startColumn"] = finding.column
    text = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
