"""What is said of a file that is no XML, or leans on other files to be read."""

from __future__ import annotations

import re
from typing import Any
from xml.parsers import expat

from variorum.findings import Code, Diagnostic, Place
from variorum.source.bytes import DECLARED, DocumentBytes, encoding_of
from variorum.source.codes import (
    DOCTYPE_NOT_READ,
    FILE_EMPTY,
    FILE_UNREADABLE,
    XML_ENCODING,
    XML_ENTITY,
    XML_ENTITY_UNDEFINED,
    XML_NOT_WELL_FORMED,
    XML_TOO_DEEP,
)

__all__ = ["not_followed", "not_well_formed", "refused", "unreadable", "wrong_encoding"]

_END_TAG = re.compile(rb"</([^\s>]+)")
_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?)([^\s/>!?]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_UNQUOTED = re.compile(rb"([^\s<>=\"'/]+)\s*=\s*([^\s<>=\"']+)")
_GLUED = re.compile(rb"[\"'][^\s<>=\"'/?]")
_VALUELESS = re.compile(rb"[\s\"']([^\s<>=\"'/]+)\s*\Z")
_CURLY = "“”„‟‘’‚«»″"
_ENTITY = re.compile(rb"&([^;\s<&]{1,40});")
_KNOWN = {
    "nbsp": "\u00a0",
    "mdash": "—",
    "ndash": "–",
    "hellip": "…",
    "auml": "ä",
    "ouml": "ö",
    "uuml": "ü",
    "szlig": "ß",
    "eacute": "é",
    "laquo": "«",
    "raquo": "»",
}


_NAME_OF_ENCODING = re.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")


def unreadable(name: str, error: OSError) -> Diagnostic:
    """The finding for a file that the system does not give."""
    return FILE_UNREADABLE.at(Place(name), f"cannot be read: {error.strerror or error}")


def wrong_encoding(name: str, data: bytes) -> Diagnostic | None:
    """The finding for a file whose bytes are not in the encoding that it declares.

    Wrong bytes in UTF-8 are not looked for: the parser finds them.
    """
    encoding = encoding_of(data)
    if encoding == "utf-8":
        return None
    found = DECLARED.match(data)
    line, column = 1, found.start(1) + 1 if found else 1
    try:
        if not _NAME_OF_ENCODING.fullmatch(encoding):  # Python reads UTF--8 as UTF-8
            raise LookupError(encoding)
        data.decode(encoding).encode()
        return None
    except UnicodeDecodeError as error:
        before = re.split(r"\r\n|\n|\r", data[: error.start].decode(encoding, "replace"))
        line, column = len(before), len(before[-1]) + 1
        message = f"the byte 0x{data[error.start]:02X} is no {encoding}"
    except (LookupError, ValueError):
        message = f"there is no encoding “{encoding}”"
    return XML_ENCODING.at(Place(name, line, column), message)


def refused(place: Place, reason: str) -> Diagnostic:
    """The finding for a file that a second parser does not accept, with what it gives as reason."""
    return XML_NOT_WELL_FORMED.at(place, f"not well-formed XML: {reason}")


_NOT_FOLLOWED = {
    XML_ENTITY: "the entity &{}; is not expanded",
    XML_TOO_DEEP: "elements are nested more than {} deep",
    DOCTYPE_NOT_READ: "the DTD {} is not read",
}


def not_followed(code: Code, place: Place, what: str) -> Diagnostic:
    """The finding for an entity or a DTD that is left alone."""
    help_ = _character(what) if code is XML_ENTITY else ""
    return code.at(place, _NOT_FOLLOWED[code].format(what), help_)


def _character(entity: str) -> str:
    """What to write instead of a well-known entity; empty for any other."""
    known = _KNOWN.get(entity, "")
    written = known if known.strip() else f"&#{ord(known)};" if known else ""
    return f"{XML_ENTITY_UNDEFINED.help}: {written}" if written else ""


def not_well_formed(
    name: str, raw: bytes, source: DocumentBytes, error: Any, offset: int
) -> Diagnostic:
    """The finding for a file that is no XML: `raw` as it is, `source` as UTF-8, `offset` in it."""
    if not raw.strip():
        return FILE_EMPTY.at(Place(name), "the file is empty")
    code, message, help_, at = _explained(source, offset, error)
    return code.at(Place(name, *source.place(at)), message, help_)


def _explained(source: DocumentBytes, offset: int, error: Any) -> tuple[Code, str, str, int]:
    """Code, message, help and place."""
    code, data = error.code, source.data
    if code == expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]:
        return _mismatch(source, offset)
    if code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]:
        return _unclosed(data, offset)
    if code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
        found = _ENTITY.match(data, offset)
        entity = found[1].decode("utf-8", "replace") if found else "?"
        message = f"nothing declares the entity &{entity};"
        return XML_ENTITY_UNDEFINED, message, _character(entity), offset
    reason = expat.ErrorString(code)
    if "amplification" in reason or "recursive" in reason:
        message = "the entities of the document stand for more than is ever expanded"
        return XML_ENTITY, message, "", offset
    bad = _bad_byte(data)
    if bad is not None and abs(bad - offset) < 8:
        shown = f"0x{data[bad]:02X}"
        return XML_ENCODING, f"the byte {shown} is no UTF-8", "", bad
    return XML_NOT_WELL_FORMED, *_invalid(data, offset, reason)


