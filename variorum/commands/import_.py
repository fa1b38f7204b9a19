"""`variorum import`: a TEI file of a transcript, such as plain text or Word."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from variorum.commands.status import GOOD, USAGE
from variorum.commands.terminal import rendered
from variorum.findings import VariorumError

__all__ = ["flags", "run", "run_import"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    verb.add_argument("path", type=Path, metavar="FILE", help="a transcript, such as letter.docx")
    verb.add_argument("target", type=Path, metavar="TARGET", help="the TEI file to write")
    verb.add_argument("--begins", default="", metavar="WORDS", help="how the text itself begins")
    verb.add_argument(
        "--from", default="", metavar="NAME", dest="form", help="such as markdown; else by its name"
    )
    verb.add_argument(
        "--encoding", default="", metavar="NAME", help="of plain text; without it, UTF-8"
    )
    verb.add_argument("--keep-lines", action="store_true", help="keep every line break")
    verb.add_argument(
        "--keep-deletions", action="store_true", help="write tracked changes as del and add"
    )
    verb.add_argument(
        "--dehyphenate", action="store_true", help="join words that the ends of lines part"
    )
    verb.add_argument("--force", action="store_true", help="replace a file that is there")


def run(options: argparse.Namespace) -> int:
    """Imports."""
    return run_import(
        options.path,
        options.target,
        begins=options.begins,
        encoding=options.encoding,
        keep_lines=options.keep_lines,
        keep_deletions=options.keep_deletions,
        dehyphenate=options.dehyphenate,
        form=options.form,
        force=options.force,
    )


def run_import(
    path: Path,
    target: Path,
    *,
    begins: str = "",
    encoding: str = "",
    keep_lines: bool = False,
    keep_deletions: bool = False,
    dehyphenate: bool = False,
    form: str = "",
    force: bool = False,
) -> int:
    """Makes a TEI file from a transcript, and copies its pictures beside it; says what its header
    asks for, and what was not kept.
    """
    from variorum.build.folder import write
    from variorum.source.settings import read_settings
    from variorum.transcripts.tei import Import

    if target.exists() and not force:
        print(f"{target} is there already; --force replaces it", file=sys.stderr)
        return USAGE
    settings = read_settings(Path.cwd())
    if settings.findings:
        raise VariorumError(*settings.findings)
    imported = Import(
        path, settings.imports, encoding, begins, keep_lines, keep_deletions, dehyphenate, form
    )
    made = imported.tei(target.stem, target.as_posix())
    for name, data in imported.media.items():
        write(target.parent, name, data)
    write(target.parent, target.name, made)
    print(rendered(imported.findings))
    print(f"{target} written")
    return GOOD
