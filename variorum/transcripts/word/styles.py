"""The styles of a Word file, each with those it is based on (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.transcripts.word.names import W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["WordStyles"]

_TOGGLES = {
    "b": "bold",
    "i": "italic",
    "smallCaps": "smallcaps",
    "caps": "allcaps",
    "strike": "strikethrough",
    "dstrike": "strikethrough",
}
"""Properties that a style switches on and the next one off again (17.7.3)."""
_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_QUOTES = {"quote", "intense quote", "block text", "quotations", "quotation", "block quote"}
_UNSAID = {"title", "subtitle", "caption", "footnote text", "endnote text", "header", "footer"}
_SPACED = 20
"""Letters that stand so many twentieths of a point apart are spaced on purpose."""


class WordStyles:
    """What the styles say; a style that is not there says nothing."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._chains: dict[str, tuple[_Element, ...]] = {}
        self._toggled: dict[tuple[str, str], bool | None] = {}
        self._unsaid: dict[str, bool] = {}
        self._fonts: dict[str, tuple[str | None, str | None]] = {}
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        usual = [
            style.get(f"{W}styleId", "")
            for style in found
            if style.get(f"{W}type") == "paragraph" and is_default(style)
        ]
        self.usual = usual[0] if usual else ""
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.language = self._property(self.usual, "val") or _language(defaults, "val")

    def chain(self, style: str) -> tuple[_Element, ...]:
        """A style and those it is based on, the nearest first."""
        if style not in self._chains:
            found: dict[str, _Element] = {}
            name = style
            while name in self._styles and name not in found:
                found[name] = self._styles[name]
                name = value(found[name], "basedOn") or ""
            self._chains[style] = tuple(found.values())
        return self._chains[style]

    def names(self, style: str) -> list[str]:
        """The names of a style and of those it is based on, in small letters."""
        names = [(value(each, "name") or "").lower() for each in self.chain(style)]
        return names or [style.lower()]

    def level(self, paragraph: _Element | None, style: str) -> int:
        """The level of a heading; 0 where the paragraph is none."""
        outline = value(paragraph, "outlineLvl")
        if outline is not None and outline.isdigit():
            return int(outline) + 1 if int(outline) < 9 else 0
        for name in self.names(style):
            if match := _HEADING.fullmatch(name) or re.fullmatch(r"heading([1-9])", name):
                return int(match[1])
        for each in self.chain(style):
            outline = value(each.find(f"{W}pPr"), "outlineLvl")
            if outline is not None and outline.isdigit() and int(outline) < 9:
                return int(outline) + 1
        return int(self.names(style)[:1] == ["title"])

    def is_quoted(self, style: str) -> bool:
        """Whether the style, or one that it is based on, is that of quotations."""
        return bool(_QUOTES & {name.replace("-", " ") for name in self.names(style)})

    def is_named(self, style: str, name: str) -> bool:
        """Whether the style has this name."""
        return self.names(style)[:1] == [name]

    def of_paragraph(self, paragraph: _Element | None, style: str, name: str) -> _Element | None:
        """A property of a paragraph: its own, or that of its styles."""
        for holder in (paragraph, *(each.find(f"{W}pPr") for each in self.chain(style))):
            found = None if holder is None else holder.find(f"{W}{name}")
            if found is not None:
                return found
        return None

    def own_style(self, style: str) -> str:
        """The name of a character style that the transcriber has made; none for those of Word."""
        made = next(iter(self.chain(style)), None)
        if made is None or made.get(f"{W}customStyle") not in ("1", "true", "on"):
            return ""
        return value(made, "name") or ""

    def looks(self, run: _Element | None, style: str, paragraph_style: str) -> tuple[str, ...]:
        """Words for the look of a run. What its paragraph's style says of headings, quotations
        and captions goes without saying.
        """
        character = value(run, "rStyle") or style
        base = "" if self._goes_without_saying(paragraph_style) else paragraph_style
        found = {
            word for name, word in _TOGGLES.items() if self._is_toggled(run, character, base, name)
        }
        if "bold" in found and self.level(None, paragraph_style):
            found.discard("bold")
        more = [self._first(run, character, base, name) for name in ("u", "vertAlign", "spacing")]
        found |= set(_other_looks(*more))
        return tuple(word for word in _ORDER if word in found)

    def language_of(self, run: _Element | None, kind: str) -> str:
        """The language that a run or its character style states: `val`, `bidi`, `eastAsia`."""
        return _language(run, kind) or self._property(value(run, "rStyle") or "", kind)

    def fonts(self, run: _Element | None, paragraph_style: str) -> tuple[str, str]:
        """The fonts of a run, that of ASCII and that of other Latin letters: its own, or those of
        its styles. A font of the theme hides the others (17.3.2.26).
        """
        ascii_, other = _fonts(run)
        for style in (value(run, "rStyle") or "", paragraph_style or self.usual):
            if ascii_ is None or other is None:
                more = self._fonts_of(style)
                ascii_ = more[0] if ascii_ is None else ascii_
                other = more[1] if other is None else other
        return ascii_ or "", other or ""

    def _fonts_of(self, style: str) -> tuple[str | None, str | None]:
        if style not in self._fonts:
            found = [_fonts(each.find(f"{W}rPr")) for each in self.chain(style)]
            self._fonts[style] = (
                next((each[0] for each in found if each[0] is not None), None),
                next((each[1] for each in found if each[1] is not None), None),
            )
        return self._fonts[style]

    def _property(self, style: str, kind: str) -> str:
        for each in self.chain(style):
            if found := _language(each.find(f"{W}rPr"), kind):
                return found
        return ""

    def _goes_without_saying(self, style: str) -> bool:
        if style not in self._unsaid:
            self._unsaid[style] = (
                style in ("", self.usual)
                or bool(self.level(None, style))
                or self.is_quoted(style)
                or bool(_UNSAID & set(self.names(style)[:1]))
            )
        return self._unsaid[style]

    def _is_toggled(self, run: _Element | None, character: str, paragraph: str, name: str) -> bool:
        direct = is_on(run, name)
        if direct is None and name in ("b", "i") and bool(is_on(run, "rtl")):
            direct = is_on(run, f"{name}Cs")
        if direct is not None:
            return direct
        return bool(self._in_chain(character, name)) != bool(self._in_chain(paragraph, name))

    def _in_chain(self, style: str, name: str) -> bool | None:
        if (style, name) not in self._toggled:
            self._toggled[style, name] = self._searched(style, name)
        return self._toggled[style, name]

    def _searched(self, style: str, name: str) -> bool | None:
        for each in self.chain(style):
            if style != self.usual and each.get(f"{W}styleId") == self.usual:
                return None
            found = is_on(each.find(f"{W}rPr"), name)
            if found is not None:
                return found
        return None

    def _first(self, run: _Element | None, character: str, paragraph: str, name: str) -> str:
        chain = [*self.chain(character), *self.chain(paragraph)]
        for holder in (run, *(each.find(f"{W}rPr") for each in chain)):
            if (found := value(holder, name)) is not None:
                return found
        return ""


