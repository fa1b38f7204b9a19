"""Checks a bag (RFC 8493): every digest, every file both ways, the Payload-Oxum."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from variorum.findings import Code, Diagnostic, Place
from variorum.package.bag import decoded, digests
from variorum.package.codes import (
    PACKAGE_BAG,
    PACKAGE_DIGEST,
    PACKAGE_DIGEST_UNKNOWN,
    PACKAGE_FETCH,
    PACKAGE_FILE_MISSING,
    PACKAGE_FILE_UNLISTED,
    PACKAGE_MANIFEST,
    PACKAGE_OUTSIDE,
    PACKAGE_OXUM,
    PACKAGE_TWICE,
)
from variorum.package.verify.unpack import is_inside

__all__ = ["bag_information", "check_bag"]

_KNOWN = {
    **{name: name for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")},
    **{f"sha3{size}": f"sha3_{size}" for size in ("224", "256", "384", "512")},
    **dict.fromkeys(("blake2b", "blake2b512"), "blake2b"),
    **dict.fromkeys(("blake2s", "blake2s256"), "blake2s"),
}
"""The algorithms of manifests, in small letters without signs (2.1.3), as Python calls them."""
_MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt")
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
_DECLARED = re.compile(
    r"BagIt-Version: (?:1\.0|0\.9[5-7])\r?\n"
    r"Tag-File-Character-Encoding: UTF-8\r?\n?",
)


def check_bag(folder: Path) -> list[Diagnostic]:
    """Everything in which the folder differs from what its manifests say."""
    findings = list(_declaration(folder))
    findings += _fetched(folder)
    manifests: dict[bool, dict[str, Mapping[str, str]]] = {False: {}, True: {}}
    for file in sorted(folder.glob("*manifest-*.txt")):
        if match := _MANIFEST.fullmatch(file.name):
            entries, faults = _entries(file, match[2], is_tag=bool(match[1]))
            manifests[bool(match[1])][match[2]] = entries
            findings += faults
    if not manifests[False]:
        message = "there is no payload manifest"
        findings.append(PACKAGE_FILE_MISSING.at(Place("manifest-sha256.txt"), message))
    findings += _against(folder, "manifest", manifests[False], _payload(folder))
    # a tag manifest need not list every tag file (2.2.1)
    listed = {path for entries in manifests[True].values() for path in entries}
    tags = [path for path in _tags(folder) if unicodedata.normalize("NFC", path) in _normal(listed)]
    findings += _against(folder, "tagmanifest", manifests[True], tags)
    return findings + list(_oxum(folder))


def bag_information(folder: Path) -> dict[str, str]:
    """The fields of bag-info.txt; a repeated one has its last value."""
    file = folder / "bag-info.txt"
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    unfolded = re.sub(r"\r?\n[ \t]+", " ", text)
    pairs = (line.partition(":") for line in unfolded.splitlines())
    return {label.strip(): value.strip() for label, colon, value in pairs if colon}


def _declaration(folder: Path) -> Iterator[Diagnostic]:
    text = (folder / "bagit.txt").read_text(encoding="utf-8", errors="replace")
    if text.startswith("\ufeff"):
        yield PACKAGE_BAG.at(Place("bagit.txt"), "begins with a byte order mark (2.1.1)")
    elif not _DECLARED.fullmatch(text):
        yield PACKAGE_BAG.at(Place("bagit.txt"), "is not the declaration of a bag in UTF-8")
    if not (folder / "data").is_dir():
        yield PACKAGE_FILE_MISSING.at(Place("data"), "the bag has no payload folder")


def _entries(
    file: Path, algorithm: str, *, is_tag: bool
) -> tuple[dict[str, str], list[Diagnostic]]:
    entries: dict[str, str] = {}
    faults: list[Diagnostic] = []

    def fault(line: int, code: Code, message: str) -> None:
        faults.append(code.at(Place(file.name, line), message))

    if algorithm not in _KNOWN:
        fault(0, PACKAGE_DIGEST_UNKNOWN, f"the algorithm {algorithm} is not known")
        return entries, faults
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        path = decoded(match[2]).removeprefix("./") if match else ""
        if not match:
            fault(number, PACKAGE_MANIFEST, "is not a digest and a path")
        elif not is_inside(path) or path.startswith("data/") == is_tag:
            fault(number, PACKAGE_OUTSIDE, f"names a file outside its place: {path!a}")
        elif path in entries:
            fault(number, PACKAGE_TWICE, f"names {path} again")
        else:
            entries[path] = match[1].lower()
    return entries, faults


def _against(
    folder: Path, kind: str, manifests: Mapping[str, Mapping[str, str]], present: Iterable[str]
) -> Iterator[Diagnostic]:
    on_disk = set(present)
    manifests = {name: _as_on_disk(entries, on_disk) for name, entries in manifests.items()}
    for path in sorted(on_disk):
        named = {algorithm for algorithm, entries in manifests.items() if path in entries}
        for algorithm in manifests.keys() - named:
            message = f"is not in {kind}-{algorithm}.txt"
            yield PACKAGE_FILE_UNLISTED.at(Place(path), message)
        found = digests(folder / path, [_KNOWN[algorithm] for algorithm in named])
        for algorithm in sorted(named):
            if found[_KNOWN[algorithm]] != manifests[algorithm][path]:
                message = f"has another {algorithm.upper()} than {kind}-{algorithm}.txt says"
                yield PACKAGE_DIGEST.at(Place(path), message)
    for algorithm, entries in manifests.items():
        for path in sorted(entries.keys() - on_disk):
            message = f"is missing; {kind}-{algorithm}.txt names it"
            yield PACKAGE_FILE_MISSING.at(Place(path), message)


def _normal(paths: Iterable[str]) -> dict[str, str]:
    """Paths by their normal form, since systems write accents in two ways (RFC 8493, 6.1.2)."""
    return {unicodedata.normalize("NFC", path): path for path in paths}


def _as_on_disk(entries: Mapping[str, str], on_disk: set[str]) -> dict[str, str]:
    """The entries by the names that their files have where they lie now."""
    names = _normal(on_disk)
    return {
        path if path in on_disk else names.get(unicodedata.normalize("NFC", path), path): digest
        for path, digest in entries.items()
    }


def _fetched(folder: Path) -> Iterator[Diagnostic]:
    """What a bag asks to be fetched and has not; nothing is fetched (2.2.3)."""
    file = folder / "fetch.txt"
    lines = (
        file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else ()
    )
    for number, line in enumerate(lines, 1):
        path = (
            decoded(line.split(None, 2)[2]).removeprefix("./")
            if len(line.split(None, 2)) > 2
            else ""
        )
        if line.strip() and not (is_inside(path) and (folder / path).is_file()):
            message = f"asks to fetch a file from elsewhere, which is not here: {path!a}"
            yield PACKAGE_FETCH.at(Place(file.name, number), message)


def _payload(folder: Path) -> Iterator[str]:
    for file in (folder / "data").rglob("*"):
        if file.is_file():
            yield file.relative_to(folder).as_posix()


def _tags(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        is_payload = path.startswith("data/") or path.startswith("tagmanifest-")
        if file.is_file() and not is_payload:
            yield path


def _oxum(folder: Path) -> Iterator[Diagnostic]:
    told = bag_information(folder).get("Payload-Oxum")
    files = [file for file in (folder / "data").rglob("*") if file.is_file()]
    found = f"{sum(file.stat().st_size for file in files)}.{len(files)}"
    if told is not None and told != found:
        message = f"Payload-Oxum is {told}; there are {found.replace('.', ' bytes in ')} files"
        yield PACKAGE_OXUM.at(Place("bag-info.txt"), message)
