"""`variorum text`: the plain texts, or one witness on standard output."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from variorum.commands.build import build_with
from variorum.commands.flags import building, on_files
from variorum.commands.status import GOOD, USAGE
from variorum.findings import VariorumError
from variorum.source import Edition

__all__ = ["flags", "run", "run_text"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    on_files(verb)
    building(verb)
    verb.add_argument(
        "--witness",
        metavar="SIGLUM",
        help="print this witness of one file; '' for the reading text",
    )


def run(options: argparse.Namespace) -> int:
    """Builds the texts, or prints one."""
    if options.witness is None:
        return build_with(options, ("text",))
    if len(options.paths) != 1:
        print("variorum text --witness wants one file", file=sys.stderr)
        return USAGE
    return run_text(options.paths[0], options.witness)


def run_text(path: Path, witness: str) -> int:
    """Prints the text of one witness, or the reading text."""
    from variorum.build.witness_text import witness_text

    edition = Edition.of([path], Path.cwd())
    if edition.settings.findings:
        raise VariorumError(*edition.settings.findings)
    sys.stdout.write(witness_text(edition, edition.sources[0], witness))
    return GOOD
