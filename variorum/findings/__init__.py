"""What is wrong and where: findings as data, their codes, their forms for people and programs."""

from variorum.findings.code import Code, Place, codes_in
from variorum.findings.diagnostic import Diagnostic, Level, VariorumError, has_error, summary
from variorum.findings.render import FORMS, render

__all__ = [
    "FORMS",
    "Code",
    "Diagnostic",
    "Level",
    "Place",
    "VariorumError",
    "codes_in",
    "has_error",
    "render",
    "summary",
]
