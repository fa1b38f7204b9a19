"""The command as a user runs it, and what it leaves."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.conftest import ROOT, tool
from variorum.build.state import FILE as STATE

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


_JING = [Path("/usr/share/java", name) for name in ("jing.jar", "Saxon-HE.jar")]
"""Where Debian keeps jing, and the processor with which it reads Schematron."""


def jing(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A run of jing, which must be installed."""
    if _JING[0].exists():
        return _java(arguments, f"-XX:SharedArchiveFile={_classes_of_jing()}")
    return _run([tool("jing"), *map(str, arguments)])


def _java(arguments: Sequence[str | Path], option: str) -> subprocess.CompletedProcess[str]:
    options = (*_QUICK_JAVA, "-Xlog:disable", option, "-cp", ":".join(map(str, _JING)))
    main = "com.thaiopensource.relaxng.util.Driver"
    return _run([tool("java"), *options, main, *map(str, arguments)])


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@cache
def _classes_of_jing() -> Path:
    """The classes of jing as Java keeps them in memory: it starts twice as quickly with them.

    A Java that keeps no such archive starts without it.
    """
    folder = tempfile.TemporaryDirectory(prefix="variorum-jing-")
    atexit.register(folder.cleanup)
    archive, schema, document = (Path(folder.name, name) for name in ("classes", "a.rng", "a.xml"))
    schema.write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>',
        encoding="utf-8",
    )
    document.write_text("<a/>", encoding="utf-8")
    _java((schema, document), f"-XX:ArchiveClassesAtExit={archive}")
    return archive


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by its relative path, but the state of an output folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.startswith(STATE)
    }
