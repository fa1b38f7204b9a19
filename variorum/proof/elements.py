"""The names of TEI elements, grouped by what they mean for the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from variorum.proof.placeholders import BREAK, DESCRIPTION, ITEM, LINK, NUMBER, QUOTE, SPACE
from variorum.proof.unspaced import has_unspaced

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "APART",
    "BLOCKS",
    "COPIED",
    "EDITORIAL",
    "ID",
    "LEVELS",
    "OF_SOURCE",
    "PARTS_OF_LINES",
    "PLACES",
    "PREFERRED",
    "REPLACED",
    "SECTIONS",
    "SERIES",
    "SILENT",
    "STRUCTURES",
    "TEI",
    "UnitMark",
    "added",
    "asks_for_marks",
    "divides",
    "has_ends",
    "is_apart_from_phrase",
    "is_attached",
    "is_in_note",
    "is_of_scholar",
    "is_page_number",
    "is_part_of_line",
    "is_phrase_of_group",
    "is_phrase_of_line",
    "is_replaced_sign",
    "is_transposition",
    "local",
    "number_of_unit",
    "of_reading",
    "outermost",
    "pointed",
    "readings_of",
    "spaces_beside",
    "stands_apart",
    "touching",
]

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
COPIED = "{urn:variorum:proof}copied"
"""Marks the readings in a copy (`@copyOf`): it has the words of the original, and no witnesses."""


class UnitMark(str):
    """A placeholder for the number of a unit, which knows the unit."""

    element: _Element

    @classmethod
    def of(cls, mark: str, element: _Element) -> UnitMark:
        own = cls(mark)
        own.element = element
        return own


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


SERIES = ("sources", "parallels", "testimonia")
"""The types of entries that record no variants."""
PREFERRED = ("corr", "reg", "expan", "ex")
MENOTA = "{http://www.menota.org/ns/1.0}"
LEVELS = (f"{MENOTA}norm", f"{MENOTA}dipl")
"""The levels of a transcript that are read, the normal form before the diplomatic one."""
OF_SOURCE = ("sic", "orig", "abbr", "am")
EDITORIAL = _names("choice supplied gap del surplus")
SILENT = _names(
    "listApp wit index interp interpGrp span spanGrp link "
    "linkGrp join joinGrp alt altGrp certainty precision respons listChange facsimile sourceDoc "
    "standOff teiHeader fw shift timeline substJoin addSpan delSpan damageSpan divGen "
    "listTranspose noteGrp"
)
"""Elements whose content is no text, but for the notes in it."""
STRUCTURES = _names(
    "text front body back group floatingText div div1 div2 div3 div4 div5 div6 div7 lg list table "
    "row sp spGrp castList castGroup figure listBibl titlePage listWit set performance prologue "
    "epilogue superEntry annotationBlock msDesc msPart msFrag msContents physDesc objectDesc "
    "supportDesc layoutDesc handDesc decoDesc typeDesc scriptDesc bindingDesc sealDesc history "
    "additional adminInfo custodialHist sourceDoc facsimile surface surfaceGrp schemaSpec specGrp"
)
"""Elements that hold elements only, so that white space in them does not belong to the text."""
PARTS_OF_LINES = _names(
    "addName eventName forename genName geogName name nameLink objectName orgName persName "
    "placeName roleName rs surname country district origPlace pubPlace region settlement date "
    "origDate time"
)
"""Names, places and dates: in a line that is made of parts they stand apart."""
_TRANSPOSED = re.compile(r"(^|[^a-z])(transpos|transp\.?$)")
"""In the types of editions for words in another order, such as `line-transposition`."""
_CONJECTURED = re.compile(r"cont?j|con(i|\.)|emend")
_SCHEME = re.compile(r".*?[\w-]+\((?:.*@xml:id\s*=|id\()?\s*['\"#]*([\w.-]+).*")
_BREAKS = _names("pb cb gb milestone")
_NUMBERED = _BREAKS | _names(
    "lb lg line surface surfaceGrp front body back div div1 div2 div3 div4 div5 div6 div7"
)
_UNCITED = _names("surface surfaceGrp front body back")
"""What holds whole texts or pictures: its number is a name in the files rather than a citation."""
_WORD_ENDS = re.compile(r"[\w.,;:!?”’»)]$")
_WORD_BEGINS = re.compile(r"[\w“‘«(]")
_PHRASE_ENDS = re.compile(r"[\w.,;:!?)]$")
_GROUPS = _names("opener closer argument epigraph postscript address docImprint")
_MADE_OF_NAMES = _names(
    "head byline signed salute persName placeName orgName geogName name author editor"
)
_CHOSEN = _names("app lem rdg rdgGrp choice corr sic reg orig expan ex abbr am supplied")
"""Entries and interventions, with what they hold: the text has what is in them."""
BLOCKS = STRUCTURES | _names(
    "p ab l head item headItem cell speaker closer opener dateline salute signed trailer byline "
    "docTitle titlePart docImprint docAuthor docDate docEdition imprimatur figDesc castItem "
    "argument epigraph postscript address addrLine witness u entry entryFree msIdentifier msItem "
    "msItemStruct summary zone line"
)
"""Elements that divide words from those before and after."""
PLACES = _names("p ab l lg div seg head")
"""Elements that a location can name."""
SECTIONS = _names("text front body back div div1 div2 div3 div4 div5 div6 div7")
"""Elements at whose end the last line that begins in them ends."""
APART = dict.fromkeys(_names("q quote said soCalled mentioned gloss cit"), QUOTE) | dict.fromkeys(
    ("stage", "eg", "egXML"), SPACE
)
_ZONES = _names("surface surfaceGrp zone label desc graphic")
"""What stands apart on a surface; all else between them is one block."""
_ADDED = {"p": NUMBER, "ab": NUMBER, "zone": NUMBER, "item": ITEM, "headItem": ITEM}
REPLACED = (
    dict.fromkeys(_names("ptr graphic media binaryObject"), LINK)
    | dict.fromkeys(
        _names("object listPerson listPlace listOrg listEvent listObject listNym egXML"),
        DESCRIPTION,
    )
    | {"space": " ", "caesura": " "}
)
"""What stands for an element whatever it holds."""


def local(element: _Element | None) -> str:
    """The name in TEI; `*` in another namespace; nothing for what is no element."""
    if element is None or not isinstance(element.tag, str):
        return ""
    return _name_in_tei(element.tag)


@cache
def _name_in_tei(tag: str) -> str:
    space, _, name = tag.rpartition("}")
    return name if f"{space}}}" == TEI or name == "egXML" else "*"


def added(element: _Element) -> str:
    """The number or mark that an output may set before an element."""
    name = local(element)
    parent = element.getparent()
    if name in ("label", "desc") and local(parent) in ("surface", "zone"):
        return NUMBER
    if local(parent) in ("surface", "sourceDoc") and name not in _ZONES:
        before = local(element.getprevious())
        return NUMBER if not before or before in _ZONES else ""
    if name in ("p", "ab") or (name == "item" and _needs_mark(element)):
        return UnitMark.of(_ADDED[name], element)
    return _ADDED.get(name, "")


def _needs_mark(item: _Element) -> bool:
    """Whether an item is marked by its number (TEI P5 3.8), and not by a label or its words."""
    number = " ".join((item.get("n") or "").split())
    words = " ".join("".join(item.itertext()).split())
    parent = item.getparent()
    labels = parent is None or parent.find(f"{TEI}label") is not None
    own = re.match(rf"[(\[]?{re.escape(number.strip('()[].: '))}[.)\]:]", words)
    return bool(number) and not labels and not words.startswith(number) and own is None


def number_of_unit(element: _Element) -> str:
    """What stands for the number of a unit by which a text is cited (TEI P5 3.11.3, 4.1.1, 6.2)."""
    name = local(element)
    is_numbered = name == "l" or (element.get("n") and name in _NUMBERED)
    if name in _UNCITED:
        return BREAK if is_numbered else ""
    return UnitMark.of(BREAK, element) if is_numbered else ""


def is_page_number(element: _Element) -> bool:
    """Whether a note holds what is written around the text of a page, as `fw` does (11.6)."""
    kinds = ("foliation", "pagination", "catchword", "signature")
    return local(element) == "note" and element.get("type") in kinds


def is_in_note(element: _Element) -> bool:
    """Whether an element belongs to a note or to the header, and not to the text itself."""
    notes = element.iterancestors(f"{TEI}note", f"{TEI}witDetail", f"{TEI}teiHeader")
    return next(notes, None) is not None


def outermost(element: _Element, name: str) -> list[_Element]:
    """The elements of a name within an element, but none within another one of them."""
    tag = f"{TEI}{name}"
    return [
        found
        for found in element.iter(tag)
        if not any(outer.tag == tag for outer in _between(found, element))
    ]


def _between(inner: _Element, outer: _Element) -> Iterator[_Element]:
    return takewhile(lambda each: each is not outer, inner.iterancestors())


def is_part_of_line(element: _Element) -> bool:
    """Whether an element is a name, a place or a date of a date line that is made of parts."""
    if not _may_be_part(element):
        return False
    line = _whole(element)
    return line is not None and local(line) == "dateline" and not _has_own_words(line)


def _may_be_part(element: _Element) -> bool:
    """Whether an element is a name, a place, a date, or a passage with a place in the line."""
    told = element.get("rend", "") if local(element) == "seg" else ""
    return local(element) in PARTS_OF_LINES or any(
        place in told for place in ("left", "center", "centre", "right")
    )


def is_phrase_of_line(element: _Element) -> bool:
    """Whether an author or a date stands among the words of a line, such as `by Ann Lee.`"""
    if local(element) not in ("docAuthor", "docDate", "docEdition", "imprimatur"):
        return False
    line = element.getparent()
    texts = (line.text, *(child.tail for child in line))
    return any((text or "").strip() for text in texts)


def _has_own_words(line: _Element) -> bool:
    """Whether words stand beside the parts of a line, in it or in an entry or intervention."""
    mixed = (
        child
        for child in line.iterdescendants()
        if local(child) in _CHOSEN and any(_may_be_part(part) for part in child)
    )
    return any(
        (text or "").strip()
        for element in (line, *mixed)
        for text in (element.text, *(child.tail for child in element))
    )


def spaces_beside(part: _Element) -> tuple[str, str]:
    """The spaces that may be added before and after a part of a date line: none at punctuation."""
    following: _Element | None = part
    while following is not None and following.getnext() is None:
        following = following.getparent() if local(following.getparent()) in _CHOSEN else None
    coming = following.getnext() if following is not None else None
    return _space_before(part), SPACE if coming is None else _space_before(coming)


def _space_before(element: _Element) -> str:
    words = "".join(str(text) for text in element.itertext("{*}*")).lstrip()
    return "" if words.startswith((",", ".", ";", ":", ")", "]", "⟩")) else SPACE


def is_phrase_of_group(element: _Element) -> bool:
    """Whether an element is a phrase of an opening, an epigraph or the like (TEI P5 4.2.2, 4.2.3).

    Each of these may stand on a line of its own, if no words stand beside them.
    """
    group = _whole(element)
    return group is not None and local(group) in _GROUPS and not _has_own_words(group)


def is_apart_from_phrase(element: _Element) -> bool:
    """Whether an element is a phrase or part of a name, and only its tag ends the word before."""
    before, whole = element.getprevious(), _whole(element)
    if before is None or before.tail or not local(before) or whole is None:
        return False
    ended, words = ("".join(each.itertext("{*}*")) for each in (before, element))
    if not (_PHRASE_ENDS.search(ended) and _WORD_BEGINS.match(words)):
        return False
    if local(whole) in _MADE_OF_NAMES:
        spaced = not (has_unspaced(ended) and has_unspaced(words))
        named = _may_be_part(before) and _may_be_part(element)
        return named and spaced and not _has_own_words(whole)
    return is_phrase_of_group(element)


def _whole(element: _Element) -> _Element | None:
    """What an element is part of, whatever entries and interventions are around it."""
    whole = element.getparent()
    while whole is not None and local(whole) in _CHOSEN:
        whole = whole.getparent()
    return whole


def is_replaced_sign(element: _Element) -> bool:
    """Whether an element is the sign of an abbreviation beside the letters that it stands for."""
    parent = element.getparent()
    return (
        local(element) == "am"
        and local(parent) == "expan"
        and any(local(child) == "ex" for child in parent)
    )


def divides(element: _Element) -> bool:
    """Whether an element without words ends the word before it (TEI P5, att.breaking)."""
    return local(element) in _BREAKS and element.get("break") == "yes"


def stands_apart(element: _Element) -> bool:
    """Whether an element has words that belong to none of those beside it."""
    return local(element) in ("label", "stage", "speaker")


def touching(element: _Element) -> tuple[str, str]:
    """The space before and after an element: one where nothing but its tags divides two words."""
    parent, last, following = element.getparent(), element.getprevious(), element.getnext()
    before = (last.tail if last is not None else parent.text if parent is not None else "") or ""
    after = element.tail or ""
    if not before and last is not None and local(last) != "note":
        before = "".join(last.itertext("{*}*"))
    if not after and following is not None and local(following) != "note":
        after = "".join(following.itertext("{*}*"))
    return (
        " " if _WORD_ENDS.search(before) else "",
        " " if _WORD_BEGINS.match(after) else "",
    )


def asks_for_marks(element: _Element) -> bool:
    """Whether the encoding may ask for quotation marks that the element usually does not have."""
    asked = [element.get(name, "").lower() for name in ("rend", "rendition")]
    return any(
        each.strip(" #;,") in ("single", "double") or "quot" in each or "guillemets" in each
        for each in asked
    )


def has_ends(app: _Element) -> bool:
    """Whether an entry points to the text that it is about (TEI P5 12.2.2)."""
    return any(app.get(name) for name in ("from", "to", "target"))


def pointed(pointer: str) -> str:
    """The id that a pointer names, alone or in a scheme such as `left()` (TEI P5 16.2.4)."""
    return _SCHEME.sub(r"\1", pointer.rpartition("#")[2] if "(" not in pointer else pointer)


def is_attached(app: _Element) -> bool:
    """Whether an entry stands apart from the text it is about."""
    parent = app.getparent()
    if has_ends(app) or (parent is not None and local(parent) == "listApp"):
        return True
    blocks = (f"{TEI}{name}" for name in ("p", "l", "ab", "head"))
    return app.get("loc") is not None and next(app.iterancestors(*blocks), None) is None


def of_reading(reading: _Element, name: str) -> str | None:
    """What a reading says of itself in an attribute, or what the groups around it say of it."""
    own: str | None = reading.get(name)
    if own is not None:
        return own
    group = reading.getparent()
    return of_reading(group, name) if group is not None and local(group) == "rdgGrp" else None


def is_of_scholar(reading: _Element) -> bool:
    """Whether a reading names a scholar or a book, so that no witness need have it."""
    kinds = (kind.removeprefix("#") for kind in (of_reading(reading, "type") or "").lower().split())
    named = of_reading(reading, "resp") or of_reading(reading, "source")
    return bool(named) or any(map(_CONJECTURED.match, kinds))


def is_transposition(app: _Element) -> bool:
    """Whether an entry tells of words that stand elsewhere in the text."""
    types = [app.get("type"), *(of_reading(reading, "type") for reading in readings_of(app))]
    return any(_TRANSPOSED.search((kind or "").lower()) for kind in types)


def readings_of(app: _Element) -> list[_Element]:
    """`lem` and `rdg` of an entry, those in groups too, not those of entries within."""
    found = []
    for child in app:
        if local(child) in ("lem", "rdg"):
            found.append(child)
        elif local(child) == "rdgGrp":
            found += readings_of(child)
    return found
