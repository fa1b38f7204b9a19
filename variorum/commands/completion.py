"""`variorum completion`: what a shell needs to complete verbs, flags and files."""

from __future__ import annotations

import argparse
import sys

from variorum.commands.status import GOOD, USAGE

__all__ = ["flags", "run"]

_SHELLS = ("bash", "zsh")


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    verb.add_argument("shell", choices=_SHELLS, metavar="SHELL", help="bash or zsh")


def run(options: argparse.Namespace) -> int:
    """Prints the script of a shell."""
    try:
        import shtab
    except ImportError:
        print('install it with the extra: pip install "variorum[completion]"', file=sys.stderr)
        return USAGE
    from variorum.commands.parser import parser

    print(shtab.complete(parser(), shell=options.shell))
    return GOOD
