"""Damage to METS files, by METS 1.12 and E-ARK CSIP 2.1; all digests are made true again."""

from __future__ import annotations

from tests.archive.damages.kind import Kind, both, delete, sub

__all__ = ["FORGED_METS"]

_METS = "METS.xml"
_MISSING, _VALUE = "package-mets-missing", "package-mets-value"
_README = 'xlink:href="documentation/README.md"'
_ALONE = "representations/standalone/METS.xml"


def _href(new: str, words: str, what: str) -> Kind:
    return Kind(what, _METS, "package-outside", words, sub(_README, f'xlink:href="{new}"'))


def _without(what: str, element: str, attribute: str, rule: str) -> Kind:
    """An attribute that CSIP demands is not there."""
    damage = sub(rf'(<mets:{element}\b[^>]*?)\s+{attribute}="[^"]*"', r"\1")
    return Kind(what, _METS, _MISSING, f"[{rule}]", damage)


FORGED_METS = (
    Kind(
        "a group of a representation has the METS file of another one",
        _METS,
        _VALUE,
        "Representations/tei",
        sub(r"(<mets:FLocat[^>]*?)representations/tei/METS", r"\1representations/access/METS"),
    ),
    Kind(
        "the map leads twice to one representation and never to another",
        _METS,
        _MISSING,
        "representations/tei/METS.xml",
        sub(r"(<mets:mptr[^>]*?)representations/tei/METS", r"\1representations/access/METS"),
    ),
    Kind(
        "a representation has a text of another one",
        _ALONE,
        "package-outside",
        "outside",
        sub('"data/letter-7.xml"', '"../tei/data/tei/letter.xml"', _ALONE),
    ),
    Kind(
        "the division of the documentation holds the schemas",
        _METS,
        _VALUE,
        "Documentation",
        sub('FILEID="group-Documentation"', 'FILEID="group-Schemas"'),
    ),
    Kind("no header", _METS, _MISSING, "metsHdr", sub("<mets:metsHdr.*</mets:metsHdr>", "")),
    Kind(
        "a package of no kind",
        _METS,
        _VALUE,
        "OAISPACKAGETYPE",
        sub('OAISPACKAGETYPE="AIP"', 'OAISPACKAGETYPE="ZIP"'),
    ),
    Kind(
        "a structural map that is logical",
        _METS,
        _VALUE,
        "structMap/@TYPE",
        sub('TYPE="PHYSICAL"', 'TYPE="LOGICAL"'),
    ),
    Kind("no structural map", _METS, _MISSING, "structMap", sub("<mets:structMap.*Map>", "")),
    Kind("a file that lies nowhere", _METS, _MISSING, "FLocat", sub("<mets:FLocat.*?/>", "")),
    Kind(
        "a file is struck from the list",
        "software/requirements.txt",
        "package-file-unlisted",
        "METS",
        sub('<mets:file ID="file-27".*?</mets:file>', ""),
    ),
    Kind(
        "a file is struck from the list of a representation",
        "representations/standalone/data/letter-7.xml",
        "package-file-unlisted",
        "METS",
        sub('<mets:file ID="file-1".*?</mets:file>', "", _ALONE),
    ),
    Kind(
        "a record is struck from the list",
        "metadata/descriptive/datacite.json",
        "package-file-unlisted",
        "METS",
        both(sub('<mets:dmdSec ID="dmd-3".*?</mets:dmdSec>', ""), sub('"dmd-3 ', '"')),
    ),
    Kind(
        "METS 2",
        _METS,
        "package-mets",
        "METS",
        sub("http://www.loc.gov/METS/", "http://www.loc.gov/METS/v2", count=0),
    ),
    Kind(
        "the administrative section is struck",
        _METS,
        "package-id-unresolved",
        "ADMID",
        sub("<mets:amdSec.*</mets:amdSec>", ""),
    ),
    Kind(
        "the history of preservation leads to another record",
        "metadata/preservation/premis.xml",
        "package-file-unlisted",
        "METS",
        sub('"metadata/preservation/premis.xml"', '"metadata/descriptive/dc.xml"'),
    ),
    Kind(
        "metadata of a division is a group of files",
        _METS,
        "package-id-unresolved",
        "DMDID",
        sub('DMDID="dmd-3 ', 'DMDID="group-Schemas '),
    ),
    Kind(
        "files of a division are metadata",
        _METS,
        "package-id-unresolved",
        "FILEID",
        sub('FILEID="group-Schemas"', 'FILEID="dmd-3"'),
    ),
    Kind(
        "administrative metadata is descriptive",
        _METS,
        "package-id-unresolved",
        "ADMID",
        sub('ADMID="amd-16"', 'ADMID="dmd-3"'),
    ),
    _href("documentation/%2e%2e/%2e%2e/%2e%2e/x", "outside", "dots in percents lead out"),
    _href("file:///etc/passwd", "outside", "an address of this computer"),
    _href("https://example.org/README.md", "outside", "an address of the network"),
    _href("documentation\\\\..\\\\..\\\\README.md", "outside", "backslashes"),
    _href("/documentation/README.md", "outside", "a path from the top of the disk"),
    Kind(
        "a file with the name of a folder",
        "documentation",
        "package-file-missing",
        "METS",
        sub(_README, 'xlink:href="documentation"'),
    ),
    Kind(
        "a name in capitals",
        "documentation/readme.md",
        "package-file-missing",
        "METS",
        sub(_README, 'xlink:href="documentation/readme.md"'),
    ),
    Kind("an ID that begins with a figure", _METS, _VALUE, "ID", sub('ID="files"', 'ID="1 f"')),
    Kind(
        "an element that METS has not",
        _METS,
        _VALUE,
        "ghost",
        sub("</mets:metsHdr>", "</mets:metsHdr><mets:ghost/>"),
    ),
    Kind(
        "an attribute that METS has not",
        _METS,
        _VALUE,
        "GHOST",
        sub("<mets:fptr ", '<mets:fptr GHOST="x" '),
    ),
    Kind(
        "an agent without a name",
        _METS,
        _MISSING,
        "name",
        sub("<mets:name>Stadtarchiv</mets:name>", ""),
    ),
    Kind(
        "an hour that no day has",
        _METS,
        _VALUE,
        "CREATEDATE",
        sub('CREATEDATE="2025-02-27T00', 'CREATEDATE="2025-02-27T25'),
    ),
    _without("files of no group", "fileGrp", "USE", "CSIP64"),
    _without("a list of files without ID", "fileSec", "ID", "CSIP59"),
    _without("metadata without ID", "dmdSec", "ID", "CSIP18"),
    _without("metadata of no time", "dmdSec", "CREATED", "CSIP19"),
    _without("metadata of no kind", "mdRef", "MDTYPE", "CSIP25"),
    _without("a structural map without a label", "structMap", "LABEL", "CSIP82"),
    _without("a structural map without ID", "structMap", "ID", "CSIP83"),
    _without("a pointer to no file", "fptr", "FILEID", "CSIP116-119"),
    _without("an agent without a role", "agent", "ROLE", "CSIP11"),
    _without("an agent of no kind", "agent", "TYPE", "CSIP12"),
    _without("a file of no time", "file", "CREATED", "CSIP68-72"),
    _without("a representation that lies nowhere", "mptr", "xlink:href", "CSIP110-112"),
    Kind(
        "a representation without its METS file, which nothing names",
        "representations/standalone/data/letter-7.xml",
        "package-file-unlisted",
        "METS",
        both(
            delete(_ALONE),
            sub('<mets:fileGrp ID="group-Representations-standalone".*?</mets:fileGrp>', ""),
            sub('<mets:div [^>]*LABEL="Representations/standalone".*?</mets:div>', ""),
            sub(
                "<object xsi:type=.file.>((?!</object>).)*representations/standalone/METS.xml"
                ".*?</object>",
                "",
                "metadata/preservation/premis.xml",
            ),
        ),
    ),
    Kind(
        "a page that is deleted",
        "representations/access/data/html/letter-7.cite.html",
        "package-file-missing",
        "METS",
        delete("representations/access/data/html/letter-7.cite.html"),
    ),
)
