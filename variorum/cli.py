"""The `variorum` command: flags, one call, what to print, an exit status."""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from variorum.findings import FORMS, Diagnostic, Place, VariorumError, has_error, render
from variorum.findings.visible import ascii_json, visible
from variorum.source import Edition
from variorum.source.bytes import text_of
from variorum.source.codes import SETTINGS_UNREADABLE

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from variorum.build.plan import Plan
    from variorum.build.run import Result
    from variorum.build.state import State
    from variorum.engines.processes import Beside

__all__ = [
    "main",
    "run_build",
    "run_check",
    "run_import",
    "run_merge",
    "run_package",
    "run_schema",
    "run_text",
    "run_verify",
]

GOOD, BAD, USAGE = 0, 1, 2
_WHOLE = "/"
"""What the state calls a build as a whole."""
_NAMED = 8
"""So many files are named in a line, the others are counted."""

_Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns 0 (good), 1 (bad input) or 2 (wrong use)."""
    gc.set_threshold(10_000)  # what is read stays in use: to look for waste takes time,
    atexit.register(gc.freeze)  # and at the end the system takes all back at once
    _open_streams()
    try:
        return _run(arguments)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # nobody reads any more
            _complain(f"the system says: {error}")
        return BAD
    except KeyboardInterrupt:
        _complain("stopped; what was written before stays complete")
        return 130
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        _complain(f"the program has stopped, please report it: {type(error).__name__}: {error}")
        return BAD
    finally:
        _close_streams()


def _run(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    try:
        status = int(options.run(options))
    except VariorumError as error:
        _show(error.findings, getattr(options, "format", "terminal"), sys.stderr)
        status = BAD
    sys.stdout.flush()  # a disk that is full is told here
    return status


def _open_streams() -> None:
    """Output that is closed goes nowhere; what a stream cannot hold is written as an escape."""
    while (file := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(file)
    sys.stdout = sys.stdout or open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", closefd=False)  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _close_streams() -> None:
    """What cannot be written any more is forgotten, else Python would tell of it at the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _complain(message: str) -> None:
    with suppress(OSError):
        print(visible(message), file=sys.stderr)


def _edition(paths: Sequence[Path]) -> Edition:
    root = Path.cwd()
    return Edition.of(paths, root) if paths else Edition.here(root)


def run_check(
    paths: Sequence[Path] = (), schema: Path | None = None, form: str = "terminal", rules: str = ""
) -> int:
    """Checks the files, or the edition here, and prints what is wrong."""
    from variorum.check import check

    findings = check(_edition(paths), schema, rules=rules)
    _show(findings, form)
    return BAD if has_error(findings) else GOOD


def run_explain(code: str) -> int:
    """Prints why a finding matters, what to do, and examples; or what is left out on purpose."""
    from variorum.catalogue import every_code
    from variorum.explain import (
        explanation,
        near,
        rule_of_the_proof,
        table_of_what_is_left_out,
    )
    from variorum.proof.codes import PROOF_FAILED

    if code == "left-out":
        print(table_of_what_is_left_out())
        return GOOD
    known = every_code(Path("tei/schema/edition.odd"))
    if code not in known:
        guess = near(code, known)
        print(
            f"there is no code {code}" + (f"; did you mean {guess}?" if guess else ""),
            file=sys.stderr,
        )
        return USAGE
    print(explanation(known[code]))
    if code == PROOF_FAILED.name:
        print(f"\n{rule_of_the_proof()}")
    if Path("output/html/guidelines/index.html").is_file():
        print(f"\nMore: output/html/guidelines/{known[code].page}")
    return GOOD


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
        stamp = _stamp(paths, output, request)
        if stamp and (kept := state.found(_WHOLE, stamp)):
            return _told(kept.findings, len(kept.files) - 1, 0, output)  # without the manifest
        edition = _edition(paths)
        how = partial(_made, output=output, state=state, jobs=jobs, scheduler=scheduler)
        outcome = _built(edition, only, how, shard, strict=strict, **variants)
        if outcome is None:
            return BAD
        found, built = outcome
        if stamp:
            _keep_whole(state, stamp, edition, found, built, output)
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
    from variorum.check import check
    from variorum.engines.processes import Beside

    strict = strict or edition.has_schema
    checking = Beside(check, edition)

    def refused() -> bool:
        return _is_unset(edition) or (strict and has_error(_checked(checking, edition)))

    from variorum.build.run import Result

    built, nothing = Result(), False
    try:
        built, nothing = make(_planned(edition, only, shard, **variants), refused, strict=strict)
    except VariorumError as error:
        if not refused():
            _show(_together(_checked(checking, edition), error.findings), stream=sys.stderr)
            return None
    except Exception:
        if not refused():
            raise
    found = _together(_checked(checking, edition), built.findings)
    if not (nothing or refused()):
        return found, built
    if found:
        _show(found, stream=sys.stderr)
    print(_nothing_built(found), file=sys.stderr)
    return None


