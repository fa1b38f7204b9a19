"""The entries of the registers that have a number of the GND, for programs that gather such lists.

BEACON (gbv.github.io/beaconspec): a file of lines, each with the number, how many places mention
the entry, and its address. It needs the address of the site; without one there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from variorum.outputs.output import File, Made, Site, SiteOutput, driver

__all__ = ["BEACON", "beacon"]

_DRIVER = driver("html")
_PREFIX = "https://d-nb.info/gnd/"


def beacon(base: str, meta: Mapping[str, str], links: Iterable[tuple[str, int, str]]) -> str:
    """The file. A link is a number, a count of mentions, and an address below `base`.

    `meta` are further fields of the head; those that are empty are left out.
    """
    fields = {
        "FORMAT": "BEACON",
        "PREFIX": _PREFIX,
        "FEED": f"{base}beacon.txt",
        "HOMEPAGE": f"{base}index.html",
        **meta,
    }
    head = (f"#{name}: {' '.join(value.split())}" for name, value in fields.items() if value)
    return "\n".join([*head, "", *_lines(base, links)]) + "\n"


def _lines(base: str, links: Iterable[tuple[str, int, str]]) -> Iterator[str]:
    for number, mentions, address in sorted(links):
        yield f"{number}|{mentions or ''}|{base}{address}"


def _make(site: Site) -> Made:
    settings = site.edition.settings
    base = settings.site_address
    if not base:
        return Made()
    told = site.renderer.pages(_DRIVER, "authorities", site.summaries)
    links = [(each["gnd"], each["mentions"], each["address"]) for each in json.loads(told["gnd"])]
    meta = {
        "NAME": settings.title,
        "CONTACT": settings.site.contact,
        "TIMESTAMP": max((summary.released for summary in site.summaries), default=""),
    }
    return Made([File("html/beacon.txt", beacon(base, meta, links))] if links else [])


BEACON = SiteOutput(
    name="beacon",
    format="html",
    paths=("html/beacon.txt",),
    driver=_DRIVER,
    online=True,
    make=_make,
)
