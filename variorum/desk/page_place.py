"""Where a place of a text is shown in the site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from variorum.desk.desk import Desk
from variorum.desk.standing import standing_at

__all__ = ["PagePlace", "page_place"]

_BLOCKS = ("p", "head", "l", "item", "cell", "ab", "note", "speaker", "stage")
"""Elements that are blocks on a page, by whose first words they are found there."""
_MARKUP = re.compile(r"<[^<>]*>")
_LETTERS = 30


@dataclass(frozen=True)
class PagePlace:
    """A page, below the folder of the site, and the block of it: its id and how it begins."""

    page: str
    id: str = ""
    begins: str = ""

    @property
    def fragment(self) -> str:
        """Tells a browser to go there: by the id, else by the words (Text Fragments, W3C)."""
        if self.id:
            return quote(self.id)
        words = quote(self.begins, safe="").replace("-", "%2D")
        return f":~:text={words}" if words else ""


def page_place(desk: Desk, path: Path, offset: int) -> PagePlace:
    """Where the place at an offset is shown."""
    text = desk.text(path)
    around = [tag for tag in standing_at(text, offset).open if tag.name in _BLOCKS]
    name = desk.name_of(path)
    if not around or text.rfind("</teiHeader>", 0, offset) < 0:
        return PagePlace(f"{name}.html")
    inner = text[text.find(">", around[-1].offset) + 1 :][: 40 * _LETTERS]
    words = " ".join(_MARKUP.sub("", inner[: inner.find(f"</{around[-1].name}")]).split())
    begins = words if len(words) <= _LETTERS else words[:_LETTERS].rpartition(" ")[0]
    return PagePlace(f"{name}.html", around[-1].attributes.get("xml:id", ""), begins)
