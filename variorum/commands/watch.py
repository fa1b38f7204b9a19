"""`variorum watch`: the site in a browser, which follows what is saved."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from variorum.commands.status import GOOD
from variorum.commands.terminal import show
from variorum.findings import Diagnostic
from variorum.findings.visible import visible

__all__ = ["flags", "run", "run_watch"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    verb.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the folder of an edition; without it, this one",
    )
    verb.add_argument(
        "--output",
        type=Path,
        default=None,
        metavar="DIR",
        help="without it, output/ in that folder",
    )
    verb.add_argument(
        "--port",
        type=_port,
        default=8000,
        metavar="N",
        help="where the site is served on this machine; without it, 8000, or one of the next",
    )


def run(options: argparse.Namespace) -> int:
    """Watches until it is ended."""
    folder = options.folder.resolve()
    return run_watch(folder, (options.output or folder / "output").resolve(), options.port)


def run_watch(folder: Path, output: Path, port: int) -> int:
    """Serves the site of the edition in a folder, and makes it again whenever a file is saved."""
    from variorum.watch.session import watch

    print("building the site ...", flush=True)
    watch(folder, output, port, _tell)
    return GOOD


def _tell(what: str, found: Sequence[Diagnostic]) -> None:
    if found:
        show(found)
    print(f"{time.strftime('%H:%M:%S')} {visible(what)}", flush=True)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) < 65_536):
        raise argparse.ArgumentTypeError(f"{text}: not a number from 0 to 65535")
    return int(text)
