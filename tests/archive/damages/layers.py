"""Damage below the manifests of the bag: to METS, PREMIS, records and texts.

The cases begin with those that the reference validator of E-ARK lets through or breaks on.
"""

from __future__ import annotations

from tests.archive.damages.kind import Do, delete, sub, write

__all__ = ["BAG", "DAMAGE", "OWN_DIGESTS"]

TEI = "representations/tei/data/tei/letter.xml"
PREMIS = "metadata/preservation/premis.xml"
DC = "metadata/descriptive/dc.xml"

# the file the finding names (METS.xml where it is ''), its code, and what is done
DAMAGE: dict[str, tuple[str, str, Do]] = {
    "data file altered": (TEI, "package-size", sub("Ich bestelle", "Ich bestellte", TEI)),
    "data file altered, same size": (TEI, "package-digest", sub("bestelle", "bestehle", TEI)),
    "data file deleted": (TEI, "package-file-missing", delete(TEI)),
    "dc.xml not well-formed": (DC, "package-xml", write(DC, "<x")),
    "representation METS deleted": (
        "representations/tei/METS.xml",
        "package-file-missing",
        delete("representations/tei/METS.xml"),
    ),
    "representation METS garbage": (
        "representations/tei/METS.xml",
        "package-mets",
        write("representations/tei/METS.xml", "<x/>"),
    ),
    "unlisted extra file": ("evil.exe", "package-file-unlisted", write("evil.exe", "x")),
    "unlisted extra file in a representation": (
        "representations/access/data/evil.exe",
        "package-file-unlisted",
        write("representations/access/data/evil.exe", "x"),
    ),
    "checksum wrong in METS": (
        "",
        "package-digest",
        sub('CHECKSUM="[0-9a-f]{6}', 'CHECKSUM="000000'),
    ),
    "CHECKSUMTYPE=FOO": ("", "package-digest-unknown", sub('SHA-256"', 'FOO"')),
    "no CHECKSUM on file": (
        "",
        "package-mets-missing",
        sub(r'(<mets:file .*?) CHECKSUM="[^"]+"', r"\1"),
    ),
    "no SIZE on mdRef": ("", "package-mets-missing", sub(r' SIZE="\d+"', "")),
    "SIZE=abc": ("", "package-size", sub(r' SIZE="\d+"', ' SIZE="abc"')),
    "SIZE wrong": ("", "package-size", sub(r' SIZE="\d+"', ' SIZE="1"')),
    "fptr FILEID dangling": (
        "",
        "package-id-unresolved",
        sub('FILEID="[^"]+"', 'FILEID="nope"'),
    ),
    "duplicate ID": ("", "package-id-duplicate", sub(r'ID="file-\d+"', 'ID="id-x"', count=2)),
    "OBJID != folder": ("", "package-name", sub('OBJID="[^"]+"', 'OBJID="zzz"')),
    "no OBJID": ("", "package-mets-missing", sub(' OBJID="[^"]+"', "")),
    "no TYPE": ("", "package-mets-missing", sub(r'\s+TYPE="Textual[^"]+"', "")),
    "TYPE with a hyphen": (
        "",
        "package-mets-value",
        sub("Textual works – Digital", "Textual works - Digital"),
    ),
    "no PROFILE": ("", "package-mets-missing", sub(r'\s+PROFILE="[^"]+"', "")),
    "no CREATEDATE": ("", "package-mets-missing", sub(r'\s+CREATEDATE="[^"]+"', "")),
    "no LASTMODDATE": ("", "package-mets-missing", sub(r'\s+LASTMODDATE="[^"]+"', "")),
    "no csip:OAISPACKAGETYPE": (
        "",
        "package-mets-missing",
        sub(r'\s+csip:OAISPACKAGETYPE="[^"]+"', ""),
    ),
    "no agent": ("", "package-mets-missing", sub("<mets:agent .*</mets:agent>", "")),
    "no csip:NOTETYPE": ("", "package-mets-missing", sub(r'\s+csip:NOTETYPE="[^"]+"', "")),
    "NOTETYPE unprefixed added": (
        "",
        "package-mets-value",
        sub("csip:NOTETYPE=", 'NOTETYPE="IDENTIFICATIONCODE" csip:NOTETYPE='),
    ),
    "no root CONTENTINFORMATIONTYPE": (
        "",
        "package-mets-missing",
        sub(r'\s+csip:CONTENTINFORMATIONTYPE="OTHER"', ""),
    ),
    "no MIMETYPE on mdRef": ("", "package-mets-missing", sub(r'\s+MIMETYPE="[^"]+"', "")),
    "MIMETYPE foo/bar on file": (
        "",
        "package-media-type",
        sub(r'(<mets:file .*?)MIMETYPE="[^"]+"', r'\1MIMETYPE="foo/bar"'),
    ),
    "MIMETYPE of another format on file": (
        "",
        "package-media-type",
        sub(r'(<mets:file .*?)MIMETYPE="text/markdown"', r'\1MIMETYPE="image/png"'),
    ),
    "no STATUS on dmdSec": (
        "",
        "package-mets-missing",
        sub(r'(<mets:dmdSec[^>]*)\s+STATUS="CURRENT"', r"\1"),
    ),
    "no dmdSec/amdSec": (
        "",
        "package-id-unresolved",
        sub("<mets:dmdSec.*</mets:amdSec>", ""),
    ),
    "no fileSec": ("", "package-mets-missing", sub("<mets:fileSec.*</mets:fileSec>", "")),
    "fileGrp Documentation missing": (
        "documentation/README.md",
        "package-file-unlisted",
        sub(r'<mets:fileGrp [^>]*USE="Documentation".*?</mets:fileGrp>', ""),
    ),
    "fileGrp Schemas missing": (
        "",
        "package-id-unresolved",
        sub(r'<mets:fileGrp [^>]*USE="Schemas".*?</mets:fileGrp>', ""),
    ),
    "fileGrp USE in small letters": (
        "",
        "package-mets-value",
        sub('USE="Representations/tei"', 'USE="representations/tei"'),
    ),
    "structMap LABEL=other": ("", "package-mets-value", sub('LABEL="CSIP"', 'LABEL="x"')),
    "div without LABEL": (
        "",
        "package-mets-missing",
        sub(r'(<mets:div [^>]*)\s+LABEL="Documentation"', r"\1"),
    ),
    "Metadata div missing": (
        "",
        "package-mets-missing",
        sub(r'<mets:div [^>]*LABEL="Metadata"[^>]*/>', ""),
    ),
    "Representations: no mptr child div": (
        "",
        "package-mets-missing",
        sub(r'<mets:div [^>]*LABEL="Representations/tei".*?</mets:div>', ""),
    ),
    "mptr without xlink:title": (
        "",
        "package-mets-missing",
        sub(r'(<mets:mptr[^>]*)\s+xlink:title="[^"]+"', r"\1"),
    ),
    "FLocat without xlink:type": (
        "",
        "package-mets-missing",
        sub(r'(<mets:FLocat[^>]*)\s+xlink:type="simple"', r"\1"),
    ),
    "no metadata/ folder": (DC, "package-file-missing", delete("metadata")),
    "no representations/ folder": (
        "representations/tei/METS.xml",
        "package-file-missing",
        delete("representations"),
    ),
    "no schemas and documentation folders": (
        "schemas/edition.rng",
        "package-file-missing",
        delete("schemas", "documentation"),
    ),
    "METS.xml deleted": ("", "package-file-missing", delete("METS.xml")),
    "reference out of the package": (
        "",
        "package-outside",
        sub('xlink:href="documentation/README.md"', 'xlink:href="../../etc/passwd"'),
    ),
    "PREMIS with another size": (PREMIS, "package-size", sub("<size>", "<size>1", PREMIS)),
    "PREMIS with another digest": (
        PREMIS,
        "package-digest",
        sub("<messageDigest>....", "<messageDigest>0000", PREMIS),
    ),
    "PREMIS with an unknown algorithm": (
        PREMIS,
        "package-digest-unknown",
        sub(">SHA-256<", ">CRC<", PREMIS),
    ),
    "PREMIS of a file that is not there": (
        "nowhere.xml",
        "package-file-missing",
        sub(">METS.xml<|>documentation/README.md<", ">nowhere.xml<", PREMIS),
    ),
    "PREMIS with an event without type": (
        PREMIS,
        "package-premis",
        sub("<eventType>.*?</eventType>", "", PREMIS),
    ),
    "PREMIS event by nobody": (
        PREMIS,
        "package-id-unresolved",
        sub("(<linkingAgentIdentifierValue>)[^<]+", r"\1nobody", PREMIS),
    ),
    "PREMIS event twice": (
        PREMIS,
        "package-id-duplicate",
        sub(r"(<event>.*?</event>)", r"\1\1", PREMIS),
    ),
    "PREMIS replaced": (PREMIS, "package-premis", write(PREMIS, "<premis/>")),
    "JSON broken": (
        "metadata/descriptive/datacite.json",
        "package-json",
        write("metadata/descriptive/datacite.json", "{"),
    ),
    "TEI invalid": (
        TEI,
        "grammar-element-unknown",
        sub("<body>", "<body><nonsense/>", TEI),
    ),
    "schema broken": (
        "representations/tei/data/tei/schema/edition.rng",
        "package-xml",
        write("representations/tei/data/tei/schema/edition.rng", "<grammar"),
    ),
}

