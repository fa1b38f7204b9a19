"""`variorum merge`: one output of those of several shards."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from variorum.commands.build import run_build
from variorum.commands.flags import building, formats

__all__ = ["flags", "run", "run_merge"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    building(verb, fresh=False)
    verb.add_argument("folders", nargs="+", type=Path, metavar="DIR", help="outputs of shards")
    verb.add_argument(
        "--only", type=formats, default=(), metavar="LIST", help="as the shards were built"
    )


def run(options: argparse.Namespace) -> int:
    """Merges."""
    return run_merge(
        options.folders,
        options.output,
        options.only,
        strict=options.strict,
        jobs=options.jobs,
        raw=options.raw,
        self_contained=options.self_contained,
    )


def run_merge(
    folders: Sequence[Path],
    output: Path,
    only: Sequence[str] = (),
    *,
    strict: bool = False,
    jobs: int = 0,
    raw: bool = False,
    self_contained: bool = False,
) -> int:
    """Brings the shards in these folders together, and builds what is made of all of them."""
    from variorum.build.merge import merge

    count = merge(folders, output)
    print(f"{count} documents brought together in {output}/")
    return run_build(
        (), output, only, strict=strict, jobs=jobs, raw=raw, self_contained=self_contained
    )
