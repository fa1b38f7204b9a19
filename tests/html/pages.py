"""Pages as the tests see them: built in a folder of their own, read by an HTML parser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from tests.building import InMemory, build, warm_saxon
from variorum.source import TEI, Edition, Source

__all__ = ["Page", "broken_links", "built", "golden_form", "reading", "told"]

MODEL = "{urn:variorum:model}"

APART = (
    "number",
    "note-reference",
    "note-between",
    "entry-reference",
    "hidden",
    "line-number",
    "break",
    "also",
    "graphic",
    "ptr",
    "milestone",
    "item-mark",
    "separator",
    "quotation-mark",
    "lacuna",
    "beside",
)
"""Classes of what a page adds to the text: numbers, marks and links."""

SILENT = (
    "index",
    "interp",
    "interpGrp",
    "spanGrp",
    "span",
    "link",
    "linkGrp",
    "join",
    "joinGrp",
    "alt",
    "altGrp",
    "certainty",
    "precision",
    "respons",
    "listChange",
    "facsimile",
    "sourceDoc",
    "fsdDecl",
    "standOff",
    "teiHeader",
    "lacunaStart",
    "lacunaEnd",
    "witStart",
    "witEnd",
)
"""Elements that hold statements about the text, not text."""

DOWNLOADED = (".pdf", ".tex", ".txt", ".xml", ".bib", ".ris", ".json")
"""What pages offer beside themselves."""

_BLOCKS = (
    "article|body|caption|dd|details|div|dl|dt|figure|footer|h[1-6]|head|header|html|li|link|main"
    "|meta|nav|ol|p|section|style|summary|table|td|th|title|tr|ul"
)


@dataclass(frozen=True)
class Page:
    """One HTML file."""

    path: Path

    @cached_property
    def text(self) -> str:
        """The file's characters."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def root(self) -> Any:
        """The parsed page."""
        return html.document_fromstring(self.text)

    @cached_property
    def ids(self) -> list[str]:
        """All ids, in document order."""
        return [str(found) for found in self.root.xpath("//@id")]

    @property
    def scripts(self) -> list[Any]:
        """The scripts of the page itself, without that of the reader's choices, which all have."""
        return list(self.root.xpath("//script[@src][not(contains(@src, 'assets/reader'))]"))

    def only(self, path: str) -> Any:
        """The only node an XPath finds."""
        found = self.root.xpath(path)
        assert len(found) == 1, f"{path}: {len(found)}"
        return found[0]

    def words(self, path: str) -> str:
        """The text of the only element at `path`, white space collapsed."""
        return " ".join(self.only(path).text_content().split())


def built(edition: Edition, output: Path) -> dict[str, Page]:
    """The pages of an edition, by their path below `html/`."""
    build(edition, output, ("html",), saxon=warm_saxon())
    folder = output / "html"
    return {
        file.relative_to(folder).as_posix(): Page(file) for file in sorted(folder.rglob("*.html"))
    }


def broken_links(pages: Iterable[Page]) -> Iterator[str]:
    """Links to a page or place that is not there, and ids that two elements share."""
    known = {page.path.resolve(): (page, Counter(page.ids)) for page in pages}
    for page, ids in known.values():
        yield from (f"{page.path.name}: id {name} twice" for name in ids if ids[name] > 1)
        for href in page.root.xpath("//a/@href"):
            target = urlsplit(str(href))
            file = (page.path.parent / unquote(target.path)) if target.path else page.path
            is_download = file.suffix in DOWNLOADED
            if target.scheme or (is_download and file.is_file()):
                continue
            places = known.get(file.resolve(), (page, None))[1]
            if places is None or (target.fragment and unquote(target.fragment) not in places):
                yield f"{page.path.name}: {href}"


def told(edition: Edition, source: Source, witness: str = "") -> str:
    """What the model says the text is, notes left out, without white space."""
    text = InMemory(edition, ("html",)).model(source, witness).find(TEI + "text")
    assert text is not None
    return _folded("".join(_strings(text)))


def _strings(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _silent(child):
            yield from _strings(child)
        yield child.tail or ""


def _silent(element: etree._Element) -> bool:
    name = etree.QName(element).localname
    is_note = name == "note" and element.get(MODEL + "n") is not None
    # what divides parts of a reference is added by the model, and is no word of the text
    return name in SILENT or is_note or element.get(MODEL + "generated") == "separator"


def reading(page: Page) -> str:
    """The text a page gives to read, without what it adds to it and without white space."""
    article = html.fromstring(html.tostring(page.only("//article[@id='edition-text']")))
    for added in article.xpath("//*[@class]"):
        if set(APART) & set(added.get("class").split()) and added.getparent() is not None:
            added.drop_tree()
    return _folded(article.text_content())


def _folded(text: str) -> str:
    straight = text.translate(str.maketrans("“”„«»‘’‚‹›", "\"\"\"\"\"'''''"))
    return re.sub(r"\s+", "", straight)


def golden_form(page: Page) -> str:
    """The page with a line for each block, without the digests in the names of its assets."""
    plain = re.sub(r"(assets/\w+)-[0-9a-f]+\.", r"\1.", page.text)
    plain = re.sub(r"(nonce(?:-|=\"))[\w-]+", r"\1", plain)
    return re.sub(rf"\n*(<(?:{_BLOCKS})[ >])", r"\n\1", plain).strip() + "\n"
