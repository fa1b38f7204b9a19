"""The files that all pages share: style sheets and scripts, which pages link to or hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from variorum import resource
from variorum.outputs.digest import digest

__all__ = ["Asset", "assets", "style"]

_SUFFIXES = frozenset([".css", ".js"])
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
        """What the stylesheets need to know to link to it."""
        return {"href": self.address}

    @property
    def held(self) -> dict[str, str]:
        """What a page that stands alone holds."""
        return {"content": self.data.decode()}


@cache
def assets() -> tuple[Asset, ...]:
    """All of them, by alphabet."""
    files = sorted((resource("xslt") / "assets").iterdir())
    return tuple(Asset(file.name, file.read_bytes()) for file in files if file.suffix in _SUFFIXES)


def style() -> str:
    """The style sheet of all pages."""
    return next(asset.data.decode() for asset in assets() if asset.name == "variorum.css")
