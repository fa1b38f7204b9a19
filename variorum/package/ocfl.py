"""OCFL 1.1: the releases of a document as versions of one object, unchanged files stored once."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.engines.partial import half_made
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.package.bag import digests
from variorum.package.codes import PACKAGE_OCFL
from variorum.package.identity import DERIVED
from variorum.package.verify.bag import bag_information
from variorum.package.verify.ocfl import check_object

__all__ = ["add_release"]

_ROOT = "0=ocfl_1.1"
_OBJECT = "0=ocfl_object_1.1"
_LAYOUT = "0003-hash-and-id-n-tuple-storage-layout"
_ALGORITHM = "sha512"
_LONGEST = 100


@dataclass(frozen=True)
class _Release:
    """What the bag of a package says of it."""

    identifier: str
    name: str
    date: str
    publisher: str
    derived: str

    @classmethod
    def of(cls, package: Path) -> _Release:
        told = bag_information(package)
        return cls(
            told["Internal-Sender-Identifier"],
            told["External-Identifier"],
            f"{told['Bagging-Date']}T00:00:00Z",
            told["Source-Organization"],
            told.get("Internal-Sender-Description", ""),
        )

    @property
    def message(self) -> str:
        return f"Release {self.name}"


def add_release(root: Path, package: Path) -> Path:
    """Adds the payload of a package as the next version of its object below `root`.

    Returns the folder of the object. A release that is there already, with the same files, is
    left as it is. Raises VariorumError where `root` is something else than an OCFL 1.1 storage
    root of the layout written here, where the object is damaged, or where the release is there
    with other files: versions are never overwritten.
    """
    release = _Release.of(package)
    try:
        _open_root(root)
        folder = root / _path(release.identifier)
        inventory = _inventory(root, folder) if folder.exists() else _new(release)
        if faults := _faults(folder, inventory) if folder.exists() else []:
            raise VariorumError(*(_damaged(folder, each) for each in faults))
        payload = package / "data"
        state = _state(payload)
        if not _is_there(inventory, release, state, folder):
            _may_follow(inventory, release, folder)
            _add(root, folder, inventory, release, payload, state)
    except OSError as error:
        place = Path(error.filename or root)
        raise VariorumError(_fault(place, f"cannot be written: {error.strerror}")) from None
    return folder


def _fault(place: Path, message: str, help_: str = "") -> Diagnostic:
    return PACKAGE_OCFL.at(Place(place.as_posix()), message, help_)


def _open_root(root: Path) -> None:
    begun = {"extensions", "ocfl_layout.json"}  # by a run that was killed
    if not root.exists() or (
        root.is_dir() and begun.issuperset(each.name for each in root.iterdir())
    ):
        config = {
            "extensionName": _LAYOUT,
            "digestAlgorithm": "sha256",
            "tupleSize": 3,
            "numberOfTuples": 3,
        }
        folder = root / "extensions" / _LAYOUT
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "config.json").write_bytes(_json(config))
        layout = {"extension": _LAYOUT, "description": "by the hash and the id of an object"}
        (root / "ocfl_layout.json").write_bytes(_json(layout))
        (root / _ROOT).write_bytes(b"ocfl_1.1\n")
    if not (root / _ROOT).is_file():
        raise VariorumError(_fault(root, "is not an OCFL 1.1 storage root", "name an empty folder"))
    layout = _read(root / "ocfl_layout.json")
    if layout.get("extension") != _LAYOUT:
        raise VariorumError(_fault(root, f"has another layout than {_LAYOUT}"))


def _path(identifier: str) -> Path:
    """Where an object lies (OCFL extension 0003)."""
    digest = hashlib.sha256(identifier.encode()).hexdigest()
    name = re.sub(
        r"[^A-Za-z0-9_\-]",
        lambda match: "".join(f"%{byte:02x}" for byte in match[0].encode()),
        identifier,
    )
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}-{digest}"
    return Path(digest[0:3], digest[3:6], digest[6:9], name)


def _new(release: _Release) -> dict[str, Any]:
    return {
        "id": release.identifier,
        "type": "https://ocfl.io/1.1/spec/#inventory",
        "digestAlgorithm": _ALGORITHM,
        "head": "v0",
        "contentDirectory": "content",
        "manifest": {},
        "versions": {},
    }


def _inventory(root: Path, folder: Path) -> dict[str, Any]:
    file = folder / "inventory.json"
    sidecar = folder / f"inventory.json.{_ALGORITHM}"
    told = sidecar.read_text(encoding="utf-8").split()[:1] if sidecar.is_file() else []
    if not file.is_file() or told != [digests(file, (_ALGORITHM,))[_ALGORITHM]]:
        data = _between(folder)
        if data is None:
            place = file.relative_to(root)
            raise VariorumError(_fault(place, "is missing or not what its digest says"))
        _write_inventory(folder, data)
    return _read(file)


def _between(folder: Path) -> bytes | None:
    """The newest inventory of an object whose inventory and digest are those of two versions.

    They are so where a run was killed after it had written the one and before the other. Every
    version has a copy of both.
    """
    file, sidecar = "inventory.json", f"inventory.json.{_ALGORITHM}"
    versions = sorted(folder.glob("v[0-9]*"), key=lambda each: int(each.name[1:]))
    copies = [
        (data, digest)
        for each in versions
        if (data := _bytes(each / file)) and (digest := _bytes(each / sidecar))
    ]
    known = _bytes(folder / file) in (data for data, _ in copies)
    told = _bytes(folder / sidecar) in (digest for _, digest in copies)
    return copies[-1][0] if known and told else None


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _read(file: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(file.read_bytes()))
    except (OSError, ValueError):
        raise VariorumError(_fault(file, "cannot be read as JSON")) from None


def _state(payload: Path) -> dict[str, list[str]]:
    state: dict[str, list[str]] = {}
    for file in sorted(payload.rglob("*")):
        if file.is_file():
            digest = digests(file, (_ALGORITHM,))[_ALGORITHM]
            state.setdefault(digest, []).append(file.relative_to(payload).as_posix())
    return state


def _is_there(
    inventory: dict[str, Any], release: _Release, state: dict[str, list[str]], folder: Path
) -> bool:
    for number, version in inventory["versions"].items():
        if version.get("message") == release.message:
            if version["state"] == state:
                return True
            message = f"has {release.name} as {number} already, with other files"
            help_ = "a release is never overwritten: give the edition a new number (edition/@n)"
            raise VariorumError(_fault(folder, message, help_))
    return False


def _may_follow(inventory: dict[str, Any], release: _Release, folder: Path) -> None:
    """Raises VariorumError where a release cannot be the next: an older one, or another text."""
    if not inventory["versions"]:
        return
    head = inventory["versions"][inventory["head"]]
    newest = str(head.get("message", "")).removeprefix("Release ")
    if DERIVED in release.derived:
        message = f"{release.name} may be another text than {newest}: no identifier tells"
        help_ = (
            "name the DOI, the handle or the address of the text in its header, or say it with"
            " --identifier, or where the edition is published (url)"
        )
        raise VariorumError(_fault(folder, message, help_))
    if _order(release.name) < _order(newest):
        message = f"{release.name} is older than {newest}, which is its newest version"
        raise VariorumError(_fault(folder, message, "releases are added in their order"))


def _order(name: str) -> list[int]:
    """The numbers at the end of the name of a package, by which releases follow each other."""
    version = re.search(r"-(\d+(?:[.\-]\d+)*)(?:-[A-Za-z].*)?$", name)
    return [int(number) for number in re.findall(r"\d+", version[1])] if version else []


def _faults(folder: Path, inventory: dict[str, Any]) -> list[Diagnostic]:
    """What is wrong with an object; what a run began and did not end is written anew."""
    begun = (f"v{int(inventory['head'][1:]) + 1}/", ".inventory.json")
    return [each for each in check_object(folder) if not f"{each.file}/".startswith(begun)]


def _damaged(folder: Path, fault: Diagnostic) -> Diagnostic:
    message = f"is damaged: {fault.file} {fault.message}"
    return _fault(folder, message, "mend the object before a version is added")


def _add(
    root: Path,
    folder: Path,
    inventory: dict[str, Any],
    release: _Release,
    payload: Path,
    state: dict[str, list[str]],
) -> None:
    number = f"v{int(inventory['head'][1:]) + 1}"
    with half_made(root) as partial:
        for digest, paths in state.items():
            if digest not in inventory["manifest"]:
                target = partial / number / "content" / paths[0]
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(payload / paths[0], target)
                inventory["manifest"][digest] = [f"{number}/content/{paths[0]}"]
        inventory["head"] = number
        inventory["versions"][number] = {
            "created": release.date,
            "message": release.message,
            "user": {"name": release.publisher},
            "state": state,
        }
        data = _json(inventory)
        (partial / number).mkdir(parents=True, exist_ok=True)
        _write_inventory(partial / number, data)
        if folder.exists():
            shutil.rmtree(folder / number, ignore_errors=True)  # of a run that was killed here
            (partial / number).rename(folder / number)
            _write_inventory(folder, data)
        else:
            (partial / _OBJECT).write_bytes(b"ocfl_object_1.1\n")
            _write_inventory(partial, data)
            folder.parent.mkdir(parents=True, exist_ok=True)
            partial.rename(folder)


def _write_inventory(folder: Path, data: bytes) -> None:
    digest = hashlib.new(_ALGORITHM, data).hexdigest()
    for name, content in (
        ("inventory.json", data),
        (f"inventory.json.{_ALGORITHM}", f"{digest} inventory.json\n".encode()),
    ):
        temporary = folder / f".{name}"
        temporary.write_bytes(content)
        temporary.replace(folder / name)


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)
    return text.encode() + b"\n"
