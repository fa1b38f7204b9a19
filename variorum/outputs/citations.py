"""Citations for reference managers: CSL-JSON, and BibTeX and RIS that are made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

__all__ = ["Item", "bibtex", "csl_json", "of_document", "of_edition", "ris"]

Item = Mapping[str, Any]
"""An item of CSL-JSON (Citation Style Language 1.0.2, schema csl-data)."""

_DATES = ("issued", "original-date")
_NAMES = ("author", "editor", "translator")
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def of_document(citable: str, base: str) -> Item:
    """The item of a document, without what is not known.

    `citable` is what its summary says; `base` is the address of the site, or nothing.
    """
    item = {"type": "document", **json.loads(citable)}
    item["URL"] = base and f"{base}{quote(item['id'])}.html"
    for name in _DATES:
        item[name] = {"date-parts": item[name]} if item.get(name) else None
    return {key: value for key, value in item.items() if value}


def of_edition(title: str, address: str, items: Sequence[Item]) -> Item:
    """The item of an edition of many documents: who edited and published them, and when last."""
    publishers = {item.get("publisher", "") for item in items}
    issued = [item["issued"]["date-parts"][0] for item in items if "issued" in item]
    editors = [name for item in items for name in item.get("editor", ())]
    edition = {
        "id": "edition",
        "type": "book",
        "title": title,
        "editor": [name for place, name in enumerate(editors) if name not in editors[:place]],
        "issued": {"date-parts": [[max(issued)[0]]]} if issued else None,
        "publisher": publishers.pop() if len(publishers) == 1 else "",
        "URL": address,
    }
    return {key: value for key, value in edition.items() if value}


def csl_json(*items: Item) -> str:
    """A file of items, the keys of each by alphabet."""
    return json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def bibtex(item: Item) -> str:
    """An entry of BibTeX; names and types of fields are those that biblatex knows, too."""
    fields = {
        "title": f"{{{_tex(item['title'])}}}",
        **{role: " and ".join(map(_tex_name, item.get(role, ()))) for role in _NAMES},
        "series": _tex(item.get("collection-title", "")),
        "publisher": _tex(item.get("publisher", "")),
        "address": _tex(item.get("publisher-place", "")),
        "year": _year(item, "issued"),
        "origdate": "/".join(map(_day, _dates(item, "original-date"))),
        "version": _tex(item.get("version", "")),
        "doi": item.get("DOI", ""),
        "url": item.get("URL", ""),
        "keywords": _tex(", ".join(_keywords(item))),
        "note": _tex(_place(item)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    key = re.sub(r"[^\w:./+-]", "-", item["id"])
    return f"@misc{{{key},\n" + ",\n".join(lines) + "\n}\n"


def ris(item: Item) -> str:
    """A record of RIS; the lines end as the format wants it."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris_lines(item))


def _ris_lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", "UNPB" if "archive" in item else "GEN"
    told = [("ID", item["id"]), ("TI", item["title"]), ("T3", item.get("collection-title", ""))]
    for tag, role in (("AU", "author"), ("ED", "editor"), ("A4", "translator")):
        told += [(tag, _inverted(name)) for name in item.get(role, ())]
    told += [
        ("PB", item.get("publisher", "")),
        ("CY", item.get("publisher-place", "")),
        ("PY", _year(item, "issued")),
        ("ET", item.get("version", "")),
        ("LA", item.get("language", "")),
        ("DO", item.get("DOI", "")),
        ("UR", item.get("URL", "")),
        *(("KW", keyword) for keyword in _keywords(item)),
        ("AB", " ".join(item.get("abstract", "").split())),
        ("AV", _place(item)),
    ]
    yield from ((tag, value) for tag, value in told if value)
    yield "ER", ""


def _dates(item: Item, name: str) -> Sequence[Sequence[int]]:
    """A date, or the first and the last of a span."""
    dates: Sequence[Sequence[int]] = item[name]["date-parts"] if name in item else ()
    return dates


def _day(parts: Sequence[int]) -> str:
    return "-".join(f"{part:02}" for part in parts)


def _year(item: Item, name: str) -> str:
    return "".join(str(date[0]) for date in _dates(item, name)[:1])


def _keywords(item: Item) -> Sequence[str]:
    return [keyword for keyword in item.get("keyword", "").split("; ") if keyword]


def _place(item: Item) -> str:
    parts = ("archive", "archive_collection", "archive_location")
    return ", ".join(item[key] for key in parts if key in item)


def _inverted(name: Mapping[str, str]) -> str:
    return name.get("literal") or f"{name['family']}, {name['given']}"


def _tex_name(name: Mapping[str, str]) -> str:
    """A name that has no parts is in braces of its own, so that no program takes it apart."""
    words = _tex(_inverted(name))
    return f"{{{words}}}" if "literal" in name else words


def _tex(text: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda found: _TEX.get(found[0], f"\\{found[0]}"), text)
