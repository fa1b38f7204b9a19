"""Ends this process when it does not come to an end: for systems where it cannot be copied.

Saxon holds the interpreter while it works, so that no thread of this process could do it. A small
process watches instead: it costs as much as an empty Python, beside the work.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from variorum.findings.visible import visible

__all__ = ["Watchdog"]

_WATCH = """
import os, queue, signal, sys, threading

said = queue.Queue()

def listen():
    for line in sys.stdin:
        said.put(line.strip())
    os._exit(0)

threading.Thread(target=listen, daemon=True).start()
at_work = ""
while True:
    try:
        at_work = said.get(timeout=float(sys.argv[2]) if at_work else None)
    except queue.Empty:
        sys.stderr.write(f"{at_work}: {sys.argv[3]}\\n")
        sys.stderr.flush()
        os.kill(int(sys.argv[1]), signal.SIGTERM)
        os._exit(1)
"""


class Watchdog:
    """Watches over steps of the work, each of which may take so many seconds.

    When one takes longer, this process ends with SIGTERM, and a line on stderr names the step.
    """

    def __init__(self, seconds: float) -> None:
        told = (
            f"takes more than {seconds:g} seconds, and the run was ended; take it out, divide it,"
            " or raise seconds under [tool.variorum.limits] in pyproject.toml"
        )
        command = ["-I", "-S", "-X", "utf8", "-c", _WATCH, str(os.getpid()), str(seconds), told]
        self._process = subprocess.Popen([sys.executable, *command], stdin=subprocess.PIPE)

    @contextmanager
    def watching(self, step: str) -> Iterator[None]:
        """The step is at work within this."""
        self._say(visible(step))
        try:
            yield
        finally:
            self._say("")

    def _say(self, line: str) -> None:
        assert self._process.stdin
        with suppress(OSError):  # it has been ended, and nobody watches any more
            self._process.stdin.write(f"{line}\n".encode())
            self._process.stdin.flush()

    def close(self) -> None:
        """Nothing is watched any more."""
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.close()
        self._process.wait()
