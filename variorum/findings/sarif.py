"""Findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS 2020)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from variorum.findings.code import Code
from variorum.findings.diagnostic import Diagnostic, Place
from variorum.findings.visible import json_text

__all__ = ["sarif"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif(findings: Sequence[Diagnostic], codes: Mapping[str, Code], version: str) -> str:
    """One run of this version, with a description of each rule that has a finding."""
    names = sorted({finding.code for finding in findings})
    driver = {
        "name": "Variorum",
        "version": version,
        "rules": [_rule(codes.get(name) or Code(name, "error", name)) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, names.index(finding.code)) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(json.dumps(log, ensure_ascii=False, indent=2))


def _rule(code: Code) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code.name, "shortDescription": {"text": code.reason}}
    rule["defaultConfiguration"] = {"level": _LEVELS[code.level]}
    if code.help:
        link = f"[{code.name}](guidelines/{code.page})"
        rule["help"] = {"text": code.help, "markdown": f"{code.help}\n\n{link}"}
    if code.bad:
        rule["fullDescription"] = {"text": f"{code.reason} Not so: {code.bad} But so: {code.good}"}
    return rule


def _result(finding: Diagnostic, index: int) -> dict[str, Any]:
    text = f"{finding.message}. {finding.help}" if finding.help else finding.message
    result = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": text},
        "locations": [_location(Place(finding.file, finding.line, finding.column))],
    }
    if finding.output is not None:
        related = {"id": 1, **_location(finding.output), "message": {"text": "the output"}}
        result["relatedLocations"] = [related]
    return result


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        physical["region"] = {"startLine": place.line}
        if place.column:
            physical["region"]["startColumn"] = place.column
    return {"physicalLocation": physical}


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
