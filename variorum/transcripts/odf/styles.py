"""The styles of an OpenDocument text, each with its parents (ISO/IEC 26300-1, 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variorum.transcripts.odf.names import FO, STYLE, SVG, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["OdtStyles"]

_QUOTES = {"quotations", "quotation", "quote", "block quotation", "intense quote", "block text"}
_UNSAID = {"title", "subtitle", "caption", "footnote", "endnote", "header", "footer", "heading"}
_OF_PROGRAMS = re.compile(
    r"strong emphasis|emphasis|strong|internet link|visited internet link|footnote.*|endnote.*"
    r"|.*symbols?|source text|teletype|user entry|definition|citation|example|drop caps"
    r"|line numbering|main index entry|page number|caption characters|default.*|strikeout"
    r"|superscript|subscript|highlighted|hyperlink|placeholder|index link|rubies|variable"
)
"""Character styles that programs bring; others the transcriber has made."""
_NUMBERS = {
    "1": "",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}


class OdtStyles:
    """What styles say, those of the text and those of the file."""

    def __init__(self, roots: Sequence[_Element]) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._lists: dict[str, _Element] = {}
        self.language = ""
        self._fonts: dict[str, str] = {}
        for root in roots:
            for face in root.iter(f"{STYLE}font-face"):
                family = face.get(f"{SVG}font-family", "").strip("'\"")
                self._fonts[face.get(f"{STYLE}name", "")] = family
            for style in root.iter(f"{STYLE}default-style"):
                if style.get(f"{STYLE}family") == "paragraph":
                    self.language = _language(style, FO, "")
            for style in root.iter(f"{STYLE}style"):
                key = style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")
                self._styles[key] = style
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name", "")] = style

    def chain(self, family: str, name: str) -> Iterator[_Element]:
        """A style and its parents, the nearest first."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[family, name]
            name = self._styles[family, name].get(f"{STYLE}parent-style-name", "")

    def names(self, family: str, name: str) -> list[str]:
        """The names of a style and its parents, as people see them, in small letters."""
        found = [name, *(each.get(f"{STYLE}name", "") for each in self.chain(family, name))]
        found += [each.get(f"{STYLE}parent-style-name", "") for each in self.chain(family, name)]
        return [_shown(each).lower() for each in found if each]

    def is_quoted(self, name: str) -> bool:
        """Whether a paragraph of this style is a quotation."""
        return bool(_QUOTES & set(self.names("paragraph", name)))

    def is_named(self, name: str, wanted: str) -> bool:
        """Whether a paragraph has the style of this name, or one made from it."""
        return wanted in self.names("paragraph", name)[:3]

    def of_paragraph(self, name: str, attribute: str) -> str:
        """A property of a paragraph."""
        return self._first("paragraph", name, f"{STYLE}paragraph-properties", attribute)

    def list_of_paragraph(self, name: str) -> str:
        """The list style that a paragraph style brings."""
        for each in self.chain("paragraph", name):
            if found := each.get(f"{STYLE}list-style-name"):
                return str(found)
        return ""

    def own_style(self, name: str) -> str:
        """The name of a character style that the transcriber has made."""
        for each in self.chain("text", name):
            shown = _shown(each.get(f"{STYLE}display-name") or each.get(f"{STYLE}name", ""))
            holder = each.getparent()
            is_automatic = str(holder.tag).endswith("}automatic-styles")
            if not is_automatic and not _OF_PROGRAMS.fullmatch(shown.lower()):
                return shown
        return ""

    def looks(self, spans: Sequence[str], paragraph: str) -> tuple[str, ...]:
        """Words for the look of text in spans of these styles, the outermost first."""
        said: dict[str, str] = {}
        if not self._goes_without_saying(paragraph):
            said |= self._text("paragraph", paragraph)
        for span in spans:
            said |= self._text("text", span)
        return tuple(_words(said))

    def language_of(self, spans: Sequence[str], paragraph: str, kind: str) -> str:
        """The language that is said of a text; `kind` is empty, `-complex` or `-asian`."""
        namespace = STYLE if kind else FO
        named = [("text", span) for span in reversed(spans)] + [("paragraph", paragraph)]
        for family, name in named:
            for each in self.chain(family, name):
                if found := _language(each, namespace, kind):
                    return found
        return ""

    def font(self, spans: Sequence[str], paragraph: str) -> str:
        """The family of the font of text in spans of these styles; empty where none is named."""
        named = [("text", span) for span in reversed(spans)] + [("paragraph", paragraph)]
        for family, name in named:
            said = self._text(family, name)
            if found := said.get("font-name") or said.get("font-family"):
                return self._fonts.get(found, found).strip("'\"")
        return ""

    def hides(self, spans: Sequence[str]) -> bool:
        """Whether the text is hidden."""
        return any(self._text("text", span).get("display") == "none" for span in spans)

    def list_level(self, name: str, depth: int) -> tuple[str, str, str, str, int]:
        """Kind, numbering, what stands before and after the number, and where it starts."""
        style = self._lists.get(name)
        for level in style if style is not None else ():
            if level.get(f"{TEXT}level") != str(depth + 1):
                continue
            if str(level.tag).endswith("number"):
                form = level.get(f"{STYLE}num-format", "")
                before, after = (level.get(f"{STYLE}num-{w}", "") for w in ("prefix", "suffix"))
                start = level.get(f"{TEXT}start-value", "1")
                kind = "numbered" if form else "simple"
                begin = int(start) if start.isdigit() else 1
                return kind, _NUMBERS.get(form, form), before, after, begin
            return "bulleted", "", "", "", 1
        return "bulleted" if style is None else "simple", "", "", "", 1

    def _goes_without_saying(self, name: str) -> bool:
        names = set(self.names("paragraph", name)[:4])
        return bool(
            names & (_UNSAID | _QUOTES) or any(each.startswith("heading") for each in names)
        )

    def _first(self, family: str, name: str, properties: str, attribute: str) -> str:
        for each in self.chain(family, name):
            found = each.find(properties)
            if found is not None and (value := found.get(attribute)):
                return str(value)
        return ""

    def _text(self, family: str, name: str) -> dict[str, str]:
        """The text properties of a style with those of its parents, by their local names."""
        said: dict[str, str] = {}
        for each in self.chain(family, name):
            properties = each.find(f"{STYLE}text-properties")
            for key, value in properties.attrib.items() if properties is not None else ():
                said.setdefault(str(key).rpartition("}")[2], str(value))
        return said