_VALUE = "package-mets-value"
_JSON = "metadata/descriptive/datacite.json"
_CRATE = "ro-crate-metadata.json"
DAMAGE |= {
    "an unknown role": ("", _VALUE, sub('ROLE="EDITOR"', 'ROLE="KING"')),
    "an unknown kind of agent": ("", _VALUE, sub('TYPE="ORGANIZATION"', 'TYPE="GUILD"')),
    "an unknown kind of metadata": ("", _VALUE, sub('MDTYPE="DC"', 'MDTYPE="CD"')),
    "a locator that is none": ("", _VALUE, sub('LOCTYPE="URL"', 'LOCTYPE="WAY"')),
    "a locator of another kind": ("", _VALUE, sub('LOCTYPE="URL"', 'LOCTYPE="DOI"')),
    "a link that is not simple": (
        "",
        _VALUE,
        sub('xlink:type="simple"', 'xlink:type="extended"'),
    ),
    "CREATED is no date": ("", _VALUE, sub('CREATED="[^"]+"', 'CREATED="yesterday"')),
    "CREATED has no time": ("", _VALUE, sub('CREATED="[^"]+"', 'CREATED="2025-02-27"')),
    "CREATEDATE in a month that is none": (
        "",
        _VALUE,
        sub('CREATEDATE="2025-02', 'CREATEDATE="2025-13'),
    ),
    "LASTMODDATE is a word": (
        "",
        _VALUE,
        sub('LASTMODDATE="[^"]+"', 'LASTMODDATE="soon"'),
    ),
    "CREATED of a representation is no date": (
        "representations/tei/METS.xml",
        _VALUE,
        sub('CREATED="[^"]+"', 'CREATED="1"', "representations/tei/METS.xml"),
    ),
    "an empty eventType": (
        PREMIS,
        "package-premis",
        sub("<eventType>[^<]+", "<eventType>", PREMIS),
    ),
    "an event at no time": (
        PREMIS,
        "package-premis",
        sub("<eventDateTime>[^<]+", "<eventDateTime>soon", PREMIS),
    ),
    "an event at an empty time": (
        PREMIS,
        "package-premis",
        sub("<eventDateTime>[^<]+", "<eventDateTime>", PREMIS),
    ),
    "an agent with an empty identifier": (
        PREMIS,
        "package-premis",
        sub(
            r"<agentIdentifierType>[^<]+(.*?)<agentIdentifierValue>[^<]+",
            r"<agentIdentifierType>\1<agentIdentifierValue>",
            PREMIS,
        ),
    ),
    "an empty name of a format": (
        PREMIS,
        "package-premis",
        sub("<formatName>[^<]+", "<formatName>", PREMIS),
    ),
    "another version of PREMIS": (
        PREMIS,
        "package-premis",
        sub('version="3.0"', 'version="2.2"', PREMIS),
    ),
    "an entity that PREMIS has not": (
        PREMIS,
        "package-premis",
        sub("</premis>", "<ghost/></premis>", PREMIS),
    ),
    "NaN in JSON": (_JSON, "package-json", sub('"2025"', "NaN", _JSON)),
    "Infinity in the crate": (_CRATE, "package-json", sub('"2025[^"]*"', "Infinity", _CRATE)),
    "another digest in the crate": (
        _CRATE,
        "package-digest",
        sub('"sha256": "[0-9a-f]{6}', '"sha256": "000000', _CRATE),
    ),
    "another size in the crate": (
        _CRATE,
        "package-size",
        sub(r'"contentSize": "\d+"', '"contentSize": "1"', _CRATE),
    ),
    "a file in the crate that is not there": (
        "representations/access/data/html/nobody.html",
        "package-file-missing",
        sub("html/letter-7.html", "html/nobody.html", _CRATE, count=0),
    ),
    "CFF without authors": (
        "metadata/other/CITATION.cff",
        "package-record",
        sub("\nauthors:", "\n  authors:", "metadata/other/CITATION.cff"),
    ),
    "a TEI file in another encoding than it says": (
        TEI,
        "package-xml",
        sub('encoding="UTF-8"', 'encoding="UTF-16"', TEI),
    ),
}

