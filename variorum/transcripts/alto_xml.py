"""Reads ALTO, versions 1 to 4: the text of pages with the place of each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variorum.transcripts.layout import Line, PageLayout, Region
from variorum.transcripts.losses import Losses
from variorum.transcripts.page_xml import kind_of
from variorum.transcripts.safe_xml import local_name
from variorum.transcripts.transcript import TextRun

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["alto_layouts"]

_SPACES = {
    "TopMargin": "header",
    "BottomMargin": "footer",
    "LeftMargin": "margin",
    "RightMargin": "margin",
    "PrintSpace": "",
}
_STYLES = {
    "bold": "bold",
    "italics": "italic",
    "underline": "underline",
    "superscript": "superscript",
    "subscript": "subscript",
    "smallcaps": "smallcaps",
    "strikethrough": "strikethrough",
}
_PICTURES = ("Illustration", "GraphicalElement")


def alto_layouts(root: _Element, _losses: Losses) -> list[PageLayout]:
    """The pages of a file, which can be several."""
    reader = _Reader(root)
    return [reader.page(page) for page in root.iterfind("{*}Layout/{*}Page")]


class _Reader:
    def __init__(self, root: _Element) -> None:
        image = root.find("{*}Description/{*}sourceImageInformation/{*}fileName")
        self._image = "" if image is None else (image.text or "").strip()
        self._labels = {
            tag.get("ID", ""): tag.get("LABEL", "") or tag.get("TYPE", "")
            for tag in root.iterfind("{*}Tags/*")
        }
        self._styles = {
            style.get("ID", ""): style.get("FONTSTYLE", "")
            for style in root.iterfind("{*}Styles/{*}TextStyle")
        }

        self._order: dict[str, int] = {}
        for each in root.iterfind(".//{*}ReadingOrder//{*}ElementRef"):
            self._order.setdefault(each.get("REF", ""), len(self._order))

    def page(self, page: _Element) -> PageLayout:
        blocks: list[tuple[_Element, str]] = []
        for space in page:
            kind = _SPACES.get(local_name(space))
            if kind is not None:
                blocks += ((block, kind) for block in _blocks(space))
        places = self._places([block for block, _ in blocks])
        blocks.sort(key=lambda found: places[found[0]])
        regions = (self._region(block, kind) for block, kind in blocks)
        width, height = (_number(page.get(name)) for name in ("WIDTH", "HEIGHT"))
        return PageLayout(self._image, width, height, tuple(regions))

    def _places(self, elements: Sequence[_Element]) -> dict[_Element, int]:
        """The places of blocks or lines in the order of reading, which may name a part of them or
        what they are part of. What it does not name follows what stands before it.
        """
        found: dict[_Element, int] = {}
        place = -1
        for element in elements:
            around = (element, *element.iterancestors("{*}ComposedBlock", "{*}TextBlock"))
            within = (each for each in element.iter("{*}TextLine", "{*}String"))
            named = (self._order.get(each.get("ID", "")) for each in (*around, *within))
            place = next((each for each in named if each is not None), place)
            found[element] = place
        return found

    def _region(self, block: _Element, kind: str) -> Region:
        labels = [self._labels.get(tag, "") for tag in block.get("TAGREFS", "").split()]
        word = next((label for label in labels if label), "") or local_name(block)
        elements = list(block.iterchildren("{*}TextLine"))
        places = self._places(elements)
        lines = tuple(self._line(line) for line in sorted(elements, key=lambda each: places[each]))
        found = "picture" if local_name(block) in _PICTURES else kind_of(word)
        if found == "text" and kind:
            found = kind
        said = re.sub(r"\W+", "-", word)
        return Region(block.get("ID", ""), found, said, _points(block), lines)

    def _line(self, line: _Element) -> Line:
        runs: list[TextRun] = []
        is_parted = False
        for part in line:
            name = local_name(part)
            if name == "String":
                runs += [TextRun(" ")] if runs and not runs[-1].text.endswith(" ") else []
                runs.append(TextRun(part.get("CONTENT", ""), self._looks(part, line)))
                is_parted = part.get("SUBS_TYPE") == "HypPart1"
            elif name == "SP":
                runs.append(TextRun(" "))
            elif name == "HYP":
                runs.append(TextRun(part.get("CONTENT", "-"), runs[-1].rend if runs else ()))
                is_parted = False
        return Line(line.get("ID", ""), _points(line), tuple(runs), is_parted)

    def _looks(self, string: _Element, line: _Element) -> tuple[str, ...]:
        said = string.get("STYLE", "").split()
        for holder in (string, line, line.getparent()):
            names = holder.get("STYLEREFS", "").split()
            said += [word for name in names for word in self._styles.get(name, "").split()]
        return tuple(dict.fromkeys(_STYLES[word] for word in said if word in _STYLES))


def _blocks(parent: _Element) -> Iterator[_Element]:
    """The blocks that are composed of no others."""
    for block in parent:
        name = local_name(block)
        if name == "ComposedBlock":
            yield from _blocks(block)
        elif name == "TextBlock" or name in _PICTURES:
            yield block


def _number(text: str | None) -> int:
    try:
        return round(float(text or 0))
    except ValueError:
        return 0


def _points(element: _Element) -> str:
    """The corners: those of a polygon, or of the box."""
    polygon = element.find("{*}Shape/{*}Polygon")
    if polygon is not None:
        numbers = re.findall(r"-?\d+(?:\.\d+)?", polygon.get("POINTS", ""))
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        if len(pairs) > 2:
            return " ".join(f"{x},{y}" for x, y in pairs)
    if element.get("HPOS") is None:
        return ""
    x, y = _number(element.get("HPOS")), _number(element.get("VPOS"))
    right, bottom = x + _number(element.get("WIDTH")), y + _number(element.get("HEIGHT"))
    return f"{x},{y} {right},{y} {right},{bottom} {x},{bottom}"
