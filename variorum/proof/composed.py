"""What an edition sets between the parts of what is made of parts.

References (TEI P5 3.12.2), descriptions of manuscripts (11), entries of dictionaries (10) and what
is said aloud (8) are told apart by their elements alone: printed as they are encoded, their words
would run together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from variorum.proof.notations import MATH, formula, markup
from variorum.proof.placeholders import LINK, SPACE

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["after_words", "at_end", "before_words", "is_layout", "stands_for"]

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LISTED = _names(
    "biblStruct biblFull analytic monogr imprint titleStmt editionStmt publicationStmt "
    "seriesStmt series relatedItem msIdentifier altIdentifier msItem msItemStruct"
)
"""Elements whose parts are set apart by commas."""
_SPACED = _names(
    "entry superEntry hom re form gramGrp sense etym xr cit u annotationBlock respStmt castItem"
)
"""Elements whose parts are set apart by spaces."""
_NAMES = _names("author editor persName name orgName")
"""Elements of references whose parts are set apart by spaces."""
_OF_REFERENCES = _names(
    "author editor title date biblScope citedRange publisher pubPlace ref ptr idno extent series "
    "edition"
)
"""Parts of references, which stand apart even where the encoding joins them in a mixed one."""
_ON_LINES = _names("listBibl p list table msItem msItemStruct")
"""What stands on lines of its own: it needs nothing before it, nor does what follows it."""
_UNCOUNTED = _names("note head desc") | _ON_LINES
_ALTERNATING = _names("subst ruby")
"""Elements within words that hold elements only (TEI P5 11.3.1.5, 3.4.2)."""
_DESCRIBED = _names("msContents physDesc history additional")
_BESIDE_SPEECH = _names("incident kinesic vocal writing pause")
_PARTS_OF_SCHEMAS = _names("moduleRef elementRef classRef macroRef dataRef attRef")
_DATED = ("when", "from", "notBefore", "to", "notAfter")


def is_layout(element: _Element) -> bool:
    """Whether an element holds elements only: white space in it is layout of the file."""
    return _local(element) in _ALTERNATING or _is_composed(element)


def _is_composed(element: _Element) -> bool:
    """Whether an element is made of parts alone, which are set apart."""
    name = _local(element)
    made = (
        name in _LISTED
        or name in _SPACED
        or name == "dimensions"
        or (name in _NAMES and _in_reference(element))
        or (name == "bibl" and _local(element.getparent()) == "listBibl")
    )
    return made and not any(
        (text or "").strip() for text in (element.text, *(child.tail for child in element))
    )


def before_words(element: _Element, labels: Mapping[str, str]) -> str:
    """What stands before the words of an element."""
    name = _local(element)
    if name == "u":
        return _part(element) + "".join(f"{who}: " for who in [_speakers(element)] if who)
    if name in _BESIDE_SPEECH:
        pause = labels["spoken.pause"] if name == "pause" else ""
        return SPACE + ("[" + pause if pause or _words(element) else "")
    if name in _DESCRIBED and element.find(f"{_TEI}head") is None and _words(element):
        return f" {labels[f'html.source.{name}']} "
    if name == "bibl":
        return _part(element) + _siglum(element)
    if name == "rt" and _words(element):
        return "("
    if name == "figDesc":
        return LINK
    if name == "notatedMusic":
        return f"[{labels['music']}" + (": " if _words(element) else "")
    if name == "dimensions" and not _is_composed(element.getparent()):
        return SPACE
    return _part(element)


def after_words(element: _Element) -> str:
    """What stands after the words of an element."""
    name = _local(element)
    if name in _BESIDE_SPEECH:
        return ("]" if name == "pause" or _words(element) else "") + SPACE
    if name == "rt" and _words(element):
        return ")"
    if name == "notatedMusic":
        return "]"
    if name == "figDesc":
        return LINK
    if name == "dimensions" and _words(element):
        units = (each.get("unit") for each in (element, *element.iterchildren("*")))
        return "".join(f" {unit}" for unit in [next(filter(None, units), None)] if unit)
    return LINK if _is_unwritten(element) else ""


def at_end(element: _Element, words: str) -> str:
    """The last words of an element: a comma that follows stands at the word, after no space."""
    parent = element.getparent()
    return words.rstrip() if parent is not None and is_layout(parent) else words


def stands_for(element: _Element) -> str | None:
    """The words that stand for what an element holds: those of a formula or of markup, those of a
    character without words (TEI P5 5.2), the name of a part of a schema (23.4); else nothing.
    """
    if element.tag == MATH:
        return formula(element)
    if str(element.tag).endswith("}egXML"):
        return markup(element)
    if _local(element) in _PARTS_OF_SCHEMAS and not _words(element):
        return element.get("key") or element.get("name") or ""
    if _local(element) != "g" or _words(element):
        return None
    name = element.get("ref", "").removeprefix("#")
    characters = element.getroottree().iter(f"{_TEI}char", f"{_TEI}glyph")
    described = next((each for each in characters if each.get(_ID) == name), None)
    return "" if described is None else _character(described)


def _character(described: _Element) -> str:
    mappings = [each for each in described.iterchildren(f"{_TEI}mapping") if _words(each)]
    usual = ("standard", "normalized", "simplified")
    mappings.sort(key=lambda each: each.get("type") not in usual)
    if mappings:
        return _words(mappings[0])
    properties = described.iterchildren(f"{_TEI}localProp", f"{_TEI}unicodeProp")
    names = [
        each.get("value", "")
        for each in properties
        if each.get("name", "").lower() in ("name", "na")
    ]
    for kind in ("charName", "glyphName", "desc"):
        names += [_words(each) for each in described.iterchildren(f"{_TEI}{kind}")]
    return next((f"[{name}]" for name in (*names, described.get(_ID, "")) if name), "")


def _part(element: _Element) -> str:
    """What sets an element apart from the parts before it, and the number or type of itself."""
    parent = element.getparent()
    if (
        parent is None
        or not (_is_composed(parent) or _is_joined(element, parent))
        or not _says_something(element)
        or _local(element) in _UNCOUNTED
    ):
        return ""
    return _separator(element, parent) + _label(element)


def _is_joined(element: _Element, parent: _Element) -> bool:
    """Whether nothing at all stands between an element and the part of the reference before it."""
    if _local(parent) != "bibl" or _local(element) not in _OF_REFERENCES:
        return False
    before = element.getprevious()
    while before is not None and not before.tail and _local(before) in ("", "note"):
        before = before.getprevious()
    return before is not None and not before.tail and _local(before) in _OF_REFERENCES


def _siglum(source: _Element) -> str:
    """The siglum by which a reference is known, where its words do not say it (TEI P5 3.12)."""
    siglum, words = source.get("n", ""), _words(source)
    shown = siglum.replace(".", "").isalpha() and siglum[0].isupper() and siglum not in words
    apart = is_layout(source) and source.find(f"{_TEI}title") is None
    return f"{siglum} " if words and shown and apart else ""


def _separator(element: _Element, parent: _Element) -> str:
    before = next(
        (
            each
            for each in element.itersiblings(f"{_TEI}*", preceding=True)
            if _says_something(each) and _local(each) != "note"
        ),
        None,
    )
    if (
        before is None
        or _local(before) in _ON_LINES
        or _words(element).startswith((",", ".", ";", ":", "!", "?", ")", "]"))
    ):
        return ""
    if _local(before) == "surname" and _local(element) == "forename":
        return ", "
    if _words(before).endswith((",", ";", ":")):
        return " "
    name = _local(parent)
    return ", " if name in _LISTED or name == "bibl" else " × " if name == "dimensions" else " "


def _label(element: _Element) -> str:
    name = _local(element)
    kind = element.get("type", "")
    if name == "idno" and kind not in ("", "URI", "URL", "url"):
        return "" if _words(element).startswith(kind) else f"{kind} "
    if name != "sense":
        return ""
    all_senses = element.getparent().findall(f"{_TEI}sense")
    number = element.get("n", "")
    if len(all_senses) > 1 and not any("n" in each.attrib for each in all_senses):
        number = str(all_senses.index(element) + 1)
    if not number or _words(element).startswith(number):
        return ""
    return f"{number}. " if number[-1].isalnum() else f"{number} "


def _speakers(turn: _Element) -> str:
    parent = turn.getparent()
    outer = parent.get("who", "") if _local(parent) == "annotationBlock" else ""
    named = []
    for pointer in turn.get("who", outer).split():
        name = pointer.removeprefix("#")
        person = next((p for p in turn.getroottree().iter("*") if p.get(_ID) == name), None)
        names = [] if person is None else [*person.iterchildren(f"{_TEI}persName", f"{_TEI}name")]
        named.append((names and _name(names[0])) or name)
    return ", ".join(named)


def _name(name: _Element) -> str:
    """A name; its parts are words of their own, also where only tags divide them (13.2.1)."""
    if any((text or "").strip() for text in (name.text, *(part.tail for part in name))):
        return _words(name)
    return " ".join(filter(None, map(_words, name.iterchildren("*"))))


def _says_something(element: _Element) -> bool:
    leads = _local(element) in ("ptr", "ref") and "target" in element.attrib
    return leads or bool(_words(element)) or _is_unwritten(element)


def _is_unwritten(element: _Element) -> bool:
    """Whether only attributes say a date, or where pages begin and end (TEI P5 3.12.2)."""
    said = _DATED if _local(element) == "date" else ("from", "to")
    return (
        _local(element) in ("date", "biblScope", "citedRange")
        and not _words(element)
        and any(name in element.attrib for name in said)
        and any(
            _local(outer) in ("bibl", "biblStruct", "biblFull") for outer in element.iterancestors()
        )
    )


def _in_reference(element: _Element) -> bool:
    return any(_local(outer) in ("biblStruct", "biblFull") for outer in element.iterancestors())


def _words(element: _Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext("{*}*")).split())


def _local(element: _Element | None) -> str:
    if element is None or not isinstance(element.tag, str):
        return ""
    return str(element.tag).removeprefix(_TEI)
