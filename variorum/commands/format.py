"""`variorum format`: indents where white space means nothing."""

from __future__ import annotations

import argparse
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from variorum.commands.flags import edition_of, on_files
from variorum.commands.status import BAD, GOOD
from variorum.commands.terminal import show
from variorum.findings import Diagnostic, Place, VariorumError
from variorum.findings.visible import visible
from variorum.source import Source

__all__ = ["flags", "run", "run_format"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    on_files(verb)
    verb.add_argument(
        "--check", action="store_true", help="say which files would change, and change none"
    )


def run(options: argparse.Namespace) -> int:
    """Formats."""
    return run_format(options.paths, only_check=options.check)


def run_format(paths: Sequence[Path], *, only_check: bool) -> int:
    """Lays out the files, or says which would change; a file that cannot be is left as it is."""
    refused: list[Diagnostic] = []
    changed = 0
    edition = edition_of(paths)
    for source in edition.sources:
        try:
            new = _formatted(source, edition.root)
        except VariorumError as error:
            refused += error.findings
            continue
        if new == source.data:
            continue
        changed += 1
        print(visible(f"{source.name} {'would change' if only_check else 'formatted'}"))
        if not only_check:
            _replace(source.path, new)
    if refused:
        show(refused, stream=sys.stderr)
    return BAD if refused or (only_check and changed) else GOOD


def _formatted(source: Source, root: Path) -> bytes:
    from variorum.desk.codes import FORMAT_REFUSED
    from variorum.desk.layout import RefusedError, formatted
    from variorum.source.bytes import encoding_of

    if not _lies_in(root, source.path):
        message = "it is a link to a file outside the edition"
        raise VariorumError(FORMAT_REFUSED.at(Place(source.name), message))
    if encoding_of(source.data) != "utf-8":
        raise VariorumError(FORMAT_REFUSED.at(Place(source.name), "it is in another encoding"))
    try:
        return formatted(source.data.decode()).encode()
    except UnicodeDecodeError:
        raise VariorumError(FORMAT_REFUSED.at(Place(source.name), "it is no UTF-8")) from None
    except RefusedError as refused:
        raise VariorumError(FORMAT_REFUSED.at(Place(source.name), str(refused))) from None


def _lies_in(root: Path, path: Path) -> bool:
    """Whether a file that is called as if it lay in a folder lies there, wherever links lead.

    One that is called from outside the edition is to lie in the folder that it is called in.
    """
    called = Path(os.path.normpath(path.absolute()))  # links are not followed
    folder = root if called.is_relative_to(root.absolute()) else called.parent
    return path.resolve().is_relative_to(folder.resolve())


def _replace(path: Path, data: bytes) -> None:
    """Writes the whole file at once: whoever reads it meanwhile has the old or the new one."""
    from variorum.engines.partial import half_made

    real = path.resolve()
    with half_made(real.parent) as partial:
        with partial.open("xb") as stream:  # nothing that is there, such as a link, is written to
            stream.write(data)
        partial.chmod(stat.S_IMODE(real.stat().st_mode))
        partial.replace(real)
