"""What the parts of a METS file refer to, and what they are: METS 1.12, CSIP 2.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

from variorum.findings import Code
from variorum.package.codes import (
    PACKAGE_ID_DUPLICATE,
    PACKAGE_ID_UNRESOLVED,
    PACKAGE_METS_MISSING,
    PACKAGE_METS_VALUE,
)
from variorum.package.verify.mets_rules import METS, XLINK

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["wrong_identifiers", "wrong_parts"]

_Fault: TypeAlias = "tuple[_Element, Code, str]"

_NAMES = frozenset(
    [
        "mets",
        "metsHdr",
        "agent",
        "name",
        "note",
        "altRecordID",
        "metsDocumentID",
        "dmdSec",
        "amdSec",
        "techMD",
        "rightsMD",
        "sourceMD",
        "digiprovMD",
        "mdRef",
        "mdWrap",
        "binData",
        "xmlData",
        "fileSec",
        "fileGrp",
        "file",
        "FLocat",
        "FContent",
        "stream",
        "transformFile",
        "structMap",
        "div",
        "mptr",
        "fptr",
        "par",
        "seq",
        "area",
        "structLink",
        "smLink",
        "smLinkGrp",
        "smLocatorLink",
        "smArcLink",
        "behaviorSec",
        "behavior",
        "interfaceDef",
        "mechanism",
    ]
)
"""The elements of METS 1.12."""
_REFERENCES = {
    "FILEID": ("file", "fileGrp"),
    "DMDID": ("dmdSec",),
    "ADMID": ("amdSec", "techMD", "rightsMD", "sourceMD", "digiprovMD"),
}
"""Attributes that refer, and the elements to which they may lead; CSIP lets `fptr` name a group."""
_NCNAME = re.compile(r"[^\W\d][\w.\-·]*")


def wrong_identifiers(root: _Element) -> Iterator[_Fault]:
    """Identifiers that are none or are used twice, and references to nothing or to another kind."""
    seen: dict[str, _Element] = {}
    for element in root.iter(f"{METS}*"):
        identifier = element.get("ID")
        if identifier is None:
            continue
        if not _NCNAME.fullmatch(identifier):
            message = f"ID “{identifier}” is no name of XML, which begins with a letter (xs:ID)"
            yield element, PACKAGE_METS_VALUE, message
        first = seen.setdefault(identifier, element)
        if first is not element:
            message = f"ID “{identifier}” is used twice; first in line {first.sourceline}"
            yield element, PACKAGE_ID_DUPLICATE, message
    for element in root.iter(f"{METS}*"):
        for attribute, kinds in _REFERENCES.items():
            for token in element.get(attribute, "").split():
                target = seen.get(token)
                if target is None:
                    message = f"{attribute} “{token}” is the ID of nothing"
                    yield element, PACKAGE_ID_UNRESOLVED, message
                elif target.tag not in {METS + kind for kind in kinds}:
                    message = f"{attribute} “{token}” is the ID of no {' or '.join(kinds)}"
                    yield element, PACKAGE_ID_UNRESOLVED, message


def wrong_parts(root: _Element) -> Iterator[_Fault]:
    """Elements that METS has not, a lacking header, agents of no name, parts in a wrong place."""
    for element in root.iter(f"{METS}*"):
        if element.tag.removeprefix(METS) not in _NAMES:
            message = f"“{element.tag.removeprefix(METS)}” is no element of METS 1.12"
            yield element, PACKAGE_METS_VALUE, message
    header = root.find(f"{METS}metsHdr")
    if header is None:
        yield root, PACKAGE_METS_MISSING, "there is no metsHdr [CSIP117]"
    for agent in root.iterfind(f"{METS}metsHdr/{METS}agent"):
        if not (agent.findtext(f"{METS}name") or "").strip():
            yield agent, PACKAGE_METS_MISSING, "an agent has no name [CSIP14]"
    yield from _divisions(root)
    yield from _groups(root)


def _divisions(root: _Element) -> Iterator[_Fault]:
    """Divisions whose pointers lead to the files of another one [CSIP116, CSIP118]."""
    uses = {
        each.get("ID", ""): group.get("USE", "")
        for group in root.iter(f"{METS}fileGrp")
        for each in (group, *group.iterfind(f"{METS}file"))
    }
    for label, rule in (("Documentation", "CSIP116"), ("Schemas", "CSIP118")):
        for division in root.iterfind(f"{METS}structMap/{METS}div/{METS}div[@LABEL='{label}']"):
            for pointer in division.iterfind(f"{METS}fptr"):
                use = uses.get(pointer.get("FILEID", ""), label)
                if not use.startswith(label):
                    message = f"the division “{label}” holds files of the use “{use}” [{rule}]"
                    yield pointer, PACKAGE_METS_VALUE, message


def _groups(root: _Element) -> Iterator[_Fault]:
    """Groups of a representation that hold files which lie in another one [CSIP114]."""
    for group in root.iterfind(f"{METS}fileSec/{METS}fileGrp"):
        use = group.get("USE", "")
        for location in group.iter(f"{METS}FLocat"):
            path = unquote(location.get(f"{XLINK}href", ""))
            within = use.startswith("Representations/") and path.startswith("representations/")
            if within and not path.lower().startswith(f"{use.lower()}/"):
                message = f"the group “{use}” has a file of another representation: {path!a}"
                yield location, PACKAGE_METS_VALUE, f"{message} [CSIP114]"
