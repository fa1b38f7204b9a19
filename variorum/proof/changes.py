"""What was changed over several elements, and what was cancelled, told of the words themselves.

A `delSpan` deletes, and an `addSpan` adds, what follows it up to the end of what its `@spanTo`
names (TEI P5 11.3.1.4, att.spanning), and so does a `mod` by its `@type`. What was restored of a
deletion (`restore`, 11.3.1.6), and what an `undo` takes back, by its `@target` or `@spanTo`, that
no `redo` confirms (11.3.4.4), is text again; an addition that was undone is none, and reads as
deleted. A `metamark` says
how a document is to be read and is no part of its words (11.3.4.2).
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from variorum.proof.elements import BLOCKS, ID, STRUCTURES, TEI, local, pointed

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["with_changes"]

_HOLDING = tuple(f"{TEI}{name}" for name in ("standOff", "text", "sourceDoc", "facsimile"))
_SPANS = {"delSpan": "del", "addSpan": "add"}
_CHANGES = ("del", "add", "subst", "mod")
_GROUPS = ("subst", "mod")
_APART = BLOCKS | {"note", "witDetail"}

_Around = tuple[tuple["_Element", tuple[str, ...]], ...]
"""The spans and deletions that words stand in, the outermost first.

With each is given what its words stand in: `del`, `add`, or both where an addition was undone.
"""
_Node = tuple["_Element | str", float, float]
"""An element or a text, and where it begins and ends."""
_Span = tuple[float, float, "_Element"]
"""Where a span begins and ends, and the element that says so."""


def with_changes(root: _Element) -> _Element:
    """The document in which each word stands in its own `del` or `add`."""
    names = (*_SPANS, "mod", "undo", "restore", "metamark")
    if next(root.iter(*(f"{TEI}{name}" for name in names)), None) is None:
        return root
    root = copy.deepcopy(root)
    changes = _Changes(root)
    for text in root.iterchildren(*_HOLDING):
        _put(text, changes.content(text, (), frozenset()))
    return root


class _Changes:
    """The changes of one document."""

    def __init__(self, root: _Element) -> None:
        self.begin: dict[_Element, int] = {}
        self.end: dict[_Element, int] = {}
        for at, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
            (self.begin if event == "start" else self.end)[element] = at
        self.spans = self._spans(root, _made_by_span)
        redone = _redone(root)
        undo = self._spans(root, lambda span: local(span) == "undo" and span.get(ID) not in redone)
        redo = self._spans(root, lambda span: local(span) == "redo")
        self.cancelling = undo, redo
        first: dict[str, _Element] = {}
        for holding in root.iterchildren(*_HOLDING):
            for element in holding.iterfind(f".//*[@{ID}]"):
                first.setdefault(element.get(ID, ""), element)
        self.undone = {
            first[name]
            for undo in root.iter(f"{TEI}undo")
            for name in _named(undo)
            if name in first and not {name, undo.get(ID)} & _redone(root)
        }

    def _spans(self, root: _Element, wanted: Callable[[_Element], object]) -> list[_Span]:
        return [
            (self.end[span], self._end_of_span(span), span)
            for span in root.iterfind(".//*[@spanTo]")
            if wanted(span) and next(span.iterancestors(*_HOLDING), None) is not None
        ]

    def _end_of_span(self, span: _Element) -> float:
        """Where a span ends: no later than the reading or note in which it begins."""
        name = pointed(span.get("spanTo", ""))
        targets = (e for e in self.end if e.get(ID) == name and self.end[e] > self.end[span])
        target = next(targets, None)
        around = span.iterancestors(*(f"{TEI}{name}" for name in ("lem", "rdg", "note")))
        ends = [self.end[each] for each in (target, next(around, None)) if each is not None]
        return -1 if target is None else min(ends)

    def content(
        self, element: _Element, around: _Around, told: frozenset[_Element]
    ) -> list[_Element | str]:
        """The content of an element; `around` is what its words are still to stand in.

        What they stand in already is `told`.
        """
        made: list[_Element | str] = []
        nodes = self._nodes(element)
        for own, run in groupby(nodes, lambda node: self._around(node, element, around, told)):
            group = [node for node, _, _ in run]
            if own and any(_has_words(node) for node in group):
                inner = self._rewritten(group, (), told | {change for change, _ in own})
                words = "".join(n if isinstance(n, str) else "".join(n.itertext()) for n in group)
                for each in reversed(own):
                    inner = [_wrapped(inner, *each)]
                # white space at the ends divides the words that are left
                before = [" "] if words[:1].isspace() else []
                after = [" "] if words[-1:].isspace() else []
                made += [*before, *inner, *after]
            else:
                made += self._rewritten(group, around, told)
        return made

    def _nodes(self, element: _Element) -> list[_Node]:
        at = self.begin[element] + 0.5
        nodes: list[_Node] = [(element.text or "", at, at)]
        for child in element:
            if child in self.begin:
                at = self.end[child] + 0.5
                nodes.append((child, self.begin[child], self.end[child]))
            nodes.append((child.tail or "", at, at))
        return [node for node in nodes if node[0] != ""]

    def _around(
        self, node: _Node, parent: _Element, around: _Around, told: frozenset[_Element]
    ) -> _Around:
        item, begin, end = node
        if local(parent) in STRUCTURES or not (isinstance(item, str) or self._is_phrase(item)):
            return ()
        stands_again = self._is_in_undone_span(begin, end, parent)
        found = [] if stands_again else [*around]
        for span in _over(self.spans, begin, end, parent):
            names = _standing_in(span, undone=stands_again or self._is_undone(span))
            if names and span not in told:
                found.append((span, names))
        return (*found,)

    def _is_in_undone_span(self, begin: float, end: float, parent: _Element) -> bool:
        undo, redo = (_over(spans, begin, end, parent) for spans in self.cancelling)
        return bool(undo) and not redo

    def _is_undone(self, element: _Element) -> bool:
        if element in self.undone:
            return True
        at = self.begin.get(element)
        if at is None or local(element) not in ("del", "add", "mod", *_SPANS):
            return False
        return self._is_in_undone_span(at, self.end[element], element)

    def _is_phrase(self, element: _Element) -> bool:
        return not any(local(e) in _APART or self._is_restored(e) for e in element.iter("{*}*"))

    def _is_restored(self, element: _Element) -> bool:
        """Whether an element holds what was restored of a deletion."""
        if local(element) == "restore":
            return next(element.iterancestors(f"{TEI}del"), None) is not None
        return self._is_undone(element) and local(element) not in _CHANGES

    def _restores(self, element: _Element) -> bool:
        """Whether words in an element, or behind it, stand again that were deleted around it."""
        begins_span = local(element) == "undo" and element.get("spanTo") is not None
        return begins_span or self._is_restored(element)

    def _is_cancelled(self, change: _Element) -> bool:
        parent = change.getparent()
        if self._is_undone(change):
            return True
        if local(parent) == "restore":
            return local(change) != "add"
        return parent is not None and local(parent) in _GROUPS and self._is_cancelled(parent)

    def _rewritten(
        self, nodes: list[_Element | str], around: _Around, told: frozenset[_Element]
    ) -> list[_Element | str]:
        made: list[_Element | str] = []
        for node in nodes:
            made += [node] if isinstance(node, str) else self._element(node, around, told)
        return made

    def _element(
        self, element: _Element, around: _Around, told: frozenset[_Element]
    ) -> Iterator[_Element | str]:
        name, cancelled = local(element), self._is_cancelled(element)
        if name == "del" and not cancelled and any(map(self._restores, element.iter("{*}*"))):
            yield from self.content(element, (*around, (element, ("del",))), told)
            return
        _put(element, self.content(element, () if self._is_restored(element) else around, told))
        if name == "metamark" and element.get("function") != "crux":
            element.tag = f"{TEI}note"
        if cancelled and name in ("del", "add"):
            around_it = etree.Element(f"{TEI}{'restore' if name == 'del' else 'del'}")
            around_it.sourceline = element.sourceline
            _put(around_it, [element])
            element = around_it
        yield element


def _made_by_span(span: _Element) -> str | None:
    """What the words of a span stand in: a `del` or an `add`."""
    kind = span.get("type", "").removeprefix("#")[:3].lower() if local(span) == "mod" else ""
    return _SPANS.get(local(span), kind if kind in _SPANS.values() else None)


def _standing_in(span: _Element, *, undone: bool) -> tuple[str, ...]:
    """What the words of a span stand in once it may have been undone."""
    if _made_by_span(span) == "add":
        return ("del", "add") if undone else ("add",)
    return () if undone else ("del",)


def _over(spans: list[_Span], begin: float, end: float, parent: _Element) -> list[_Element]:
    """The spans that a node stands in."""
    return [
        span
        for start, stop, span in spans
        if start <= begin and end <= stop and _notes(span) == _notes(parent)
    ]


def _notes(element: _Element) -> int:
    """In how many notes an element stands; a span over a note leaves its words alone."""
    around = (element, *element.iterancestors())
    return sum(local(each) in ("note", "witDetail") for each in around)


def _named(pointing: _Element) -> list[str]:
    return [name.removeprefix("#") for name in pointing.get("target", "").split()]


def _redone(root: _Element) -> set[str]:
    return {name for redo in root.iter(f"{TEI}redo") for name in _named(redo)}


def _has_words(node: _Element | str) -> bool:
    if isinstance(node, str):
        return bool(node.strip())
    return bool("".join(node.itertext()).strip()) or next(node.iter(f"{TEI}gap"), None) is not None


def _wrapped(
    nodes: list[_Element | str], change: _Element, names: tuple[str, ...]
) -> _Element | str:
    kept = {name: value for name, value in change.attrib.items() if name not in (ID, "spanTo")}
    for name in reversed(names):
        made = etree.Element(f"{TEI}{name}", kept)
        made.sourceline = change.sourceline
        _put(made, nodes)
        nodes = [made]
    return nodes[0]


def _put(element: _Element, nodes: list[_Element | str]) -> None:
    """Makes nodes the content of an element."""
    for child in list(element):
        element.remove(child)
    element.text, last = "", None
    for node in nodes:
        if not isinstance(node, str):
            last = node
            last.tail = ""
            element.append(last)
        elif last is None:
            element.text += node
        else:
            last.tail += node
