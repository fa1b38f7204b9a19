"""What a text must show where words are missing (TEI P5 3.5.3 and 12.3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from variorum.proof.corrections import lost

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["words_of_gap"]

_TEI = "{http://www.tei-c.org/ns/1.0}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _spellings(**rows: str) -> dict[str, str]:
    return {spelling: name for name, row in rows.items() for spelling in row.split()}


_REASONS = _spellings(
    lost="lost loss torn torn-away cut-off trimmed hole lacuna missing abraded worn",
    illegible="illegible unreadable undeciphered indecipherable faded smudged blotted unclear",
    omitted="omitted omission editorial irrelevant sampling sampled abridged excluded",
    damaged="damage damaged mutilated burnt stained",
    deleted="deleted deletion cancelled canceled erased erasure overwritten overstrike rubbing",
    inaudible="inaudible unintelligible incomprehensible",
)
_SMALL = ("character", "letter", "word")
"""Units that say nothing where nobody has counted them."""
_UNITS = _spellings(
    character="character char glyph sign",
    letter="letter",
    syllable="syllable",
    word="word",
    line="line ln",
    verse="verse",
    stanza="stanza",
    sentence="sentence",
    paragraph="paragraph para",
    section="section",
    chapter="chapter",
    column="column col",
    page="page pg",
    leaf="leaf leave folio fol",
    quire="quire gathering",
    minim="minim",
    inch="inch inche in",
    centimetre="cm centimetre centimeter",
    millimetre="mm millimetre millimeter",
)
_NOT_KNOWN = ("", "unknown", "undetermined", "unspecified", "unclear")


def words_of_gap(gap: _Element, labels: Mapping[str, str]) -> str:
    """The words in their sign: those of its description, else how much is missing, and why."""
    described = _description(gap, labels["xml:lang"])
    if described:
        return lost(described, labels)
    amount = _amount(gap, labels)
    asked = [word.replace("_", "-").replace(".", "-") for word in gap.get("reason", "").split()]
    reasons = [_REASONS[word.lower()] for word in asked if word.lower() in _REASONS]
    if reasons and (amount or reasons[0] != "lost"):
        said = labels[f"gap.{reasons[0]}"].format(amount or labels["gap.unknown"])
        return lost(said, labels)
    return lost(amount or labels["gap.unknown"], labels)


def _description(gap: _Element, language: str) -> str:
    found = ""
    for desc in gap.iterchildren(f"{_TEI}desc"):
        words = " ".join("".join(str(text) for text in desc.itertext()).split())
        lines = (desc, *desc.iterancestors())
        tag = next((e.get(_LANGUAGE, "") for e in lines if e.get(_LANGUAGE)), "")
        if words and tag.startswith(language):
            return words
        found = found or words
    return found


def _amount(gap: _Element, labels: Mapping[str, str]) -> str:
    extent = " ".join(gap.get("extent", "").split())
    told = extent.split()
    least = gap.get("atLeast") or gap.get("min") or ""
    most = gap.get("atMost") or gap.get("max") or ""
    if gap.get("quantity"):
        least, most = "", ""
        numbers = [gap.get("quantity", "")]
    else:
        numbers = list(dict.fromkeys(filter(None, (least, most))))
    if not numbers and told and told[0].replace(".", "", 1).isdecimal():
        numbers = [told[0]]
    unit = gap.get("unit", "").strip() or (told[1] if len(told) == 2 else "")
    if numbers and unit:
        amount = f"{'–'.join(numbers)} {_counted(unit, numbers[-1], labels)}"
    elif extent.lower() not in _NOT_KNOWN:
        amount = extent
    elif _UNITS.get(unit.lower().removesuffix("s"), "letter") not in _SMALL:
        return f"{labels['gap.unknown']} {_counted(unit, '5', labels)}"
    else:
        return ""
    if bool(least) != bool(most):
        return labels["gap.at-least" if least else "gap.at-most"].format(amount)
    vague = "low" in (gap.get("precision"), gap.get("cert"))
    return labels["gap.about"].format(amount) if vague and not least else amount


def _counted(unit: str, number: str, labels: Mapping[str, str]) -> str:
    """The word for a unit after a number: the form for one, for few, or for many."""
    name = unit.lower()
    name = _UNITS.get(name[:-1] if len(name) > 1 and name.endswith("s") else name, "")
    if not name:
        return unit
    forms = labels[f"gap.unit.{name}"].split("|")
    if len(forms) == 2:
        return forms[number != "1"]
    if not number.isdecimal():
        return forms[1]
    ones, tens = int(number) % 10, int(number) % 100
    if ones == 1 and tens != 11:
        return forms[0]
    return forms[1] if ones in (2, 3, 4) and tens not in (12, 13, 14) else forms[2]
