"""Word files that the library python-docx writes, from the template that it brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_BREAK, WD_COLOR_INDEX

__all__ = ["DOCX_SAMPLES", "DocxFile"]

_Filled = Callable[[Any], None]


@dataclass(frozen=True)
class DocxFile:
    """A file by what fills it."""

    fill: _Filled

    def write(self, path: Path) -> Path:
        """Writes the file, and returns where it is."""
        file = docx.Document()
        self.fill(file)
        file.save(str(path))
        return path


def _letter(file: Any) -> None:
    file.add_heading("A letter from the harbour", 0)
    file.add_paragraph("Vardø, 3 May 1866")
    file.add_paragraph("Dear friend,").add_run().add_break()
    body = file.add_paragraph("the ")
    body.add_run("Mary").italic = True
    body.add_run("’s ").bold = False
    body.add_run("cargo").underline = True
    body.add_run(" is un")
    body.add_run("loaded").bold = True
    body.add_run(".")
    file.add_paragraph("Yours, N.", style="Quote")


def _looks(file: Any) -> None:
    line = file.add_paragraph()
    for number, look in enumerate(
        ("bold", "italic", "all_caps", "small_caps", "strike", "superscript", "subscript", "hidden")
    ):
        setattr(line.add_run(f"look{number}").font, look, True)
        line.add_run(", " if number % 2 else "")
    line.add_run("marked").font.highlight_color = WD_COLOR_INDEX.YELLOW
    for style in ("Strong", "Emphasis", "Intense Reference", "Book Title"):
        line.add_run(f" {style} ", style=style)
        line.add_run(style[-1])


def _lists(file: Any) -> None:
    for style in ("List Number", "List Number", "List Number 2", "List Bullet", "List Bullet 3"):
        file.add_paragraph(f"in {style}", style=style)
    file.add_paragraph("goes on", style="List Continue")
    file.add_paragraph("plain", style="List")
    file.add_paragraph("After all lists.")


def _pages(file: Any) -> None:
    file.sections[0].header.paragraphs[0].text = "Head of pages"
    file.add_paragraph("One.").add_run().add_break(WD_BREAK.PAGE)
    file.add_paragraph("Two.").paragraph_format.page_break_before = True
    split = file.add_paragraph("Column")
    split.add_run().add_break(WD_BREAK.COLUMN)
    split.add_run("next")
    file.add_section()
    file.add_paragraph("In a\tsection\nof two lines.")


def _table(file: Any) -> None:
    table = file.add_table(rows=4, cols=3)
    for number, cell in enumerate(table._cells):
        cell.text = f"cell{number}"
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 1))
    table.cell(3, 2).add_paragraph("more").add_run(" words")
    table.cell(3, 2).add_table(rows=1, cols=2).cell(0, 1).text = "inner"
    file.add_paragraph("End.")


def _comments(file: Any) -> None:
    line = file.add_paragraph("First ")
    doubted = line.add_run("doubt")
    line.add_run("ful.")
    file.add_comment(runs=[doubted], text="Is it?", author="Ann", initials="A")


def _headings(file: Any) -> None:
    for level in (1, 3, 2, 4, 1, 9):
        file.add_heading(f"Heading {level}", level)
        file.add_paragraph(f"Under {level}.")
    file.add_heading("", 1)
    file.add_paragraph("Sub", style="Subtitle")
    file.add_paragraph("Caption", style="Caption")
    file.add_paragraph("")


def _scripts(file: Any) -> None:
    file.add_paragraph("λόγος, слово, שלום, سلام, 言葉 and e\u0301cole, na\u00efve, 𐌰𐌱")
    mixed = file.add_paragraph("Eng")
    mixed.add_run("lish")
    mixed.add_run("русский").font.rtl = True
    mixed.add_run("\u00a0no-break\u2009thin\u200bzero")


DOCX_SAMPLES: dict[str, Callable[[], DocxFile]] = {
    "python-letter": lambda: DocxFile(_letter),
    "python-looks": lambda: DocxFile(_looks),
    "python-lists": lambda: DocxFile(_lists),
    "python-pages": lambda: DocxFile(_pages),
    "python-table": lambda: DocxFile(_table),
    "python-comments": lambda: DocxFile(_comments),
    "python-headings": lambda: DocxFile(_headings),
    "python-scripts": lambda: DocxFile(_scripts),
}
"""By what they hold."""
