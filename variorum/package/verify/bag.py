"""Checks a bag (RFC 8493): every digest, every file both ways, the Payload-Oxum."""

from __future__ import annotations

import hashlib
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
_MANIFEST = re.compile(r"(tag)?manifest-(.+)\.txt")
_OXUM = "payload-oxum"
"""Labels that the standard reserves are the same in small letters (2.2.2)."""
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
_DECLARED = re.compile(
    r"BagIt-Version: (1\.0|0\.9[3-7])\nTag-File-Character-Encoding: ([A-Za-z][\w.:\-]*)\n?"
)


def check_bag(folder: Path) -> list[Diagnostic]:
    """Everything in which the folder differs from what its manifests say."""
    findings = list(_declaration(folder))
    findings += _information(folder)
    manifests: dict[bool, dict[str, Mapping[str, str]]] = {False: {}, True: {}}
    for file in sorted(folder.glob("*manifest-*.txt")):
        if match := _MANIFEST.fullmatch(file.name):
            entries, faults = _entries(file, match[2], is_tag=bool(match[1]))
            manifests[bool(match[1])][match[2]] = entries
            findings += faults
    if not manifests[False]:
        message = "there is no payload manifest"
        findings.append(PACKAGE_FILE_MISSING.at(Place("manifest-sha256.txt"), message))
    findings += _fetched(folder, manifests[False])
    whole = _declared(folder)[0] == "1.0"
    findings += _against(folder, "manifest", manifests[False], _payload(folder), whole=whole)
    # a tag manifest need not list every tag file (2.2.1)
    listed = {path for entries in manifests[True].values() for path in entries}
    tags = [path for path in _tags(folder) if unicodedata.normalize("NFC", path) in _normal(listed)]
    findings += _against(folder, "tagmanifest", manifests[True], tags)
    return findings + list(_oxum(folder))


def bag_information(folder: Path) -> dict[str, str]:
    """The fields of bag-info.txt; a repeated one has its last value."""
    pairs = (line.partition(":") for _, line in _fields(folder))
    return {label.strip(): value.strip() for label, colon, value in pairs if colon}


def _fields(folder: Path) -> list[tuple[int, str]]:
    """The lines of bag-info.txt with their numbers, those that go on as a single one."""
    fields: list[tuple[int, str]] = []
    for number, line in enumerate(_lines(folder, "bag-info.txt"), 1):
        if line[:1] in (" ", "\t") and fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.strip()}")
        elif line.strip():
            fields.append((number, line))
    return fields


def _information(folder: Path) -> Iterator[Diagnostic]:
    """Lines of bag-info.txt that are no fields, and what must stand there once alone (2.2.2)."""
    labels: list[str] = []
    for number, line in _fields(folder):
        label, colon, _ = line.partition(":")
        if not (colon and label.strip()):
            message = "is no label with a value after a colon (2.2.2)"
            yield PACKAGE_BAG.at(Place("bag-info.txt", number), message)
        labels.append(label.strip().lower())
    if labels.count(_OXUM) > 1:
        message = "Payload-Oxum stands there more than once (2.2.2)"
        yield PACKAGE_BAG.at(Place("bag-info.txt"), message)


def _declared(folder: Path) -> tuple[str, str]:
    """The version of BagIt, and the encoding of tag files; what nobody knows is UTF-8."""
    text = (folder / "bagit.txt").read_text("utf-8", "replace") if folder.is_dir() else ""
    found = _DECLARED.fullmatch(text.removeprefix("\ufeff"))
    return (
        (found[1], found[2] if _is_encoding(found[2]) else "utf-8") if found else ("1.0", "utf-8")
    )


def _is_encoding(name: str) -> bool:
    try:
        return bool("a".encode(name).decode(name))
    except (LookupError, UnicodeError, AttributeError):
        return False


def _lines(folder: Path, name: str) -> list[str]:
    """The lines of a tag file, which end as on any system (2.2); other signs part no lines."""
    file = folder / name
    if not (file.is_file() and (folder / "bagit.txt").is_file()):
        return []
    lines = file.read_text(encoding=_declared(folder)[1], errors="replace").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _declaration(folder: Path) -> Iterator[Diagnostic]:
    text = (folder / "bagit.txt").read_text(encoding="utf-8", errors="replace")
    found = _DECLARED.fullmatch(text)
    if text.startswith("\ufeff"):
        yield PACKAGE_BAG.at(Place("bagit.txt"), "begins with a byte order mark (2.1.1)")
    elif not found:
        message = "is not the declaration of a bag: a version and an encoding, in two lines"
        yield PACKAGE_BAG.at(Place("bagit.txt"), message)
    elif not _is_encoding(found[2]):
        yield PACKAGE_BAG.at(Place("bagit.txt"), f"names an unknown encoding: {found[2]}")
    if not (folder / "data").is_dir():
        yield PACKAGE_FILE_MISSING.at(Place("data"), "the bag has no payload folder")


