"""Signposting for sites of files: a linkset (RFC 9264) beside the pages."""

from __future__ import annotations

import json
from collections.abc import Iterable

from variorum.outputs.output import File, Made, Site, SiteOutput

__all__ = ["LINKSET", "linkset"]

_FORMS = {
    "html": ("{}.xml", "application/tei+xml"),
    "text": ("{}.txt", "text/plain"),
    "pdf": ("{}.pdf", "application/pdf"),
    "latex": ("{}.tex", "application/x-tex"),
}
"""What lies beside a page, by the group of outputs that makes it."""


def linkset(identifiers: Iterable[str], formats: Iterable[str], base: str = "") -> str:
    """The links of each document's page: its TEI and other forms, its description, its kind.

    Addresses are below `base`, the site's address; relative where that is not known.
    """
    made = [form for form in formats if form in _FORMS]
    links = [
        {
            "anchor": f"{base}{identifier}.html",
            "type": [{"href": "https://schema.org/CreativeWork"}],
            "describedby": [
                _link(f"{base}dts/collection/{identifier}.json", "application/ld+json")
            ],
            "collection": [_link(f"{base}dts/collection.json", "application/ld+json")],
            "alternate": [
                _link(base + _FORMS[form][0].format(identifier), _FORMS[form][1]) for form in made
            ],
        }
        for identifier in identifiers
    ]
    return json.dumps({"linkset": links}, ensure_ascii=False, indent=2) + "\n"


def _link(address: str, media_type: str) -> dict[str, str]:
    return {"href": address, "type": media_type}


def _make(site: Site) -> Made:
    identifiers = [summary.id for summary in site.summaries]
    base = site.edition.settings.site_address
    links = linkset(identifiers, site.renderer.formats, base)
    return Made([File("html/linkset.json", links)])


LINKSET = SiteOutput(
    name="linkset",
    format="html",
    paths=("html/linkset.json",),
    online=True,
    make=_make,
)
