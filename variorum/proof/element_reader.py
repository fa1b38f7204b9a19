"""Reads the elements of a TEI file as items of its text, without the stylesheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from variorum.proof.attached import AttachedEntries
from variorum.proof.composed import after_words, at_end, before_words, is_layout, stands_for
from variorum.proof.corrections import is_restored, unread
from variorum.proof.divisions import editorial_divisions, heading_of_type
from variorum.proof.elements import (
    APART,
    BLOCKS,
    EDITORIAL,
    PLACES,
    REPLACED,
    SECTIONS,
    SILENT,
    STRUCTURES,
    UnitMark,
    added,
    asks_for_marks,
    divides,
    is_apart_from_phrase,
    is_attached,
    is_page_number,
    is_part_of_line,
    is_phrase_of_group,
    is_phrase_of_line,
    is_replaced_sign,
    local,
    number_of_unit,
    outermost,
    readings_of,
    spaces_beside,
    stands_apart,
    touching,
)
from variorum.proof.entries import ABSENT, PRESENT, Entries, has_no_words, is_lacuna
from variorum.proof.gaps import words_of_gap
from variorum.proof.interventions import is_intervention, is_lone_mark, sign_in_text
from variorum.proof.items import BLOCK_EDGE, EncodedNote, Item
from variorum.proof.placeholders import LINK, MARKS, NOTE, NUMBER, QUOTE, SPACE
from variorum.proof.registers import is_register
from variorum.proof.series import is_in_series
from variorum.proof.sigla import whose
from variorum.proof.signs import holds_blocks, with_signs
from variorum.proof.traced import joined, traced
from variorum.proof.unspaced import is_unspaced, without_line_ends

if TYPE_CHECKING:
    from lxml.etree import _Element

    from variorum.proof.items import ApparatusEntry

__all__ = ["ElementReader"]

_SIGNED = frozenset(["supplied", "surplus", "sic", "seg", "hi", "unclear", "add", "ex", "damage"])
"""Elements whose words may stand in signs."""
_DIVISIONS = ("div", "div1", "div2", "div3")
_BESIDE_ENTRIES = (
    "boolean(.//text()[normalize-space()]"
    "[not(ancestor::*[local-name() = 'listApp' or local-name() = 'head'])]"
    "|.//*[local-name() = 'ptr' or local-name() = 'graphic' or local-name() = 'gap'"
    " or local-name() = 'pb'][not(ancestor::*[local-name() = 'listApp'])])"
)
"""What a division holds beside entries and headings."""
_WORD = re.compile(f"[^\\s{MARKS}]")
_APART_FROM_TEXT = ("note", "witDetail", *PRESENT, *ABSENT)


class ElementReader:
    """Reads elements as items. `labels` are the words that the outputs generate.

    `quoted` says of an element that it stands in a reading that is not printed: it then has no
    place in the text, so that nothing is said of entries, blocks and lines in it. `attached` are
    the entries that stand apart from the text. With `first`, readings are read as they were
    before their witness was corrected: with what it deletes, and without what it adds.
    """

    def __init__(
        self, root: _Element, labels: Mapping[str, str], entries: Entries, *, first: bool = False
    ) -> None:
        self.root = root
        self.first = first
        self.editorial = editorial_divisions(root)
        self.labels = labels
        self.entries = entries
        self.notes: list[EncodedNote] = []
        self.attached = AttachedEntries(root, entries, labels)

    def reading(self, element: _Element, siglum: str) -> str:
        """The text a reading or a mark of the source has in a witness."""
        if local(element) == "supplied":
            return ""
        if is_lacuna(element):
            return NUMBER
        parts = self._inner(self.entries.originals.of(element), siglum, quoted=True, omitting=True)
        return joined([unread(element, self.labels), *(item for _, item in parts)])

    def _inner(
        self, element: _Element, siglum: str, *, quoted: bool, omitting: bool = False
    ) -> Iterator[Item]:
        if has_no_words(element):
            return
        within = local(element) in STRUCTURES or is_layout(element)
        before, owner = element.text or "", element
        between = self.entries.standing_for(element, siglum) if quoted and siglum else {}
        end: _Element | None = None
        for child in element:
            if child in between:
                end, own = between.pop(child)
                yield "text", _between(before, within)
                yield from self._inner(own, siglum, quoted=True)
            if end is not None:
                end, before = None if child is end else end, child.tail or ""
                continue
            inside = child.get("break") == "no" or is_unspaced(before, child)
            words = _between(before.rstrip() if inside else before, within)
            yield "text", traced(words, owner, is_tail=owner is not element)
            gone = omitting and local(child) == "gap"
            if not (gone and child.get("reason") in ("omitted", "omission")):
                yield from self.read(child, siglum, quoted=quoted)
            before = (child.tail or "").lstrip() if inside else child.tail or ""
            owner = child
        words = _between(at_end(element, before), within)
        yield "text", traced(words, owner, is_tail=owner is not element)

    def read(self, element: _Element, siglum: str, *, quoted: bool) -> Iterable[Item]:
        """An element with what it holds, as items.

        A generator takes time for each item that passes through it, at each depth: where nothing is
        added, the items of the element are returned as they are.
        """
        own = self._element(element, siglum, quoted=quoted)
        bounds = [] if quoted else self.attached.bounds(element)
        internal = [] if quoted else self.attached.internal(element)
        apart = SPACE if local(element) != "note" and is_phrase_of_group(element) else ""
        editorial = element in self.editorial
        if not (bounds or internal or apart or editorial):
            return own
        return _with_bounds(own, bounds, internal, apart, editorial=editorial)

    def _element(self, element: _Element, siglum: str, *, quoted: bool) -> Iterable[Item]:
        name = local(element)
        if name == "app":
            return () if is_attached(element) else self._app(element, siglum, quoted=quoted)
        if name in EDITORIAL or is_lone_mark(element):
            return self._editorial(element, name, siglum, quoted=quoted)
        if name == "lb":
            end = ("text", "" if element.get("break") == "no" else SPACE)
            return [end, ("text", number_of_unit(element)), ("line", element)][: 1 if quoted else 3]
        if is_register(element) or is_page_number(element):
            return ()
        if name in _APART_FROM_TEXT or _is_no_text(element, self.root):
            return () if quoted else self._apart(element, siglum)
        if name in REPLACED or _is_wordless(element):
            return [("text", REPLACED.get(name, LINK))]
        return self._text(element, name, siglum, quoted=quoted) if name else ()

    def _apart(self, element: _Element, siglum: str) -> Iterator[Item]:
        """What stands apart from the text: notes, kept with their entries, and witnesses' ends."""
        name = local(element)
        if is_in_series(element, self.labels):
            yield from self._note_of_series(element)
        elif name in ("note", "witDetail"):
            self.notes.append(EncodedNote(element))
            items = self.notes[-1].items
            items.append(("text", whose(element, self.entries.witnesses, self.labels)))
            items.extend(self._inner(element, siglum, quoted=False))
            # on a surface it may be a block by itself
            yield "text", added(element) + NOTE
        elif name in _APART_FROM_TEXT:
            yield from self.entries.events(element)
        elif name not in ("listApp", *_DIVISIONS):
            for note in outermost(element, "note"):
                yield from self._apart(note, siglum)

    def _note_of_series(self, note: _Element) -> Iterator[Item]:
        """A note that is an entry: it stands at its place, or is about what it points to."""
        if not self.attached.has_note(note):
            entry = self.entries.entry(note)
            yield "start", entry
            yield "end", entry

    def _text(self, element: _Element, name: str, siglum: str, *, quoted: bool) -> Iterator[Item]:
        if name == "add" and self.first:
            return
        before, after = _spaces(element, _apart(element, name))
        placed = not quoted and (name in PLACES or name in SECTIONS)
        yield "text", before
        yield from [("open", element)] if placed else []
        yield "text", "" if quoted and name not in BLOCKS else number_of_unit(element)
        yield from (("text", added(element)), ("text", before_words(element, self.labels)))
        yield "text", heading_of_type(element, self.labels, self.entries.witnesses.sigla)
        character = stands_for(element)
        if character is None:
            inner = self._inner(element, siglum, quoted=quoted)
            yield from self._signed(element, name, inner)
        else:
            yield "text", character
        yield "text", after_words(element)
        yield from [("close", element)] if placed else []
        yield "text", after
        if (name == "w" and _next_is_word(element)) or _is_touching_siglum(element):
            yield "text", " "

    def _app(self, app: _Element, siglum: str, *, quoted: bool) -> Iterator[Item]:
        if quoted:
            own = self.entries.reading_of(app, siglum)
            if own is not None:
                yield from self._inner(own, siglum, quoted=True)
            return
        entry = self.entries.entry(app)
        printed = self.entries.printed(app)
        is_alone = printed is not None and _stands_alone(app)
        alone = UnitMark.of(f" {NUMBER}", printed) if is_alone else ""
        yield "text", alone
        yield "start", entry
        if printed is not None:
            yield from self._inner(printed, siglum, quoted=False)
        yield "end", entry
        yield "text", alone[:1]

    def _editorial(
        self, element: _Element, name: str, siglum: str, *, quoted: bool
    ) -> Iterator[Item]:
        has_entry = not quoted and is_intervention(element, self.entries, self.labels)
        entry = self.entries.entry(element) if has_entry else None
        if entry:
            yield "start", entry
        if name == "gap":
            yield "text", words_of_gap(element, self.labels)
        elif name == "choice":
            source = self.entries.of_source(element) if quoted and siglum else None
            chosen = source if source is not None else self.entries.chosen(element)
            if chosen is not None and local(chosen) == "ex":
                yield from self.read(chosen, siglum, quoted=quoted)
            elif chosen is not None:
                yield from self._inner(chosen, siglum, quoted=quoted)
        elif name == "del":
            yield from self._deletion(element, siglum, quoted=quoted)
        else:
            inner = self._inner(element, siglum, quoted=quoted or name == "surplus")
            apart = SPACE if any(is_part_of_line(child) for child in element) else ""
            is_told = _is_told_unit(element, quoted)
            yield "text", apart
            yield from inner if is_told else self._signed(element, name, inner)
            yield "text", apart
        if entry:
            yield "end", entry

    def _signed(self, element: _Element, name: str, inner: Iterator[Item]) -> Iterable[Item]:
        """The words of an element in the signs that stand for it; wordless marks have none."""
        sign = sign_in_text(element, self.entries, self.labels) if name in _SIGNED else ()
        if not sign:
            return inner
        items = list(inner)
        if items and (name in ("supplied", "surplus") or _has_words(items)):
            return with_signs(items, sign, blocks=holds_blocks(element))
        return items

    def _deletion(self, element: _Element, siglum: str, *, quoted: bool) -> Iterator[Item]:
        """What was deleted: read in the first state, and where its sign tells what it is."""
        restored = is_restored(element)
        sign = () if restored or self.first else sign_in_text(element, self.entries, self.labels)
        if restored or sign or self.first:
            inner = self._inner(element, siglum, quoted=quoted or sign != ())
            items = [("text", unread(element, self.labels)), *inner]
            yield from with_signs(items, sign, blocks=holds_blocks(element))


