"""`variorum verify`: what is wrong with a package."""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.commands.status import BAD, GOOD
from variorum.commands.terminal import show
from variorum.findings import FORMS, VariorumError, has_error

__all__ = ["flags", "run", "run_verify"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    verb.add_argument("path", type=Path, metavar="PATH", help="a folder or a zip")
    verb.add_argument("--rebuild", action="store_true", help="build its renditions again, compare")
    verb.add_argument(
        "--format", choices=FORMS, default="terminal", help="for whom; without it, for people"
    )


def run(options: argparse.Namespace) -> int:
    """Verifies."""
    return run_verify(options.path, options.format, rebuild=options.rebuild)


def run_verify(path: Path, form: str = "terminal", *, rebuild: bool = False) -> int:
    """Verifies a package, and prints what is wrong with it."""
    from variorum.catalogue import for_editors
    from variorum.package.verify.verify import verify

    try:
        findings = verify(path, rebuild=rebuild, codes=for_editors)
    except VariorumError as refused:
        if form == "terminal":
            raise
        # programs that read the findings read why there are none
        findings = list(refused.findings)
    show(findings, form)
    return BAD if has_error(findings) else GOOD
