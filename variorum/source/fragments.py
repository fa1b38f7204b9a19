"""Pointers to ids in which characters are written with percent signs.

What stands after the `#` of a pointer is a fragment of an IRI (TEI P5, teidata.pointer; RFC 3987,
3.1 and 3.2): `#%C3%A9` points to what `#é` points to. All rooms read the second form. What follows
a prefix, and an address of the network, stay as they are written.
"""

from __future__ import annotations

import re

__all__ = ["with_plain_fragments"]

_ESCAPED = re.compile(rb"#[^\s\"'<>#]*%[0-9A-Fa-f]{2}")
_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<[^!?/<>](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rb"\s([^\s=\"'<>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NO_POINTERS = frozenset((b"n", b"rend", b"style", b"xml:base"))
_FRAGMENT = re.compile(rb"(?<=[\s\"'])([^\s\"'<>#:]*#)([^\s\"'<>#]*%[^\s\"'<>#]*)")
_NAME = re.compile(r"[\w.·-]+")


def with_plain_fragments(data: bytes) -> bytes:
    """A document in UTF-8 whose pointers name ids by the characters that these have.

    Where a pointer writes a space so, which no id of XML may have, ids with spaces are written as
    the pointer writes them.
    """
    if _ESCAPED.search(data) is None:
        return data
    return _TAG.sub(_tag, data)


def _tag(found: re.Match[bytes]) -> bytes:
    is_tag = found[0][1:2] not in (b"!", b"?")
    return _ATTRIBUTE.sub(_attribute, found[0]) if is_tag else found[0]


def _attribute(found: re.Match[bytes]) -> bytes:
    if found[1] == b"xml:id":
        before, quote, value = found[0].partition(found[0][-1:])
        return before + quote + value.replace(b" ", b"%20")
    return found[0] if found[1] in _NO_POINTERS else _FRAGMENT.sub(_fragment, found[0])


def _fragment(found: re.Match[bytes]) -> bytes:
    from urllib.parse import unquote_to_bytes

    plain = unquote_to_bytes(found[2])
    is_name = _NAME.fullmatch(plain.decode("utf-8", "replace")) is not None
    return found[1] + plain if is_name else found[0]
