"""`variorum build`: all outputs of the files, or of the edition here."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.commands.blame import together
from variorum.commands.flags import building, edition_of, formats, on_files
from variorum.commands.kept import WHOLE, keep_whole, stamp_of
from variorum.commands.progress import FEW, ProgressLine
from variorum.commands.status import BAD, GOOD
from variorum.commands.terminal import named, show
from variorum.commands.waiting import waiting
from variorum.findings import Diagnostic, Place, VariorumError, has_error
from variorum.findings.visible import visible
from variorum.source import Edition
from variorum.source.codes import SETTINGS_UNREADABLE

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from variorum.build.plan import Plan
    from variorum.build.run import Result
    from variorum.build.state import State
    from variorum.engines.processes import Beside

__all__ = ["build_with", "flags", "run", "run_build"]


def flags(verb: argparse.ArgumentParser) -> None:
    """Adds the flags of the verb."""
    on_files(verb)
    building(verb)
    verb.add_argument(
        "--only", type=formats, default=(), metavar="LIST", help="some of html,text,pdf,latex"
    )
    verb.add_argument(
        "--shard",
        type=_shard,
        default=(1, 1),
        metavar="I/N",
        help="the I-th of N parts of the documents alone, in an output folder of its own",
    )
    verb.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="have the workers of a dask cluster make the documents: tcp://host:8786",
    )


def run(options: argparse.Namespace) -> int:
    """Builds."""
    return build_with(options, options.only, options.shard, options.scheduler)


def run_build(
    paths: Sequence[Path] = (),
    output: Path = Path("output"),
    only: Sequence[str] = (),
    *,
    strict: bool = False,
    fresh: bool = False,
    shard: tuple[int, int] = (1, 1),
    jobs: int = 0,
    scheduler: str = "",
    **variants: bool,
) -> int:
    """Builds the files, or the edition here; of several shards, one, by its number and their count.

    So many `jobs` are done side by side; 0 is as many as there are processors, if it is worth it.
    With the address of a `scheduler` of dask, its workers make the documents.

    What an earlier build has made of the same inputs is not made again, unless it is to be `fresh`.

    What fails is told, and the rest is built; a strict build, and that of an edition with a schema
    of its own, stops at any error.
    """
    from variorum.build.state import State

    given = sorted(variants.items())
    request = (list(map(str, paths)), str(output), list(only), strict, shard, given)
    with closing(State(output, fresh=fresh)) as state:
        stamp = stamp_of(paths, output, request)
        if stamp and (kept := state.found(WHOLE, stamp)):
            return _told(kept.findings, len(kept.files) - 1, 0, output)  # without the manifest
        edition = edition_of(paths)
        how = partial(_made, output=output, state=state, jobs=jobs, scheduler=scheduler)
        outcome = _built(edition, only, how, shard, strict=strict, **variants)
        if outcome is None:
            return BAD
        found, built = outcome
        if stamp:
            keep_whole(state, stamp, edition, found, built, output)
        return _told(found, len(built.written), built.changed, output)


def _built(
    edition: Edition,
    only: Sequence[str],
    make: Callable[..., tuple[Result, bool]],
    shard: tuple[int, int],
    *,
    strict: bool,
    **variants: bool,
) -> tuple[list[Diagnostic], Result] | None:
    """What is found and made in a build; None, when what was found is shown, if nothing is made."""
    from variorum.engines.processes import Beside

    strict = strict or edition.has_schema
    checking = Beside(_check, edition)

    def refused() -> bool:
        return _is_unset(edition) or (strict and has_error(_checked(checking, edition)))

    from variorum.build.run import Result

    built, nothing = Result(), False
    try:
        built, nothing = make(_planned(edition, only, shard, **variants), refused, strict=strict)
    except VariorumError as error:
        if not refused():
            show(together(_checked(checking, edition), error.findings), stream=sys.stderr)
            return None
    except Exception:
        if not refused():
            raise
    with waiting("checking"):
        found = together(_checked(checking, edition), built.findings)
    if not (nothing or refused()):
        return found, built
    if found:
        show(found, stream=sys.stderr)
    print(_nothing_built(found), file=sys.stderr)
    return None


def _check(edition: Edition) -> list[Diagnostic]:
    """As `check`, whose rules only the process that checks must import."""
    from variorum.check import check

    return check(edition)


def _planned(
    edition: Edition, only: Sequence[str], shard: tuple[int, int], **variants: bool
) -> Plan:
    from variorum.build.plan import plan, sharded
    from variorum.catalogue import for_editors
    from variorum.outputs.registry import FORMATS, outputs_of

    outputs = outputs_of(only or FORMATS, online=edition.own, edition=edition, **variants)
    planned = plan(edition, outputs, for_editors)
    return sharded(planned, *shard) if shard[1] > 1 else planned


def _checked(checking: Beside[list[Diagnostic]], edition: Edition) -> list[Diagnostic]:
    """What the check has found; where it has stopped, that is found."""
    try:
        return checking.result()
    except (ChildProcessError, RuntimeError, MemoryError) as error:
        from variorum.check.codes import CHECK_FAILED
        from variorum.findings.failure import failure

        return failure(error, CHECK_FAILED, Place(edition.root.as_posix()))


def _made(
    planned: Plan,
    refused: Callable[[], bool],
    *,
    output: Path,
    state: State,
    strict: bool,
    jobs: int,
    scheduler: str,
) -> tuple[Result, bool]:
    """What is made of an edition, and whether there is nothing that can be made."""
    from variorum.build.run import Result, run
    from variorum.proof import Proof, register_failures

    if not planned.documents and has_error(planned.findings):
        return Result(list(planned.findings)), True
    many = len(planned.documents) >= FEW
    what = f"building {named([task.source.name for task in planned.documents])}"
    told = nullcontext() if many else waiting(what)
    with told, _workers(scheduler, planned) as executor:
        made = run(
            planned,
            output,
            Proof,
            prove_registers=register_failures,
            executor=executor,
            progress=ProgressLine(),
            refused=refused,
            strict=strict,
            state=state,
            jobs=jobs,
        )
    return made, False


def _workers(scheduler: str, planned: Plan) -> AbstractContextManager[Executor | None]:
    """The workers of a scheduler of dask, if one is named."""
    if not scheduler:
        return nullcontext()
    from variorum.build.cluster import cluster

    return cluster(scheduler, planned)


def _is_unset(edition: Edition) -> bool:
    """Whether settings that are wrong keep the edition from being built."""
    return any(
        edition.own or each.code == SETTINGS_UNREADABLE.name for each in edition.settings.findings
    )


def _told(findings: Sequence[Diagnostic], made: int, changed: int, output: Path) -> int:
    """Prints what a build has found and made; returns its exit status."""
    if findings:
        show(findings, stream=sys.stderr)
    files = "file" if made == 1 else "files"
    print(f"{made} {files} made in {output}/, {changed} of them new or changed")
    return BAD if has_error(findings) else GOOD


def _nothing_built(findings: Sequence[Diagnostic]) -> str:
    """That nothing was built, and which files have the errors."""
    files = list(dict.fromkeys(each.file for each in findings if each.level == "error"))
    if len(files) < 2:
        return "nothing was built"
    return visible(f"nothing was built; errors in {named(files)}")


def build_with(
    options: argparse.Namespace,
    only: Sequence[str],
    shard: tuple[int, int] = (1, 1),
    scheduler: str = "",
) -> int:
    """Builds what the flags say, in these formats."""
    return run_build(
        options.paths,
        options.output,
        only,
        strict=options.strict,
        fresh=options.fresh,
        shard=shard,
        jobs=options.jobs,
        scheduler=scheduler,
        raw=options.raw,
        self_contained=options.self_contained,
    )


def _shard(text: str) -> tuple[int, int]:
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise argparse.ArgumentTypeError(f"{text}: not I/N, such as 1/4")
    return int(number), int(count)
