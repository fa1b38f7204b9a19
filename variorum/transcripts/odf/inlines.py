"""What stands in a paragraph of an OpenDocument text (ISO/IEC 26300-1, 6 and 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from variorum.transcripts.losses import Losses
from variorum.transcripts.odf.names import DC, SVG, TEXT, XLINK
from variorum.transcripts.odf.styles import OdtStyles
from variorum.transcripts.pictures import CopiedPictures
from variorum.transcripts.safe_xml import local_name, parsed
from variorum.transcripts.scripts import fitting, language_by_script
from variorum.transcripts.symbols import in_unicode
from variorum.transcripts.transcript import (
    PLAIN,
    Anchor,
    Block,
    Break,
    Formula,
    Inline,
    Note,
    Picture,
    Span,
    Table,
    TextRun,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["OdtContext", "OdtInlines"]

_MATHML = "{http://www.w3.org/1998/Math/MathML}math"
_SILENT = {
    *("annotation-end", "soft-page-break", "bookmark-end", "reference-mark-end", "change-end"),
    *("toc-mark", "toc-mark-start", "toc-mark-end", "tracked-changes", "sequence-decls"),
    *("title", "desc", "event-listeners"),
}
_SCRIPTS = {"": "", "und-Hebr": "-complex", "und-Arab": "-complex"}
"""The kinds of languages that styles state, by the scripts of texts."""
_UNREAD = {
    "alphabetical-index-mark": "mark of an index",
    "alphabetical-index-mark-start": "mark of an index",
    "user-index-mark": "mark of an index",
    "plugin": "embedded object",
    "object-ole": "embedded object",
}


@dataclass
class OdtContext:
    """What all of a file shares while it is read; `file` gives the bytes of a part of it."""

    styles: OdtStyles
    losses: Losses
    pictures: CopiedPictures
    keeps_deletions: bool
    file: Callable[[str], bytes | None]
    blocks_of: Callable[[_Element], list[Block | Table]]
    changes: dict[str, tuple[str, str, _Element | None]] = field(default_factory=dict)
    """By their ids: `del` or `add`, who made them, and what was deleted."""
    changing: str = ""
    """The addition that is open."""


@dataclass
class OdtInlines:
    """Reads one paragraph of a style."""

    context: OdtContext
    paragraph: str
    boxes: list[Block | Table] = field(default_factory=list)

    def of(
        self, parent: _Element, spans: tuple[str, ...] = (), span: Span = PLAIN
    ) -> Iterator[Inline]:
        """What stands within an element; `spans` are the styles around it."""
        yield from self._text(parent.text, spans, span)
        for child in parent:
            yield from self._child(child, spans, span)
            yield from self._text(child.tail, spans, span)

    def child(self, element: _Element) -> Iterator[Inline]:
        """What one element is, that stands between paragraphs."""
        return self._child(element, (), PLAIN)

    def _text(self, text: str | None, spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        if not text:
            return
        styles = self.context.styles
        if self.context.changing and self.context.keeps_deletions:
            _, by, _ = self.context.changes[self.context.changing]
            span = replace(span, change="add", by=by)
        font = styles.font(spans, self.paragraph)
        text = in_unicode(text, (font, font), self.context.losses)
        by_script = language_by_script(text)
        kind = (
            "" if not by_script else "-complex" if by_script[4:] in ("Hebr", "Arab") else "-asian"
        )
        told = styles.language_of(spans, self.paragraph, kind)
        language = (told or by_script) if kind else fitting(told or styles.language, text)
        rend = styles.looks(spans, self.paragraph)
        if styles.hides(spans):
            self.context.losses.changed("hidden text", "is kept as text")
        yield TextRun(text, rend, replace(span, language=language))

    def _child(self, child: _Element, spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        name = local_name(child)
        reader = _READERS.get(name)
        if name in _UNREAD:
            self.context.losses.left_out(_UNREAD[name])
        elif reader is not None:
            yield from reader(self, child, spans, span)
        elif name and name not in _SILENT:
            yield from self.of(child, spans, span)

    def _span(self, child: _Element, spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        style = child.get(f"{TEXT}style-name", "")
        own = self.context.styles.own_style(style)
        yield from self.of(child, (*spans, style), replace(span, style=own) if own else span)

    def _hidden(self, child: _Element, spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        self.context.losses.changed("hidden text", "is kept as text")
        words = "".join(child.itertext()) or child.get(f"{TEXT}string-value", "")
        yield from self._text(words, spans, span)

    def _link(self, child: _Element, spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        target = child.get(f"{XLINK}href", "").removesuffix("|outline")
        yield from self.of(child, spans, replace(span, target=target))

    def _reference(self, child: _Element, spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        target = f"#{child.get(f'{TEXT}ref-name', '')}"
        yield from self.of(child, spans, replace(span, target=target))

    def _space(self, child: _Element, spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        if local_name(child) == "tab":
            self.context.losses.changed("tab", "is a space now")
        yield from self._text(" ", spans, span)

    def _break(self, _child: _Element, _spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        yield Break(span)

    def _anchor(self, child: _Element, _spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        yield Anchor(child.get(f"{TEXT}name", ""), span)

    def _note(self, child: _Element, _spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        body = child.find(f"{TEXT}note-body")
        kind = "end" if child.get(f"{TEXT}note-class") == "endnote" else "foot"
        if body is not None:
            yield Note(tuple(self.context.blocks_of(body)), kind, "", span)

    def _comment(self, child: _Element, _spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        by = child.findtext(f"{DC}creator", "")
        self.context.losses.changed("comment", f"by {by}, is a note now" if by else "is a note now")
        yield Note(tuple(self.context.blocks_of(child)), "comment", by, span)

    def _ruby(self, child: _Element, spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        self.context.losses.changed("ruby", "stands in brackets after its word")
        for part in child:
            is_base = local_name(part) == "ruby-base"
            yield TextRun("" if is_base else " (", (), span)
            yield from self.of(part, spans, span)
            yield TextRun("" if is_base else ")", (), span)

    # changes

    def _change_begins(
        self, child: _Element, _spans: tuple[str, ...], _span: Span
    ) -> Iterator[Inline]:
        name = child.get(f"{TEXT}change-id", "")
        if self.context.changes.get(name, ("",))[0] == "add":
            self.context.changing = name
            by = self.context.changes[name][1]
            self.context.losses.changed("tracked insertion", f"by {by}, is taken in")
        return iter(())

    def _change_ends(
        self, _child: _Element, _spans: tuple[str, ...], _span: Span
    ) -> Iterator[Inline]:
        self.context.changing = ""
        return iter(())

    def _deletion(self, child: _Element, _spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        kind, by, deleted = self.context.changes.get(
            child.get(f"{TEXT}change-id", ""), ("", "", None)
        )
        if kind != "del" or deleted is None:
            return
        if not self.context.keeps_deletions:
            self.context.losses.left_out("tracked deletion", f"by {by}, left out")
            return
        self.context.losses.changed("tracked deletion", f"by {by}, is kept as <del>")
        for number, paragraph in enumerate(deleted.iterchildren(f"{TEXT}p", f"{TEXT}h")):
            if number:
                yield Break(replace(span, change="del", by=by))
            yield from self.of(paragraph, (), replace(span, change="del", by=by))

    # drawings

    def _frame(self, frame: _Element, _spans: tuple[str, ...], span: Span) -> Iterator[Inline]:
        words = frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or ""
        for child in frame:
            name = local_name(child)
            if name == "object":
                found = self._formula(child)
                if found is not None:
                    yield Formula(found, span)
                    return
            elif name == "image":
                yield from self._picture(child, words, span)
                return
            elif name == "text-box":
                self._box(child)
                return
        if words and not len(frame):
            self.context.losses.left_out("drawing", f"left out: “{words}”")

    def _shape(self, shape: _Element, _spans: tuple[str, ...], _span: Span) -> Iterator[Inline]:
        if next(shape.iter(f"{TEXT}p"), None) is None:
            self.context.losses.left_out("drawing")
        else:
            self._box(shape)
        return iter(())

    def _box(self, box: _Element) -> None:
        self.context.losses.changed("text box", "stands after its paragraph")
        self.boxes += self.context.blocks_of(box)

    def _formula(self, frame: _Element) -> str | None:
        from lxml import etree

        math = next(frame.iter(_MATHML), None)
        if math is None:
            name = frame.get(f"{XLINK}href", "").removeprefix("./").rstrip("/")
            data = self.context.file(f"{name}/content.xml") if name else None
            root = parsed(data) if data else None
            math = root if root is not None and root.tag == _MATHML else None
        if math is None:
            self.context.losses.left_out("embedded object", "its picture is kept, if it has any")
            return None
        for note in list(math.iter("{*}annotation", "{*}annotation-xml")):
            note.getparent().remove(note)
        return str(etree.tostring(math, encoding="unicode", with_tail=False))

    def _picture(self, image: _Element, words: str, span: Span) -> Iterator[Inline]:
        address = image.get(f"{XLINK}href", "")
        data = self.context.file(address.removeprefix("./"))
        words = " ".join(words.split())
        if data is not None:
            yield Picture(self.context.pictures.add(data, address), words, span)
        elif address.startswith(("http:", "https:", "../", "/", "file:")):
            yield Picture(self.context.pictures.beside(address), words, span)
        else:
            self.context.losses.left_out("picture", "left out, since the file does not hold it")


_Reader = Callable[["OdtInlines", "_Element", tuple[str, ...], Span], Iterator[Inline]]
_READERS: dict[str, _Reader] = {
    "span": OdtInlines._span,
    "hidden-text": OdtInlines._hidden,
    "a": OdtInlines._link,
    "bookmark-ref": OdtInlines._reference,
    "reference-ref": OdtInlines._reference,
    "s": OdtInlines._space,
    "tab": OdtInlines._space,
    "line-break": OdtInlines._break,
    "bookmark": OdtInlines._anchor,
    "bookmark-start": OdtInlines._anchor,
    "reference-mark": OdtInlines._anchor,
    "reference-mark-start": OdtInlines._anchor,
    "note": OdtInlines._note,
    "annotation": OdtInlines._comment,
    "ruby": OdtInlines._ruby,
    "change-start": OdtInlines._change_begins,
    "change-end": OdtInlines._change_ends,
    "change": OdtInlines._deletion,
    "frame": OdtInlines._frame,
    **dict.fromkeys(
        ("custom-shape", "rect", "line", "ellipse", "circle", "polygon", "path", "polyline"),
        OdtInlines._shape,
    ),
}
