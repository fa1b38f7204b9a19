"""The `variorum` command as a program of its own, whatever ends it."""

from __future__ import annotations

import os
import signal
import sys

__all__ = ["main"]

_STOPPED = b"stopped; what was written before stays complete\n"


def main() -> int:
    """Runs the command. Ctrl-C ends it at once, also while it starts and while it ends."""
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heard:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is to be removed yet
    from variorum.cli import main as command

    if heard:
        signal.signal(signal.SIGINT, _stop)
    return command()


def _stop(*_: object) -> None:
    """An exception would be raised anywhere, also where nobody can catch it."""
    os.write(2, _STOPPED)
    # what has not been needed has not been imported
    if processes := sys.modules.get("variorum.engines.processes"):
        processes.end_all()  # else they would make more of what is removed
    if partial := sys.modules.get("variorum.engines.partial"):
        partial.remove_own()
    os._exit(130)


if __name__ == "__main__":
    sys.exit(main())
