"""What METS 1.12 and E-ARK CSIP 2.1 ask of the elements of a METS file, as tables."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ALLOWED", "CSIP", "DIVISIONS", "METS", "REQUIRED", "XLINK", "Required"]

METS = "{http://www.loc.gov/METS/}"
CSIP = "{https://DILCIS.eu/XML/METS/CSIPExtensionMETS}"
XLINK = "{http://www.w3.org/1999/xlink}"

_FACTS = ("SIZE", "CREATED", "CHECKSUM", "CHECKSUMTYPE", "MIMETYPE")
_LINK = ("LOCTYPE", f"{XLINK}type", f"{XLINK}href")


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


REQUIRED = (
    Required("mets", "OBJID", "CSIP1"),
    Required("mets", "TYPE", "CSIP2"),
    Required("mets", f"{CSIP}CONTENTINFORMATIONTYPE", "CSIP4"),
    Required("mets", "PROFILE", "CSIP6"),
    Required("metsHdr", "CREATEDATE", "CSIP7"),
    Required("metsHdr", "LASTMODDATE", "CSIP8", should=True),
    Required("metsHdr", f"{CSIP}OAISPACKAGETYPE", "CSIP9", ("SIP", "AIP", "DIP", "AIU", "AIC")),
    Required("agent", "ROLE", "CSIP11"),
    Required("agent", "TYPE", "CSIP12"),
    Required("dmdSec", "ID", "CSIP18"),
    Required("dmdSec", "CREATED", "CSIP19"),
    Required("dmdSec", "STATUS", "CSIP20", should=True),
    Required("digiprovMD", "ID", "CSIP33"),
    Required("digiprovMD", "STATUS", "CSIP34", should=True),
    Required("mdRef", "MDTYPE", "CSIP25"),
    *(Required("mdRef", name, "CSIP22-30") for name in (*_LINK, *_FACTS)),
    Required("fileSec", "ID", "CSIP59"),
    Required("fileGrp", "ID", "CSIP65"),
    Required("fileGrp", "USE", "CSIP64"),
    Required("file", "ID", "CSIP67"),
    *(Required("file", name, "CSIP68-72") for name in _FACTS),
    *(Required("FLocat", name, "CSIP77-79") for name in _LINK),
    Required("structMap", "ID", "CSIP83"),
    Required("structMap", "TYPE", "CSIP81", ("PHYSICAL",)),
    Required("structMap", "LABEL", "CSIP82", ("CSIP",)),
    Required("div", "ID", "CSIP85-106"),
    Required("div", "LABEL", "CSIP90-107"),
    Required("fptr", "FILEID", "CSIP116-119"),
    *(Required("mptr", name, "CSIP108-112") for name in (*_LINK, f"{XLINK}title")),
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
