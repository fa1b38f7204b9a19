"""`variorum package`: a package for an archive of each document."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

from variorum.commands.flags import edition_of, on_files
from variorum.commands.progress import FEW, ProgressLine
from variorum.commands.status import BAD, GOOD
from variorum.commands.terminal import named, rendered
from variorum.commands.waiting import waiting
from variorum.findings.visible import visible
from variorum.source.settings import PackageSettings, Setting, settings_in

__all__ = ["flags", "run", "run_package"]

_SUPPLIED = ("creator", "publisher", "year", "identifier")
"""What can be said on the command line where headers lack it."""

_SETTINGS = (*_SUPPLIED, "collection")


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    on_files(verb)
    verb.add_argument(
        "--output", type=Path, default=Path("output"), metavar="DIR", help="without it, output/"
    )
    verb.add_argument("--type", choices=("sip", "aip"), default="sip", help="what it is for")
    verb.add_argument("--check", action="store_true", help="ask the validators of others")
    verb.add_argument("--ocfl", type=Path, metavar="DIR", help="add it to an OCFL storage root")
    verb.add_argument(
        "--eark", action="store_true", help="write the E-ARK package alone, too: .eark.zip"
    )
    verb.add_argument("--strict", action="store_true", help="refuse texts with any error or gap")
    verb.add_argument(
        "--with-wheels", action="store_true", help="and the wheels of what Variorum runs on"
    )
    verb.add_argument(
        "--collection", default="", metavar="NAME", help="one package, of this name, of them all"
    )
    settings = settings_in(PackageSettings)
    for name in _SUPPLIED:
        verb.add_argument(
            f"--{name}",
            type=_as_setting(settings[name][1]),
            metavar=name.upper(),
            help=f"the {name}, where a header has none",
        )


def _as_setting(setting: Setting) -> Callable[[str], str]:
    """What takes a flag for a value of this setting, or refuses it."""

    def taken(words: str) -> str:
        if not setting.kind.accepts(words):
            raise argparse.ArgumentTypeError(f"“{visible(words)}” is not {setting.kind.words}")
        return words

    return taken


def run(options: argparse.Namespace) -> int:
    """Packages."""
    return run_package(
        options.paths,
        options.output,
        options.type,
        ocfl=options.ocfl,
        ask_others=options.check,
        strict=options.strict,
        eark=options.eark,
        with_wheels=options.with_wheels,
        supplied={name: said for name in _SETTINGS if (said := getattr(options, name))},
    )


def run_package(
    paths: Sequence[Path] = (),
    output: Path = Path("output"),
    kind: str = "sip",
    *,
    ocfl: Path | None = None,
    ask_others: bool = False,
    strict: bool = False,
    eark: bool = False,
    with_wheels: bool = False,
    supplied: Mapping[str, str] | None = None,
) -> int:
    """Packages the documents named, or the edition here, for an archive.

    `supplied` has settings of `[tool.variorum.package]` that count instead of the file's.
    """
    from variorum.catalogue import for_editors
    from variorum.package.package import Packager

    edition = edition_of(paths)
    settings = edition.settings
    settings = replace(settings, package=replace(settings.package, **(supplied or {})))
    edition = replace(edition, settings=settings)
    packager = Packager(
        edition, output, kind, strict, eark=eark, progress=ProgressLine(), codes=for_editors
    )
    with (
        _wheels(wanted=with_wheels) as packager.wheels,
        waiting("packaging") if len(edition.sources) < FEW else nullcontext(),
    ):
        packages = list(packager.run())
    if packager.findings:
        print(rendered(packager.findings), file=sys.stderr)
    for package in packages:
        print(f"{package} and {package.name}.zip written")
        _keep(package, ocfl)
    if packager.failed:
        print(visible(f"not packaged: {named(packager.failed)}"), file=sys.stderr)
    asked = _ask_others(packages) if ask_others and packages else GOOD
    return BAD if packager.failed else asked


def _keep(package: Path, root: Path | None) -> None:
    """Adds a package to an OCFL storage root, where one is named."""
    if root is not None:
        from variorum.package.ocfl import add_release

        print(f"{package.name} is in {add_release(root, package)}")


@contextmanager
def _wheels(*, wanted: bool) -> Iterator[Path | None]:
    """A folder with the wheels of what Variorum runs on, for the time being."""
    from variorum.engines.partial import temporary_folder
    from variorum.package.wheels import download

    if not wanted:
        yield None
        return
    with temporary_folder() as folder:
        download(folder)
        yield folder


def _ask_others(packages: Sequence[Path]) -> int:
    from variorum.package.judges.judges import ask, environment

    python = environment(Path.cwd())
    rejected = False
    for package in packages:
        for verdict in ask(python, package):
            tool = f"{verdict.tool} ({verdict.version})" if verdict.version else verdict.tool
            print(f"{tool:<28}{verdict.verdict:<10}{verdict.detail}")
            rejected = rejected or verdict.verdict == "rejected"
    return BAD if rejected else GOOD
