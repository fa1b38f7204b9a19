"""Makes packages, and the manifests of damaged ones anew, so that damage lies deeper."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from tests.runs import variorum
from variorum.package.bag import write_bag
from variorum.package.verify.bag import bag_information

__all__ = ["make_package", "make_true", "rebag"]


def make_package(folder: Path, *arguments: str, **environment: str) -> Path:
    """Packages the one document of the edition in `folder`; returns the package."""
    run = variorum(folder, "package", *arguments, **environment)
    assert run.returncode == 0, run.stderr
    packages = [path for path in (folder / "output" / "package").iterdir() if path.is_dir()]
    assert len(packages) == 1, packages
    return packages[0]


def rebag(package: Path) -> None:
    """Writes the manifests of a bag anew, as one would who wants to hide a change."""
    information = bag_information(package)
    del information["Payload-Oxum"]
    for file in package.iterdir():
        if file.is_file():
            file.unlink()
    write_bag(package, information)


_HREF = "{http://www.w3.org/1999/xlink}href"


def make_true(package: Path) -> None:
    """Makes sizes and digests of every layer those of the files, as a forger would."""
    payload = package / "data"
    for mets in sorted(payload.glob("representations/*/METS.xml")):
        _true_mets(mets)
    premis = payload / "metadata" / "preservation" / "premis.xml"
    tree = etree.parse(str(premis))
    for item in tree.iterfind("{*}object"):
        file = payload / (item.findtext("{*}objectIdentifier/{*}objectIdentifierValue") or "")
        if not file.is_file():
            continue
        for digest in item.iterfind(".//{*}messageDigest"):
            digest.text = sha256(file.read_bytes()).hexdigest()
        for size in item.iterfind(".//{*}size"):
            size.text = str(file.stat().st_size)
    tree.write(str(premis), encoding="UTF-8", xml_declaration=True)
    crate = payload / "ro-crate-metadata.json"
    graph = json.loads(crate.read_bytes())
    for entity in graph["@graph"]:
        file = payload / unquote(entity.get("@id", ""))
        if entity.get("@type") == "File" and file.is_file():
            entity["contentSize"] = str(file.stat().st_size)
            entity["sha256"] = sha256(file.read_bytes()).hexdigest()
    crate.write_text(json.dumps(graph, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    _true_mets(payload / "METS.xml")
    rebag(package)


def _true_mets(mets: Path) -> None:
    tree = etree.parse(str(mets))
    for reference in tree.iter("{*}mdRef", "{*}FLocat"):
        file = mets.parent / unquote(str(reference.get(_HREF)))
        told = reference if reference.get("CHECKSUM") else reference.getparent()
        if file.is_file() and told is not None:
            told.set("CHECKSUM", sha256(file.read_bytes()).hexdigest())
            told.set("SIZE", str(file.stat().st_size))
    tree.write(str(mets), encoding="UTF-8", xml_declaration=True)
