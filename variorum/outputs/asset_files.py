"""The style sheets and scripts of the site, as files beside its pages."""

from __future__ import annotations

from variorum.outputs.assets import assets
from variorum.outputs.face import face
from variorum.outputs.output import File, Made, Site, SiteOutput

__all__ = ["ASSETS"]


def _make(site: Site) -> Made:
    shared = (*assets(), *face(site.edition))
    return Made([File(f"html/{asset.address}", asset.data) for asset in shared])


ASSETS = SiteOutput(name="assets", format="html", paths=("html/assets/*",), make=_make)
"""Where it is not made, each page holds what it needs, and can be given away alone."""
