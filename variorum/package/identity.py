"""What a package and the document in it are called, on every system and in all versions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from variorum.source.names import is_reserved

__all__ = ["DERIVED", "Identity", "identity", "is_legal", "legal_name"]

_LONGEST = 180
"""Bytes of one part of a path: the names of packages are still added, and endings."""

DERIVED = "derived from publisher, name and title"
"""How the identifier of a document is known that has none of its own."""

_HOMES = {"DOI": "https://doi.org/", "Handle": "https://hdl.handle.net/", "URL": "", "URN": ""}
"""What makes an address of an identifier, by its kind; the first kind that a header has counts."""


@dataclass(frozen=True)
class Identity:
    """The UUID of a document, the same in all its versions, and what it is `derived` from."""

    uuid: str
    derived: str


def identity(
    identifiers: Mapping[str, str],
    home: str,
    name: str,
    publisher: str,
    title: str,
    *,
    supplied: str = "",
) -> Identity:
    """The identity of a document: by its DOI, handle, address or URN, else by the identifier that
    the settings supply and its name, else by its page in the edition that is published at `home`,
    else by what its header says.

    Texts that have none of these and the same publisher, name and title cannot be told apart.
    """
    for kind, prefix in _HOMES.items():
        if kind in identifiers:
            address = prefix + identifiers[kind]
            return Identity(str(uuid5(NAMESPACE_URL, address)), f"derived from {address}")
    if supplied:
        told = f"{supplied}/{name}"
        return Identity(str(uuid5(NAMESPACE_URL, f"urn:variorum:{told}")), f"derived from {told}")
    if home:
        return Identity(str(uuid5(NAMESPACE_URL, home + name)), f"derived from {home}{name}")
    told = f"urn:variorum:{publisher}/{name}/{title}"
    return Identity(str(uuid5(NAMESPACE_URL, told)), DERIVED)


def legal_name(name: str) -> str:
    """A name that is one on every system, and that a bag has without an escape (RFC 8493, 2.1.3).

    Letters of all scripts stay; what Windows or a manifest takes for something else is a hyphen.
    """
    safe = re.sub(r"[^\w.\-+~]+", "-", name).strip("-. ") or "document"
    while len(safe.encode()) > _LONGEST:
        safe = safe[:-1]
    return f"{safe}-" if is_reserved(safe.partition(".")[0]) else safe


def is_legal(name: str) -> bool:
    """Whether a name of a file or folder is one on every system, and in bags without an escape.

    Windows refuses some signs and names, and a dot or a space at the end; bagit.py reads no path
    with a percent sign (RFC 8493, 2.1.3) and none that begins with a tilde.
    """
    return (
        bool(name)
        and not re.search(r'[<>:"|?*\\%\x00-\x1f\x7f]', name)
        and not name.endswith((" ", "."))
        and not name.startswith((" ", "~"))
        and not is_reserved(name.partition(".")[0])
        and len(name.encode()) <= _LONGEST
    )
