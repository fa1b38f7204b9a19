"""What OCFL 1.1 asks of an inventory beside digests: its versions, their states, and fixity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from variorum.package.verify.unpack import is_inside

__all__ = ["content_folder", "version_number", "wrong_in_inventory"]

_TYPE = re.compile(r"https://ocfl\.io/1\.[01]/spec/#inventory")
_VERSION = re.compile(r"v(0*)([1-9]\d*)")


def content_folder(told: dict[str, Any]) -> str:
    """The folder of each version that holds its files (3.5.1)."""
    return str(told.get("contentDirectory") or "content")


def version_number(version: str) -> int:
    """The number of a version, which may begin with zeros; 0 for what is none (3.5.3)."""
    found = _VERSION.fullmatch(version)
    return int(found[2]) if found else 0


def wrong_in_inventory(told: dict[str, Any]) -> Iterator[str]:
    """In what an inventory breaks the rules, though it has what it must have."""
    if not _TYPE.fullmatch(str(told.get("type"))):
        yield f"type is “{told.get('type')}”, not that of an inventory of OCFL 1 (3.5.1)"
    folder = content_folder(told)
    if "/" in folder or folder in (".", ".."):
        yield f"contentDirectory is “{folder}”, which is not the name of one folder (3.5.1)"
    yield from _numbers(told)
    manifest = {digest.lower() for digest in told["manifest"]}
    if len(manifest) != len(told["manifest"]):
        yield "the manifest has a digest twice, in capitals and small letters (3.5.2)"
    paths = [path for each in told["manifest"].values() for path in each]
    yield from _paths("the manifest", paths)
    used: set[str] = set()
    for number, version in told["versions"].items():
        state = version["state"]
        used.update(digest.lower() for digest in state)
        if any(digest.lower() not in manifest for digest in state):
            yield f"{number} has a file whose digest the manifest has not (3.5.3.1)"
        yield from _paths(number, [path for each in state.values() for path in each])
        yield from _created(number, version.get("created"))
    if manifest - used:
        yield "the manifest has a file that is in no version (3.5.2)"


def _numbers(told: dict[str, Any]) -> Iterator[str]:
    versions = sorted(told["versions"], key=version_number)
    wanted = list(range(1, len(versions) + 1))
    if [version_number(each) for each in versions] != wanted or told["head"] != versions[-1]:
        yield "the versions are not those from v1 to the head (3.5.3)"
    elif len({len(each) if "v0" in each[:2] else 0 for each in versions}) > 1:
        yield "some numbers of versions begin with zeros, and others do not (3.3.2)"


def _paths(where: str, paths: Iterable[str]) -> Iterator[str]:
    """Paths that lead elsewhere, stand there twice, or go on below a file."""
    known: set[str] = set()
    for path in paths:
        if not is_inside(path):
            yield f"{where} has a path that leads elsewhere: {path!a} (3.5.3.1)"
        if path in known:
            yield f"{where} has a path twice: {path!a} (3.5.3.1)"
        known.add(path)
    for path in sorted(known):
        parts = path.split("/")
        if any("/".join(parts[:end]) in known for end in range(1, len(parts))):
            yield f"{where} has a path below a file: {path!a} (3.5.3.1)"


def _created(number: str, told: object) -> Iterator[str]:
    try:
        moment = datetime.fromisoformat(str(told))
        right = moment.tzinfo is not None and "T" in str(told)
    except ValueError:
        right = False
    if not right:
        yield f"{number} has no created with day, time and time zone (RFC 3339): “{told}” (3.5.3.1)"
