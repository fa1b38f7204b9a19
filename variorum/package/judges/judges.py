"""Asks the validators of others what they say of a package, in an environment of their own."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from variorum.findings import Place, VariorumError
from variorum.package.codes import VALIDATORS_FAILED, VALIDATORS_MISSING
from variorum.package.judges.foreign import Verdict

__all__ = ["REQUIREMENTS", "ask", "environment"]

REQUIREMENTS = Path(__file__).with_name("validators.txt")
"""The validators, as pip requirements; the schemas of some are taken out of their packages."""

_SETTING = "VARIORUM_VALIDATORS"
_DEFAULT = ".validators"
_SCRIPT = Path(__file__).with_name("foreign.py")


def environment(root: Path) -> Path:
    """The Python of the validators: of the environment in `.validators`, or of the one
    `VARIORUM_VALIDATORS` names.

    Raises VariorumError where there is none, with the commands that make it.
    """
    folder = Path(os.environ.get(_SETTING, root / _DEFAULT))
    python = folder / "bin" / "python"
    if not python.exists():
        place = Place(folder.as_posix() if _SETTING in os.environ else _DEFAULT)
        message = "there is no environment with the validators"
        help_ = f"the first lines of {REQUIREMENTS} are the commands that make it"
        raise VariorumError(VALIDATORS_MISSING.at(place, message, help_))
    return python


def ask(python: Path, package: Path, *more: str) -> Iterator[Verdict]:
    """The verdict of each validator on a package, or on an OCFL object."""
    run = subprocess.run(
        [str(python), "-I", str(_SCRIPT), str(package), *more],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        reason = run.stderr.strip().splitlines()[-1:]
        message = f"the validators do not run: {''.join(reason)}"
        raise VariorumError(VALIDATORS_FAILED.at(Place(package.name), message))
    for line in run.stdout.splitlines():
        yield Verdict(**json.loads(line))
