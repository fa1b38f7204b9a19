"""What stands in a paragraph of Word: runs, links, notes, breaks (ISO/IEC 29500-1, 17.3.2-3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum.transcripts.safe_xml import local_name
from variorum.transcripts.transcript import (
    PLAIN,
    Anchor,
    Block,
    Break,
    Formula,
    Inline,
    Note,
    NoteMark,
    PageBreak,
    Span,
    Table,
    TextRun,
)
from variorum.transcripts.word.characters import Characters
from variorum.transcripts.word.context import NOTE_MARKS, Part, WordContext
from variorum.transcripts.word.drawings import drawn
from variorum.transcripts.word.field_reader import FieldReader
from variorum.transcripts.word.fields import target_of
from variorum.transcripts.word.formulas import mathml
from variorum.transcripts.word.names import MC, M, R, W, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["WordInlines", "alternative", "by"]

_WRAPPERS = {"smartTag", "customXml", "dir", "bdo", "sdtContent", "sdt", "oMathPara"}
_READABLE = {"t", "txbxContent", "blip", "oMath", "imagedata"}
_CODES = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_UNREAD = {"contentPart": "ink", "subDoc": "part in another file", "pgNum": "page number"}


def alternative(element: _Element) -> _Element | None:
    """The form of `mc:AlternateContent` that can be read: never two of them."""
    choices = element.findall(f"{MC}Choice")
    for choice in (*choices, *element.findall(f"{MC}Fallback")):
        if any(local_name(each) in _READABLE for each in choice.iter()):
            return choice
    return choices[0] if choices else None


class WordInlines:
    """Reads the paragraphs of one part in their order; fields can go on over several."""

    def __init__(self, context: WordContext, part: Part) -> None:
        self._context = context
        self._part = part
        self._characters = Characters(context)
        self.fields = FieldReader(context.losses, self._characters)
        self._style = ""
        self.boxes: list[Block | Table] = []
        """What floats beside the paragraph that was read last."""
        self._readers: dict[str, Callable[[_Element, Span], Iterator[Inline]]] = {
            "r": self._run,
            "hyperlink": self._link,
            "fldSimple": self._simple_field,
            "ins": self._insertion,
            "moveTo": self._insertion,
            "del": self._deletion,
            "moveFrom": self._origin,
            "bookmarkStart": self._bookmark,
            "oMath": self._formula,
            "AlternateContent": self._alternative,
        }

    def of(self, paragraph: _Element, style: str) -> Iterator[Inline]:
        """What stands in a paragraph of this style, not yet settled."""
        self._style = style
        self.boxes = []
        yield from self._inside(paragraph, PLAIN)

    def _inside(self, parent: _Element, span: Span) -> Iterator[Inline]:
        for child in parent:
            name = local_name(child)
            if name in self._readers:
                yield from self._readers[name](child, span)
            elif name in _WRAPPERS:
                yield from self._inside(child, span)
            elif name in _UNREAD:
                self._context.losses.left_out(_UNREAD[name])

    def _link(self, link: _Element, span: Span) -> Iterator[Inline]:
        relation = self._part.relations.get(link.get(f"{R}id", ""))
        target = relation.target if relation is not None and relation.is_external else ""
        if anchor := link.get(f"{W}anchor"):
            target += f"#{anchor}"
        if not target:
            self._context.losses.left_out("link that leads nowhere", "its words are kept")
        yield from self._inside(link, replace(span, target=target))

    def _simple_field(self, field: _Element, span: Span) -> Iterator[Inline]:
        self.fields.begin()
        self.fields.instruct(field.get(f"{W}instr", ""))
        words = self.fields.open[-1].words
        self.fields.separate()
        target = target_of(words)
        yield from self._inside(field, replace(span, target=target) if target else span)
        self.fields.end()

    def _insertion(self, change: _Element, span: Span) -> Iterator[Inline]:
        if change.tag == f"{W}ins":
            self._context.losses.changed("tracked insertion", by(change, "is taken in"))
        if self._context.keeps_deletions:
            span = replace(span, change="add", by=change.get(f"{W}author", ""))
        yield from self._inside(change, span)

    def _deletion(self, change: _Element, span: Span) -> Iterator[Inline]:
        if self._context.keeps_deletions:
            self._context.losses.changed("tracked deletion", by(change, "is kept as <del>"))
        else:
            self._context.losses.left_out("tracked deletion", by(change, "left out"))
        return self._deleted(change, span)

    def _origin(self, change: _Element, span: Span) -> Iterator[Inline]:
        self._context.losses.changed("tracked move", by(change, "stands in its new place"))
        return self._deleted(change, span)

    def _deleted(self, change: _Element, span: Span) -> Iterator[Inline]:
        if self._context.keeps_deletions:
            author = change.get(f"{W}author", "")
            yield from self._inside(change, replace(span, change="del", by=author))
            return
        self._context.remove_notes(change)
        for each in change.iter(f"{W}fldChar"):
            self.fields.sign(each)

    def _bookmark(self, bookmark: _Element, span: Span) -> Iterator[Inline]:
        if not self.fields.is_instruction:
            yield Anchor(bookmark.get(f"{W}name", ""), span)

    def _formula(self, formula: _Element, span: Span) -> Iterator[Inline]:
        yield Formula(mathml(formula), span)
        following = formula.getnext()
        if following is not None and following.tag == f"{M}oMath":
            yield Break(span)

    def _alternative(self, element: _Element, span: Span) -> Iterator[Inline]:
        chosen = alternative(element)
        if chosen is not None:
            yield from self._inside(chosen, span)

    # runs

    def _run(self, run: _Element, span: Span) -> Iterator[Inline]:
        properties = run.find(f"{W}rPr")
        styles = self._context.styles
        rend = styles.looks(properties, "", self._style)
        if style := styles.own_style(value(properties, "rStyle") or ""):
            span = replace(span, style=style)
        if not self.fields.is_instruction:
            self._characters.report_looks(properties)
        yield from self._pieces(run, properties, rend, span)

    def _pieces(
        self, run: _Element, properties: _Element | None, rend: tuple[str, ...], span: Span
    ) -> Iterator[Inline]:
        for child in run:
            name = local_name(child)
            if name == "fldChar":
                yield from self.fields.sign(child)
            elif name in ("instrText", "delInstrText"):
                self.fields.instruct(child.text or "")
            elif self.fields.is_instruction:
                continue
            elif name in ("t", "delText"):
                yield self._characters.run(
                    child.text or "", properties, self._style, rend, self._led(span)
                )
            elif name in _CODES:
                if name in ("tab", "ptab"):
                    self._context.losses.changed("tab", "is a space now")
                yield TextRun(_CODES[name], rend, self._led(span))
            else:
                yield from self._piece(child, name, properties, rend, self._led(span))

    def _piece(
        self,
        child: _Element,
        name: str,
        properties: _Element | None,
        rend: tuple[str, ...],
        span: Span,
    ) -> Iterator[Inline]:
        if name in ("br", "cr"):
            yield _break(child, span)
        elif name == "sym":
            font, code = child.get(f"{W}font", ""), child.get(f"{W}char", "")
            yield TextRun(self._characters.symbol(font, code), rend, span)
        elif name in NOTE_MARKS:
            yield from self._note(NOTE_MARKS[name], child.get(f"{W}id", ""), span)
        elif name == "ruby":
            yield from self._ruby(child, span)
        elif name in ("drawing", "pict", "object"):
            yield from self._drawing(child, span)
        elif name == "AlternateContent":
            chosen = alternative(child)
            if chosen is not None:
                yield from self._pieces(chosen, properties, rend, span)
        elif name in _UNREAD:
            self._context.losses.left_out(_UNREAD[name])

    def _led(self, span: Span) -> Span:
        return (
            replace(span, target=self.fields.target)
            if (not span.target and self.fields.target)
            else span
        )

    def _note(self, kind: str, identifier: str, span: Span) -> Iterator[Inline]:
        key = (kind, identifier)
        if key in self._context.shown:
            yield NoteMark(":".join(key), span)
            return
        found = self._context.notes.pop(key, None)
        if found is None:
            self._context.losses.left_out("mark of a note that is not there")
            return
        self._context.shown.add(key)
        element, part = found
        author = element.get(f"{W}author", "") if kind == "comment" else ""
        if kind == "comment":
            self._context.losses.changed("comment", by(element, "is a note now"))
        content = tuple(self._context.blocks_of(element, part))
        yield Note(content, kind, author, span, ":".join(key))

    def _ruby(self, ruby: _Element, span: Span) -> Iterator[Inline]:
        self._context.losses.changed("ruby", "stands in brackets after its word")
        for name, before, after in (("rubyBase", "", ""), ("rt", " (", ")")):
            for part in ruby.iterchildren(f"{W}{name}"):
                yield TextRun(before, (), span)
                yield from self._inside(part, span)
                yield TextRun(after, (), span)

    def _drawing(self, drawing: _Element, span: Span) -> Iterator[Inline]:
        pictures, boxes = drawn(self._context, self._part, drawing)
        for each in pictures:
            yield replace(each, span=span)
        for box in boxes:
            self._context.losses.changed("text box", "stands after its paragraph")
            self.boxes += self._context.blocks_of(box, self._part)


def _break(element: _Element, span: Span) -> Inline:
    kind = element.get(f"{W}type", "textWrapping")
    if kind in ("page", "column"):
        return PageBreak(span, is_column=kind == "column")
    return Break(span)


def by(element: _Element, what: str) -> str:
    """What happened to a change or comment, with the person who made it."""
    author = element.get(f"{W}author", "")
    return f"by {author}, {what}" if author else what
