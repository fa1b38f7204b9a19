"""The door to the forms of findings; each form is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from variorum.findings.code import Code
from variorum.findings.diagnostic import Diagnostic, summary

__all__ = ["FORMS", "render"]

FORMS = ("terminal", "json", "sarif", "github", "junit")
"""What `--format` can name."""

_NO_CODES: Mapping[str, Code] = MappingProxyType({})


def _no_text(_file: str) -> str:
    return ""


def render(
    findings: Sequence[Diagnostic],
    form: str = "terminal",
    *,
    text: Callable[[str], str] = _no_text,
    colour: bool = False,
    codes: Mapping[str, Code] = _NO_CODES,
    version: str = "",
) -> str:
    """The findings in one of FORMS.

    The terminal form shows the lines at fault: `text` gives the text of a file that a finding
    names, or nothing. `colour` is for a terminal that understands ANSI colours. SARIF describes
    the rules by `codes` and names the `version` of the program.
    """
    if form == "json":
        from variorum.findings.json import as_json

        return as_json(findings)
    if form == "sarif":
        from variorum.findings.sarif import sarif

        return sarif(findings, codes, version)
    if form == "github":
        from variorum.findings.github import workflow_commands

        return workflow_commands(findings)
    if form == "junit":
        from variorum.findings.junit import junit

        return junit(findings)
    if not findings:
        return summary(findings)
    from variorum.findings.terminal import terminal

    return terminal(findings, text, colour=colour)
