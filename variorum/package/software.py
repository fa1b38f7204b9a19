"""The toolchain as files: a wheel of what is installed, and the exact versions it runs on."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from variorum import __version__, resource
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.package.codes import PACKAGE_NOT_INSTALLED, PACKAGE_PIN_UNKNOWN
from variorum.package.zip import stored_zip

__all__ = ["pins", "pythons", "wheel", "wheel_name"]

_TAG = "py3-none-any"
_WHEEL = f"Wheel-Version: 1.0\nGenerator: variorum\nRoot-Is-Purelib: true\nTag: {_TAG}\n"
_SCRIPTS = "[console_scripts]\nvariorum = variorum.cli:main\n"
_PINNED = ("invoke", "lxml", "saxonche", "typst")


def wheel_name() -> str:
    """The file name of the wheel, as the binary distribution format has it."""
    return f"variorum-{__version__}-{_TAG}.whl"


@cache
def wheel() -> bytes:
    """A wheel of the code, stylesheets and schema of the Variorum that is running.

    The bytes depend on these files alone. Raises VariorumError where it is not installed, since
    then there is nothing that says what it depends on.
    """
    info = f"variorum-{__version__}.dist-info"
    files = dict(_installed())
    files[f"{info}/METADATA"] = _metadata().encode()
    files[f"{info}/WHEEL"] = _WHEEL.encode()
    files[f"{info}/entry_points.txt"] = _SCRIPTS.encode()
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD").encode()
    target = io.BytesIO()
    stored_zip(target, files.items())
    return target.getvalue()


def pins() -> tuple[str, list[Diagnostic]]:
    """A requirements file of the installed versions, with digests, for `pip --require-hashes`.

    A version whose digests are not known is pinned without one, and is a finding.
    """
    known = _known()
    lines, findings = [], []
    for name in _PINNED:
        try:
            pin = f"{name}=={version(name)}"
        except PackageNotFoundError:
            continue
        lines.append(known.get(pin, pin))
        if pin not in known:
            findings.append(_unknown(pin))
    return "\n".join(lines) + "\n", findings


def _unknown(pin: str) -> Diagnostic:
    message = f"no digest is known for {pin}: it is pinned by version alone"
    return PACKAGE_PIN_UNKNOWN.at(Place("software/requirements.txt"), message)


def pythons() -> str:
    """For which versions of Python the digests of wheels are known, in words."""
    found = re.search(r"CPython [\d.]+ to [\d.]+", _pins())
    return found[0] if found else ""


def _pins() -> str:
    return (Path(__file__).parent / "pins.txt").read_text(encoding="utf-8")


def _known() -> dict[str, str]:
    text = _pins()
    blocks = re.findall(r"^[\w.\-]+==\S+(?: \\\n +--hash=\S+)+", text, re.MULTILINE)
    return {block.split()[0]: block for block in blocks}


def _installed() -> Iterator[tuple[str, bytes]]:
    package = Path(__file__).resolve().parent.parent
    for area in ("xslt", "schema"):
        yield from _files(resource(area), f"variorum/data/{area}")
    for name, data in _files(package, "variorum"):
        if not name.startswith("variorum/data/"):
            yield name, data


def _files(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            yield f"{prefix}/{file.relative_to(folder).as_posix()}", file.read_bytes()


def _metadata() -> str:
    try:
        text = distribution("variorum").read_text("METADATA")
    except PackageNotFoundError:
        text = None
    if text is None:
        message = "Variorum runs from a folder and is not installed: it cannot be packaged"
        raise VariorumError(PACKAGE_NOT_INSTALLED.at(Place("variorum"), message))
    return text


def _record(files: dict[str, bytes], own: str) -> str:
    def digest(data: bytes) -> str:
        encoded = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
        return encoded.rstrip(b"=").decode()

    lines = [f"{name},sha256={digest(data)},{len(data)}" for name, data in sorted(files.items())]
    return "\n".join([*lines, f"{own},,"]) + "\n"
