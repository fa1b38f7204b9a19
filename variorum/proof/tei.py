"""The words of each text of a TEI file, read without the stylesheets (TEI P5 12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from variorum.proof.elements import (
    ADDED,
    APART,
    BLOCKS,
    EDITORIAL,
    ID,
    OF_SOURCE,
    PLACES,
    PREFERRED,
    REPLACED,
    SECTIONS,
    SERIES,
    SILENT,
    STRUCTURES,
    TEI,
    local,
)
from variorum.proof.entry import Entry, is_attached, readings_of
from variorum.proof.placeholders import MARKS, NOTE, NUMBER, SPACE
from variorum.proof.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Item", "Reader", "measure"]

Item = tuple[str, Any]
"""`text`, or `start` and `end` of an entry, or `open` and `close` of a block or section, or `line`
for a line that begins."""


class Reader:
    """Reads one TEI file. `labels` are those of the locale the outputs are made with."""

    def __init__(self, root: _Element, labels: Mapping[str, str]) -> None:
        self.root = root
        self.labels = labels
        self.entries: list[Entry] = []
        self._boundaries: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        self._bounding: dict[str, _Element] = {}
        self._internal: dict[_Element, Entry] = {}
        self.unplaced: list[Entry] = []
        self.located: list[Entry] = []

    @cached_property
    def sigla(self) -> list[str]:
        """The sigla of the witnesses, in the order of `listWit`."""
        names = (
            witness.get(ID) or witness.get("n") or ""
            for witness in self.root.iter(f"{TEI}witness")
            if next(witness.iterancestors(f"{TEI}listWit"), None) is not None
        )
        return [name for name in dict.fromkeys(names) if name]

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        return {
            group.get(ID, ""): [w.get(ID) or w.get("n") or "" for w in group.iter(f"{TEI}witness")]
            for group in self.root.iter(f"{TEI}listWit")
            if group.get(ID) and group.find(f"{TEI}witness") is not None
        }

    def names(self, reading: _Element) -> list[str]:
        """The witnesses a reading names, groups resolved."""
        named = reading.get("wit")
        if named is None:
            wit = reading.find(f"{TEI}wit")
            named = "".join(wit.itertext()) if wit is not None else ""
        bare = (token.removeprefix("#") for token in named.split())
        return [siglum for name in bare for siglum in self._groups.get(name, [name])]

    def text(self, siglum: str = "") -> str:
        """The expected text of a witness, or the reading text (`''`), with its marks."""
        return "".join(part for part, _ in self.parts(siglum))

    def parts(self, siglum: str = "") -> Iterator[tuple[str, Entry | None]]:
        """The text in parts, each with the entry that begins there."""
        if siglum:
            yield from Walk(self, siglum).parts()
            return
        for _, item in self.items:
            if isinstance(item, str):
                yield item, None
            elif isinstance(item, Entry):
                yield "", item

    def columns(self, siglum: str) -> list[str]:
        """The text of a witness in the parts in which all witnesses can be set side by side: by
        turns outside all entries and within entries that touch each other.
        """
        return Walk(self, siglum).columns()

    def line_at(self, offset: int, siglum: str) -> tuple[int, Entry | None]:
        """The line in the file of the block, and the entry, that last began before so many
        characters, white space not counted, of a text.
        """
        found: tuple[int, Entry | None] = (0, None)
        seen = 0
        for text, entry in self.parts(siglum):
            if entry is not None:
                found = entry.element.sourceline or 0, entry
            seen += sum(not c.isspace() and c not in MARKS for c in text)
            if seen > offset:
                break
        return found

    @cached_property
    def items(self) -> list[Item]:
        from variorum.proof.place import place

        self._attach()
        items: list[Item] = []
        for text in self.root.iterchildren(f"{TEI}text"):
            items += self._read(text, "", quoted=False)
        if self.located:
            items = place(self, items)
        measure(items, set(self.located))
        return items

    @cached_property
    def starting(self) -> dict[int, list[Entry]]:
        """The entries by where they begin."""
        found: dict[int, list[Entry]] = defaultdict(list)
        for kind, item in self.items:
            if kind == "start" and isinstance(item, Entry):
                found[item.start].append(item)
        return found

    def _attach(self) -> None:
        """Finds the entries that stand apart from the text, by what they point to."""
        for app in self.root.iter(f"{TEI}app"):
            if not is_attached(app) or _in_note(app):
                continue
            entry = self.entry(app)
            start, end = (app.get(name, "").rpartition("#")[2] for name in ("from", "to"))
            in_list = app.getparent().tag == f"{TEI}listApp"
            if start:
                self._boundaries[start].append(("start", entry))
            if start and not end and not in_list:
                self._internal[app] = entry
            elif start or end:
                self._boundaries[end or start].append(("end", entry))
            elif app.get("loc") or app.get("n"):
                self.located.append(entry)
        for element in self.root.iterfind(f"{TEI}text//*[@{ID}]"):
            self._bounding.setdefault(element.get(ID, ""), element)

    def entry(self, element: _Element) -> Entry:
        """The entry of an `app` or an editorial mark, with what each witness reads there."""
        entry = Entry(element)
        self.entries.append(entry)
        name = local(element)
        if name == "app":
            self._read_app(entry)
        elif name == "choice":
            self._depart(entry, [c for c in element if local(c) in OF_SOURCE])
        elif name == "surplus" or (name == "supplied" and element.get("source") is None):
            self._depart(entry, [element])
        return entry

    def _read_app(self, entry: Entry) -> None:
        app = entry.element
        parent = app.getparent()
        types = [app.get("type", ""), parent.get("type", "") if local(parent) == "listApp" else ""]
        lemma = self.printed(app)
        if any(one.removeprefix("#") in SERIES for one in types):
            return
        states: dict[str, int] = {}
        readings = readings_of(app)
        if lemma is not None:
            readings = [lemma, *(reading for reading in readings if reading is not lemma)]
        for reading in readings:
            state = reading.get("varSeq", "")
            rank = int(state) if state.isdigit() else -1
            for siglum in self.names(reading):
                if siglum not in states or rank > states[siglum]:
                    states[siglum] = rank
                    entry.own[siglum] = reading
        entry.lemma = frozenset(s for s, reading in entry.own.items() if reading is lemma)
        for siglum in entry.lemma:
            del entry.own[siglum]
        marks = [(mark, self.names(r)) for r in readings for mark in r if isinstance(mark.tag, str)]
        entry.present = _marked(marks, ("lacunaEnd", "witStart"))
        entry.absent = _marked(marks, ("lacunaStart", "witEnd"))

    def _depart(self, entry: Entry, readings: list[_Element]) -> None:
        """What the sources have against the edition: the witness named, the only one, or all."""
        for reading in readings[:1]:
            named = [
                t.removeprefix("#") for a in ("ed", "source") for t in reading.get(a, "").split()
            ]
            source = next((s for s in self.sigla if s in named), None)
            if source is None and len(self.sigla) == 1:
                source = self.sigla[0]
            if source is None:
                entry.others = reading
            else:
                entry.own[source] = reading

    def printed(self, app: _Element) -> _Element | None:
        """The reading that is printed: the lemma, else, where the text is not elsewhere, what
        stands first.
        """
        readings = readings_of(app)
        own = [r for r in readings if r.getparent() is app and local(r) == "lem"]
        lemmas = own or [r for r in readings if local(r) == "lem"]
        return next(iter(lemmas or ([] if is_attached(app) else readings)), None)

    def chosen(self, choice: _Element) -> _Element | None:
        """What is printed of alternatives."""
        children = [child for child in choice if local(child)]
        ranked = [c for kind in PREFERRED for c in children if local(c) == kind]
        return next(iter([*ranked, *children]), None)

    def reading(self, element: _Element, siglum: str) -> str:
        """The text a reading or a mark of the source has in a witness."""
        if local(element) == "supplied":
            return ""
        copied = element.get("copyOf", "").removeprefix("#")
        if copied and not len(element) and not (element.text or "").strip():
            element = next((e for e in self.root.iter() if e.get(ID) == copied), element)
        parts = self._inner(element, siglum, quoted=True, omitting=True)
        return "".join(str(item) for _, item in parts)

    def _inner(
        self, element: _Element, siglum: str, *, quoted: bool, omitting: bool = False
    ) -> Iterator[Item]:
        within = local(element) in STRUCTURES
        before = element.text or ""
        for child in element:
            inside = child.get("break") == "no"
            yield "text", _between(before.rstrip() if inside else before, within)
            gone = omitting and local(child) == "gap"
            if not (gone and child.get("reason") in ("omitted", "omission")):
                yield from self._read(child, siglum, quoted=quoted)
            before = (child.tail or "").lstrip() if inside else child.tail or ""
        yield "text", _between(before, within)

    def _read(self, element: _Element, siglum: str, *, quoted: bool) -> Iterator[Item]:
        own = element.get(ID, "")
        is_bound = not quoted and self._bounding.get(own) is element
        bounds = self._boundaries.get(own, []) if is_bound else []
        yield from (("start", entry) for kind, entry in bounds if kind == "start")
        if not quoted and element in self._internal:
            yield "end", self._internal[element]
        yield from self._element(element, siglum, quoted=quoted)
        yield from (("end", entry) for kind, entry in bounds if kind == "end")

    def _element(self, element: _Element, siglum: str, *, quoted: bool) -> Iterator[Item]:
        name = local(element)
        if name == "app":
            if not is_attached(element):
                yield from self._app(element, siglum, quoted=quoted)
        elif name in EDITORIAL:
            yield from self._editorial(element, name, siglum, quoted=quoted)
        elif name == "lb":
            yield "text", "" if element.get("break") == "no" else SPACE
            if not quoted:
                yield "line", element
        elif name in ("note", "witDetail"):
            yield "text", "" if quoted else NOTE
        elif name in REPLACED:
            yield "text", REPLACED[name]
        elif name and name not in SILENT:
            yield from self._text(element, name, siglum, quoted=quoted)

    def _text(self, element: _Element, name: str, siglum: str, *, quoted: bool) -> Iterator[Item]:
        within = local(element.getparent()) in STRUCTURES
        apart = " " if name in BLOCKS else APART.get(name, SPACE if within else "")
        placed = not quoted and (name in PLACES or name in SECTIONS)
        yield "text", apart
        if placed:
            yield "open", element
        yield "text", ADDED.get(name, "")
        yield from self._inner(element, siglum, quoted=quoted)
        if placed:
            yield "close", element
        yield "text", apart
        if name == "w" and _next_is_word(element):
            yield "text", " "

    def _app(self, app: _Element, siglum: str, *, quoted: bool) -> Iterator[Item]:
        if quoted:
            own = self._nested(app, siglum)
            if own is not None:
                yield from self._inner(own, siglum, quoted=True)
            return
        entry = self.entry(app)
        alone = f" {NUMBER}" if _stands_alone(app) else ""
        yield "text", alone
        yield "start", entry
        printed = self.printed(app)
        if printed is not None:
            yield from self._inner(printed, siglum, quoted=False)
        yield "end", entry
        yield "text", alone[:1]

    def _nested(self, app: _Element, siglum: str) -> _Element | None:
        best: tuple[int, _Element] | None = None
        for reading in readings_of(app):
            rank = int(reading.get("varSeq", "")) if reading.get("varSeq", "").isdigit() else -1
            if siglum and siglum in self.names(reading) and (best is None or rank > best[0]):
                best = rank, reading
        return best[1] if best else self.printed(app)

    def _editorial(
        self, element: _Element, name: str, siglum: str, *, quoted: bool
    ) -> Iterator[Item]:
        entry = None if quoted else self.entry(element)
        if entry:
            yield "start", entry
        if name == "gap":
            yield "text", self.labels["gap"]
        elif name == "choice":
            chosen = self.chosen(element)
            if chosen is not None:
                yield from self._inner(chosen, siglum, quoted=quoted)
        elif name == "supplied":
            kind = "addition" if _is_addition(element) else "supplied"
            yield "text", self.labels[f"{kind}.open"]
            yield from self._inner(element, siglum, quoted=quoted)
            yield "text", self.labels[f"{kind}.close"]
        if entry:
            yield "end", entry


def _between(text: str, within: bool) -> str:
    """White space within a structure is none of the text."""
    return "" if within and not text.strip() else text


def measure(items: list[Item], located: set[Entry]) -> None:
    """Sets where each entry begins and ends: characters before, a run of white space as one.

    What ends before it begins, or never, is taken out of the text's readings.
    """
    offset = 0
    after_space = True
    running: dict[Entry, None] = {}
    for number, (kind, item) in enumerate(items):
        if isinstance(item, str):
            if text := item.strip(MARKS):
                words = text.split()
                edges = text[0].isspace() and not after_space, text[-1].isspace() and words != []
                offset += len("".join(words)) + max(0, len(words) - 1) + sum(edges)
                after_space = text[-1].isspace()
        elif kind == "start" and isinstance(item, Entry):
            item.start = offset
            item.order = number - (len(items) if item in located else 0)
            item.within = frozenset(running)
            running[item] = None
        elif kind == "end" and item in running and isinstance(item, Entry):
            item.end = offset
            del running[item]
    for entry in running:
        entry.own, entry.lemma, entry.others = {}, frozenset(), None


def _marked(marks: list[tuple[_Element, list[str]]], names: tuple[str, str]) -> frozenset[str]:
    return frozenset(s for mark, sigla in marks if local(mark) in names for s in sigla)


def _stands_alone(app: _Element) -> bool:
    """Whether an entry stands between blocks and holds none."""
    blocks = ("p", "ab", "l", "lg", "div", "head", "sp")
    return local(app.getparent()) in ("body", "front", "back", "div") and not any(
        local(child) in blocks for reading in readings_of(app) for child in reading
    )


def _in_note(element: _Element) -> bool:
    return next(element.iterancestors(f"{TEI}note", f"{TEI}teiHeader"), None) is not None


def _is_addition(supplied: _Element) -> bool:
    there = ("lost", "illegible", "damage", "undefined", "unclear")
    return supplied.get("source") is None and not set(supplied.get("reason", "").split()) & {*there}


def _next_is_word(word: _Element) -> bool:
    following = word.getnext()
    return not (word.tail or "") and following is not None and local(following) == "w"
