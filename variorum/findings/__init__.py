"""What is wrong and where: findings as data, their codes, their forms for people and programs."""

from variorum.findings.code import Code, Place
from variorum.findings.diagnostic import (
    FORMS,
    Diagnostic,
    Level,
    VariorumError,
    has_error,
    render,
    summary,
)

__all__ = [
    "FORMS",
    "Code",
    "Diagnostic",
    "Level",
    "Place",
    "VariorumError",
    "has_error",
    "render",
    "summary",
]
