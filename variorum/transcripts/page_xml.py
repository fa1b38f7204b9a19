"""Reads PAGE XML, 2010 to 2019, as Transkribus and eScriptorium write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from variorum.transcripts.layout import Line, PageLayout, Region
from variorum.transcripts.losses import Losses
from variorum.transcripts.page_tags import PlacedMark, custom_of, placed_tags
from variorum.transcripts.safe_xml import local_name
from variorum.transcripts.transcript import Gap, Span, TextRun

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["kind_of", "page_layouts"]

_KINDS = {
    **dict.fromkeys(("heading", "title", "titlepagezone", "headline"), "heading"),
    **dict.fromkeys(("header", "runningtitlezone", "running-title"), "header"),
    **dict.fromkeys(("page-number", "numberingzone", "pagenumber"), "pageNum"),
    **dict.fromkeys(("catch-word", "catchword"), "catch"),
    **dict.fromkeys(("signature-mark", "quiremarkszone"), "sig"),
    **dict.fromkeys(("marginalia", "margintextzone", "marginnote"), "margin"),
    **dict.fromkeys(("footnote", "footnote-continued"), "foot"),
    "footer": "footer",
    "endnote": "end",
}
_STYLES = {
    "bold": "bold",
    "italic": "italic",
    "underlined": "underline",
    "superscript": "superscript",
    "subscript": "subscript",
    "strikethrough": "strikethrough",
    "smallCaps": "smallcaps",
    "letterSpaced": "spaced",
}


def kind_of(word: str) -> str:
    """The kind of a region by the word of the source, such as `marginalia` or `MarginTextZone`;
    words of SegmOnto may have a subtype after a colon.
    """
    return _KINDS.get(word.lower().partition(":")[0].partition("#")[0], "text")


def page_layouts(root: _Element, losses: Losses) -> list[PageLayout]:
    """The pages of a file, of which it has one."""
    return [_page(page, losses) for page in root.iterchildren("{*}Page")]


def _page(page: _Element, losses: Losses) -> PageLayout:
    order: dict[str, int] = {}
    for name in _reading_order(page):
        order.setdefault(name, len(order))
    found = (each for each in page if local_name(each).endswith("Region"))
    regions = tuple(_region(each, order, losses) for each in _sorted(found, order))
    return PageLayout(
        page.get("imageFilename", ""),
        _number(page.get("imageWidth")),
        _number(page.get("imageHeight")),
        regions,
    )


def _reading_order(page: _Element) -> Iterator[str]:
    for order in page.iterchildren("{*}ReadingOrder"):
        for group in order:
            yield from _group(group)


def _group(group: _Element) -> Iterator[str]:
    """The regions of a group; those that have an index, by it."""
    members = sorted(group, key=lambda each: _number(each.get("index")))
    if region := group.get("regionRef"):
        yield region
    for member in members:
        yield from _group(member)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def _said(element: _Element) -> dict[str, list[dict[str, str]]]:
    return custom_of(element.get("custom", ""))


def _order(element: _Element) -> int:
    for said in _said(element).get("readingOrder", []):
        return _number(said.get("index"))
    return 0


def _sorted(regions: Iterable[_Element], order: dict[str, int]) -> list[_Element]:
    """Regions in the order of the page, and after them those that it does not name."""
    return sorted(regions, key=lambda each: (order.get(each.get("id"), len(order)), _order(each)))


def _region(region: _Element, order: dict[str, int], losses: Losses) -> Region:
    name = local_name(region)
    structure = _said(region).get("structure", [{}])[0].get("type", "")
    word = structure or region.get("type", "") or name
    lines = sorted(region.iterchildren("{*}TextLine"), key=_order)
    made = tuple(_line(line, losses) for line in lines)
    if not any(line.runs for line in made) and (text := _text(region)):
        made = (*(Line("", "", (TextRun(part),)) for part in text.split("\n")), *made)
    inner = [each for each in region if local_name(each).endswith(("Region", "TableCell"))]
    role = region.find("{*}Roles/{*}TableCellRole")
    is_text = name in ("TextRegion", "TableCell") or bool(made)
    kind = "table" if name == "TableRegion" else kind_of(word) if is_text else "picture"
    return Region(
        region.get("id", ""),
        kind,
        re.sub(r"\W+", "-", word),
        _points(region),
        made,
        tuple(_region(each, order, losses) for each in _sorted(inner, order)),
        *(_place(region, role)),
    )


def _place(cell: _Element, role: _Element | None) -> tuple[int, int, int, int]:
    """Row, column, and how many of each a cell covers."""
    if role is not None:
        names = ("rowIndex", "columnIndex", "rowSpan", "colSpan")
        row, column, rows, cols = (_number(role.get(name)) for name in names)
    else:
        names = ("row", "col", "rowSpan", "colSpan")
        row, column, rows, cols = (_number(cell.get(name)) for name in names)
    return row, column, max(rows, 1), max(cols, 1)


def _line(line: _Element, losses: Losses) -> Line:
    said = _said(line)
    text = _text(line).replace("\n", " ")
    name = line.get("id", "")
    tags = placed_tags(said, text, name, losses)
    runs = tuple(_runs(text, said.get("textStyle", []), tags))
    return Line(name, _points(line), runs)


def _runs(
    text: str, styles: list[dict[str, str]], tags: list[PlacedMark]
) -> Iterator[TextRun | Gap]:
    """The text in runs of one look, within the same tags; styles have an offset and a length in
    characters. Signs of a gap are no text.
    """
    looks: list[list[str]] = [[] for _ in text]
    for style in styles:
        begin, length = _number(style.get("offset")), _number(style.get("length"))
        words = [word for name, word in _STYLES.items() if style.get(name) == "true"]
        for at in range(begin, min(begin + length, len(text))):
            looks[at] += words
    gaps = [each for each in tags if each.tag.name == "gap"]
    marks = [
        tuple(each.tag for each in tags if each.begin <= at < each.end) for at in range(len(text))
    ]
    edges = {place for each in gaps for place in (each.begin, each.end)}
    at = 0
    for end in range(len(text) + 1):
        is_edge = end in edges or end == len(text)
        if not is_edge and (
            not end or (looks[end], marks[end]) == (looks[end - 1], marks[end - 1])
        ):
            continue
        if end > at and not any(each.begin <= at < each.end for each in gaps):
            rend = tuple(dict.fromkeys(looks[at]))
            yield TextRun(text[at:end], rend, Span(tags=marks[at]))
        yield from (_gap(each, tags) for each in gaps if each.begin == end)
        at = end


def _gap(gap: PlacedMark, tags: list[PlacedMark]) -> Gap:
    """A gap within the tags around its place."""
    around = (each.tag for each in tags if each.begin < gap.begin and gap.end < each.end)
    return Gap(dict(gap.tag.attributes).get("reason", ""), Span(tags=tuple(around)))


def _text(element: _Element) -> str:
    """The text of a line or region: the first of its versions, or that of its words."""
    versions = sorted(
        element.iterchildren("{*}TextEquiv"), key=lambda each: _number(each.get("index"))
    )
    for version in versions:
        unicode = version.find("{*}Unicode")
        found = version.find("{*}PlainText") if unicode is None else unicode
        if found is not None and found.text:
            return str(found.text)
    words = (_text(word) for word in element.iterchildren("{*}Word"))
    return " ".join(word for word in words if word)


def _points(element: _Element) -> str:
    """The corners, in the form of TEI; none where there are fewer than three."""
    coords = element.find("{*}Coords")
    if coords is None:
        return ""
    pairs = re.findall(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)", coords.get("points", ""))
    pairs = pairs or [
        (point.get("x", "0"), point.get("y", "0")) for point in coords.iterchildren("{*}Point")
    ]
    return " ".join(f"{x},{y}" for x, y in pairs) if len(pairs) > 2 else ""
