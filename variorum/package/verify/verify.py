"""Verifies a package: digests, sizes, references, descriptions, texts; and that it is remade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from variorum.findings import Diagnostic, Place, VariorumError, has_error
from variorum.package.bag import digests
from variorum.package.codes import (
    PACKAGE_BAG_ALONE,
    PACKAGE_DIGEST,
    PACKAGE_FILE_ADVISED,
    PACKAGE_NAME,
    PACKAGE_NOT_REBUILT,
    PACKAGE_UNKNOWN,
)
from variorum.package.inventory import PREMIS
from variorum.package.verify.bag import bag_information, check_bag
from variorum.package.verify.crate import check_crate
from variorum.package.verify.mets import MetsFile, check_mets
from variorum.package.verify.ocfl import check_ocfl, is_ocfl
from variorum.package.verify.premis import check_premis
from variorum.package.verify.rebuild import Codes, rebuilt
from variorum.package.verify.records import check_records
from variorum.package.verify.texts import check_texts
from variorum.package.verify.unpack import opened

__all__ = ["verify"]


def verify(path: Path, *, rebuild: bool = False, codes: Codes = dict) -> list[Diagnostic]:
    """What is wrong with a package: a folder or a zip; a bag, or an E-ARK package alone.

    With `rebuild`, the whole package is made again from its texts, by the Variorum that runs, never
    by the one in the package, and compared. A plain bag, and an OCFL object or root, are verified
    as what they are.
    Raises VariorumError for what is no package and for what is hostile: then nothing was read.
    """
    findings = list(_told_digest(path))
    with opened(path) as folder:
        if is_ocfl(folder):
            return sorted({*findings, *check_ocfl(folder)})
        is_bag = (folder / "bagit.txt").is_file()
        payload = folder / "data" if is_bag else folder
        findings += check_bag(folder) if is_bag else []
        if not (payload / "METS.xml").is_file() and not _was_package(folder, payload):
            if is_bag:
                message = "is a bag and no E-ARK package: it was verified as a bag"
                return sorted({*findings, PACKAGE_BAG_ALONE.at(Place("bagit.txt"), message)})
            message = "is no package: it has neither bagit.txt nor METS.xml"
            raise VariorumError(PACKAGE_UNKNOWN.at(Place(path.as_posix()), message))
        mets, inner = _contents(payload, folder.resolve().name)
        findings += _below("data/" if is_bag else "", inner)
        if rebuild and has_error(findings):
            message = "was not rebuilt, because of the errors found"
            findings.append(PACKAGE_NOT_REBUILT.at(Place(path.as_posix()), message))
        elif rebuild:
            findings += rebuilt(folder, payload, mets, codes)
    return sorted(set(findings))


def _was_package(folder: Path, payload: Path) -> bool:
    """Whether a bag says of itself that it is a package of ours, or has what only packages have."""
    told = bag_information(folder)
    is_ours = told.get("Bag-Software-Agent", "").startswith("Variorum")
    return (folder / "bagit.txt").is_file() and (is_ours or (payload / "representations").is_dir())


def _below(folder: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings with their files named as below a folder."""
    return [replace(finding, file=folder + finding.file) for finding in findings]


def _told_digest(path: Path) -> Iterator[Diagnostic]:
    """A zip against the digest that lies beside it."""
    beside = path.parent / f"{path.name}.sha256"
    if path.is_file() and beside.is_file():
        told = beside.read_text(encoding="utf-8", errors="replace").split(maxsplit=1)
        if told[:1] != [digests(path, ("sha256",))["sha256"]]:
            message = f"has another SHA-256 than {beside.name} says"
            yield PACKAGE_DIGEST.at(Place(path.name), message)
        elif (name := "".join(told[1:]).strip().lstrip("*")) and name != path.name:
            message = f"tells the digest of “{name}”, not of {path.name}"
            yield PACKAGE_NAME.at(Place(beside.name), message)


def _contents(payload: Path, name: str) -> tuple[MetsFile, list[Diagnostic]]:
    mets = check_mets(payload)
    findings = list(mets.findings)
    if mets.objid and mets.objid != name:
        message = f"OBJID is “{mets.objid}”, but the folder is “{name}”"
        findings.append(PACKAGE_NAME.at(Place("METS.xml"), message))
    for representation in mets.representations:
        findings += check_mets(payload, representation).findings
    for file in sorted(payload.rglob("premis.xml")):
        findings += check_premis(payload, file.relative_to(payload).as_posix())
    if not (payload / PREMIS).is_file():
        message = "is missing: nothing says what was done to the files"
        findings.append(PACKAGE_FILE_ADVISED.at(Place(PREMIS), message))
    return mets, [
        *findings,
        *check_texts(payload),
        *check_records(payload),
        *check_crate(payload),
    ]
