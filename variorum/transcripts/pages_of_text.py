"""Pages of plain text, which form feeds part: what stands on each of them is none of the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

__all__ = ["HEAD", "without_running_heads"]

HEAD = re.compile("\ufdd1(\\w+) ([^\ufdd2]*)\ufdd2")
"""A line that is on every page, as it stands in the text from then on: its kind and its words.

The signs around it are no characters of Unicode, and stand in no text.
"""
_LONGEST = 80
_ENDED = re.compile(r"[.!?:;…»”\"'’)]\s*$")


@dataclass(frozen=True)
class _Page:
    """The lines of a page, with what stands at its head and foot taken out."""

    lines: list[str]
    head: str = ""
    foot: str = ""


def without_running_heads(text: str) -> tuple[str, int]:
    """The text with its running heads and page numbers marked, each at its page; how many.

    A line is one if it is the first or the last of at least two pages, and of a third of them,
    whatever the numbers in it are.
    """
    pages = [_Page(page.split("\n")) for page in text.split("\f")]
    if len(pages) < 2:
        return text, 0
    heads, feet = _repeated(pages, 0), _repeated(pages, -1)
    parted = [_parted(page, heads, feet) for page in pages]
    number = sum(bool(page.head) + bool(page.foot) for page in parted)
    return _joined(parted) if number else text, number


def _key(line: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.strip().casefold())


def _edge(page: _Page, place: int) -> int | None:
    """Where the first or last line stands that has words."""
    full = [number for number, line in enumerate(page.lines) if line.strip()]
    return full[place] if len(full) > 1 else None


def _repeated(pages: list[_Page], place: int) -> set[str]:
    lines = [page.lines[at] for page in pages if (at := _edge(page, place)) is not None]
    count = Counter(_key(line) for line in lines if len(line.strip()) <= _LONGEST)
    return {key for key, number in count.items() if number >= max(2, len(pages) / 3)}


def _parted(page: _Page, heads: set[str], feet: set[str]) -> _Page:
    lines = list(page.lines)
    foot_at = _edge(page, -1)
    foot = ""
    if foot_at is not None and _key(lines[foot_at]) in feet:
        foot, lines = lines[foot_at], lines[:foot_at]
    head_at = _edge(replace(page, lines=lines), 0)
    head = ""
    if head_at is not None and _key(lines[head_at]) in heads:
        head, lines = lines[head_at], lines[head_at + 1 :]
    return _Page(lines, _marked(head, "header"), _marked(foot, "footer"))


def _marked(line: str, kind: str) -> str:
    words = line.strip()
    is_number = bool(words) and not re.search(r"[^\W\d_]{2,}", _key(words))
    return f"\ufdd1{'pageNum' if is_number else kind} {words}\ufdd2" if words else ""


def _joined(pages: list[_Page]) -> str:
    """The pages in a row. A paragraph goes on over the page where no sentence has ended."""
    text = ""
    for number, page in enumerate(pages):
        body = "\n".join(page.lines)
        between = ""
        if page.head:
            between = "\n\n" if body.startswith("\n") else "\n"
            body = body.lstrip("\n")
            if not _ENDED.search(_bare(text)) and body[:1].islower():
                text, between = text.rstrip("\n "), ""
        feed = f"{between}\f" if number else ""
        text += f"{feed}{page.head}{body.rstrip() if page.foot else body}{page.foot}"
    return text


def _bare(text: str) -> str:
    return HEAD.sub("", text).rstrip()