def _with_bounds(
    items: Iterable[Item],
    bounds: Sequence[tuple[str, ApparatusEntry]],
    internal: Sequence[Item],
    apart: str,
    *,
    editorial: bool,
) -> Iterator[Item]:
    """The items of an element between where entries begin and end, and what stands around it."""
    yield from (("start", entry) for kind, entry in bounds if kind == "start")
    yield from internal
    yield "text", apart
    yield from [("editorial", True)] if editorial else []
    yield from items
    yield from [("editorial", False)] if editorial else []
    yield "text", apart
    yield from (("end", entry) for kind, entry in bounds if kind == "end")


def _is_no_text(element: _Element, root: _Element) -> bool:
    silent = local(element) in SILENT and element.getparent() is not root
    return silent or is_replaced_sign(element) or _holds_only_entries(element)


def _holds_only_entries(element: _Element) -> bool:
    """Whether a division is a list of entries with headings, which the apparatus does not need."""
    if local(element) not in _DIVISIONS or element.find(".//{*}listApp") is None:
        return False
    return not element.xpath(_BESIDE_ENTRIES)


def _has_words(items: list[Item]) -> bool:
    return any(_WORD.search(item) for kind, item in items if kind == "text")


def _is_told_unit(element: _Element, quoted: bool) -> bool:
    """Whether an element holds whole verses or paragraphs that a reading has too many.

    They are told as units and have no signs.
    """
    units = any(local(child) in BLOCKS for child in element)
    return local(element) == "surplus" and quoted and units


