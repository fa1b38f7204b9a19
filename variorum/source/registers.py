"""Which files are registers, by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["holds_entries_alone", "prose_of"]

_TEI = "{http://www.tei-c.org/ns/1.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"

_LISTS = tuple(
    _TEI + name
    for name in (
        "listPerson",
        "listPlace",
        "listOrg",
        "listEvent",
        "listObject",
        "listNym",
        "listBibl",
    )
)
_BIBLIOGRAPHY = _LISTS[-1]
_PROFILE = f"{_TEI}profileDesc"
_AROUND = tuple(_TEI + name for name in ("front", "body", "back", "div", "div1", "div2", "div3"))
_BESIDE = tuple(_TEI + name for name in ("head", "pb", "lb", "milestone", "listRelation"))
_PROSE = tuple(_TEI + name for name in ("p", "ab", "note", "argument"))
_PHRASES = tuple(_TEI + name for name in ("hi", "emph", "ref", "ptr", "title", "lb", "code", "gi"))
_SHOWN = tuple(_TEI + name for name in ("pb", "graphic", "media", "gap", "milestone"))


_MOST_WORDS_OF_A_NOTICE = 40
"""A text of so many words may only tell what the lists beside it are; no letter is as short that
names nobody.
"""


def holds_entries_alone(root: _Element) -> bool:
    """Whether a TEI file holds lists of entries alone: in `standOff` or the header, without a
    `text`, with an empty one or a notice of what the file is; or as all that its text is, but for
    what introduces them.
    """
    text = root.find(_TEI + "text")
    if root.tag != _TEI + "TEI" or text is None:
        return root.find(_TEI + "standOff") is not None and text is None
    beside = [each for each in root.iter(_TEI + "standOff", _PROFILE) if _has_lists(each)]
    if _is_empty(text):
        return bool(beside)
    if _has_entries(text):
        return _is_of_lists(text) or _is_introduced_list(text)
    return any(map(_has_entries, beside)) and _is_notice(text, root)


def prose_of(root: _Element) -> _Element | None:
    """The first block of a register's text that stands beside its entries and their headings."""
    blocks = root.iterfind(f"{_TEI}text//*")
    outside = (each for each in blocks if next(each.iterancestors(*_LISTS), None) is None)
    return next((each for each in outside if _is_prose(each)), None)


def _has_entries(element: _Element) -> bool:
    lists = element.iter(*_LISTS)
    return any(list_.find(f"*[@{_XML}id]") is not None for list_ in lists)


def _has_lists(element: _Element) -> bool:
    """Whether there are entries beside a text: in a header, such as have ids."""
    if element.tag == _PROFILE:
        return _has_entries(element)
    return any(list_.find("*") is not None for list_ in element.iter(*_LISTS))


def _is_empty(text: _Element) -> bool:
    """Whether a text has neither words nor pages nor pictures."""
    return not _words(text) and next(text.iter(*_SHOWN), None) is None


def _words(element: _Element) -> int:
    return sum(len(str(each).split()) for each in element.itertext("{*}*"))


def _is_of_lists(element: _Element) -> bool:
    """Whether an element of a text holds nothing but lists of entries, under their headings."""
    return all(
        child.tag in (*_LISTS, *_BESIDE)
        or (child.tag in _AROUND and _is_of_lists(child))
        or (child.tag == _TEI + "p" and not _words(child))
        for child in element.iterchildren("*")
    )


def _is_introduced_list(text: _Element) -> bool:
    """Whether the body of a text is a list of entries that prose of fewer words introduces.

    Not a bibliography, which may belong to that prose.
    """
    body = text.find(_TEI + "body")
    if body is None or not _is_of_prose_and_lists(text):
        return False
    lists = [each for each in body.iter(*_LISTS) if each.getparent().tag in _AROUND]
    prose = [each for each in text.iter(*_PROSE) if each.getparent().tag in _AROUND]
    return any(each.tag != _BIBLIOGRAPHY for each in lists) and sum(map(_words, prose)) < sum(
        map(_words, lists)
    )


def _is_of_prose_and_lists(element: _Element) -> bool:
    return all(
        child.tag in (*_LISTS, *_BESIDE)
        or (child.tag in _AROUND and _is_of_prose_and_lists(child))
        or _is_prose(child)
        for child in element.iterchildren("*")
    )


def _is_notice(text: _Element, root: _Element) -> bool:
    """Whether a text is but a few words of prose, in a file that describes no source of them."""
    described = next(root.iter(f"{_TEI}msDesc", f"{_TEI}correspDesc"), None)
    return (
        described is None
        and next(text.iter(*_SHOWN), None) is None
        and _is_of_prose_and_lists(text)
        and _words(text) <= _MOST_WORDS_OF_A_NOTICE
    )


def _is_prose(element: _Element) -> bool:
    """Whether an element is prose that names neither persons nor pages, as no source would be."""
    return element.tag in _PROSE and all(
        child.tag in _PHRASES or _is_prose(child) for child in element.iterchildren("*")
    )
