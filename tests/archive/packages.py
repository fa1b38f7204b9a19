"""Makes packages, and the manifests of damaged ones anew, so that damage lies deeper."""

from __future__ import annotations

from pathlib import Path

from tests.runs import variorum
from variorum.package.bag import write_bag
from variorum.package.verify.bag import bag_information

__all__ = ["make_package", "rebag"]


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