def _apart(element: _Element, name: str) -> str:
    """What usually stands on both sides of an element."""
    if name in BLOCKS and not is_phrase_of_line(element):
        return BLOCK_EDGE
    within = local(element.getparent()) in STRUCTURES
    apart = APART.get(name, SPACE if within else "")
    if name == "title" and asks_for_marks(element):
        apart = QUOTE
    # a phrase that holds verses or paragraphs may stand on lines of its own, as these do
    return SPACE + apart + SPACE if len(element) and holds_blocks(element) else apart


def _spaces(element: _Element, apart: str) -> tuple[str, str]:
    """What divides the words of an element from those before and after it."""
    if is_part_of_line(element):
        return spaces_beside(element)
    if is_apart_from_phrase(element) and not is_layout(element.getparent()):
        return " ", apart
    if stands_apart(element):
        before, after = touching(element)
        return before or apart, after or apart
    return " " if divides(element) else apart, apart


def _between(text: str, within: bool) -> str:
    """White space within a structure is none of the text, nor is a line of a script without it."""
    return "" if within and not text.strip() else without_line_ends(text)


def _stands_alone(app: _Element) -> bool:
    """Whether an entry stands between blocks and holds none."""
    blocks = ("p", "ab", "l", "lg", "div", "head", "sp")
    return local(app.getparent()) in ("body", "front", "back", "div") and not any(
        local(child) in blocks for reading in readings_of(app) for child in reading
    )


def _is_wordless(element: _Element) -> bool:
    """Whether a reference leaves it to the program to say where it leads (TEI P5 3.7)."""
    alone = not len(element) and not (element.text or "").strip()
    return alone and local(element) == "ref" and bool(element.get("target"))


def _is_touching_siglum(element: _Element) -> bool:
    """Whether a siglum is written without a space before the words that it stands for."""
    if local(element) != "abbr" or "siglum" not in element.get("type", "").split():
        return False
    parent, following = element.getparent(), element.getnext()
    if local(parent) not in ("witness", "persName", "bibl") or (parent.text or "").strip():
        return False
    after = element.tail or ("".join(following.itertext()) if following is not None else "")
    return element.getprevious() is None and after[:1].isalpha()


def _next_is_word(word: _Element) -> bool:
    following = word.getnext()
    return not (word.tail or "") and following is not None and local(following) == "w"
