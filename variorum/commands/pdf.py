"""`variorum pdf`: the printed edition alone, and pictures of its pages."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from variorum.commands.build import build_with
from variorum.commands.flags import building, edition_of, on_files
from variorum.commands.status import BAD, GOOD
from variorum.commands.terminal import show
from variorum.commands.waiting import waiting
from variorum.findings import VariorumError
from variorum.source import Edition, Source

__all__ = ["flags", "run"]

_DENSITY = 144
"""The dots to an inch of a picture of a page, which is then as wide as a screen shows it well."""


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    on_files(verb)
    building(verb)
    verb.add_argument(
        "--pages", action="store_true", help="also a picture (PNG) of each page, in output/pages/"
    )


def run(options: argparse.Namespace) -> int:
    """Builds it."""
    status = build_with(options, ("pdf",))
    return _draw(options) if options.pages and status == GOOD else status


def _draw(options: argparse.Namespace) -> int:
    """Makes the pictures of the pages of all documents; returns the exit status."""
    edition = edition_of(options.paths)
    count = 0
    for source in edition.documents:
        try:
            with waiting(f"drawing {source.name}"):
                count += _drawn(source, edition, options.output)
        except VariorumError as error:
            show(error.findings, stream=sys.stderr)
            return BAD
    pictures = "picture" if count == 1 else "pictures"
    print(f"{count} {pictures} of pages made in {options.output / 'pages'}/")
    return GOOD


def _drawn(source: Source, edition: Edition, output: Path) -> int:
    """Makes the pictures of the pages of a document that is built, in a folder of their own."""
    from variorum.engines.typst import pages

    built = output / "print"
    markup = (built / f"{source.id}.typ").read_bytes().decode()
    media = {f"media/{file.name}": file for file in built.glob("media/*")}
    pictures = {name: file for name, file in media.items() if name in markup}
    drawn = pages(markup, source, edition, pictures, _DENSITY)
    folder = output / "pages" / source.id
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("[0-9]*.png"):  # of a run that had more pages
        left.unlink()
    for number, picture in enumerate(drawn, 1):
        (folder / f"{number:03}.png").write_bytes(picture)
    return len(drawn)
