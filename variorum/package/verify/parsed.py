"""XML of a package that may be hostile: no DTD, no entity, no network."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from variorum.findings import Diagnostic, Place
from variorum.package.codes import PACKAGE_DOCTYPE, PACKAGE_XML

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["parsed"]


def parsed(file: Path, name: str) -> tuple[_Element | None, list[Diagnostic]]:
    """The root of an XML file, or what is wrong with it; `name` is how findings call it."""
    from lxml import etree

    data = file.read_bytes()
    try:
        if _has_doctype(data):
            message = "has a document type declaration: entities of a package are not trusted"
            return None, [PACKAGE_DOCTYPE.at(Place(name, 1), message)]
    except (expat.ExpatError, ValueError, LookupError) as error:
        message = f"not well-formed XML in a known encoding: {error}"
        return None, [PACKAGE_XML.at(Place(name, 1), message)]
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        return etree.fromstring(data, parser), []
    except etree.XMLSyntaxError as error:
        message = f"not well-formed XML: {str(error.msg).split(', line ')[0]}"
        return None, [PACKAGE_XML.at(Place(name, error.lineno or 0), message)]


class _Stop(Exception):  # noqa: N818 - it ends a parse early and is no error
    pass


def _has_doctype(data: bytes) -> bool:
    """Looks before lxml does: with `collect_ids=False` that reads an external subset."""
    found = False
    parser = expat.ParserCreate()

    def doctype(*_: object) -> None:
        nonlocal found
        found = True
        raise _Stop

    def start(*_: object) -> None:
        raise _Stop

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    with suppress(_Stop):
        parser.Parse(data, True)
    return found
