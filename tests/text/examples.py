"""The examples of the TEI Guidelines as documents, and the words that they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from tests.deleted_spans import without_deleted_spans
from variorum.source import TEI

__all__ = ["Example", "examples", "lost_words"]

_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HEADER = _names(
    "TEI teiCorpus teiHeader fileDesc encodingDesc profileDesc revisionDesc titleStmt editionStmt "
    "publicationStmt notesStmt sourceDesc seriesStmt listPrefixDef variantEncoding particDesc "
    "settingDesc textClass correspDesc correspAction correspContext recordingStmt standOff listWit "
    "handNotes charDecl char glyph mapping localProp unicodeProp unihanProp metDecl editorialDecl "
    "listChange change transcriptionDesc scriptStmt equipment geoDecl scriptNote typeNote"
)
"""What stands in no text."""
_RECORDS = _names(
    "person personGrp place org event object nym relation listPerson listPlace listOrg listEvent "
    "listObject listNym listRelation persona"
)
"""Entries of registers, which an output shows apart from the text."""
_TRANSCRIPT = _names("surfaceGrp surface zone line")
_WHOLE = _names("text sourceDoc facsimile")
_PARTS = _names("front body back group")
_BLOCKS = _names(
    "div div1 div2 div3 div4 div5 div6 div7 p ab lg l sp spGrp list table head opener closer "
    "postscript epigraph argument byline dateline salute signed trailer castList castGroup "
    "castItem titlePage docTitle docImprint set prologue epilogue performance floatingText "
    "listBibl entry entryFree superEntry u annotationBlock msDesc speaker stage address "
    "docAuthor docDate"
)
_NOT_TEXT = _names(
    "fw index interp interpGrp span spanGrp link linkGrp join joinGrp alt altGrp certainty "
    "precision respons listChange standOff teiHeader listApp listTranspose witStart witEnd "
    "lacunaStart lacunaEnd wit shift timeline substJoin addSpan delSpan damageSpan divGen charDecl "
    "note noteGrp witDetail rdg rdgGrp del surplus gap graphic media binaryObject metamark"
)
"""What says something about the text, or stands elsewhere than in its place."""
_MARKS = re.compile(r"[\s\u00a0“”„‟«»\"‘’‚‛‹›'\[\]⟨⟩()]")


@dataclass(frozen=True)
class Example:
    """One example as a document."""

    name: str
    root: Any

    @property
    def data(self) -> bytes:
        return bytes(etree.tostring(self.root, encoding="utf-8", xml_declaration=True))


def examples(guidelines: Any, modules: frozenset[str]) -> Iterator[Example]:
    """The examples of the elements of some modules that can stand in a text."""
    for specification in guidelines.iter(f"{TEI}elementSpec"):
        if specification.get("module") in modules:
            found = specification.iterfind(f".//{TEI}exemplum/{_EXAMPLES}egXML")
            for number, example in enumerate(found):
                root = None if example.get("valid") == "false" else _document(example)
                if root is not None:
                    yield Example(f"{specification.get('ident')}-{number}", root)


def lost_words(root: Any, output: str) -> str:
    """The first words of a document that do not stand in an output, in their order."""
    shown = _MARKS.sub("", output)
    at = 0
    for words in _texts(without_deleted_spans(root)):
        for word in words.split():
            bare = _MARKS.sub("", word)
            found = shown.find(bare, at)
            if found < 0:
                return words.strip()
            at = found + len(bare)
    return ""


def _texts(root: Any) -> Iterator[str]:
    whole = [child for child in root if _name(child) in _WHOLE]
    for child in whole:
        yield from _words(child)


def _words(element: Any) -> Iterator[str]:
    name = _name(element)
    if not name or name in _NOT_TEXT or name in _RECORDS:
        return
    if name == "choice":
        yield from _inner(_chosen(element))
    elif name == "app":
        readings = [child for child in element if _name(child) in ("lem", "rdg", "rdgGrp")]
        lemma = [child for child in readings if _name(child) == "lem"]
        if lemma:
            yield from _inner(lemma[0])
    else:
        yield from _inner(element)


def _inner(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def _chosen(choice: Any) -> Any:
    for name in ("corr", "reg", "expan", "ex"):
        if (found := choice.find(f"{TEI}{name}")) is not None:
            return found
    return next((child for child in choice if _name(child)), choice)


def _document(example: Any) -> Any:
    """The example in the smallest document in which it can stand."""
    content = _as_tei(example)
    names = {_name(child) for child in content} - {""}
    if names & (_HEADER | _RECORDS) or not (names or (content.text or "").strip()):
        return None
    root = etree.Element(f"{TEI}TEI", nsmap={None: TEI[1:-1]})
    header = etree.SubElement(etree.SubElement(root, f"{TEI}teiHeader"), f"{TEI}fileDesc")
    statement = etree.SubElement(header, f"{TEI}titleStmt")
    etree.SubElement(statement, f"{TEI}title").text = "Example"
    if names & _WHOLE:
        host = root
    elif names & _TRANSCRIPT:
        host = etree.SubElement(root, f"{TEI}sourceDoc")
    else:
        host = etree.SubElement(root, f"{TEI}text")
        if not names & _PARTS:
            host = etree.SubElement(etree.SubElement(host, f"{TEI}body"), f"{TEI}div")
            host = _holder(host, names, (content.text or "").strip())
    host.text = content.text
    host.extend(list(content))
    return root


def _holder(division: Any, names: set[str], words: str) -> Any:
    if names and names <= {"row", "cell"}:
        return etree.SubElement(division, f"{TEI}table")
    if names and names <= {"item", "label", "headItem", "headLabel"}:
        return etree.SubElement(division, f"{TEI}list")
    if words or not names & _BLOCKS:
        return etree.SubElement(division, f"{TEI}p")
    return division


def _as_tei(element: Any) -> Any:
    """A copy whose elements are those of TEI, without comments."""
    tag = str(element.tag)
    made = etree.Element(tag.replace(_EXAMPLES, TEI), dict(element.attrib))
    made.text = element.text
    for child in element:
        if isinstance(child.tag, str):
            below = _as_tei(child)
            below.tail = child.tail
            made.append(below)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + (child.tail or "")
        else:
            made.text = (made.text or "") + (child.tail or "")
    return made


def _name(element: Any) -> str:
    tag = element.tag
    return tag.removeprefix(TEI) if isinstance(tag, str) else ""
