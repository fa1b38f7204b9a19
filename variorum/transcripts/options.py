"""How a source is to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["ImportOptions"]


@dataclass(frozen=True)
class ImportOptions:
    """What the command says of the source. `folder` is where its pictures are copied, as the
    TEI file names it; `beside` is the folder that the source is in, whose pictures it can show.
    """

    encoding: str = ""
    keep_lines: bool = False
    keep_deletions: bool = False
    dehyphenate: bool = False
    folder: str = "pictures"
    beside: Path | None = None
