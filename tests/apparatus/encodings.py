"""From a text in parallel segmentation the same text in the other methods (TEI P5 12.2).

An entry within a lemma becomes an entry of its own; one within a reading stays there.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["ENCODINGS", "external", "internal", "located", "words_of"]

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
BLOCKS = ("p", "ab", "l", "head", "lg", "div")
WORD = r"\w"


def external(root: Element) -> Element:
    """Double end-point, external: anchors in the text, the entries in a list after it."""
    root = copy.deepcopy(root)
    entries = [_external(app, number) for number, app in _entries(root)]
    return _with_list(root, entries, "double-end-point", "external")


def internal(root: Element) -> Element:
    """Double end-point, internal: an anchor where an entry begins; it stands where it ends."""
    root = copy.deepcopy(root)
    for number, app in _entries(root):
        start = _anchor(f"from-{number}")
        entry = _attached(app, {"from": f"#from-{number}"})
        _replace(app, [start, *_printed_nodes(app), entry])
    return _declared(root, "double-end-point", "internal")


def located(root: Element) -> Element:
    """Location-referenced: the text without marks, the entries name division and block."""
    root = copy.deepcopy(root)
    entries = []
    for number, app in _entries(root):
        entry = _attached(app, {"loc": ""}, keep_lemma=True)
        start, end = _anchor(f"from-{number}"), _anchor(f"to-{number}")
        _replace(app, [start, *_printed_nodes(app), end])
        entries.append((entry, start, end))
    for entry, start, end in entries:
        _locate(entry, start, end)
    for _, *anchors in entries:
        for anchor in anchors:
            _replace(anchor, [])
    return _with_list(root, [entry for entry, *_ in entries], "location-referenced", "external")


ENCODINGS: dict[str, Callable[[Element], Element]] = {
    "external": external,
    "internal": internal,
    "located": located,
}


def _entries(root: Element) -> Iterator[tuple[int, Element]]:
    """Every entry that is not part of a reading that is not printed, the outer before the inner."""
    number = 0
    done: set[Element] = set()
    text = root.find(f"{TEI}text")
    assert text is not None
    while True:
        app = next((a for a in text.iter(f"{TEI}app") if a not in done and _is_entry(a)), None)
        if app is None:
            return
        done.update(child for child in app.iter(f"{TEI}app") if not _printed(app, child))
        number += 1
        yield number, app


def _is_entry(app: Element) -> bool:
    return not any(app.get(name) for name in ("from", "loc"))


def _printed(app: Element, inner: Element) -> bool:
    lemma = _lemma(app)
    return inner is not app and lemma is not None and lemma in inner.iterancestors()


def _readings(app: Element) -> list[Element]:
    return [
        child
        for child in app.iter(f"{TEI}lem", f"{TEI}rdg")
        if next(child.iterancestors(f"{TEI}app")) is app
    ]


def _lemma(app: Element) -> Element | None:
    readings = _readings(app)
    lemmas = [child for child in readings if child.tag == f"{TEI}lem"]
    return next(iter(lemmas or readings), None)


def _printed_nodes(app: Element) -> list[Element | str]:
    lemma = _lemma(app)
    return [] if lemma is None else _nodes(lemma)


def _nodes(element: Element) -> list[Element | str]:
    nodes: list[Element | str] = [element.text or ""]
    for child in list(element):
        nodes += [child, child.tail or ""]
    return nodes


def _attached(app: Element, attributes: dict[str, str], *, keep_lemma: bool = False) -> Element:
    """A copy of the entry as it stands apart from the text."""
    entry = copy.deepcopy(app)
    entry.tail = None
    lemma = _lemma(entry)
    if keep_lemma and lemma is None:
        lemma = etree.Element(f"{TEI}lem")
        entry.insert(0, lemma)
    if lemma is not None:
        for inner in list(lemma.iter(f"{TEI}app")):
            _replace(inner, _printed_nodes(inner))
        for element in lemma.iterdescendants():
            element.attrib.pop(ID, None)
            if element.tag in (f"{TEI}p", f"{TEI}l"):
                element.attrib.pop("n", None)
        bare = lemma.tag == f"{TEI}lem" and not lemma.attrib and not len(lemma)
        if keep_lemma:
            lemma.tag = f"{TEI}lem"
        elif bare and lemma.getparent() is entry and (lemma.text or "").strip():
            entry.remove(lemma)
    for name, value in attributes.items():
        entry.set(name, value)
    return entry


def _external(app: Element, number: int) -> Element:
    entry = _attached(app, {"from": f"#from-{number}", "to": f"#to-{number}"})
    _replace(app, [_anchor(f"from-{number}"), *_printed_nodes(app), _anchor(f"to-{number}")])
    return entry


def _anchor(name: str) -> Element:
    return etree.Element(f"{TEI}anchor", {ID: name})


def _replace(element: Element, nodes: list[Element | str]) -> None:
    """Puts nodes in the place of an element; the text after it stays."""
    parent = element.getparent()
    assert parent is not None
    index = parent.index(element)
    tail = element.tail or ""
    element.tail = None
    parent.remove(element)
    for node in [*nodes, tail]:
        if isinstance(node, str):
            _append(parent, index, node)
        else:
            node.tail = None
            parent.insert(index, node)
            index += 1


def _append(parent: Element, index: int, text: str) -> None:
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _locate(entry: Element, start: Element, end: Element) -> None:
    """Sets @loc, and @n of the lemma: which of several, or how many words stand before it."""
    blocks = _blocks_between(start, end)
    outside = start.getparent().tag in (f"{TEI}lg", f"{TEI}div")
    first = blocks[0]
    numbers = [b.get("n", "") for b in blocks]
    section = next(first.iterancestors(f"{TEI}div")).get("n", "")
    range_ = f".{numbers[0]}" if len(blocks) == 1 else f".{numbers[0]}-{numbers[-1]}"
    entry.set("loc", section + (range_ if numbers[0] else ""))
    lemma = _lemma(entry)
    assert lemma is not None
    if outside:
        return
    place = first if numbers[0] else next(first.iterancestors(f"{TEI}div"))
    before, after = _split(place, start)
    wanted = " ".join(printed(lemma).split())
    if not wanted:
        lemma.set("n", str(len(before.split())))
        return
    text = " ".join(f"{before}{after}".split())
    at = len(" ".join(f"{before}|".split())) - 1
    # occurrences may overlap, as those of "a a" in "a a a"
    starts = [found.start() for found in re.finditer(f"(?={_whole(wanted).pattern})", text)]
    if len(starts) > 1:
        lemma.set("n", str(sum(start < at for start in starts) + 1))


def _whole(wanted: str) -> re.Pattern[str]:
    open_ = rf"(?<!{WORD})" if re.match(WORD, wanted[0]) else ""
    close = rf"(?!{WORD})" if re.match(WORD, wanted[-1]) else ""
    return re.compile(open_ + re.escape(wanted) + close)


def _blocks_between(start: Element, end: Element) -> list[Element]:
    names = [f"{TEI}{name}" for name in ("p", "l", "head", "ab")]
    inside = next(start.iterancestors(*names), None)
    if inside is not None:
        return [inside]
    found = []
    node: Element | None = start
    while (node := node.getnext() if node is not None else None) is not end and node is not None:
        if node.tag in names:
            found.append(node)
    if found:
        return found
    before = [sibling for sibling in start.itersiblings(preceding=True) if sibling.tag in names]
    return before[:1]


def _split(place: Element, anchor: Element) -> tuple[str, str]:
    text = printed(place, anchor)
    before, _, after = text.partition("\0")
    return before, after


def printed(element: Element, anchor: Element | None = None) -> str:
    """The printed text of an element, interventions resolved; a zero byte stands for `anchor`."""
    if element is anchor:
        return "\0"
    name = etree.QName(element).localname
    if name in ("del", "surplus", "note"):
        return ""
    if name == "gap":
        return "[...]"
    children = list(element)
    if name == "choice":
        children = [c for c in children if etree.QName(c).localname in ("corr", "reg", "expan")]
    parts = [element.text or ""] if name != "choice" else []
    for child in children:
        parts += [printed(child, anchor), (child.tail or "") if name != "choice" else ""]
    text = "".join(parts)
    if name == "supplied":
        return f"⟨{text}⟩"
    return f"{text} " if name in BLOCKS else text


def words_of(element: Element) -> list[str]:
    """The printed words of an element."""
    return printed(element).split()


def _with_list(root: Element, entries: list[Element], method: str, where: str) -> Element:
    stand_off = etree.Element(f"{TEI}standOff")
    list_app = etree.SubElement(stand_off, f"{TEI}listApp")
    list_app.extend(entries)
    text = root.find(f"{TEI}text")
    assert text is not None
    text.addprevious(stand_off)
    return _declared(root, method, where)


def _declared(root: Element, method: str, where: str) -> Element:
    header = root.find(f"{TEI}teiHeader")
    assert header is not None
    encoding = etree.SubElement(header, f"{TEI}encodingDesc")
    etree.SubElement(encoding, f"{TEI}variantEncoding", method=method, location=where)
    return root
