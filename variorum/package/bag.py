"""BagIt 1.0 (RFC 8493): manifests around a payload that already lies in `data/`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

__all__ = ["ALGORITHMS", "DECLARATION", "decoded", "digests", "encoded", "write_bag"]

ALGORITHMS = ("sha256", "sha512")
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_CHUNK = 1 << 20
_ESCAPES = (("%", "%25"), ("\n", "%0A"), ("\r", "%0D"))


def write_bag(folder: Path, information: Mapping[str, str]) -> None:
    """Makes a bag of `folder`, whose payload is its subfolder `data`.

    `information` is what bag-info.txt says beside the Payload-Oxum (RFC 8493, 2.2.2).
    """
    payload = _files(folder / "data")
    size = sum(file.stat().st_size for file in payload)
    lines = {**information, "Payload-Oxum": f"{size}.{len(payload)}"}
    (folder / "bagit.txt").write_bytes(DECLARATION)
    text = "".join(f"{label}: {_one_line(value)}\n" for label, value in lines.items())
    (folder / "bag-info.txt").write_bytes(text.encode())
    _manifests(folder, "manifest", payload)
    tags = sorted(file for file in folder.iterdir() if file.is_file())
    _manifests(folder, "tagmanifest", tags)


def digests(file: Path, algorithms: Iterable[str] = ALGORITHMS) -> dict[str, str]:
    """The digests of a file in hexadecimal, by algorithm; it is read once, in pieces."""
    hashes = {name: hashlib.new(name) for name in algorithms}
    with file.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            for hasher in hashes.values():
                hasher.update(piece)
    return {name: hasher.hexdigest() for name, hasher in hashes.items()}


def encoded(path: str) -> str:
    """A path as a manifest writes it: percent, line feed and return are escaped (2.1.3)."""
    for character, escape in _ESCAPES:
        path = path.replace(character, escape)
    return path


def decoded(path: str) -> str:
    """A path as a manifest means it."""
    for character, escape in reversed(_ESCAPES):
        path = path.replace(escape, character).replace(escape.lower(), character)
    return path


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def _manifests(folder: Path, kind: str, files: Iterable[Path]) -> None:
    lines: dict[str, list[str]] = {name: [] for name in ALGORITHMS}
    for file in files:
        path = encoded(file.relative_to(folder).as_posix())
        for name, digest in digests(file).items():
            lines[name].append(f"{digest}  {path}\n")
    for name, entries in lines.items():
        (folder / f"{kind}-{name}.txt").write_bytes("".join(entries).encode())


def _one_line(value: str) -> str:
    return " ".join(value.split())
