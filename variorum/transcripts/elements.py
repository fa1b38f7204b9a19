"""Makes elements of TEI, and the bytes of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["TEI", "XML", "add_text", "new", "serialised", "sub"]

TEI = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"


def new(name: str, text: str | None = None, **attributes: str) -> _Element:
    """An element of TEI that stands nowhere yet."""
    from lxml import etree

    element = etree.Element(f"{{{TEI}}}{name}", attributes, nsmap={None: TEI})
    element.text = text
    return element


def sub(parent: _Element, name: str, text: str | None = None, **attributes: str) -> _Element:
    """An element of TEI at the end of another."""
    element = new(name, text, **attributes)
    parent.append(element)
    return element


def add_text(element: _Element, text: str) -> None:
    """Text at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


_MIXED = frozenset(
    ("p", "head", "cell", "item", "note", "bibl", "idno", "title", "author", "creation", "resp")
)


def serialised(root: _Element) -> bytes:
    """The document, with line breaks between elements that hold no text of their own."""
    from lxml import etree

    _indent(root, "\n")
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _indent(element: _Element, margin: str) -> None:
    name = str(element.tag).rpartition("}")[2]
    if not len(element) or element.text or (name in _MIXED and not _holds_blocks(element)):
        return
    if any(child.tail for child in element) or not str(element.tag).startswith(f"{{{TEI}}}"):
        return
    element.text = f"{margin}  "
    for child in element:
        _indent(child, f"{margin}  ")
        child.tail = f"{margin}  "
    element[-1].tail = margin


def _holds_blocks(element: _Element) -> bool:
    """Whether paragraphs, lists and tables alone stand in an element that could hold words."""
    blocks = {f"{{{TEI}}}{name}" for name in ("p", "list", "table", "head", "quote")}
    return all(child.tag in blocks for child in element)
