"""How to cite: a page beside that of each document, with files for reference managers.

The page also has what is downloaded, with size and digest, and what has changed. One page tells of
the edition as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from variorum.outputs.citations import Item, bibtex, csl_json, of_document, of_edition, ris
from variorum.outputs.output import File, Made, Site, SiteOutput, driver

__all__ = ["CITING"]

_DRIVER = driver("html")
_EDITION = "edition"
_DOWNLOADS = (".xml", ".pdf", ".txt", ".tex")


def _make(site: Site) -> Made:
    base = site.edition.settings.site_address
    own = {page.id for page in site.edition.pages}
    documents = [summary for summary in site.summaries if summary.id not in own]
    items = {each.id: of_document(each.citable, base) for each in documents}
    title = site.edition.settings.title or base
    if title and len(items) > 1:
        items[_EDITION] = of_edition(title, base, [*items.values()])
    citing = {
        name: {"item": item, "bibtex": bibtex(item), "files": _downloads(site, name)}
        for name, item in items.items()
    }
    pages = site.renderer.pages(_DRIVER, "citing", documents, citing=citing)
    made = [File(f"html/{href}", page) for href, page in pages.items()]
    return Made([*made, *(file for name, item in items.items() for file in _files(name, item))])


def _downloads(site: Site, name: str) -> list[dict[str, object]]:
    """The files that the page of a document offers: `name`, `href`, `bytes` and `sha256` of each.

    They lie beside the page, or above the folder of another language.
    """
    settings = site.edition.settings
    up = "../" if settings.languages and settings.language != settings.languages[0] else ""
    names = [f"{name}{suffix}" for suffix in _DOWNLOADS]
    found = [(each, site.files.get(f"html/{each}")) for each in names]
    return [
        {"name": each, "href": up + quote(each), "bytes": file.size, "sha256": file.digest}
        for each, file in found
        if file
    ]


def _files(name: str, item: Item) -> Iterator[File]:
    yield File(f"html/{name}.bib", bibtex(item))
    yield File(f"html/{name}.ris", ris(item))
    yield File(f"html/{name}.csl.json", csl_json(item))


CITING = SiteOutput(
    name="citing",
    format="html",
    paths=("html/*.cite.html", "html/about.html", "html/*.bib", "html/*.ris", "html/*.csl.json"),
    driver=_DRIVER,
    last=True,
    make=_make,
)
