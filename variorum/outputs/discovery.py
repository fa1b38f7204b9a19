"""What tells search engines and readers of feeds which pages a published site has.

A sitemap (sitemaps.org protocol 0.9), a `robots.txt` (RFC 9309) that names it, and a feed of what
changed (Atom, RFC 4287). All of them need the address of the site; without one there are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from variorum.model.summary import Summary
from variorum.outputs.output import File, Made, Site, SiteOutput

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["DISCOVERY", "feed", "sitemaps"]

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_ATOM = "http://www.w3.org/2005/Atom"
_LARGEST = 50_000
"""So many addresses a sitemap may have; more of them need an index of sitemaps."""
_NEWEST = 100
"""So many documents a feed tells of."""


@dataclass(frozen=True)
class _Listed:
    """An address below that of the site, and when it changed last; its equals by languages."""

    address: str
    day: str = ""
    languages: Mapping[str, str] = field(default_factory=dict)


def sitemaps(
    base: str, pages: Iterable[tuple[str, str]], languages: Sequence[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """The sitemap, or an index and several, by their names.

    `pages` are addresses below `base`, each with the day of its last change, or nothing. Of several
    `languages` each has every page; those of the first lie at the top of the site.
    """
    entries = list(_in_languages(pages, languages if len(languages) > 1 else ()))
    parts = [entries[start : start + _LARGEST] for start in range(0, len(entries), _LARGEST)]
    if len(parts) == 1:
        yield "sitemap.xml", _listed("urlset", "url", base, parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _listed("urlset", "url", base, part)
    yield "sitemap.xml", _listed("sitemapindex", "sitemap", base, map(_Listed, names))


def _in_languages(pages: Iterable[tuple[str, str]], languages: Sequence[str]) -> Iterator[_Listed]:
    folders = ["", *(f"{language}/" for language in languages[1:])]
    for address, day in pages:
        same = [folder + address for folder in folders]
        named = dict(zip(languages, same, strict=True)) if languages else {}
        yield from (_Listed(each, day, named) for each in same)


def _listed(root: str, item: str, base: str, entries: Iterable[_Listed]) -> bytes:
    from lxml import etree

    listing = etree.Element(f"{{{_SITEMAP}}}{root}", nsmap={None: _SITEMAP, "xhtml": _XHTML})
    for listed in entries:
        entry = etree.SubElement(listing, f"{{{_SITEMAP}}}{item}")
        _add(entry, f"{{{_SITEMAP}}}loc", base + listed.address)
        if listed.day:
            _add(entry, f"{{{_SITEMAP}}}lastmod", listed.day)
        for language, address in listed.languages.items():
            link = {"rel": "alternate", "hreflang": language, "href": base + address}
            _add(entry, f"{{{_XHTML}}}link", **link)
    etree.cleanup_namespaces(listing)
    return _xml(listing)


def feed(title: str, base: str, summaries: Iterable[Summary]) -> bytes:
    """The documents that changed last, newest first; those without a whole day are left out.

    Where none has one, there is no feed.
    """
    from lxml import etree

    dated = [summary for summary in summaries if len(summary.released) == len("2026-01-31")]
    newest = sorted(dated, key=lambda summary: (summary.released, summary.id), reverse=True)
    if not newest:
        return b""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _entry(root, title, base, f"{base}index.html", newest[0].released)
    _add(root, f"{{{_ATOM}}}link", rel="self", href=f"{base}feed.xml")
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, f"{{{_ATOM}}}name", title)
    for summary in newest[:_NEWEST]:
        entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
        page = f"{base}{quote(summary.id)}.html"
        _entry(entry, summary.title, page, page, summary.released)
        if summary.change:
            _add(entry, f"{{{_ATOM}}}summary", summary.change)
    return _xml(root)


def _entry(element: _Element, title: str, id_: str, page: str, day: str) -> None:
    _add(element, f"{{{_ATOM}}}id", id_)
    _add(element, f"{{{_ATOM}}}title", title)
    _add(element, f"{{{_ATOM}}}updated", f"{day}T00:00:00Z")
    _add(element, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href=page)


def _add(element: _Element, name: str, text: str | None = None, **attributes: str) -> None:
    from lxml import etree

    etree.SubElement(element, name, attributes).text = text


def _xml(root: _Element) -> bytes:
    from lxml import etree

    made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return made


def _make(site: Site) -> Made:
    base = site.edition.settings.site_address
    if not base:
        return Made()
    pages = [("index.html", "")]
    if site.edition.registers or any(summary.keeps_entries for summary in site.summaries):
        pages.append(("register/index.html", ""))
    parts = site.edition.settings.site.parts
    if "citing" in site.renderer.names and (parts is None or "about" in parts):
        pages.append(("about.html", ""))
    for summary in site.summaries:
        names = [summary.id, *(f"{summary.id}.{file}" for file in summary.files.values())]
        if "parts" in site.renderer.names:
            names += [f"{summary.id}.part-{number}" for number in range(1, summary.parts + 1)]
        pages += [(f"{quote(name)}.html", summary.released) for name in names]
    title = site.edition.settings.title or base
    robots = f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"
    made = dict(sitemaps(base, pages, site.edition.settings.languages)) | {
        "feed.xml": feed(title, base, site.summaries),
        "robots.txt": robots.encode(),
    }
    return Made([File(f"html/{name}", content) for name, content in made.items() if content])


DISCOVERY = SiteOutput(
    name="discovery",
    format="html",
    paths=("html/sitemap.xml", "html/sitemap-*.xml", "html/feed.xml", "html/robots.txt"),
    online=True,
    make=_make,
)
