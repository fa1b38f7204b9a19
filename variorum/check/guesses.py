"""What was probably meant where the grammar has found a mistake that beginners make."""

from __future__ import annotations

import re
from dataclasses import replace

from variorum.check.written_dates import spoken
from variorum.findings import Diagnostic
from variorum.relaxng.codes import GRAMMAR_ATTRIBUTE_VALUE, GRAMMAR_ELEMENT_UNKNOWN

__all__ = ["guessed"]

_DATE = re.compile(r"“([^”]+)” is not allowed in @(?:when|notBefore|notAfter|from|to)(?:-iso)? on ")
_ELEMENT = re.compile(r"there is no element <(\w+)>")
_OF_HTML = {
    "a": "ref",
    "b": 'hi rend="bold"',
    "blockquote": "quote",
    "br": "lb",
    "em": "emph",
    "h1": "head",
    "h2": "head",
    "h3": "head",
    "h4": "head",
    "i": 'hi rend="italic"',
    "img": "graphic",
    "li": "item",
    "ol": "list",
    "small": 'hi rend="small"',
    "span": "seg",
    "strong": 'hi rend="bold"',
    "sub": 'hi rend="subscript"',
    "sup": 'hi rend="superscript"',
    "td": "cell",
    "th": "cell",
    "tr": "row",
    "u": 'hi rend="underline"',
    "ul": "list",
}
"""What the TEI has in place of elements of HTML."""


def guessed(finding: Diagnostic) -> Diagnostic:
    """The finding with what was meant, where that is certain and nothing is guessed yet."""
    if "did you mean" in finding.help:
        return finding
    if finding.code == GRAMMAR_ATTRIBUTE_VALUE.name and (found := _DATE.search(finding.message)):
        meant = _figures(found[1])
        return replace(finding, help=f"did you mean {meant}?") if meant else finding
    if finding.code == GRAMMAR_ELEMENT_UNKNOWN.name:
        html = _ELEMENT.match(finding.message)
        if html and html[1] in _OF_HTML:
            meant = _OF_HTML[html[1]]
            help_ = f"<{html[1]}> is of HTML, and <{meant}> of the TEI"
            plain = meant if " " not in meant else ""
            return replace(finding, help=f"did you mean <{plain}>? {help_}" if plain else help_)
    return finding


def _figures(words: str) -> str:
    """A date in words as figures, where it can be read in one way."""
    said = spoken(words)
    if said is None or len(said.dates) != 1 or len(said.dates[0]) != 1:
        return ""
    date = said.dates[0][0]
    if date.year is None or date.short or (date.day and not date.month):
        return ""
    return "-".join([f"{date.year:04}", *(f"{each:02}" for each in (date.month, date.day) if each)])
