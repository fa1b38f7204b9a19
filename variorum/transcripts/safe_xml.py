"""Parses XML from strangers: no network, no DTD, no entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["local_name", "parsed"]


def parsed(data: bytes) -> _Element:
    """The root of a document. Raises ValueError for what is no XML, or has a DTD with
    declarations, which could make a small file very large.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"is no XML: {error.msg}") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise ValueError("declares entities, which are not read")
    return root


def local_name(element: _Element) -> str:
    """The name of an element without its namespace; comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
