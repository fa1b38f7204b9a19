"""`variorum schema`: the grammar and the rules that an ODD describes."""

from __future__ import annotations

import argparse
from pathlib import Path

from variorum.commands.status import GOOD

__all__ = ["flags", "run", "run_schema"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    verb.add_argument(
        "odd",
        type=Path,
        nargs="?",
        default=Path("tei/schema/edition.odd"),
        metavar="ODD",
        help="without it, tei/schema/edition.odd",
    )


def run(options: argparse.Namespace) -> int:
    """Compiles."""
    return run_schema(options.odd)


def run_schema(odd: Path = Path("tei/schema/edition.odd")) -> int:
    """Compiles the ODD to the RELAX NG grammar and the Schematron beside it."""
    from variorum.build.folder import write
    from variorum.schema.odd import compile_schema
    from variorum.schema.schematron import prepare

    compiled = compile_schema(odd)
    for file, data in ((".rng", compiled.grammar), (".sch", compiled.rules)):
        if data:
            new = write(odd.parent, odd.with_suffix(file).name, data)
            print(f"{odd.with_suffix(file)} {'written' if new else 'is up to date'}")
    if compiled.rules:
        rules = odd.with_suffix(".sch")
        write(odd.parent, f"{rules.name}.xsl", prepare(rules))
        print(f"{rules}.xsl written")
    return GOOD
