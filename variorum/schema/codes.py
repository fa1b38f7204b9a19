"""The codes of what is wrong with schemas that files name, and of what a Schematron finds."""

from __future__ import annotations

from variorum.findings.code import Code

__all__ = [
    "SCHEMATRON",
    "SCHEMATRON_FAILED",
    "SCHEMATRON_TIMEOUT",
    "SCHEMA_INCORRECT",
]


# schemas

SCHEMA_INCORRECT = Code(
    "schema-incorrect",
    "error",
    "A schema that is wrong cannot judge a file.",
    "mend the schema",
)

# Schematron

SCHEMATRON = Code(
    "schematron",
    "error",
    "A rule of the Schematron that the file names does not hold.",
    "do what the message says; it comes from that schema",
)

SCHEMATRON_FAILED = Code(
    "schematron-failed",
    "error",
    "A rule of a Schematron ended in an error of its own.",
    "mend the rule: it meets something it was not written for",
)

SCHEMATRON_TIMEOUT = Code(
    "schematron-timeout",
    "error",
    "A Schematron that does not come to an end within a minute is ended.",
    "mend the rule that goes on for ever, or takes too long for this file",
)
