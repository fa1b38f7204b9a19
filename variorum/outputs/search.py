"""The search of the site: its page, and the index that the page's script looks into."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from variorum.outputs.output import File, Made, Site, SiteOutput, driver

if TYPE_CHECKING:
    from variorum.model.summary import Summary
    from variorum.outputs.search_index import Document

__all__ = ["SEARCH"]

_DRIVER = driver("html")
_MODEL = "{urn:variorum:model}"
_TEI = "{http://www.tei-c.org/ns/1.0}"
_LAST = 9999
"""Where documents without a date stand."""


def _make(site: Site) -> Made:
    from variorum.outputs.search_index import index

    told = site.renderer.pages(_DRIVER, "search-entries", site.summaries)
    entries = json.loads(told["entries"])
    persons = {
        name: each["name"] for each in entries if each["kind"] == "person" for name in each["ids"]
    }
    documents = sorted(
        (
            _document(summary, persons, divided="parts" in site.renderer.names)
            for summary in site.summaries
        ),
        key=lambda document: document.years or (_LAST,),
    )
    folder, files = index([*documents, *_register(entries)])
    pages = site.renderer.pages(
        _DRIVER, "search", (), index=folder, nonce=folder, entries="yes" if entries else ""
    )
    made = [File(f"html/{href}", page) for href, page in pages.items()]
    return Made(made + [File(f"html/search/{folder}/{name}", text) for name, text in files.items()])


def _document(summary: Summary, persons: Mapping[str, str], *, divided: bool) -> Document:
    from lxml import etree

    from variorum.outputs.search_index import Document, Passage

    parser = etree.XMLParser(collect_ids=False, huge_tree=True, resolve_entities=False)
    root = etree.fromstring(summary.xml.encode(), parser)
    mentions = " ".join(str(each.get("entity")) for each in root.iterchildren(f"{_MODEL}mention"))
    date = root.find(f"{_TEI}date")
    return Document(
        address=f"{summary.id}.part-1.html" if divided and summary.parts else f"{summary.id}.html",
        title=summary.title,
        language=summary.language,
        date="" if date is None else " ".join("".join(map(str, date.itertext())).split()),
        years=_years(str(root.get("from", "")), str(root.get("to", ""))),
        persons=frozenset(persons[name] for name in mentions.split() if name in persons),
        passages=[
            Passage(
                str(each.get("kind")),
                f"{each.get('part')}#{each.get('id')}"
                if divided and each.get("part")
                else str(each.get("id")),
                str(each.get("n")),
                str(each.text or ""),
            )
            for each in root.iterchildren(f"{_MODEL}passage")
        ],
    )


def _years(*dates: str) -> tuple[int, ...]:
    """The first and the last year that dates of ISO 8601 name, negative before the era."""
    years = [int(year[0]) for date in dates if (year := re.match(r"-?\d{4,}", date))]
    return (min(years), max(years)) if years else ()


def _register(entries: Sequence[Mapping[str, Any]]) -> Iterator[Document]:
    """The entries of the registers as one document, each with the address of its own page."""
    from variorum.outputs.search_index import Document, Passage

    passages = [Passage("entry", each["address"], each["name"], each["words"]) for each in entries]
    if passages:
        yield Document("", "", "", "", (), frozenset(), passages)


SEARCH = SiteOutput(
    name="search",
    format="html",
    paths=("html/search/*",),
    driver=_DRIVER,
    make=_make,
)
