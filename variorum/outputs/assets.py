"""The files that all pages share: style sheets and scripts, which pages link to or hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from variorum import resource
from variorum.outputs.digest import digest
from variorum.outputs.picture_sizes import size_of

__all__ = ["Asset", "assets", "lean", "style"]

_SUFFIXES = frozenset([".css", ".js"])
_GAP = r"(?>\s|/\*.*?\*/)"
_GAPS = re.compile(
    rf"""("[^"]*"|'[^']*')|{_GAP}*;?{_GAP}*(}}){_GAP}*|{_GAP}*([{{;]){_GAP}*|([:,]){_GAP}+|{_GAP}+""",
    re.DOTALL,
)
"""Strings of a style sheet, which are kept, and what a browser has no use for: comments (CSS Syntax
Module Level 3, 4.3.2), the last semicolon of a rule, and white space at the ends of lines, of rules
and of declarations, and behind colons and commas; before a colon it is a combinator."""
_MARGINS = re.compile(r"^\s*(?:/\*.*?\*/\s*|//[^\n]*\s*)*", re.DOTALL | re.MULTILINE)
"""What stands before the code on the lines of a script: indents, and comments of whole lines. No
script has a string of several lines, in which these would count (`tests/html/test_assets.py`)."""
_DIGITS = 12
"""So many digits of a digest tell the versions of a file apart."""


@dataclass(frozen=True)
class Asset:
    """A file that pages share: its name among the stylesheets, and what it holds."""

    name: str
    data: bytes

    @property
    def address(self) -> str:
        """Its place below the site: a browser that keeps an older version does not find it here."""
        stem, _, suffix = self.name.rpartition(".")
        return f"assets/{stem}-{digest(self.data)[:_DIGITS]}.{suffix}"

    @property
    def linked(self) -> dict[str, str]:
        """What the stylesheets need to know to link to it; of a picture its size in pixels, too."""
        size = None if Path(self.name).suffix in _SUFFIXES else size_of(self.data)
        sized = {"width": str(size[0]), "height": str(size[1])} if size else {}
        return {"href": self.address, **sized}

    @property
    def held(self) -> dict[str, str]:
        """What a page that stands alone holds."""
        return {"content": self.data.decode()}


@cache
def assets() -> tuple[Asset, ...]:
    """All of them, by alphabet."""
    files = sorted((resource("xslt") / "assets").iterdir())
    return tuple(Asset(file.name, lean(file)) for file in files if file.suffix in _SUFFIXES)


def lean(file: Path) -> bytes:
    """What pages load of a file: of a script and of a style sheet what a browser has a use for."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".css":
        return _MARGINS.sub("", text).encode()
    kept = _GAPS.sub(lambda found: found[found.lastindex or 0] if found.lastindex else " ", text)
    return kept.strip().encode()


def style() -> str:
    """The style sheet of all pages as it is written, with its comments."""
    return (resource("xslt") / "assets" / "variorum.css").read_text(encoding="utf-8")
