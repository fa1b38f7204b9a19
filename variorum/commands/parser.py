"""The verbs of the command line, and the flags of those that are needed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

__all__ = ["VERBS", "flags_of", "parser"]

VERBS = {
    "new": "begin an edition, with an example or around TEI at hand",
    "check": "find mistakes",
    "explain": "say why a finding matters and what to do; list all codes",
    "build": "make all outputs",
    "html": "make the reading site",
    "watch": "show the site in a browser, and make it again whenever a file is saved",
    "text": "make plain text, or print one witness",
    "pdf": "make the printed edition",
    "latex": "make the LaTeX source for a publisher",
    "schema": "compile an ODD to RELAX NG and Schematron",
    "merge": "make one output of those of several shards",
    "package": "make the package for an archive",
    "verify": "verify a package, a folder or a zip",
    "import": "make a TEI file from a transcript, such as Word",
    "format": "indent where white space means nothing; nothing else changes",
    "lsp": "serve editing programs: findings, completion, where pointers lead",
    "completion": "print what a shell needs to complete the command",
}
"""The verbs, each with what it does; the module of a verb is in `commands`, by its name."""


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from variorum import __version__

        print(f"variorum {__version__}")
        parser.exit()


class _Verb(argparse.ArgumentParser):
    """The flags of a verb, which may also stand between the files that it is given."""

    _is_mixing = False

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Ends with the usage of the verb where a word is none that it takes."""
        if self._is_mixing or "--" in (args or ()):  # after which all are files
            return super().parse_known_args(args, namespace)
        self._is_mixing = True
        found, unknown = self.parse_known_intermixed_args(args, namespace)
        self._is_mixing = False
        if unknown:
            self.error(self._unknown(unknown[0]))
        return found, unknown

    def _unknown(self, word: str) -> str:
        from difflib import get_close_matches

        close = get_close_matches(word, self._option_string_actions, 1)
        return f"{word} is not known here" + "".join(f"; did you mean {each}?" for each in close)


def parser(verbs: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The command line, with the flags of these verbs; without a list, of all."""
    made = argparse.ArgumentParser(
        prog="variorum", description="TEI-XML critical editions: check, build, read."
    )
    made.add_argument("--version", action=_Version, nargs=0, help="say which Variorum this is")
    each_verb = made.add_subparsers(
        title="verbs", required=True, metavar="VERB", parser_class=_Verb
    )
    for name, what in VERBS.items():
        verb = each_verb.add_parser(name, help=what, description=what)
        if verbs is None or name in verbs:
            module = _module(name)
            module.flags(verb)
            verb.set_defaults(run=module.run)
    return made


def flags_of(name: str) -> list[argparse.Action]:
    """The flags of a verb, and the words that it takes, in their order."""
    verb = argparse.ArgumentParser(add_help=False)
    _module(name).flags(verb)
    return list(verb._actions)


def _module(name: str) -> ModuleType:
    return import_module(f"variorum.commands.{name.replace('import', 'import_')}")
