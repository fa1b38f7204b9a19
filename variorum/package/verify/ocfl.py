"""Checks OCFL objects and storage roots (OCFL 1.1): inventories, digests, every file both ways."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum.findings import Diagnostic, Place
from variorum.package.bag import digests
from variorum.package.codes import (
    PACKAGE_DIGEST,
    PACKAGE_FILE_MISSING,
    PACKAGE_FILE_UNLISTED,
    PACKAGE_JSON,
    PACKAGE_OCFL_BROKEN,
    PACKAGE_OUTSIDE,
)
from variorum.package.verify.ocfl_rules import content_folder, wrong_in_inventory
from variorum.package.verify.unpack import is_inside

__all__ = ["check_object", "check_ocfl", "is_ocfl"]

_OBJECT = re.compile(r"0=ocfl_object_1\.[01]")
_ROOT = re.compile(r"0=ocfl_1\.[01]")
_INVENTORY = "inventory.json"
_ALGORITHMS = ("sha512", "sha256")
_FIXITY = ("md5", "sha1", "sha256", "sha512", "blake2b")


def is_ocfl(folder: Path) -> bool:
    """Whether a folder says that it is an OCFL object or a storage root."""
    return any(_declares(folder, each) for each in (_OBJECT, _ROOT))


def check_ocfl(folder: Path) -> list[Diagnostic]:
    """What is wrong with an object, or with all objects of a storage root."""
    if _declares(folder, _OBJECT):
        return check_object(folder)
    objects = sorted(each.parent for each in folder.rglob("0=ocfl_object_*"))
    return [
        finding
        for each in objects
        for finding in check_object(each, f"{each.relative_to(folder).as_posix()}/")
    ]


def check_object(folder: Path, prefix: str = "") -> list[Diagnostic]:
    """What is wrong with an object; findings name its files after `prefix`."""
    return list(_Object(folder, prefix).run())


def _declares(folder: Path, name: re.Pattern[str]) -> bool:
    return any(name.fullmatch(each.name) for each in folder.glob("0=ocfl_*"))


def _states(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [each["state"] for each in told["versions"].values()]


class _Object:
    def __init__(self, folder: Path, prefix: str) -> None:
        self._folder = folder
        self._prefix = prefix

    def run(self) -> Iterator[Diagnostic]:
        for each in sorted(self._folder.glob("0=*")):
            if each.read_bytes().strip() != each.name.removeprefix("0=").encode():
                yield self._broken(each.name, "says something else than its name")
        told, faults = self._inventory(self._folder, "")
        yield from faults
        if told is None:
            return
        yield from (self._broken(_INVENTORY, each) for each in wrong_in_inventory(told))
        algorithm, manifest, versions = told["digestAlgorithm"], told["manifest"], told["versions"]
        named = {path: digest for digest, paths in manifest.items() for path in paths}
        yield from self._content(named, algorithm, content_folder(told))
        yield from self._fixity(told.get("fixity"))
        yield from self._versions(versions, told["head"])
        yield from self._strangers({*versions, f"{_INVENTORY}.{algorithm}"})

    def _strangers(self, known: set[str]) -> Iterator[Diagnostic]:
        """What lies in the folder of an object and does not belong there (OCFL 3.1)."""
        declared = sorted(each.name for each in self._folder.glob("0=*"))
        for name in declared[1:]:
            yield self._broken(name, "is a second declaration (3.2)")
        known |= {_INVENTORY, "logs", "extensions", *declared}
        for each in sorted(self._folder.iterdir()):
            if each.name not in known:
                message = "does not belong to the object: the inventory has no such version (3.1)"
                yield self._at(PACKAGE_FILE_UNLISTED, each.name, message)

    def _fixity(self, told: object) -> Iterator[Diagnostic]:
        """Further digests of files, by algorithms that are known here (OCFL 3.5.4)."""
        for name, block in told.items() if isinstance(told, dict) else ():
            algorithm = {"blake2b-512": "blake2b"}.get(name, name)
            if algorithm not in _FIXITY or not isinstance(block, dict):
                continue
            for digest, paths in block.items():
                for path in paths:
                    file = self._folder / path
                    if not (is_inside(path) and file.is_file()):
                        message = f"fixity names a file that is not there: {path!a} (3.5.4)"
                        yield self._broken(_INVENTORY, message)
                    elif digests(file, (algorithm,))[algorithm] != digest.lower():
                        yield self._at(PACKAGE_DIGEST, path, f"has another {name} than fixity says")

    def _inventory(
        self, folder: Path, where: str
    ) -> tuple[dict[str, Any] | None, list[Diagnostic]]:
        """An inventory whose digest is right and that has what it must have (OCFL 3.5)."""
        name = f"{where}{_INVENTORY}"
        file = folder / _INVENTORY
        if not file.is_file():
            return None, [self._at(PACKAGE_FILE_MISSING, name, "is missing")]
        try:
            told = json.loads(file.read_bytes())
            algorithm = told["digestAlgorithm"]
            right = (
                algorithm in _ALGORITHMS
                and all(isinstance(told[key], dict) for key in ("manifest", "versions"))
                and all(isinstance(each["state"], dict) for each in told["versions"].values())
                and isinstance(told["head"], str)
                and bool(told["id"] and told["versions"])
                and all(
                    isinstance(paths, list) and all(isinstance(path, str) for path in paths)
                    for block in (told["manifest"], *_states(told))
                    for paths in block.values()
                )
            )
        except (ValueError, RecursionError) as error:
            return None, [self._at(PACKAGE_JSON, name, f"not JSON: {error}")]
        except (KeyError, TypeError, AttributeError):
            right = False
        if not right:
            return None, [self._broken(name, "lacks what an inventory must have")]
        sidecar = folder / f"{_INVENTORY}.{algorithm}"
        said = sidecar.read_text("utf-8", "replace").split()[:1] if sidecar.is_file() else []
        if said != [digests(file, (algorithm,))[algorithm]]:
            return told, [self._at(PACKAGE_DIGEST, name, f"is not what {sidecar.name} says")]
        return told, []

    def _content(self, named: dict[str, str], algorithm: str, content: str) -> Iterator[Diagnostic]:
        for path, digest in sorted(named.items()):
            file = self._folder / path
            if not is_inside(path):
                yield self._at(PACKAGE_OUTSIDE, _INVENTORY, f"names a file outside: {path!a}")
            elif not file.is_file():
                yield self._at(PACKAGE_FILE_MISSING, path, "is missing; the inventory names it")
            elif digests(file, (algorithm,))[algorithm] != digest.lower():
                message = f"has another {algorithm.upper()} than the inventory says"
                yield self._at(PACKAGE_DIGEST, path, message)
        for file in sorted(self._folder.glob(f"v*/{content}/**/*")):
            path = file.relative_to(self._folder).as_posix()
            if file.is_file() and path not in named:
                yield self._at(PACKAGE_FILE_UNLISTED, path, "is not in the inventory")

    def _versions(self, versions: dict[str, Any], head: str) -> Iterator[Diagnostic]:
        for number in versions:
            folder = self._folder / number
            if not folder.is_dir():
                yield self._at(PACKAGE_FILE_MISSING, number, "the version is missing")
            elif (folder / _INVENTORY).is_file():
                yield from self._inventory(folder, f"{number}/")[1]
        newest, own = self._folder / head / _INVENTORY, self._folder / _INVENTORY
        if newest.is_file() and newest.read_bytes() != own.read_bytes():
            yield self._broken(f"{head}/{_INVENTORY}", "is not the inventory of the object")

    def _broken(self, path: str, message: str) -> Diagnostic:
        return self._at(PACKAGE_OCFL_BROKEN, path, message)

    def _at(self, code: Any, path: str, message: str) -> Diagnostic:
        found: Diagnostic = code.at(Place(f"{self._prefix}{path}"), message)
        return found