OWN_DIGESTS = (
    "data file altered",
    "data file altered, same size",
    "data file deleted",
    "representation METS deleted",
    "checksum wrong in METS",
    "no CHECKSUM on file",
    "no SIZE on mdRef",
    "SIZE=abc",
    "SIZE wrong",
    "no metadata/ folder",
    "no representations/ folder",
    "no schemas and documentation folders",
    "METS.xml deleted",
    "PREMIS with another size",
    "PREMIS with another digest",
    "PREMIS of a file that is not there",
    "another digest in the crate",
    "another size in the crate",
)
"""Kinds that are damage to digests, sizes or files themselves: made true they would be none."""

BAG: dict[str, tuple[str, str, Do]] = {
    "tag file altered": (
        "bag-info.txt",
        "package-digest",
        sub("Verlag", "Betrug", "bag-info.txt"),
    ),
    "line removed from a manifest": (
        "data/METS.xml",
        "package-file-unlisted",
        sub("[0-9a-f]+  data/METS.xml\n", "", "manifest-sha512.txt"),
    ),
    "line twice in a manifest": (
        "manifest-sha256.txt",
        "package-twice",
        sub("([0-9a-f]+  data/METS.xml\n)", r"\1\1", "manifest-sha256.txt"),
    ),
    "manifest line without digest": (
        "manifest-sha256.txt",
        "package-manifest",
        sub("[0-9a-f]+  data/METS.xml", "data/METS.xml", "manifest-sha256.txt"),
    ),
    "unknown algorithm": (
        "manifest-rot13.txt",
        "package-digest-unknown",
        write("manifest-rot13.txt", "00  data/METS.xml\n"),
    ),
    "Payload-Oxum wrong": (
        "bag-info.txt",
        "package-oxum",
        sub(r"Payload-Oxum: \d+", "Payload-Oxum: 1", "bag-info.txt"),
    ),
    "no payload manifest": (
        "manifest-sha256.txt",
        "package-file-missing",
        delete("manifest-sha256.txt", "manifest-sha512.txt"),
    ),
    "another declaration": ("bagit.txt", "package-bag", write("bagit.txt", "BagIt-Version: 9\n")),
}
