"""Findings as the XML of JUnit, which servers of continuous integration show as test results."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from variorum.findings.diagnostic import Diagnostic
from variorum.findings.visible import visible

__all__ = ["junit"]

_PASSED = '  <testsuite name="variorum" tests="1" failures="0"><testcase name="check"/></testsuite>'


def junit(findings: Sequence[Diagnostic]) -> str:
    """One test suite a file, one case a finding: errors and warnings are failures.

    Without a finding there is one case, which passes: servers take an empty result for a mistake.
    """
    by_file = groupby(findings, lambda each: each.file)
    suites = [_suite(file, list(found)) for file, found in by_file] or [_PASSED]
    failures = sum(each.level != "info" for each in findings)
    head = f'<testsuites name="variorum" tests="{len(findings) or 1}" failures="{failures}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"])


def _suite(file: str, findings: Sequence[Diagnostic]) -> str:
    failures = sum(each.level != "info" for each in findings)
    counts = f'tests="{len(findings)}" failures="{failures}"'
    cases = "\n".join(map(_case, findings))
    return f"  <testsuite name={_quoted(file)} {counts}>\n{cases}\n  </testsuite>"


def _case(finding: Diagnostic) -> str:
    place = f"{finding.line}:{finding.column}"
    name = f"{place} {finding.code}" if finding.line else finding.code
    where = f" classname={_quoted(finding.file)} file={_quoted(finding.file)}"
    line = f' line="{finding.line}"' if finding.line else ""
    lines = [f"{finding.file}:{place}: {finding.level}[{finding.code}]: {finding.message}"]
    if finding.help:
        lines.append(f"help: {finding.help}")
    # a line of a file must not become one of this form
    text = escape("\n".join(map(visible, lines)))
    if finding.level == "info":
        inner = f"<system-out>{text}</system-out>"
    else:
        said = f"message={_quoted(finding.message)} type={_quoted(finding.level)}"
        inner = f"<failure {said}>{text}</failure>"
    return f"    <testcase name={_quoted(name)}{where}{line}>{inner}</testcase>"


def _quoted(text: str) -> str:
    return quoteattr(visible(text))
