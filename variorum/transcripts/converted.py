"""Reads formats that only word processors know, RTF and DOC: another program makes .docx of it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from variorum.findings import Place, VariorumError
from variorum.transcripts.codes import IMPORT_CONVERTER, IMPORT_WORD
from variorum.transcripts.losses import Losses
from variorum.transcripts.options import ImportOptions
from variorum.transcripts.transcript import Transcript
from variorum.transcripts.word.word import read_word

__all__ = ["read_doc", "read_rtf"]

_SECONDS = 120
"""So long a program may take; LibreOffice needs many when it starts for the first time."""


@dataclass(frozen=True)
class _Program:
    """A program under its names, and whether it reads DOC."""

    name: str
    commands: tuple[str, ...]
    reads_doc: bool

    def arguments(self, command: str, source: Path, made: Path) -> list[str]:
        """The command that makes a file of another."""
        if self.name == "pandoc":
            return [command, "--from", "rtf", "--to", "docx", "--output", str(made), str(source)]
        profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
        return [
            *(command, profile, "--headless", "--norestore", "--convert-to", "docx"),
            *("--outdir", str(made.parent), str(source)),
        ]


_PROGRAMS = (
    _Program("LibreOffice", ("soffice", "libreoffice"), reads_doc=True),
    _Program("pandoc", ("pandoc",), reads_doc=False),
)


def read_rtf(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript in an RTF file. Raises VariorumError where no program is there to read it."""
    return _read(data, "rtf", options, losses)


def read_doc(data: bytes, options: ImportOptions, losses: Losses) -> Transcript:
    """The transcript in a file of Word 97 to 2003. Raises VariorumError as `read_rtf` does, and for
    a file with a password, which looks like one.
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        message = "is protected by a password"
        raise VariorumError(IMPORT_WORD.at(Place(losses.name), message, "save it without one"))
    return _read(data, "doc", options, losses)


def _read(data: bytes, form: str, options: ImportOptions, losses: Losses) -> Transcript:
    able = [each for each in _PROGRAMS if each.reads_doc or form != "doc"]
    for program in able:
        command = next((found for name in program.commands if (found := shutil.which(name))), None)
        if command:
            made = _converted(data, form, program, command, losses.name)
            losses.changed("file", f"read by way of .docx, which {program.name} has made of it")
            return read_word(made, options, losses)
    names = " or ".join(each.name for each in able)
    message = f"reading {form.upper()} needs {names}, and none is installed"
    help_ = f"install {names}; or save the file as .docx or .odt"
    raise VariorumError(IMPORT_CONVERTER.at(Place(losses.name), message, help_))


def _converted(data: bytes, form: str, program: _Program, command: str, name: str) -> bytes:
    """What the program makes of the file, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / f"source.{form}", Path(folder) / "source.docx"
        source.write_bytes(data)
        try:
            run = subprocess.run(
                program.arguments(command, source, made),
                cwd=folder,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_SECONDS,
                check=False,
            )
            said = (run.stderr or run.stdout).strip().splitlines()[-1:]
        except (OSError, subprocess.TimeoutExpired) as error:
            said = [str(error)]
        if made.exists():
            return made.read_bytes()
    reason = said[0] if said else "it made nothing"
    message = f"{program.name} cannot read it: {reason}"
    raise VariorumError(IMPORT_CONVERTER.at(Place(name), message))
