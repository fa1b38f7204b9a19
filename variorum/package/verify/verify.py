"""Verifies a package: digests, sizes, references, descriptions, texts; and that it rebuilds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from variorum import __version__
from variorum.engines.partial import temporary_folder
from variorum.findings import Diagnostic, Place, VariorumError, has_error
from variorum.package.bag import digests
from variorum.package.codes import (
    PACKAGE_DIGEST,
    PACKAGE_FILE_ADVISED,
    PACKAGE_FILE_MISSING,
    PACKAGE_NAME,
    PACKAGE_NOT_REBUILT,
    PACKAGE_OUTSIDE,
    PACKAGE_REBUILD,
    PACKAGE_UNKNOWN,
    PACKAGE_VERSION,
)
from variorum.package.inventory import PREMIS
from variorum.package.staging import ACCESS, TEI_DATA
from variorum.package.verify.bag import check_bag
from variorum.package.verify.mets import MetsFile, check_mets
from variorum.package.verify.premis import check_premis
from variorum.package.verify.texts import check_texts
from variorum.package.verify.unpack import is_inside, opened
from variorum.source import Edition

__all__ = ["verify"]

_MANIFEST = "manifest.json"


def verify(path: Path, *, rebuild: bool = False) -> list[Diagnostic]:
    """What is wrong with a package: a folder or a zip; a bag, or an E-ARK package alone.

    With `rebuild`, renditions are built again from the texts of the package, by the stylesheets
    of the Variorum that runs, never by those of the package, and compared.
    Raises VariorumError for what is no package and for what is hostile: then nothing was read.
    """
    findings = list(_told_digest(path))
    with opened(path) as folder:
        is_bag = (folder / "bagit.txt").is_file()
        if not is_bag and not (folder / "METS.xml").is_file():
            message = "is no package: it has neither bagit.txt nor METS.xml"
            raise VariorumError(PACKAGE_UNKNOWN.at(Place(path.as_posix()), message))
        payload = folder / "data" if is_bag else folder
        findings += check_bag(folder) if is_bag else []
        prefix = "data/" if is_bag else ""
        mets, inner = _contents(payload, folder.resolve().name)
        findings += _below(prefix, inner)
        if rebuild and has_error(findings):
            message = "was not rebuilt, because of the errors found"
            findings.append(PACKAGE_NOT_REBUILT.at(Place(path.as_posix()), message))
        elif rebuild:
            findings += _below(prefix, _rebuilt(payload, mets))
    return sorted(set(findings))


def _below(folder: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings with their files named as below a folder."""
    return [replace(finding, file=folder + finding.file) for finding in findings]


def _told_digest(path: Path) -> Iterator[Diagnostic]:
    """A zip against the digest that lies beside it."""
    beside = path.parent / f"{path.name}.sha256"
    if path.is_file() and beside.is_file():
        told = beside.read_text(encoding="utf-8", errors="replace").split()[:1]
        if told != [digests(path, ("sha256",))["sha256"]]:
            message = f"has another SHA-256 than {beside.name} says"
            yield PACKAGE_DIGEST.at(Place(path.name), message)


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
    return mets, findings + check_texts(payload)


def _rebuilt(payload: Path, mets: MetsFile) -> list[Diagnostic]:
    if mets.software != __version__:
        made = f"Variorum {mets.software}" if mets.software else "another program"
        message = f"was made by {made}; this is Variorum {__version__}: it cannot be rebuilt here"
        return [PACKAGE_VERSION.at(Place("METS.xml"), message)]
    source = payload / TEI_DATA
    if not (source / "tei").is_dir():
        message = "is missing: there is nothing to rebuild from"
        return [PACKAGE_FILE_MISSING.at(Place(f"{TEI_DATA}/tei"), message)]
    with temporary_folder() as folder:
        root, output = folder / "edition", folder / "output"
        shutil.copytree(source, root)
        return _build(root, output) or list(_compared(output, payload / ACCESS))


def _build(root: Path, output: Path) -> list[Diagnostic]:
    from variorum.build.plan import plan
    from variorum.build.run import run
    from variorum.outputs.registry import outputs_of
    from variorum.proof import Proof

    try:
        edition = Edition.here(root)
        if wrong := edition.settings.findings:
            return [replace(finding, file=f"{TEI_DATA}/{finding.file}") for finding in wrong]
        fonts = edition.settings.print.fonts
        if fonts and not is_inside(fonts):
            message = f"names fonts outside the package: {fonts!a}"
            return [PACKAGE_OUTSIDE.at(Place(f"{TEI_DATA}/pyproject.toml"), message)]
        met = run(plan(edition, outputs_of()), output, Proof, strict=False).findings
    except VariorumError as error:
        return list(error.findings)
    return [finding for finding in met if finding.level == "error"]


def _compared(built: Path, packaged: Path) -> Iterator[Diagnostic]:
    tools = _tools(packaged) or "other tools"
    for name in sorted(_names(built) | _names(packaged)):
        shown = f"{ACCESS}/{name}"
        if not (packaged / name).is_file():
            yield PACKAGE_REBUILD.at(Place(shown), "is built from the texts, but not packaged")
        elif not (built / name).is_file():
            yield PACKAGE_REBUILD.at(Place(shown), "is packaged, but not built from the texts")
        elif (built / name).read_bytes() != (packaged / name).read_bytes():
            help_ = f"it was built with {tools}: software/requirements.txt has the versions"
            yield PACKAGE_REBUILD.at(Place(shown), "is not what the texts build", help_)


def _names(folder: Path) -> set[str]:
    files: Iterable[Path] = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix() for file in files}


def _tools(packaged: Path) -> str:
    try:
        tools = json.loads((packaged / _MANIFEST).read_bytes())["tools"]
        return ", ".join(f"{name} {number}" for name, number in sorted(tools.items()))
    except (OSError, ValueError, KeyError, AttributeError, RecursionError):
        return ""
