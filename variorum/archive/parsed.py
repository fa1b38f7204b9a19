"""XML of a package that may be hostile: no DTD, no entity, no network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from variorum.diagnostics import Diagnostic

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["parsed"]


def parsed(file: Path, name: str) -> tuple[_Element | None, list[Diagnostic]]:
    """The root of an XML file, or what is wrong with it; `name` is how findings call it."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        root = etree.fromstring(file.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        message = f"not well-formed XML: {str(error.msg).split(', line ')[0]}"
        line = error.lineno or 0
        return None, [Diagnostic(name, line, 0, "package-xml", "error", message)]
    if root.getroottree().docinfo.internalDTD is not None:
        message = "has a document type declaration: entities of a package are not trusted"
        return None, [Diagnostic(name, 1, 0, "package-doctype", "error", message)]
    return root, []
