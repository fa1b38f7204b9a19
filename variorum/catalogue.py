"""Every code that a finding can have: those that the rooms declare, and the rules of the ODD."""

from __future__ import annotations

from pathlib import Path

from variorum.findings import Code, codes_in

__all__ = ["every_code", "for_editors"]


def for_editors() -> dict[str, Code]:
    """The codes that editors of texts meet, of which the guidelines speak.

    The rules of an ODD are not among them: they are described where the ODD is read.
    """
    from variorum.build import codes as build
    from variorum.check.known import codes_of_checks
    from variorum.engines import codes as engines
    from variorum.model import codes as model
    from variorum.proof import codes as proof

    return codes_of_checks() | codes_in(model, engines, build, proof)


def every_code(odd: Path | None = None) -> dict[str, Code]:
    """All codes, by alphabet; `odd` is the ODD of an edition with its own."""
    from variorum.desk import codes as desk
    from variorum.new import codes as new
    from variorum.outputs import codes as outputs
    from variorum.package import codes as package
    from variorum.schema import odd_codes
    from variorum.schema.constraints import codes_of_rules
    from variorum.transcripts import codes as transcripts

    others = codes_in(odd_codes, outputs, package, transcripts, new, desk)
    return dict(sorted((for_editors() | others | codes_of_rules(odd)).items()))