_ORDER = (
    *("bold", "italic", "underline", "double-underline", "superscript", "subscript"),
    *("strikethrough", "smallcaps", "allcaps", "spaced"),
)


def _other_looks(underline: str, raised: str, spacing: str) -> Iterator[str]:
    if underline == "double":
        yield "double-underline"
    elif underline not in ("", "none"):
        yield "underline"
    if raised in ("superscript", "subscript"):
        yield raised
    if spacing.isdigit() and int(spacing) >= _SPACED:
        yield "spaced"


def is_default(style: _Element) -> bool:
    """Whether paragraphs that name no style have this one."""
    return style.get(f"{W}default") in ("1", "true", "on")


def _fonts(holder: _Element | None) -> tuple[str | None, str | None]:
    """The fonts that properties name for ASCII and for the rest; none where they say nothing."""
    found = None if holder is None else holder.find(f"{W}rFonts")
    if found is None:
        return None, None
    named = (
        "" if found.get(f"{W}{name}Theme") else found.get(f"{W}{name}")
        for name in ("ascii", "hAnsi")
    )
    return next(named), next(named)


def _language(holder: _Element | None, kind: str) -> str:
    found = None if holder is None else holder.find(f"{W}lang")
    tag = "" if found is None else found.get(f"{W}{kind}", "")
    return "" if tag in ("x-none", "none") else tag
