"""The invoke tasks: the same calls as the `variorum` command, for the edition in this folder."""

import sys

from invoke import Context, Exit, task

__all__ = [
    "bench",
    "build",
    "check",
    "explain",
    "html",
    "import_",
    "latex",
    "package",
    "pdf",
    "schema",
    "test",
    "text",
    "verify",
    "watch",
]


# invoke keeps Python from writing bytecode, so that every start would compile the program anew
sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)


def _run(*command: str) -> None:
    from variorum import cli

    if status := cli.main(list(command)):
        raise Exit(code=status)


@task(
    help={
        "format_": "terminal, json, sarif, github or junit",
        "rules": "which of our rules: none, those for any TEI (tei), or all (edition)",
    }
)
def check(_context: Context, format_: str = "terminal", rules: str = "") -> None:
    """Find mistakes: form of the XML, grammar, pointers, apparatus, names, dates, header."""
    _run("check", "--format", format_, *(["--rules", rules] if rules else []))


@task(help={"code": "as printed in brackets, such as gap-without-reason"})
def explain(_context: Context, code: str) -> None:
    """Say why a finding matters and what to do; `variorum explain` lists all codes."""
    _run("explain", code)


@task(help={"only": "some of html,text,pdf,latex"})
def build(_context: Context, only: str = "") -> None:
    """Make all outputs; stops at any error."""
    _run("build", *(["--only", only] if only else []))


@task
def html(_context: Context) -> None:
    """Make the reading site."""
    _run("html")


@task(help={"port": "where the site is served on this machine: 8000, or one of the next"})
def watch(_context: Context, port: str = "8000") -> None:
    """Show the site in a browser, and make it again whenever a file is saved."""
    _run("watch", "--port", port)


@task
def text(_context: Context) -> None:
    """Make the plain texts."""
    _run("text")


@task
def pdf(_context: Context) -> None:
    """Make the printed edition."""
    _run("pdf")


@task
def latex(_context: Context) -> None:
    """Make the LaTeX source, for a publisher."""
    _run("latex")


@task
def schema(_context: Context) -> None:
    """Compile tei/schema/edition.odd to edition.rng and edition.sch."""
    _run("schema")


@task(
    help={
        "type_": "sip (to submit, the default) or aip (to keep)",
        "check": "ask the validators of others what they say of it",
        "ocfl": "a folder: an OCFL storage root, to which the release is added",
    }
)
def package(_context: Context, type_: str = "sip", check: bool = False, ocfl: str = "") -> None:
    """Make the package for an archive."""
    more = [*(["--check"] if check else []), *(["--ocfl", ocfl] if ocfl else [])]
    _run("package", "--type", type_, *more)


@task(
    name="import",
    help={"path": "a transcript, such as letter.docx", "target": "the TEI file to write"},
)
def import_(_context: Context, path: str, target: str) -> None:
    """Make a TEI file from a transcript, such as plain text or Word."""
    _run("import", path, target)


@task(help={"rebuild": "build its renditions again and compare"})
def verify(_context: Context, path: str, rebuild: bool = False) -> None:
    """Verify a package: a folder or a zip."""
    _run("verify", path, *(["--rebuild"] if rebuild else []))


@task(help={"all_": "also the tests that are slow or need tools and test data"})
def test(context: Context, all_: bool = False) -> None:
    """Run the tests, on all processors."""
    environment = {"VARIORUM_TEST_ALL": "1"} if all_ else {}
    workers = "-n logical --maxprocesses 8 --dist worksteal"
    context.run(f'"{sys.executable}" -m pytest {workers}', env=environment, pty=False)


@task(help={"rows": "words of the names of what is measured; without them, all"})
def bench(context: Context, rows: str = "", long: bool = False) -> None:
    """Measure the budgets as ratios, side by side; with `--long` thousands of letters, too."""
    more = " --long" if long else ""
    context.run(f'"{sys.executable}" tools/bench.py --rows "{rows}"{more}', pty=False)
