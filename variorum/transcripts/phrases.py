"""Writes what stands in paragraphs as TEI: looks, links, changes, notes, pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from variorum.transcripts.elements import XML, add_text, sub
from variorum.transcripts.links import address
from variorum.transcripts.transcript import (
    Anchor,
    Block,
    Break,
    Formula,
    Gap,
    Inline,
    Mark,
    Note,
    NoteMark,
    PageBreak,
    Picture,
    Running,
    Table,
    TextRun,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["People", "Phrases"]

Contain = Callable[["_Element", Sequence[Block | Table]], None]


class People:
    """Those who have made changes and comments, each with an id in the header."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def pointer(self, name: str) -> str:
        """A pointer to the person of this name, who is made known by it."""
        return f"#{self.ids.setdefault(name, f'hand-{len(self.ids) + 1}')}"


class Phrases:
    """Writes runs and what stands between them; `contain` writes the blocks of notes."""

    def __init__(self, people: People, contain: Contain) -> None:
        self._people = people
        self._contain = contain
        self._writers: dict[type, Callable[[_Element, Inline], None]] = {
            TextRun: self._write_text,
            Break: self._write_break,
            PageBreak: self._write_page,
            Note: self._write_note,
            NoteMark: self._write_note_mark,
            Picture: self._write_picture,
            Formula: self._write_formula,
            Gap: self._write_gap,
            Anchor: self._write_anchor,
            Running: self._write_running,
        }

    def fill(self, element: _Element, content: Iterable[Inline]) -> None:
        """Runs that share a change, link, language or style stand together in its element."""
        for (change, by), changed in groupby(content, key=lambda i: (i.span.change, i.span.by)):
            within = element
            if change:
                said = {"resp": self._people.pointer(by)} if by else {}
                within = sub(element, change, **said)
            for target, linked in groupby(changed, key=lambda i: address(i.span.target)):
                link = sub(within, "ref", target=target) if target else within
                for language, spoken in groupby(linked, key=lambda i: i.span.language):
                    voice = sub(link, "foreign", **{f"{XML}lang": language}) if language else link
                    for style, styled in groupby(spoken, key=lambda i: i.span.style):
                        holder = sub(voice, "seg", type=_name(style)) if style else voice
                        self._fill_tagged(holder, list(styled), 0)

    def _fill_tagged(self, element: _Element, content: Sequence[Inline], depth: int) -> None:
        """What is within so many tags, each of which is an element of its own."""

        def tag(item: Inline) -> Mark | None:
            tags = item.span.tags
            return tags[depth] if len(tags) > depth else None

        for opened, tagged in groupby(content, key=tag):
            if opened is not None:
                self._fill_tagged(_opened(element, opened), list(tagged), depth + 1)
                continue
            for item in tagged:
                self._writers[type(item)](element, item)

    def _write_text(self, element: _Element, item: Inline) -> None:
        if isinstance(item, TextRun) and item.rend:
            sub(element, "hi", item.text, rend=" ".join(item.rend))
        elif isinstance(item, TextRun):
            add_text(element, item.text)

    def _write_break(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Break):
            said = {"n": item.number, "facs": item.zone and f"#{item.zone}"}
            said["break"] = "no" if item.is_within else ""
            sub(element, "lb", **{name: value for name, value in said.items() if value})

    def _write_page(self, element: _Element, item: Inline) -> None:
        if isinstance(item, PageBreak):
            said = {"n": item.number, "facs": item.zone and f"#{item.zone}"}
            name = "cb" if item.is_column else "pb"
            sub(element, name, **{key: value for key, value in said.items() if value})

    def _write_note(self, element: _Element, item: Inline) -> None:
        if not isinstance(item, Note):
            return
        if item.kind == "comment":
            said = {"type": "general", "subtype": "comment"}
            said |= {"resp": self._people.pointer(item.by)} if item.by else {}
        else:
            said = {"type": "authorial"} | ({"place": item.kind} if item.kind else {})
        said |= {f"{XML}id": item.name} if item.name else {}
        self._contain(sub(element, "note", **said), item.content)

    def _write_note_mark(self, element: _Element, item: Inline) -> None:
        if isinstance(item, NoteMark):
            sub(element, "ptr", target=f"#{item.name}")

    def _write_picture(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Picture) and (item.url or item.words):
            figure = sub(element, "figure")
            if item.url:
                sub(figure, "graphic", url=address(item.url))
            if item.words:
                sub(figure, "figDesc", item.words)

    def _write_formula(self, element: _Element, item: Inline) -> None:
        from lxml import etree

        if isinstance(item, Formula):
            sub(element, "formula", notation="mathml").append(etree.fromstring(item.mathml))

    def _write_gap(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Gap):
            sub(element, "gap", **({"reason": item.reason} if item.reason else {}))

    def _write_anchor(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Anchor):
            sub(element, "anchor", **{f"{XML}id": item.name})

    def _write_running(self, element: _Element, item: Inline) -> None:
        if isinstance(item, Running):
            sub(element, "fw", item.text, type=item.kind)


def _opened(element: _Element, tag: Mark) -> _Element:
    """The element of a tag, in a `choice` where it is one of two."""
    holder = element if tag.pair is None else sub(element, "choice")
    made = sub(holder, tag.name, **dict(tag.attributes))
    if tag.pair is not None:
        sub(holder, tag.pair[0], tag.pair[1])
    return made


def _name(style: str) -> str:
    """A style's name as a word of TEI."""
    return "-".join(style.split())