def _shown(name: str) -> str:
    """A name as people see it: in files, signs stand as their numbers between low lines."""
    shown = re.sub(r"_([0-9a-f]{2})_", lambda match: chr(int(match[1], 16)), name)
    return shown.replace("_", " ")


def _words(said: dict[str, str]) -> Iterator[str]:
    weight = said.get("font-weight", "")
    if weight == "bold" or (weight.isdigit() and int(weight) > 500):
        yield "bold"
    if said.get("font-style") in ("italic", "oblique"):
        yield "italic"
    if said.get("text-underline-style", "none") != "none":
        is_double = said.get("text-underline-type") == "double"
        yield "double-underline" if is_double else "underline"
    position = said.get("text-position", "").split(" ")[0]
    if position in ("super", "sub"):
        yield f"{position}script"
    elif re.fullmatch(r"-?[1-9]\d*%", position):
        yield "subscript" if position.startswith("-") else "superscript"
    if said.get("text-line-through-style", "none") != "none":
        yield "strikethrough"
    if said.get("font-variant") == "small-caps":
        yield "smallcaps"
    if said.get("text-transform") == "uppercase":
        yield "allcaps"
    if re.fullmatch(r"0\.[1-9]\d*(cm|in)|[1-9][\d.]*(pt|mm)", said.get("letter-spacing", "")):
        yield "spaced"


def _language(style: _Element, namespace: str, kind: str) -> str:
    properties = style.find(f"{STYLE}text-properties")
    if properties is None:
        return ""
    language = properties.get(f"{namespace}language{kind}", "none")
    country = properties.get(f"{namespace}country{kind}", "none")
    if language in ("none", "zxx", ""):
        return ""
    return f"{language}-{country}" if country not in ("none", "") else str(language)
