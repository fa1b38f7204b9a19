"""The `variorum` command: which verb is meant, one call, an exit status."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence

from variorum.commands.parser import VERBS, parser
from variorum.commands.status import BAD, STOPPED, USAGE
from variorum.commands.terminal import close_streams, complain, open_streams, show
from variorum.findings import VariorumError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns one of the statuses of `commands.status`."""
    gc.set_threshold(10_000)  # what is read stays in use: to look for waste takes time,
    atexit.register(gc.freeze)  # and at the end the system takes all back at once
    open_streams()
    try:
        return _run(arguments)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # nobody reads any more
            complain(f"the system says: {error}")
        return BAD
    except KeyboardInterrupt:
        complain("stopped; what was written before stays complete")
        return STOPPED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        complain(f"the program has stopped, please report it: {type(error).__name__}: {error}")
        return BAD
    finally:
        close_streams()


def _run(arguments: Sequence[str] | None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        parser(()).print_help(sys.stderr)
        return USAGE
    if guess := _near(given[0]):
        complain(f"there is no verb {given[0]}; did you mean {guess}?")
        return USAGE
    options = parser(_meant(given)).parse_args(given)
    try:
        status = int(options.run(options))
    except VariorumError as error:
        show(error.findings, getattr(options, "format", "terminal"), sys.stderr)
        status = BAD
    if not sys.stdout.closed:
        sys.stdout.flush()  # a disk that is full is told here
    return status


def _near(word: str) -> str:
    """The verb that was meant by a first word that is none."""
    if word in VERBS or word.startswith("-"):
        return ""
    from difflib import get_close_matches

    close = get_close_matches(word, VERBS, 1)
    return close[0] if close else ""


def _meant(arguments: Sequence[str]) -> Sequence[str]:
    """The verb in the arguments, whose flags alone are needed; all where none is there."""
    first = next((each for each in arguments if not each.startswith("-")), "")
    return [first] if first in VERBS else ()
