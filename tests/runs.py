"""The command as a user runs it, and what it leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, tool

__all__ = ["CHECKER_JAVA", "jing", "tree", "variorum"]

_QUICK_JAVA = (
    "-XX:+IgnoreUnrecognizedVMOptions",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
)
"""What makes short runs of Java quick: it optimizes less and starts fewer threads."""
CHECKER_JAVA = (*_QUICK_JAVA, "-Xss8m")
"""The options for the HTML checker, which needs a larger stack where Java optimizes less."""


def variorum(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, in `folder`, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "variorum", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def jing(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A run of jing, which must be installed."""
    return subprocess.run(
        [tool("jing"), *map(str, arguments)],
        env=os.environ | {"JAVA_TOOL_OPTIONS": " ".join(_QUICK_JAVA)},
        capture_output=True,
        text=True,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by its relative path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
