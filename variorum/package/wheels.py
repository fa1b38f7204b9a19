"""The wheels of what Variorum runs on, so that a package can be made again without a network."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from variorum.findings import Place, VariorumError
from variorum.package.bag import digests
from variorum.package.codes import PACKAGE_WHEELS
from variorum.package.software import pins

__all__ = ["WHEELS", "download", "pinned", "pythons_of"]

WHEELS = "software/wheels"
"""Where they lie in a package."""

_NAME = re.compile(r"([^-]+)-([^-]+)(?:-\d[^-]*)?-([^-]+)-([^-]+)-[^-]+\.whl")
"""The name of a wheel: project, version, a number of the build, Python, binary interface, system
(binary distribution format, “File name convention”).
"""
_OFFLINE = (
    "pip must reach an index, or a folder with the wheels that the variables PIP_NO_INDEX and"
    " PIP_FIND_LINKS name"
)


def download(target: Path) -> None:
    """Has pip put the wheels for the Python that runs into the folder `target`.

    Raises VariorumError where it cannot.
    """
    requirements, unknown = pins()
    file = target / "requirements.txt"
    file.write_text(requirements, encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
    command += [] if unknown else ["--require-hashes"]
    done = subprocess.run(
        [*command, "--quiet", f"--requirement={file}", f"--dest={target}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        told = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        reason = (told or done.stderr.strip().splitlines() or ["no reason told"])[-1]
        message = f"pip cannot get them: {reason.removeprefix('ERROR: ')}"
        raise VariorumError(PACKAGE_WHEELS.at(Place(WHEELS), message, _OFFLINE))


def pinned(folder: Path) -> list[Path]:
    """The wheels in a folder that Variorum runs on, by version, and by digest where it is known.

    Raises VariorumError where there is none of one of them.
    """
    found: list[Path] = []
    lacking: list[str] = []
    for block in re.split(r"\n(?=\S)", pins()[0].strip()):
        pin = block.split()[0]
        known = re.findall(r"sha256:(\w+)", block)
        wheels = [
            file
            for file in sorted(folder.glob("*.whl"))
            if _pin(file) == pin and (not known or digests(file, ("sha256",))["sha256"] in known)
        ]
        found += wheels
        lacking += [] if wheels else [pin]
    if lacking:
        message = f"no wheel of {', '.join(lacking)} is there that has the right digest"
        raise VariorumError(PACKAGE_WHEELS.at(Place(WHEELS), message))
    return found


def pythons_of(wheels: Iterable[Path]) -> str:
    """For which Python there is a wheel of each, in words."""
    by_project: dict[str, set[str]] = {}
    for project, number in _bound(wheels):
        by_project.setdefault(project, set()).add(number)
    common = set.intersection(*by_project.values()) if by_project else set()
    numbers = sorted(common, key=lambda number: tuple(map(int, number.split("."))))
    return f"CPython {' and '.join(numbers)}" if numbers else ""


def _bound(wheels: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The projects whose wheels are for one version of Python alone, with that version."""
    for file in wheels:
        parts = _NAME.fullmatch(file.name)
        exact = re.fullmatch(r"cp(\d)(\d+)", parts[4]) if parts else None
        if parts and exact:
            yield parts[1].lower(), f"{exact[1]}.{exact[2]}"


def _pin(file: Path) -> str:
    parts = _NAME.fullmatch(file.name)
    return f"{parts[1].lower().replace('_', '-')}=={parts[2]}" if parts else ""
