"""The words of a text as a simple reader of TEI sees them, and as the outputs print them.

The reader is written from the TEI Guidelines for the tests alone, and knows nothing of the proof or
the model. It keeps to the running text: what stands beside it, such as notes, registers and what is
left out on purpose, is none of its words.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from tests.conftest import tool
from tests.deleted_spans import without_deleted_spans

__all__ = ["lost_words", "page_words", "running_words", "text_words"]

TEI = "{http://www.tei-c.org/ns/1.0}"

BESIDE = {
    # TEI P5 3.9.1, 13.1.5: notes and remarks
    *("note", "noteGrp", "witDetail"),
    # TEI P5 11.6: running heads and catchwords
    "fw",
    # TEI P5 12.3.4: marks that say how a document is to be read
    "metamark",
    # TEI P5 3.9.2, 18: what is said about the text
    *("index", "interp", "interpGrp", "span", "spanGrp", "link", "linkGrp", "join", "joinGrp"),
    *("alt", "altGrp", "certainty", "precision", "respons", "listChange", "standOff", "fs", "fLib"),
    # TEI P5 13.2, 14: registers of names
    *("listPerson", "listPlace", "listOrg", "listEvent", "listRelation", "listObject", "listNym"),
    # TEI P5 3.12: bibliographies, whose parts are printed in an order of their own
    *("listBibl", "biblStruct", "biblFull", "msDesc"),
    # TEI P5 13.1: witnesses, and what only entries of an apparatus hold
    *("listWit", "listApp", "witStart", "witEnd", "lacunaStart", "lacunaEnd"),
    # TEI P5 3.10, 14: pictures, notation and formulas
    *("figure", "graphic", "media", "binaryObject", "notatedMusic", "formula", "egXML"),
    # TEI P5 3.5.3, 12.3: what is not, or no longer, there; signals of how the text is to be read
    *("del", "gap", "desc", "metamark"),
}
"""Elements that hold no word of the running text."""

_CHOSEN = ("corr", "reg", "expan")
_MARK = "\x01"
"""Stands for a beginning of a line, page or column within a word."""


def running_words(root: etree._Element) -> list[str]:
    """The words of each text of a document, in order."""
    root = without_deleted_spans(root)
    texts = [text for text in root.iter(TEI + "text") if not any(text.iterancestors(TEI + "text"))]
    return _words("".join(part for text in texts for part in _element(text)))


def _element(element: etree._Element) -> Iterator[str]:
    name = str(element.tag).removeprefix(TEI)
    if name in BESIDE or _heads_entries_alone(element):
        return
    if name in ("lb", "pb", "cb", "gb", "milestone"):
        yield _MARK if element.get("break") == "no" else " "
        return
    if name == "choice":
        yield from _choice(element)
        return
    if name == "app":
        yield from _entry(element)
        return
    # words of elements that are phrases are not divided from those around them, others are
    yield from _content(element)


def _heads_entries_alone(element: etree._Element) -> bool:
    """Whether an element is the heading of entries of the apparatus, or of a register, alone."""
    parent = element.getparent()
    if element.tag != f"{TEI}head" or parent is None or parent.tag == f"{TEI}listApp":
        return False
    others = {child.tag for child in parent.iterchildren("*") if child is not element}
    lists = {f"{TEI}{name}" for name in ("listApp", "listPerson", "listPlace", "listOrg")}
    return bool(others) and others <= lists


def _content(element: etree._Element) -> Iterator[str]:
    if element.tag == f"{TEI}subst":
        # TEI P5 11.3.1.5: it holds elements only
        yield from (part for child in element.iterchildren("*") for part in _element(child))
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            block = _is_block(child)
            yield " " if block else ""
            yield from _element(child)
            yield " " if block else ""
        yield child.tail or ""


_PHRASES = re.compile(
    "hi|emph|foreign|term|gloss|mentioned|soCalled|distinct|title|seg|s|m|pc|c|ex|am|abbr|expan"
    "|orig|reg|sic|corr|add|supplied|unclear|damage|surplus|subst|restore|mod|retrace|g|ref|name|rs|num"
    "|date|time|measure|anchor|[a-z]*Name|forename|surname|choice|handShift|app|lem|rdg|idno|q|quote|email"
)


def _is_block(element: etree._Element) -> bool:
    name = str(element.tag).removeprefix(TEI)
    return name not in BESIDE and not _PHRASES.fullmatch(name)


def _choice(element: etree._Element) -> Iterator[str]:
    """The corrected, regularised or expanded form, else the first (TEI P5 3.5)."""
    children = [child for child in element if isinstance(child.tag, str)]
    chosen = [child for child in children if child.tag.removeprefix(TEI) in _CHOSEN]
    for child in (chosen or children)[:1]:
        yield from _element(child)


def _entry(element: etree._Element) -> Iterator[str]:
    """The lemma, else the first reading that a witness has; none of an entry whose place is told
    by attributes (TEI P5 13.1, 13.2)."""
    if element.get("from") or element.get("loc"):
        return
    lemma = element.find(TEI + "lem")
    readings = (reading for reading in element.iter(TEI + "rdg") if reading.get("wit"))
    chosen = lemma if lemma is not None else next(readings, None)
    if chosen is not None:
        yield from _content(chosen)


def _words(text: str) -> list[str]:
    text = re.sub(rf"\s*-?{_MARK}\s*", "", unicodedata.normalize("NFC", text))
    return re.findall(r"\w+", re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text))


def text_words(file: Path, *, numbers: bool = False) -> list[str]:
    """The words of a file of plain text, with or without the numbers of notes, lines and units."""
    number = r" ?\[(?:[\w.]+ )?[^\s\]]*\d[^\s\]]*\]"
    text = file.read_text(encoding="utf-8")
    return _words(text if numbers else re.sub(number, " ", text))


_ADDED = {
    *("number", "note-reference", "entry-reference", "line-number", "break", "milestone"),
    "item-mark",
    *("separator", "quotation-mark", "also", "hidden"),
}
_PHRASES_OF_HTML = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd"),
    *("mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup"),
    *("time", "u", "var", "wbr"),
}


def page_words(file: Path) -> list[str]:
    """The words of a page's text, and after them those of the rest of the page; what the page adds,
    such as numbers, is none."""
    root = html.document_fromstring(file.read_bytes())
    return _words("".join(_page(root)))


def _page(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "template"):
        return
    if _ADDED & set((element.get("class") or "").split()):
        return
    apart = "" if element.tag in _PHRASES_OF_HTML else " "
    yield apart + (element.text or "")
    for child in element:
        yield from _page(child)
        yield child.tail or ""
    yield apart


def lost_words(expected: list[str], printed: list[str], folder: Path) -> list[str]:
    """The expected words that do not stand, in their order, among those printed.

    A word is there, too, where signs of the editors or a line's end divide or join it.
    """
    files = [folder / "expected", folder / "printed"]
    for file, words in zip(files, (expected, printed), strict=True):
        file.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    run = subprocess.run(
        [tool("diff"), "--minimal" if len(expected) < 50_000 else "--speed-large-files", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    lost = []
    for hunk in re.split(r"^\d.*\n", run.stdout, flags=re.MULTILINE):
        missing = [line[2:] for line in hunk.splitlines() if line.startswith("< ")]
        instead = [line[2:] for line in hunk.splitlines() if line.startswith("> ")]
        lost += missing if "".join(missing) not in "".join(instead) else []
    return lost
