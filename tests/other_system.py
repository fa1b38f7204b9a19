"""Runs the command as on Windows: no copy of a process, no alarms, no locks of files."""

# what the standard library and its neighbours decide by the system is decided before
import asyncio  # noqa: F401
import multiprocessing  # noqa: F401
import os
import shutil  # noqa: F401
import signal
import subprocess  # noqa: F401
import sys
import tempfile  # noqa: F401
import webbrowser  # noqa: F401

_LACKING = {
    os: ("fork", "killpg", "getpgid", "setsid", "geteuid", "uname"),
    signal: ("SIGALRM", "setitimer", "alarm", "pthread_sigmask"),
}
for module, names in _LACKING.items():
    for name in names:
        delattr(module, name)
for name in ("resource", "fcntl", "pwd"):
    sys.modules[name] = None  # type: ignore[assignment]
sys.platform = "win32"

from variorum.cli import main  # noqa: E402

sys.exit(main(sys.argv[1:]))
