"""The facts of a document that the site needs after its model has been dropped: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Summary", "read_summary"]

_MODEL = "{urn:variorum:model}"


@dataclass(frozen=True)
class Summary:
    """What the pages of a site, and other programs, need to know of one document.

    `sigla` are those of its witnesses, in their order, `collated` those of them whose text can be
    read, since readings name them; `files` says what their files are called. `released` is the day
    of its newest version, `change` what changed last, `licence` the address of its licence; each is
    empty where that is not known. `citable` is an item of CSL-JSON, in which what is not known is
    empty and a date is a list of numbers. `parts` is the number of its parts that have pages of
    their own. `xml` is the whole summary as the stylesheets of the
    model write it, with every mention of a register entry.
    """

    id: str
    language: str
    title: str
    sigla: tuple[str, ...]
    files: Mapping[str, str]
    xml: str
    released: str = ""
    change: str = ""
    licence: str = ""
    collated: tuple[str, ...] = ()
    citable: str = "{}"
    parts: int = 0

    @property
    def keeps_entries(self) -> bool:
        """Whether the document has entries of a register of its own."""
        return 'own="true"' in self.xml


def read_summary(xml: str) -> Summary:
    """The summary that the stylesheets of the model have written."""
    from lxml import etree

    parser = etree.XMLParser(collect_ids=False, huge_tree=True, resolve_entities=False)
    root = etree.fromstring(xml.encode(), parser)
    witnesses = list(root.iterchildren(f"{_MODEL}witness"))
    files = {str(each.get("siglum", "")): str(each.get("file", "")) for each in witnesses}
    files.pop("", None)
    return Summary(
        id=str(root.get("id", "")),
        language=str(root.get("language", "")),
        title=str(root.findtext(f"{_MODEL}title", "")),
        sigla=tuple(files),
        collated=tuple(str(each.get("siglum")) for each in witnesses if each.get("collated")),
        files=files,
        xml=xml,
        released=str(root.get("released", "")),
        change=str(root.findtext(f"{_MODEL}change", "")),
        licence=str(root.get("licence", "")),
        citable=str(root.findtext(f"{_MODEL}citable", "{}")),
        parts=int(str(root.get("parts", "0"))),
    )
