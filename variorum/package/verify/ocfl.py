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
from variorum.package.verify.unpack import is_inside

__all__ = ["check_object", "check_ocfl", "is_ocfl"]

_OBJECT = re.compile(r"0=ocfl_object_1\.[01]")
_ROOT = re.compile(r"0=ocfl_1\.[01]")
_INVENTORY = "inventory.json"
_ALGORITHMS = ("sha512", "sha256")


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


class _Object:
    def __init__(self, folder: Path, prefix: str) -> None:
        self._folder = folder
        self._prefix = prefix

    def run(self) -> Iterator[Diagnostic]:
        for each in self._folder.glob("0=*"):
            if each.read_bytes().strip() != each.name.removeprefix("0=").encode():
                yield self._broken(each.name, "says something else than its name")
        told, faults = self._inventory(self._folder, "")
        yield from faults
        if told is None:
            return
        algorithm, manifest, versions = told["digestAlgorithm"], told["manifest"], told["versions"]
        wanted = [f"v{number}" for number in range(1, len(versions) + 1)]
        if sorted(versions, key=_number) != wanted or told["head"] != (wanted or [""])[-1]:
            yield self._broken(_INVENTORY, "the versions are not those from v1 to the head")
        named = {path: digest for digest, paths in manifest.items() for path in paths}
        yield from self._content(named, algorithm)
        for number, version in versions.items():
            for digest in version["state"]:
                if digest not in manifest:
                    message = f"{number} has a file whose digest the manifest has not"
                    yield self._broken(_INVENTORY, message)
        yield from self._versions(versions, told["head"])

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
                and bool(told["id"])
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

    def _content(self, named: dict[str, str], algorithm: str) -> Iterator[Diagnostic]:
        for path, digest in sorted(named.items()):
            file = self._folder / path
            if not is_inside(path):
                yield self._at(PACKAGE_OUTSIDE, _INVENTORY, f"names a file outside: {path!a}")
            elif not file.is_file():
                yield self._at(PACKAGE_FILE_MISSING, path, "is missing; the inventory names it")
            elif digests(file, (algorithm,))[algorithm] != digest.lower():
                message = f"has another {algorithm.upper()} than the inventory says"
                yield self._at(PACKAGE_DIGEST, path, message)
        for file in sorted(self._folder.glob("v*/content/**/*")):
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


def _number(version: str) -> int:
    digits = version.removeprefix("v")
    return int(digits) if digits.isdigit() else 0
