"""`variorum lsp`: a language server for editing programs."""

from __future__ import annotations

import argparse
import sys

from variorum.commands.status import GOOD, USAGE

__all__ = ["flags", "run"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    verb.add_argument(
        "--stdio", action="store_true", help="over standard input and output, as always"
    )


def run(options: argparse.Namespace) -> int:
    """Serves until the editing program ends it."""
    del options
    try:
        from variorum.desk.answers import serve
    except ImportError:
        print('install it with the extra: pip install "variorum[lsp]"', file=sys.stderr)
        return USAGE
    serve()
    return GOOD
