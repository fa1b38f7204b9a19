"""Numbers of lists and headings, counted as Word counts them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.transcripts.numerals import numeral
from variorum.transcripts.word.names import W, value
from variorum.transcripts.word.styles import WordStyles

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Numbered", "Numbering"]

_DEEPER = re.compile(r"list (?:(?:bullet|number) )?([2-5])")
_WORDS = {
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
    "russianLower": "lower-russian",
    "russianUpper": "upper-russian",
    "decimal": "",
}


@dataclass(frozen=True)
class Numbered:
    """A paragraph that is counted: how deep, of what kind, in which numbers, and its own."""

    depth: int
    kind: str
    numbering: str
    mark: str


class Numbering:
    """The definitions of lists, and how far each is counted."""

    def __init__(self, root: _Element | None, styles: WordStyles) -> None:
        self._styles = styles
        self._abstract: dict[str, _Element] = {}
        self._instances: dict[str, _Element] = {}
        for each in root.iterchildren() if root is not None else ():
            if each.tag == f"{W}abstractNum":
                self._abstract[each.get(f"{W}abstractNumId", "")] = each
            elif each.tag == f"{W}num":
                self._instances[each.get(f"{W}numId", "")] = each
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def of(self, paragraph: _Element | None, style: str) -> Numbered | None:
        """The next number; none where the paragraph is not in a list. Each call counts on."""
        found = self._styles.of_paragraph(paragraph, style, "numPr")
        number = value(found, "numId") or self._number_of_style(style)
        if found is None or not number or number == "0":
            return None
        told = value(found, "ilvl")
        depth = int(told) if told and told.isdigit() else self._depth_of_style(number, style)
        shown = max(depth, self._depth_in_name(style))
        if number not in self._instances:
            return Numbered(shown, "simple", "", "")
        level = self._level(number, depth)
        kind = (value(level, "numFmt") or "decimal") if level is not None else "bullet"
        if kind in ("bullet", "none"):
            return Numbered(shown, "bulleted" if kind == "bullet" else "simple", "", "")
        self._count(number, depth)
        mark = self._mark(number, depth, level)
        return Numbered(shown, "numbered", _WORDS.get(kind, kind), mark)

    def _depth_in_name(self, style: str) -> int:
        """How deep the styles of Word are that have a list of their own for each depth."""
        for name in self._styles.names(style):
            if match := _DEEPER.fullmatch(name):
                return int(match[1]) - 1
        return 0

    def _number_of_style(self, style: str) -> str:
        for each in self._styles.chain(style):
            properties = each.find(f"{W}pPr")
            inner = None if properties is None else properties.find(f"{W}numPr")
            if number := value(inner, "numId"):
                return number
        return ""

    def _depth_of_style(self, number: str, style: str) -> int:
        names = [each.get(f"{W}styleId") for each in self._styles.chain(style)]
        abstract = self._definition(number)
        for level in abstract.iterchildren(f"{W}lvl") if abstract is not None else ():
            if value(level, "pStyle") in names:
                return int(level.get(f"{W}ilvl", "0"))
        return 0

    def _definition(self, number: str) -> _Element | None:
        identifier = value(self._instances.get(number), "abstractNumId") or ""
        abstract = self._abstract.get(identifier)
        if link := value(abstract, "numStyleLink"):
            for each in self._abstract.values():
                if value(each, "styleLink") == link:
                    return each
        return abstract

    def _override(self, number: str, depth: int) -> _Element | None:
        for each in self._instances[number].iterchildren(f"{W}lvlOverride"):
            if each.get(f"{W}ilvl") == str(depth):
                return each
        return None

    def _level(self, number: str, depth: int) -> _Element | None:
        override = self._override(number, depth)
        own = None if override is None else override.find(f"{W}lvl")
        abstract = self._definition(number)
        if own is not None or abstract is None:
            return own
        for level in abstract.iterchildren(f"{W}lvl"):
            if level.get(f"{W}ilvl") == str(depth):
                return level
        return None

    def _key(self, number: str) -> str:
        return value(self._instances[number], "abstractNumId") or number

    def _start(self, number: str, depth: int) -> int:
        override = self._override(number, depth)
        told = value(override, "startOverride") or value(self._level(number, depth), "start")
        return int(told) if told and told.lstrip("-").isdigit() else 1

    def _count(self, number: str, depth: int) -> None:
        counts = self._counts.setdefault(self._key(number), {})
        override = self._override(number, depth)
        anew = value(override, "startOverride") is not None and (number, depth) not in self._begun
        self._begun.add((number, depth))
        if anew or depth not in counts:
            counts[depth] = self._start(number, depth)
        else:
            counts[depth] += 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]

    def _mark(self, number: str, depth: int, level: _Element | None) -> str:
        text = value(level, "lvlText") or ""
        counts = self._counts[self._key(number)]
        is_legal = level is not None and level.find(f"{W}isLgl") is not None

        def counted(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            kind = value(self._level(number, at), "numFmt") or "decimal"
            at_count = counts.get(at, self._start(number, at))
            return numeral(at_count, "" if is_legal and at != depth else _WORDS.get(kind, kind))

        return re.sub(r"%([1-9])", counted, text).strip()
