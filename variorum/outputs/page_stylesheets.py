"""Which stylesheet makes the pages of an edition: each of them is compiled once.

The usual one is enough for most. That of the views has what only some editions need, too: it takes
the place of the usual one, as an edition's own takes that of both.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from variorum import resource

__all__ = ["PAGES", "VIEWS", "page_stylesheet"]

PAGES = resource("xslt") / "html.xsl"
VIEWS = resource("xslt") / "html-views.xsl"


def page_stylesheet(path: Path, needed: Container[Path], own: Path | None) -> Path:
    """The stylesheet that stands for `path`, where these are `needed`: itself, but for pages."""
    if path not in (PAGES, VIEWS):
        return path
    return own or (VIEWS if VIEWS in needed else PAGES)