_REASONS = {
    "duplicate attribute": ("an attribute is given twice in one tag", "keep one of the two"),
    "unbound prefix": ("a prefix has no namespace", 'declare it in the root: xmlns:prefix="…"'),
    "junk after document element": (
        "something follows the end of the root element",
        "remove it, or move it into the root",
    ),
    "syntax error": ("this is no XML", "an XML file begins with <"),
}


def _invalid(data: bytes, offset: int, reason: str) -> tuple[str, str, int]:
    """Message, help and place of what expat calls by `reason`."""
    if reason in _REASONS:
        return *_REASONS[reason], offset
    if b"\0" in data[:100]:
        return "this is no text", "an XML file begins with <", offset
    tag = data.rfind(b"<", 0, offset)
    if tag >= 0 and data[offset : offset + 1] == b"<" and data.count(b'"', tag, offset) % 2:
        return "the value of an attribute is not closed", 'add the " that closes it', tag
    if explained := _of_attribute(data, max(tag, 0), offset) or _of_comment(data, offset):
        return explained
    at = offset if data[offset : offset + 1] in b"&<" else max(offset - 1, 0)
    if data[at : at + 1] == b"&":
        return "an & stands alone", "write &amp;", at
    if data[at : at + 1] == b"<":
        message = "a < stands where no tag can begin"
        return message, "write &lt; for the character, or complete the tag", at
    return f"not well-formed XML: {reason}", "", offset


def _of_attribute(data: bytes, tag: int, offset: int) -> tuple[str, str, int] | None:
    """What is wrong with an attribute of the tag that begins before an offset."""
    value = _UNQUOTED.search(data, tag, offset + 200)
    if value and value.start(2) <= offset <= value.end(2):
        name, mark = (value[group].decode("utf-8", "replace") for group in (1, 2))
        curly = f'; {mark[0]} is none of XML, write "' if mark[0] in _CURLY else ""
        message = f"the value of @{name} does not stand between quotation marks"
        return message, f'write {name}="…"{curly}', value.start(1)
    if _GLUED.match(data, offset - 1):
        return "an attribute follows the one before it without a space", "add the space", offset
    lacking = _VALUELESS.search(data, tag, offset)
    if lacking and data[offset : offset + 1] in b"/>":
        name = lacking[1].decode("utf-8", "replace")
        return f"@{name} has no value", f'write {name}="…", or remove it', lacking.start(1)
    return None


def _of_comment(data: bytes, offset: int) -> tuple[str, str, int] | None:
    """Two hyphens within a comment, which XML forbids."""
    begin = data.rfind(b"<!--", 0, offset)
    at = data.find(b"--", begin + 4, offset) if begin >= 0 else -1
    if at < 0 or b"-->" in data[begin:offset]:
        return None
    return "-- stands within a comment", "write a single hyphen, or end the comment by -->", at


def _mismatch(source: DocumentBytes, offset: int) -> tuple[Code, str, str, int]:
    data = source.data
    offset = data.rfind(b"</", 0, offset + 2)
    found = _END_TAG.match(data, offset)
    closing = found[1].decode("utf-8", "replace") if found else "?"
    opened = _open_tags(data, offset)
    if not opened:
        return XML_NOT_WELL_FORMED, f"</{closing}> closes nothing", "remove it", offset
    opening, at = opened[-1]
    line, column = source.place(at)
    message = f"</{closing}> stands where <{opening}> of {line}:{column} is still open"
    if closing.casefold() == opening.casefold():
        message = f"the end tag </{closing}> is not written as its start tag <{opening}>"
        help_ = f"write both alike, for capitals count; <{opening}> stands at {line}:{column}"
        return XML_NOT_WELL_FORMED, message, help_, offset
    below = any(name == closing for name, _ in opened[:-1])
    help_ = f"close it first: </{opening}>" if below else f"write </{opening}>, or open <{closing}>"
    return XML_NOT_WELL_FORMED, message, help_, offset


def _unclosed(data: bytes, offset: int) -> tuple[Code, str, str, int]:
    opened = _open_tags(data, len(data))
    if not opened:
        return XML_NOT_WELL_FORMED, "there is no element in this file", "", offset
    name, at = opened[-1]
    return XML_NOT_WELL_FORMED, f"<{name}> is never closed", f"add </{name}> where it ends", at


def _open_tags(data: bytes, end: int) -> list[tuple[str, int]]:
    opened: list[tuple[str, int]] = []
    for found in _TAG.finditer(data, 0, end):
        if not found[2] or found[3].endswith(b"/"):
            continue
        if not found[1]:
            opened.append((found[2].decode("utf-8", "replace"), found.start()))
        elif opened:
            opened.pop()
    return opened


def _bad_byte(data: bytes) -> int | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None
