"""LuaLaTeX, and what it says and shows of our source."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import lacking, tool

__all__ = ["Compiled", "compiled", "words_of"]


@dataclass(frozen=True)
class Compiled:
    """A source, the log of its last run, and the words of its PDF in the order of its lines."""

    source: str
    log: str
    text: str

    def complaints(self) -> list[str]:
        """Errors, characters without a font, labels not found, headings and feet without room."""
        said = "!|Missing character|.*undefined references|.*multiply defined|.*filter\\): error"
        found: list[str] = re.findall(rf"^(?:{said}).*$", self.log, re.MULTILINE)
        return found + self._wide_headings() + self._tall_pages()

    def _tall_pages(self) -> list[str]:
        """The pages whose foot goes more than two of its lines beyond what is free."""
        pattern = r"^Overfull .vbox \(([\d.]+)pt too high\) has occurred while .output.*$"
        tall = re.finditer(pattern, self.log, re.MULTILINE)
        return [found[0] for found in tall if float(found[1]) > _TWO_LINES]

    def _wide_headings(self) -> list[str]:
        """The headings that do not fit into their lines."""
        lines = self.source.splitlines()
        wide = re.findall(r"Overfull .hbox .*? at lines? (\d+)(?:--(\d+))?", self.log)
        ends = [(int(first), int(last or first)) for first, last in wide]
        said = [line for first, last in ends for line in lines[first - 1 : last]]
        return [
            line for line in said if re.search(r"\\(?:editionheading|section|subsection)", line)
        ]


_TWO_LINES = 24


def compiled(source: str, folder: Path) -> Compiled:
    """Two runs, for the first one finds the lines; three where labels stand for lines."""
    tex = tool("lualatex")
    if subprocess.run(
        [tool("kpsewhich"), "reledmac.sty"], capture_output=True, check=False
    ).returncode:
        lacking("reledmac is not installed")
    folder.mkdir(exist_ok=True)
    (folder / "text.tex").write_text(source, encoding="utf-8")
    for _ in range(3 if "\\xxref" in source else 2):
        subprocess.run(
            [tex, "-interaction=nonstopmode", "-no-shell-escape", "text.tex"],
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=300,
        )
    # lines of a log are cut after 79 characters where TeX does not know better
    log = (folder / "text.log").read_text(encoding="utf-8", errors="replace")
    return Compiled(source, log, words_of(folder / "text.pdf"))


def words_of(pdf: Path) -> str:
    """The words of a PDF."""
    run = subprocess.run(
        [tool("pdftotext"), "-raw", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return run.stdout
