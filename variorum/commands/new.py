"""`variorum new`: the folder of an edition, with an example or around TEI at hand."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from shlex import quote

from variorum.commands.status import GOOD
from variorum.findings.visible import visible

__all__ = ["flags", "run", "run_new"]

_KINDS = ("letters", "verse", "drama", "prose")
_TITLE, _LABELS = "An edition", "en"
"""The title of an edition, and the language of its labels, where nobody says them."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    verb.add_argument("folder", type=Path, metavar="DIR", help="the folder of the edition")
    verb.add_argument("--title", default="", metavar="WORDS", help="without it, “An edition”")
    verb.add_argument(
        "--language", type=_language, metavar="TAG", help="of the labels; without it, en"
    )
    verb.add_argument(
        "--kind", choices=_KINDS, default="letters", help="of the text that stands as an example"
    )
    verb.add_argument(
        "--from",
        dest="existing",
        type=Path,
        metavar="FOLDER",
        help="begin with the TEI in this folder; copied to tei/ if it lies outside DIR",
    )


def run(options: argparse.Namespace) -> int:
    """Begins an edition."""
    title = " ".join(options.title.split())
    language = options.language or ""
    return run_new(options.folder, title, language, options.kind, options.existing)


def run_new(folder: Path, title: str, language: str, kind: str, existing: Path | None) -> int:
    """Makes the folder of an edition, and says what it found and made.

    Where no title or language is wished, they are those of the edition that is there, if one is.
    """
    from variorum.new.edition import Wishes, begin, begin_with
    from variorum.new.existing import look_at
    from variorum.source.settings import Settings

    if existing is None:
        begun = begin(folder, kind, Wishes(title or _TITLE, language or _LABELS))
    else:
        layout = look_at(existing, folder)
        for line in layout.report:
            print(visible(line))
        before = layout.kept or Settings()
        title = title or " ".join(before.title.split()) or _TITLE
        begun = begin_with(folder, layout, Wishes(title, language or before.language or _LABELS))
        if "pyproject.toml" in begun.kept:
            print(f"to add to pyproject.toml:\n\n[tool.variorum]\n{layout.settings}")
    if begun.kept:
        print(f"kept as they are: {', '.join(begun.kept)}")
    print(f"{len(begun.made)} files made in {visible(str(folder))}/")
    print(visible(f"next: variorum check {quote(str(folder))}"))
    return GOOD


def _language(text: str) -> str:
    if not _LANGUAGE.match(text):
        raise argparse.ArgumentTypeError(f"{text}: no tag of a language, such as en or de-AT")
    return text
