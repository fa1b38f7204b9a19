"""Damage to OCFL objects whose digests are true again, and what OCFL 1.1 lets an object be."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.archive.damages.kind import Do, Kind, delete
from variorum.package.bag import digests

__all__ = ["BROKEN_OBJECTS", "LEGAL_OBJECTS", "true_sidecar"]

_INVENTORY = "inventory.json"


def true_sidecar(folder: Path) -> None:
    """Makes the digests of the inventory true, and its copy in the head the same."""
    head = json.loads((folder / _INVENTORY).read_bytes()).get("head", "v1")
    digest = digests(folder / _INVENTORY, ("sha512",))["sha512"]
    told = f"{digest} {_INVENTORY}\n"
    (folder / f"{_INVENTORY}.sha512").write_text(told, encoding="utf-8")
    if (folder / head).is_dir():
        for name in (_INVENTORY, f"{_INVENTORY}.sha512"):
            shutil.copyfile(folder / name, folder / head / name)


def _edit(change: Callable[[Any], object]) -> Do:
    def damage(folder: Path) -> None:
        told = json.loads((folder / _INVENTORY).read_bytes())
        change(told)
        (folder / _INVENTORY).write_text(json.dumps(told), encoding="utf-8")
        true_sidecar(folder)

    return damage


def _kind(what: str, words: str, change: Callable[[Any], object]) -> Kind:
    return Kind(what, _INVENTORY, "package-ocfl-broken", words, _edit(change))


def _state(told: Any) -> Any:
    return told["versions"]["v1"]["state"]


def _first(told: Any) -> Any:
    return next(iter(_state(told).values()))


def _version(told: Any) -> Any:
    return told["versions"]["v1"]


def _fixity(digest: str, path: str) -> Callable[[Any], object]:
    return lambda told: told.update(fixity={"md5": {digest: [path]}})


_README = "v1/content/documentation/README.md"
_NO_MD5 = "0" * 32
BROKEN_OBJECTS = (
    _kind("a head that is not the newest", "head", lambda told: told.update(head="v2")),
    _kind("no head", "must have", lambda told: told.pop("head")),
    _kind("no identifier", "must have", lambda told: told.pop("id")),
    _kind("no type", "type", lambda told: told.pop("type")),
    _kind("a type of others", "type", lambda told: told.update(type="https://example.org")),
    _kind("a weak algorithm", "must have", lambda told: told.update(digestAlgorithm="md5")),
    _kind("no versions", "must have", lambda told: told.update(versions={})),
    _kind(
        "a version that skips a number",
        "from v1",
        lambda told: told["versions"].update(v3=_version(told)),
    ),
    _kind("a version of no time", "created", lambda told: _version(told).pop("created")),
    _kind(
        "a time of no zone",
        "time zone",
        lambda told: _version(told).update(created="2025-02-27T00:00:00"),
    ),
    _kind("no state", "must have", lambda told: _version(told).pop("state")),
    _kind("a state of a file unknown", "3.5.3.1", lambda told: _state(told).update({"0": ["x"]})),
    _kind("a name twice in a version", "twice", lambda told: _first(told).append(_first(told)[0])),
    _kind(
        "a name below a file", "below a file", lambda told: _first(told).append("METS.xml/x.txt")
    ),
    _kind("a name that leads out", "elsewhere", lambda told: _first(told).append("../x")),
    _kind("a name that is absolute", "elsewhere", lambda told: _first(told).append("/x")),
    _kind(
        "a file in no version",
        "in no version",
        lambda told: _state(told).pop(next(iter(_state(told)))),
    ),
    _kind(
        "a folder of contents that is two",
        "contentDirectory",
        lambda told: told.update(contentDirectory="a/b"),
    ),
    _kind("fixity of a file unknown", "fixity", _fixity(_NO_MD5, "v1/content/nothing")),
    Kind(
        "fixity of another file",
        _README,
        "package-digest",
        "fixity",
        _edit(_fixity(_NO_MD5, _README)),
    ),
    Kind(
        "a file beside the versions",
        "note.txt",
        "package-file-unlisted",
        "belong",
        lambda folder: (folder / "note.txt").write_bytes(b"x"),
    ),
    Kind(
        "a version that the inventory has not",
        "v2",
        "package-file-unlisted",
        "version",
        lambda folder: (folder / "v2").mkdir(),
    ),
    Kind(
        "a declaration that says something else",
        "0=ocfl_object_1.1",
        "package-ocfl-broken",
        "name",
        lambda folder: (folder / "0=ocfl_object_1.1").write_bytes(b"ocfl_object_2.0\n"),
    ),
    Kind(
        "a copy of the inventory that is older",
        "v1/inventory.json",
        "package-ocfl-broken",
        "inventory",
        lambda folder: (folder / "v1" / _INVENTORY).write_bytes(
            (folder / _INVENTORY).read_bytes() + b"\n"
        ),
    ),
)
"""Kinds of damage to an object of one version."""


def _renamed(told: Any) -> None:
    told["contentDirectory"] = "files"
    for paths in told["manifest"].values():
        paths[:] = [path.replace("/content/", "/files/", 1) for path in paths]


def _other_folder(folder: Path) -> None:
    (folder / "v1" / "content").rename(folder / "v1" / "files")
    _edit(_renamed)(folder)


def _padded(folder: Path) -> None:
    def change(told: Any) -> None:
        told["head"] = "v0001"
        told["versions"] = {"v0001": _version(told)}
        for paths in told["manifest"].values():
            paths[:] = [path.replace("v1/", "v0001/", 1) for path in paths]

    (folder / "v1").rename(folder / "v0001")
    _edit(change)(folder)


LEGAL_OBJECTS: dict[str, Do] = {
    "a folder of contents with another name": _other_folder,
    "numbers of versions that begin with zeros": _padded,
    "logs": lambda folder: (folder / "logs").mkdir(),
    "no copy of the inventory in the version": delete(
        f"v1/{_INVENTORY}", f"v1/{_INVENTORY}.sha512"
    ),
    "digests in capitals in the state": _edit(
        lambda told: _version(told).update(
            state={digest.upper(): paths for digest, paths in _state(told).items()}
        )
    ),
    "fixity of an algorithm that is not known": _edit(
        lambda told: told.update(fixity={"whirlpool": {"0": ["x"]}})
    ),
}
"""What an object may be, and is right."""
