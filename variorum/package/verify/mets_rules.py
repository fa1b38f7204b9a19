"""What METS 1.12 and E-ARK CSIP 2.1 ask of the elements of a METS file, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ALLOWED", "CSIP", "DIVISIONS", "METS", "REQUIRED", "XLINK", "Required", "wrong_dates"]

METS = "{http://www.loc.gov/METS/}"
CSIP = "{https://DILCIS.eu/XML/METS/CSIPExtensionMETS}"
XLINK = "{http://www.w3.org/1999/xlink}"

_FACTS = ("SIZE", "CREATED", "CHECKSUM", "CHECKSUMTYPE", "MIMETYPE")
_ROLES = (
    *("CREATOR", "EDITOR", "ARCHIVIST", "PRESERVATION", "DISSEMINATOR", "CUSTODIAN", "IPOWNER"),
    "OTHER",
)
_KINDS_OF_METADATA = (
    *("MARC", "MODS", "EAD", "DC", "NISOIMG", "LC-AV", "VRA", "TEIHDR", "DDI", "FGDC", "LOM"),
    *("PREMIS", "PREMIS:OBJECT", "PREMIS:AGENT", "PREMIS:RIGHTS", "PREMIS:EVENT", "TEXTMD"),
    *("METSRIGHTS", "ISO 19115:2003 NAP", "EAC-CPF", "LIDO", "OTHER"),
)
_DATES = ("CREATED", "CREATEDATE", "LASTMODDATE")
"""Attributes that hold a day with a time (xs:dateTime)."""


@dataclass(frozen=True)
class Required:
    """An attribute an element must have, where `value` is not empty with this value.

    `rule` is the number of the rule in CSIP 2.1; `should` marks its SHOULDs.
    """

    element: str
    attribute: str
    rule: str
    value: tuple[str, ...] = ()
    should: bool = False


def _link(element: str, rule: str) -> tuple[Required, ...]:
    return (
        Required(element, "LOCTYPE", rule, ("URL",)),
        Required(element, f"{XLINK}type", rule, ("simple",)),
        Required(element, f"{XLINK}href", rule),
    )


REQUIRED = (
    Required("mets", "OBJID", "CSIP1"),
    Required("mets", "TYPE", "CSIP2"),
    Required("mets", f"{CSIP}CONTENTINFORMATIONTYPE", "CSIP4"),
    Required("mets", "PROFILE", "CSIP6"),
    Required("metsHdr", "CREATEDATE", "CSIP7"),
    Required("metsHdr", "LASTMODDATE", "CSIP8", should=True),
    Required("metsHdr", f"{CSIP}OAISPACKAGETYPE", "CSIP9", ("SIP", "AIP", "DIP", "AIU", "AIC")),
    Required("agent", "ROLE", "CSIP11", _ROLES),
    Required("agent", "TYPE", "CSIP12", ("INDIVIDUAL", "ORGANIZATION", "OTHER")),
    Required("dmdSec", "ID", "CSIP18"),
    Required("dmdSec", "CREATED", "CSIP19"),
    Required("dmdSec", "STATUS", "CSIP20", should=True),
    Required("digiprovMD", "ID", "CSIP33"),
    Required("digiprovMD", "STATUS", "CSIP34", should=True),
    Required("mdRef", "MDTYPE", "CSIP25", _KINDS_OF_METADATA),
    *(_link("mdRef", rule="CSIP22-24")),
    *(Required("mdRef", name, "CSIP26-30") for name in _FACTS),
    Required("fileSec", "ID", "CSIP59"),
    Required("fileGrp", "ID", "CSIP65"),
    Required("fileGrp", "USE", "CSIP64"),
    Required("file", "ID", "CSIP67"),
    *(Required("file", name, "CSIP68-72") for name in _FACTS),
    *(_link("FLocat", rule="CSIP77-79")),
    Required("structMap", "ID", "CSIP83"),
    Required("structMap", "TYPE", "CSIP81", ("PHYSICAL",)),
    Required("structMap", "LABEL", "CSIP82", ("CSIP",)),
    Required("div", "ID", "CSIP85-106"),
    Required("div", "LABEL", "CSIP90-107"),
    Required("fptr", "FILEID", "CSIP116-119"),
    *(_link("mptr", rule="CSIP110-112")),
    Required("mptr", f"{XLINK}title", "CSIP108"),
)

DIVISIONS = {
    "Metadata": ("CSIP90", False),
    "Documentation": ("CSIP95", True),
    "Schemas": ("CSIP99", True),
    "Representations": ("CSIP103", False),
}
"""Divisions of the structural map of a package: their rule, and whether it is a SHOULD."""

_MARKED = frozenset({"ID", "CREATED", "GROUPID", "STATUS"})
ALLOWED = {
    "mets": frozenset({"ID", "OBJID", "LABEL", "TYPE", "PROFILE"}),
    "metsHdr": frozenset({"ID", "ADMID", "CREATEDATE", "LASTMODDATE", "RECORDSTATUS"}),
    "agent": frozenset({"ID", "ROLE", "OTHERROLE", "TYPE", "OTHERTYPE"}),
    "name": frozenset[str](),
    "note": frozenset[str](),
    "altRecordID": frozenset({"ID", "TYPE"}),
    "dmdSec": _MARKED | {"ADMID"},
    "amdSec": frozenset({"ID"}),
    "digiprovMD": _MARKED | {"ADMID"},
    "rightsMD": _MARKED | {"ADMID"},
    "fileSec": frozenset({"ID"}),
    "fileGrp": frozenset({"ID", "VERSDATE", "ADMID", "USE"}),
    "structMap": frozenset({"ID", "TYPE", "LABEL"}),
    "div": frozenset(
        {"ID", "ORDER", "ORDERLABEL", "LABEL", "DMDID", "ADMID", "TYPE", "CONTENTIDS"}
    ),
    "fptr": frozenset({"ID", "FILEID", "CONTENTIDS"}),
    "mptr": frozenset({"ID", "CONTENTIDS", "LOCTYPE", "OTHERLOCTYPE"}),
}
"""Attributes without a namespace that METS 1.12 has for an element."""


def wrong_dates(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The elements whose dates are none, and why."""
    for element in root.iter(f"{METS}*"):
        for name in _DATES:
            value = element.get(name)
            if value and not _is_date_with_time(value):
                yield element, f"{name} is “{value}”, which is no day with a time"


def _is_date_with_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return "T" in value
