"""`variorum check`: what is wrong with the files, or with the edition here."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.commands.flags import edition_of, on_files
from variorum.commands.status import BAD, GOOD, USAGE
from variorum.commands.terminal import complain, show
from variorum.commands.waiting import waiting
from variorum.findings import FORMS, Diagnostic, has_error

__all__ = ["Shown", "flags", "run", "run_check"]

_LEVELS = ("error", "warning", "info")


@dataclass(frozen=True)
class Shown:
    """Which findings are shown: those of some codes, of a level at least, so many of them.

    `summary` shows how many there are of each code in place of the findings.
    """

    codes: tuple[str, ...] = ()
    level: str = "info"
    limit: int | None = None
    summary: bool = False

    def of(self, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Those that are asked for, however many they are."""
        levels = _LEVELS[: _LEVELS.index(self.level) + 1]
        return [
            each
            for each in findings
            if each.level in levels and (not self.codes or each.code in self.codes)
        ]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    on_files(verb)
    verb.add_argument("--schema", type=Path, metavar="RNG", help="a RELAX NG grammar for all files")
    verb.add_argument(
        "--rules",
        choices=("none", "tei", "edition"),
        default="",
        help="which of our rules: none, those for any TEI, or all; without it, as the schema says",
    )
    verb.add_argument("--code", type=_codes, default=(), metavar="LIST", help="show these codes")
    verb.add_argument(
        "--level", choices=_LEVELS, default="info", help="show findings of this level or above it"
    )
    verb.add_argument("--limit", type=_count, metavar="N", help="show so many at most")
    verb.add_argument("--summary", action="store_true", help="show how many there are of each code")
    verb.add_argument(
        "--format", choices=FORMS, default="terminal", help="for whom; without it, for people"
    )


def run(options: argparse.Namespace) -> int:
    """Checks."""
    if options.summary and options.format != "terminal":
        complain("--summary is for people: it goes with no other --format")
        return USAGE
    shown = Shown(options.code, options.level, options.limit, options.summary)
    return run_check(options.paths, options.schema, options.format, options.rules, shown)


def run_check(
    paths: Sequence[Path] = (),
    schema: Path | None = None,
    form: str = "terminal",
    rules: str = "",
    shown: Shown | None = None,
) -> int:
    """Checks the files, or the edition here, and prints what is wrong.

    The status is that of all findings, shown or not.
    """
    from variorum.check import check

    shown = shown or Shown()
    with waiting("checking"):
        findings = check(edition_of(paths), schema, rules=rules)
    chosen = shown.of(findings)
    listed = chosen[: shown.limit]
    if not shown.summary and (listed or not findings or form != "terminal"):
        show(listed, form)
    if shown.summary or (len(chosen) > len(listed) and form == "terminal"):
        _summarize(chosen)
    if form == "terminal" and len(findings) > len(chosen):
        print(f"{len(findings) - len(chosen)} others are not shown")
    return BAD if has_error(findings) else GOOD


def _summarize(findings: Sequence[Diagnostic]) -> None:
    """Prints how many findings there are of each code, the worst and most frequent first."""
    counts = Counter((_LEVELS.index(each.level), each.code) for each in findings)
    for (level, code), count in sorted(
        counts.items(), key=lambda each: (each[0][0], -each[1], each[0])
    ):
        print(f"{count:>7}  {_LEVELS[level]:<7}  {code}")
    print(f"{len(findings):>7}  in all")


def _codes(text: str) -> tuple[str, ...]:
    from variorum.catalogue import every_code
    from variorum.explain import near

    names = tuple(text.split(","))
    known = every_code(Path("tei/schema/edition.odd"))
    for name in names:
        if name not in known:
            guess = near(name, known)
            raise argparse.ArgumentTypeError(
                f"there is no code {name}" + (f"; did you mean {guess}?" if guess else "")
            )
    return names


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text}: not a number of findings")
    return int(text)