def _entries(
    file: Path, algorithm: str, *, is_tag: bool
) -> tuple[dict[str, str], list[Diagnostic]]:
    entries: dict[str, str] = {}
    faults: list[Diagnostic] = []

    def fault(line: int, code: Code, message: str) -> None:
        faults.append(code.at(Place(file.name, line), message))

    if algorithm != re.sub(r"[^a-z0-9]", "", algorithm.lower()):
        message = f"the algorithm {algorithm} is not in small letters without signs (2.1.3)"
        fault(0, PACKAGE_DIGEST_UNKNOWN, message)
        return entries, faults
    if algorithm not in _KNOWN:
        fault(0, PACKAGE_DIGEST_UNKNOWN, f"the algorithm {algorithm} is not known")
        return entries, faults
    length = 2 * hashlib.new(_KNOWN[algorithm]).digest_size
    for number, line in enumerate(_lines(file.parent, file.name), 1):
        match = _LINE.fullmatch(line)
        path = decoded(match[2]).removeprefix("./") if match else ""
        if not match:
            fault(number, PACKAGE_MANIFEST, "is not a digest and a path")
        elif not is_inside(path) or path.startswith("data/") == is_tag:
            fault(number, PACKAGE_OUTSIDE, f"names a file outside its place: {path!a}")
        elif len(match[1]) != length:
            digits = f"the digest has {len(match[1])} figures, not the {length} of {algorithm}"
            fault(number, PACKAGE_MANIFEST, digits)
        elif is_tag and path.startswith("tagmanifest-"):
            fault(number, PACKAGE_MANIFEST, f"lists a tag manifest: {path} (2.2.1)")
        elif path in entries:
            fault(number, PACKAGE_TWICE, f"names {path} again")
        else:
            entries[path] = match[1].lower()
    return entries, faults


def _against(
    folder: Path,
    kind: str,
    manifests: Mapping[str, Mapping[str, str]],
    present: Iterable[str],
    *,
    whole: bool = False,
) -> Iterator[Diagnostic]:
    """Files against manifests; each must be in every manifest if it is `whole`, else in any."""
    on_disk = set(present)
    manifests = {name: _as_on_disk(entries, on_disk) for name, entries in manifests.items()}
    for path in sorted(on_disk):
        named = {algorithm for algorithm, entries in manifests.items() if path in entries}
        for algorithm in manifests.keys() - named if whole or not named else ():
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


def _fetched(folder: Path, manifests: Mapping[str, Mapping[str, str]]) -> Iterator[Diagnostic]:
    """What a bag asks to be fetched and has not; nothing is fetched (2.2.3)."""
    for number, line in enumerate(_lines(folder, "fetch.txt"), 1):
        url, length, path = (*line.split(None, 2), "", "", "")[:3]
        path = decoded(path).removeprefix("./")
        place = Place("fetch.txt", number)
        if not line.strip():
            continue
        if not (is_inside(path) and (folder / path).is_file()):
            message = f"asks to fetch a file from elsewhere, which is not here: {path!a}"
            yield PACKAGE_FETCH.at(place, message)
        elif not path.startswith("data/") or not all(path in each for each in manifests.values()):
            message = f"names a file that not every payload manifest lists: {path!a} (2.2.3)"
            yield PACKAGE_FETCH.at(place, message)
        elif not re.fullmatch(r"[A-Za-z][\w+.\-]*:.+", url) or not re.fullmatch(r"\d+|-", length):
            message = "is no address, length and path (2.2.3)"
            yield PACKAGE_FETCH.at(place, message)
        elif length not in ("-", str((folder / path).stat().st_size)):
            message = f"tells {length} bytes of {path}, which has another size"
            yield PACKAGE_FETCH.at(place, message)


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
    fields = {label.lower(): value for label, value in bag_information(folder).items()}
    told = fields.get(_OXUM)
    files = [file for file in (folder / "data").rglob("*") if file.is_file()]
    found = f"{sum(file.stat().st_size for file in files)}.{len(files)}"
    if told is not None and not re.fullmatch(r"\d+\.\d+", told):
        message = f"Payload-Oxum is “{told}”, not a number of bytes, a dot and a number of files"
        yield PACKAGE_OXUM.at(Place("bag-info.txt"), message)
    elif told is not None and told != found:
        message = f"Payload-Oxum is {told}; there are {found.replace('.', ' bytes in ')} files"
        yield PACKAGE_OXUM.at(Place("bag-info.txt"), message)
