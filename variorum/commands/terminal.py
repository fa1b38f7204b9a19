"""What is written to the terminal or a pipe, whatever these can take."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from variorum.findings import Diagnostic, render
from variorum.findings.visible import ascii_json, visible
from variorum.source.bytes import text_of

__all__ = ["close_streams", "complain", "named", "open_streams", "rendered", "show"]

_NAMED = 8
"""So many files are named in a line, the others are counted."""


def open_streams() -> None:
    """Output that is closed goes nowhere; what a stream cannot hold is written as an escape."""
    while (file := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(file)
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def close_streams() -> None:
    """What cannot be written any more is forgotten, else Python would tell of it at the end."""
    for stream in (sys.stdout, sys.stderr):
        if stream.closed:
            continue
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(message: str) -> None:
    """Writes a line to standard error, if anybody reads it."""
    with suppress(OSError):
        print(visible(message), file=sys.stderr)


def show(
    findings: Sequence[Diagnostic], form: str = "terminal", stream: TextIO | None = None
) -> None:
    """Prints findings: in colour where that is a terminal and nobody has said no."""
    stream = stream or sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    text = rendered(findings, form, colour=colour)
    is_ascii = form in ("json", "sarif") and "utf" not in (stream.encoding or "utf").lower()
    print(ascii_json(text) if is_ascii else text, file=stream)


def rendered(
    findings: Sequence[Diagnostic], form: str = "terminal", *, colour: bool = False
) -> str:
    """The findings, with the lines of the files on the disk; SARIF describes their codes."""
    if form != "sarif":
        return render(findings, form, text=text_of, colour=colour)
    from variorum import __version__
    from variorum.catalogue import every_code

    return render(findings, form, codes=every_code(), version=__version__)


def named(files: Sequence[str]) -> str:
    """The names of files in a line."""
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return f"{', '.join(files[:_NAMED])}{more}"
