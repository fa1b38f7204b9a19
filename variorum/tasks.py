"""The invoke tasks: the verbs of the `variorum` command, for the edition in this folder."""

import argparse
import sys
from collections.abc import Callable
from inspect import Parameter, Signature
from keyword import iskeyword

from invoke import Context, Exit, Task, task

__all__ = [
    "bench",
    "build",
    "check",
    "explain",
    "format_",
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

_ASKED = {"-h", "--help"} & set(sys.argv)
"""Where help is wanted no word is required, else invoke takes this flag for the word."""


class _Option:
    """A flag, or a word that is required, as invoke takes it."""

    def __init__(self, action: argparse.Action) -> None:
        self.flag = action.option_strings[-1] if action.option_strings else ""
        name = (self.flag or action.dest).lstrip("-").replace("-", "_")
        self.name = f"{name}_" if iskeyword(name) else name
        self.help = " ".join(filter(None, [action.help, _choices(action)]))
        default = action.default if isinstance(action.default, str | int) else None
        self.default = default if self.flag or _ASKED else Parameter.empty

    def words(self, value: object) -> list[str]:
        """What the command is given for a value; nothing for that which it has by itself."""
        if not self.flag:
            return [str(value)]
        if value == self.default:
            return []
        return [self.flag] if value is True else [self.flag, str(value)]


def _choices(action: argparse.Action) -> str:
    return f"({', '.join(map(str, action.choices))})" if action.choices else ""


def _is_taken(action: argparse.Action) -> bool:
    """Whether a task has the option: its files are always those of the edition."""
    is_left = not action.option_strings and action.nargs == "*"
    return not is_left and action.dest not in ("folder", "odd")


def _verb(name: str) -> Task[Callable[..., None]]:
    """The task of a verb, with the flags that the verb has and the help that they have there."""
    from variorum.commands.parser import VERBS, flags_of

    others = not VERBS.keys().isdisjoint(sys.argv) and name not in sys.argv  # to load takes time
    options = [] if others else [_Option(each) for each in flags_of(name) if _is_taken(each)]

    def run(_context: Context, **given: object) -> None:
        from variorum import cli

        words = [word for each in options for word in each.words(given[each.name])]
        if status := cli.main([name, *words]):
            raise Exit(code=status)

    parameters = [
        Parameter(each.name, Parameter.KEYWORD_ONLY, default=each.default) for each in options
    ]
    context = Parameter("_context", Parameter.POSITIONAL_OR_KEYWORD)
    vars(run)["__signature__"] = Signature([context, *parameters])
    run.__doc__ = f"{VERBS[name][0].upper()}{VERBS[name][1:]}."
    help_ = {each.name: each.help for each in options}
    return Task(run, name=name, help=help_, auto_shortflags=False)


check, explain, build = _verb("check"), _verb("explain"), _verb("build")
html, watch, text = _verb("html"), _verb("watch"), _verb("text")
pdf, latex, schema = _verb("pdf"), _verb("latex"), _verb("schema")
package, verify, import_ = _verb("package"), _verb("verify"), _verb("import")
format_ = _verb("format")


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
