"""The letters of an edition for correspSearch: one file in the Correspondence Metadata Interchange
Format (CMIF 1.0, https://correspsearch.net/en/documentation.html), a TEI file of `correspDesc`.

It needs the address of the site, since each letter is known by the address of its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from variorum.model.summary import Summary
from variorum.outputs.output import File, Made, Site, SiteOutput
from variorum.source import TEI, XML

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["LETTERS", "cmif"]

_MODEL = "{urn:variorum:model}"
_DATE = re.compile(r"-?\d{4,}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_ORDER = ("persName", "orgName", "placeName", "date")


def cmif(title: str, base: str, summaries: Iterable[Summary]) -> bytes | None:
    """The file, or nothing where no document tells who sent or received it."""
    from lxml import etree

    letters = [(summary, _actions(summary)) for summary in summaries]
    letters = [(summary, actions) for summary, actions in letters if actions]
    if not letters:
        return None
    root = etree.Element(f"{TEI}TEI", nsmap={None: TEI.strip("{}")})
    header = etree.SubElement(root, f"{TEI}teiHeader")
    source = f"source-{uuid5(NAMESPACE_URL, base)}"
    header.append(_described(title, base, source, [summary for summary, _ in letters]))
    profile = etree.SubElement(header, f"{TEI}profileDesc")
    for summary, actions in letters:
        page = f"{base}{quote(summary.id)}.html"
        description = etree.SubElement(
            profile, f"{TEI}correspDesc", {"ref": page, "source": f"#{source}"}
        )
        description.extend(actions)
    body = etree.SubElement(etree.SubElement(root, f"{TEI}text"), f"{TEI}body")
    etree.SubElement(body, f"{TEI}p")
    made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return made


def _described(title: str, base: str, source: str, letters: list[Summary]) -> _Element:
    """The header of the file: what it is called, where it is, what it was made from."""
    from lxml import etree

    file = etree.Element(f"{TEI}fileDesc")
    titles = etree.SubElement(file, f"{TEI}titleStmt")
    etree.SubElement(titles, f"{TEI}title").text = title
    for editor in _told("editor", letters):
        etree.SubElement(titles, f"{TEI}editor").text = editor
    published = etree.SubElement(file, f"{TEI}publicationStmt")
    publisher = etree.SubElement(published, f"{TEI}publisher")
    publishers = ", ".join(_told("publisher", letters))
    etree.SubElement(publisher, f"{TEI}ref", target=base).text = publishers or title
    etree.SubElement(published, f"{TEI}idno", type="url").text = f"{base}letters.xml"
    days = [summary.released for summary in letters if summary.released]
    if days:
        etree.SubElement(published, f"{TEI}date", when=max(days))
    licences = {summary.licence for summary in letters}
    if len(licences) == 1 and (licence := licences.pop()):
        availability = etree.SubElement(published, f"{TEI}availability")
        etree.SubElement(availability, f"{TEI}licence", target=licence).text = licence
    described = etree.SubElement(file, f"{TEI}sourceDesc")
    bibl = etree.SubElement(described, f"{TEI}bibl", {"type": "online", f"{XML}id": source})
    etree.SubElement(bibl, f"{TEI}ref", target=base).text = title
    return file


def _told(what: str, letters: Iterable[Summary]) -> list[str]:
    """What all the letters tell, each once."""
    from lxml import etree

    roots = (etree.fromstring(letter.xml.encode()) for letter in letters)
    found = (str(each.text) for root in roots for each in root.iterfind(f"{_MODEL}{what}"))
    return list(dict.fromkeys(found))


def _actions(summary: Summary) -> list[_Element]:
    """What CMIF tells of a letter: who sent it, and who received it, where and when."""
    from lxml import etree

    root = etree.fromstring(summary.xml.encode())
    made = []
    for kind in ("sent", "received"):
        action = etree.Element(f"{TEI}correspAction", type=kind)
        for told in root.iterfind(f"{_MODEL}letter/{_MODEL}action[@type='{kind}']/*"):
            name = etree.QName(told).localname
            attributes = {key: value for key, value in told.items() if _is_usable(name, value)}
            if name in _ORDER and (told.text or attributes):
                etree.SubElement(action, f"{TEI}{name}", attributes).text = told.text
        action[:] = sorted(action, key=lambda each: _ORDER.index(etree.QName(each).localname))
        if len(action):
            made.append(action)
    return made


def _is_usable(name: str, value: str) -> bool:
    """Whether an attribute can be taken over: addresses, and dates that are such."""
    return name != "date" or bool(_DATE.fullmatch(value))


def _make(site: Site) -> Made:
    settings = site.edition.settings
    base = settings.site_address
    data = cmif(settings.title or base, base, site.summaries) if base else None
    return Made([File("html/letters.xml", data)] if data else [])


LETTERS = SiteOutput(
    name="letters",
    format="html",
    paths=("html/letters.xml",),
    online=True,
    make=_make,
)
