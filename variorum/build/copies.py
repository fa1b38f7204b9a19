"""Copies of what other outputs make, beside the pages of the site, which offer them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from variorum.build.plan import Plan
from variorum.engines.partial import half_made
from variorum.outputs.output import Output, TextOutput

__all__ = ["copies_of", "copy"]


def copies_of(name: str, plan: Plan, before: Iterable[str]) -> list[str]:
    """Where else a file that a run makes belongs, by their names below the output folder.

    Only where the run makes pages, or an earlier one has put copies beside pages that are kept:
    `before` are the names of its files.
    """
    found = (_copy_of(name, output) for output in plan.outputs)
    return [copy for copy in found if copy and ("html" in plan.formats or copy in before)]


def _copy_of(name: str, output: Output) -> str:
    if not isinstance(output, TextOutput) or not output.copy:
        return ""
    start, _, end = output.paths[0].partition("{name}")
    if not (name.startswith(start) and name.endswith(end)):
        return ""
    return output.copy.format(name=name.removeprefix(start).removesuffix(end))


def copy(original: Path, target: Path) -> bool:
    """Makes `target` the same file as `original`, or one of the same bytes where that cannot be.

    Returns whether it is new or changed. Raises OSError where it cannot be written.
    """
    if target.exists() and _is_same(original, target):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    with half_made(target.parent) as partial:
        try:
            os.link(original, partial)
        except OSError:
            shutil.copyfile(original, partial)
        partial.replace(target)
    return True


def _is_same(original: Path, target: Path) -> bool:
    if target.samefile(original):
        return True
    is_as_long = target.stat().st_size == original.stat().st_size
    return is_as_long and target.read_bytes() == original.read_bytes()
