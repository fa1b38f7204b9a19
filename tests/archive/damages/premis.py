"""Damage to the PREMIS file, by the data dictionary of PREMIS 3; digests are true again."""

from __future__ import annotations

from tests.archive.damages.kind import Kind, sub

__all__ = ["FORGED_PREMIS", "REMADE_PREMIS"]

_FILE = "metadata/preservation/premis.xml"
_CODE = "package-premis"


def _kind(what: str, words: str, pattern: str, new: str, code: str = _CODE) -> Kind:
    return Kind(what, _FILE, code, words, sub(pattern, new, _FILE))


def _lost(what: str, words: str, element: str, code: str = _CODE) -> Kind:
    return _kind(what, words, rf"\s*<{element}>.*?</{element}>", "", code)


_TWICE, _NOTHING = "package-id-duplicate", "package-id-unresolved"
FORGED_PREMIS = (
    _lost("an event without a time", "eventDateTime", "eventDateTime"),
    _lost("an event without an identifier", "eventIdentifier", "eventIdentifier"),
    _lost("an agent without an identifier", "agentIdentifier", "agentIdentifier"),
    _lost("an identifier without a type", "eventIdentifierType", "eventIdentifierType"),
    _lost("an identifier without a value", "agentIdentifierValue", "agentIdentifierValue"),
    _lost("a link without a type", "linkingAgentIdentifierType", "linkingAgentIdentifierType"),
    _lost("a right without a basis", "rightsBasis", "rightsBasis"),
    _lost(
        "a right without an identifier", "rightsStatementIdentifier", "rightsStatementIdentifier"
    ),
    _lost("a file without a format", "format", "format"),
    _kind(
        "a digest of no algorithm",
        "messageDigestAlgorithm",
        "SHA-256</m",
        "</m",
        "package-digest-unknown",
    ),
    _kind("an identifier of PRONOM that is none", "PRONOM", "fmt/1149", "1149"),
    _kind("an object of no type", "type", r' xsi:type="intellectualEntity"', ""),
    _kind("an object of an unknown type", "thing", 'type="intellectualEntity"', 'type="thing"'),
    _kind("an object of an empty type", "type", 'type="intellectualEntity"', 'type=""'),
    _kind("a month that no year has", "2025-13", "(<eventDateTime>)2025-02-27", r"\g<1>2025-13-27"),
    _kind(
        "a day that no month has", "2025-02-30", "(<eventDateTime>)2025-02-27", r"\g<1>2025-02-30"
    ),
    _kind(
        "a file described twice", "twice", '(<object xsi:type="file">.*?</object>)', r"\1\1", _TWICE
    ),
    _kind("an agent described twice", "twice", "(<agent>.*?</agent>)", r"\1\1", _TWICE),
    _kind("the agent of events is struck", "variorum", "<agent>.*?</agent>", "", _NOTHING),
    _kind(
        "an event about a file that is not described",
        "linkingObjectIdentifier",
        "(<linkingObjectIdentifierValue>)[^<]+",
        r"\1nothing.xml",
        _NOTHING,
    ),
    _kind(
        "a file that lies outside",
        "outside",
        "(<objectIdentifierValue>)documentation/README.md",
        r"\1../../../etc/passwd",
        "package-outside",
    ),
    _kind("PREMIS 2", "PREMIS 3", "http://www.loc.gov/premis/v3", "info:lc/xmlns/premis-v2"),
)

_NO_TEXT = "is not what the texts make"


def _remade(what: str, pattern: str, new: str) -> Kind:
    return _kind(what, _NO_TEXT, pattern, new, "package-rebuild")


REMADE_PREMIS = (
    _remade("an event is struck", "<event>.*?</event>", ""),
    _remade(
        "an event is invented", "(<event>.*?<eventIdentifierValue>)(.*?</event>)", r"\1\2\1x\2"
    ),
    _remade("a file is not described", '<object xsi:type="file">.*?</object>', ""),
    _remade("the outcome of an event", "(<eventOutcome>)success", r"\1failure"),
    _remade("the time of an event", "(<eventDateTime>)2025", r"\g<1>2024"),
    _remade("the kind of an event", "(<eventType>)validation", r"\1virus check"),
    _remade("the agent of an event", "(<linkingAgentIdentifierValue>)variorum", r"\1lxml"),
    _remade("the version of an agent", "(<agentVersion>)", r"\g<1>9."),
    _remade("the identifier of another format", "fmt/1149", "fmt/471"),
    _remade("the name of another format", ">Markdown<", ">Hypertext<"),
    _remade("the original name of a file", "(<originalName>)README.md", r"\1LISEZMOI.md"),
    _remade("the identifier of the text", "10.1234/letters.7", "10.1234/letters.8"),
    _remade("another licence", "publicdomain/zero/1.0", "licenses/by/4.0"),
    _remade("no rights", "<rights>.*</rights>", ""),
    _remade("a file of another kind of object", 'xsi:type="file"', 'xsi:type="bitstream"'),
)
