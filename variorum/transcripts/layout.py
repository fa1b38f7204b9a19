"""Pages as programs that read handwriting see them: regions with lines, at places of a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from variorum.transcripts.line_ends import is_conjunction
from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.pictures import CopiedPictures
from variorum.transcripts.transcript import (
    Block,
    Break,
    Cell,
    Gap,
    Inline,
    Note,
    PageBreak,
    Running,
    Surface,
    Table,
    TableRow,
    TextRun,
    Transcript,
    Zone,
    plain,
    settled,
)

__all__ = ["Line", "PageLayout", "Region", "transcript_of"]

_RUNNING = ("header", "footer", "pageNum", "catch", "sig")
_NOTES = ("margin", "foot", "end")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ac\u2e17=\u00ad]$")


@dataclass(frozen=True)
class Line:
    """A line of writing. `is_parted` tells that its last word goes on, without a hyphen."""

    name: str
    points: str
    runs: tuple[TextRun | Gap, ...]
    is_parted: bool = False


@dataclass(frozen=True)
class Region:
    """A part of a page. `kind` is `text`, `heading`, `picture`, `table`, a kind of running head
    (`header`, `footer`, `pageNum`, `catch`, `sig`) or a place of notes (`margin`, `foot`, `end`);
    `said` is the word that the source has for it. In a table, regions are cells at places.
    """

    name: str
    kind: str
    said: str
    points: str
    lines: tuple[Line, ...] = ()
    regions: tuple[Region, ...] = ()
    row: int = 0
    column: int = 0
    rows: int = 1
    cols: int = 1


@dataclass(frozen=True)
class PageLayout:
    """A page with the name of its picture; width and height are in the units of the points."""

    image: str
    width: int
    height: int
    regions: tuple[Region, ...]


def transcript_of(
    pages: Sequence[PageLayout], options: ImportOptions, losses: Losses
) -> Transcript:
    """The transcript of pages in their order, with their pictures, regions and lines as zones."""
    pictures = CopiedPictures(options, losses)
    surfaces = []
    blocks: list[Block | Table] = []
    for number, read in enumerate(pages, 1):
        name = f"f{number}"
        page = replace(read, regions=_with_ids(read.regions, name, set()))
        zones = tuple(_zone(region) for region in page.regions)
        url = pictures.beside(page.image) if page.image else ""
        surfaces.append(Surface(name, url, page.width, page.height, zones))
        losses.place = f"page {number}"
        blocks += _Writer(name, options, losses).of(page)
    return Transcript(blocks, pictures.media, tuple(surfaces))


def _with_ids(regions: Sequence[Region], surface: str, taken: set[str]) -> tuple[Region, ...]:
    """The regions with the ids of their zones as names, none of them twice on a page."""

    def identifier(name: str) -> str:
        base = found = f"{surface}-{re.sub(r'[^A-Za-z0-9._-]', '-', name)}" if name else ""
        number = 1
        while found and found in taken:
            number += 1
            found = f"{base}-{number}"
        taken.add(found)
        return found

    return tuple(
        replace(
            region,
            name=identifier(region.name),
            lines=tuple(replace(line, name=identifier(line.name)) for line in region.lines),
            regions=_with_ids(region.regions, surface, taken),
        )
        for region in regions
    )


def _zone(region: Region) -> Zone:
    lines = (Zone(line.name, "line", line.points) for line in region.lines if line.name)
    inner = (_zone(each) for each in region.regions)
    return Zone(region.name, region.said, region.points, (*lines, *inner))


@dataclass
class _Writer:
    """Writes the regions of a page as blocks."""

    surface: str
    options: ImportOptions
    losses: Losses
    _before: list[Inline] = field(default_factory=list)
    _blocks: list[Block | Table] = field(default_factory=list)

    def of(self, page: PageLayout) -> list[Block | Table]:
        self._before = [PageBreak(zone=self.surface)]
        for region in page.regions:
            self._region(region)
        self._end()
        return self._blocks

    def _end(self) -> None:
        """What waits for a paragraph makes one, unless it is the page alone."""
        if any(not isinstance(each, PageBreak) for each in self._before):
            self._blocks.append(Block(settled(self._before)))
            self._before = []

    def _region(self, region: Region) -> None:
        if region.kind == "table":
            self._table(region)
            return
        content = settled(self._lines(region.lines))
        if content and region.kind in _RUNNING:
            self._add(Running(plain(content).strip(), region.kind))
        elif content and region.kind in _NOTES:
            self._add(Note((Block(content),), region.kind))
        elif content:
            level = int(region.kind == "heading")
            self._blocks.append(Block(settled((*self._before, *content)), level))
            self._before = []
        elif region.kind == "picture":
            self.losses.left_out(f"region “{region.said}” without words", "is a zone alone")
        for each in region.regions:
            self._region(each)

    def _add(self, item: Inline) -> None:
        """What is no paragraph stands at the end of the one before it, on this page."""
        if self._blocks and isinstance(last := self._blocks[-1], Block):
            self._blocks[-1] = replace(last, content=(*last.content, item))
        else:
            self._before.append(item)

    def _lines(self, lines: Sequence[Line]) -> Iterator[Inline]:
        """Each line after a mark of its beginning, which leads to its zone."""
        is_within = False
        for number, line in enumerate(lines):
            runs = list(line.runs)
            if number or line.name:
                yield Break(zone=line.name, is_within=is_within)
            is_within = line.is_parted
            words = plain(runs).rstrip()
            following = lines[number + 1].runs if number + 1 < len(lines) else ()
            if following and _HYPHEN.search(words) and not is_conjunction(plain(following)):
                is_within = self._is_joined(runs)
            yield from runs

    def _is_joined(self, runs: list[TextRun | Gap]) -> bool:
        """Takes the hyphen away, if that is asked for."""
        if not self.options.dehyphenate:
            what = "ends within a word; --dehyphenate joins these words"
            self.losses.changed("end of a line", what)
            return False
        last = runs[-1]
        if isinstance(last, TextRun):
            runs[-1] = replace(last, text=last.text.rstrip()[:-1])
        return True

    def _table(self, region: Region) -> None:
        """A table after the words that stand in none of its cells."""
        if content := settled(self._lines(region.lines)):
            self._blocks.append(Block(settled((*self._before, *content))))
            self._before = []
        found: dict[int, list[Region]] = {}
        for cell in sorted(region.regions, key=lambda each: (each.row, each.column)):
            found.setdefault(cell.row, []).append(cell)
        rows = tuple(TableRow(tuple(self._cell(cell) for cell in row)) for row in found.values())
        if rows:
            self._end()
            self._blocks.append(Table(rows))

    def _cell(self, cell: Region) -> Cell:
        """A cell with the regions within it, which can be tables. A page that begins with a table
        begins in the first cell that has words.
        """
        inner = _Writer(self.surface, self.options, self.losses, self._before)
        inner._region(cell if cell.kind == "table" else replace(cell, kind="text"))
        inner._end()
        self._before = inner._before
        return Cell(tuple(inner._blocks), cell.cols, cell.rows)
