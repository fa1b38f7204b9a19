"""What a transcript holds, before it is TEI: blocks of runs, breaks and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Block", "Break", "Inline", "Note", "PageBreak", "Table", "TextRun", "settled"]


@dataclass(frozen=True)
class TextRun:
    """Text that looks the same throughout; `rend` holds words such as `bold`, in order."""

    text: str
    rend: tuple[str, ...] = ()


@dataclass(frozen=True)
class Break:
    """A line ends here, on purpose."""


@dataclass(frozen=True)
class PageBreak:
    """A page begins here."""


@dataclass(frozen=True)
class Note:
    """A footnote or endnote, at the place where its mark stands."""

    content: tuple[Inline, ...]


Inline = TextRun | Break | PageBreak | Note


@dataclass(frozen=True)
class Block:
    """A paragraph, or a heading of some level (0: no heading)."""

    content: tuple[Inline, ...]
    level: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


def settled(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Runs of one look joined, white space collapsed, none at the edges, no page begun twice."""
    joined: list[Inline] = []
    for item in _joined(content):
        before = joined[-1] if joined else None
        if isinstance(item, PageBreak) and isinstance(before, PageBreak):
            continue
        if isinstance(item, TextRun):
            open_ = before is None or isinstance(before, Break) or _ends_in_space(joined)
            text = _collapsed(item.text)
            item = TextRun(text.lstrip(" ") if open_ else text, item.rend)
            if not item.text:
                continue
        joined.append(item)
    while joined and isinstance(last := joined[-1], TextRun | Break):
        text = last.text.rstrip(" ") if isinstance(last, TextRun) else ""
        if text and isinstance(last, TextRun):
            joined[-1] = TextRun(text, last.rend)
            break
        joined.pop()
    return tuple(joined)


def _ends_in_space(content: list[Inline]) -> bool:
    for item in reversed(content):
        if isinstance(item, TextRun):
            return item.text.endswith(" ")
        if not isinstance(item, PageBreak):
            return isinstance(item, Break)
    return True


def _joined(content: Iterable[Inline]) -> Iterator[Inline]:
    pending: TextRun | None = None
    for item in content:
        if isinstance(item, TextRun) and pending and item.rend == pending.rend:
            pending = TextRun(pending.text + item.text, item.rend)
            continue
        if pending:
            yield pending
        pending = item if isinstance(item, TextRun) else None
        if not isinstance(item, TextRun):
            yield item
    if pending:
        yield pending


def _collapsed(text: str) -> str:
    """White space as one space; a no-break space is no white space."""
    words = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return " ".join(part for part in _split(words))


def _split(words: str) -> Iterator[str]:
    parts = words.split(" ")
    if parts[0] == "" and len(parts) > 1:
        yield ""
    yield from (part for part in parts if part)
    if parts[-1] == "" and len(parts) > 1 and any(parts):
        yield ""
