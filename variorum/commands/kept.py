"""What the state of an output folder knows of a build as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.findings import Diagnostic
from variorum.source import Edition

if TYPE_CHECKING:
    from variorum.build.run import Result
    from variorum.build.state import State

__all__ = ["WHOLE", "keep_whole", "stamp_of"]

WHOLE = "/"
"""What the state calls a build as a whole."""


def keep_whole(
    state: State,
    stamp: str,
    edition: Edition,
    findings: Sequence[Diagnostic],
    built: Result,
    output: Path,
) -> None:
    """Notes what a whole build has made, if another may rely on the stamp of its files."""
    from variorum.build.codes import OUTPUT_FAILED
    from variorum.build.manifest import MANIFEST
    from variorum.build.stamps import is_told_by_stamp
    from variorum.build.state import Kept
    from variorum.check.codes import CHECK_FAILED
    from variorum.outputs.output import WrittenFile
    from variorum.schema.codes import SCHEMATRON_TIMEOUT

    passing = {code.name for code in (CHECK_FAILED, OUTPUT_FAILED, SCHEMATRON_TIMEOUT)}
    if not built.is_noted or any(finding.code in passing for finding in findings):
        return
    if is_told_by_stamp(edition, built.made_of, output):
        files = {**built.kept, **built.written, MANIFEST: ""}
        known = {
            name: WrittenFile(digest, (output / name).stat().st_size)
            for name, digest in files.items()
        }
        state.keep(WHOLE, stamp, Kept(known, tuple(findings)))


def stamp_of(paths: Sequence[Path], output: Path, request: object) -> str:
    """What tells whether a build has anything to make; nothing where only a build can tell it."""
    from variorum.build.stamps import stamp

    if len(paths) > 1 or any(not (path / "tei").is_dir() for path in paths):
        return ""
    try:
        return stamp(paths[0] if paths else Path.cwd(), output, request)
    except OSError:
        return ""
