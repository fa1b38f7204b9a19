"""Opens a package that may be hostile: nothing outside a fresh folder is read or written."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from unicodedata import category

from variorum.engines.partial import temporary_folder
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.package.codes import (
    PACKAGE_BOMB,
    PACKAGE_ENCRYPTED,
    PACKAGE_LAYOUT,
    PACKAGE_LINK,
    PACKAGE_OUTSIDE,
    PACKAGE_TWICE,
    PACKAGE_ZIP_BROKEN,
)
from variorum.source.codes import FILE_MISSING

__all__ = ["is_inside", "opened"]

MOST_FILES = 100_000
MOST_BYTES = 8 << 30
MOST_EXPANSION = 100
"""How many times its size in the zip a package may have; text seldom reaches 20."""
_ALWAYS_FINE = 64 << 20
_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_CONTROL = "has a control character in its name, which no file of a package has"


@contextmanager
def opened(path: Path) -> Iterator[Path]:
    """The package as a folder: the folder itself, or a zip unpacked for the time being.

    Raises VariorumError for what cannot be read and for what is hostile.
    """
    if path.is_symlink():
        raise VariorumError(PACKAGE_LINK.at(Place(path.name), "is a link, not a package"))
    if path.is_dir():
        _only_plain_files(path)
        yield path
        return
    if not path.is_file():
        message = "no such folder or zip file"
        raise VariorumError(FILE_MISSING.at(Place(path.as_posix()), message))
    with temporary_folder() as folder:
        yield _unzipped(path, folder)


def is_inside(path: str) -> bool:
    """Whether a path of a manifest, a reference or a zip entry stays where it belongs."""
    pure = PurePosixPath(path)
    odd = "\\" in path or "\0" in path or ":" in pure.parts[0] if pure.parts else True
    return not (odd or pure.is_absolute() or ".." in pure.parts or path != pure.as_posix())


def _only_plain_files(folder: Path) -> None:
    """Refuses links, devices, and controls in names but ends of lines, which bags may have."""
    count = 0
    for parent, folders, files in os.walk(folder):
        count += len(folders) + len(files)
        if count > MOST_FILES:
            raise VariorumError(_too_many(folder.name))
        for entry in (Path(parent, name) for name in (*folders, *files)):
            mode = entry.lstat().st_mode
            if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
                name = entry.relative_to(folder).as_posix()
                message = "is a link or a device: a package holds files alone"
                raise VariorumError(PACKAGE_LINK.at(Place(name), message))
            if _has_control(entry.name.replace("\n", "").replace("\r", "")):
                name = ascii(entry.relative_to(folder).as_posix())[1:-1]
                raise VariorumError(PACKAGE_ZIP_BROKEN.at(Place(name), _CONTROL))


def _has_control(name: str) -> bool:
    """Whether a name has a character that controls, which not every system can write."""
    return any(category(character) == "Cc" for character in name)


def _too_many(name: str) -> Diagnostic:
    return PACKAGE_BOMB.at(Place(name), f"holds more than {MOST_FILES} files")


_BEGINNINGS = {
    b"\x1f\x8b": "is compressed with gzip, perhaps a tar.gz",
    b"7z\xbc\xaf": "is a 7z archive",
    b"Rar!": "is a rar archive",
    b"BZh": "is compressed with bzip2",
    b"\xfd7zXZ": "is compressed with xz",
}
_LOCAL, _END, _SPLIT = b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"
_END_LENGTH = 22
_UNPACK = "unpack it, and verify the folder"
_TAR = 257
"""Where a tar archive says that it is one."""


def _true_reason(path: Path) -> tuple[str, str]:
    """Why a file is no zip that can be read, and the cure for other archives; empty for a zip."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(_TAR + 5)
        stream.seek(max(0, size - (1 << 16) - _END_LENGTH))
        tail = stream.read()
    if head[_TAR:] == b"ustar":
        return "is a tar archive", _UNPACK
    for beginning, what in _BEGINNINGS.items():
        if head.startswith(beginning):
            return what, _UNPACK
    at = tail.rfind(_END)
    if at < 0:
        cut = "is cut off: the list of files at its end is missing" if head[:4] == _LOCAL else ""
        return cut or "is no zip file", ""
    if head[:4] not in (_LOCAL, _END, _SPLIT):
        return "has other data before its first file, which belong to no file", ""
    comment = int.from_bytes(tail[at + 20 : at + _END_LENGTH], "little")
    behind = len(tail) - at - _END_LENGTH - comment
    if behind > 0:
        return f"has {behind} bytes behind its end, which belong to no file", ""
    return "is cut off within its comment" if behind < 0 else "", ""


def _unzipped(path: Path, folder: Path) -> Path:
    reason, cure = _true_reason(path)
    if reason:
        raise VariorumError(PACKAGE_ZIP_BROKEN.at(Place(path.name), reason, cure))
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _harmless(path, entries)
            for entry in entries:
                if not entry.is_dir():
                    _extract(archive, entry, folder)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, ValueError) as error:
        message = f"cannot be unzipped: {error}"
        raise VariorumError(PACKAGE_ZIP_BROKEN.at(Place(path.name), message)) from None
    except OSError as error:  # a name that is too long, or both of a file and of a folder
        message = f"cannot be unzipped: {error.strerror or error}"
        raise VariorumError(PACKAGE_ZIP_BROKEN.at(Place(path.name), message)) from None
    return folder / entries[0].filename.split("/", 1)[0]


def _harmless(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    if not entries:
        raise VariorumError(PACKAGE_ZIP_BROKEN.at(Place(path.name), "is empty"))
    if len(entries) > MOST_FILES:
        raise VariorumError(_too_many(path.name))
    size, packed = sum(entry.file_size for entry in entries), path.stat().st_size
    if size > MOST_BYTES or (size > _ALWAYS_FINE and size > MOST_EXPANSION * packed):
        message = f"would unpack to {size} bytes from {packed}"
        raise VariorumError(PACKAGE_BOMB.at(Place(path.name), message))
    seen: set[str] = set()
    for entry in entries:
        _harmless_entry(entry, seen)
    if len({entry.filename.split("/", 1)[0] for entry in entries}) != 1:
        message = "holds more than one folder at its top"
        raise VariorumError(PACKAGE_LAYOUT.at(Place(path.name), message))


def _harmless_entry(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename.removesuffix("/")
    folded = name.casefold()
    mode = entry.external_attr >> 16
    if _has_control(name):
        code, problem = PACKAGE_ZIP_BROKEN, _CONTROL
    elif not is_inside(name):
        code, problem = PACKAGE_OUTSIDE, "would be written outside the package's folder"
    elif "/" not in entry.filename:
        code, problem = PACKAGE_LAYOUT, "lies outside the one top folder"
    elif folded in seen:
        code, problem = PACKAGE_TWICE, "stands in the zip twice"
    elif stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        code, problem = PACKAGE_LINK, "is a link: a package holds files alone"
    elif entry.flag_bits & _ENCRYPTED:
        code, problem = PACKAGE_ENCRYPTED, "is encrypted"
    else:
        seen.add(folded)
        return
    raise VariorumError(code.at(Place(ascii(name)[1:-1]), problem))


def _extract(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> None:
    target = folder / entry.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with archive.open(entry) as stream, target.open("xb") as file:
        while piece := stream.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                message = "is longer than the zip says"
                raise VariorumError(PACKAGE_BOMB.at(Place(entry.filename), message))
            file.write(piece)
