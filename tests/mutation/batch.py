"""Files to judge in one run: published ones, and others made of these by changes at random."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.mutation.generator import Generator
from tests.mutation.stock import parsed

__all__ = ["batch"]


def batch(generator: Generator, files: Sequence[Path], folder: Path, number: int) -> list[Path]:
    """So many files in a folder: the files, then each of them changed, again and again."""
    made = []
    chance = Random(number)
    for seed in range(number):
        data = files[seed % len(files)].read_bytes()
        if seed >= len(files):
            data = generator.damaged(parsed(data), chance)
        made.append(folder / f"{seed:03}.xml")
        made[-1].write_bytes(data)
    return made