def _planned(
    edition: Edition, only: Sequence[str], shard: tuple[int, int], **variants: bool
) -> Plan:
    from variorum.build.plan import plan, sharded
    from variorum.catalogue import for_editors
    from variorum.outputs.registry import FORMATS, outputs_of

    outputs = outputs_of(only or FORMATS, online=edition.own, edition=edition, **variants)
    planned = plan(edition, outputs, for_editors)
    return sharded(planned, *shard) if shard[1] > 1 else planned


def _keep_whole(
    state: State,
    stamp: str,
    edition: Edition,
    findings: Sequence[Diagnostic],
    built: Result,
    output: Path,
) -> None:
    """Notes what a whole build has made, if another may rely on the stamp of its files."""
    from variorum.build.codes import OUTPUT_FAILED
    from variorum.build.manifest import MANIFEST
    from variorum.build.stamps import is_told_by_stamp
    from variorum.build.state import Kept
    from variorum.check.codes import CHECK_FAILED
    from variorum.outputs.output import WrittenFile
    from variorum.schema.codes import SCHEMATRON_TIMEOUT

    passing = {code.name for code in (CHECK_FAILED, OUTPUT_FAILED, SCHEMATRON_TIMEOUT)}
    if not built.is_noted or any(finding.code in passing for finding in findings):
        return
    if is_told_by_stamp(edition, built.made_of, output):
        files = {**built.kept, **built.written, MANIFEST: ""}
        known = {
            name: WrittenFile(digest, (output / name).stat().st_size)
            for name, digest in files.items()
        }
        state.keep(_WHOLE, stamp, Kept(known, tuple(findings)))


