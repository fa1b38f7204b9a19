"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.findings.diagnostic import Diagnostic
from variorum.findings.visible import visible

__all__ = ["workflow_commands"]

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def workflow_commands(findings: Sequence[Diagnostic]) -> str:
    """One command a line; an empty text for no findings."""
    return "\n".join(map(_command, findings))


def _command(finding: Diagnostic) -> str:
    properties = {"file": visible(finding.file)}
    if finding.line:
        properties["line"] = str(finding.line)
        if finding.column:
            properties["col"] = str(finding.column)
    properties["title"] = finding.code
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    if finding.output is not None:
        text += f"\noutput: {finding.output.file}:{finding.output.line}"
    text = "\n".join(map(visible, text.split("\n")))
    return f"::{_COMMANDS[finding.level]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
