"""`variorum explain`: why a finding matters and what to do; without a code, all codes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from variorum.commands.status import GOOD, USAGE

__all__ = ["flags", "run", "run_explain"]

_ODD = Path("tei/schema/edition.odd")


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    verb.add_argument(
        "code",
        nargs="?",
        default="",
        metavar="CODE",
        help="as printed in brackets: gap-without-reason; left-out lists what no output shows;"
        " without it, all codes are listed",
    )


def run(options: argparse.Namespace) -> int:
    """Explains."""
    return run_explain(options.code) if options.code else _list_codes()


def _list_codes() -> int:
    from variorum.catalogue import every_code

    known = every_code(_ODD)
    width = max(map(len, known))
    for name, code in sorted(known.items()):
        print(f"{name:<{width}}  {code.level:<7}  {code.reason}")
    return GOOD


def run_explain(code: str) -> int:
    """Prints why a finding matters, what to do, and examples; or what is left out on purpose."""
    from variorum.catalogue import every_code
    from variorum.explain import (
        explanation,
        near,
        rule_of_the_proof,
        table_of_what_is_left_out,
    )
    from variorum.proof.codes import PROOF_FAILED

    if code == "left-out":
        print(table_of_what_is_left_out())
        return GOOD
    known = every_code(_ODD)
    if code not in known:
        guess = near(code, known)
        print(
            f"there is no code {code}" + (f"; did you mean {guess}?" if guess else ""),
            file=sys.stderr,
        )
        return USAGE
    print(explanation(known[code]))
    if code == PROOF_FAILED.name:
        print(f"\n{rule_of_the_proof()}")
    if Path("output/html/guidelines/index.html").is_file():
        print(f"\nMore: output/html/guidelines/{known[code].page}")
    return GOOD
