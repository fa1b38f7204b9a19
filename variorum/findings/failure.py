"""What stops the work on one file, as findings about it, so that the rest of the work goes on."""

from __future__ import annotations

from variorum.findings.code import Code, Place
from variorum.findings.diagnostic import Diagnostic, VariorumError

__all__ = ["failure"]


def failure(error: Exception, code: Code, place: Place, during: str = "") -> list[Diagnostic]:
    """The findings for an error that was met at a place, `during` some step of the work.

    The help of the code is for a fault of the program. It stands only where nobody else is at
    fault: not the file, and not the system.
    """
    if isinstance(error, VariorumError):
        return list(error.findings)
    message, cure = _told(error)
    return [code.at(place, f"{during}: {message}" if during else message, cure)]


def _told(error: Exception) -> tuple[str, str]:
    if isinstance(error, MemoryError):
        return "there is not enough memory", "give it more memory, or divide the file"
    if isinstance(error, RecursionError):
        return "elements or references lie too deep in each other", "make the file less deep"
    if isinstance(error, TimeoutError) and not error.strerror:
        cure = "divide it, or raise seconds under [tool.variorum.limits] in pyproject.toml"
        return str(error), cure
    if isinstance(error, ChildProcessError):
        return f"its process has ended ({error})", "try again; if it ends again, report it"
    if isinstance(error, OSError) and error.strerror:
        of = f" of {error.filename}" if error.filename else ""
        cure = "check that it exists, that you may read and write there, and that there is room"
        return f"the system says{of}: {error.strerror}", cure
    reason = next(iter(str(error).strip().splitlines()), "")
    return f"{type(error).__name__}: {reason}".removesuffix(": "), ""
