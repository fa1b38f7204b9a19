"""The style sheets and scripts of the site, as files beside its pages."""

from __future__ import annotations

from variorum.outputs.assets import assets
from variorum.outputs.output import File, Made, Site, SiteOutput

__all__ = ["ASSETS"]


def _make(_site: Site) -> Made:
    return Made([File(f"html/{asset.address}", asset.data) for asset in assets()])


ASSETS = SiteOutput(name="assets", format="html", paths=("html/assets/*",), make=_make)
"""Where it is not made, each page holds what it needs, and can be given away alone."""
