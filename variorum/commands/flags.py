"""Flags that several verbs have."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from variorum.source import Edition

__all__ = ["building", "edition_of", "formats", "on_files"]


def edition_of(paths: Sequence[Path]) -> Edition:
    """The files named, or the edition here."""
    root = Path.cwd()
    return Edition.of(paths, root) if paths else Edition.here(root)


def on_files(verb: argparse.ArgumentParser) -> None:
    """Adds the files that a verb is about."""
    verb.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="TEI files or folders; without any, the edition in this folder",
    )


def building(verb: argparse.ArgumentParser, *, fresh: bool = True) -> None:
    """Adds how outputs are made."""
    verb.add_argument(
        "--output", type=Path, default=Path("output"), metavar="DIR", help="without it, output/"
    )
    verb.add_argument("--strict", action="store_true", help="stop at any error")
    verb.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="make so many documents side by side; without it, as many as there are processors",
    )
    if fresh:
        verb.add_argument(
            "--fresh", action="store_true", help="make all anew, whatever an earlier build has made"
        )
    verb.add_argument(
        "--raw",
        action="store_true",
        help="in tables, no ' before words that a spreadsheet would take for a formula",
    )
    verb.add_argument(
        "--self-contained",
        action="store_true",
        help="style, script and pictures in each page, which can be given away alone",
    )


def formats(text: str) -> tuple[str, ...]:
    """The formats in a list with commas."""
    from variorum.outputs.registry import FORMATS

    names = tuple(text.split(","))
    unknown = [name for name in names if name not in FORMATS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(FORMATS)}")
    return names
