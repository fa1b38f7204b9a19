"""`variorum latex`: the LaTeX source for a publisher."""

from __future__ import annotations

import argparse

from variorum.commands.build import build_with
from variorum.commands.flags import building, on_files

__all__ = ["flags", "run"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    on_files(verb)
    building(verb)


def run(options: argparse.Namespace) -> int:
    """Builds it."""
    return build_with(options, ("latex",))
