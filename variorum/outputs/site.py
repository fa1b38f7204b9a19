"""The pages of the site that belong to no document: start page, tables of documents, registers."""

from __future__ import annotations

from variorum.outputs.output import File, Made, Site, SiteOutput, driver

__all__ = ["SITE"]

_DRIVER = driver("html")


def _make(site: Site) -> Made:
    pages = site.renderer.pages(_DRIVER, "site", site.summaries)
    return Made([File(f"html/{href}", page) for href, page in pages.items()])


SITE = SiteOutput(
    name="site",
    format="html",
    paths=("html/index.html", "html/register/*", "html/documents/*"),
    driver=_DRIVER,
    make=_make,
    registers="html/register/",
)