def _stamp(paths: Sequence[Path], output: Path, request: object) -> str:
    """What tells whether a build has anything to make; nothing where only a build can tell it."""
    from variorum.build.stamps import stamp

    if len(paths) > 1 or any(not (path / "tei").is_dir() for path in paths):
        return ""
    try:
        return stamp(paths[0] if paths else Path.cwd(), output, request)
    except OSError:
        return ""


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
    with _workers(scheduler, planned) as executor:
        made = run(
            planned,
            output,
            Proof,
            prove_registers=register_failures,
            executor=executor,
            progress=_progress,
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
        _show(findings, stream=sys.stderr)
    print(f"{made} files made in {output}/, {changed} of them new or changed")
    return BAD if has_error(findings) else GOOD


def _nothing_built(findings: Sequence[Diagnostic]) -> str:
    """That nothing was built, and which files have the errors."""
    files = list(dict.fromkeys(each.file for each in findings if each.level == "error"))
    if len(files) < 2:
        return "nothing was built"
    return visible(f"nothing was built; errors in {_named(files)}")


def _named(files: Sequence[str]) -> str:
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return f"{', '.join(files[:_NAMED])}{more}"


def _together(checked: Sequence[Diagnostic], built: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What the check and the build have found, each once."""
    from variorum.build.codes import DOCUMENT_NOT_TEXT
    from variorum.check.codes import GRAMMAR_NO_SCHEMA, NOT_TEI

    foreign = {each.file for each in built if each.code == DOCUMENT_NOT_TEXT.name}
    said = [each for each in checked if each.code != NOT_TEI.name or each.file not in foreign]
    wrong = Counter(each.file for each in said if each.level == "error")
    unknown = {each.file for each in said if each.code == GRAMMAR_NO_SCHEMA.name}
    found = (_unblamed(each, wrong[each.file], each.file in unknown) for each in built)
    return list(dict.fromkeys([*said, *found]))


def _unblamed(finding: Diagnostic, errors: int, unknown: bool) -> Diagnostic:
    """A finding that blames nobody where the file that it is about has errors of its own, or where
    it is unknown whether it has: no grammar was at hand.
    """
    from variorum.build.codes import DOCUMENT_FAILED, OUTPUT_FAILED, PROOF_STOPPED
    from variorum.engines.codes import PRINT_FAILED
    from variorum.proof.codes import PROOF_FAILED, WORDS_LOST

    faults = (
        DOCUMENT_FAILED,
        OUTPUT_FAILED,
        PROOF_STOPPED,
        PRINT_FAILED,
        PROOF_FAILED,
        WORDS_LOST,
    )
    blames = any((finding.code, finding.help) == (each.name, each.help) for each in faults)
    if not blames or not (errors or unknown):
        return finding
    told = "the error" if errors == 1 else f"the {errors} errors"
    cure = f"correct {told} of the file first" if errors else "check the file with --schema first"
    help_ = f"{cure}, for it may be due to what is wrong there; report it if it is not"
    return replace(finding, help=help_)


def run_merge(
    folders: Sequence[Path],
    output: Path,
    only: Sequence[str] = (),
    *,
    strict: bool = False,
    jobs: int = 0,
    raw: bool = False,
    self_contained: bool = False,
) -> int:
    """Brings the shards in these folders together, and builds what is made of all of them."""
    from variorum.build.merge import merge

    count = merge(folders, output)
    print(f"{count} documents brought together in {output}/")
    return run_build(
        (), output, only, strict=strict, jobs=jobs, raw=raw, self_contained=self_contained
    )


def run_text(path: Path, witness: str) -> int:
    """Prints the text of one witness, or the reading text."""
    from variorum.build.witness_text import witness_text

    edition = Edition.of([path], Path.cwd())
    if edition.settings.findings:
        raise VariorumError(*edition.settings.findings)
    sys.stdout.write(witness_text(edition, edition.sources[0], witness))
    return GOOD


def run_schema(odd: Path = Path("tei/schema/edition.odd")) -> int:
    """Compiles the ODD to the RELAX NG grammar and the Schematron beside it."""
    from variorum.build.folder import write
    from variorum.schema.odd import compile_schema
    from variorum.schema.schematron import prepare

    compiled = compile_schema(odd)
    for file, data in ((".rng", compiled.grammar), (".sch", compiled.rules)):
        if data:
            new = write(odd.parent, odd.with_suffix(file).name, data)
            print(f"{odd.with_suffix(file)} {'written' if new else 'is up to date'}")
    if compiled.rules:
        rules = odd.with_suffix(".sch")
        write(odd.parent, f"{rules.name}.xsl", prepare(rules))
        print(f"{rules}.xsl written")
    return GOOD


def run_package(
    paths: Sequence[Path] = (),
    output: Path = Path("output"),
    kind: str = "sip",
    *,
    ocfl: Path | None = None,
    ask_others: bool = False,
) -> int:
    """Packages the documents named, or the edition here, for an archive."""
    from variorum.catalogue import for_editors
    from variorum.package.package import Packager

    packager = Packager(_edition(paths), output, kind, _progress, for_editors)
    packages = list(packager.run())
    if packager.findings:
        print(_rendered(packager.findings), file=sys.stderr)
    for package in packages:
        print(f"{package} and {package.name}.zip written")
        if ocfl:
            from variorum.package.ocfl import add_release

            print(f"{package.name} is in {add_release(ocfl, package)}")
    if packager.failed:
        print(visible(f"not packaged: {_named(packager.failed)}"), file=sys.stderr)
    asked = _ask_others(packages) if ask_others and packages else GOOD
    return BAD if packager.failed else asked


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


def run_import(
    path: Path,
    target: Path,
    *,
    begins: str = "",
    encoding: str = "",
    keep_lines: bool = False,
    force: bool = False,
) -> int:
    """Makes a TEI file from a transcript, plain text or Word; says what its header asks for."""
    from variorum.build.folder import write
    from variorum.source.settings import read_settings
    from variorum.transcripts.tei import Import

    if target.exists() and not force:
        print(f"{target} is there already; --force replaces it", file=sys.stderr)
        return USAGE
    settings = read_settings(Path.cwd())
    if settings.findings:
        raise VariorumError(*settings.findings)
    imported = Import(path, settings.imports, encoding, begins, keep_lines)
    write(target.parent, target.name, imported.tei(target.stem, target.as_posix()))
    print(_rendered(imported.findings))
    print(f"{target} written")
    return GOOD


def run_verify(path: Path, form: str = "terminal", *, rebuild: bool = False) -> int:
    """Verifies a package, and prints what is wrong with it."""
    from variorum.package.verify.verify import verify

    findings = verify(path, rebuild=rebuild)
    _show(findings, form)
    return BAD if has_error(findings) else GOOD


def _show(
    findings: Sequence[Diagnostic], form: str = "terminal", stream: TextIO | None = None
) -> None:
    """Prints findings: in colour where that is a terminal and nobody has said no."""
    stream = stream or sys.stdout
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    text = _rendered(findings, form, colour=colour)
    is_ascii = form in ("json", "sarif") and "utf" not in (stream.encoding or "utf").lower()
    print(ascii_json(text) if is_ascii else text, file=stream)


def _rendered(
    findings: Sequence[Diagnostic], form: str = "terminal", *, colour: bool = False
) -> str:
    """The findings, with the lines of the files on the disk; SARIF describes their codes."""
    if form != "sarif":
        return render(findings, form, text=text_of, colour=colour)
    from variorum import __version__
    from variorum.catalogue import every_code

    return render(findings, form, codes=every_code(), version=__version__)


def _progress(done: int, total: int, name: str) -> None:
    if total < 10 or not sys.stderr.isatty():
        return
    width = 30
    bar = "#" * (width * done // total)
    named = f"{visible(name)[:40]:<40}"
    print(f"\r[{bar:<{width}}] {done}/{total} {named}", end="", file=sys.stderr)
    if done == total:
        print(file=sys.stderr)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from variorum import __version__

        print(f"variorum {__version__}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="variorum", description="TEI-XML critical editions: check, build, read."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="say which Variorum this is")
    verbs = parser.add_subparsers(title="verbs", required=True, metavar="VERB")
    for verb in (
        _check_verb,
        _explain_verb,
        _build_verb,
        _html_verb,
        _text_verb,
        _pdf_verb,
        _latex_verb,
        _schema_verb,
        _merge_verb,
    ):
        verb(verbs)
    for verb in (_package_verb, _verify_verb, _import_verb):
        verb(verbs)
    return parser


def _check_verb(verbs: _Verbs) -> None:
    verb = _on_files(verbs, "check", "find mistakes")
    verb.add_argument("--schema", type=Path, metavar="RNG", help="a RELAX NG grammar for all files")
    verb.add_argument(
        "--rules",
        choices=("none", "tei", "edition"),
        default="",
        help="which of our rules: none, those for any TEI, or all; without it, as the schema says",
    )
    verb.add_argument("--format", choices=FORMS, default="terminal")
    verb.set_defaults(run=lambda o: run_check(o.paths, o.schema, o.format, o.rules))


def _explain_verb(verbs: _Verbs) -> None:
    verb = verbs.add_parser("explain", help="say why a finding matters and what to do")
    verb.add_argument(
        "code",
        metavar="CODE",
        help="as printed in brackets: gap-without-reason; left-out lists what no output shows",
    )
    verb.set_defaults(run=lambda o: run_explain(o.code))


def _build_verb(verbs: _Verbs) -> None:
    verb = _building(_on_files(verbs, "build", "make all outputs"))
    verb.add_argument(
        "--only", type=_formats, default=(), metavar="LIST", help="some of html,text,pdf,latex"
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
    verb.set_defaults(run=lambda o: _with_options(o, o.only, o.shard, o.scheduler))


def _merge_verb(verbs: _Verbs) -> None:
    what = "make one output of those of several shards"
    verb = _building(verbs.add_parser("merge", help=what, description=what), fresh=False)
    verb.add_argument("folders", nargs="+", type=Path, metavar="DIR", help="outputs of shards")
    verb.add_argument(
        "--only", type=_formats, default=(), metavar="LIST", help="as the shards were built"
    )
    verb.set_defaults(
        run=lambda o: run_merge(
            o.folders,
            o.output,
            o.only,
            strict=o.strict,
            jobs=o.jobs,
            raw=o.raw,
            self_contained=o.self_contained,
        )
    )


def _html_verb(verbs: _Verbs) -> None:
    verb = _building(_on_files(verbs, "html", "make the reading site"))
    verb.set_defaults(run=lambda o: _with_options(o, ("html",)))


def _text_verb(verbs: _Verbs) -> None:
    verb = _building(_on_files(verbs, "text", "make plain text, or print one witness"))
    verb.add_argument(
        "--witness",
        metavar="SIGLUM",
        help="print this witness of one file; '' for the reading text",
    )
    verb.set_defaults(run=_text)


def _pdf_verb(verbs: _Verbs) -> None:
    verb = _building(_on_files(verbs, "pdf", "make the printed edition"))
    verb.set_defaults(run=lambda o: _with_options(o, ("pdf",)))


def _latex_verb(verbs: _Verbs) -> None:
    verb = _building(_on_files(verbs, "latex", "make the LaTeX source for a publisher"))
    verb.set_defaults(run=lambda o: _with_options(o, ("latex",)))


def _schema_verb(verbs: _Verbs) -> None:
    verb = verbs.add_parser("schema", help="compile an ODD to RELAX NG and Schematron")
    verb.add_argument("odd", type=Path, nargs="?", default=Path("tei/schema/edition.odd"))
    verb.set_defaults(run=lambda o: run_schema(o.odd))


def _package_verb(verbs: _Verbs) -> None:
    verb = _on_files(verbs, "package", "make the package for an archive")
    verb.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    verb.add_argument("--type", choices=("sip", "aip"), default="sip", help="what it is for")
    verb.add_argument("--check", action="store_true", help="ask the validators of others")
    verb.add_argument("--ocfl", type=Path, metavar="DIR", help="add it to an OCFL storage root")
    verb.set_defaults(
        run=lambda o: run_package(o.paths, o.output, o.type, ocfl=o.ocfl, ask_others=o.check)
    )


def _verify_verb(verbs: _Verbs) -> None:
    verb = verbs.add_parser("verify", help="verify a package, a folder or a zip")
    verb.add_argument("path", type=Path, metavar="PATH")
    verb.add_argument("--rebuild", action="store_true", help="build its renditions again, compare")
    verb.add_argument("--format", choices=FORMS, default="terminal")
    verb.set_defaults(run=lambda o: run_verify(o.path, o.format, rebuild=o.rebuild))


def _import_verb(verbs: _Verbs) -> None:
    verb = verbs.add_parser("import", help="make a TEI file from plain text or Word")
    verb.add_argument("path", type=Path, metavar="FILE", help=".txt, .md or .docx")
    verb.add_argument("target", type=Path, metavar="TARGET", help="the TEI file to write")
    verb.add_argument("--begins", default="", metavar="WORDS", help="how the text itself begins")
    verb.add_argument("--encoding", default="", help="of plain text; else UTF-8")
    verb.add_argument("--keep-lines", action="store_true", help="keep every line break")
    verb.add_argument("--force", action="store_true", help="replace a file that is there")
    verb.set_defaults(
        run=lambda o: run_import(
            o.path,
            o.target,
            begins=o.begins,
            encoding=o.encoding,
            keep_lines=o.keep_lines,
            force=o.force,
        )
    )


def _with_options(
    options: argparse.Namespace,
    only: Sequence[str],
    shard: tuple[int, int] = (1, 1),
    scheduler: str = "",
) -> int:
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


def _text(options: argparse.Namespace) -> int:
    if options.witness is None:
        return _with_options(options, ("text",))
    if len(options.paths) != 1:
        print("variorum text --witness wants one file", file=sys.stderr)
        return USAGE
    return run_text(options.paths[0], options.witness)


def _on_files(verbs: _Verbs, name: str, what: str) -> argparse.ArgumentParser:
    verb: argparse.ArgumentParser = verbs.add_parser(name, help=what, description=what)
    verb.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="TEI files or folders; without any, the edition in this folder",
    )
    return verb


def _building(verb: argparse.ArgumentParser, *, fresh: bool = True) -> argparse.ArgumentParser:
    verb.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    verb.add_argument("--strict", action="store_true", help="stop at any error")
    verb.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="make so many documents side by side; without it, as many as there are processors",
    )
    if fresh:
        verb.add_argument(
            "--fresh", action="store_true", help="make all anew, whatever an earlier build has made"
        )
    verb.add_argument(
        "--raw", action="store_true", help="no ' before words in tables that a formula begins like"
    )
    verb.add_argument(
        "--self-contained",
        action="store_true",
        help="style, script and pictures in each page, which can be given away alone",
    )
    return verb


def _shard(text: str) -> tuple[int, int]:
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise argparse.ArgumentTypeError(f"{text}: not I/N, such as 1/4")
    return int(number), int(count)


def _formats(text: str) -> tuple[str, ...]:
    from variorum.outputs.registry import FORMATS

    names = tuple(text.split(","))
    unknown = [name for name in names if name not in FORMATS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(FORMATS)}")
    return names
