"""Tags that transcribers set in Transkribus, as elements of TEI.

PAGE XML has them in `custom` of a line: `person {offset:0; length:4; lastname:Holm;}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.transcripts.losses import Losses
from variorum.transcripts.transcript import Mark

__all__ = ["PlacedMark", "custom_of", "placed_tags"]

_CUSTOM = re.compile(r"([\w-]+)\s*\{([^}]*)\}")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_ELEMENTS = {
    "person": "persName",
    "place": "placeName",
    "organization": "orgName",
    "date": "date",
    "unclear": "unclear",
    "supplied": "supplied",
    "sic": "sic",
    "abbrev": "abbr",
    "add": "add",
    "gap": "gap",
}
_PAIRS = {"abbrev": ("expansion", "expan"), "sic": ("correction", "corr")}
_OTHERS = {"readingOrder", "structure", "textStyle"}
"""What is no tag: it is read elsewhere."""
_PLACE = {"offset", "length", "continued"}
_REASONS = {
    "gap": {
        *("illegible", "lost", "damage", "deleted", "omitted", "editorial", "sampling"),
        *("withheld", "inaudible"),
    },
    "unclear": {"illegible", "faded", "damage", "deleted", "blot", "binding", "inaudible"},
    "supplied": {"omitted", "omitted-in-original", "illegible", "damage", "lost", "implied"},
}
"""The reasons that the schema of Variorum knows; transcribers write what they like."""
_WIKIDATA = "https://www.wikidata.org/entity/"


@dataclass(frozen=True)
class PlacedMark:
    """A tag of a line from one character to another, at which it ends."""

    tag: Mark
    begin: int
    end: int


def custom_of(said: str) -> dict[str, list[dict[str, str]]]:
    """What `custom` says: names, each with its properties, as often as it stands there."""
    found: dict[str, list[dict[str, str]]] = {}
    for name, inner in _CUSTOM.findall(said):
        pairs = (part.partition(":") for part in inner.split(";") if ":" in part)
        read = {key.strip(): _unescaped(text.strip()) for key, _, text in pairs}
        found.setdefault(name, []).append(read)
    return found


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def placed_tags(
    said: Mapping[str, Sequence[Mapping[str, str]]], text: str, where: str, losses: Losses
) -> list[PlacedMark]:
    """The tags of a line with this text, the outer before the inner; what is no element of TEI, or
    crosses another tag, is told and left out. `where` is the name of the line.
    """
    placed: list[PlacedMark] = []
    uses = [(name, use) for name, all_ in said.items() for use in all_ if name not in _OTHERS]
    for name, use in sorted(uses, key=lambda each: (_place(each[1])[0], -_place(each[1])[1])):
        begin, length = _place(use)
        end = min(begin + length, len(text))
        words = text[begin:end]
        place = f"line {where}, “{words}”"
        is_gap = name == "gap" and not any(map(str.isalnum, words))
        crosses = any(each.begin < begin < each.end < end for each in placed)
        is_known = name in _ELEMENTS and (name != "supplied" or bool(_reason(name, use)))
        if not is_known or crosses or (begin >= end and not is_gap):
            how = "crosses another: left out" if crosses else "left out"
            more = f" ({use['expansion']})" if "expansion" in use else ""
            losses.left_out(f"tag “{name}”", f"{how}, its words are kept{more}", place)
            continue
        if name == "gap" and not is_gap:
            losses.changed("tag “gap”", "is <unclear>, since it has words", place)
        elif is_gap and words:
            losses.changed("tag “gap”", "is <gap> in the place of its signs", place)
        if use.get("continued") == "true":
            losses.changed(f"tag “{name}”", "goes on in another line: two elements", place)
        element = "unclear" if name == "gap" and not is_gap else _ELEMENTS[name]
        placed.append(PlacedMark(_tag(name, element, use, begin, losses, place), begin, end))
    return placed


def _place(use: Mapping[str, str]) -> tuple[int, int]:
    """Offset and length, in characters."""
    told = (use.get(name, "") for name in ("offset", "length"))
    begin, length = (int(number) if number.isdigit() else 0 for number in told)
    return begin, length


def _tag(
    name: str, element: str, use: Mapping[str, str], number: int, losses: Losses, place: str
) -> Mark:
    attributes = dict(_attributes(name, element, use))
    key, pair = _PAIRS.get(name, ("", ""))
    words = use.get(key, "")
    kept = {*_PLACE, key, *(("year", "month", "day") if "when" in attributes else ())}
    kept |= {"wikiData"} if "ref" in attributes else set()
    kept |= {"reason"} if attributes.get("reason", "unspecified") != "unspecified" else set()
    for other, value in use.items():
        if other not in kept and value:
            losses.left_out(f"property “{other}” of the tag “{name}”", f"left out: {value}", place)
    return Mark(element, tuple(attributes.items()), (pair, words) if words else None, number)


def _attributes(name: str, element: str, use: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if re.fullmatch(r"Q\d+", use.get("wikiData", "")) and name in (
        "person",
        "place",
        "organization",
    ):
        yield "ref", _WIKIDATA + use["wikiData"]
    if name == "date" and (when := _when(use)):
        yield "when", when
    if reason := _reason(element, use):
        yield "reason", reason
    elif element == "gap":
        yield "reason", "unspecified"


def _reason(element: str, use: Mapping[str, str]) -> str:
    reason = "-".join(use.get("reason", "").lower().split())
    return reason if reason in _REASONS.get(element, ()) else ""


def _when(use: Mapping[str, str]) -> str:
    """The year, with the month and the day as far as they are told."""
    year, month, day = (use.get(name, "") for name in ("year", "month", "day"))
    numbers = [int(each) if each.isdigit() else 0 for each in (year, month, day)]
    if not 0 < numbers[0] < 10_000:
        return ""
    when = f"{numbers[0]:04}"
    if 0 < numbers[1] <= 12:
        when += f"-{numbers[1]:02}"
        when += f"-{numbers[2]:02}" if 0 < numbers[2] <= 31 else ""
    return when
